"""All the rules, those that bind on a day, and what they find: compiled once a day, judged for all homes at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Outcome
from matching.rules import waiting
from matching.rules.policy import keeping_safe, placing
from matching.rules.rule import Rule
from matching.rules.statute import (
    area,
    children_act_1989,
    fostering_terms,
    other_arrangements,
    registered_homes,
)

INSTRUMENTS: tuple[ModuleType, ...] = (
    children_act_1989,
    fostering_terms,
    area,
    other_arrangements,
    registered_homes,
    placing,
    keeping_safe,
    waiting,
)

Standings = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """The rules that a module defines, in the order in which it does."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


RULES: tuple[Rule, ...] = tuple(rule for module in INSTRUMENTS for rule in rules_in(module))
"""Every rule in every version, in the order in which findings are shown."""

NOT_BUILT: tuple[str, ...] = (
    "CA89-22C-2",
    "CA89-22C-7A",
    "CA89-22C-9A",
    "CPPCR-25",
    "POL-IN-HOUSE-FIRST",
)
"""Rules of the field that this version lacks wholly, and says so in every ranking."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules surely found, a Boolean column an outcome of a rule; the best outcome is what is left."""

    columns: pl.DataFrame
    standing: Standings


@dataclass(frozen=True)
class Rulebook:
    """The rules that bind on a day, compiled to columns."""

    day: date
    rules: tuple[Rule, ...]

    @cached_property
    def _compiled(self) -> tuple[pl.Expr, ...]:
        return tuple(r.surely(o).alias(column_of(r, o)) for r in self.rules for o in decisive(r))

    def judge(self, frame: pl.DataFrame) -> Judged:
        """Judge every row by every rule, and give each row the worst of what was found."""
        columns = frame.select(self._compiled)
        return Judged(columns, self._standing(columns))

    def _standing(self, columns: pl.DataFrame) -> Standings:
        standing = np.full(columns.height, Outcome.MET, dtype=np.uint8)
        standing[self._any(columns, Outcome.NEEDS_APPROVAL)] = Outcome.NEEDS_APPROVAL
        standing[self._any(columns, Outcome.CANNOT_TELL) | _any_null(columns)] = Outcome.CANNOT_TELL
        standing[self._any(columns, Outcome.PROHIBITED)] = Outcome.PROHIBITED
        return standing

    def _any(self, columns: pl.DataFrame, outcome: Outcome) -> Flags:
        names = [column_of(r, outcome) for r in self.rules if outcome in decisive(r)]
        return _flags(columns, names)

    def against(self, judged: Judged, *outcomes: Outcome) -> Flags:
        """For each row and each rule, whether the rule surely found one of these; unknown is CANNOT_TELL."""
        flags = np.zeros((judged.columns.height, len(self.rules)), dtype=np.bool_)
        for k, rule in enumerate(self.rules):
            names = [column_of(rule, o) for o in decisive(rule)]
            found = [n for n, o in zip(names, decisive(rule), strict=True) if o in outcomes]
            flags[:, k] = _flags(judged.columns, found)
            if Outcome.CANNOT_TELL in outcomes:
                flags[:, k] |= _any_null(judged.columns.select(names)) & ~_flags(judged.columns, names)
        return flags

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the rules use or name."""
        return frozenset[str]().union(*(r.facts for r in self.rules))


def decisive(rule: Rule) -> tuple[Outcome, ...]:
    """The outcomes that need a column: all that the table can give but the best."""
    return rule.outcomes[:-1]


def column_of(rule: Rule, outcome: Outcome) -> str:
    """The name of the column that says whether a rule surely found an outcome."""
    return f"{rule.id}|{outcome.name}"


def _flags(columns: pl.DataFrame, names: Sequence[str]) -> Flags:
    """Which rows are surely true in any of these columns."""
    if not names:
        return np.zeros(columns.height, dtype=np.bool_)
    found = columns.select(pl.any_horizontal(names).fill_null(value=False)).to_series()
    return np.broadcast_to(found.to_numpy(), columns.height)


def _any_null(columns: pl.DataFrame) -> Flags:
    """Which rows are unknown in any column."""
    names = [c.name for c in columns.get_columns() if c.null_count()]
    if not names:
        return np.zeros(columns.height, dtype=np.bool_)
    return columns.select(pl.any_horizontal(pl.col(n).is_null() for n in names)).to_series().to_numpy()


@cache
def rulebook_on(day: date) -> Rulebook:
    """The rules that bind on a day."""
    return Rulebook(day, tuple(r for r in RULES if r.binds_on(day)))


def changes_between(first: date, last: date) -> tuple[Rule, ...]:
    """The rules that start or stop binding after the first day and by the last."""
    return tuple(r for r in RULES if r.binds_on(first) is not r.binds_on(last))
