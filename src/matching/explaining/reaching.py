"""Which rivals can have as many points as the first option or more, in steps, with weights of a box."""

from dataclasses import dataclass

import numpy as np

from matching.explaining.contest import FIRST
from matching.explaining.weight_box import Box
from matching.explaining.weighted_mean import Mean
from matching.scoring.ordering import Ints, Steps
from matching.scoring.points import FULL
from matching.scoring.weighing import Flags

NEVER = -1
"""In the place of points that no weights reach."""

AT_ONCE = 4_096
"""So many spans are looked at together, about 10 MB."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of steps that are still to be searched: whose they are, and the first and the last step of each."""

    rival: Ints
    low: Ints
    high: Ints

    def where(self, flags: Flags) -> "Spans":
        """Some of them."""
        return Spans(self.rival[flags], self.low[flags], self.high[flags])

    @property
    def middle(self) -> Ints:
        """The step in the middle of each."""
        return (self.low + self.high) // 2

    def beside_the_middle(self) -> "Spans":
        """What is left of each below and above its middle."""
        middle = self.middle
        low, high = np.append(self.low, middle + 1), np.append(middle - 1, self.high)
        return Spans(np.tile(self.rival, 2), low, high).where(low <= high)


@dataclass(frozen=True)
class Reach:
    """The question whether rivals can stand in a step where the first stands lower, or, where `level` says, no higher.

    `rivals` are lines of the mean, and `level` has an entry each.
    """

    mean: Mean
    steps: Steps
    box: Box
    rivals: Ints
    level: Flags

    def found(self) -> Ints:
        """For each rival the points that it reaches and those that the first lacks, or NEVER: two lines."""
        step, spans = np.full(len(self.rivals), NEVER), self._spans()
        while len(spans.rival):
            hit = self._may(spans.rival, spans.middle, spans.middle)
            step[spans.rival[hit]] = spans.middle[hit]
            spans = spans.where(step[spans.rival] == NEVER)
            spans = spans.where(self._may(spans.rival, spans.low, spans.high)).beside_the_middle()
        each = np.arange(len(step))
        return np.where(step == NEVER, NEVER, np.stack([step * self.steps.width, self._lacked(each, step)]))

    def _spans(self) -> Spans:
        """The steps that a rival can reach at best and under which the first can fall at worst."""
        width, last = self.steps
        points, asked = self.mean.points, self.mean.asked
        best = _most(points[self.rivals], asked[self.rivals], self.box)
        worst = FULL - 1 - _most(FULL - points[[FIRST]], asked[[FIRST]], self.box)
        low = np.maximum(worst // width + ~self.level, 0)
        spans = Spans(np.arange(len(self.rivals)), low, np.minimum(best // width, last))
        return spans.where((spans.low <= spans.high) & self._near())

    def _near(self) -> Flags:
        """Whether a rival of which the same is asked can have more than the first, or be level with it."""
        same: Flags = (self.mean.asked[self.rivals] == self.mean.asked[FIRST]).all(axis=1)
        less = self.mean.points[FIRST] - self.level[:, None] * self.steps.widest
        more = (self.mean.points[self.rivals] - less) * self.mean.asked[FIRST]
        near: Flags = self.box.most(more.astype(np.float64)) > 0
        return ~same | near

    def _may(self, rival: Ints, low: Ints, high: Ints) -> Flags:
        """Whether a rival can reach the one step while the first does not go beyond the other."""
        parts = [slice(start, start + AT_ONCE) for start in range(0, max(len(rival), 1), AT_ONCE)]
        return np.concatenate([self._may_at_once(rival[part], low[part], high[part]) for part in parts])

    def _may_at_once(self, rival: Ints, low: Ints, high: Ints) -> Flags:
        reaching = self.mean.over(self.rivals[rival], (low * self.steps.width)[:, None])
        lacking = self.mean.over(np.full(len(rival), FIRST), self._lacked(rival, high)[:, None])
        return self.box.allows(reaching.astype(np.float64), lacking.astype(np.float64))

    def _lacked(self, rival: Ints, step: Ints) -> Ints:
        """The points that the first must lack: those of the step itself, or of the next where it may be level."""
        level = self.level[rival]
        return np.where(level & (step == self.steps.last), FULL + 1, (step + level) * self.steps.width)


def _most(points: Ints, asked: Ints, box: Box) -> Ints:
    """The most that the mean of each line can be: the criteria with the most points weigh most, the others least."""
    by_points = np.argsort(-points, axis=1)
    points, asked = (np.take_along_axis(of, by_points, axis=1) for of in (points, asked))
    low, more = asked * box.low[by_points], asked * (box.high - box.low)[by_points]
    totals = (low * points).sum(axis=1, keepdims=True) + np.cumsum(more * points, axis=1)
    most: Ints = (totals // np.maximum(low.sum(axis=1, keepdims=True) + np.cumsum(more, axis=1), 1)).max(axis=1)
    return most
