"""The best way of dividing brothers and sisters, before and after: where it would be another, and what makes it so."""

from collections.abc import Iterator

from matching.comparing import causes
from matching.comparing.sides import Side
from matching.domain.comparison import Cause, Difference
from matching.domain.made import made
from matching.domain.ranking import Option

FIRST_WAY, STANDING, SUITABILITY = "first_way", "standing", "suitability"
ALL_TOGETHER = "a home would take all of them"
NOT_TOGETHER = "no home would take all of them together any more"
NO_WAY, A_WAY = "no way of dividing them would be left", "there is no way of dividing them now"
BETTER_NOW = "no home of either way would differ by itself for them: another way comes before it"


def ways_differ(referral: str, before: Side, after: Side) -> Iterator[Difference]:
    """Rows for the best way of dividing them, where there is one to be looked at."""
    if not (before.may_be_parted or after.may_be_parted):
        return
    was, now = (side.first_way() if side.may_be_parted else None for side in (before, after))
    if (was and was.home) != (now and now.home):
        because = tuple(_because(was, now, before, after))
        if was is None or now is None:
            because = (made(Cause, what="order", because=_whether(was, before, after)),)
        ids = {"from_": was and was.home, "to": now and now.home}
        yield made(Difference, referral=referral, what=FIRST_WAY, because=because, **ids)
    elif was is not None and now is not None:
        yield from _same_way(referral, was, now, before, after)


def _whether(was: Option | None, before: Side, after: Side) -> str:
    """Why they would be divided, and are not now, or the other way round."""
    if was is None:
        return A_WAY if before.may_be_parted else NOT_TOGETHER
    return NO_WAY if after.may_be_parted else ALL_TOGETHER


def _same_way(referral: str, was: Option, now: Option, before: Side, after: Side) -> Iterator[Difference]:
    for what in (STANDING, SUITABILITY):
        one, other = getattr(was, what), getattr(now, what)
        if one != other:
            because = tuple(_because(was, now, before, after))
            yield made(Difference, referral=referral, what=what, home=now.home, from_=one, to=other, because=because)


def _because(was: Option | None, now: Option | None, before: Side, after: Side) -> Iterator[Cause]:
    """What is otherwise of a home of either way for those who would live there."""
    ask = before.question.arriving & after.question.arriving
    parts = {(part.children, part.home) for way in (now, was) if way for part in way.parts if ask >= {*part.children}}
    found = [
        cause
        for children, home in sorted(parts)
        for cause in causes.own(before.option_of(children, home), after.option_of(children, home))
    ]
    yield from found
    if not found:
        yield made(Cause, what="order", because=BETTER_NOW)
