"""Which rivals weights within so many percent of today's can put before the first option, and by what."""

from dataclasses import dataclass

import numpy as np

from matching.explaining.contest import FIRST, Contest
from matching.explaining.reaching import NEVER, Reach
from matching.explaining.weight_box import Box
from matching.explaining.weighted_mean import Mean
from matching.scoring.ordering import Ints, Steps, bands, cost_steps
from matching.scoring.points import FULL
from matching.scoring.weighing import Flags

HUNDREDTHS = Steps(1, FULL)
"""Exact suitability."""


@dataclass(frozen=True, slots=True)
class Ways:
    """For each rival, points that it must reach and that the first must lack: of suitability and of cost, two lines.

    NEVER where no weights do it; of cost also where nothing is asked of it.
    """

    suitability: Ints
    cost: Ints

    @property
    def there(self) -> Flags:
        """Which rivals can be before the first."""
        there: Flags = self.suitability[0] != NEVER
        return there

    def where(self, flags: Flags) -> "Ways":
        """The same of some rivals, and no way for the others."""
        return Ways(np.where(flags, self.suitability, NEVER), np.where(flags, self.cost, NEVER))

    def or_else(self, other: "Ways") -> "Ways":
        """These ways, and others where there is none."""
        there = self.there
        suitability = np.where(there, self.suitability, other.suitability)
        return Ways(suitability, np.where(there, self.cost, other.cost))


@dataclass(frozen=True)
class Overtaking:
    """What may put rivals before the first with weights within so many percent of today's."""

    contest: Contest
    rivals: Ints
    percent: int

    def ways(self) -> Ways:
        """A higher band; or no lower one, and sides; or these alike, and cost; or that too, and points or the rest."""
        sides = self.contest.sides[self.rivals] - self.contest.sides[FIRST]
        higher = self._of_band(np.full(len(sides), fill_value=True), level=False)
        ways = Ways(higher, self._nothing)
        no_lower = self._of_band(~ways.there & (sides >= 0), level=True)
        ways = ways.or_else(Ways(no_lower, self._nothing).where(sides > 0))
        cheaper = self._of_cost((sides == 0) & (no_lower[0] != NEVER), level=False)
        ways = ways.or_else(Ways(no_lower, cheaper).where(cheaper[0] != NEVER))
        alike = self._of_cost((sides == 0) & ~ways.there, level=True)
        return ways.or_else(Ways(self._of_points(alike[0] != NEVER), alike))

    @property
    def _nothing(self) -> Ints:
        return np.full((2, len(self.rivals)), NEVER)

    def _of_band(self, among: Flags, *, level: bool) -> Ints:
        return self._of(self.contest.suitability, bands(self.contest.policy), among, level=np.full(len(among), level))

    def _of_cost(self, among: Flags, *, level: bool) -> Ints:
        """Cheaper by a step at least, or no dearer; all are alike where cost is weighed into suitability."""
        if self.contest.policy.cost_counts != "ties":
            return np.where(among & level, 0, self._nothing)
        return self._of(self.contest.cost, cost_steps(self.contest.policy), among, level=np.full(len(among), level))

    def _of_points(self, among: Flags) -> Ints:
        """More points exactly; as many are enough where standing or id goes before the first's."""
        level = self.contest.last[self.rivals] > self.contest.last[FIRST]
        return self._of(self.contest.suitability, HUNDREDTHS, among, level=level)

    def _of(self, mean: Mean, steps: Steps, among: Flags, *, level: Flags) -> Ints:
        found, counting = self._nothing, mean.counting
        box = Box(counting.weights, self.percent)
        found[:, among] = Reach(counting, steps, box, self.rivals[among], level[among]).found()
        return found
