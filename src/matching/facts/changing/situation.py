"""One home and the children who would come: all that is needed to say what could be changed about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from matching.domain.ages import eighteenth_birthday, years_on
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import FOSTERING, HomeKind, Urgency
from matching.domain.home import Home
from matching.domain.panel import Decided
from matching.domain.referral import Referral, end_of_stay
from matching.facts.of_child import last_age
from matching.facts.question import Question


@dataclass(frozen=True)
class Situation:
    """A home as its record has it, and the question that is asked about it.

    `rows` are the facts of each arriving child there, by name, as they were laid out with everybody in.
    """

    case: Case
    question: Question
    home: Home
    rows: Sequence[Mapping[str, Any]]

    @property
    def referral(self) -> Referral:
        """What is asked for."""
        return self.question.referral

    @property
    def children(self) -> tuple[Child, ...]:
        """Those who would come, or who live there already and are asked about."""
        return self.question.children

    @property
    def day(self) -> date:
        """The day on which everything is judged."""
        return self.question.day

    @property
    def fosters(self) -> bool:
        """Whether it is a foster home."""
        return self.home.kind in FOSTERING

    def most(self, fact: str) -> int | None:
        """The greatest value of a fact over the children; None where it is not known of one of them."""
        values = [row[fact] for row in self.rows]
        return None if None in values else int(max(values))

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The ages of the children from the first day of the stay to the last, the youngest first."""
        start = self.referral.start
        first = [years_on(child.born, start) for child in self.children]
        ends = [(child.born, end_of_stay(self.referral, child.born)) for child in self.children]
        return tuple(sorted({*first, *(last_age(born, end) for born, end in ends if end)}))

    @property
    def of_others(self) -> bool:
        """Whether it is known to be a home of people connected to other children, and to none of these."""
        to, theirs = self.home.connected_to, self.home.kind in {HomeKind.CONNECTED_FOSTER, HomeKind.PARENT}
        return theirs and to is not None and not set(to) & self.question.arriving

    @property
    def can_wait(self) -> bool:
        """Whether it is recorded that the stay is planned, no emergency, and that everybody lives somewhere now."""
        planned = self.referral.urgency is Urgency.PLANNED and self.referral.emergency is False
        return planned and all(child.current_home for child in self.children)

    @property
    def authority(self) -> str:
        """The authority responsible for the first of the children."""
        return self.question.authority_of(self.children[0])

    @property
    def eighteen(self) -> date:
        """The first day on which one of them is 18."""
        return min(eighteenth_birthday(child.born) for child in self.children)

    @property
    def agreed(self) -> tuple[Decided, ...]:
        """What is agreed already of the home for others."""
        decided = (d for d in self.question.decided if d.home == self.home.id)
        return tuple(d for d in decided if d.child not in self.question.arriving)

    @property
    def agreed_here(self) -> int:
        """For how many others a bed of the home may be agreed already."""
        return len(self.agreed)
