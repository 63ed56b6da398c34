"""Points for every pairing: each criterion's, the three heads', and suitability."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput
from matching.scoring.criteria.cost import weekly_cost
from matching.scoring.criteria.distance import near_home, school_journey
from matching.scoring.criteria.stability import carers_experience, needs_and_skills
from matching.scoring.criterion import Criterion, Head

CONSIDERATIONS: tuple[ModuleType, ...] = (
    needs_and_skills,
    carers_experience,
    near_home,
    school_journey,
    weekly_cost,
)

CRITERIA: tuple[Criterion, ...] = tuple(
    value for module in CONSIDERATIONS for value in vars(module).values() if isinstance(value, Criterion)
)
"""Every criterion, in the order in which points are shown."""

LEVELS = ("low", "central", "high")
Points = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Range:
    """Low, central and high, in hundredths, an entry a row."""

    low: Points
    central: Points
    high: Points

    def __getitem__(self, rows: npt.NDArray[np.int64]) -> "Range":
        return Range(self.low[rows], self.central[rows], self.high[rows])

    @property
    def levels(self) -> tuple[Points, Points, Points]:
        """Low, central, high, in this order."""
        return (self.low, self.central, self.high)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The points of every row: by criterion, by head, and of suitability."""

    criteria: Mapping[str, Range]
    heads: Mapping[Head, Range]
    suitability: Range


@dataclass(frozen=True)
class Scale:
    """The criteria with a policy's weights; InvalidInput where it does not weigh exactly those that there are."""

    policy: Policy
    criteria: tuple[Criterion, ...] = CRITERIA

    def __post_init__(self) -> None:
        if faults := [*_unweighed(self.policy, self.criteria), *_weightless(self.policy, self.criteria)]:
            raise InvalidInput(faults)

    @cached_property
    def heads_of_suitability(self) -> tuple[Head, ...]:
        """The heads that make suitability: cost only where the policy weighs it in."""
        weighed = self.policy.cost_counts == "weighted"
        return tuple(Head) if weighed else (Head.STABILITY, Head.DISTANCE)

    def weight(self, criterion: Criterion) -> int:
        """The policy's weight of a criterion, 0 to 100."""
        return self.policy.weights[criterion.id]

    @cached_property
    def _columns(self) -> list[pl.Expr]:
        return [column for c in self.criteria for column in c.points.columns(c.id)]

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The columns that the criteria use."""
        return tuple(sorted({name for column in self._columns for name in column.meta.root_names()}))

    def weigh(self, frame: pl.DataFrame) -> Weighed:
        """The points of every row of a frame."""
        return self.total({c.id: r for c, r in zip(self.criteria, self._ranges(frame), strict=True)})

    def _ranges(self, frame: pl.DataFrame) -> list[Range]:
        points = frame.select(self._columns)
        arrays = [np.broadcast_to(points[name].to_numpy(), frame.height).astype(np.int64) for name in points.columns]
        return [Range(*arrays[k : k + 3]) for k in range(0, len(arrays), 3)]

    def total(self, criteria: Mapping[str, Range]) -> Weighed:
        """Heads and suitability from the points of each criterion."""
        heads = {head: self._mean(criteria, (head,)) for head in Head}
        return Weighed(criteria, heads, self._mean(criteria, self.heads_of_suitability))

    def _mean(self, ranges: Mapping[str, Range], heads: tuple[Head, ...]) -> Range:
        """The weighted mean of the criteria under some heads, rounded down to whole hundredths."""
        chosen = [(ranges[c.id], self.weight(c)) for c in self.criteria if c.head in heads]
        of = sum(weight for _, weight in chosen)
        weighted = [np.array([r.levels[k] * weight for r, weight in chosen]) for k in range(len(LEVELS))]
        low, central, high = (points.sum(axis=0) // of for points in weighted)
        return Range(low, central, high)


def _unweighed(policy: Policy, criteria: tuple[Criterion, ...]) -> list[Fault]:
    known = {c.id for c in criteria}
    expected = f"a whole number from 0 to 100 for each of: {', '.join(sorted(known))}"
    wrong = [(name, "no weight") for name in sorted(known - set(policy.weights))]
    wrong += [(name, "a criterion that is not known") for name in sorted(set(policy.weights) - known)]
    return [_fault(policy, name, found, expected) for name, found in wrong]


def _weightless(policy: Policy, criteria: tuple[Criterion, ...]) -> list[Fault]:
    """A head whose criteria all weigh nothing has no mean."""
    weights = {head: sum(policy.weights.get(c.id, 0) for c in criteria if c.head is head) for head in Head}
    expected = "a weight above 0 for at least one criterion of the head"
    return [_fault(policy, head.value, "all weights 0", expected) for head, total in weights.items() if not total]


def _fault(policy: Policy, name: str, found: str, expected: str) -> Fault:
    return Fault("", "policy", policy.name, f"weights.{name}", found, expected, "Mend the policy's weights.")


def mean_of(several: tuple[Weighed, ...], scale: Scale) -> Weighed:
    """The points of siblings who would live together: each criterion's mean over them, rounded down."""
    if len(several) == 1:
        return several[0]
    ids = several[0].criteria
    means = {i: _mean_range([w.criteria[i] for w in several]) for i in ids}
    return scale.total(means)


def _mean_range(ranges: list[Range]) -> Range:
    low, central, high = (
        np.array([r.levels[k] for r in ranges]).sum(axis=0) // len(ranges) for k in range(len(LEVELS))
    )
    return Range(low, central, high)
