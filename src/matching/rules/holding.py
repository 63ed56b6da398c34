"""Where the conditions of rules hold, for all rows at once, and the outcomes that follow line by line."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.held import Held, Told
from matching.facts.links import Flags
from matching.facts.value import Condition, Joint, YesOrNo
from matching.rules.rule import Rule, Table

UNKNOWN = 2
"""How an answer that nobody can tell is read out, beside 0 and 1 for no and yes."""

MOST_KEPT = 20_000
"""Values are few (ages, statuses, yes and no), but for days: in the end all is forgotten and learnt again."""

Outcomes = npt.NDArray[np.uint8]
ANSWERS = bytes({1 << o: o for o in Outcome}.get(bits, Outcome.CANNOT_TELL) for bits in range(256))
"""What a row of a table answers, by the outcomes that it may have: a bit each."""


class Asked(NamedTuple):
    """A condition by its name and its columns, with the names of its parts where it is made of others."""

    name: str
    columns: tuple[str, ...]
    expr: pl.Expr
    facts: frozenset[str]
    joint: Joint | None
    parts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Conditions:
    """The conditions of some rules. Many rules ask the same: each is worked out once, and shared."""

    rules: tuple[Rule, ...]

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], ...]:
        """For each rule the names of its conditions."""
        return tuple(tuple(name_of(line.condition) for line in rule.table[:-1]) for rule in self.rules)

    @cached_property
    def _asked(self) -> tuple[Asked, ...]:
        """Every condition and every part of one: each once, and after its parts."""
        found = {a.name: a for rule in self.rules for line in rule.table[:-1] for a in in_turn(line.condition)}
        return tuple(found.values())

    @cached_property
    def _once(self) -> dict[Hashable, Held]:
        """What conditions came to that ask of one value for all rows, by those values: an entry for all rows each."""
        return {}

    def held(self, frame: pl.DataFrame, told: Told) -> list[tuple[Held, ...]]:
        """For each rule, where each of its conditions holds: a flag a row, or one for all of them.

        What turns on the homes alone is kept, and so is what turns on no home.
        """
        found = {a.name: held for a in self._asked if (held := told.known(a.name, a.facts)) is not None}
        single = [a for a in self._asked if a.joint is None and a.name not in found]
        alike = [a for a in single if frame.height and a.columns and told.everywhere.keys() >= set(a.columns)]
        found |= self._alike(alike, frame, told)
        found |= {a.name: held for a in single if (held := told.compared(a.name, a.columns)) is not None}
        todo = [a for a in self._asked if a.name not in found]
        found |= worked_out([a for a in todo if a.joint is None], frame)
        for asked in todo:
            if asked.joint is not None:
                found[asked.name] = joined(asked.joint, [found[part] for part in asked.parts])
            told.keep(asked.name, asked.facts, asked.columns if asked.joint is None else (), found[asked.name])
        return [tuple(found[name] for name in names) for names in self._names]

    def _alike(self, alike: Sequence[Asked], frame: pl.DataFrame, told: Told) -> dict[str, Held]:
        """Conditions that hold in all rows or in none, judged in the first."""
        keys = {a.name: (a.name, told.values(a.columns)) for a in alike}
        found = {name: held for name, key in keys.items() if (held := self._once.get(key)) is not None}
        new = worked_out([a for a in alike if a.name not in found], frame[:1])
        if len(self._once) + len(new) > MOST_KEPT:
            self._once.clear()
        self._once.update((keys[name], held) for name, held in new.items())
        return found | new


def name_of(condition: YesOrNo) -> str:
    """The same for the same condition; for a fact that holds or does not, its own."""
    expr = condition.expr
    return expr.meta.output_name() if expr.meta.is_column() else expr.meta.serialize().hex()


def in_turn(condition: YesOrNo) -> Iterator[Asked]:
    """A condition after all its parts."""
    parts = condition.parts if isinstance(condition, Condition) else ()
    for part in parts:
        yield from in_turn(part)
    joint = condition.joint if isinstance(condition, Condition) else None
    columns = tuple(sorted(set(condition.expr.meta.root_names())))
    yield Asked(name_of(condition), columns, condition.expr, condition.facts, joint, tuple(map(name_of, parts)))


def worked_out(single: Sequence[Asked], frame: pl.DataFrame) -> dict[str, Held]:
    """Where conditions hold that are not made of others: in one plan, since planning takes longer than comparing."""
    if not single:
        return {}
    columns = frame.select(asked.expr.alias(asked.name) for asked in single).get_columns()
    gaps = [column for column in columns if column.null_count()]
    filled = pl.DataFrame(gaps).select(pl.all().cast(pl.Int8).fill_null(UNKNOWN)).get_columns() if gaps else []
    sure = {c.name: _sure(c.to_numpy(), frame.height) for c in columns if not c.null_count()}
    return sure | {c.name: _unsure(c.to_numpy(), frame.height) for c in filled}


def _sure(answers: Flags, height: int) -> Held:
    may = _for_each(answers, height)
    return Held(may, ~may)


def _unsure(answers: npt.NDArray[np.int8], height: int) -> Held:
    of_each = _for_each(answers, height)
    return Held(of_each > 0, of_each != 1)


def _for_each(answers: npt.NDArray[Any], height: int) -> npt.NDArray[Any]:
    """An answer a row, also where no fact of the rows was asked, and there is one for all."""
    return answers if len(answers) == height else np.broadcast_to(answers, height)


def joined(joint: Joint, parts: Sequence[Held]) -> Held:
    """Kleene's and, or, not."""
    if joint is Joint.NOT:
        return ~parts[0]
    return reduce(and_ if joint is Joint.AND else or_, parts)


def outcomes_of(tables: Sequence[Table], held: Sequence[tuple[Held, ...]], height: int) -> Outcomes:
    """What each table answers in each row, a line a table: a line may answer where none before it surely does."""
    may = np.zeros((len(Outcome), len(tables), height), dtype=np.bool_)
    for k, (table, conditions) in enumerate(zip(tables, held, strict=True)):
        reached = np.ones(height, dtype=np.bool_)
        for line, condition in zip(table, conditions, strict=False):
            may[line.outcome, k] |= reached & condition.may
            reached &= condition.may_not
        may[table[-1].outcome, k] |= reached
    return _agreed(may)


def _agreed(may: Flags) -> Outcomes:
    """The outcome that alone may be, else CANNOT_TELL: looked up by a number with a bit for each that may be."""
    bits = np.zeros(may.shape[1:], dtype=np.uint8)
    for outcome, flags in enumerate(may.view(np.uint8)):
        bits |= flags << outcome
    answers = bytearray(bits.tobytes().translate(ANSWERS))  # an array's own look-up takes twice as long
    return np.frombuffer(answers, dtype=np.uint8).reshape(bits.shape)
