"""Homes whose points are given, put into the panel's order: nothing is laid out and no rule is judged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.explaining.found import Found
from matching.scoring.ordering import TIER_NUMBERS, Ints, Placing, in_order
from matching.scoring.weighing import CRITERIA, Range, Scale
from tests.scoring.pointing import policy

NOTHING = {c.id: 0 for c in CRITERIA} | {"full-cost": 1}
"""No weights but one of cost, which a policy must have."""


@dataclass(frozen=True)
class Stand:
    """A lawful home: the points, in hundredths, of the criteria that are asked of it, and what else the order is of."""

    id: str
    points: dict[str, int] = field(default_factory=dict)
    together: bool = True
    school: bool = True
    wishes: bool = True
    standing: Outcome = Outcome.MET
    tier: Tier = Tier.IN_HOUSE
    later: bool = False


def scale_of(weights: dict[str, int], **overrides: Any) -> Scale:
    """A policy that weighs these criteria, and cost a little, and nothing else in any years."""
    return Scale(policy(weights=NOTHING | weights, **({"weights_in_key_stage_4": NOTHING | weights} | overrides)))


def found_of(stands: Sequence[Stand], scale: Scale) -> Found:
    """What is found where these homes are lawful, in this order in the register."""
    weighed = scale.total({c.id: _points(c.id, stands) for c in scale.criteria})
    placing = _placing(stands)
    return Found(
        layout=cast(Any, SimpleNamespace(register=SimpleNamespace(ids=np.array([s.id for s in stands], dtype=object)))),
        rulebook=cast(Any, None),
        judged=(),
        given=cast(Any, None),
        standing=placing.standing,
        lawful=np.arange(len(stands)),
        scale=scale,
        weighed=weighed,
        placing=placing,
        ordered=in_order(placing, weighed, scale.policy),
    )


def _points(criterion: str, stands: Sequence[Stand]) -> Range:
    points = _ints([s.points.get(criterion, 0) for s in stands])
    asked = np.array([criterion in s.points for s in stands], dtype=bool)
    return Range(points, points, points, None if asked.all() else asked)


def _placing(stands: Sequence[Stand]) -> Placing:
    ids, sides = sorted(s.id for s in stands), ("together", "school", "wishes")
    kept = [_ints([getattr(s, side) for s in stands]) for side in sides]
    return Placing(
        tier=_ints([TIER_NUMBERS[s.tier] for s in stands]),
        early=_ints([0 for _ in stands]),
        adoption_considered=False,
        later=_ints([s.later for s in stands]),
        sides=tuple((side, side) for side in kept),
        standing=_ints([s.standing for s in stands]),
        by_id=_ints([ids.index(s.id) for s in stands]),
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)
