"""A weighted mean of many homes, worked out anew for other weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.scoring.criterion import Criterion
from matching.scoring.ordering import Ints
from matching.scoring.weighing import Scale, Weighed


@dataclass(frozen=True)
class Mean:
    """What a weighted mean is made of: points and whether they are asked, a line a home and an entry a criterion."""

    ids: tuple[str, ...]
    points: Ints
    asked: Ints
    weights: Ints

    @classmethod
    def of(cls, weighed: Weighed, criteria: Sequence[Criterion], scale: Scale, at: Ints) -> "Mean":
        """The mean over these criteria, of the homes at these places among the lawful ones."""
        ranges, shape = [weighed.criteria[c.id] for c in criteria], (len(criteria), len(at))
        points = np.array([of.central[at] for of in ranges], dtype=np.int64).reshape(shape)
        asked = [np.ones(len(at)) if of.asked is None else of.asked[at] for of in ranges]
        weights = np.array([scale.weight(c) for c in criteria], dtype=np.int64)
        return cls(tuple(c.id for c in criteria), points.T, np.array(asked, dtype=np.int64).reshape(shape).T, weights)

    def with_weights(self, weights: Mapping[str, int]) -> Ints:
        """The mean of every home by these weights, in any unit, as only their proportions count."""
        by = np.array([weights[i] for i in self.ids], dtype=np.int64)
        means: Ints = (self.points @ by) // np.maximum(self.asked @ by, 1)
        return means

    def with_weight(self, criterion: str, values: Ints, at: Ints) -> Ints:
        """The means of these homes where a criterion has each of these weights: a line a weight, an entry a home."""
        totals, carried = self._totals[at], self._carried[at]
        if criterion in self.ids:
            k = self.ids.index(criterion)
            more = (values - self.weights[k])[:, None]
            totals, carried = totals + more * self.points[at, k], carried + more * self.asked[at, k]
        means = totals // np.maximum(carried, 1)
        return np.broadcast_to(means, (len(values), len(at)))

    def over(self, homes: Ints | int, points: Ints | int) -> Ints:
        """By how much each criterion's points are over so many, of these homes; 0 where it is not asked."""
        return (self.points[homes] - points) * self.asked[homes]

    @cached_property
    def counting(self) -> "Mean":
        """The same with those criteria alone that weigh something; a home of which none is asked has no points."""
        counts = np.flatnonzero(self.weights)
        asked, points = self.asked[:, counts], self.points[:, counts]
        nothing = np.logical_not(asked.any(axis=1, keepdims=True))
        ids = tuple(self.ids[k] for k in counts)
        return Mean(ids, np.where(nothing, 0, points), np.where(nothing, 1, asked), self.weights[counts])

    @cached_property
    def _totals(self) -> Ints:
        return self.points @ self.weights

    @cached_property
    def _carried(self) -> Ints:
        return self.asked @ self.weights
