"""Every constraint said once more, in plain Python: no answer leaves the solver that does not keep them all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.errors import EngineDefect
from matching.solving.problem import Problem, Solved


@dataclass(frozen=True, slots=True)
class Given:
    """The options that a group takes which is left out of a plan."""

    group: int | None = None
    options: tuple[int, ...] = ()


NOBODY = Given()


def checked(problem: Problem, solved: Solved, given: Given = NOBODY) -> Solved:
    """The same answer. EngineDefect if it has a fault."""
    found = faults(problem, solved, given)
    if found:
        raise EngineDefect(f"a plan did not pass its check: {found[0]}", "Report this with the file that was given.")
    return solved


def faults(problem: Problem, solved: Solved, given: Given = NOBODY) -> list[str]:
    """What is wrong with a plan of all groups but the given one, in words and numbers; nothing if it is one."""
    listed = [name for name in ("options", "divisions") if not _rising(getattr(solved, name))]
    if listed:
        return [f"the {name} are not in rising order" for name in listed]
    together = (*solved.options, *given.options)
    return [
        *_divided(problem, solved, given.group),
        *_placed(problem, solved),
        *_crowded(problem, together),
        *_shared(problem, together),
        *_near_each_other(problem, together),
        *_forbidden(problem, together),
        *_beyond_limits(problem, together),
        *_misvalued(problem, solved),
    ]


def _rising(numbers: tuple[int, ...]) -> bool:
    return all(a < b for a, b in pairwise(numbers))


def _divided(problem: Problem, solved: Solved, left_out: int | None) -> list[str]:
    """Each group has one division, of the problem's; the one that is left out has none."""
    held = Counter(int(problem.divisions.group[division]) for division in solved.divisions)
    return [f"group {g} has {held[g]} divisions" for g in range(problem.groups) if held[g] != int(g != left_out)]


def _placed(problem: Problem, solved: Solved) -> list[str]:
    """Each part of the divisions chosen has one home, or none where it is one child; no other part has one."""
    homes = Counter(int(problem.options.part[option]) for option in solved.options)
    parts = {part for division in solved.divisions for part in problem.divisions.parts[division]}
    least = {part: 0 if len(problem.members[part]) == 1 else 1 for part in parts}
    wrong = [f"part {part} has {homes[part]} homes" for part in sorted(parts) if not least[part] <= homes[part] <= 1]
    return wrong + [f"part {part} has a home but is in no division" for part in sorted(set(homes) - parts)]


def _crowded(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """No more beds are taken in a home than each option chosen there allows."""
    options, taken = problem.options, Counter[int]()
    for option in chosen:
        taken[int(options.home[option])] += int(options.takes[option])
    return [
        f"option {option} allows fewer beds to be taken than are"
        for option in chosen
        if taken[int(options.home[option])] > int(options.most[option])
    ]


def _shared(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """No two parts of one group share a home."""
    options = problem.options
    pairs = Counter((int(problem.group_of[options.part[o]]), int(options.home[o])) for o in chosen)
    return [f"{count} parts of group {group} are in home {home}" for (group, home), count in pairs.items() if count > 1]


def _near_each_other(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """No two children who are to live apart share a home."""
    home_of = {
        child: int(problem.options.home[option])
        for option in chosen
        for child in problem.members[int(problem.options.part[option])]
    }
    return [
        f"children {a} and {b} share a home" for a, b in problem.apart if a in home_of and home_of[a] == home_of.get(b)
    ]


def _forbidden(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """Of no set that must not be chosen together all are chosen."""
    return [f"set {number} is chosen" for number, never in enumerate(problem.never) if set(chosen).issuperset(never)]


def _beyond_limits(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """What is chosen weighs no more than each limit has room for."""
    held = set(chosen)
    weights = [
        sum(weight for option, weight in zip(limit.options, limit.weights, strict=True) if option in held)
        for limit in problem.limits
    ]
    over = (weight > limit.room for weight, limit in zip(weights, problem.limits, strict=True))
    return [f"more is chosen than limit {number} has room for" for number, is_over in enumerate(over) if is_over]


def _misvalued(problem: Problem, solved: Solved) -> list[str]:
    """What is said to be reached is the sum of the worths, and no bound is below it where all before is reached."""
    reached = [
        sum(int(problem.options.worth[option][aim]) for option in solved.options)
        + sum(int(problem.divisions.worth[division][aim]) for division in solved.divisions)
        for aim in range(len(problem.aims))
    ]
    wrong = [f"aim {aim} reaches {reached[aim]}" for aim in range(len(reached)) if reached[aim] != solved.reached[aim]]
    bounds = zip(solved.reached, solved.best_possible, strict=True)
    return wrong + [f"aim {aim} is above its bound" for aim, (value, most) in enumerate(bounds) if value > most]
