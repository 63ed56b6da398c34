"""What is unknown is answered: no rule says more than every value of the fact that is missing would let it say.

Each fact that rules use is taken out of ordinary and less ordinary pairings, one at a time, and then given each of some
values. Where two values lead to two answers, the answer without it is that nobody can tell.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

import numpy as np
import polars as pl
import pytest

from matching.domain.codes import Outcome
from matching.facts.fact import CATALOGUE, NEVER, Count, Fact, column_type
from matching.rules.rule import Rule
from matching.rules.rulebook import RULES, Rulebook
from tests.architecture.pairings import frame
from tests.rules.judging import TODAY

START, END = date(2026, 12, 1), date(2027, 6, 1)
A_DAY = timedelta(days=1)
DAYS = [d + n * A_DAY for d in (TODAY, START, END) for n in (-1, 0, 1)] + [NEVER]
NUMBERS = [0, 1, 2, 3, 4, 5, 8, 10, 11, 12, 14, 15, 16, 17, 28, 29, 45, 46, 182, 999]
AUTHORITIES = ["E06000060", "E06000042", "E10000025"]
GRADES = ["good", "requires_improvement", "inadequate", "satisfactory"]
ASKED = ["ruled_out_welfare", "declined", "proposed", "not_asked"]
TEXTS = [*AUTHORITIES, *GRADES, *ASKED, "110000"]
VALUES: Mapping[type[Any], Sequence[Any]] = {
    bool: [True, False],
    int: NUMBERS,
    float: [0.0, 3.0, 40.0],
    str: TEXTS,
    date: DAYS,
}
ANY_NUMBER = 10_000
BOOKS = (
    Rulebook(TODAY, tuple(rule for rule in RULES if rule.binds_on(TODAY))),
    Rulebook(TODAY, tuple(rule for rule in RULES if not rule.binds_on(TODAY))),
)
"""Two, since versions of one rule never stand in one rulebook."""

JUDGED = [rule for book in BOOKS for rule in book.rules]
IDS = [rule.id for rule in JUDGED]


def decisive(rule: Rule) -> frozenset[str]:
    """The facts on which the outcome of a rule can turn: none, where all of its lines say the same."""
    several = len(rule.outcomes) > 1
    return frozenset(f for line in rule.table for f in line.condition.facts) if several else frozenset()


CONDITIONS = frozenset[str]().union(*map(decisive, JUDGED))


def samples(fact: Fact[Any]) -> Sequence[Any]:
    """Some values of a fact: all of them, where there are few."""
    if issubclass(fact.of, StrEnum):
        return [member.value for member in fact.of]
    return VALUES[fact.of]


def columns(fact: Fact[Any], value: Any) -> Mapping[str, Any]:
    """What the columns of a fact hold for a value; of a count that is unknown, its widest bounds."""
    if isinstance(fact, Count):
        bounds = (value, value, value) if value is not None else (None, 0, ANY_NUMBER)
        return dict(zip(fact.columns, bounds, strict=True))
    return {fact.name: value}


def outcomes(fact: Fact[Any], value: Any) -> np.ndarray:
    """What each rule finds of each pairing where this fact has this value in all of them: a line a rule."""
    said = [pl.lit(v, dtype=column_type(fact.of)).alias(name) for name, v in columns(fact, value).items()]
    return judged(frame().with_columns(said))


def judged(pairings: pl.DataFrame) -> np.ndarray:
    """What each rule, of either pass, finds of each pairing: a line a rule."""
    return np.vstack([book.judge_again(pairings, book.judge(pairings)).outcomes for book in BOOKS])


@cache
def as_they_are() -> np.ndarray:
    """What each rule finds of each pairing where nothing is left out."""
    return judged(frame())


@pytest.mark.parametrize("name", sorted(CONDITIONS))
def test_an_answer_without_a_fact_is_the_answer_with_any_value_of_it(name):
    fact = CATALOGUE[name]
    without = outcomes(fact, None)
    told = without != Outcome.CANNOT_TELL
    for value in samples(fact):
        differs = told & (outcomes(fact, value) != without)
        rules = {IDS[k] for k in np.flatnonzero(differs.any(axis=1))}
        assert not rules, f"without {name} these say something, and with {value} something else: {rules}"


@pytest.mark.parametrize("name", sorted(CONDITIONS))
def test_the_pairings_of_this_sweep_turn_on_each_fact(name):
    asking = [name in decisive(rule) for rule in JUDGED]
    untold = (outcomes(CATALOGUE[name], None) == Outcome.CANNOT_TELL) & (as_they_are() != Outcome.CANNOT_TELL)
    assert untold[asking].any(), f"leaving {name} out changes no answer here: add a home or a child of whom it does"
