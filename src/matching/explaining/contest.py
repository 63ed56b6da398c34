"""The first option and its rivals: the homes of its group, between which points decide and no weight of the policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.domain.policy import Policy
from matching.explaining.found import Found
from matching.explaining.weighted_mean import Mean
from matching.scoring.ordering import ABOVE_SUITABILITY, ID_BITS, Ints, Placing, numbered

FIRST = 0
"""Where the first option stands among the homes of its group."""


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
