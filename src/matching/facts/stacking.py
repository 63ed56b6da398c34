"""What several questions have in the same columns, laid under each other: the homes of the first, then of the next."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from matching.facts.fact import value_type
from matching.facts.kleene import Column, Numbers
from matching.facts.links import Flags
from matching.facts.of_child import Values


def under_each_other(several: Sequence[Sequence[Column]], size: int) -> list[Column]:
    """The columns of several questions, all with as many homes: they are the same, in the same order, for each."""
    if len(several) == 1:
        return list(several[0])
    return [_joined(of_each, size) for of_each in zip(*several, strict=True)]


def _joined(of_each: Sequence[Column], size: int) -> Column:
    first, gaps = of_each[0], [column.unknown for column in of_each]
    if all(unknown is True for unknown in gaps):
        return first
    known = next(column.values for column in of_each if column.unknown is not True)
    values = [_filler(known, size) if column.unknown is True else column.values for column in of_each]
    sure = all(unknown is None for unknown in gaps)
    return Column(first.name, _concatenated(values), None if sure else np.concatenate([_flags(u, size) for u in gaps]))


def _filler(known: Numbers | pl.Series, size: int) -> Numbers | pl.Series:
    """Any values of the same type, where none is known."""
    return known if isinstance(known, pl.Series) else np.zeros(size, dtype=known.dtype)


def _concatenated(values: Sequence[Numbers | pl.Series]) -> Numbers | pl.Series:
    words = [part for part in values if isinstance(part, pl.Series)]
    return pl.concat(words) if words else np.concatenate(values)


def _flags(unknown: Flags | bool | None, size: int) -> Flags:
    return unknown if isinstance(unknown, np.ndarray) else np.full(size, unknown is True)


def alike_in_all(several: Sequence[Values]) -> Values:
    """What is the same for each of several questions."""
    first, *others = several
    return {name: value for name, value in first.items() if all(other[name] == value for other in others)}


def each_repeated(several: Sequence[Values], names: Sequence[str], size: int) -> list[pl.Series]:
    """A column for each of these names: the value of each question in the rows of its homes."""
    if not names:
        return []
    columns = [pl.Series(name, [values[name] for values in several], dtype=value_type(name)) for name in names]
    return pl.DataFrame(columns)[np.repeat(np.arange(len(several)), size)].get_columns()
