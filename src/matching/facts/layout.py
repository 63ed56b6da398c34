"""A question laid out over a register: one frame a child, one row a home, a column a fact."""

from dataclasses import dataclass

import polars as pl

from matching.facts.fact import CATALOGUE, column_type
from matching.facts.of_child import Values, child_values, question_values
from matching.facts.of_household import household_columns, living_there
from matching.facts.of_pair import derived, pair_columns, school_kept, wishes_met
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.value import plain


@dataclass(frozen=True, slots=True)
class Layout:
    """The pairings of a question: for each arriving child a frame in the register's order, all of one height."""

    question: Question
    register: Register
    frames: tuple[pl.DataFrame, ...]


def lay_out(question: Question, register: Register) -> Layout:
    """Every fact of every arriving child in every home."""
    shared = register.frame.with_columns(*household_columns(question, register))
    asked, there = question_values(question), living_there(question, register)
    frames = []
    for of, lives in zip(question.children, there, strict=True):
        values = asked | child_values(question, of, register.directory)
        columns = pair_columns(question, of, lives, register)
        frame = shared.with_columns(*constants(values), *columns).with_columns(derived(question))
        frames.append(frame.with_columns(school_kept()).with_columns(wishes_met(of)))
    return Layout(question, register, tuple(frames))


def constants(values: Values) -> list[pl.Expr]:
    """A column for each value that is the same in every row."""
    return [pl.lit(plain(v), dtype=column_type(CATALOGUE[name].of)).alias(name) for name, v in values.items()]
