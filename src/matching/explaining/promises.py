"""Whether steps could bring a home to the front: by no less than all of them gain, so that none is left out wrongly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.explaining.found import Found
from matching.explaining.steps import Chosen, Steps
from matching.explaining.trying import Alone, Place
from matching.scoring.ordering import HUNDREDTHS, POINTS_BITS, STANDING_BITS
from matching.scoring.points import FULL

ROUNDED = 2
"""Hundredths of a point that rounding may add."""

BELOW_SIDES = STANDING_BITS + 2 * POINTS_BITS
"""How far to shift a place, without its id, so that the group, the band and the three sides are left."""

SIDES, BANDS = 3, 7

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Promises:
    """What a home is, what each step makes of it by itself, and what as many as go together do at once.

    `now` and `joint` hold points in hundredths, an entry a criterion, `gains` what each step adds, a row a step;
    `fronts` are the parts of the order above cost, of now, of each step and of all together; `usable` marks the steps
    that do not make the home unlawful; `weights` go by criterion.
    """

    now: Ints
    gains: Ints
    joint: Ints
    fronts: Ints
    usable: npt.NDArray[np.bool_]
    weights: Ints
    band_width: int

    @classmethod
    def of(cls, steps: Steps, start: Alone) -> "Promises":
        """Each step tried by itself, and all that go together."""
        tried = steps.try_all([*(frozenset([k]) for k in range(len(steps.all))), _as_many(steps)])
        ends = [alone if alone.is_lawful else start for alone in tried]
        now, points = _central(start), np.array([_central(end) for end in ends])
        return cls(
            now=now,
            gains=np.maximum(points[:-1] - now, 0).reshape(len(steps.all), len(now)),
            joint=np.maximum(points[-1], now),
            fronts=np.array([_front(of) for of in (start, *ends)]),
            usable=np.array([alone.is_lawful for alone in tried[:-1]], dtype=np.bool_),
            weights=np.array([*weights(start.found, start.among).values()], dtype=np.int64),
            band_width=start.found.scale.policy.band_width * HUNDREDTHS,
        )

    def kept(self, sets: Sequence[Chosen], target: Place) -> list[Chosen]:
        """Those of the sets that may bring the home before a place of the order."""
        if not sets:
            return []
        members = np.zeros((len(sets), len(self.usable)), dtype=np.bool_)
        for row, chosen in zip(members, sets, strict=True):
            row[list(chosen)] = True
        may = (self._at_best(members) <= target[0] >> BELOW_SIDES) & ~(members & ~self.usable).any(axis=1)
        return [chosen for chosen, hopeful in zip(sets, may.tolist(), strict=True) if hopeful]

    def _at_best(self, members: npt.NDArray[np.bool_]) -> Ints:
        """The furthest in front that each set could bring the home, down to the sides."""
        several = members.sum(axis=1) > 1
        groups, sides = self._groups_and_sides(members, several)
        best: Ints = ((groups << BANDS | 100 - self._bands(members, several)) << SIDES) | sides
        return best

    def _groups_and_sides(self, members: npt.NDArray[np.bool_], several: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """The earliest group that one of the steps, or all together, reach; and the sides that speak against then."""
        reached = np.column_stack([np.ones(len(members), dtype=np.bool_), members, several])
        groups, sides = self.fronts >> (SIDES + BANDS), self.fronts & ((1 << SIDES) - 1)
        all_sides = (1 << SIDES) - 1
        earliest: Ints = np.where(reached, groups, groups.max()).min(axis=1)
        against: Ints = np.bitwise_and.reduce(np.where(reached, sides, all_sides), axis=1)
        return earliest, against

    def _bands(self, members: npt.NDArray[np.bool_], several: npt.NDArray[np.bool_]) -> Ints:
        """The highest band that each set could bring the home to: its gains added, or more where together they are."""
        added = self.now + members.astype(np.int64) @ self.gains
        points = np.minimum(
            FULL, np.where(several[:, None] & self._more_together, np.maximum(added, self.joint), added)
        )
        mean = points @ self.weights // max(1, int(self.weights.sum())) + ROUNDED
        bands: Ints = np.minimum(mean, FULL - 1) // self.band_width
        return bands

    @cached_property
    def _more_together(self) -> npt.NDArray[np.bool_]:
        """The criteria in which steps gain more together than each by itself."""
        more: npt.NDArray[np.bool_] = self.joint > self.now + self.gains.sum(axis=0) + ROUNDED
        return more


def _front(alone: Alone) -> int:
    return alone.place[0] >> BELOW_SIDES


def _as_many(steps: Steps) -> Chosen:
    """As many steps as go together, the first first."""
    chosen = Chosen()
    for k in range(len(steps.all)):
        chosen = chosen | {k} if steps.go_together(chosen | {k}) else chosen
    return chosen


def _central(alone: Alone) -> Ints:
    """The points of a home by criterion of suitability, as things are known."""
    found = alone.found
    return np.array([found.weighed.criteria[i].central[alone.among] for i in weights(found, alone.among)])


def weights(found: Found, among: int) -> Mapping[str, int]:
    """What each criterion of suitability weighs for one of the lawful homes: nothing where it is not asked."""
    scale, of = found.scale, found.weighed.criteria
    return {
        c.id: scale.weight(c) * of[c.id].is_asked(among) for c in scale.criteria if c.head in scale.heads_of_suitability
    }
