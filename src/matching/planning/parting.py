"""The ways of dividing the brothers and sisters of one referral over several homes, best first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.planning.numbers import Numbers
from matching.planning.ways import kept_by
from matching.solving.next_best import next_best
from matching.solving.problem import Divisions, Problem, Solved
from matching.solving.solver import solve

Worth = tuple[int, ...]
FAR_ABOVE = 1_000_000
"""Worth more in the first aim than all children together: what it is given to is chosen wherever it can be."""


@dataclass(frozen=True, slots=True)
class Parting:
    """One way of dividing a group, in the homes that are best for it: an option a part, and what they are worth.

    `parts_nobody` where all who should be together are.
    """

    options: tuple[int, ...]
    worth: Worth
    parts_nobody: bool


def partings(numbers: Numbers, limit: int) -> list[Parting]:
    """The best homes for each way of dividing a group of its own, the best so many ways; each child has a home.

    A way that parts nobody who should be together is given in several sets of homes.
    """
    found: list[Parting] = []
    for bound, division in _by_bound(numbers):
        if len(found) >= limit and found[limit - 1].worth >= bound:
            break
        found = sorted([*found, *_in_homes(numbers, division, limit)], key=_best_first)
    return found[:limit]


def number_of_ways(numbers: Numbers) -> int:
    """In how many ways the group can be divided so that each part has a home by itself."""
    return len(_by_bound(numbers))


def _best_first(parting: Parting) -> tuple[Worth, tuple[int, ...]]:
    return tuple(-worth for worth in parting.worth), parting.options


def _by_bound(numbers: Numbers) -> list[tuple[Worth, int]]:
    """Each way of several parts that all have a home, with what it could be worth at most, the most first."""
    parts = numbers.problem.divisions.parts
    several = [d for d, those in enumerate(parts) if len(those) > 1 and all(len(numbers.parts[p].rows) for p in those)]
    best = {part: _best_worth(numbers, part) for d in several for part in parts[d]}
    bounds = (np.sum([numbers.problem.divisions.worth[d], *(best[p] for p in parts[d])], axis=0) for d in several)
    return sorted(((tuple(b.tolist()), d) for b, d in zip(bounds, several, strict=True)), reverse=True)


def _best_worth(numbers: Numbers, part: int) -> Worth:
    """What a part is worth in the home that is best for it."""
    first = int(numbers.first_option[part])
    worth = numbers.problem.options.worth[first : first + len(numbers.parts[part].rows)]
    return max(tuple(line) for line in worth.tolist())


def _in_homes(numbers: Numbers, division: int, limit: int) -> Iterator[Parting]:
    """The best homes for one way, if its parts have homes of their own; the best so many where it parts nobody."""
    group = numbers.groups[0]
    way = [numbers.parts[part].part.places for part in numbers.problem.divisions.parts[division]]
    parts_nobody = kept_by(group, way).keeps_together or not group.together
    for plan in _plans(_only(numbers.problem, division), limit if parts_nobody else 1):
        if plan.divisions == (0,) and len(plan.options) == len(way):
            worth = (plan.reached[0] - FAR_ABOVE, *plan.reached[1:])
            yield Parting(plan.options, worth, parts_nobody)


def _plans(problem: Problem, count: int) -> tuple[Solved, ...]:
    first = solve(problem)
    return (first, *(next_best(problem, first, count - 1) if count > 1 else ()))


def _only(problem: Problem, division: int) -> Problem:
    """The problem in which one way is preferred to all, beside that of each child by itself, which is always there."""
    divisions, alone = problem.divisions, _each_alone(problem)
    preferred = divisions.worth[division] + np.eye(1, len(problem.aims), dtype=np.int64)[0] * FAR_ABOVE
    worth = np.stack([preferred, divisions.worth[alone]])
    parts = (divisions.parts[division], divisions.parts[alone])
    return replace(problem, divisions=Divisions(np.zeros(2, dtype=np.int64), parts, worth))


def _each_alone(problem: Problem) -> int:
    """The way in which each child is by itself."""
    sizes: Sequence[int] = [max(len(problem.members[part]) for part in parts) for parts in problem.divisions.parts]
    return sizes.index(1)
