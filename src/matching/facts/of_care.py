"""Facts of how a child is looked after: reviews, what was agreed under section 20, whether adoption is the plan."""

from datetime import date

from matching.domain.child import Child
from matching.domain.codes import LegalStatus
from matching.facts.catalogue import child
from matching.facts.truth import NO, UNKNOWN, YES, all_of, any_of, truth

Values = dict[str, object]
CONTACT = "contact"
"""Orders with this word in their kind, or against somebody, are about who may see or be with the child."""


def days_there(of: Child, end: date | None) -> int | None:
    """The days in the home where the child lives, from the first to the end of the stay that is asked for."""
    if not isinstance(of.current_since, date) or end is None:
        return None
    return (end - of.current_since).days


def reviewed(of: Child, day: date) -> bool | None:
    """Whether the case was reviewed before this move: by the day, and not before she came to where she lives."""
    if not isinstance(of.reviewed_on, date):
        return of.reviewed_on
    if of.reviewed_on > day:
        return False
    return None if of.current_since is None else of.current_since is False or of.reviewed_on >= of.current_since


def agreement(of: Child, day: date) -> Values:
    """What those with parental responsibility said under section 20; a consent that is not recorded was not given."""
    said = of.s20
    agreed = said is not None and said.consent_by is not None and isinstance(said.on, date) and said.on <= day
    nobody = None if of.parental_responsibility is None else not of.parental_responsibility
    return {
        child.nobody_responsible.name: nobody,
        child.agreed_under_20.name: agreed,
        child.objection_under_20.name: said.objection if said else None,
    }


def contact_order_runs(of: Child, start: date) -> bool | None:
    """Whether a court order about contact runs on the first day; one of a kind that nobody recorded may be such."""
    if of.court_orders is None:
        return None
    running = [o for o in of.court_orders if o.until is None or o.until >= start]
    found = any_of(UNKNOWN if o.kind is None else truth(CONTACT in o.kind or o.against is not None) for o in running)
    return None if found == UNKNOWN else found == YES


def early_permanence(of: Child) -> bool | None:
    """Whether section 22C(9A) holds: adoption is considered, or ought to be, and no placement order was refused."""
    ought = all_of((truth(of.ought_to_be_placed), truth(not of.s19_consent), negated(_placement_order(of))))
    found = all_of((any_of((truth(of.considering_adoption), ought)), negated(truth(of.placement_order_refused))))
    return None if found not in {NO, YES} else found == YES


def negated(answer: int) -> int:
    """Not: yes for no, no for yes."""
    return YES - answer


def _placement_order(of: Child) -> int:
    """Whether there is a placement order: as recorded, else as the legal status shows."""
    if of.placement_order is None and of.legal_status is not None:
        return truth(of.legal_status is LegalStatus.E1)
    return truth(of.placement_order)
