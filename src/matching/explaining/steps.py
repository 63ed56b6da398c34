"""The steps that somebody could take about one home, which of them touch which rule, and sets of them tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from matching.domain.case import Case
from matching.domain.codes import Approver
from matching.explaining.found import Found
from matching.explaining.trying import Alone, Trying
from matching.facts.changing.catalogue import CHANGEABLE
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Changes, Step, changed_case, together, writes
from matching.facts.fact import facts_behind
from matching.rules.register import APPROVERS
from matching.rules.rule import Rule

Chosen = frozenset[int]
"""Steps by their numbers."""


@dataclass(frozen=True)
class Steps:
    """Every step that somebody could take about one home, and what came of trying some of them.

    `of_others` says that it is known to be a home of people connected to other children, and to none of these.
    """

    trying: Trying
    home: str
    all: tuple[Step, ...]
    of_others: bool = False
    tried: dict[tuple[tuple[int, int], ...], Alone] = field(default_factory=dict)

    @classmethod
    def about(cls, trying: Trying, base: Found, home: str) -> "Steps":
        """The steps about a home, as it stands in what was found."""
        situation = situation_of(trying.case, base, home)
        proposed = (step for changeable in CHANGEABLE for step in changeable.steps(situation))
        return cls(trying, home, (*proposed, *_approvals(situation)), situation.of_others)

    @cached_property
    def writes(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """The places of the record that each step writes."""
        return tuple(writes(step.most) for step in self.all)

    def go_together(self, chosen: Chosen) -> bool:
        """Whether no two of the steps write the same place."""
        written = [self.writes[k] for k in chosen]
        return len(frozenset[tuple[str, ...]]().union(*written)) == sum(map(len, written))

    def about_rule(self, rule: Rule) -> tuple[int, ...]:
        """The steps that change something on which a rule rests."""
        behind = facts_behind(rule.facts)
        return tuple(k for k, step in enumerate(self.all) if step.rule == rule.id or step.fact in behind)

    def touching(self, rule: Rule) -> tuple[int, ...]:
        """The steps after which a rule may find otherwise: also those that change the days of the stay.

        Who lives there, and which beds are agreed for others, depends on the days.
        """
        of_days = (k for k, step in enumerate(self.all) if "referrals" in step.most)
        return tuple(sorted({*self.about_rule(rule), *of_days}))

    def try_all(self, sets: Sequence[Chosen]) -> list[Alone]:
        """What comes of taking each of these sets of steps, each step as far as it goes."""
        return self.try_at([{k: len(self.all[k].changes) - 1 for k in chosen} for chosen in sets])

    def try_at(self, sets: Sequence[Mapping[int, int]]) -> list[Alone]:
        """The same with each step so far: by its number, how strong."""
        keys = [tuple(sorted(of.items())) for of in sets]
        new = [key for key in dict.fromkeys(keys) if key not in self.tried]
        found = self.trying.alone([self.case_with(dict(key)) for key in new], self.home) if new else []
        self.tried.update(zip(new, found, strict=True))
        return [self.tried[key] for key in keys]

    def change(self, strengths: Mapping[int, int]) -> Changes:
        """The change that these steps make of the record."""
        return together(self.all[k].changes[strength] for k, strength in sorted(strengths.items()))

    def case_with(self, strengths: Mapping[int, int]) -> Case:
        """The case after these steps."""
        return changed_case(self.trying.case, self.change(strengths))


def situation_of(case: Case, base: Found, home: str) -> Situation:
    """A home as its record has it, and what was laid out of it for each arriving child."""
    recorded = next(one for one in case.homes if one.id == home)
    row = base.layout.register.row_of[home]
    rows = [frame.row(row, named=True) for frame in base.layout.frames]
    return Situation(case, base.layout.question, recorded, rows)


STANDS = frozenset({None, Approver.COURT, Approver.REGISTERED_MANAGER, Approver.ALL_WITH_PR})
"""Whose refusal nobody is offered to turn: a court's, a home's own, and that of those with parental responsibility."""


def _approvals(of: Situation) -> Iterator[Step]:
    """Approvals that were refused, which whoever may give them could give after all."""
    refused = [a for a in of.question.approvals if a.refused and a.home == of.home.id and a.rule and a.by not in STANDS]
    for given in {(a.rule, a.child, a.by): a for a in refused}.values():
        entry = {"rule": given.rule, "home": of.home.id, "referral": of.referral.id, "by": given.by}
        said = entry | ({"child": given.child} if given.child else {}) | {"on": of.day.isoformat()}
        who = APPROVERS[given.by] if given.by else ""
        words = f"{given.rule} was approved after all (it was refused)"
        yield Step(given.rule or "", who, (words,), ({"approvals": [said]},), given.rule)
