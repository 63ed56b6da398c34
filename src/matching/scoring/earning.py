"""How points fall and rise with what is known, by shares, by conditions, and by what is counted against."""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

import numpy as np

from matching.facts.fact import AT_LEAST, AT_MOST, Count
from matching.facts.value import NO_FACTS, YesOrNo
from matching.scoring.points import FULL, Amount, Number, Points, Series, amount, whole
from matching.scoring.rows import Numbers, Rows


def falling(value: Number, *, full_at: float, none_at: float, least: Number, most: Number) -> Points:
    """Full points at or below one value, none at or above another; `least` and `most` bound a value not exact."""
    each = FULL / (none_at - full_at)

    def points(of: Amount) -> Series:
        return lambda rows: whole((none_at - of.series(rows)) * each)

    central = amount(value)
    low, high = (central if of is value else amount(of) for of in (most, least))
    at = points(central)
    facts = central.facts | low.facts | high.facts
    return Points(at if low is central else points(low), at, at if high is central else points(high), facts)


def falling_exactly(value: Number, *, full_at: float, none_at: float) -> Points:
    """Full points at or below one value, none at or above another, in between by the value."""
    return falling(value, full_at=full_at, none_at=none_at, least=value, most=value)


def rising(value: Number, *, none_at: float, full_at: float) -> Points:
    """No points at or below one value, full points at or above another, in between by the value."""
    of, each = amount(value), FULL / (full_at - none_at)
    return _alike(lambda rows: whole((of.series(rows) - none_at) * each), of.facts)


def _alike(points: Series, facts: frozenset[str]) -> Points:
    """Points of which nothing is open."""
    return Points(points, points, points, facts)


def exactly(points: int) -> Points:
    """So many hundredths, wherever."""
    return _alike(lambda _: np.array(float(points)), NO_FACTS)


def share(met: Number, unmet: Number, of: Number) -> Points:
    """The share that is met: at least what surely is, at most what is not surely unmet; full where there is nothing."""
    yes, no, total = amount(met), amount(unmet), amount(of)

    def low(rows: Rows) -> Numbers:
        return _share(yes.series(rows), total.series(rows))

    def high(rows: Rows) -> Numbers:
        return _share(total.series(rows) - no.series(rows), total.series(rows))

    return Points(low, low, high, yes.facts | no.facts | total.facts)


def of_share(part: Number, of: Number) -> Points:
    """Points by the share that one number is of another, the whole of it or more being full; full of nothing."""
    some, whole = amount(part), amount(of)
    return _alike(lambda rows: _share(some.series(rows), whole.series(rows)), some.facts | whole.facts)


def _share(part: Numbers, of: Numbers) -> Numbers:
    """Multiplied before it is divided: so a half is a half, and is rounded up. Of nothing, and without end, full."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((of == 0) | np.isinf(part), FULL, whole(part * FULL / of))


def best_of(*earned: tuple[YesOrNo, int]) -> Points:
    """The most that any of these conditions earns, in hundredths; one that is not known may earn its points."""

    def low(rows: Rows) -> Numbers:
        return _most([np.where(rows.held(c).may_not, 0.0, points) for c, points in earned])

    def high(rows: Rows) -> Numbers:
        return _most([np.where(rows.held(c).may, float(points), 0) for c, points in earned])

    return Points(low, low, high, NO_FACTS.union(*(c.facts for c, _ in earned)))


def _most(points: Sequence[Numbers]) -> Numbers:
    return reduce(np.maximum, points)


class Loss(NamedTuple):
    """So many hundredths lost for each that is counted, and the most that are lost so."""

    counted: Count
    each: int
    most: int

    def at(self, bound: str, rows: Rows) -> Numbers:
        """What is lost at a bound of the count."""
        return np.minimum(rows.number(self.counted.name + bound) * self.each, self.most)


def less(*losses: Loss) -> Points:
    """Full points less what each count loses: known where all counts are, else from their most to their least."""

    def left(bound: str) -> Series:
        return lambda rows: whole(FULL - reduce(add, [loss.at(bound, rows) for loss in losses]))

    low = left(AT_MOST)
    return Points(low, low, left(AT_LEAST), frozenset(loss.counted.name for loss in losses))
