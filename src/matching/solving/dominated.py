"""Options that no panel needs: a part has enough better homes, whatever the others do.

Let a plan hold an option of a part, and let the part have, in more homes than the other children could ever live in,
options that are worth at least as much and are in no set of `never` and no limit. In one of these homes nobody lives in
that plan. The part may move there: it is alone there, so that neither `most` nor `apart` is in the way, its old home
has more room, and the plan is worth no less. So one of the best plans holds only options from each part's best homes,
one more of them than there are other children. With k homes more than that, k other plans are as good as any that holds
another option: the k best plans after the first are worth the same among what is kept.
"""

import numpy as np

from matching.solving.problem import Ints, Options, Problem

WORTH_SORTING = 0.7
"""Where more than this share of the options would be kept, looking for the others takes longer than it saves."""


def needed(problem: Problem, options: Ints, plans: int = 1) -> Ints:
    """Those of these options that the best plans need, so many of them."""
    children = len({child for part in problem.members for child in part})
    sizes = np.array([len(part) for part in problem.members], dtype=np.int64)
    homes = children - sizes + plans
    part = problem.options.part[options]
    counts = np.bincount(part, minlength=len(sizes))
    if np.minimum(counts, homes).sum() > WORTH_SORTING * len(options):
        return options
    key = _order(problem.options, options)
    if key is None:
        return options
    order = np.lexsort((options, -key, part))
    before = _homes_before(problem, options[order])
    return np.sort(options[order][before < homes[part[order]]])


def _order(options: Options, at: Ints) -> Ints | None:
    """A number for each option that is larger where its worth is, aim by aim; None where 64 bits do not hold it."""
    key, largest = np.zeros(len(at), dtype=np.int64), 1
    for worth in options.worth.T:
        of_aim = worth[at]
        least, most = int(of_aim.min(initial=0)), int(of_aim.max(initial=0))
        largest *= most - least + 1
        if largest >= 2**62:
            return None
        key = key * (most - least + 1) + (of_aim - least)
    return key


def _homes_before(problem: Problem, ordered: Ints) -> Ints:
    """For each of these options, a part's together: the homes where its part has a better one that is free."""
    part, home = problem.options.part[ordered], problem.options.home[ordered]
    held_back = {o for options in problem.never for o in options} | {o for of in problem.limits for o in of.options}
    free = ~np.isin(ordered, sorted(held_back))
    _, first = np.unique((part * problem.homes + home)[free], return_index=True)
    counted = np.zeros(len(ordered), dtype=np.int64)
    counted[np.flatnonzero(free)[first]] = 1
    before = np.cumsum(counted) - counted
    return before - before[np.searchsorted(part, part)]
