"""A criterion turns what is known into points: 0 to 10,000, in hundredths, low, central and high."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import polars as pl

from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE, Count, YesNo
from matching.facts.value import Value, YesOrNo
from matching.scoring.evidence import Evidence

FULL = 10_000
"""A hundred points, in hundredths: whole numbers, so that the same question has the same answer to the byte."""

SLOT = re.compile(r"\{([\w.]+)\}")
Number = Value[float] | Value[int]


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


@dataclass(frozen=True, slots=True)
class Points:
    """Expressions for low, central and high, each null where it is not known; unknown is 0 to 100, central 0.

    `because` is the sentence that explains them, `instead` what is said where a fact makes it another; `asked` tells
    where there is anything to ask (everywhere, if None), and `unasked` why there is not.
    """

    low: pl.Expr
    central: pl.Expr
    high: pl.Expr
    facts: frozenset[str]
    because: str = ""
    instead: tuple[Instead, ...] = ()
    asked: pl.Expr | None = None
    unasked: str = ""

    def saying(self, because: str) -> Points:
        """The same points with the sentence that explains them."""
        return replace(self, because=_known(because))

    def saying_where(self, fact: YesNo, because: str, *, holds: bool = True) -> Points:
        """The same points with another sentence where a fact surely holds, or surely does not."""
        return replace(self, instead=(*self.instead, Instead(fact.name, holds, _known(because))))

    def asked_where(self, condition: YesOrNo, because: str) -> Points:
        """The same points, which count for nothing where a condition surely does not hold: nothing is asked there."""
        asked, facts = condition.expr.fill_null(value=True), self.facts | condition.facts
        return replace(self, asked=asked, unasked=because, facts=facts)

    def where(self, condition: YesOrNo, other: Points) -> Points:
        """Other points where the condition surely holds."""

        def laid(mine: pl.Expr, theirs: pl.Expr) -> pl.Expr:
            return pl.when(condition.expr).then(theirs).otherwise(mine)

        return self._with(laid, other, condition.facts | other.facts)

    def only_where(self, condition: YesOrNo) -> Points:
        """These points where the condition holds, none where it does not, and either where that is not known."""
        surely, perhaps = condition.expr.fill_null(value=False), condition.expr.fill_null(value=True)
        return replace(
            self,
            low=pl.when(surely).then(self.low).otherwise(0),
            central=pl.when(surely).then(self.central).otherwise(0),
            high=pl.when(perhaps).then(self.high).otherwise(0),
            facts=self.facts | condition.facts,
        )

    def at_most(self, most: int, unless: YesOrNo) -> Points:
        """No more than so many hundredths unless the condition holds; either where that is not known."""
        surely, perhaps = unless.expr.fill_null(value=False), unless.expr.fill_null(value=True)

        def capped(points: pl.Expr, free: pl.Expr) -> pl.Expr:
            return pl.when(free).then(points).otherwise(points.clip(upper_bound=most))

        low, central = capped(self.low, surely), capped(self.central, surely)
        high = capped(self.high.fill_null(FULL), perhaps)
        return replace(self, low=low, central=central, high=high, facts=self.facts | unless.facts)

    def at_least(self, least: int) -> Points:
        """These points, known to be at least so many hundredths whatever is not known."""

        def floored(points: pl.Expr) -> pl.Expr:
            return points.fill_null(least).clip(lower_bound=least)

        return replace(self, low=floored(self.low), central=floored(self.central))

    def perhaps_full(self, where: pl.Expr) -> Points:
        """The same points, which may be full in some rows."""
        return replace(self, high=pl.when(where).then(FULL).otherwise(self.high))

    def within(self, evidence: Evidence) -> Points:
        """The high points by the weakest published estimate of what a loss of points means; the low by the reported."""
        lost = (FULL - self.high) * evidence.weakest_share
        return replace(self, high=_whole(FULL - lost))

    def _with(self, laid: Callable[[pl.Expr, pl.Expr], pl.Expr], other: Points, facts: frozenset[str]) -> Points:
        low, central, high = laid(self.low, other.low), laid(self.central, other.central), laid(self.high, other.high)
        return replace(self, low=low, central=central, high=high, facts=self.facts | facts)

    @property
    def said(self) -> frozenset[str]:
        """The facts that the points rest on or that a sentence names."""
        sentences = (self.because, *(i.because for i in self.instead))
        named = (name for because in sentences for name in SLOT.findall(because))
        return self.facts | frozenset(named) | frozenset(i.fact for i in self.instead)

    def columns(self, criterion: str) -> list[pl.Expr]:
        """The three columns, with nothing unknown left: silence is never good news; and where there is a question."""
        asked = [] if self.asked is None else [self.asked.cast(pl.Int32).alias(f"{criterion}|asked")]
        return [
            self.low.fill_null(0).cast(pl.Int32).alias(f"{criterion}|low"),
            self.central.fill_null(0).cast(pl.Int32).alias(f"{criterion}|central"),
            self.high.fill_null(FULL).cast(pl.Int32).alias(f"{criterion}|high"),
            *asked,
        ]


def _known(because: str) -> str:
    if unknown := set(SLOT.findall(because)) - set(CATALOGUE):
        raise NameError(f"{because!r} speaks of {sorted(unknown)}, which the catalogue does not hold")
    return because


def _whole(points: pl.Expr) -> pl.Expr:
    """Whole hundredths from 0 to 10,000; a half is rounded up."""
    return (points.clip(0, FULL) + 0.5).floor().cast(pl.Int32)


def falling(value: Number, *, full_at: float, none_at: float, least: Number, most: Number) -> Points:
    """Full points at or below one value, none at or above another; `least` and `most` bound a value not exact."""

    def points(of: Number) -> pl.Expr:
        return _whole((none_at - of.expr) * (FULL / (none_at - full_at)))

    return Points(points(most), points(value), points(least), value.facts | least.facts | most.facts)


def falling_exactly(value: Number, *, full_at: float, none_at: float) -> Points:
    """Full points at or below one value, none at or above another, in between by the value."""
    return falling(value, full_at=full_at, none_at=none_at, least=value, most=value)


def rising(value: Number, *, none_at: float, full_at: float) -> Points:
    """No points at or below one value, full points at or above another, in between by the value."""
    points = _whole((value.expr - none_at) * (FULL / (full_at - none_at)))
    return Points(points, points, points, value.facts)


def exactly(points: int) -> Points:
    """So many hundredths, wherever."""
    return Points(pl.lit(points), pl.lit(points), pl.lit(points), frozenset())


def share(met: Number, unmet: Number, of: Number) -> Points:
    """The share that is met: at least what surely is, at most what is not surely unmet; full where there is nothing."""
    total = pl.when(of.expr > 0).then(of.expr)
    low = _share(met.expr, total)
    high = _share(of.expr - unmet.expr, total)
    return Points(low, low, high, met.facts | unmet.facts | of.facts).where(of == 0, exactly(FULL))


def of_share(part: pl.Expr, of: pl.Expr, facts: frozenset[str]) -> Points:
    """Points by the share that one number is of another, the whole of it or more being full."""
    points = _share(part, of)
    return Points(points, points, points, facts)


def _share(part: pl.Expr, of: pl.Expr) -> pl.Expr:
    """Multiplied before it is divided: so a half is a half, and is rounded up."""
    return _whole(part.cast(pl.Float64) * FULL / of)


def best_of(*earned: tuple[YesOrNo, int]) -> Points:
    """The most that any of these conditions earns, in hundredths; one that is not known may earn its points."""
    low = pl.max_horizontal(0, *(c.expr.fill_null(value=False).cast(pl.Int32) * points for c, points in earned))
    high = pl.max_horizontal(0, *(c.expr.fill_null(value=True).cast(pl.Int32) * points for c, points in earned))
    return Points(low, low, high, frozenset[str]().union(*(c.facts for c, _ in earned)))


class Loss(NamedTuple):
    """So many hundredths lost for each that is counted, and the most that are lost so."""

    counted: Count
    each: int
    most: int

    def at(self, bound: str) -> pl.Expr:
        """What is lost at a bound of the count."""
        return (pl.col(self.counted.name + bound) * self.each).clip(upper_bound=self.most)


def less(*losses: Loss) -> Points:
    """Full points less what each count loses: known where all counts are, else from their most to their least."""
    low, high = (_whole(FULL - pl.sum_horizontal(loss.at(bound) for loss in losses)) for bound in (AT_MOST, AT_LEAST))
    return Points(low, low, high, frozenset(loss.counted.name for loss in losses))


@dataclass(frozen=True, eq=False)
class Criterion:
    """One consideration: its head, the question it answers, whom it serves, and its points."""

    id: str
    head: Head
    question: str
    serves: str
    from_day: date
    means: str
    points: Points


def criterion(
    id: str,  # noqa: A002
    *,
    head: Head,
    question: str,
    serves: str,
    from_day: date = date(2026, 1, 1),
) -> Callable[[Callable[[], Points]], Criterion]:
    """Makes a criterion of a function that gives its points; the docstring says how they fall."""

    def build(points: Callable[[], Points]) -> Criterion:
        means = " ".join((points.__doc__ or "").split())
        return Criterion(id, head, question, serves, from_day, means, points())

    return build
