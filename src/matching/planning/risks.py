"""Children whom a plan would bring together although a recorded risk of one meets a vulnerability of the other."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations

import numpy as np

from matching.domain.child import Child
from matching.facts.company import risks_between
from matching.facts.living import homes_of
from matching.facts.register import Register
from matching.planning.groups import Group
from matching.planning.numbers import Numbers

Pair = tuple[int, int]
Options = tuple[int, ...]


class Risks:
    """Finds them by the children's numbers. Those who both live in a home already are left there as they are."""

    def __init__(self, numbers: Numbers, register: Register) -> None:
        self.numbers, self.register = numbers, register

    def met(self, households: Iterable[Sequence[int]]) -> Iterator[tuple[Pair, Options]]:
        """Each two who would meet in one of these households, with the options that bring them there."""
        problem = self.numbers.problem
        part, home = problem.options.part.tolist(), problem.options.home.tolist()
        for options in households:
            there = [(child, option) for option in options for child in problem.members[part[option]]]
            for (one, by), (other, beside) in combinations(there, 2):
                if other in self._of[one] and not (self._lives(one, home[by]) and self._lives(other, home[beside])):
                    yield (min(one, other), max(one, other)), (min(by, beside), max(by, beside))

    def live_together(self, pair: Pair) -> bool:
        """Whether two live in one home already, so that they may stay there."""
        one, other = ({self.register.entries.get(row, (row,))[0] for row in self._homes[child]} for child in pair)
        return not one.isdisjoint(other)

    def _lives(self, number: int, row: int) -> bool:
        return row in self._homes[number]

    @cached_property
    def _children(self) -> list[Child]:
        """Every child by her number."""
        return [child for group in self.numbers.groups for child in _children_of(group)]

    @cached_property
    def _of(self) -> list[frozenset[int]]:
        """Of each child, by her number, those of other groups with whom a risk is recorded, either way."""
        group = np.repeat(np.arange(len(self.numbers.groups)), [len(g.children) for g in self.numbers.groups])
        met = risks_between(self._children) & (group[:, np.newaxis] != group)
        return [frozenset(np.flatnonzero(of).tolist()) for of in met]

    @cached_property
    def _homes(self) -> list[frozenset[int]]:
        """The rows in which each child, by her number, surely lives."""
        return [frozenset(homes_of(child, self.register)) for child in self._children]


def _children_of(group: Group) -> list[Child]:
    """The children of a group, in its order."""
    by_id = {child.id: child for question in group.questions for child in question.children}
    return [by_id[child] for child in group.children]
