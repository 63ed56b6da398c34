"""A plan in whole numbers, by HiGHS: the best for one aim among those that reach the floors of the earlier ones.

That a plan is one is checked in whole numbers. That there is none, or none better, rests on HiGHS's own tolerances;
only an aim whose floor no plan reaches needs that. (CP-SAT, exact in itself, did not finish such a solve at 471
children and 420 homes in a minute; HiGHS took 0.1 s.)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import SearchIncomplete
from matching.solving.broken import broken, shared
from matching.solving.columns import Chosen, Columns
from matching.solving.limits import Rows
from matching.solving.prices import Goal, Live
from matching.solving.problem import Ints

Floats = npt.NDArray[np.float64]

PARAMETERS = "output_flag=false,mip_rel_gap=0,mip_abs_gap=0.5,random_seed=1,threads=1"
"""Silent, seeded, one thread, and to the end: whole numbers that are less than 1 apart are equal."""

AS_IT_IS = f"{PARAMETERS},presolve=off"
"""The same without making the model smaller first: where HiGHS makes a plan of the smaller model and then cannot say
what it is in the whole one, it gives up, on models of a few dozen choices (seen with OR-Tools 9.15)."""


def best_whole(columns: Columns, live: Live, rows: Rows, goal: Goal, deadline: float) -> tuple[Chosen | None, Rows]:
    """The best plan of what is live, or none if none reaches the floors; and the rows with those found to be missing.

    SearchIncomplete when the time is over.
    """
    among_live = shared(columns, live.choices)
    while True:
        plan = _solved(columns, live, rows + among_live, goal, deadline)
        if plan is None:
            return None, rows
        if not _keeps(columns, plan, goal):
            raise SearchIncomplete(
                "the whole-number solver rounded too far", "Report this with the file that was given."
            )
        missed = broken(columns, plan.choices, np.ones(len(plan.choices)))
        if not missed.size:
            return plan, rows
        rows = rows + missed


def _keeps(columns: Columns, plan: Chosen, goal: Goal) -> bool:
    """Whether a plan found in floating point has one division a group, one choice a part, and reaches the floors."""
    divided = np.array_equal(np.sort(columns.division_group[plan.divisions]), np.arange(columns.groups))
    parts = np.sort(columns.held[np.isin(columns.held_by, plan.divisions)])
    placed = np.array_equal(columns.part[plan.choices], parts)
    reached = zip(columns.value(plan), goal.floors, strict=False)
    return divided and placed and all(value >= floor for value, floor in reached)


def _solved(columns: Columns, live: Live, rows: Rows, goal: Goal, deadline: float) -> Chosen | None:
    """The plan that HiGHS finds, None where it shows that there is none."""
    model, count = _model(columns, live, rows, goal), len(live.choices)
    for parameters in (PARAMETERS, AS_IT_IS):
        found = _run(model, parameters, deadline)
        if found is not None:
            return None if not len(found) else Chosen(live.choices[found[:count]], live.divisions[found[count:]])
    raise SearchIncomplete("the whole-number solver gave up", "Report this with the file that was given.")


def _run(model: Any, parameters: str, deadline: float) -> npt.NDArray[np.bool_] | None:
    """Which columns are in the plan, nothing at all where there is none; None where the solver gives up.

    SearchIncomplete when the time is over.
    """
    from ortools.linear_solver.python import model_builder_helper as builder  # noqa: PLC0415 - heavy, loaded on use

    solver: Any = builder.ModelSolverHelper("highs")
    solver.enable_output(False)
    solver.set_solver_specific_parameters(parameters)
    left = deadline - monotonic()
    if left <= 0:
        raise SearchIncomplete("the time allowed is over", "Allow more time.")
    if left != float("inf"):
        solver.set_time_limit_in_seconds(left)
    solver.solve(model)
    if solver.status() == builder.SolveStatus.INFEASIBLE:
        return np.empty(0, dtype=bool)
    if solver.status() == builder.SolveStatus.OPTIMAL:
        chosen: npt.NDArray[np.bool_] = solver.variable_values() > 0.5
        return chosen
    return None


def _model(columns: Columns, live: Live, rows: Rows, goal: Goal) -> Any:
    """The model: a column for each live choice, then for each live division."""
    from ortools.linear_solver.python import model_builder_helper as builder  # noqa: PLC0415 - heavy, loaded on use

    model: Any = builder.ModelBuilderHelper()
    count = len(live.choices) + len(live.divisions)
    model.add_var_array_with_bounds(np.zeros(count), np.ones(count), np.ones(count, dtype=bool), "")
    worths = np.concatenate((columns.worth[:, live.choices], columns.division_worth[:, live.divisions]), axis=1)
    wanted = np.flatnonzero(worths[goal.aim])
    model.set_objective_coefficients(wanted.tolist(), worths[goal.aim, wanted].tolist())
    model.set_maximize(True)
    for row in (*_wholes(columns, live), *_floors(worths, goal.floors), *_limits(rows, live)):
        if len(row.columns) or row.least > 0:
            number = model.add_linear_constraint()
            model.set_constraint_lower_bound(number, row.least)
            model.set_constraint_upper_bound(number, row.most)
            for column, weight in zip(row.columns.tolist(), row.weights.tolist(), strict=True):
                model.add_term_to_constraint(number, column, weight)
    return model


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    columns: Ints
    weights: Floats
    least: float
    most: float


def _wholes(columns: Columns, live: Live) -> Iterator[_Row]:
    """One division a group; and of each part as many choices as divisions that hold it."""
    first = len(live.choices)
    for at in _together(columns.division_group[live.divisions], columns.groups):
        yield _Row(at + first, np.ones(len(at)), 1.0, 1.0)
    position = np.full(len(columns.division), -1, dtype=np.int64)
    position[live.divisions] = np.arange(len(live.divisions))
    open_pairs = np.flatnonzero(position[columns.held_by] >= 0)
    holders = _together(columns.held[open_pairs], len(columns.members))
    choices = _together(columns.part[live.choices], len(columns.members))
    for of_part, pairs in zip(choices, holders, strict=True):
        divisions = position[columns.held_by[open_pairs[pairs]]] + first
        weights = np.concatenate((np.ones(len(of_part)), -np.ones(len(divisions))))
        yield _Row(np.concatenate((of_part, divisions)), weights, 0.0, 0.0)


def _together(keys: Ints, count: int) -> list[Ints]:
    """Where each key from 0 stands."""
    order = np.argsort(keys, kind="stable")
    return np.split(order, np.searchsorted(keys[order], np.arange(1, count)))[:count]


def _floors(worths: Ints, floors: tuple[int, ...]) -> Iterator[_Row]:
    """What earlier aims have to reach."""
    for worth, floor in zip(worths, floors, strict=False):
        at = np.flatnonzero(worth)
        yield _Row(at, worth[at].astype(np.float64), float(floor), np.inf)


def _limits(rows: Rows, live: Live) -> Iterator[_Row]:
    """What holds choices back; a row that its live choices cannot overrun is left out."""
    position = np.full(int(rows.choice.max(initial=-1)) + 1, -1, dtype=np.int64)
    known = live.choices[live.choices < len(position)]
    position[known] = np.arange(len(known))
    open_entries = np.flatnonzero(position[rows.choice] >= 0)
    for at, room in zip(_together(rows.row[open_entries], rows.size), rows.room.tolist(), strict=True):
        entries = open_entries[at]
        if rows.weight[entries].sum() > room:
            yield _Row(position[rows.choice[entries]], rows.weight[entries].astype(np.float64), -np.inf, float(room))
