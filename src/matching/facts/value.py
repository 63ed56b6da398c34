"""Typed values over columns. Null is 'unknown', and every operation here keeps it so (Kleene's three values)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, NoReturn, Protocol, TypeVar

import polars as pl

T = TypeVar("T")

NO_FACTS: frozenset[str] = frozenset()


class YesOrNo(Protocol):
    """What can stand in a condition: an expression that is true, false or null, and the facts it is made from."""

    @property
    def expr(self) -> pl.Expr: ...

    @property
    def facts(self) -> frozenset[str]: ...


class Condition:
    """True, false or unknown for each row; `& | ~` join conditions, and `and or not if` are refused."""

    __slots__ = ("expr", "facts")

    def __init__(self, expr: pl.Expr, facts: frozenset[str]) -> None:
        self.expr, self.facts = expr, facts

    def __and__(self, other: YesOrNo) -> Condition:
        return Condition(self.expr & other.expr, self.facts | other.facts)

    def __or__(self, other: YesOrNo) -> Condition:
        return Condition(self.expr | other.expr, self.facts | other.facts)

    def __invert__(self) -> Condition:
        return Condition(~self.expr, self.facts)

    def __bool__(self) -> NoReturn:
        raise TypeError("a condition is a column, not a yes or no: join conditions with & | ~, not with and, or, not")


class Value(Generic[T]):
    """A typed column expression, and the names of the facts it is made from."""

    __slots__ = ("expr", "facts")

    def __init__(self, expr: pl.Expr, facts: frozenset[str]) -> None:
        self.expr, self.facts = expr, facts

    def __eq__(self, other: T | Value[T]) -> Condition:  # type: ignore[override]
        return self._compare(other, pl.Expr.eq)

    def __ne__(self, other: T | Value[T]) -> Condition:  # type: ignore[override]
        return self._compare(other, pl.Expr.ne)

    def __ge__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, pl.Expr.ge)

    def __gt__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, pl.Expr.gt)

    def __le__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, pl.Expr.le)

    def __lt__(self, other: T | Value[T]) -> Condition:
        return self._compare(other, pl.Expr.lt)

    def one_of(self, *values: T) -> Condition:
        """True where the value is one of these, unknown where it is unknown."""
        return Condition(self.expr.is_in([plain(v) for v in values]), self.facts)

    def _compare(self, other: T | Value[T], how: Callable[[pl.Expr, Any], pl.Expr]) -> Condition:
        return Condition(how(self.expr, _operand(other)), self.facts | facts_of(other))

    def __bool__(self) -> NoReturn:
        raise TypeError("a fact has no truth of its own: compare it, and join conditions with & | ~")

    __hash__ = None  # type: ignore[assignment]


def plain(value: Any) -> Any:
    """A code as the text that its column holds; anything else as it is."""
    return value.value if isinstance(value, StrEnum) else value


def facts_of(value: Any) -> frozenset[str]:
    """The facts that an operand brings with it: none for a plain value."""
    return value.facts if isinstance(value, Value) else NO_FACTS


def _operand(value: Any) -> Any:
    return value.expr if isinstance(value, Value) else pl.lit(plain(value))
