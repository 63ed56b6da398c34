"""Who is left without a home by a plan, and why; and brothers and sisters whom no home can take together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import Outcome
from matching.domain.made import made
from matching.domain.plan import Agreed, HomeHeld, PeopleDecide, Unplaced
from matching.domain.ranking import CannotStayTogether
from matching.explaining.ranking import ranking
from matching.facts.question import Question
from matching.planning.finding import PartFound
from matching.planning.groups import Agenda, Group
from matching.planning.judging import Judging
from matching.planning.mending import cannot_stay_together
from matching.planning.numbers import Numbers
from matching.planning.telling import whole_of

FIRST = 6


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """Says who is left without a home, and what stays impossible."""

    numbers: Numbers
    judging: Judging

    def unplaced(self, home_of: Mapping[str, str]) -> Iterator[Unplaced]:
        """Each child without a home, with why; `home_of` are the homes of the others."""
        for found in self.numbers.parts:
            group = self.numbers.groups[found.part.group]
            child = group.children[found.part.places[0]]
            if len(found.part.places) == 1 and child not in home_of:
                yield self._unplaced(found, group, child, home_of)

    def _unplaced(self, found: PartFound, group: Group, child: str, home_of: Mapping[str, str]) -> Unplaced:
        lawful = len(found.rows)
        whole = whole_of(found, group, self.judging)
        return made(
            Unplaced,
            referral=group.referral_of[child],
            child=child,
            because=_why(lawful),
            lawful=lawful,
            homes=tuple(self._held(found, home_of)),
            cannot_place_because=ranking(whole, limit=0, in_full=()).cannot_place_because,
        )

    def _held(self, found: PartFound, home_of: Mapping[str, str]) -> Iterator[HomeHeld]:
        """The first homes of a child's own order, and who has them."""
        for at in np.argsort(found.order)[:FIRST].tolist():
            home = self.judging.register.homes[int(found.rows[at])].id
            taken_by = tuple(child for child, theirs in home_of.items() if theirs == home)
            standing = Outcome(int(found.of.standing[at])).word
            yield made(HomeHeld, home=home, standing=standing, taken_by=taken_by)

    def cannot_stay_together(self) -> Iterator[CannotStayTogether]:
        """Each group that should be together and that no home can take whole."""
        for found in self.numbers.parts:
            group = self.numbers.groups[found.part.group]
            whole = len(found.part.places) == len(group.children) > 1
            if whole and group.all_together and not len(found.rows):
                yield cannot_stay_together(group, whole_of(found, group, self.judging))


def _why(lawful: int) -> str:
    if not lawful:
        return "every home of the register is ruled out"
    homes = "the one home that no rule forbids is" if lawful == 1 else f"the {lawful:,} homes that no rule forbids are"
    return f"{homes} used for others, or not open beside them"


def people_decide(agenda: Agenda) -> Iterator[PeopleDecide]:
    """The children of whom people decide, apart from those for whom nothing was found."""
    for of in agenda.people_decide:
        because = f"{of.because}: people decide this, not the list"
        yield made(PeopleDecide, referral=of.referral, child=of.child, because=because)


def agreed_already(agenda: Agenda, questions: Sequence[Question], judging: Judging) -> Iterator[Agreed]:
    """The children for whom a home is agreed already, and how it stands: the plan leaves it to them as it is."""
    for of in agenda.agreed:
        question = next(q for q in questions if q.referral.id == of.referral)
        found = judging.found(question.about(tuple(c for c in question.children if c.id == of.child)))
        row = judging.register.row_of[of.because]
        each = zip(found.rulebook.rules, found.judged[0].outcomes[:, row].tolist(), strict=True)
        yield made(
            Agreed,
            referral=of.referral,
            child=of.child,
            home=of.because,
            standing=Outcome(int(found.standing[row])).word,
            against=tuple(rule.id for rule, outcome in each if outcome < Outcome.NEEDS_APPROVAL),
        )
