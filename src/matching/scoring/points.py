"""Points: 0 to 10,000, in hundredths, low, central and high, worked out of the facts of many rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, Union

import numpy as np
import numpy.typing as npt

from matching.facts.fact import CATALOGUE, Fact, YesNo
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


class Instead(NamedTuple):
    """What is said instead, where a fact surely holds, or surely does not."""

    fact: str
    holds: bool
    because: str


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
        return self._of(self.low, self.central, lambda rows: whole(FULL - (FULL - high(rows)) * share_left), NO_FACTS)

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
        low, central = self._surely_and_as_known(rows)
        return low, central, _filled(self.high(rows), FULL).astype(np.int64)

    def as_known(self, rows: Rows) -> Ints:
        """Central alone."""
        return self._surely_and_as_known(rows)[1]

    def _surely_and_as_known(self, rows: Rows) -> tuple[Ints, Ints]:
        low = _filled(self.low(rows), 0).astype(np.int64)
        return low, low if self.central is self.low else _known_or(self.central(rows), low).astype(np.int64)

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


def whole(points: Numbers) -> Numbers:
    """Whole hundredths from 0 to 10,000; a half is rounded up."""
    whole: Numbers = np.floor(np.clip(points, 0, FULL) + 0.5)
    return whole
