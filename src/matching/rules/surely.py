"""Which homes the rules surely prohibit, from a few of their facts: what is not known of the rest leaves a rule open.

The tables are the rulebook's own. A condition on a fact that was not worked out may hold and may not, and by Kleene's
logic a rule that prohibits all the same prohibits whatever that fact is. What a rule comes to turns on few values of
the child and the referral, as an age and a sex, and is kept by these.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.frames import constants
from matching.facts.held import Held
from matching.facts.kleene import Column, with_columns
from matching.facts.links import Flags, Rows
from matching.facts.of_child import Values
from matching.rules.holding import Asked, Outcomes, in_turn, joined, name_of, outcomes_of, worked_out
from matching.rules.rule import OPTIONS, Rule

V = TypeVar("V")
NOT_WORKED_OUT = Held(np.ones(1, dtype=np.bool_), np.ones(1, dtype=np.bool_))
MOST_KEPT, MOST_FLAGS = 20_000, 32_000_000
"""How many answers of rules are kept, and of conditions: fewer, where there are many homes, with a flag for each."""

FEW = 20
"""Rules that can prohibit at most one in so many homes, whoever asks, are held against these alone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was worked out last, by what it turns on; the oldest goes first."""

    most: int
    found: dict[Hashable, Any] = field(default_factory=dict)

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept, else made and kept."""
        if key in self.found:
            value: V = self.found[key]
            return value
        if len(self.found) >= self.most:
            self.found.pop(next(iter(self.found)))
        made = self.found[key] = make()
        return made

    def again(self, key: Hashable) -> None:
        """Count what is kept as new."""
        self.found[key] = self.found.pop(key)


@dataclass(frozen=True, slots=True)
class OfAValue:
    """A column of the homes that turns on one value of a question, and how it is worked out of that."""

    value: str
    column: Callable[[Any], Column]


@dataclass(frozen=True, eq=False)
class Table:
    """A rule's table with its conditions in turn; `known` are those leaves that can be worked out."""

    rule: Rule
    asked: tuple[Asked, ...]
    known: frozenset[str]
    values: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The conditions of its lines, by name."""
        return tuple(name_of(line.condition) for line in self.rule.table[:-1])


@dataclass(frozen=True, eq=False)
class Surely:
    """Rules over homes of which `frame` holds some columns; `more` are columns that a value of the question gives.

    `values` are the names of those that a question brings.
    """

    rules: tuple[Rule, ...]
    frame: pl.DataFrame
    more: Mapping[str, OfAValue]
    values: frozenset[str]

    @cached_property
    def _rules(self) -> Kept:
        return Kept(min(MOST_KEPT, MOST_FLAGS // max(1, self.frame.height)))

    @cached_property
    def _leaves(self) -> Kept:
        return Kept(min(MOST_KEPT, MOST_FLAGS // max(1, 2 * self.frame.height)))

    def prohibited(self, values: Values) -> Flags:
        """Where one of the rules surely prohibits a home, by these values of a child and a referral."""
        about_few, rows = self._about_few
        found = self._prohibited(self._about_many, values)
        if len(rows):
            found[rows] |= about_few._prohibited(about_few._tables, values)
        return found

    @cached_property
    def _about_few(self) -> tuple["Surely", Rows]:
        """The rules that can prohibit few homes, whatever the values, over these homes; and where they stand."""
        may = {t.rule: self._may_prohibit(t) for t in self._tables if not self._more_of(t)}
        few = {rule: at for rule, at in may.items() if at.sum() * FEW <= len(at)}
        rows = np.flatnonzero(np.logical_or.reduce([*few.values(), np.zeros(self.frame.height, dtype=np.bool_)]))
        return Surely(tuple(few), self.frame[rows], {}, self.values), rows

    @cached_property
    def _about_many(self) -> list[Table]:
        """The other rules."""
        return [table for table in self._tables if table.rule not in self._about_few[0].rules]

    def _more_of(self, table: Table) -> bool:
        return any(column in self.more for asked in table.asked for column in asked.columns)

    def _may_prohibit(self, table: Table) -> Flags:
        """Where a rule may prohibit a home, by what is so of the homes alone."""
        alone = [a for a in table.asked if a.name in table.known and self._own.issuperset(a.columns)]
        found = self._said_by(table, worked_out(alone, self.frame))
        may: Flags = (found == Outcome.PROHIBITED) | (found == Outcome.CANNOT_TELL)
        return may

    def _prohibited(self, tables: Sequence[Table], values: Values) -> Flags:
        found, new = np.zeros(self.frame.height, dtype=np.bool_), dict[tuple[Any, ...], Table]()
        for table in tables:
            key = (table.rule.id, *map(values.get, table.values))
            if (kept := self._rules.found.get(key)) is None:
                new[key] = table
            else:
                found |= kept
        self._work_out([a for table in new.values() for a in table.asked if a.name in table.known], values)
        for key, table in new.items():
            found |= self._rules.get(key, partial(self._prohibits, table, values))
        return found

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        """The rules that can prohibit by what is known here."""
        rules = [r for r in self.rules if Outcome.PROHIBITED in r.outcomes and r.about is not OPTIONS]
        return tuple(t for t in map(self._table, rules) if t.known)

    def _table(self, rule: Rule) -> Table:
        asked = {a.name: a for line in rule.table[:-1] for a in in_turn(line.condition)}
        here = self.values.union(self.frame.columns, self.more)
        known = [a for a in asked.values() if a.joint is None and here.issuperset(a.columns)]
        values = {v for a in known for v in self._values_of(a)}
        return Table(rule, tuple(asked.values()), frozenset(a.name for a in known), tuple(sorted(values)))

    def _values_of(self, asked: Asked) -> tuple[str, ...]:
        """The values on which a condition turns, directly or by a column that does."""
        return tuple(self.more[c].value if c in self.more else c for c in asked.columns if c not in self._own)

    @cached_property
    def _turns_on(self) -> Mapping[str, tuple[str, ...]]:
        """For each condition that can be worked out, those values."""
        return {a.name: self._values_of(a) for table in self._tables for a in table.asked if a.name in table.known}

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self.frame.columns)

    def _prohibits(self, table: Table, values: Values) -> Flags:
        held = {a.name: self._leaf(a, values) for a in table.asked if a.name in table.known}
        prohibits: Flags = self._said_by(table, held) == Outcome.PROHIBITED
        return prohibits

    def _said_by(self, table: Table, held: Mapping[str, Held]) -> Outcomes:
        """What a rule comes to in each home, where it is known where some of its conditions hold."""
        found = dict[str, Held]()
        for asked in table.asked:
            if asked.joint is not None:
                found[asked.name] = joined(asked.joint, [found[part] for part in asked.parts])
            else:
                found[asked.name] = held.get(asked.name, NOT_WORKED_OUT)
        said = tuple(found[name] for name in table.names)
        outcomes: Outcomes = outcomes_of([table.rule.table], [said], self.frame.height)[0]
        return outcomes

    def _leaf(self, asked: Asked, values: Values) -> Held:
        found: Held = self._leaves.found[self._key(asked, values)]
        return found

    def _key(self, asked: Asked, values: Values) -> tuple[Any, ...]:
        return (asked.name, *map(values.get, self._turns_on[asked.name]))

    def _work_out(self, asked: Sequence[Asked], values: Values) -> None:
        """Work out where these conditions hold, unless it is kept: all in one plan, a flag a home."""
        new = {self._key(a, values): a for a in asked}
        for key in [key for key in new if key in self._leaves.found]:
            self._leaves.again(key)
            del new[key]
        if new:
            held = worked_out([*new.values()], self._with(list(new.values()), values))
            for key, of in new.items():
                self._leaves.get(key, partial(held.__getitem__, of.name))

    def _with(self, asked: Sequence[Asked], values: Values) -> pl.DataFrame:
        """The columns that these conditions compare."""
        columns = {c for a in asked for c in a.columns}
        own = sorted(columns & self._own) or self.frame.columns[:1]
        made = [self.more[c].column(values.get(self.more[c].value)) for c in sorted(columns & self.more.keys())]
        said = {c: values[c] for c in sorted(columns - self._own - self.more.keys())}
        return with_columns(self.frame.select(own), made, constants(said))
