"""A panel as a direct model: a variable a part and home, aim after aim solved in whole numbers by HiGHS."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ortools.linear_solver.python import model_builder

from matching.solving.problem import Problem

At = dict[int, list[int]]

PARAMETERS = "output_flag=false,mip_rel_gap=0,mip_abs_gap=0.5,threads=1"


def best_values(problem: Problem, limit: float = 60.0) -> tuple[int, ...] | None:
    """What the best plan reaches, aim by aim; None where HiGHS does not prove an aim within its seconds."""
    model = model_builder.Model()
    options = [model.new_bool_var("") for _ in range(problem.options.size)]
    divisions = [model.new_bool_var("") for _ in problem.divisions.parts]
    _constrain(model, problem, options, divisions)
    reached = []
    for aim in range(len(problem.aims)):
        worth = _sum(options, problem.options.worth[:, aim].tolist())
        worth += _sum(divisions, problem.divisions.worth[:, aim].tolist())
        model.maximize(worth)
        solver = model_builder.Solver("highs")
        solver.set_solver_specific_parameters(PARAMETERS)
        solver.set_time_limit_in_seconds(limit)
        if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
            return None
        reached.append(round(solver.objective_value))
        model.add(worth >= reached[-1])
    return tuple(reached)


def _sum(variables: list[Any], weights: Sequence[float]) -> Any:
    return model_builder.LinearExpr.weighted_sum(variables, list(weights))


def _constrain(model: Any, problem: Problem, options: list[Any], divisions: list[Any]) -> None:
    """Every constraint, as directly as it can be said."""
    of_part, of_home, of_group_and_home = _kept_together(problem)
    for group in range(problem.groups):
        model.add(sum(divisions[d] for d in range(len(divisions)) if problem.divisions.group[d] == group) == 1)
    for part, kept in enumerate(problem.members):
        held = sum(divisions[d] for d in range(len(divisions)) if part in problem.divisions.parts[d])
        chosen = _sum([options[o] for o in of_part[part]], [1] * len(of_part[part]))
        model.add(chosen <= held)
        if len(kept) > 1:
            model.add(chosen == held)
    for there in of_group_and_home.values():
        model.add(_sum([options[o] for o in there], [1] * len(there)) <= 1)
    for there in of_home.values():
        _no_more_than_allowed(model, problem, options, there)
    for at, home in _near_each_other(problem, of_home):
        model.add(_sum([options[o] for o in at], [1] * len(at)) <= 1, name=f"apart in {home}")
    for never in problem.never:
        model.add(_sum([options[o] for o in set(never)], [1] * len(set(never))) <= len(set(never)) - 1)


def _kept_together(
    problem: Problem,
) -> tuple[dict[int, list[int]], dict[int, list[int]], dict[tuple[int, int], list[int]]]:
    of_part, of_home, of_both = defaultdict(list), defaultdict(list), defaultdict(list)
    for option in range(problem.options.size):
        part, home = int(problem.options.part[option]), int(problem.options.home[option])
        of_part[part].append(option)
        of_home[home].append(option)
        of_both[int(problem.group_of[part]), home].append(option)
    return of_part, of_home, of_both


def _no_more_than_allowed(model: Any, problem: Problem, options: list[Any], there: list[int]) -> None:
    """For each option: if it is chosen, no more beds are taken than it allows."""
    takes, most = problem.options.takes.tolist(), problem.options.most.tolist()
    taken = _sum([options[o] for o in there], [takes[o] for o in there])
    all_beds = sum(takes[o] for o in there)
    for limit in {most[o] for o in there}:
        if all_beds <= limit:
            continue
        for option in (o for o in there if most[o] == limit):
            model.add(taken + (all_beds - limit) * options[option] <= all_beds)


def _near_each_other(problem: Problem, of_home: At) -> Iterable[tuple[list[int], int]]:
    for a, b in problem.apart:
        for home, there in of_home.items():
            kept = [problem.members[problem.options.part[o]] for o in there]
            at = [o for o, children in zip(there, kept, strict=True) if a in children or b in children]
            both = [o for o, children in zip(there, kept, strict=True) if a in children and b in children]
            if at:
                yield at + both, home
