"""A criterion turns what is known into points: 0 to 10,000, in hundredths, low, central and high."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import polars as pl

from matching.facts.fact import CATALOGUE, YesNo
from matching.facts.value import Value, YesOrNo

FULL = 10_000
"""A hundred points, in hundredths: whole numbers, so that the same question has the same answer to the byte."""

SLOT = re.compile(r"\{([\w.]+)\}")
Number = Value[float] | Value[int]


class Head(StrEnum):
    """The three heads of the score, as the owner named them."""

    STABILITY = "stability"
    DISTANCE = "distance"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Points:
    """Expressions for low, central and high, each null where it is not known; unknown is 0 to 100, central 0.

    `because` is the sentence that explains them; `unless` a fact, and what is said instead where it does not hold.
    """

    low: pl.Expr
    central: pl.Expr
    high: pl.Expr
    facts: frozenset[str]
    because: str = ""
    unless: tuple[str, str] | None = None

    def saying(self, because: str) -> Points:
        """The same points with the sentence that explains them."""
        if unknown := set(SLOT.findall(because)) - set(CATALOGUE):
            raise NameError(f"{because!r} speaks of {sorted(unknown)}, which the catalogue does not hold")
        return replace(self, because=because)

    def where(self, condition: YesOrNo, these: int) -> Points:
        """These points, in hundredths, where the condition surely holds."""

        def laid(points: pl.Expr) -> pl.Expr:
            return pl.when(condition.expr).then(these).otherwise(points)

        facts = self.facts | condition.facts
        return replace(self, low=laid(self.low), central=laid(self.central), high=laid(self.high), facts=facts)

    def not_asked_without(self, fact: YesNo, because: str) -> Points:
        """Full points, in other words, where a fact surely does not hold: then there is nothing to ask."""
        return replace(self.where(~fact, FULL), unless=(fact.name, because))

    def nothing_without(self, fact: YesNo, because: str) -> Points:
        """No points, in other words, where a fact surely does not hold: then it is nothing to be glad of."""
        return replace(self.where(~fact, 0), unless=(fact.name, because))

    @property
    def said(self) -> frozenset[str]:
        """The facts that the points rest on or that the sentence names."""
        return self.facts | frozenset(SLOT.findall(self.because))

    def columns(self, criterion: str) -> list[pl.Expr]:
        """The three columns, with nothing unknown left: silence is never good news."""
        return [
            self.low.fill_null(0).cast(pl.Int32).alias(f"{criterion}|low"),
            self.central.fill_null(0).cast(pl.Int32).alias(f"{criterion}|central"),
            self.high.fill_null(FULL).cast(pl.Int32).alias(f"{criterion}|high"),
        ]


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


def share(met: Number, unmet: Number, of: Number) -> Points:
    """The share that is met: at least what surely is, at most what is not surely unmet; full where there is nothing."""
    total = pl.when(of.expr > 0).then(of.expr)
    low = _whole(met.expr / total * FULL)
    high = _whole((of.expr - unmet.expr) / total * FULL)
    return Points(low, low, high, met.facts | unmet.facts | of.facts).where(of == 0, FULL)


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
