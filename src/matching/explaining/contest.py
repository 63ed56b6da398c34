"""The first option and its rivals: the homes of its group, between which points decide and no weight of the policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.domain.policy import Policy
from matching.explaining.found import Found
from matching.scoring.criterion import Criterion
from matching.scoring.ordering import ABOVE_SUITABILITY, ID_BITS, Ints, Placing, numbered
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


@dataclass(frozen=True)
class Contest:
    """The homes of the first option's group in the panel's order, itself the first, with all that orders them.

    `cost` is of no criterion where cost is weighed into suitability.
    """

    policy: Policy
    homes: tuple[str, ...]
    placing: Placing
    suitability: Mean
    cost: Mean

    @classmethod
    def of(cls, found: Found) -> "Contest":
        """Those who may stand before the first option by points; there must be a lawful home."""
        groups, scale = found.ordered.key >> ABOVE_SUITABILITY, found.scale
        at = found.ordered.at[groups == groups[0]]
        suits = [c for c in scale.criteria if c.head in scale.heads_of_suitability]
        costs = [c for c in scale.criteria if c.head not in scale.heads_of_suitability]
        means = (Mean.of(found.weighed, criteria, scale, at) for criteria in (suits, costs))
        ids = tuple(found.layout.register.ids[row] for row in found.lawful[at].tolist())
        return cls(scale.policy, ids, found.placing.part(at), *means)

    @property
    def weights(self) -> dict[str, int]:
        """Today's weight of every criterion."""
        means = (self.suitability, self.cost)
        return {i: weight for mean in means for i, weight in zip(mean.ids, mean.weights.tolist(), strict=True)}

    def first_with(self, weights: Mapping[str, int]) -> int:
        """Which home is first by these weights, in any unit."""
        suits, costs = self.suitability.with_weights(weights), self.cost.with_weights(weights)
        return int(np.argmin(self.numbers(suits, costs, np.arange(len(self.homes)))))

    def numbers(self, suitability: Ints, cost: Ints, at: Ints) -> Ints:
        """The numbers that make the order, the smaller the better, of some of the homes with such points."""
        return numbered(self.placing.part(at), suitability, cost, self.policy)

    @cached_property
    def sides(self) -> Ints:
        """The sides that each home keeps, as one number: the higher goes first."""
        together, school, wishes = (at_worst for at_worst, _ in self.placing.sides)
        return together << 2 | school << 1 | wishes

    @cached_property
    def last(self) -> Ints:
        """What decides last, standing and then id, as one number: the higher goes first."""
        return (self.placing.standing << ID_BITS) - self.placing.by_id
