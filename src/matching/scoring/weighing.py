"""Points for every pairing: each criterion's, the three heads', and suitability."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add
from types import ModuleType

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput
from matching.scoring.criteria.cost import weekly_cost
from matching.scoring.criteria.distance import family_journey, near_home, school_journey, within_area
from matching.scoring.criteria.stability import (
    carers_experience,
    carers_support,
    education,
    family_time,
    household,
    intended_length,
    needs_and_skills,
    settled,
    siblings,
    wishes,
)
from matching.scoring.criterion import Criterion, Head
from matching.scoring.points import FULL
from matching.scoring.rows import Rows

CONSIDERATIONS: tuple[ModuleType, ...] = (
    needs_and_skills,
    siblings,
    education,
    household,
    wishes,
    settled,
    family_time,
    intended_length,
    carers_experience,
    carers_support,
    near_home,
    school_journey,
    family_journey,
    within_area,
    weekly_cost,
)

CRITERIA: tuple[Criterion, ...] = tuple(
    value for module in CONSIDERATIONS for value in vars(module).values() if isinstance(value, Criterion)
)
"""Every criterion, in the order in which points are shown."""

LEVELS = ("low", "central", "high")
WEIGHTS, EXAMS = "weights", "weights_in_key_stage_4"
EXAM_STAGE = 4
"""The key stage of years 10 and 11, in which a policy may weigh some criteria more heavily."""

Points = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Range:
    """Low, central and high, in hundredths, an entry a row; `asked` where there is a question, None everywhere."""

    low: Points
    central: Points
    high: Points
    asked: Flags | None = None

    def __getitem__(self, rows: npt.NDArray[np.int64] | slice) -> "Range":
        asked = None if self.asked is None else self.asked[rows]
        return Range(self.low[rows], self.central[rows], self.high[rows], asked)

    @property
    def levels(self) -> tuple[Points, Points, Points]:
        """Low, central, high, in this order."""
        return (self.low, self.central, self.high)

    def is_asked(self, at: int) -> bool:
        """Whether there is a question in one row."""
        return self.asked is None or bool(self.asked[at])


@dataclass(frozen=True, slots=True)
class Weighed:
    """The points of every row: by criterion, by head, and of suitability."""

    criteria: Mapping[str, Range]
    heads: Mapping[Head, Range]
    suitability: Range

    def part(self, rows: slice) -> "Weighed":
        """The points of some of the rows."""
        criteria = {i: of[rows] for i, of in self.criteria.items()}
        return Weighed(criteria, {head: of[rows] for head, of in self.heads.items()}, self.suitability[rows])


@dataclass(frozen=True)
class Scale:
    """The criteria with a policy's weights; InvalidInput where it does not weigh exactly those that there are.

    `exam_years` takes the weights that the policy sets for children in key stage 4.
    """

    policy: Policy
    criteria: tuple[Criterion, ...] = CRITERIA
    exam_years: bool = False

    def __post_init__(self) -> None:
        faults = [*_unweighed(self.policy, self.criteria), *_weightless(self.policy, self.criteria)]
        if faults or (faults := _unknown_in_exam_years(self.policy, self.criteria)):
            raise InvalidInput(faults)

    @cached_property
    def _in_exam_years(self) -> "Scale":
        return Scale(self.policy, self.criteria, exam_years=True)

    def heeding(self, key_stages: Iterable[int | None]) -> "Scale":
        """The scale for children in these key stages: that of examination years where one of them is in them."""
        return self._in_exam_years if EXAM_STAGE in key_stages else self

    @cached_property
    def heads_of_suitability(self) -> tuple[Head, ...]:
        """The heads that make suitability: cost only where the policy weighs it in."""
        weighed = self.policy.cost_counts == "weighted"
        return tuple(Head) if weighed else (Head.STABILITY, Head.DISTANCE)

    def weight(self, criterion: Criterion) -> int:
        """The policy's weight of a criterion, 0 to 100."""
        ordinary = self.policy.weights[criterion.id]
        return self.policy.weights_in_key_stage_4.get(criterion.id, ordinary) if self.exam_years else ordinary

    def least(self, criterion: Criterion) -> int:
        """The least weight that the policy may give a criterion: 1 where its head would be left without any, else 0."""
        exams = self.exam_years and criterion.id in self.policy.weights_in_key_stage_4
        table = EXAMS if exams else WEIGHTS
        without = {table: getattr(self.policy, table) | {criterion.id: 0}}
        return 1 if _weightless(self.policy.model_copy(update=without), self.criteria) else 0

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The columns that the criteria use."""
        return tuple(sorted(frozenset[str]().union(*(c.points.columns for c in self.criteria))))

    def weigh(self, frame: pl.DataFrame) -> Weighed:
        """The points of every row of a frame."""
        rows = Rows.of(frame[[*self.needs]])
        return self.total({c.id: _range(c, rows, frame.height) for c in self.criteria})

    def as_known(self, rows: Rows, height: int) -> Weighed:
        """The points of so many rows as things are known: low and high are the same."""
        return self.total({c.id: _as_known(c, rows, height) for c in self.criteria})

    def total(self, criteria: Mapping[str, Range]) -> Weighed:
        """Heads and suitability from the points of each criterion."""
        sums = {head: self._sum(criteria, head) for head in Head}
        heads = {head: of.mean() for head, of in sums.items()}
        return Weighed(criteria, heads, _Sum.of([sums[head] for head in self.heads_of_suitability]).mean())

    def _sum(self, ranges: Mapping[str, Range], head: Head) -> "_Sum":
        """The points of the criteria under a head, each as often as it weighs where it is asked."""
        chosen = [(ranges[c.id], self.weight(c)) for c in self.criteria if c.head is head]
        return _Sum.of([_weighted(of, weight) for of, weight in chosen if weight])


@dataclass(frozen=True, slots=True)
class _Sum:
    """Weighted points at low, central and high, and the weights that they carry: an entry a row, or one for all."""

    levels: tuple[Points, ...]
    weight: Points

    @classmethod
    def of(cls, several: Sequence["_Sum"]) -> "_Sum":
        """All of these together."""
        levels = _each([s.levels for s in several], lambda of_each: reduce(add, of_each))
        return cls(levels, reduce(add, [s.weight for s in several]))

    def mean(self) -> Range:
        """The weighted mean, rounded down to whole hundredths; where nothing is asked, nobody can tell."""
        of = np.maximum(self.weight, 1)
        low, central, high = _each([self.levels], lambda level: level[0] // of)
        return Range(low, central, np.where(self.weight > 0, high, FULL))


def _each(several: Sequence[Sequence[Points]], made: Callable[[Sequence[Points]], Points]) -> tuple[Points, ...]:
    """What is made of each level of several: once, where the levels are the same."""
    if all(levels[0] is levels[-1] for levels in several):
        return (made([levels[0] for levels in several]),) * len(LEVELS)
    return tuple(made([levels[k] for levels in several]) for k in range(len(LEVELS)))


def _weighted(of: Range, weight: int) -> _Sum:
    weights = np.array(weight) if of.asked is None else of.asked * np.int64(weight)
    return _Sum(_each([of.levels], lambda level: level[0] * weights), weights)


def _range(of: Criterion, rows: Rows, height: int) -> Range:
    """A criterion's points; none where it is not asked."""
    low, central, high = (np.broadcast_to(level, height) for level in of.points.of(rows))
    asked = of.points.asked_of(rows)
    if asked is None:
        return Range(low, central, high)
    return Range(low * asked, central * asked, high * asked, asked)


def _as_known(of: Criterion, rows: Rows, height: int) -> Range:
    """A criterion's central points; none where it is not asked."""
    asked = of.points.asked_of(rows)
    if asked is not None and not np.any(asked):
        nothing = np.zeros(height, dtype=np.int64)
        return Range(nothing, nothing, nothing, asked)
    central = np.broadcast_to(of.points.as_known(rows), height)
    points = central if asked is None else central * asked
    return Range(points, points, points, asked)


def _unweighed(policy: Policy, criteria: tuple[Criterion, ...]) -> list[Fault]:
    known = {c.id for c in criteria}
    expected = f"a whole number from 0 to 100 for each of: {', '.join(sorted(known))}"
    wrong = [(name, "no weight") for name in sorted(known - set(policy.weights))]
    wrong += [(name, "a criterion that is not known") for name in sorted(set(policy.weights) - known)]
    return [_fault(policy, name, found, expected) for name, found in wrong]


def _weightless(policy: Policy, criteria: tuple[Criterion, ...]) -> list[Fault]:
    """A head whose criteria all weigh nothing has no mean: in ordinary years, or in those of examinations."""
    exams = {**policy.weights, **policy.weights_in_key_stage_4}
    expected = "a weight above 0 for at least one criterion of the head"
    found = [
        (where, head) for where, by in ((WEIGHTS, policy.weights), (EXAMS, exams)) for head in _empty(by, criteria)
    ]
    once = {head: where for where, head in reversed(found)}
    return [_fault(policy, head.value, "all weights 0", expected, once[head]) for head in Head if head in once]


def _empty(weights: Mapping[str, int], criteria: tuple[Criterion, ...]) -> list[Head]:
    return [head for head in Head if not any(weights.get(c.id, 0) for c in criteria if c.head is head)]


def _unknown_in_exam_years(policy: Policy, criteria: tuple[Criterion, ...]) -> list[Fault]:
    known = {c.id for c in criteria}
    unknown = sorted(set(policy.weights_in_key_stage_4) - known)
    expected = f"one of: {', '.join(sorted(known))}"
    return [_fault(policy, name, "a criterion that is not known", expected, EXAMS) for name in unknown]


def _fault(policy: Policy, name: str, found: str, expected: str, where: str = WEIGHTS) -> Fault:
    return Fault("", "policy", policy.name, f"{where}.{name}", found, expected, "Mend the policy's weights.")


def mean_of(several: tuple[Weighed, ...], scale: Scale) -> Weighed:
    """The points of siblings who would live together: each criterion's mean over those it asks of, rounded down."""
    if len(several) == 1:
        return several[0]
    ids = several[0].criteria
    return scale.total({i: _mean_range([w.criteria[i] for w in several]) for i in ids})


def _mean_range(ranges: list[Range]) -> Range:
    """The mean where each is asked; points that are not asked are none, so their sum may be divided by those asked."""
    sums = [np.sum([r.levels[k] for r in ranges], axis=0) for k in range(len(LEVELS))]
    if all(r.asked is None for r in ranges):
        low, central, high = (total // len(ranges) for total in sums)
        return Range(low, central, high)
    number = np.sum([np.ones(len(r.low)) if r.asked is None else r.asked for r in ranges], axis=0).astype(np.int64)
    low, central, high = (total // np.maximum(number, 1) for total in sums)
    return Range(low, central, high, number > 0)
