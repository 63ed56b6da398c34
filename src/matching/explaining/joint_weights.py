"""How far all weights may change at once before another home is first."""

from dataclasses import dataclass

import numpy as np

from matching.domain.made import made
from matching.domain.sureness import WeightsSurvived
from matching.explaining.contest import Contest
from matching.explaining.found import Found
from matching.explaining.overtaking import Overtaking
from matching.explaining.weight_box import MOST
from matching.explaining.witness import witness
from matching.scoring.ordering import Ints


def weights_survived(found: Found) -> WeightsSurvived | None:
    """The most percent by which all weights may change at once with the first still first; None with no lawful home."""
    if not len(found.lawful):
        return None
    contest = Contest.of(found)
    search = _survived(contest)
    if not len(search.left):
        return made(WeightsSurvived, percent=MOST, only_one=len(contest.homes) == 1)
    overtaken_by, weights = witness(contest, int(search.left[0]), search.fails)
    return made(WeightsSurvived, percent=search.fails - 1, overtaken_by=overtaken_by, weights=weights)


@dataclass(frozen=True, slots=True)
class _Search:
    """Percents with which the first surely stays first and surely does not, and who can be before it with those."""

    stays: int
    fails: int
    left: Ints


def _survived(contest: Contest) -> _Search:
    """The least percent with which it fails, one above that with which it stays: doubled, then halved."""
    search = _Search(0, MOST + 1, np.arange(1, len(contest.homes)))
    percent = 1
    while search.fails - search.stays > 1 and len(search.left):
        search = _tried(contest, search, percent)
        percent = min(2 * percent, MOST) if search.fails > MOST else (search.stays + search.fails) // 2
    return search if search.fails <= MOST else _Search(MOST, MOST + 1, search.left[:0])


def _tried(contest: Contest, search: _Search, percent: int) -> _Search:
    """Who cannot be before it with so many percent cannot with fewer."""
    can = search.left[Overtaking(contest, search.left, percent).ways().there]
    if len(can):
        return _Search(search.stays, percent, can)
    return _Search(percent, search.fails, search.left)
