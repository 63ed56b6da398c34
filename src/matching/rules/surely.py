"""Which homes the rules surely prohibit, from a few of their facts: what is not known of the rest leaves a rule open.

The tables are the rulebook's own. A condition on a fact that was not worked out may hold and may not, and by Kleene's
logic a rule that prohibits all the same prohibits whatever that fact is. What a rule comes to turns on few values of
the child and the referral, as an age and a sex, and is kept by these.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.frames import constants
from matching.facts.held import Held
from matching.facts.kleene import Column, with_columns
from matching.facts.links import Flags
from matching.facts.of_child import Values
from matching.rules.holding import Asked, in_turn, joined, name_of, outcomes_of, worked_out
from matching.rules.rule import OPTIONS, Rule

V = TypeVar("V")
NOT_WORKED_OUT = Held(np.ones(1, dtype=np.bool_), np.ones(1, dtype=np.bool_))
NO_HOME = pl.DataFrame({"": [None]})
"""One row, for a condition that turns on no home."""

MOST_RULES, MOST_CONDITIONS = 1_500, 600
"""How many answers are kept, each a flag a home."""


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
        return self.found.setdefault(key, make())


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
    _rules: Kept = field(default_factory=lambda: Kept(MOST_RULES), init=False)
    _leaves: Kept = field(default_factory=lambda: Kept(MOST_CONDITIONS), init=False)

    def prohibited(self, values: Values) -> Flags:
        """Where one of the rules surely prohibits a home, by these values of a child and a referral."""
        found = np.zeros(self.frame.height, dtype=np.bool_)
        for number, table in enumerate(self._tables):
            key = (number, *map(values.get, table.values))
            found |= self._rules.get(key, lambda table=table: self._prohibits(table, values))
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
        values = {v for a in known for v in self._turns_on(a)}
        return Table(rule, tuple(asked.values()), frozenset(a.name for a in known), tuple(sorted(values)))

    def _turns_on(self, asked: Asked) -> list[str]:
        """The values on which a condition turns, directly or by a column that does."""
        return [self.more[c].value if c in self.more else c for c in asked.columns if c not in self.frame.columns]

    def _prohibits(self, table: Table, values: Values) -> Flags:
        held = dict[str, Held]()
        for asked in table.asked:
            if asked.joint is not None:
                held[asked.name] = joined(asked.joint, [held[part] for part in asked.parts])
            else:
                held[asked.name] = self._leaf(asked, values) if asked.name in table.known else NOT_WORKED_OUT
        said = tuple(held[name] for name in table.names)
        prohibits: Flags = outcomes_of([table.rule.table], [said], self.frame.height)[0] == Outcome.PROHIBITED
        return prohibits

    def _leaf(self, asked: Asked, values: Values) -> Held:
        key = (asked.name, *map(values.get, self._turns_on(asked)))
        return self._leaves.get(key, lambda: self._worked_out(asked, values))

    def _worked_out(self, asked: Asked, values: Values) -> Held:
        """Where one condition holds: a flag a home, or one for all of them."""
        own = [c for c in asked.columns if c in self.frame.columns]
        made = [self.more[c].column(values.get(self.more[c].value)) for c in asked.columns if c in self.more]
        said = {c: values[c] for c in asked.columns if c not in self.frame.columns and c not in self.more}
        frame = self.frame.select(own or self.frame.columns[:1]) if own or made else NO_HOME
        return worked_out([asked], with_columns(frame, made, constants(said)))[asked.name]
