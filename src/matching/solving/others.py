"""What one group's homes cost the others: the rest of the panel at its best, whatever the group takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matching.solving.answer import Answer
from matching.solving.beside import Taken, beside
from matching.solving.problem import Problem, Solved
from matching.solving.restated import Given, checked, faults
from matching.solving.solver import Component, laid_apart, together


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
    """The rest of a panel without one group: its best plan, and what was solved beside what the group could take.

    What one group takes can make a bed scarce for others who shared nothing before: so the rest is laid apart anew for
    each choice, and only components that were not met before are solved.
    """

    problem: Problem
    group: int
    deadline: float
    undisturbed: Solved
    homes: frozenset[int]
    known: dict[bytes, Answer]
    again: dict[tuple[object, ...], Solved] = field(default_factory=dict)

    @classmethod
    def of(cls, problem: Problem, group: int, deadline: float) -> "_Others":
        """The rest of a panel at its best if the group asks for nothing."""
        known: dict[bytes, Answer] = {}
        undisturbed = checked(problem, _solved(problem, group, deadline, known), Given(group))
        homes = frozenset(problem.options.home[list(undisturbed.options)].tolist())
        return cls(problem, group, deadline, undisturbed, homes, known)

    def at_their_best(self, taken: Taken) -> Solved:
        """The others beside what the group has taken."""
        if self._keep_theirs(taken):
            return self.undisturbed
        left_over = taken.left_over()
        if left_over not in self.again:
            rest = taken.rest(self.problem)
            self.again[left_over] = _solved(rest, self.group, self.deadline, self.known)
        return checked(self.problem, self.again[left_over], taken.given)

    def _keep_theirs(self, taken: Taken) -> bool:
        """Whether the best plan of the others stands beside it: it surely does where they share no home and no set."""
        if self.homes.isdisjoint(home.home for home in taken.homes) and not taken.in_set:
            return True
        return not faults(self.problem, self.undisturbed, taken.given)


def _solved(problem: Problem, group: int, deadline: float, known: dict[bytes, Answer]) -> Solved:
    """The best plan without one group; components that are `known` are not solved again."""
    components = laid_apart(problem, left_out=group)
    for component in components:
        key = _key(component)
        if key not in known:
            known[key] = component.solved(deadline)
    return together(problem, [(component.columns, known[_key(component)]) for component in components])


def _key(component: Component) -> bytes:
    """The same for components in which the same may be chosen, and the same holds it back."""
    columns, rows = component.columns, component.rows
    parts = (
        columns.option,
        columns.part,
        columns.most,
        columns.division,
        rows.row,
        rows.choice,
        rows.weight,
        rows.room,
    )
    return b"|".join(part.tobytes() for part in parts)
