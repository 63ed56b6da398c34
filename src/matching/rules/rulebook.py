"""All the rules, those that bind on a day, and what they find: compiled once a day, judged for all homes at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Approver, Outcome
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

TITLES_NOT_BUILT: Mapping[str, str] = {
    "CA89-22C-2": "parents ruled out first",
    "CA89-22C-7A": "connected people preferred",
    "CA89-22C-9A": "early permanence",
    "CPPCR-25": "extension of temporary approval",
    "POL-IN-HOUSE-FIRST": "the council's own carers before others",
}
NOT_BUILT: tuple[str, ...] = tuple(TITLES_NOT_BUILT)
"""Rules of the field that this version lacks wholly, and says so in every ranking."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What each rule found for each row, a line a rule, as numbers of `Outcome`; and the worst of each row."""

    outcomes: Standings
    standing: Standings

    def against(self, *outcomes: Outcome) -> Flags:
        """For each rule and each row, whether the rule found one of these."""
        first, *others = outcomes
        found: Flags = self.outcomes == first
        for outcome in others:
            found |= self.outcomes == outcome
        return found


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules that bind on a day, compiled to columns."""

    day: date
    rules: tuple[Rule, ...]

    @cached_property
    def _compiled(self) -> list[pl.Expr]:
        return [r.surely(o).alias(column_of(r, o)) for r in self.rules for o in decisive(r)]

    @cached_property
    def _spans(self) -> tuple[tuple[Rule, int], ...]:
        """Each rule with the first of its columns."""
        counts = [len(decisive(r)) for r in self.rules]
        return tuple(zip(self.rules, accumulate(counts, initial=0), strict=False))

    def judge(self, frame: pl.DataFrame) -> Judged:
        """Judge every row by every rule, and give each row the worst of what was found."""
        sure, unknown = _told(frame.select(self._compiled), frame.height)
        outcomes = np.full((len(self.rules), frame.height), Outcome.MET, dtype=np.uint8)
        for line, (rule, start) in zip(outcomes, self._spans, strict=True):
            for k in range(start, start + len(decisive(rule))):
                if k in unknown:
                    np.putmask(line, unknown[k], Outcome.CANNOT_TELL)
            for k, outcome in enumerate(decisive(rule), start):
                np.putmask(line, sure[:, k], outcome)
        return Judged(outcomes, outcomes.min(axis=0, initial=Outcome.MET))

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the rules use or name."""
        return frozenset[str]().union(*(r.facts for r in self.rules))


def _told(columns: pl.DataFrame, height: int) -> tuple[Flags, dict[int, Flags]]:
    """Where each column is surely true, a column each; and, by place, where each that has gaps is unknown."""
    gaps = [k for k, column in enumerate(columns.get_columns()) if column.null_count()]
    unknown = [pl.nth(gaps).is_null().name.suffix("?")] if gaps else []
    flags = columns.select(pl.all().fill_null(value=False), *unknown).to_numpy()
    if len(flags) == 1:  # rules that no fact touches say the same of every row
        flags = np.broadcast_to(flags, (height, flags.shape[1]))
    return flags, {k: flags[:, columns.width + i] for i, k in enumerate(gaps)}


def decisive(rule: Rule) -> tuple[Outcome, ...]:
    """The outcomes that need a column: all that the table can give but MET, which is what is left."""
    return tuple(outcome for outcome in rule.outcomes if outcome is not Outcome.MET)


def column_of(rule: Rule, outcome: Outcome) -> str:
    """The name of the column that says whether a rule surely found an outcome."""
    return f"{rule.id}|{outcome.name}"


def approvers_by_rule() -> dict[str, frozenset[Approver]]:
    """Who may approve what each rule asks for, by its id; anybody, for a rule that is not built in full."""
    named: dict[str, set[Approver]] = {i: set(Approver) for i in NOT_BUILT}
    for rule in RULES:
        named.setdefault(rule.id, set()).update(Approver if rule.waiting else rule.approvers)
    return {i: frozenset(approvers) for i, approvers in named.items()}


@cache
def rulebook_on(day: date) -> Rulebook:
    """The rules that bind on a day."""
    return Rulebook(day, tuple(r for r in RULES if r.binds_on(day)))


def changes_between(first: date, last: date) -> tuple[Rule, ...]:
    """The rules that start or stop binding after the first day and by the last."""
    return tuple(r for r in RULES if r.binds_on(first) is not r.binds_on(last))
