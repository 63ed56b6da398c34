"""From whom a child must be kept apart, as the records of the case say it: surely, perhaps, or nobody knows whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from matching.domain.child import Child, CourtOrder
from matching.domain.codes import Assessment
from matching.facts.known_children import known_children
from matching.facts.question import Question
from matching.facts.truth import NO, UNKNOWN, YES

NO_CONTACT = "no_contact"
"""An order of this kind keeps two people apart; one of another kind against somebody there is for people to read."""


@dataclass(frozen=True, slots=True)
class Apartness:
    """Whom a record keeps from a child: `surely` and `perhaps` by id; `anybody` where it may be anybody at all."""

    surely: frozenset[str]
    perhaps: frozenset[str]
    anybody: bool

    def of(self, other: str | None) -> int:
        """Whether the two must be apart; None is somebody without a name."""
        if other is None:
            return UNKNOWN if self.anybody or self.surely or self.perhaps else NO
        if other in self.surely:
            return YES
        return UNKNOWN if self.anybody or other in self.perhaps else NO


def apartness(child: Child, question: Question) -> Apartness:
    """From whom an arriving child must be kept apart, whoever recorded it."""
    mine = recorded(child, question)
    known = known_children(question.everyone)
    others = {c.id: c for c in (*known.naming.get(child.id, ()), *known.open) if c.id != child.id}
    theirs = {i: recorded(c, question).of(child.id) for i, c in others.items()}
    surely = {i for i, said in theirs.items() if said == YES}
    perhaps = {i for i, said in theirs.items() if said == UNKNOWN}
    return Apartness(mine.surely | surely, mine.perhaps | perhaps, mine.anybody)


def recorded(child: Child, question: Question) -> Apartness:
    """From whom a child's own record keeps her apart."""
    running = [o for o in child.court_orders or () if o.until is None or o.until >= question.referral.start]
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
