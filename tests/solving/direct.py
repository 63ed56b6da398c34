"""A panel as a direct model: a variable a part and home, aim after aim solved in whole numbers by HiGHS or CP-SAT."""

from collections import defaultdict
from collections.abc import Iterable
from time import monotonic
from typing import Any

from ortools.linear_solver.python import model_builder
from ortools.sat.python import cp_model

from matching.solving.problem import Problem

At = dict[int, list[int]]

PARAMETERS = "output_flag=false,mip_rel_gap=0,mip_abs_gap=0.5,threads=1"


def proven_values(problem: Problem, limit: float = 60.0) -> tuple[int, ...]:
    """What the best plan reaches, by HiGHS, in those of the aims that it proves within so many seconds."""
    model: Any = model_builder.Model()
    worths = _built(model, model_builder.LinearExpr, problem)
    until, reached = monotonic() + limit, list[int]()
    for worth in worths:
        model.maximize(worth)
        solver = model_builder.Solver("highs")
        solver.set_solver_specific_parameters(PARAMETERS)
        solver.set_time_limit_in_seconds(max(0.0, until - monotonic()))
        if monotonic() > until or solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
            break
        reached.append(round(solver.objective_value))
        model.add(worth >= reached[-1])
    return tuple(reached)


def proven_values_by_cp_sat(problem: Problem, limit: float = 60.0, workers: int = 2) -> tuple[int, ...]:
    """The same by CP-SAT."""
    model: Any = cp_model.CpModel()
    worths = _built(model, cp_model.LinearExpr, problem)
    until, reached = monotonic() + limit, list[int]()
    for worth in worths:
        model.maximize(worth)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = workers
        solver.parameters.max_time_in_seconds = max(0.0, until - monotonic())
        if monotonic() > until or solver.solve(model) != cp_model.OPTIMAL:
            break
        reached.append(round(solver.objective_value))
        model.add(worth >= reached[-1])
    return tuple(reached)


def _built(model: Any, expressions: Any, problem: Problem) -> list[Any]:
    """The model with every constraint, as directly as each can be said; what each aim is worth in it."""
    options = [model.new_bool_var("") for _ in range(problem.options.size)]
    divisions = [model.new_bool_var("") for _ in problem.divisions.parts]
    _Direct(model, expressions, problem, options, divisions).constrain()
    every = options + divisions
    return [
        expressions.weighted_sum(every, problem.options.worth[:, k].tolist() + problem.divisions.worth[:, k].tolist())
        for k in range(len(problem.aims))
    ]


class _Direct:
    """The constraints of a panel, each said of options and divisions."""

    def __init__(
        self, model: Any, expressions: Any, problem: Problem, options: list[Any], divisions: list[Any]
    ) -> None:
        self.model, self.expressions, self.problem = model, expressions, problem
        self.options, self.divisions = options, divisions

    def constrain(self) -> None:
        """Add them all."""
        problem = self.problem
        of_part, of_home, of_group_and_home = _kept_together(problem)
        self._divide(of_part)
        for there in of_group_and_home.values():
            self.model.add(self._sum(self.options, there) <= 1)
        for there in of_home.values():
            self._no_more_than_allowed(there)
        for at in _near_each_other(problem, of_home):
            self.model.add(self._sum(self.options, at) <= 1)
        for never in problem.never:
            self.model.add(self._sum(self.options, sorted(set(never))) <= len(set(never)) - 1)
        for limit in problem.limits:
            self.model.add(self._sum(self.options, list(limit.options), list(limit.weights)) <= limit.room)

    def _sum(self, variables: list[Any], at: list[int], weights: list[int] | None = None) -> Any:
        return self.expressions.weighted_sum([variables[k] for k in at], weights or [1] * len(at))

    def _divide(self, of_part: At) -> None:
        """One division a group; a home for each part of it, or none for one child."""
        of_group, holding = defaultdict(list), defaultdict(list)
        for division, parts in enumerate(self.problem.divisions.parts):
            of_group[int(self.problem.divisions.group[division])].append(division)
            for part in parts:
                holding[part].append(division)
        for divisions in of_group.values():
            self.model.add(self._sum(self.divisions, divisions) == 1)
        for part, kept in enumerate(self.problem.members):
            homes = self._sum(self.options, of_part[part])
            held = self._sum(self.divisions, holding[part])
            self.model.add(homes == held if len(kept) > 1 else homes <= held)

    def _no_more_than_allowed(self, there: list[int]) -> None:
        """For each option: if it is chosen, no more beds are taken than it allows."""
        takes = [int(self.problem.options.takes[option]) for option in there]
        most = [int(self.problem.options.most[option]) for option in there]
        taken = self._sum(self.options, there, takes)
        self.model.add(taken <= max(most))
        for option, allowed in zip(there, most, strict=True):
            if allowed < max(most):
                left_over = max(most) - allowed
                self.model.add(taken + left_over * self.options[option] <= max(most))
        for option, beds, allowed in zip(there, takes, most, strict=True):
            if beds > allowed:
                self.model.add(self.options[option] == 0)


def _kept_together(problem: Problem) -> tuple[At, At, dict[tuple[int, int], list[int]]]:
    """The options of each part, of each home, and of each group in each home."""
    of_part, of_home, of_both = defaultdict(list), defaultdict(list), defaultdict(list)
    for option in range(problem.options.size):
        part, home = int(problem.options.part[option]), int(problem.options.home[option])
        of_part[part].append(option)
        of_home[home].append(option)
        of_both[int(problem.group_of[part]), home].append(option)
    return of_part, of_home, of_both


def _near_each_other(problem: Problem, of_home: At) -> Iterable[list[int]]:
    """For two children to be kept apart, their options in each home; twice that of a part that holds both."""
    for a, b in problem.apart:
        for there in of_home.values():
            kept = [problem.members[problem.options.part[option]] for option in there]
            at = [o for o, children in zip(there, kept, strict=True) if a in children or b in children]
            both = [o for o, children in zip(there, kept, strict=True) if a in children and b in children]
            if at:
                yield at + both
