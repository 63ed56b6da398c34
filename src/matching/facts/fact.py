"""A fact is a named column of the catalogue: its type, its words, and the facts that it is worked out from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

import polars as pl

from matching.facts.value import (
    LESS,
    MORE,
    NO_LESS,
    NO_MORE,
    Comparison,
    Condition,
    Phrase,
    Value,
    YesOrNo,
    both,
    either,
    opposite,
)

T = TypeVar("T")

NEVER = date(9999, 12, 31)
"""The day of what is known not to have happened, and the end of what has no end."""

AT_LEAST, AT_MOST = "_at_least", "_at_most"


def column_type(of: type[Any]) -> pl.DataType:
    """The column type that holds a fact of this Python type."""
    if issubclass(of, StrEnum):
        return pl.Enum([member.value for member in of])
    return {bool: pl.Boolean(), int: pl.Int32(), float: pl.Float64(), str: pl.String(), date: pl.Date()}[of]


def show_plain(value: Any) -> str:
    """A value in words: codes without underscores, days in full, yes and no."""
    if value == NEVER:
        return "never"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return str(value).replace("_", " ")


def units(one: str, many: str, form: str = "{:,}") -> Callable[[Any], str]:
    """Words for a number with its unit: '1 mile', '2.5 miles'."""
    return lambda value: f"{form.format(value)} {one if value == 1 else many}"


SEVERAL = re.compile(r"the (?!number\b)(\w+ )*(\w*[^s]s|children) (that|there|who)\b")
"""Words that name several things: `the beds that the arriving children need`."""


class Fact(Value[T]):
    """A column of the catalogue. Rules, criteria and sentences speak of facts, never of columns."""

    __slots__ = ("made_from", "name", "of", "show", "words")

    def __init__(self, of: type[T], words: str, made_from: tuple[Fact[Any], ...], show: Callable[[Any], str]) -> None:
        self.of, self.words, self.made_from, self.show = of, words, made_from, show

    def __set_name__(self, owner: type[Facts], name: str) -> None:
        self.name = f"{owner.about}.{name}"
        super().__init__(pl.col(self.name), frozenset([self.name]))
        CATALOGUE[self.name] = self

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold it."""
        return (self.name,)

    @property
    def called(self) -> str:
        return self.words

    @property
    def is_or_are(self) -> str:
        return "are" if SEVERAL.match(self.words) else "is"

    @property
    def holds_days(self) -> bool:
        return self.of is date

    def in_words(self, value: T) -> str:
        return self.show(value)


class YesNo(Fact[bool]):
    """A fact that is a condition as it stands."""

    __slots__ = ()

    @property
    def phrase(self) -> Phrase:
        """That it holds, in words: `whether it is an emergency` reads `it is an emergency`."""
        held = self.words.removeprefix("whether ")
        return Phrase(held if held != self.words else f"{held}: yes")

    def __and__(self, other: YesOrNo) -> Condition:
        return both(self, other)

    def __or__(self, other: YesOrNo) -> Condition:
        return either(self, other)

    def __invert__(self) -> Condition:
        return opposite(self)


class Count(Fact[int]):
    """A count of which a part may be unknown: null, yet between two bounds that can settle a comparison."""

    __slots__ = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.name, self.name + AT_LEAST, self.name + AT_MOST)

    def __le__(self, other: int | Value[int]) -> Condition:
        return self._bounded(other, NO_MORE, AT_MOST, AT_LEAST)

    def __gt__(self, other: int | Value[int]) -> Condition:
        return self._bounded(other, MORE, AT_LEAST, AT_MOST)

    def __ge__(self, other: int | Value[int]) -> Condition:
        return self._bounded(other, NO_LESS, AT_LEAST, AT_MOST)

    def __lt__(self, other: int | Value[int]) -> Condition:
        return self._bounded(other, LESS, AT_MOST, AT_LEAST)

    def _bounded(self, other: int | Value[int], by: Comparison, sure: str, may: str) -> Condition:
        """True where the bound that is hardest to satisfy does; false where the easiest does not; else unknown."""
        against = other.expr if isinstance(other, Value) else pl.lit(other)
        surely, perhaps = by.how(pl.col(self.name + sure), against), by.how(pl.col(self.name + may), against)
        return self._compared(surely | (perhaps & pl.lit(None, dtype=pl.Boolean)), other, by)


CATALOGUE: dict[str, Fact[Any]] = {}
"""Every fact by name, filled as the tables of `catalogue.py` are defined."""


def value_type(column: str) -> pl.DataType:
    """The type of a column of the catalogue, by its name."""
    return column_type(CATALOGUE[column.removesuffix(AT_LEAST).removesuffix(AT_MOST)].of)


class Facts:
    """A table of facts about one thing; `about` is the first part of their names."""

    about: ClassVar[str] = ""


def fact(of: type[T], words: str, *made_from: Fact[Any], show: Callable[[Any], str] = show_plain) -> Fact[T]:
    """A fact with the words that name it, and what it is worked out from."""
    return Fact(of, words, made_from, show)


def yes_no(words: str, *made_from: Fact[Any]) -> YesNo:
    """A fact that holds or does not."""
    return YesNo(bool, words, made_from, show_plain)


def count(words: str, *made_from: Fact[Any], show: Callable[[Any], str] = show_plain) -> Count:
    """A count that may be known only within bounds."""
    return Count(int, words, made_from, show)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that an answer needed and nobody has recorded."""

    fact: str
    words: str


def root_causes(name: str, row: Mapping[str, Any]) -> tuple[Missing, ...]:
    """The recorded facts whose absence leaves this one unknown; itself where all its parts are known."""
    if row[name] is not None:
        return ()
    parts = tuple(m for part in CATALOGUE[name].made_from for m in root_causes(part.name, row))
    return parts or (Missing(name, CATALOGUE[name].words),)


def facts_behind(names: Iterable[str]) -> frozenset[str]:
    """These facts and all that they are made from."""
    found, todo = set[str](), list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [part.name for part in CATALOGUE[name].made_from]
    return frozenset(found)


def columns_behind(names: Iterable[str]) -> tuple[str, ...]:
    """The columns of these facts and of all that they are made from, in order."""
    return tuple(column for name in sorted(facts_behind(names)) for column in CATALOGUE[name].columns)
