"""Who is first with given weights, worked out anew from the contract: what the engine's answers are checked against."""

from collections.abc import Mapping, Sequence

import numpy as np

from matching.domain.policy import Policy
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.explaining.contesting import Stand

COLUMNS = {c.id: k for k, c in enumerate(CRITERIA)}
COSTS = {c.id for c in CRITERIA if c.head is Head.COST}


def first_with(stands: Sequence[Stand], weights: np.ndarray, policy: Policy) -> list[str]:
    """The first home by each line of weights: whole numbers in any unit, an entry a criterion in `COLUMNS`."""
    left = np.ones((len(weights), len(stands)), dtype=bool)
    for counted in _in_turn(stands, weights, policy):
        said = np.where(left, counted, np.iinfo(np.int64).min)
        left &= said == said.max(axis=1, keepdims=True)
    assert (left.sum(axis=1) == 1).all()
    return [stands[k].id for k in left.argmax(axis=1).tolist()]


def _in_turn(stands: Sequence[Stand], weights: np.ndarray, policy: Policy) -> list[np.ndarray]:
    """What decides, the first first: the more goes before the less."""
    weighted = policy.cost_counts == "weighted"
    suits = _means(stands, weights, set(COLUMNS) if weighted else set(COLUMNS) - COSTS)
    bands = np.minimum(suits, 9_999) // (policy.band_width * 100)
    costs = _means(stands, weights, COSTS) // max(1, policy.cost_alike_within * 100)
    ids = sorted(s.id for s in stands)
    return [
        np.array([-policy.tiers.index(s.tier) for s in stands]),
        np.array([-s.later for s in stands]),
        bands,
        *(np.array([int(getattr(s, side)) for s in stands]) for side in ("together", "school", "wishes")),
        np.zeros_like(costs) if weighted else costs,
        suits,
        np.array([int(s.standing) for s in stands]),
        np.array([-ids.index(s.id) for s in stands]),
    ]


def _means(stands: Sequence[Stand], weights: np.ndarray, criteria: set[str]) -> np.ndarray:
    """The weighted mean of each home over what is asked of it, rounded down; 0 where that weighs nothing."""
    means = np.zeros((len(weights), len(stands)), dtype=np.int64)
    for k, stand in enumerate(stands):
        points = {i: p for i, p in stand.points.items() if i in criteria}
        by = weights[:, [COLUMNS[i] for i in points]]
        carried, total = by.sum(axis=1), by @ np.array([*points.values()], dtype=np.int64)
        means[:, k] = np.where(carried > 0, total // np.maximum(carried, 1), 0)
    return means


def line_of(weights: Mapping[str, int]) -> np.ndarray:
    """Weights by name as a line."""
    return np.array([weights[i] for i in COLUMNS], dtype=np.int64)
