"""Children of the case who stay where they are, in homes to which others may come: they have a say in who does.

What a child cannot do without, and from whom she is to be kept, holds for those who come later too. So whoever lives in
such a home is part of the plan, with nothing to choose but to stay.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.domain.child import Child
from matching.explaining.many import find_all
from matching.facts.register import Register
from matching.planning.finding import found_of
from matching.planning.groups import Group, group_of
from matching.planning.parts import Asking, Part
from matching.reviewing.asked import Asks
from matching.reviewing.freed import Freed
from matching.reviewing.moves import Moves, kept_in
from matching.scoring.weighing import Scale
from matching.solving.problem import Ints


@dataclass(frozen=True, slots=True, eq=False)
class Resident:
    """A child who stays, as a family of her own with her one part."""

    group: Group
    moves: Moves


@dataclass(frozen=True, eq=False)
class Residents:
    """Finds those who stay in the homes to which others may come."""

    asks: Asks
    freed: Freed
    scale: Scale

    def of(self, coming: Sequence[Moves], planned: Collection[str], first_group: int) -> list[Resident]:
        """Those of the case, but for those who are planned for, in homes to which a part may come."""
        open_to = {int(row) for moves in coming for row in moves.found.rows[~moves.stays]}
        bases = {self._first_entry(self.freed.base[row]) for row in open_to}
        children = [
            (child, rows) for child, rows in self._living(planned) if rows and self._first_entry(rows[0]) in bases
        ]
        return list(self._found(children, first_group)) if children else []

    def _first_entry(self, row: int) -> int:
        return self.freed.register.entries.get(row, (row,))[0]

    def _living(self, planned: Collection[str]) -> Iterator[tuple[Child, list[int]]]:
        """Each child with the rows where she lives: her home as it is, and with others gone."""
        rows_of: dict[int, list[int]] = {}
        for row, base in enumerate(self.freed.base):
            rows_of.setdefault(base, []).append(row)
        for child in self.asks.case.children:
            home = self.freed.register.row_of.get(child.current_home or "")
            if child.id not in planned and home is not None:
                yield child, rows_of[home]

    def _found(self, children: Sequence[tuple[Child, list[int]]], first_group: int) -> Iterator[Resident]:
        """What is found of them in the rows where they live: no other home is looked at."""
        at = sorted({row for _, rows in children for row in rows})
        register = Register.of([self.freed.register.homes[row] for row in at], self.freed.register.directory)
        questions = [self.asks.stay([child]) for child, _ in children]
        each = zip(children, questions, find_all(questions, register, self.scale), strict=True)
        for number, ((_, rows), question, found) in enumerate(each, start=first_group):
            group, part = group_of([question]), Part(number, (0,))
            there: Ints = np.searchsorted(at, rows)
            of = kept_in(found_of(Asking(part, group, ((None, (question,)),)), [found]), found, there)
            stays = replace(of, rows=np.array(rows, dtype=np.int64), takes=np.zeros_like(of.takes))
            ones = np.ones(len(rows), dtype=np.int64)
            yield Resident(group, Moves(stays, stays=np.full(len(rows), True), lawful=ones, moving=0 * ones))
