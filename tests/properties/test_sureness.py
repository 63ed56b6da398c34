"""A hundred thousand other weights, and with none of those that it is said to survive is another home first.

Who is first is worked out anew for each (tests/explaining/first_anew.py).
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import numpy as np

from matching.domain.sureness import WeightInterval
from matching.explaining.joint_weights import weights_survived
from matching.explaining.sensitivity import weight_intervals
from tests.explaining.first_anew import COLUMNS, first_with, line_of
from tests.explaining.made_up_contests import Contested, contested

CASES = 200
OF_ONE, OF_ALL = 250, 250
"""Weights tried of each case: with one changed, and with all."""

MILLIONTHS = 10**6
case_of = cache(contested)


def today(case: Contested) -> np.ndarray:
    return line_of({c.id: case.scale.weight(c) for c in case.scale.criteria})


def firsts(case: Contested, weights: np.ndarray) -> list[str]:
    return first_with(case.stands, weights, case.scale.policy)


def one_changed(case: Contested, changes: Sequence[tuple[WeightInterval, int]]) -> np.ndarray:
    """A line for each change of one criterion's weight."""
    lines = np.tile(today(case), (len(changes), 1))
    lines[range(len(changes)), [COLUMNS[of.criterion] for of, _ in changes]] = [weight for _, weight in changes]
    return lines


def test_the_nouns_are_what_nouns_may_be():
    for seed in range(CASES):
        found = case_of(seed).found
        for noun in (*weight_intervals(found), weights_survived(found)):
            assert noun is not None
            assert type(noun).model_validate(noun.model_dump(), strict=True) == noun


def test_the_first_stays_first_with_any_weight_in_an_interval():
    for seed in range(CASES):
        case, dice = case_of(seed), np.random.default_rng(seed)
        inside = [(of, weight) for of in weight_intervals(case.found) for weight in range(of.low, of.high + 1)]
        some = [inside[k] for k in dice.choice(len(inside), OF_ONE)]
        assert set(firsts(case, one_changed(case, some))) == {case.first}, seed


def test_the_home_that_is_named_is_first_just_beyond_an_interval():
    told = 0
    for seed in range(CASES):
        case = case_of(seed)
        intervals = weight_intervals(case.found)
        beyond = [(of, of.low - 1, of.below) for of in intervals if of.below]
        beyond += [(of, of.high + 1, of.above) for of in intervals if of.above]
        named = [home for *_, home in beyond]
        assert firsts(case, one_changed(case, [(of, weight) for of, weight, _ in beyond])) == named, seed
        assert case.first not in named, seed
        told += len(named)
    assert told > CASES


def within(case: Contested, percent: int, dice: np.random.Generator) -> np.ndarray:
    """Lines of weights that are all within so many percent: anywhere, at their ends, and at those that rivals like."""
    weights = today(case) * (MILLIONTHS // 100)
    low, high = weights * (100 - percent), weights * (100 + percent)
    low = np.where((low == 0) & (high > 0), 1, low)
    anywhere = dice.integers(low, high + 1, (OF_ALL, len(weights)))
    ends = np.where(dice.random(anywhere.shape) < 0.5, low, high)
    lines = np.where(dice.random(anywhere.shape) < dice.choice((0, 0.1, 1), (OF_ALL, 1)), anywhere, ends)
    liked = np.where(_liked_by_rivals(case), high, low)
    lines[: len(liked)] = liked
    return lines


def _liked_by_rivals(case: Contested) -> np.ndarray:
    """Which criteria give more to each rival than to the first."""
    points = np.array([[s.points.get(i, -1) for i in COLUMNS] for s in case.stands])
    liked: np.ndarray = points > points[[s.id for s in case.stands].index(case.first)]
    return liked


def test_the_first_stays_first_with_all_weights_changed_by_as_much_as_it_survives():
    for seed in range(CASES):
        case, dice = case_of(seed), np.random.default_rng(seed)
        survived = weights_survived(case.found)
        assert survived is not None
        assert set(firsts(case, within(case, survived.percent, dice))) == {case.first}, seed


def test_another_home_is_first_with_the_weights_that_are_named_which_change_by_a_percent_more():
    told = 0
    for seed in range(CASES):
        case, survived = case_of(seed), weights_survived(case_of(seed).found)
        assert survived is not None
        assert (survived.percent == 100) is (survived.overtaken_by is None)
        if survived.weights is None:
            assert survived.percent == 100
            continue
        exactly = {i: Decimal(repr(weight)) for i, weight in survived.weights.items()}
        for criterion in case.scale.criteria:
            weight = case.scale.weight(criterion)
            assert abs(exactly[criterion.id] - weight) <= Decimal(weight * (survived.percent + 1)) / 100, seed
            assert (exactly[criterion.id] > 0) is (weight > 0)
        line = line_of({i: int(weight * 10**11) for i, weight in exactly.items()})
        assert firsts(case, line[None]) == [survived.overtaken_by], seed
        assert survived.overtaken_by != case.first
        told += 1
    assert told > CASES / 2
