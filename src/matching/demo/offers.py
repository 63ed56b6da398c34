"""What made-up agencies and companies offered for referrals of the file, with consents and impact assessments."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random

from matching.demo.approvals import service_of
from matching.demo.dealing import sorted_by
from matching.demo.people import AS_OF, Dwelling
from matching.demo.referring import Asked
from matching.demo.terms import Taken
from matching.demo.words import Record

OFFERING, EXPIRED, LOOKED_AT = 0.6, 0.12, 600
SOLD = frozenset({"agency", "private", "voluntary"})
ASSESSED = frozenset({"childrens_home", "residential_school"})
OUTCOMES = ("accept",) * 6 + ("accept_with_conditions",) * 3 + ("reject",)
URGENT = {"new": 6.0, "move": 4.0, "review": 0.4}


class Offers:
    """The referrals that offers are made for; those of children who are new or to move come first, none gets many."""

    MOST = 4

    def __init__(self, rng: Random, asked: Iterable[Asked]) -> None:
        self.waiting = sorted_by(rng, asked, lambda one: URGENT[one.why])
        self.made: dict[str, int] = {}

    def made_by(self, rng: Random, home: Dwelling, terms: Taken, household: list[Record], authority: str) -> Record:
        """What a home says of one referral; most homes with no bed free, and the council's own, say nothing."""
        record: Record = {"consents": [], "impact_assessments": []}
        if not home.free or rng.random() >= OFFERING:
            return record
        asked = self._for(home, terms)
        if asked is None:
            return record
        if home.run_by in SOLD:
            record["offer"] = _offer(rng, asked)
        if home.kind in ASSESSED:
            record["impact_assessments"] = [_impact(rng, child.id) for child in asked.children]
        record["consents"] = _consents(rng, home, asked, household, authority)
        return record

    def _for(self, home: Dwelling, terms: Taken) -> Asked | None:
        asked = next((one for one in self.waiting[:LOOKED_AT] if _suits(one, home, terms)), None)
        if asked is not None:
            self.made[asked.id] = self.made.get(asked.id, 0) + 1
            if self.made[asked.id] == self.MOST:
                self.waiting.remove(asked)
        return asked


def _suits(asked: Asked, home: Dwelling, terms: Taken) -> bool:
    if len(asked.children) > home.free or asked.children[0].cell in ("parents", "adoption"):
        return False
    if home.kind == "childrens_home" and not _needs_a_children_s_home(asked):
        return False
    return all(
        terms.age_min <= c.age <= terms.age_max and terms.sex in ("any", c.sex) and c.dwelling is not home
        for c in asked.children
    )


def _needs_a_children_s_home(asked: Asked) -> bool:
    return any(c.cell.startswith(("childrens_home", "elsewhere")) or (c.new and c.age > 12) for c in asked.children)


def _offer(rng: Random, asked: Asked) -> Record:
    expired = rng.random() < EXPIRED
    return {"referral": asked.id, "valid_until": AS_OF + timedelta(days=-4 if expired else rng.randrange(7, 35))}


def _impact(rng: Random, child: str) -> Record:
    return {"child": child, "outcome": rng.choice(OUTCOMES), "on": AS_OF - timedelta(days=rng.randrange(1, 12))}


def _consents(rng: Random, home: Dwelling, asked: Asked, household: list[Record], authority: str) -> list[Record]:
    """Agreement of the carers' service, and of other authorities with a child there, where they were asked in time."""
    if home.kind != "foster" or home.run_by == "own":
        return []
    placing = {m["placed_by"] for m in household if m.get("placed_by") not in (None, authority)}
    by = [service_of(home, authority), *sorted(placing)]
    day = AS_OF - timedelta(days=rng.randrange(1, 10))
    return [{"by": who, "child": child.id, "on": day} for child in asked.children for who in by if rng.random() < 0.7]
