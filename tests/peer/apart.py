"""Whether a child's record keeps her from living with somebody: by name, by assessment, or by a court."""

from collections.abc import Iterator
from datetime import date

from matching.domain.child import Child, CourtOrder
from matching.domain.codes import Assessment
from tests.peer.knowing import Known, every, same, some

NO_CONTACT = "no_contact"


def keeps_from(child: Child, other: str | None, start: date) -> Known:
    """Whether an arriving child must not live with somebody, by her own record; None for `other` has no name."""
    unwanted, siblings, orders = child.must_not_live_with, child.siblings, child.court_orders
    apart = (every(same(s.child, other), same(s.assessment, Assessment.APART)) for s in siblings or ())
    forbidden = (every(same(o.against, other), same(o.kind, NO_CONTACT)) for o in running(child, start))
    return some(
        (
            None if unwanted is None else some(same(i, other) for i in unwanted),
            None if siblings is None else some(apart),
            None if orders is None else some(forbidden),
        )
    )


def names_her(other: Child, her: str, start: date) -> Known:
    """Whether another child's record says that the two must not live together; where it does not name her, it is no."""
    apart = (same(s.assessment, Assessment.APART) for s in other.siblings or () if s.child == her)
    forbidden = (same(o.kind, NO_CONTACT) for o in running(other, start) if o.against == her)
    return some((her in (other.must_not_live_with or ()), *apart, *forbidden))


def running(child: Child, start: date) -> Iterator[CourtOrder]:
    """The court's orders that still run on the first day; one without an end always does."""
    return (o for o in child.court_orders or () if o.until is None or o.until >= start)
