"""Columns with gaps from arrays: the one place where a null is made by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.facts import truth
from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE, Count, Fact, column_type
from matching.facts.held import Held
from matching.facts.links import Flags
from matching.facts.truth import Truths

Numbers = npt.NDArray[Any]
GAP = "?"
"""Marks the passing column that says where a column is unknown; no fact's name ends so."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's values, and where they are not known: nowhere (None), everywhere (True), or by row.

    Words come as a series, which may hold gaps of its own: an array of them takes long to read.
    """

    name: str
    values: Numbers | pl.Series
    unknown: Flags | bool | None = None


def answered(fact: Fact[bool], answers: Truths) -> Column:
    """A column of yes, no and unknown."""
    unknown = answers == truth.UNKNOWN
    return Column(fact.name, answers == truth.YES, unknown if unknown.any() else None)


def known_where(fact: Fact[Any], values: Numbers, known: Flags | bool) -> Column:
    """The values where they are known, null elsewhere."""
    unknown = np.logical_not(known)
    return Column(fact.name, values, np.broadcast_to(unknown, values.shape) if unknown.any() else None)


def nowhere_known(fact: Fact[Any]) -> Column:
    """A column of which nothing is known."""
    return Column(fact.name, np.empty(0), unknown=True)


def counted(fact: Count, sure: Numbers, unsure: Numbers) -> list[Column]:
    """A count of which `unsure` more may be so: exact where there are none, and its two bounds."""
    least, most = sure.astype(np.int32), (sure + unsure).astype(np.int32)
    return [
        known_where(fact, least, unsure == 0),
        Column(fact.name + AT_LEAST, least),
        Column(fact.name + AT_MOST, most),
    ]


def with_columns(frame: pl.DataFrame, columns: Sequence[Column], more: Sequence[pl.Expr] = ()) -> pl.DataFrame:
    """The frame with these columns, and `more` expressions, beside it: in one step, since each step costs a plan."""
    part = [(c, c.unknown) for c in columns if isinstance(c.unknown, np.ndarray)]
    whole = [pl.Series(c.name, c.values) for c in columns if c.unknown is None]
    values = [pl.Series(c.name, c.values) for c, _ in part]
    gaps = [pl.Series(c.name + GAP, unknown) for c, unknown in part]
    return frame.hstack([*whole, *values, *gaps]).with_columns(
        *(pl.when(~pl.col(c.name + GAP)).then(pl.col(c.name)).alias(c.name) for c, _ in part),
        *(_nothing(c.name) for c in columns if c.unknown is True),
        *more,
    )


def held_by_name(columns: Iterable[Column]) -> dict[str, Held]:
    """Where each fact holds that does or does not, by its name."""
    flags = ((c, c.values) for c in columns if isinstance(c.values, np.ndarray) and c.values.dtype == np.bool_)
    return {c.name: _held(values, c.unknown) for c, values in flags}


def _held(values: Flags, unknown: Flags | bool | None) -> Held:
    return Held(values, ~values) if unknown is None else Held(values | unknown, ~values | unknown)


def _nothing(name: str) -> pl.Expr:
    return pl.lit(None, dtype=column_type(CATALOGUE[name].of)).alias(name)
