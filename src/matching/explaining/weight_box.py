"""Weights that may each change by so many percent: whether any of them keep two conditions at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.scoring.ordering import Ints
from matching.scoring.weighing import Flags

Numbers = npt.NDArray[np.float64]
"""Whole numbers below 2 to the 53rd, so that every sum of them is exact."""

MOST = 100
"""The most percent by which a weight may change: to anything above nothing, or to twice as much."""


@dataclass(frozen=True, slots=True)
class Box:
    """All weights within so many percent of today's, in hundredths of a weight; all of today's are above nothing."""

    weights: Ints
    percent: int

    @property
    def low(self) -> Ints:
        """The least that each may weigh; at 100 percent it weighs more than this."""
        return self.weights * (MOST - self.percent)

    @property
    def high(self) -> Ints:
        """The most that each may weigh."""
        return self.weights * (MOST + self.percent)

    def most(self, sums: Numbers) -> Numbers:
        """The most that each weighted sum can be: an entry a criterion in the last axis."""
        most: Numbers = sums @ (self.weights * float(MOST)) + np.abs(sums) @ (self.weights * float(self.percent))
        return most

    def allows(self, reaching: Numbers, lacking: Numbers) -> Flags:
        """For each line, whether some weights make the one sum no less than 0 and the other less than 0, at once.

        By duality: so it is where no mixture of the first and of the second turned round, but the first alone, has 0
        or less as its most. That most is convex in the mixture and bends only where a criterion's sum turns, so the
        bends and the ends tell.
        """
        allowed = (self.most(-lacking) > 0) & self._can_be_reached(reaching)
        at = np.flatnonzero(allowed)
        allowed[at] = self._at_every_bend(reaching[at], lacking[at])
        return allowed

    def _can_be_reached(self, reaching: Numbers) -> Flags:
        most = self.most(reaching)
        if self.percent < MOST:
            return most >= 0
        return (most > 0) | ~reaching.any(axis=1)

    def _at_every_bend(self, reaching: Numbers, lacking: Numbers) -> Flags:
        of_first, of_second = np.abs(lacking)[:, :, None], np.abs(reaching)[:, :, None]
        most = self.most(of_first * reaching[:, None, :] - of_second * lacking[:, None, :])
        allowed: Flags = ((most > 0) | (reaching == 0)).all(axis=1)
        return allowed
