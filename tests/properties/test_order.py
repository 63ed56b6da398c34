"""The engine's packed numbers make the panel's order, and the best and the worst rank that an option could have."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.data.policies import read_policy
from matching.domain.codes import Outcome, Tier
from matching.domain.policy import Policy
from matching.scoring.criterion import Head
from matching.scoring.ordering import TIER_NUMBERS, Ints, Ordered, Placing, in_order
from matching.scoring.weighing import Range, Weighed
from tests.peer.order import HIGH, LOW, Candidate, Points, best_rank, in_panel_order, worst_rank

COUNCILS = read_policy(None)
TELLING = st.sampled_from((0, 1, 999, 1_000, 1_001, 5_000, 9_000, 9_999, 10_000)) | st.integers(0, 10_000)
"""Points in hundredths, often at the edge of a band."""

often = settings(max_examples=12 * settings().max_examples)
"""Arrays are cheap: these are tried many times as often as whole answers."""

points = st.lists(TELLING, min_size=3, max_size=3).map(lambda values: tuple(sorted(values)))
side = st.sampled_from((True, False, None))
policies = st.builds(
    lambda tiers, width, cost: COUNCILS.model_copy(
        update={"tiers": tuple(tiers), "band_width": width, "cost_counts": cost}
    ),
    st.permutations(tuple(Tier)),
    st.sampled_from((1, 7, 10, 33, 100)),
    st.sampled_from(("ties", "ties", "weighted")),
)
some_candidates = st.lists(
    st.builds(
        Candidate,
        home=st.integers(0, 40).map(lambda number: f"h{number}"),
        tier=st.sampled_from(Tier),
        residential=st.booleans(),
        suitability=points,
        sides=st.tuples(side, side, side),
        cost=points,
        standing=st.sampled_from((Outcome.CANNOT_TELL, Outcome.NEEDS_APPROVAL, Outcome.MET)),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda candidate: candidate.home,
)


def engines_order(candidates: Sequence[Candidate], policy: Policy) -> Ordered:
    """The order that the engine makes of the same candidates."""
    return in_order(_placing(candidates), _weighed(candidates), policy)


def _placing(candidates: Sequence[Candidate]) -> Placing:
    ids = sorted(c.home for c in candidates)
    return Placing(
        tier=_ints(TIER_NUMBERS[c.tier] for c in candidates),
        early=_ints(0 for _ in candidates),
        adoption_considered=False,
        later=_ints(c.residential for c in candidates),
        sides=tuple(
            (_ints(c.sides[k] is True for c in candidates), _ints(c.sides[k] is not False for c in candidates))
            for k in range(3)
        ),
        standing=_ints(c.standing for c in candidates),
        by_id=_ints(ids.index(c.home) for c in candidates),
    )


def _weighed(candidates: Sequence[Candidate]) -> Weighed:
    cost, suitability = _range([c.cost for c in candidates]), _range([c.suitability for c in candidates])
    return Weighed({}, {Head.COST: cost}, suitability)


def _range(of: Sequence[Points]) -> Range:
    low, central, high = (_ints(point[level] for point in of) for level in range(3))
    return Range(low, central, high)


def _ints(values: Iterable[int]) -> Ints:
    return np.array([int(value) for value in values], dtype=np.int64)


@often
@given(some_candidates, policies)
def test_the_engines_order_is_the_panels_order(candidates, policy):
    ordered = engines_order(candidates, policy)
    assert [candidates[at] for at in ordered.at] == in_panel_order(candidates, policy)


@often
@given(some_candidates, policies)
def test_best_and_worst_rank_are_those_found_by_counting(candidates, policy):
    ordered = engines_order(candidates, policy)
    for place, at in enumerate(ordered.at):
        one = candidates[at]
        counted = (best_rank(one, candidates, policy), worst_rank(one, candidates, policy))
        assert (ordered.best[place], ordered.worst[place]) == counted


@often
@given(some_candidates, policies)
def test_an_option_stands_between_its_best_and_its_worst_rank(candidates, policy):
    ordered = engines_order(candidates, policy)
    ranks = np.arange(1, len(candidates) + 1)
    assert ((ordered.best <= ranks) & (ranks <= ordered.worst)).all()


@often
@given(some_candidates, policies)
def test_where_all_points_are_exact_there_is_one_rank(candidates, policy):
    exact = [_settled(candidate) for candidate in candidates]
    ordered = engines_order(exact, policy)
    ranks = list(range(1, len(exact) + 1))
    assert ordered.best.tolist() == ordered.worst.tolist() == ranks


def _settled(candidate: Candidate) -> Candidate:
    low, cost = candidate.suitability[LOW], candidate.cost[HIGH]
    sides = tuple(side is True for side in candidate.sides)
    return replace(candidate, suitability=(low, low, low), sides=sides, cost=(cost, cost, cost))
