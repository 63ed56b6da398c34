"""Weights with which another home is before the first option, in as few decimals as will do."""

from collections.abc import Mapping

import numpy as np

from matching.explaining.contest import FIRST, Contest
from matching.explaining.overtaking import Overtaking
from matching.explaining.reaching import NEVER
from matching.explaining.weight_box import MOST
from matching.explaining.weighted_mean import Mean
from matching.scoring.ordering import Ints

PLACES = range(2, 12)
"""Decimals that are tried: today's weights and percents are whole, so that two are mostly enough."""

Weights = Mapping[str, int]
"""By criterion, counted in the last of the decimals."""


def witness(contest: Contest, rival: int, percent: int) -> tuple[str, dict[str, float] | None]:
    """Who is first and with which weights, where a rival can pass the first: the rival, or one that passes it too.

    No weights where more decimals would be needed than are tried.
    """
    ways = Overtaking(contest, np.array([rival]), percent).ways()
    means = ((contest.suitability.counting, ways.suitability[:, 0]), (contest.cost.counting, ways.cost[:, 0]))
    for places in PLACES:
        weights = {i: weight * 10**places for i, weight in contest.weights.items()}
        for mean, way in means:
            if way[0] != NEVER:
                weights |= _within(mean, rival, way, percent, places)
        if (first := contest.first_with(weights)) != FIRST:
            return contest.homes[first], {i: weight / 10**places for i, weight in weights.items()}
    return contest.homes[rival], None


def _within(mean: Mean, rival: int, way: Ints, percent: int, places: int) -> Weights:
    """Where today's weights of a mean do not do, those that let the rival reach its points and the first lack most."""
    unit = 10 ** (places - 2)
    today, high = mean.weights * MOST * unit, mean.weights * (MOST + percent) * unit
    low = mean.weights * (MOST - percent) * unit if percent < MOST else mean.weights
    reaching, lacking = mean.over(rival, way[0]), mean.over(FIRST, way[1])
    if reaching @ today >= 0 > lacking @ today:
        return {}
    rises = (lacking < 0) | ((lacking == 0) & (reaching > 0))
    weights = np.where(rises, high, np.where((lacking == 0) & (reaching == 0), today, low))
    _reach(weights, reaching, np.abs(lacking), np.where(rises, low, high))
    return dict(zip(mean.ids, weights.tolist(), strict=True))


def _reach(weights: Ints, reaching: Ints, losing: Ints, other_ends: Ints) -> None:
    """Move weights to their other ends until the rival reaches its points, first where least is lost by it."""
    missing = -int(reaching @ weights)
    gains = np.flatnonzero(reaching * (other_ends - weights) > 0).tolist()
    for k in sorted(gains, key=lambda k: losing[k] / abs(reaching[k])):
        if missing <= 0:
            return
        gain, room = abs(int(reaching[k])), abs(int(other_ends[k] - weights[k]))
        moved = min(room, -(-missing // gain))
        weights[k] += moved if reaching[k] > 0 else -moved
        missing -= gain * moved
