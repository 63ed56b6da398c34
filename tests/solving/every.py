"""Every plan of a small panel, tried one after another in plain Python."""

from collections.abc import Iterator
from itertools import product

from matching.solving.problem import Problem

Plan = tuple[tuple[int, ...], tuple[int, ...]]


def every_plan(problem: Problem, groups: frozenset[int] = frozenset()) -> list[tuple[tuple[int, ...], Plan]]:
    """Every plan (options, divisions) with its value, the best value first; without the groups that are left out."""
    ways = [list(_ways(problem, group)) for group in range(problem.groups) if group not in groups]
    plans = [_joined(chosen) for chosen in product(*ways)]
    distinct = {plan[0]: plan for plan in plans if lawful(problem, plan[0])}
    return sorted(((problem.value(*plan), plan) for plan in distinct.values()), reverse=True)


def _joined(ways: tuple[Plan, ...]) -> Plan:
    options = tuple(sorted(option for way in ways for option in way[0]))
    return options, tuple(sorted(division for way in ways for division in way[1]))


def _ways(problem: Problem, group: int) -> Iterator[Plan]:
    """Every way of placing one group by itself."""
    options = problem.options
    for division, parts in enumerate(problem.divisions.parts):
        if problem.divisions.group[division] != group:
            continue
        choices = [
            [o for o in range(options.size) if options.part[o] == part and options.takes[o] <= options.most[o]]
            + ([None] if len(problem.members[part]) == 1 else [])
            for part in parts
        ]
        for chosen in product(*choices):
            placed = tuple(option for option in chosen if option is not None)
            homes = [int(options.home[option]) for option in placed]
            if len(set(homes)) == len(homes):
                yield placed, (division,)


def lawful(problem: Problem, chosen: tuple[int, ...]) -> bool:
    """Whether these options can be chosen together."""
    options = problem.options
    home_of: dict[int, int] = {}
    taken: dict[int, int] = {}
    for option in chosen:
        home = int(options.home[option])
        taken[home] = taken.get(home, 0) + int(options.takes[option])
        home_of.update(dict.fromkeys(problem.members[int(options.part[option])], home))
    if any(taken[int(options.home[option])] > options.most[option] for option in chosen):
        return False
    if any(a in home_of and b in home_of and home_of[a] == home_of[b] for a, b in problem.apart):
        return False
    if any(set(never) <= set(chosen) for never in problem.never):
        return False
    weights = (dict(zip(limit.options, limit.weights, strict=True)) for limit in problem.limits)
    weighed = [sum(of.get(option, 0) for option in chosen) for of in weights]
    return all(weight <= limit.room for weight, limit in zip(weighed, problem.limits, strict=True))
