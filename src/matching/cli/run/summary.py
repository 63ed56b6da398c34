"""What a run came to, as data: `summary.json`."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from matching.cli.run.folder import CRITERIA, MADE_BY, OPTIONS, RANKINGS, REFERRALS
from matching.cli.run.referral_rows import first_of
from matching.domain.ranking import Ranking
from matching.explaining.words import STANDINGS

PEOPLE_DECIDE = "The engine proposes; people decide."
NO_ORDER = "Rows are in the file's order of referrals. No order between children is meant: cost never makes one."


@dataclass(frozen=True)
class Tally:
    """What the summary counts of one ranking, and what names it."""

    facts_hash: str
    options: int
    criteria: int
    standing: str | None
    close_call: bool
    people_decide: bool

    @classmethod
    def of(cls, ranking: Ranking) -> "Tally":
        """Count one ranking."""
        in_full = [option for group in ranking.tiers for option in group.options]
        first = first_of(ranking)
        return cls(
            facts_hash=ranking.facts_hash,
            options=len(in_full),
            criteria=sum(len(option.criteria) for option in in_full),
            standing=first.standing if first else None,
            close_call=bool(first and first.close_call_with),
            people_decide=bool(ranking.people_decide),
        )


@dataclass
class Totals:
    """What a run has come to so far; the rankings themselves are not held."""

    number: Counter[str] = field(default_factory=Counter)
    facts: Any = field(default_factory=hashlib.sha256)

    def add(self, tally: Tally) -> None:
        """Count a further ranking."""
        self.facts.update(tally.facts_hash.encode())
        self.number["referrals"] += 1
        self.number["options"] += tally.options
        self.number["criteria"] += tally.criteria
        self.number[tally.standing or ("people_decide" if tally.people_decide else "no_home")] += 1
        self.number["close_calls"] += tally.close_call


def summary(of: dict[str, Any], totals: Totals) -> dict[str, Any]:
    """The run as data; `of` is what was asked, and by what all of it was made."""
    number = totals.number
    rows = {RANKINGS: "referrals", REFERRALS: "referrals", OPTIONS: "options", CRITERIA: "criteria"}
    return {
        "made_by": MADE_BY,
        "people_decide": f"{PEOPLE_DECIDE} {NO_ORDER}",
        **of,
        "facts_hash": totals.facts.hexdigest(),
        "referrals": number["referrals"],
        "first_option": {standing: number[standing] for standing in STANDINGS if standing != "prohibited"},
        "first_is_a_close_call": number["close_calls"],
        "no_home": number["no_home"],
        "people_decide_alone": number["people_decide"],
        "rows": {name: number[key] for name, key in rows.items()},
    }
