"""A criterion turns what is known into points: 0 to 10,000, in hundredths, low, central and high."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Union

import numpy as np
import numpy.typing as npt

from matching.domain.child import Child
from matching.domain.home import Home
from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE, Count, Fact, YesNo
from matching.facts.links import Flags
from matching.facts.value import NO_FACTS, YesOrNo
from matching.scoring.evidence import Evidence
from matching.scoring.rows import Numbers, Rows

FULL = 10_000
"""A hundred points, in hundredths: whole numbers, so that the same question has the same answer to the byte."""

SLOT = re.compile(r"\{([\w.]+)\}")
Number = Union[Fact[float], Fact[int], "Amount"]
Ints = npt.NDArray[np.int64]
Three = tuple[Ints, Ints, Ints]


class Head(StrEnum):
    """The three heads of the score, as the owner named them."""

    STABILITY = "stability"
    DISTANCE = "distance"
    COST = "cost"


class Instead(NamedTuple):
    """What is said instead, where a fact surely holds, or surely does not."""

    fact: str
    holds: bool
    because: str


Detail = Callable[[Child, Home], str]
Series = Callable[[Rows], Numbers]
"""Numbers worked out of the facts of many rows, NaN where they are not known."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of each row, and the facts that it is made from."""

    series: Series
    facts: frozenset[str]


def amount(of: Number) -> Amount:
    """A fact's number, or what is worked out already."""
    if isinstance(of, Amount):
        return of
    name = of.name
    return Amount(lambda rows: rows.number(name), frozenset([name]))


@dataclass(frozen=True, slots=True)
class Points:
    """Low, central and high in hundredths, each NaN where it is not known: 0 to 100, and central what is low.

    `because` is the sentence that explains them, `instead` what is said where a fact makes it another; `asked` tells
    where there is anything to ask (everywhere, if None), and `unasked` why there is not.
    """

    low: Series
    central: Series
    high: Series
    facts: frozenset[str]
    because: str = ""
    instead: tuple[Instead, ...] = ()
    asked: YesOrNo | None = None
    unasked: str = ""

    def saying(self, because: str) -> Points:
        """The same points with the sentence that explains them."""
        return replace(self, because=_known(because))

    def saying_where(self, fact: YesNo, because: str, *, holds: bool = True) -> Points:
        """The same points with another sentence where a fact surely holds, or surely does not."""
        return replace(self, instead=(*self.instead, Instead(fact.name, holds, _known(because))))

    def asked_where(self, condition: YesOrNo, because: str) -> Points:
        """The same points, which count for nothing where a condition surely does not hold: nothing is asked there."""
        return replace(self, asked=condition, unasked=because, facts=self.facts | condition.facts)

    def where(self, condition: YesOrNo, other: Points) -> Points:
        """Other points where the condition surely holds."""

        def laid(mine: Series, theirs: Series) -> Series:
            return lambda rows: np.where(rows.held(condition).may_not, mine(rows), theirs(rows))

        facts = condition.facts | other.facts
        return self._of(
            laid(self.low, other.low), laid(self.central, other.central), laid(self.high, other.high), facts
        )

    def only_where(self, condition: YesOrNo) -> Points:
        """These points where the condition holds, none where it does not, and either where that is not known."""

        def surely(mine: Series) -> Series:
            return lambda rows: np.where(rows.held(condition).may_not, 0, mine(rows))

        def perhaps(mine: Series) -> Series:
            return lambda rows: np.where(rows.held(condition).may, mine(rows), 0)

        return self._of(surely(self.low), surely(self.central), perhaps(self.high), condition.facts)

    def at_most(self, most: int, unless: YesOrNo) -> Points:
        """No more than so many hundredths unless the condition holds; either where that is not known."""

        def surely(mine: Series) -> Series:
            return lambda rows: np.where(rows.held(unless).may_not, np.minimum(mine(rows), most), mine(rows))

        def perhaps(rows: Rows) -> Numbers:
            high = _filled(self.high(rows), FULL)
            return np.where(rows.held(unless).may, high, np.minimum(high, most))

        return self._of(surely(self.low), surely(self.central), perhaps, unless.facts)

    def at_least(self, least: int) -> Points:
        """These points, known to be at least so many hundredths whatever is not known."""

        def floored(mine: Series) -> Series:
            return lambda rows: np.maximum(_filled(mine(rows), least), least)

        return self._of(floored(self.low), floored(self.central), self.high, NO_FACTS)

    def perhaps_full(self, where: Callable[[Rows], Flags]) -> Points:
        """The same points, which may be full in some rows."""
        high = self.high
        return self._of(self.low, self.central, lambda rows: np.where(where(rows), FULL, high(rows)), NO_FACTS)

    def within(self, evidence: Evidence) -> Points:
        """The high points by the weakest published estimate of what a loss of points means; the low by the reported."""
        high, share_left = self.high, evidence.weakest_share
        return self._of(self.low, self.central, lambda rows: _whole(FULL - (FULL - high(rows)) * share_left), NO_FACTS)

    def _of(self, low: Series, central: Series, high: Series, facts: frozenset[str]) -> Points:
        return replace(self, low=low, central=central, high=high, facts=self.facts | facts)

    @property
    def said(self) -> frozenset[str]:
        """The facts that the points rest on or that a sentence names."""
        sentences = (self.because, *(i.because for i in self.instead))
        named = (name for because in sentences for name in SLOT.findall(because))
        return self.facts | frozenset(named) | frozenset(i.fact for i in self.instead)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that the points are worked out from."""
        return frozenset(column for name in self.facts for column in CATALOGUE[name].columns)

    def of(self, rows: Rows) -> Three:
        """Low, central and high of each row, with nothing unknown left: silence is never good news."""
        low = _filled(self.low(rows), 0).astype(np.int64)
        central = low if self.central is self.low else _known_or(self.central(rows), low).astype(np.int64)
        return low, central, _filled(self.high(rows), FULL).astype(np.int64)

    def asked_of(self, rows: Rows) -> Flags | None:
        """Where there is anything to ask; None where there always is."""
        return None if self.asked is None else rows.held(self.asked).may


def _known(because: str) -> str:
    if unknown := set(SLOT.findall(because)) - set(CATALOGUE):
        raise NameError(f"{because!r} speaks of {sorted(unknown)}, which the catalogue does not hold")
    return because


def _filled(points: Numbers, unknown: float) -> Numbers:
    """The points, and others where they are not known."""
    return np.where(np.isnan(points), unknown, points)


def _known_or(points: Numbers, low: Ints) -> Numbers:
    """The points, and the low where they are not known."""
    return np.where(np.isnan(points), low, points)


def _whole(points: Numbers) -> Numbers:
    """Whole hundredths from 0 to 10,000; a half is rounded up."""
    whole: Numbers = np.floor(np.clip(points, 0, FULL) + 0.5)
    return whole


def falling(value: Number, *, full_at: float, none_at: float, least: Number, most: Number) -> Points:
    """Full points at or below one value, none at or above another; `least` and `most` bound a value not exact."""
    each = FULL / (none_at - full_at)

    def points(of: Amount) -> Series:
        return lambda rows: _whole((none_at - of.series(rows)) * each)

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
    return _alike(lambda rows: _whole((of.series(rows) - none_at) * each), of.facts)


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
        return np.where((of == 0) | np.isinf(part), FULL, _whole(part * FULL / of))


def best_of(*earned: tuple[YesOrNo, int]) -> Points:
    """The most that any of these conditions earns, in hundredths; one that is not known may earn its points."""

    def low(rows: Rows) -> Numbers:
        return _most([np.where(rows.held(c).may_not, 0.0, points) for c, points in earned])

    def high(rows: Rows) -> Numbers:
        return _most([np.where(rows.held(c).may, float(points), 0) for c, points in earned])

    return Points(low, low, high, NO_FACTS.union(*(c.facts for c, _ in earned)))


def _most(points: Sequence[Numbers]) -> Numbers:
    most: Numbers = np.max(points, axis=0)
    return most


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
        return lambda rows: _whole(FULL - np.sum([loss.at(bound, rows) for loss in losses], axis=0))

    low = left(AT_MOST)
    return Points(low, low, left(AT_LEAST), frozenset(loss.counted.name for loss in losses))


@dataclass(frozen=True, eq=False)
class Criterion:
    """One consideration: its head, the question it answers, whom it serves, and its points.

    `detail` says of one child and one home what no column holds, where there is something to say.
    """

    id: str
    head: Head
    question: str
    serves: str
    from_day: date
    means: str
    points: Points
    detail: Detail | None = None


def criterion(
    id: str,  # noqa: A002
    *,
    head: Head,
    question: str,
    serves: str,
    from_day: date = date(2026, 1, 1),
    detail: Detail | None = None,
) -> Callable[[Callable[[], Points]], Criterion]:
    """Makes a criterion of a function that gives its points; the docstring says how they fall."""

    def build(points: Callable[[], Points]) -> Criterion:
        means = " ".join((points.__doc__ or "").split())
        return Criterion(id, head, question, serves, from_day, means, points(), detail)

    return build
