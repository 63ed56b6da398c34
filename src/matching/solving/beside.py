"""What a group takes, and what it leaves to the others."""

from dataclasses import dataclass, replace

import numpy as np

from matching.solving.problem import Ints, Limit, Problem
from matching.solving.restated import Given

NOBODY_ELSE = -1
"""What an option that may not be chosen allows to be taken."""


@dataclass(frozen=True, slots=True)
class TakenHome:
    """A home where a part of the group lives: beds taken, beds that may be taken in all, children kept away."""

    home: int
    beds: int
    most: int
    kept_away: frozenset[int]


@dataclass(frozen=True, slots=True)
class Taken:
    """The options that a group takes, and what they change for the others.

    `never` are the sets that the others owe: those of which the group has chosen all that are its own, without these;
    `limits` have the room that is left to them. `in_set` says whether the group has changed any of these.
    """

    given: Given
    homes: tuple[TakenHome, ...]
    never: tuple[tuple[int, ...], ...]
    in_set: bool
    limits: tuple[Limit, ...]

    def left_over(self) -> tuple[object, ...]:
        """What the others are left with; the same for two choices that leave the same."""
        return self.homes, (self.never, self.limits) if self.in_set else ()

    def rest(self, problem: Problem) -> Problem:
        """The problem as it is for the others: fewer beds in these homes, and what they owe of the sets."""
        options = replace(problem.options, most=self._most(problem))
        return replace(problem, options=options, never=self.never, limits=self.limits, further=None)

    def _most(self, problem: Problem) -> Ints:
        """How many beds the others may take beside each of their options, its own among them."""
        options = problem.options
        most = options.most.copy()
        for taken in self.homes:
            there = np.flatnonzero(options.home == taken.home)
            most[there] = np.minimum(most[there], taken.most) - taken.beds
            refused = [taken.kept_away.intersection(problem.members[part]) != set() for part in options.part[there]]
            most[there[refused]] = NOBODY_ELSE
        return most


def beside(problem: Problem, group: int, chosen: tuple[int, ...]) -> Taken:
    """What these options of a group take. ValueError if they are not the group's, or cannot be chosen together."""
    homes = tuple(sorted((_taken(problem, option) for option in chosen), key=lambda taken: taken.home))
    children = [child for option in chosen for child in problem.members[problem.options.part[option]]]
    own = {int(problem.group_of[problem.options.part[option]]) for option in chosen}
    never, in_set = _never(problem, group, frozenset(chosen))
    limits = tuple(_left_of(limit, frozenset(chosen)) for limit in problem.limits)
    lawful = len(set(children)) == len(children) and len({taken.home for taken in homes}) == len(homes)
    full = any(taken.beds > taken.most for taken in homes) or any(limit.room < 0 for limit in limits)
    if not lawful or own - {group} or () in never or full:
        raise ValueError("these are not options that the group can choose together")
    return Taken(Given(group, chosen), homes, never, in_set or limits != problem.limits, limits)


def _left_of(limit: Limit, chosen: frozenset[int]) -> Limit:
    """A limit with the room that is left beside what is chosen."""
    taken = sum(w for o, w in zip(limit.options, limit.weights, strict=True) if o in chosen)
    return replace(limit, room=limit.room - taken)


def _taken(problem: Problem, option: int) -> TakenHome:
    options = problem.options
    kept = problem.members[options.part[option]]
    away = frozenset(b for pair in problem.apart for a, b in (pair, pair[::-1]) if a in kept)
    if away.intersection(kept):
        raise ValueError("these are not options that the group can choose together")
    return TakenHome(int(options.home[option]), int(options.takes[option]), int(options.most[option]), away)


def _never(problem: Problem, group: int, chosen: frozenset[int]) -> tuple[tuple[tuple[int, ...], ...], bool]:
    """The sets of `never` that the others owe, and whether the group's choice has shortened one."""
    owed: list[tuple[int, ...]] = []
    shortened = False
    for never in problem.never:
        own = {option for option in never if problem.group_of[problem.options.part[option]] == group}
        if own <= chosen:
            owed.append(tuple(option for option in never if option not in own))
            shortened = shortened or bool(own)
    return tuple(owed), shortened
