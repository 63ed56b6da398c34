"""What one group's homes cost the others: the rest of the panel at its best, whatever the group takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from matching.solving.answer import Answer
from matching.solving.beside import Taken, beside
from matching.solving.columns import Columns, narrowed
from matching.solving.faces import solve_component
from matching.solving.problem import Problem, Solved
from matching.solving.restated import Given, checked, faults
from matching.solving.solver import Component, all_rows, laid_apart, together


def without(problem: Problem, group: int, *, deadline: float | None = None) -> Solved:
    """The others at their best if this group asks for nothing."""
    return given(problem, group, (), deadline=deadline)


def given(problem: Problem, group: int, options: Sequence[int], *, deadline: float | None = None) -> Solved:
    """The others at their best if this group takes exactly these options of its own.

    Options and divisions are numbered as in the problem; the group's own are not in the answer, nor in what it reaches.
    ValueError if the options are not the group's, or cannot be chosen together.
    """
    return costs(problem, group, (tuple(options),), deadline=deadline)[0]


def costs(
    problem: Problem, group: int, choices: Sequence[tuple[int, ...]], *, deadline: float | None = None
) -> tuple[Solved, ...]:
    """The others at their best for each of these choices of one group, as `given` would give them.

    Where the others' best plan leaves room for a choice they keep it. Else only the components that the choice touches
    are solved again, once for all choices that leave them the same.
    """
    others = _Others.of(problem, group, float("inf") if deadline is None else deadline)
    return tuple(others.at_their_best(beside(problem, group, chosen)) for chosen in choices)


@dataclass(slots=True, eq=False)
class _Others:
    """The rest of a panel without one group: its components, each solved, and what was solved again so far."""

    problem: Problem
    deadline: float
    components: list[Component]
    answers: list[Answer]
    undisturbed: Solved
    homes: frozenset[int]
    again: dict[tuple[object, ...], Solved] = field(default_factory=dict)

    @classmethod
    def of(cls, problem: Problem, group: int, deadline: float) -> "_Others":
        """The rest of a panel at its best if the group asks for nothing."""
        components = laid_apart(problem, left_out=group)
        answers = [solve_component(part.columns, part.rows, deadline) for part in components]
        solved = together(problem, [(part.columns, answer) for part, answer in zip(components, answers, strict=True)])
        undisturbed = checked(problem, solved, Given(group))
        homes = frozenset(problem.options.home[list(solved.options)].tolist())
        return cls(problem, deadline, components, answers, undisturbed, homes)

    def at_their_best(self, taken: Taken) -> Solved:
        """The others beside what the group has taken."""
        if self._keep_theirs(taken):
            return self.undisturbed
        left_over = taken.left_over()
        if left_over not in self.again:
            solved = [self._solved_again(part, answer, taken) for part, answer in self._solved]
            self.again[left_over] = together(self.problem, solved)
        return checked(self.problem, self.again[left_over], taken.given)

    @property
    def _solved(self) -> Iterator[tuple[Component, Answer]]:
        return zip(self.components, self.answers, strict=True)

    def _keep_theirs(self, taken: Taken) -> bool:
        """Whether the best plan of the others stands beside it: it surely does where they share no home and no set."""
        if self.homes.isdisjoint(home.home for home in taken.homes) and not taken.in_never:
            return True
        return not faults(self.problem, self.undisturbed, taken.given)

    def _solved_again(self, part: Component, answer: Answer, taken: Taken) -> tuple[Columns, Answer]:
        most = taken.most(self.problem, part.columns)
        if not taken.in_never and np.array_equal(most, part.columns.most):
            return part.columns, answer
        left = narrowed(part.columns, most)
        rows = all_rows(left, replace(self.problem, never=taken.never))
        return left, solve_component(left, rows, self.deadline)
