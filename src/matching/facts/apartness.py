"""From whom a child must be kept apart, as the records of the case say it: surely, perhaps, or nobody knows whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from matching.domain.child import Child, CourtOrder
from matching.domain.codes import Assessment
from matching.facts.known_children import Same, known_children
from matching.facts.question import Question
from matching.facts.truth import NO, UNKNOWN, YES

NO_CONTACT = "no_contact"
"""An order of this kind keeps two people apart; one of another kind against somebody there is for people to read."""


@dataclass(frozen=True, slots=True)
class Apartness:
    """Whom a record keeps from a child: `surely` and `named` by id; `anybody` where it may be anybody at all.

    `silent` are children whose own records may keep them from anybody, `but_for` those of them who are known better.
    """

    surely: frozenset[str]
    named: frozenset[str]
    anybody: bool
    silent: frozenset[str] = frozenset()
    but_for: frozenset[str] = frozenset()

    @property
    def perhaps(self) -> frozenset[str]:
        """Those who perhaps must be apart from the child."""
        return self.named | (self.silent - self.but_for)

    def of(self, other: str | None) -> int:
        """Whether the two must be apart; None is somebody without a name."""
        if other is None:
            return UNKNOWN if self.anybody or self.surely or self.named or self.perhaps else NO
        if other in self.surely:
            return YES
        return UNKNOWN if self.anybody or other in self.named or self._is_silent(other) else NO

    def _is_silent(self, other: str) -> bool:
        return other in self.silent and other not in self.but_for


def apartness(child: Child, question: Question) -> Apartness:
    """From whom an arriving child must be kept apart, whoever recorded it."""
    start = question.referral.start
    mine, naming = recorded(child, start), known_children(question.everyone).naming.get(child.id, ())
    theirs = {c.id: recorded(c, start).of(child.id) for c in naming if c.id != child.id}
    surely = {i for i, said in theirs.items() if said == YES}
    perhaps = {i for i, said in theirs.items() if said == UNKNOWN}
    silent = _from_anybody(Same(question.everyone), start)
    return Apartness(mine.surely | surely, mine.named | perhaps, mine.anybody, silent, frozenset((*theirs, child.id)))


@lru_cache(maxsize=64)
def _from_anybody(everyone: Same, start: date) -> frozenset[str]:
    """The children whose own records may keep them from anybody at all when a stay starts: the same for every child."""
    return frozenset(c.id for c in known_children(everyone.children).open if recorded(c, start).anybody)


def recorded(child: Child, start: date) -> Apartness:
    """From whom a child's own record keeps her apart when a stay starts."""
    running = [o for o in child.court_orders or () if o.until is None or o.until >= start]
    siblings = child.siblings or ()
    surely = {
        *(child.must_not_live_with or ()),
        *(s.child for s in siblings if s.assessment is Assessment.APART),
        *(o.against for o in running if _no_contact(o)),
    }
    perhaps = {*(s.child for s in siblings if s.assessment is None), *(o.against for o in running)}
    silent = None in {child.must_not_live_with, child.siblings, child.court_orders}
    return Apartness(_named(surely), _named(perhaps), silent or None in surely or None in perhaps)


def _no_contact(order: CourtOrder) -> bool:
    return order.kind is not None and NO_CONTACT in order.kind


def _named(ids: Iterable[str | None]) -> frozenset[str]:
    return frozenset(i for i in ids if i is not None)
