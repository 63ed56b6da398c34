"""Regulations 24, 25 and 25A of 2010: carers who are not approved in full yet."""

from datetime import date, timedelta

from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Known,
    Possible,
    by_day,
    every,
    first_of,
    is_day,
    known_in,
    opposite,
    same,
    some,
)
from tests.peer.law import Instrument
from tests.peer.pairing import Pairing

TEMPORARY = Instrument()
SIXTEEN_WEEKS, TWENTY_FOUR_WEEKS = timedelta(days=112), timedelta(days=168)


def _connected_and(pair: Pairing, *statuses: str) -> Known:
    """Whether they are connected carers whose approval stands so."""
    return every(pair.home.kind == "connected_foster", known_in(pair.approval.status, statuses))


def _last_day(pair: Pairing) -> date | None:
    """The last day of a temporary approval: as recorded, and at most 16 weeks on; None where nobody can tell."""
    first, until = pair.approval.temporary_from, pair.approval.temporary_until
    if not is_day(first) or until is None:
        return None
    return min(until or first + SIXTEEN_WEEKS, first + SIXTEEN_WEEKS)


def _extended_last_day(pair: Pairing) -> date | None:
    """The last day of an extended approval: as recorded, and at most 24 weeks on; None where nobody can tell."""
    first, until = pair.approval.temporary_from, pair.approval.extended_until
    return min(until, first + TWENTY_FOUR_WEEKS) if is_day(first) and is_day(until) else None


@TEMPORARY.law("CPPCR-24")
def connected_carers_not_yet_approved(pair: Pairing) -> Possible:
    approval, start = pair.approval, pair.asked.referral.start
    unassessed = same(approval.status, "none")
    begun = by_day(approval.temporary_from, start)
    extended = some((is_day(approval.extended_until), approval.review_pending))
    return first_of(
        (opposite(_connected_and(pair, "none", "temporary")), MET),
        (opposite(pair.connected), PROHIBITED),
        (every(unassessed, opposite(_assessed(pair))), CANNOT_TELL),
        (unassessed, NEEDS_APPROVAL),
        (opposite(begun), PROHIBITED),
        (by_day(start, _last_day(pair)), MET),
        (extended, MET),
        otherwise=PROHIBITED,
    )


def _assessed(pair: Pairing) -> Known:
    """Whether all that regulation 24 asks was done by today."""
    steps, as_of = pair.approval.reg24, pair.asked.case.as_of
    if steps is None:
        return None
    taken = (steps.assessed_on, steps.adults_checked_on, steps.full_assessment_started_on)
    return every(*(by_day(day, as_of) for day in taken))


@TEMPORARY.law("CPPCR-25")
def extension(pair: Pairing) -> Possible:
    approval, as_of = pair.approval, pair.asked.case.as_of
    start, end = pair.asked.referral.start, pair.asked.end_for(pair.child)
    seen = every(by_day(approval.panel_view_on, as_of), by_day(approval.iro_informed_on, as_of))
    extended, pending, until = is_day(approval.extended_until), approval.review_pending, _extended_last_day(pair)
    return first_of(
        (opposite(_connected_and(pair, "temporary")), MET),
        (by_day(end, _last_day(pair)), MET),
        (every(extended, opposite(seen)), CANNOT_TELL),
        (every(extended, pending), MET),
        (every(extended, by_day(end, until)), MET),
        (every(extended, opposite(by_day(start, until))), PROHIBITED),
        (extended, NEEDS_APPROVAL),
        (every(opposite(by_day(start, _last_day(pair))), opposite(pending)), PROHIBITED),
        otherwise=NEEDS_APPROVAL,
    )


@TEMPORARY.law("CPPCR-25A")
def fostering_for_adoption(pair: Pairing) -> Possible:
    approval, start = pair.approval, pair.asked.referral.start
    named = pair.terms.children if pair.terms else None
    for_her = None if pair.terms is None else pair.child.id in (named or ())
    for_others = None if pair.terms is None else bool(named) and pair.child.id not in (named or ())
    runs = True if approval.temporary_until is False else by_day(start, approval.temporary_until)
    temporary = same(approval.status, "temporary")
    return first_of(
        (pair.home.kind != "foster_for_adoption", MET),
        (known_in(approval.status, {"active", "on_hold", "ended"}), MET),
        (opposite(by_day(approval.adopter_approved_on, pair.asked.case.as_of)), PROHIBITED),
        (every(temporary, for_others), PROHIBITED),
        (every(temporary, for_her, runs), MET),
        otherwise=NEEDS_APPROVAL,
    )
