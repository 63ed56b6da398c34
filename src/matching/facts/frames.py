"""The frame of the children who stand at one place of their questions: their pairings under each other."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import polars as pl

from matching.domain.child import Child
from matching.facts.derived import derived, school_kept
from matching.facts.fact import value_type
from matching.facts.kleene import Column, with_columns
from matching.facts.of_child import Values
from matching.facts.of_wishes import WISHES, wishes_answered, wishes_heeded
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.stacking import each_repeated, under_each_other


def frame_of(
    asked: Sequence[tuple[Question, Child]],
    registers: Sequence[Register],
    columns: Sequence[Column],
    values: Sequence[Values],
    alike: Values,
) -> pl.DataFrame:
    """Every fact of these children in every home; `alike` are the values that are the same for all of them."""
    size, homes = registers[0].size, [register.frame for register in registers]
    own = each_repeated(values, [name for name in values[0] if name not in alike], size)
    stacked = homes[0] if len(homes) == 1 else pl.concat(homes, rechunk=True)
    return _derived(with_columns(stacked.hstack(own), columns, constants(alike)), asked, size)


def _derived(frame: pl.DataFrame, asked: Sequence[tuple[Question, Child]], size: int) -> pl.DataFrame:
    """The frame with what follows from its own columns."""
    children = [child for _, child in asked]
    found = frame.select(*derived(asked[0][0]), school_kept(), *wishes_answered(children))
    wishes = [column for column in found.get_columns() if column.name in WISHES]
    answers = {column.name: column.to_numpy().reshape(len(asked), size) for column in wishes}
    heeded = [wishes_heeded(c, {w: of[k] for w, of in answers.items()}, size) for k, c in enumerate(children)]
    more = with_columns(found[[n for n in found.columns if n not in answers]], under_each_other(heeded, size))
    return frame.hstack(more.get_columns())


def constants(values: Values) -> list[pl.Expr]:
    """A column for each value that is the same in every row."""
    return [_constant(name, value) for name, value in values.items()]


@lru_cache(maxsize=2048, typed=True)
def _constant(name: str, value: Any) -> pl.Expr:
    """A literal: kept, since making one costs more than using it, and most recur in every question of a case."""
    return pl.lit(value, dtype=value_type(name)).alias(name)
