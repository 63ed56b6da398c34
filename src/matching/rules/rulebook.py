"""All the rules, those that bind on a day, and what they find: compiled once a day, judged for all homes at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Approver, Outcome
from matching.rules.policy import keeping_safe, placing, residential
from matching.rules.rule import OPTIONS, Rule
from matching.rules.statute import (
    area,
    children_act_1989,
    connected_carers,
    fostering_terms,
    moves,
    other_arrangements,
    registered_homes,
    section_22c,
)

INSTRUMENTS: tuple[ModuleType, ...] = (
    section_22c,
    children_act_1989,
    fostering_terms,
    connected_carers,
    area,
    moves,
    other_arrangements,
    registered_homes,
    placing,
    residential,
    keeping_safe,
)

FALSE, TRUE, UNKNOWN = 0, 1, 2
"""How a column of yes, no and unknown is read out."""

Standings = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """The rules that a module defines, in the order in which it does."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


RULES: tuple[Rule, ...] = tuple(rule for module in INSTRUMENTS for rule in rules_in(module))
"""Every rule in every version, in the order in which findings are shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What each rule found for each row, a line a rule, as numbers of `Outcome`; and the worst of each row."""

    outcomes: Standings
    standing: Standings

    @classmethod
    def of(cls, outcomes: Standings) -> "Judged":
        """With the worst of each row worked out."""
        return cls(outcomes, outcomes.min(axis=0, initial=Outcome.MET))

    def against(self, *outcomes: Outcome) -> Flags:
        """For each rule and each row, whether the rule found one of these."""
        first, *others = outcomes
        found: Flags = self.outcomes == first
        for outcome in others:
            found |= self.outcomes == outcome
        return found


@dataclass(frozen=True, eq=False)
class Compiled:
    """Some of a rulebook's rules as columns; `at` are their lines in the rulebook."""

    rules: tuple[Rule, ...]
    at: tuple[int, ...]

    @cached_property
    def _columns(self) -> list[pl.Expr]:
        return [r.surely(o).alias(column_of(r, o)) for r in self.rules for o in decisive(r)]

    @cached_property
    def _spans(self) -> tuple[tuple[int, Rule, int], ...]:
        """Each rule with its line, and the first of its columns."""
        counts = [len(decisive(r)) for r in self.rules]
        return tuple(zip(self.at, self.rules, accumulate(counts, initial=0), strict=False))

    def judge(self, frame: pl.DataFrame, outcomes: Standings) -> None:
        """Write what these rules find of every row into their lines."""
        if not self._columns:
            return
        sure, unknown = _told(frame.select(self._columns), frame.height)
        for line, rule, start in self._spans:
            for k in range(start, start + len(decisive(rule))):
                if k in unknown:
                    np.putmask(outcomes[line], unknown[k], Outcome.CANNOT_TELL)
            for k, outcome in enumerate(decisive(rule), start):
                np.putmask(outcomes[line], sure[:, k], outcome)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules that bind on a day, compiled to columns."""

    day: date
    rules: tuple[Rule, ...]

    @cached_property
    def _first(self) -> Compiled:
        return self._of(lambda rule: rule.about is not OPTIONS)

    @cached_property
    def _second(self) -> Compiled:
        return self._of(lambda rule: rule.about is OPTIONS)

    def _of(self, chosen: Callable[[Rule], bool]) -> Compiled:
        at = [k for k, rule in enumerate(self.rules) if chosen(rule)]
        return Compiled(tuple(self.rules[k] for k in at), tuple(at))

    def judge(self, frame: pl.DataFrame) -> Judged:
        """Judge every row by every rule of the first pass, and give each row the worst of what was found."""
        outcomes = np.full((len(self.rules), frame.height), Outcome.MET, dtype=np.uint8)
        self._first.judge(frame, outcomes)
        return Judged.of(outcomes)

    def judge_again(self, frame: pl.DataFrame, judged: Judged) -> Judged:
        """Judge every row by the rules of the second pass too, which ask what the first found of all the homes."""
        self._second.judge(frame, judged.outcomes)
        return Judged.of(judged.outcomes)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the rules use or name."""
        return frozenset[str]().union(*(r.facts for r in self.rules))

    @cached_property
    def line_of(self) -> Mapping[str, int]:
        """The line of each rule, by its id."""
        return {rule.id: k for k, rule in enumerate(self.rules)}


def _told(columns: pl.DataFrame, height: int) -> tuple[Flags, dict[int, Flags]]:
    """Where each column is surely true, a column each; and, by place, where each that has gaps is unknown."""
    told = columns.select(pl.all().cast(pl.Int8).fill_null(UNKNOWN)).to_numpy()
    if len(told) == 1:  # rules that no fact touches say the same of every row
        told = np.broadcast_to(told, (height, told.shape[1]))
    gaps = [k for k, column in enumerate(columns.get_columns()) if column.null_count()]
    return told == TRUE, {k: told[:, k] == UNKNOWN for k in gaps}


def decisive(rule: Rule) -> tuple[Outcome, ...]:
    """The outcomes that need a column: all that the table can give but MET, which is what is left."""
    return tuple(outcome for outcome in rule.outcomes if outcome is not Outcome.MET)


def column_of(rule: Rule, outcome: Outcome) -> str:
    """The name of the column that says whether a rule surely found an outcome."""
    return f"{rule.id}|{outcome.name}"


def approvers_by_rule() -> dict[str, frozenset[Approver]]:
    """Who may approve what each rule asks for, by its id."""
    named: dict[str, set[Approver]] = {}
    for rule in RULES:
        named.setdefault(rule.id, set()).update(rule.approvers)
    return {i: frozenset(approvers) for i, approvers in named.items()}


@cache
def rulebook_on(day: date) -> Rulebook:
    """The rules that bind on a day."""
    return Rulebook(day, tuple(r for r in RULES if r.binds_on(day)))


def changes_between(first: date, last: date) -> tuple[Rule, ...]:
    """The rules that start or stop binding after the first day and by the last."""
    return tuple(r for r in RULES if r.binds_on(first) is not r.binds_on(last))
