"""A panel solved: the best plan, its aims in order, and what proves it."""

from collections.abc import Iterator

import numpy as np

from matching.solving.columns import WITHOUT, Columns, laid_out
from matching.solving.components import components
from matching.solving.faces import Answer, solve_component
from matching.solving.limits import Rows, apart, never, no_rows, rooms
from matching.solving.presolve import possible
from matching.solving.prices import Goal, Live, Prices, bound
from matching.solving.problem import Problem, Solved
from matching.solving.restated import checked


def solve(problem: Problem, *, deadline: float | None = None) -> Solved:
    """The best plan: the most of the first aim, then of the second, and so on.

    `deadline` is on the clock of `time.monotonic`, in seconds. When it passes, the best plan found so far is given,
    with bounds that hold. EngineDefect if the plan does not pass the check in plain Python.
    """
    until = float("inf") if deadline is None else deadline
    solved = [(columns, solve_component(columns, rows, until)) for columns, rows in laid_apart(problem)]
    return checked(problem, together(problem, solved))


def laid_apart(problem: Problem) -> Iterator[tuple[Columns, Rows]]:
    """The components of a problem, each with its columns and rows."""
    options, divisions = possible(problem)
    if not len(divisions):
        return
    whole = laid_out(problem, options, divisions)
    rows = all_rows(whole, problem)
    apart_sets = components(whole, rows)
    if len(apart_sets) == 1:
        yield whole, rows
        return
    for groups in apart_sets:
        own = np.isin(whole.group[whole.part], groups) & (whole.option != WITHOUT)
        columns = laid_out(problem, whole.option[own], whole.division[np.isin(whole.division_group, groups)])
        yield columns, all_rows(columns, problem)


def all_rows(columns: Columns, problem: Problem) -> Rows:
    """The rows of every constraint that has rows from the start."""
    return rooms(columns) + apart(columns, problem) + never(columns, problem)


def together(problem: Problem, solved: list[tuple[Columns, Answer]]) -> Solved:
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


def _best_possible(problem: Problem, solved: list[tuple[Columns, Answer]]) -> tuple[int, ...]:
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
    return bound(columns, everything, no_rows(), Goal(aim, (0,) * aim), free).whole
