"""A question laid out over a register: one frame a child, one row a home, a column a fact."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from matching.domain.child import Child
from matching.facts.derived import derived, school_kept, temporary_approval
from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE, column_type
from matching.facts.held import Told
from matching.facts.kleene import held_by_name, with_columns
from matching.facts.living import living_there
from matching.facts.of_child import Values, child_values, question_values
from matching.facts.of_household import household_columns
from matching.facts.of_pair import pair_columns
from matching.facts.of_wishes import wishes_heeded
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.value import plain


@dataclass(frozen=True, slots=True)
class Layout:
    """The pairings of a question: for each arriving child a frame in the register's order, all of one height.

    `asked` holds what is the same for every pairing; `children`, for each arriving child, what is so in every home;
    `told`, for each of them, what is known of her frame before anybody judges.
    """

    question: Question
    register: Register
    asked: Values
    children: tuple[Values, ...]
    frames: tuple[pl.DataFrame, ...]
    told: tuple[Told, ...]


def lay_out(question: Question, register: Register) -> Layout:
    """Every fact of every arriving child in every home."""
    asked = question_values(question)
    children = tuple(child_values(question, c, register.directory) for c in question.children)
    there = living_there(question, register)
    of_home = [*temporary_approval(question, register), *household_columns(question, register, there)]
    pairs = [pair_columns(question, c, lives, register) for c, lives in zip(question.children, there, strict=True)]
    same = constants(asked)
    frames = tuple(
        _derived(with_columns(register.frame, [*of_home, *pair], [*same, *constants(values)]), question, c)
        for c, values, pair in zip(question.children, children, pairs, strict=True)
    )
    told = tuple(
        Told(register.lasting, held_by_name([*of_home, *pair]), {n: plain(v) for n, v in (asked | values).items()})
        for pair, values in zip(pairs, children, strict=True)
    )
    return Layout(question, register, asked, children, frames, told)


def _derived(frame: pl.DataFrame, question: Question, child: Child) -> pl.DataFrame:
    """The frame with what follows from its own columns."""
    return frame.with_columns(*derived(question), school_kept(), *wishes_heeded(child))


def constants(values: Values) -> list[pl.Expr]:
    """A column for each value that is the same in every row."""
    return [_constant(name, plain(value)) for name, value in values.items()]


@lru_cache(maxsize=2048, typed=True)
def _constant(name: str, value: Any) -> pl.Expr:
    """A literal: kept, since making one costs more than using it, and most recur in every question of a case."""
    fact = CATALOGUE[name.removesuffix(AT_LEAST).removesuffix(AT_MOST)]
    return pl.lit(value, dtype=column_type(fact.of)).alias(name)
