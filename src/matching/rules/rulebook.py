"""All the rules, those that bind on a day, and what they find: compiled once a day, judged for all homes at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Approver, Outcome
from matching.facts.held import Held, Told
from matching.rules.holding import Conditions, outcomes_of
from matching.rules.policy import keeping_safe, placing, residential
from matching.rules.rule import HOUSEHOLD, OPTIONS, Rule
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

SAID = (None, True, False, None)
"""Whether a condition holds, by whether it may (1) and may not (2)."""

Standings = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """The rules that a module defines, in the order in which it does."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


RULES: tuple[Rule, ...] = tuple(rule for module in INSTRUMENTS for rule in rules_in(module))
"""Every rule in every version, in the order in which findings are shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What each rule found for each row, a line a rule, as numbers of `Outcome`; and the worst of each row.

    `held` says for each rule where its conditions hold, but for those of a pass that was not made: of rows that were
    judged together with others, `first` is the first of these there.
    """

    outcomes: Standings
    standing: Standings
    held: Mapping[int, tuple[Held, ...]]
    first: int = 0

    @classmethod
    def of(cls, outcomes: Standings, held: Mapping[int, tuple[Held, ...]]) -> "Judged":
        """With the worst of each row worked out."""
        return cls(outcomes, outcomes.min(axis=0, initial=Outcome.MET), held)

    def part(self, rows: slice) -> "Judged":
        """What was found of some of the rows."""
        return Judged(self.outcomes[:, rows], self.standing[rows], self.held, self.first + rows.start)

    def held_at(self, rows: Sequence[int]) -> list[tuple[bool | None, ...]]:
        """For each of these rows, whether each condition of each rule holds; None where nobody can tell."""
        held, at = [h for line in sorted(self.held) for h in self.held[line]], np.asarray(rows) + self.first
        once = np.zeros_like(at)  # the place of what is said once for all rows
        may, may_not = (np.array([f[at if f.size > 1 else once] for f in part]) for part in zip(*held, strict=True))
        return [tuple(map(SAID.__getitem__, said)) for said in (may + 2 * may_not).T.tolist()]

    def against(self, *outcomes: Outcome) -> Flags:
        """For each rule and each row, whether the rule found one of these."""
        first, *others = outcomes
        found: Flags = self.outcomes == first
        for outcome in others:
            found |= self.outcomes == outcome
        return found


@dataclass(frozen=True, eq=False)
class Pass:
    """The rules that are judged together; `at` are their lines in the rulebook."""

    at: tuple[int, ...]
    conditions: Conditions

    @classmethod
    def of(cls, rules: Sequence[Rule], chosen: Callable[[Rule], bool]) -> "Pass":
        """The rules chosen from a rulebook's."""
        at = tuple(k for k, rule in enumerate(rules) if chosen(rule))
        return cls(at, Conditions(tuple(rules[k] for k in at)))

    def judge(self, frame: pl.DataFrame, outcomes: Standings, told: Told) -> dict[int, tuple[Held, ...]]:
        """Write what these rules find of every row into their lines; where their conditions hold, by line."""
        held = self.conditions.held(frame, told)
        found = outcomes_of([rule.table for rule in self.conditions.rules], held, frame.height)
        for line, answers in zip(self.at, found, strict=True):
            outcomes[line] = answers
        return dict(zip(self.at, held, strict=True))


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules that bind on a day, ready to judge."""

    day: date
    rules: tuple[Rule, ...]

    @cached_property
    def _first(self) -> Pass:
        return Pass.of(self.rules, lambda rule: rule.about is not OPTIONS)

    @cached_property
    def _second(self) -> Pass:
        return Pass.of(self.rules, lambda rule: rule.about is OPTIONS)

    def judge(self, frame: pl.DataFrame, told: Told | None = None) -> Judged:
        """Judge every row by every rule of the first pass, and give each row the worst of what was found.

        `told` is what is known of the rows already.
        """
        outcomes = np.full((len(self.rules), frame.height), Outcome.MET, dtype=np.uint8)
        return Judged.of(outcomes, self._first.judge(frame, outcomes, told or Told()))

    def judge_again(self, frame: pl.DataFrame, judged: Judged, told: Told | None = None) -> Judged:
        """Judge every row by the rules of the second pass too, which ask what the first found of all the homes."""
        held = self._second.judge(frame, judged.outcomes, told or Told())
        return Judged.of(judged.outcomes, {**judged.held, **held})

    @cached_property
    def _of_household(self) -> Pass:
        return Pass.of(self.rules, lambda rule: rule.about is HOUSEHOLD)

    @property
    def lines_of_household(self) -> tuple[int, ...]:
        """The lines of the rules about a home with everybody who would live there."""
        return self._of_household.at

    @cached_property
    def columns_of_household(self) -> tuple[str, ...]:
        """The columns that these rules compare."""
        conditions = (line.condition for k in self.lines_of_household for line in self.rules[k].table)
        return tuple(sorted({name for condition in conditions for name in condition.expr.meta.root_names()}))

    def worst_of_household(self, frame: pl.DataFrame) -> Standings:
        """The worst that the rules about the household find of each row."""
        outcomes = np.full((len(self.rules), frame.height), Outcome.MET, dtype=np.uint8)
        self._of_household.judge(frame, outcomes, Told())
        worst: Standings = outcomes.min(axis=0, initial=Outcome.MET)
        return worst

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the rules use or name."""
        return frozenset[str]().union(*(r.facts for r in self.rules))

    @cached_property
    def line_of(self) -> Mapping[str, int]:
        """The line of each rule, by its id."""
        return {rule.id: k for k, rule in enumerate(self.rules)}


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
