"""Where conditions hold, for all rows at once, and what is known of that before anybody judges."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from matching.facts.links import Flags


class Held(NamedTuple):
    """Where a condition may hold, and where it may not: both, where nobody can tell; a flag a row."""

    may: Flags
    may_not: Flags

    def __and__(self, other: "Held") -> "Held":
        return Held(self.may & other.may, self.may_not | other.may_not)

    def __or__(self, other: "Held") -> "Held":
        return Held(self.may | other.may, self.may_not & other.may_not)

    def __invert__(self) -> "Held":
        return Held(self.may_not, self.may)

    def repeated(self, times: int) -> "Held":
        """The same for as many rows again, so many times in all."""
        return self if times == 1 else Held(np.tile(self.may, times), np.tile(self.may_not, times))

    def once(self, times: int) -> "Held":
        """What was repeated so many times, once."""
        if times == 1 or self.may.size == 1:
            return self
        size = self.may.size // times
        return Held(self.may[:size].copy(), self.may_not[:size].copy())


Values = tuple[Any, ...]
NOTHING_YET: tuple[Values, None] = ((), None)


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """The facts of the homes that no question changes, and where conditions hold that turn on those alone.

    What is asked for first is kept with the register, by the condition's name, for all questions; so are the last days
    of temporary approvals, by the figures that say how long they may last. Of conditions that compare the homes with
    what is the same for all of them, as the day, the latest is kept, with the values with which they were compared.
    """

    facts: frozenset[str] = frozenset()
    kept: dict[str, Held] = field(default_factory=dict)
    latest: dict[str, tuple[Values, Held]] = field(default_factory=dict)
    last_days: dict[tuple[int, int], list[pl.Series]] = field(default_factory=dict)

    def but_for(self, changed: Iterable[str]) -> "Lasting":
        """The same for a question that changes some of the facts."""
        return replace(self, facts=self.facts.difference(changed))


@dataclass(frozen=True, eq=False)
class Told:
    """What is known of the rows of a frame before they are judged.

    `lasting` is of the register whose homes they are, all of them in its order, so many `times` under each other;
    `facts` are those that hold or do not, by name, with where they do; `everywhere` are the columns that have one value
    in all rows.
    """

    lasting: Lasting = field(default_factory=Lasting)
    facts: Mapping[str, Held] = field(default_factory=dict)
    everywhere: Mapping[str, Any] = field(default_factory=dict)
    times: int = 1

    def known(self, name: str, facts: frozenset[str]) -> Held | None:
        """Where a condition about some facts holds, if that is known."""
        return self._repeated(self.lasting.kept.get(name)) if self.lasts(facts) else self.facts.get(name)

    def _repeated(self, held: Held | None) -> Held | None:
        return None if held is None else held.repeated(self.times)

    def lasts(self, facts: frozenset[str]) -> bool:
        """Whether what turns on these facts is the same for all questions."""
        return bool(facts) and facts <= self.lasting.facts

    @cached_property
    def _steady(self) -> frozenset[str]:
        return self.lasting.facts.union(self.everywhere)

    def compared(self, name: str, columns: tuple[str, ...]) -> Held | None:
        """Where a condition holds that compares the homes with these values, if that was the last time it was asked."""
        values, held = self.lasting.latest.get(name, NOTHING_YET)
        same = values == self.values(columns) and self._steady.issuperset(columns)
        return self._repeated(held) if same else None

    def keep(self, name: str, facts: frozenset[str], columns: tuple[str, ...], held: Held) -> None:
        """Keep where a condition about some facts, or in these columns, holds, if other questions ask it so."""
        if self.lasts(facts):
            self.lasting.kept[name] = held.once(self.times)
        elif columns and self._steady.issuperset(columns):
            self.lasting.latest[name] = (self.values(columns), held.once(self.times))

    def values(self, columns: tuple[str, ...]) -> Values:
        """The values of those of some columns that have one in all rows; None in the place of any other."""
        return tuple(map(self.everywhere.get, columns))
