"""What is due while a placement goes on: visits, ends of approvals, what is asked after six months, coming of age."""

from collections.abc import Iterator
from datetime import date, timedelta

from matching.domain.ages import eighteenth_birthday, months_after
from matching.domain.codes import ApprovalStatus, HomeKind, LegalStatus, ReferralKind
from matching.domain.referral import end_of_stay
from matching.facts.catalogue import home as facts_of_home
from matching.facts.catalogue import referral as facts_of_referral
from matching.rules.citation import SI_2010_959, Confidence, local_policy
from matching.rules.deadlines.deadline import Due, Placement, deadline

WEEK, SIX_WEEKS, FOUR_WEEKS = timedelta(weeks=1), timedelta(weeks=6), timedelta(weeks=4)


def visits_every(of: Placement) -> tuple[timedelta, str]:
    """How often a child is visited there after the first week, at the most."""
    status = of.home.approval.status if of.home.approval else None
    awaited = of.home.kind is HomeKind.CONNECTED_FOSTER and status in {ApprovalStatus.NONE, ApprovalStatus.TEMPORARY}
    interim = of.home.kind is HomeKind.PARENT and of.child.legal_status is LegalStatus.C1
    if awaited or interim:
        every = FOUR_WEEKS if of.child.last_review_on else WEEK
        return every, "every week until the first review, then at most every four weeks"
    if of.referral.kind is ReferralKind.LONG_TERM:
        return SIX_WEEKS, "at most every six weeks in the first year, then every three months where it is to last to 18"
    return SIX_WEEKS, "at most every six weeks"


@deadline(
    "CPPCR-28",
    title="Visits",
    cites=SI_2010_959("reg 28", "regulation/28"),
    confidence=Confidence.PRIMARY,
)
def visits(of: Placement) -> Iterator[Due]:
    """The child is visited within a week of the start, then at most every six weeks.

    From the second year every three months will do where the placement is to last to 18. While connected carers await
    approval, or at home under an interim care order, it is every week until the first review, then every four weeks.
    """
    every, words = visits_every(of)
    last = of.child.last_visit_on
    if of.begins:
        yield Due(f"the first visit to the child; then {words}", of.referral.start + WEEK)
    elif isinstance(last, date) and last <= of.day and not of.ends_care:
        yield Due(f"the next visit to the child: {words}", last + every)


@deadline(
    "CPPCR-23",
    title="End of an emergency outside the terms of approval",
    cites=SI_2010_959("reg 23", "regulation/23"),
    confidence=Confidence.SECONDARY,
)
def emergency_stop(of: Placement) -> Iterator[Due]:
    """Outside the terms of approval an emergency lasts six working days at most."""
    for rule, stop in of.stops.items():
        if rule.startswith("CPPCR-22") and stop is not None and stop != of.referral.start:
            yield Due("the emergency outside the terms of approval ends, unless the terms are amended", stop)
            return


@deadline(
    "CPPCR-24",
    title="End of a temporary approval",
    cites=SI_2010_959("reg 24", "regulation/24"),
    confidence=Confidence.SECONDARY,
)
def temporary_approval(of: Placement) -> Iterator[Due]:
    """A temporary approval of connected carers lasts sixteen weeks at most."""
    approval, last = of.home.approval, of.facts[facts_of_home.temporary_last.name]
    if of.home.kind is not HomeKind.CONNECTED_FOSTER or approval is None:
        return
    if approval.status is ApprovalStatus.NONE:
        stop = of.facts[facts_of_referral.temporary_stop.name]
        yield Due("a temporary approval from the start ends: full approval by then, or an extension", stop)
    elif approval.status is ApprovalStatus.TEMPORARY and last is not None and not _extended(of):
        yield Due("the temporary approval ends: full approval by then, or an extension", last)


def _extended(of: Placement) -> bool:
    return of.facts[facts_of_home.extended.name] is True


@deadline(
    "CPPCR-25",
    title="End of an extension",
    cites=SI_2010_959("reg 25", "regulation/25"),
    confidence=Confidence.PRIMARY,
)
def extension(of: Placement) -> Iterator[Due]:
    """A temporary approval is extended once, by eight weeks at most."""
    last, extended = of.facts[facts_of_home.extended_last.name], _extended(of)
    approval = of.home.approval
    temporary = approval is not None and approval.status is ApprovalStatus.TEMPORARY
    if of.home.kind is HomeKind.CONNECTED_FOSTER and temporary and extended and last is not None:
        pending = approval is not None and approval.review_pending
        yield Due(
            "the extension of the temporary approval ends: full approval by then, or another home",
            None if pending else last,
        )


@deadline(
    "POL-SGO",
    title="Special guardianship",
    cites=local_policy("strategy 2021 to 2024: approved connected carers are reviewed at six months"),
    confidence=Confidence.LOCAL,
)
def special_guardianship(of: Placement) -> Iterator[Due]:
    """After six months connected carers are asked whether special guardianship would suit."""
    if of.home.kind is HomeKind.CONNECTED_FOSTER and of.since:
        yield Due("whether a special guardianship order would suit is asked of the carers", months_after(of.since, 6))


@deadline(
    "POL-OUT-OF-AREA",
    title="Review of a placement outside the area",
    cites=local_policy("strategy 2021 to 2024: out-of-county placements at least every six months"),
    confidence=Confidence.LOCAL,
)
def out_of_area_review(of: Placement) -> Iterator[Due]:
    """Every placement outside the area is looked at again within six months."""
    if of.elsewhere and not of.ends_care:
        last = of.child.last_considered_on if of.stays else None
        last = last if isinstance(last, date) and last <= of.day else None
        if since := last or of.since:
            yield Due("the placement outside the area is looked at again", months_after(since, 6))


@deadline(
    "POL-18-IN-STAY",
    title="Coming of age within the stay",
    cites=local_policy("strategy 2021 to 2024: support at 18"),
    confidence=Confidence.LOCAL,
)
def near_18(of: Placement) -> Iterator[Due]:
    """Where a child turns 18 within the stay, what follows is planned beforehand."""
    comes_of_age, end = eighteenth_birthday(of.child.born), end_of_stay(of.referral, of.child.born)
    if end is not None and comes_of_age <= end:
        yield Due("the child turns 18 within the stay: what follows is planned, staying put asked", comes_of_age)
