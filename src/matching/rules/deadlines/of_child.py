"""What is due for a child, wherever she lives: reviews of the case, and what follows at 18."""

from collections.abc import Iterator
from datetime import date, timedelta

from matching.domain.ages import birthday, eighteenth_birthday, months_after
from matching.domain.codes import LegalStatus
from matching.facts.working_days import working_days_after
from matching.rules.citation import CHILDREN_ACT_1989, SI_2010_959, Confidence, local_policy
from matching.rules.deadlines.deadline import ChildOnADay, Due, deadline
from matching.rules.reach import SHORT_BREAKS

LASTS = {
    LegalStatus.L1: (timedelta(hours=72), None, "police protection ends"),
    LegalStatus.L2: (
        timedelta(days=8),
        timedelta(days=15),
        "the emergency protection order ends, if not extended",
    ),
    LegalStatus.L3: (timedelta(days=7), None, "the child assessment order ends"),
}
"""Powers that end by themselves, counted from the day on which the child became looked after; with an extension."""


@deadline(
    "CA89-PROTECTION",
    title="Police protection and emergency protection end",
    cites=CHILDREN_ACT_1989("ss.43, 45 and 46", "section/46"),
    confidence=Confidence.MEMORY,
    from_day=date(1991, 10, 14),
)
def protection_ends(of: ChildOnADay) -> Iterator[Due]:
    """Police protection lasts 72 hours, an emergency protection order 8 days, or 15; the stay then needs more."""
    if of.child.legal_status in LASTS:
        lasts, extended, words = LASTS[of.child.legal_status]
        since = of.child.became_looked_after
        what = f"{words}: by what authority the child stays after it is settled"
        if isinstance(since, date):
            yield Due(what, since + lasts, since + extended if extended else None)
        else:
            yield Due(what, None)


@deadline(
    "CPPCR-33",
    title="Reviews of the case",
    cites=SI_2010_959("reg 33", "regulation/33"),
    confidence=Confidence.SECONDARY,
)
def reviews(of: ChildOnADay) -> Iterator[Due]:
    """The case is reviewed within 20 working days, then within three months, then at least every six months."""
    if of.child.legal_status in SHORT_BREAKS:
        return
    since, last = of.child.became_looked_after, of.child.last_review_on
    last = None if isinstance(last, date) and last > of.day else last
    first = working_days_after(since, 20) if isinstance(since, date) else None
    if isinstance(last, date):
        within = 3 if first is None or last <= months_after(first, 3) else 6
        yield Due(f"the next review of the case, within {within} months of the last", months_after(last, within))
    elif first is not None and (last is False or first >= of.day):
        yield Due("the first review of the case, within 20 working days of being looked after", first)
    else:
        yield Due("it is found out when the case was last reviewed: no day is recorded", None)


@deadline(
    "POL-NEAR-18",
    title="Near 18",
    cites=local_policy("strategy 2021 to 2024: support at 18"),
    confidence=Confidence.LOCAL,
)
def comes_of_age(of: ChildOnADay) -> Iterator[Due]:
    """From 16 on, what follows at 18 is planned."""
    if birthday(of.child.born, 16) <= of.day < eighteenth_birthday(of.child.born):
        yield Due("the child turns 18: a pathway plan and what follows", eighteenth_birthday(of.child.born))
