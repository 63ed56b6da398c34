"""How far the weight of each criterion may change, all others as they are, before another home is first."""

import numpy as np

from matching.domain.made import made
from matching.domain.sureness import WeightInterval
from matching.explaining.contest import FIRST, Contest
from matching.explaining.found import Found
from matching.scoring.criterion import Criterion
from matching.scoring.ordering import Ints
from matching.scoring.weighing import Scale

MOST = 100
VALUES = np.arange(MOST + 1)
"""Every weight that a policy may give."""

ENDS = np.array([0, MOST])


def weight_intervals(found: Found) -> tuple[WeightInterval, ...]:
    """For each criterion the weights with which the first option stays first; none where no home is lawful."""
    if not len(found.lawful):
        return ()
    contest = Contest.of(found)
    return tuple([_interval(contest, c, found.scale) for c in found.scale.criteria])


def _interval(contest: Contest, criterion: Criterion, scale: Scale) -> WeightInterval:
    firsts, weight, least = _firsts(contest, criterion.id), scale.weight(criterion), scale.least(criterion)
    lost = np.flatnonzero(firsts != FIRST)
    low = max([least, *(lost[lost < weight] + 1).tolist()])
    high = min([MOST, *(lost[lost > weight] - 1).tolist()])
    return made(
        WeightInterval,
        criterion=criterion.id,
        head=criterion.head.value,
        weight=weight,
        low=low,
        high=high,
        below=contest.homes[firsts[low - 1]] if low > least else None,
        above=contest.homes[firsts[high + 1]] if high < MOST else None,
    )


def _firsts(contest: Contest, criterion: str) -> Ints:
    """Which home is first with each weight."""
    at = np.append(FIRST, _rivals(contest, criterion))
    suits, costs = (mean.with_weight(criterion, VALUES, at) for mean in (contest.suitability, contest.cost))
    firsts: Ints = at[np.argmin(contest.numbers(suits, costs, at), axis=1)]
    return firsts


def _rivals(contest: Contest, criterion: str) -> Ints:
    """The homes that could be before the first: with more weight points only rise or only fall, so the ends tell."""
    every = np.arange(len(contest.homes))
    suits, costs = (mean.with_weight(criterion, ENDS, every) for mean in (contest.suitability, contest.cost))
    best = contest.numbers(suits.max(axis=0), costs.max(axis=0), every)
    worst = contest.numbers(suits.min(axis=0), costs.min(axis=0), every)
    return 1 + np.flatnonzero(best[1:] < worst[FIRST])
