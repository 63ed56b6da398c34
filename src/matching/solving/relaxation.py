"""The linear relaxation of a panel, grown by columns and rows; each solve begins where the last one ended."""

from time import monotonic
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import SearchIncomplete
from matching.solving.broken import broken
from matching.solving.columns import Chosen, Columns
from matching.solving.limits import Rows, no_rows
from matching.solving.prices import Goal, Live, Prices
from matching.solving.problem import Ints

Floats = npt.NDArray[np.float64]

PARAMETERS = "use_preprocessing:false"
"""With its preprocessing GLOP would begin every solve anew."""


class Relaxation:
    """A linear program in GLOP over some choices and divisions; the others are as if they were not there."""

    def __init__(self, columns: Columns, deadline: float) -> None:
        from ortools.linear_solver import pywraplp  # type: ignore[attr-defined]  # noqa: PLC0415 - heavy, loaded on use

        self.columns = columns
        self.deadline = deadline
        self.solver: Any = pywraplp.Solver.CreateSolver("GLOP")
        self.solver.SetSolverSpecificParametersAsString(PARAMETERS)
        self.groups = [self.solver.Constraint(1.0, 1.0) for _ in range(columns.groups)]
        self.links = [self.solver.Constraint(0.0, 0.0) for _ in columns.members]
        self.aims = [self._open_row() for _ in range(columns.aims)]
        self.limits: list[Any] = []
        self.rows = no_rows()
        self.aim = 0
        self.solved = False
        self.held = np.zeros(len(columns.part), dtype=bool)
        self.choices = np.empty(0, dtype=np.int64)
        self.choice_columns: list[Any] = []
        self.held_divisions = np.zeros(len(columns.division), dtype=bool)
        self.divisions = np.empty(0, dtype=np.int64)
        self.division_columns: list[Any] = []

    def _open_row(self) -> Any:
        return self.solver.Constraint(-self.solver.infinity(), self.solver.infinity())

    def _division(self, number: int) -> Any:
        column = self.solver.NumVar(0.0, 1.0, "")
        self.groups[self.columns.division_group[number]].SetCoefficient(column, 1.0)
        first, end = np.searchsorted(self.columns.held_by, (number, number + 1))
        for part in self.columns.held[first:end].tolist():
            self.links[part].SetCoefficient(column, -1.0)
        self._add_worth(column, self.columns.division_worth[:, number])
        self._want(column, self.columns.division_worth[self.aim, number])
        return column

    def _add_worth(self, column: Any, worth: Ints) -> None:
        for aim in np.flatnonzero(worth).tolist():
            self.aims[aim].SetCoefficient(column, float(worth[aim]))

    def hold(self, live: Live) -> bool:
        """Take these choices and divisions in as columns; whether there was one that it did not hold already."""
        held_before = len(self.choices) + len(self.divisions)
        self._hold_divisions(np.unique(live.divisions[~self.held_divisions[live.divisions]]))
        self._hold_choices(np.unique(live.choices[~self.held[live.choices]]))
        grown = len(self.choices) + len(self.divisions) > held_before
        self.solved = self.solved and not grown
        return grown

    def _hold_divisions(self, new: Ints) -> None:
        self.held_divisions[new] = True
        self.division_columns += [self._division(number) for number in new.tolist()]
        self.divisions = np.concatenate((self.divisions, new))

    def _hold_choices(self, new: Ints) -> None:
        self.held[new] = True
        columns = [self.solver.NumVar(0.0, 1.0, "") for _ in range(len(new))]
        for choice, column in zip(new.tolist(), columns, strict=True):
            self.links[self.columns.part[choice]].SetCoefficient(column, 1.0)
            self._add_worth(column, self.columns.worth[:, choice])
            self._want(column, self.columns.worth[self.aim, choice])
        self._enter(self.rows, 0, new, columns)
        self.choices = np.concatenate((self.choices, new))
        self.choice_columns += columns

    def add_rows(self, rows: Rows) -> bool:
        """Take these rows in; whether there is one."""
        self.solved = self.solved and not rows.size
        first = len(self.limits)
        self.limits += [self.solver.Constraint(-self.solver.infinity(), float(room)) for room in rows.room.tolist()]
        self._enter(rows, first, self.choices, self.choice_columns)
        self.rows = self.rows + rows
        return rows.size > 0

    def _enter(self, rows: Rows, first: int, choices: Ints, columns: list[Any]) -> None:
        """The weights of these choices in these rows."""
        position = np.full(len(self.columns.part), -1, dtype=np.int64)
        position[choices] = np.arange(len(choices))
        at = position[rows.choice]
        there = np.flatnonzero(at >= 0)
        entries = zip(at[there].tolist(), rows.row[there].tolist(), rows.weight[there].tolist(), strict=True)
        for column, row, weight in entries:
            self.limits[first + row].SetCoefficient(columns[column], float(weight))

    def among(self, live: Live) -> Live:
        """What is live and held."""
        return Live(live.choices[self.held[live.choices]], live.divisions[self.held_divisions[live.divisions]])

    def keep(self, live: Live) -> None:
        """Let go of all that is no longer live."""
        for held, columns, count, kept in (
            (self.choices, self.choice_columns, len(self.held), live.choices),
            (self.divisions, self.division_columns, len(self.held_divisions), live.divisions),
        ):
            gone = np.ones(count, dtype=bool)
            gone[kept] = False
            for at in np.flatnonzero(gone[held]).tolist():
                columns[at].SetUb(0.0)

    def aim_at(self, goal: Goal) -> None:
        """Make an aim the goal, and hold the earlier aims at their floors."""
        for earlier, floor in enumerate(goal.floors):
            self.aims[earlier].SetLb(float(floor))
        objective = self.solver.Objective()
        objective.Clear()
        self.aim = goal.aim
        for column, worth in zip(self.choice_columns, self.columns.worth[goal.aim, self.choices], strict=True):
            self._want(column, worth)
        for column, worth in zip(
            self.division_columns, self.columns.division_worth[goal.aim, self.divisions], strict=True
        ):
            self._want(column, worth)
        objective.SetMaximization()

    def _want(self, column: Any, worth: np.int64) -> None:
        if worth:
            self.solver.Objective().SetCoefficient(column, float(worth))

    def solve(self) -> bool:
        """Find the best fractions; False where the floors cannot be reached. SearchIncomplete when the time is over."""
        left = self.deadline - monotonic()
        if left <= 0:
            raise SearchIncomplete("the time allowed is over", "Allow more time.")
        if left != float("inf"):
            self.solver.SetTimeLimit(max(1, int(left * 1_000)))
        status = self.solver.Solve()
        if monotonic() >= self.deadline:
            raise SearchIncomplete("the time allowed is over", "Allow more time.")
        self.solved = bool(status == self.solver.OPTIMAL)
        return self.solved

    def value(self) -> float:
        """What the best fractions are worth."""
        return float(self.solver.Objective().Value())

    def prices(self, goal: Goal) -> Prices:
        """What the rows cost, and what the earlier aims count, where the fractions are best."""
        rows = np.array([row.dual_value() for row in self.limits], dtype=np.float64)
        aims = np.array([-self.aims[aim].dual_value() for aim in range(goal.aim)], dtype=np.float64)
        return Prices(np.maximum(rows, 0.0), np.maximum(aims, 0.0))

    def plan(self) -> Chosen | None:
        """The best fractions as a plan, where they are one and nothing was changed since they were found."""
        if not self.solved:
            return None
        (choices, shares), (divisions, divided) = self.fractions()
        if min(shares.min(initial=1.0), divided.min(initial=1.0)) < 1.0 - LEAST_SHARE:
            return None
        if broken(self.columns, choices, np.ones(len(choices))).size:
            return None
        return Chosen(np.sort(choices), np.sort(divisions))

    def likely(self) -> Chosen | None:
        """What has more than half a share in the best fractions, if nothing was changed since they were found."""
        if not self.solved:
            return None
        (choices, shares), (divisions, divided) = self.fractions()
        return Chosen(np.sort(choices[shares > MOST]), np.sort(divisions[divided > MOST]))

    def fractions(self) -> tuple[tuple[Ints, Floats], tuple[Ints, Floats]]:
        """The choices and the divisions that have a share, with their shares."""
        choices = np.array([column.solution_value() for column in self.choice_columns], dtype=np.float64)
        divisions = np.array([column.solution_value() for column in self.division_columns], dtype=np.float64)
        chosen, divided = choices > LEAST_SHARE, divisions > LEAST_SHARE
        return (self.choices[chosen], choices[chosen]), (self.divisions[divided], divisions[divided])


MOST = 0.5
"""A share that only one choice of a part, and one division of a group, can exceed."""

LEAST_SHARE = 1e-7
"""A share below this is none: it is the rounding of the linear solver."""
