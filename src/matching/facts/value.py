"""Typed values over columns. Null is 'unknown', and every operation here keeps it so (Kleene's three values)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum, StrEnum
from typing import Any, Generic, NamedTuple, NoReturn, Protocol, TypeVar

import polars as pl

T = TypeVar("T")

NO_FACTS: frozenset[str] = frozenset()


class Phrase(NamedTuple):
    """A condition in words; `joint` joins its parts where it has several, `denied` says that it does not hold."""

    text: str
    joint: str = ""
    denied: str = ""

    def __invert__(self) -> Phrase:
        return Phrase(self.denied or f"not: {self._in_brackets(self.joint)}", denied=self.text)

    def joined(self, joint: str, other: Phrase) -> Phrase:
        """Both, in the order in which they were said."""
        return Phrase(f"{self._beside(joint)} {joint} {other._beside(joint)}", joint)

    def _beside(self, joint: str) -> str:
        """As a part of something longer: in brackets where its own words could be read as the joint."""
        return self.text if self.joint == joint else self._in_brackets(MISREAD.search(self.text))

    def _in_brackets(self, needed: object) -> str:
        return f"({self.text})" if needed else self.text


MISREAD = re.compile(r"[:,]| and |(?<! on) or ")
"""What another `and` or `or` beside it would make ambiguous; `on or before` it would not."""

Saying = Callable[[], Phrase]
"""Words worked out only when they are asked for: judging never does."""


class Comparison(NamedTuple):
    """A way to compare two values: how columns do it, and how it is said of days and of anything else."""

    how: Callable[[pl.Expr, Any], pl.Expr]
    words: str
    of_days: str


EQUAL, OTHER = Comparison(pl.Expr.eq, "", ""), Comparison(pl.Expr.ne, "not", "not")
NO_LESS, LESS = Comparison(pl.Expr.ge, "at least", "on or after"), Comparison(pl.Expr.lt, "less than", "before")
NO_MORE, MORE = Comparison(pl.Expr.le, "at most", "on or before"), Comparison(pl.Expr.gt, "more than", "after")
OPPOSITE = {EQUAL: OTHER, OTHER: EQUAL, NO_LESS: LESS, LESS: NO_LESS, NO_MORE: MORE, MORE: NO_MORE}


class YesOrNo(Protocol):
    """What can stand in a condition: an expression that is true, false or null, its facts, and its words."""

    @property
    def expr(self) -> pl.Expr: ...

    @property
    def facts(self) -> frozenset[str]: ...

    @property
    def phrase(self) -> Phrase: ...


def both(one: YesOrNo, other: YesOrNo) -> Condition:
    """Surely true where both are."""
    return Condition(
        one.expr & other.expr,
        one.facts | other.facts,
        lambda: one.phrase.joined("and", other.phrase),
        Joint.AND,
        (one, other),
    )


def either(one: YesOrNo, other: YesOrNo) -> Condition:
    """Surely true where one of them is."""
    return Condition(
        one.expr | other.expr,
        one.facts | other.facts,
        lambda: one.phrase.joined("or", other.phrase),
        Joint.OR,
        (one, other),
    )


def opposite(one: YesOrNo) -> Condition:
    """Surely true where it is surely false."""
    return Condition(~one.expr, one.facts, lambda: ~one.phrase, Joint.NOT, (one,))


class Joint(Enum):
    """How a condition is made of others."""

    AND = "and"
    OR = "or"
    NOT = "not"


class Condition:
    """True, false or unknown for each row; `& | ~` join conditions, and `and or not if` are refused.

    One that is made of others names them as its `parts`, and how they are joined.
    """

    __slots__ = ("_saying", "expr", "facts", "joint", "parts")

    def __init__(
        self,
        expr: pl.Expr,
        facts: frozenset[str],
        saying: Saying | None = None,
        joint: Joint | None = None,
        parts: tuple[YesOrNo, ...] = (),
    ) -> None:
        self.expr, self.facts, self._saying, self.joint, self.parts = expr, facts, saying, joint, parts

    @property
    def phrase(self) -> Phrase:
        """The condition in words; one that was made without words names its facts."""
        return self._saying() if self._saying else Phrase(worked_out_from(self.facts))

    def __and__(self, other: YesOrNo) -> Condition:
        return both(self, other)

    def __or__(self, other: YesOrNo) -> Condition:
        return either(self, other)

    def __invert__(self) -> Condition:
        return opposite(self)

    def __bool__(self) -> NoReturn:
        raise TypeError("a condition is a column, not a yes or no: join conditions with & | ~, not with and, or, not")


class Value(Generic[T]):
    """A typed column expression, and the names of the facts it is made from."""

    __slots__ = ("expr", "facts")

    def __init__(self, expr: pl.Expr, facts: frozenset[str]) -> None:
        self.expr, self.facts = expr, facts

    def __eq__(self, other: T | Value[T]) -> Condition:  # type: ignore[override]
        return self._compare(other, EQUAL)

    def __ne__(self, other: T | Value[T]) -> Condition:  # type: ignore[override]
        return self._compare(other, OTHER)

    def __ge__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, NO_LESS)

    def __gt__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, MORE)

    def __le__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, NO_MORE)

    def __lt__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, LESS)

    def one_of(self, *values: T) -> Condition:
        """True where the value is one of these, unknown where it is unknown."""
        return Condition(self.expr.is_in([plain(v) for v in values]), self.facts, lambda: self._among(values))

    def _compare(self, other: T | Value[T], by: Comparison) -> Condition:
        return self._compared(by.how(self.expr, _operand(other)), other, by)

    def _compared(self, expr: pl.Expr, other: T | Value[T], by: Comparison) -> Condition:
        return Condition(expr, self.facts | facts_of(other), lambda: self._phrase(other, by))

    @property
    def called(self) -> str:
        """The words that name it."""
        return worked_out_from(self.facts)

    @property
    def is_or_are(self) -> str:
        """The verb that goes with the words that name it."""
        return "is"

    @property
    def holds_days(self) -> bool:
        """Whether it is a day, which is before or after another."""
        return False

    def in_words(self, value: T) -> str:
        """One of its values in words."""
        return str(plain(value))

    def _phrase(self, other: T | Value[T], by: Comparison) -> Phrase:
        than = other.called if isinstance(other, Value) else self.in_words(other)
        said, denied = (c.of_days if self.holds_days else c.words for c in (by, OPPOSITE[by]))
        return self._said(f"{said} {than}", f"{denied} {than}")

    def _among(self, values: tuple[T, ...]) -> Phrase:
        if len(values) == 1:
            return self._phrase(values[0], EQUAL)
        listed = ", ".join(map(self.in_words, values))
        return self._said(f"one of: {listed}", f"none of: {listed}")

    def _said(self, held: str, denied: str) -> Phrase:
        """What is said of it, and what is said where that does not hold."""
        about = f"{self.called} {self.is_or_are}"
        return Phrase(f"{about} {held.strip()}", denied=f"{about} {denied.strip()}")

    def __bool__(self) -> NoReturn:
        raise TypeError("a fact has no truth of its own: compare it, and join conditions with & | ~")

    __hash__ = None  # type: ignore[assignment]


def worked_out_from(facts: Iterable[str]) -> str:
    """What has no words of its own, by the facts that it is made from."""
    return f"what follows from {', '.join(sorted(facts))}"


def plain(value: Any) -> Any:
    """A code as the text that its column holds; anything else as it is."""
    return value.value if isinstance(value, StrEnum) else value


def facts_of(value: Any) -> frozenset[str]:
    """The facts that an operand brings with it: none for a plain value."""
    return value.facts if isinstance(value, Value) else NO_FACTS


def _operand(value: Any) -> Any:
    return value.expr if isinstance(value, Value) else pl.lit(plain(value))
