"""What no plan can hold, left out before anything is solved."""

import numpy as np
import numpy.typing as npt

from matching.solving.problem import Ints, Problem

Flags = npt.NDArray[np.bool_]


def possible(problem: Problem, left_out: int | None = None) -> tuple[Ints, Ints]:
    """The options and the divisions that some plan could hold, by their numbers in the problem, rising.

    Those of a group that is left out are not among them.
    """
    fits, has_one = _possible_options(problem)
    divisions = np.ones(len(problem.divisions.parts), dtype=bool)
    for number, parts in enumerate(problem.divisions.parts):
        divisions[number] = all(len(problem.members[part]) == 1 or has_one[part] for part in parts)
    divisions &= problem.divisions.group != (-1 if left_out is None else left_out)
    held = np.zeros(len(problem.members), dtype=bool)
    for number in np.flatnonzero(divisions).tolist():
        held[list(problem.divisions.parts[number])] = True
    return np.flatnonzero(fits & held[problem.options.part]), np.flatnonzero(divisions)


def _possible_options(problem: Problem) -> tuple[Flags, Flags]:
    """Which options could be chosen by themselves, and which parts have one."""
    fits = problem.options.takes <= problem.options.most
    fits[[never[0] for never in problem.never if len(set(never)) == 1]] = False
    together = {frozenset(pair) for pair in problem.apart}
    if together:
        torn = [part for part, children in enumerate(problem.members) if _holds_a_pair(children, together)]
        fits[np.isin(problem.options.part, torn)] = False
    has_one = np.zeros(len(problem.members), dtype=bool)
    has_one[problem.options.part[fits]] = True
    return fits, has_one


def _holds_a_pair(children: tuple[int, ...], pairs: set[frozenset[int]]) -> bool:
    return any(frozenset((a, b)) in pairs for a in children for b in children if a < b)
