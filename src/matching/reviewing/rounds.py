"""Children who would go round in full homes: somebody must leave these homes before anybody can come to one of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.planning.numbers import Numbers
from matching.reviewing.freed import Freed
from matching.solving.problem import Flags, Ints, Limit


@dataclass(frozen=True, eq=False)
class Rounds:
    """Says that of a problem; `stays` marks the options by which a part stays where it is."""

    numbers: Numbers
    homes: Freed
    stays: Flags

    def limits(self, full: Collection[int]) -> Iterator[Limit]:
        """For each of these entries, of which none has a bed free today, that nobody comes unless somebody leaves all.

        The first who comes to one of them has the bed of somebody who left it before; had she gone to another of them,
        she would have been the first. So as long as all who live there stay within them, nobody comes: `takes of those
        who come to one + beds x those who stay within ≤ beds x those who live there`.
        """
        living = [child for child, entry in self._lives.items() if entry in full]
        inside = np.isin(self._entry, list(full))
        within = inside * np.array([len(members & set(living)) for members in self._members], dtype=np.int64)
        for entry in sorted(full):
            comes = (self._entry == entry) & ~self.stays
            beds = int(self.numbers.problem.options.most[comes].max(initial=0))
            weights = np.where(comes, self.numbers.problem.options.takes, 0) + beds * within
            at = np.flatnonzero(weights)
            if comes.any():
                yield Limit(tuple(at.tolist()), tuple(weights[at].tolist()), beds * len(living))

    @cached_property
    def _entry(self) -> Ints:
        """The entry of each option's home, as it is today."""
        return np.array(self.homes.base, dtype=np.int64)[self.numbers.problem.options.home]

    @cached_property
    def _members(self) -> list[set[int]]:
        problem = self.numbers.problem
        return [set(problem.members[part]) for part in problem.options.part.tolist()]

    @cached_property
    def _lives(self) -> dict[int, int]:
        """For each child the entry where she lives."""
        row_of = self.homes.register.row_of
        children = (c for group in self.numbers.groups for q in group.questions for c in q.children)
        return {k: row_of.get(c.current_home or "", -1) for k, c in enumerate(children)}
