"""What is due for a child, wherever she lives: reviews of the case, and what follows at 18."""

from collections.abc import Iterator
from datetime import date

from matching.domain.ages import birthday, eighteenth_birthday, months_after
from matching.facts.working_days import working_days_after
from matching.rules.citation import SI_2010_959, Confidence, local_policy
from matching.rules.deadlines.deadline import ChildOnADay, Due, deadline


@deadline(
    "CPPCR-33",
    title="Reviews of the case",
    cites=SI_2010_959("reg 33", "regulation/33"),
    confidence=Confidence.SECONDARY,
)
def reviews(of: ChildOnADay) -> Iterator[Due]:
    """The case is reviewed within 20 working days, then within three months, then at least every six months."""
    since, last = of.child.became_looked_after, of.child.last_review_on
    first = working_days_after(since, 20) if isinstance(since, date) else None
    if isinstance(last, date):
        within = 3 if first is not None and last <= first else 6
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
