"""A panel solved: the best plan, its aims in order, and what proves it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.solving.answer import Answer
from matching.solving.columns import WITHOUT, Columns, laid_out
from matching.solving.components import components
from matching.solving.dominated import needed
from matching.solving.faces import solve_component
from matching.solving.limits import Missing, Rows, apart, further, limits, never, no_rows, nothing_missing, rooms
from matching.solving.presolve import possible
from matching.solving.prices import Goal, Live, Prices, bound, charged
from matching.solving.problem import Ints, Problem, Solved
from matching.solving.restated import checked


def solve(problem: Problem, *, deadline: float | None = None) -> Solved:
    """The best plan: the most of the first aim, then of the second, and so on.

    `deadline` is on the clock of `time.monotonic`, in seconds. When it passes, the best plan found so far is given,
    with bounds that hold. EngineDefect if the plan does not pass the check in plain Python.
    """
    until = float("inf") if deadline is None else deadline
    solved = [(part.columns, part.solved(until)) for part in laid_apart(problem)]
    return checked(problem, together(problem, solved))


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """Groups that share nothing with the others: what they choose from, and what holds them back."""

    columns: Columns
    rows: Rows
    missing: Missing = nothing_missing

    def solved(self, deadline: float, others: Rows | None = None) -> Answer:
        """The best plan, which keeps these rows too; the best so far when the deadline passes. NoPlan if none does."""
        rows = self.rows if others is None else self.rows + others
        return solve_component(self.columns, rows, deadline, self.missing)


def laid_apart(problem: Problem, plans: int = 1, left_out: int | None = None) -> list[Component]:
    """The components of a problem, with all that its best plans need, so many of them; without a group left out."""
    options, divisions = possible(problem, left_out)
    if not len(divisions):
        return []
    whole = laid_out(problem, needed(problem, options, plans), divisions)
    rows = all_rows(whole, problem)
    sets = components(whole, rows)
    if len(sets) == 1:
        return [Component(whole, rows, further(whole, problem))]
    return [
        Component(columns, all_rows(columns, problem), further(columns, problem))
        for columns in (laid_out(problem, *own) for own in _sorted_out(whole, sets))
    ]


def _sorted_out(whole: Columns, sets: Sequence[Ints]) -> Iterator[tuple[Ints, Ints]]:
    """The options and the divisions of each set of groups."""
    of_group = np.zeros(whole.groups, dtype=np.int64)
    for number, groups in enumerate(sets):
        of_group[groups] = number
    placed = np.flatnonzero(whole.option != WITHOUT)
    options = _split(whole.option[placed], of_group[whole.group[whole.part[placed]]], len(sets))
    return zip(options, _split(whole.division, of_group[whole.division_group], len(sets)), strict=True)


def _split(numbers: Ints, key: Ints, count: int) -> list[Ints]:
    order = np.argsort(key, kind="stable")
    return np.split(np.asarray(numbers)[order], np.searchsorted(key[order], np.arange(1, count)))


def all_rows(columns: Columns, problem: Problem) -> Rows:
    """The rows of every constraint that has rows from the start."""
    said = apart(columns, problem.apart) + never(columns, problem.never)
    return rooms(columns) + said + limits(columns, problem.limits)


def together(problem: Problem, solved: Sequence[tuple[Columns, Answer]]) -> Solved:
    """The plans of the components as one plan of the problem."""
    options, divisions = [], []
    for columns, answer in solved:
        plan = answer.found
        at = columns.option[plan.choices]
        options += at[at != WITHOUT].tolist()
        divisions += columns.division[plan.divisions].tolist()
    return Solved(
        options=tuple(sorted(options)),
        divisions=tuple(sorted(divisions)),
        reached=problem.value(options, divisions),
        best_possible=_best_possible(problem, solved),
    )


def _best_possible(problem: Problem, solved: Sequence[tuple[Columns, Answer]]) -> tuple[int, ...]:
    """The bounds of the components together: theirs while all before is proven in every one, then what is obvious."""
    best, proven = [], True
    for aim in range(len(problem.aims)):
        bounds = [
            answer.bounds[aim] if proven and aim < len(answer.bounds) else obvious(columns, aim)
            for columns, answer in solved
        ]
        best.append(sum(bounds))
        proven = proven and all(b == answer.reached[aim] for b, (_, answer) in zip(bounds, solved, strict=True))
    return tuple(best)


def obvious(columns: Columns, aim: int) -> int:
    """The most of an aim if every group could have what is best for it."""
    everything = Live(np.arange(len(columns.part)), np.arange(len(columns.division)))
    free = Prices(np.zeros(0), np.zeros(aim))
    return bound(columns, everything, charged(columns, no_rows(), Goal(aim, (0,) * aim), free)).whole
