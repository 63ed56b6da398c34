"""Facts given by hand, as one frame; and points and places given by hand, to be put into an order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from matching.data.policies import read_policy
from matching.domain.case import PolicyChoice
from matching.domain.codes import Outcome, Tier
from matching.domain.policy import Policy
from matching.facts.fact import Count, Fact, column_type
from matching.scoring.criterion import Criterion, Head
from matching.scoring.ordering import Ints, Ordered, Placing, in_order
from matching.scoring.points import Points
from matching.scoring.rows import Rows
from matching.scoring.weighing import Range, Weighed

NO_POINTS, ALL_POINTS = 0, 10_000
ANY_NUMBER = 10_000
Three = tuple[int, int, int]
NOBODY_KNOWS: Three = (NO_POINTS, NO_POINTS, ALL_POINTS)
NOT_ASKED = None
"""What a criterion says where it has nothing to ask."""


def rows_of(facts: Sequence[Fact[Any]], rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    """A frame with the columns of these facts, each in its own type, None where it is unknown.

    A count may be given as its bounds, the least and the most; one that is None may be any number.
    """
    return pl.DataFrame(
        [
            pl.Series(name, values, dtype=column_type(fact.of))
            for k, fact in enumerate(facts)
            for name, values in _columns(fact, [row[k] for row in rows])
        ]
    )


def _columns(fact: Fact[Any], values: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    if not isinstance(fact, Count):
        yield fact.name, list(values)
        return
    bounds = [(0, ANY_NUMBER) if v is None else v if isinstance(v, tuple) else (v, v) for v in values]
    exact = [least if least == most else None for least, most in bounds]
    yield from zip(fact.columns, (exact, *map(list, zip(*bounds, strict=True))), strict=True)


def points_of(criterion: Criterion, facts: Sequence[Fact[Any]], *values: Any) -> Three | None:
    """A criterion's points in hundredths for one row of facts: low, central, high; None where it is not asked."""
    return all_points(criterion, facts, [values])[0]


def all_points(criterion: Criterion, facts: Sequence[Fact[Any]], rows: Sequence[Sequence[Any]]) -> list[Three | None]:
    """A criterion's points for many rows of facts."""
    return given_by(criterion.points, rows_of(facts, rows))


def given_by(points: Points, frame: pl.DataFrame) -> list[Three | None]:
    """Points for every row of a frame, None where they are not asked."""
    rows = Rows.of(frame)
    levels = [np.broadcast_to(level, frame.height).tolist() for level in points.of(rows)]
    asked = points.asked_of(rows)
    is_asked = [True] * frame.height if asked is None else np.broadcast_to(asked, frame.height).tolist()
    return [(low, central, high) if a else None for low, central, high, a in zip(*levels, is_asked, strict=True)]


def no_more(worse: Three | None, better: Three | None) -> bool:
    """Whether one row earns no more than another at low, central and high; both are asked, or neither is."""
    if worse is None or better is None:
        return worse is better
    return all(one <= other for one, other in zip(worse, better, strict=True))


def policy(**overrides: Any) -> Policy:
    """The ordinary policy, save for what is said."""
    return read_policy(PolicyChoice.model_validate(overrides))


@dataclass(frozen=True)
class Candidate:
    """A home as the order sees it; points are in hundredths, of `suits` and of `cost`: low, central, high.

    `early` marks carers who may also adopt where adoption is considered; `together`, `school` and `wishes` are yes, no
    or None, which is unknown.
    """

    id: str
    tier: Tier = Tier.IN_HOUSE
    early: bool = False
    later: bool = False
    suits: tuple[int, int, int] = (5_000, 5_000, 5_000)
    cost: tuple[int, int, int] = (5_000, 5_000, 5_000)
    together: bool | None = True
    school: bool | None = True
    wishes: bool | None = True
    standing: Outcome = Outcome.MET

    @property
    def sides(self) -> tuple[bool | None, bool | None, bool | None]:
        return (self.together, self.school, self.wishes)


def exactly(points: int) -> tuple[int, int, int]:
    """Points of which nothing is open."""
    return (points, points, points)


def ordered(candidates: Sequence[Candidate], by: Policy) -> Ordered:
    """The order of these candidates by a policy."""
    return in_order(_placing(candidates), _weighed(candidates), by)


def order_of(candidates: Sequence[Candidate], **overrides: Any) -> list[str]:
    """The ids in the panel's order."""
    return [candidates[k].id for k in ordered(candidates, policy(**overrides)).at.tolist()]


def _ints(values: Sequence[Any]) -> Ints:
    return np.array([int(v) for v in values], dtype=np.int64)


def _placing(candidates: Sequence[Candidate]) -> Placing:
    ids = sorted(c.id for c in candidates)
    return Placing(
        tier=_ints([tuple(Tier).index(c.tier) for c in candidates]),
        early=_ints([c.early for c in candidates]),
        adoption_considered=any(c.early for c in candidates),
        later=_ints([c.later for c in candidates]),
        sides=tuple(
            (_ints([c.sides[k] is True for c in candidates]), _ints([c.sides[k] is not False for c in candidates]))
            for k in range(3)
        ),
        standing=_ints([c.standing for c in candidates]),
        by_id=_ints([ids.index(c.id) for c in candidates]),
    )


def _range(points: Sequence[tuple[int, int, int]]) -> Range:
    low, central, high = (_ints([p[k] for p in points]) for k in range(3))
    return Range(low, central, high)


def _weighed(candidates: Sequence[Candidate]) -> Weighed:
    suits, cost = _range([c.suits for c in candidates]), _range([c.cost for c in candidates])
    return Weighed({}, {Head.STABILITY: suits, Head.DISTANCE: suits, Head.COST: cost}, suits)
