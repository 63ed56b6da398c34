"""The criteria of cost: agreed examples in hundredths of a point, and that a higher price never earns more."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import home
from matching.scoring.criteria.cost.weekly_cost import full_cost, marginal_cost
from matching.scoring.criterion import Head
from tests.scoring.agreed import Agreed, every_criterion, every_example, in_order, of_head
from tests.scoring.pointing import ALL_POINTS, NO_POINTS, NOBODY_KNOWS, all_points, exactly, no_more, points_of

FULL, NONE = exactly(ALL_POINTS), exactly(NO_POINTS)
POUNDS = {
    "nothing": (0.0, FULL),
    "£500": (500.0, FULL),
    "£500.55": (500.55, exactly(9_999)),
    "£740": (740.0, exactly(9_564)),
    "£1,000": (1_000.0, exactly(9_091)),
    "half way": (3_250.0, exactly(5_000)),
    "£6,000": (6_000.0, NONE),
    "more": (12_000.0, NONE),
}
prices = st.integers(0, 1_000_000).map(lambda pence: pence / 100)


def both(pounds: float | None) -> tuple[Any, Any]:
    """A full price, of which as much is known."""
    return (pounds, pounds)


FULL_COST = Agreed(
    full_cost,
    (home.full_weekly_cost, home.full_cost_at_least),
    {about: (both(pounds), points) for about, (pounds, points) in POUNDS.items()}
    | {
        "nobody knows any of it": ((None, None), NOBODY_KNOWS),
        "£3,250 of it is known": ((None, 3_250.0), (0, 0, 5_000)),
        "£6,000 of it is known": ((None, 6_000.0), NONE),
        "£480 of it is known": ((None, 480.0), NOBODY_KNOWS),
    },
    st.one_of(
        in_order(prices).map(lambda p: (both(p[1]), both(p[0]))),
        in_order(prices).map(lambda p: ((None, p[1]), (None, p[0]))),
    ),
)

MARGINAL_COST = Agreed(
    marginal_cost,
    (home.counted_weekly_cost, home.counted_cost_least),
    {about: (both(pounds), points) for about, (pounds, points) in POUNDS.items()}
    | {
        "nobody knows what it is counted at": ((None, None), NOBODY_KNOWS),
        "a block for £6,000, or else £3,250 a week": ((6_000.0, 3_250.0), (0, 0, 5_000)),
    },
    in_order(prices).map(lambda p: (both(p[1]), both(p[0]))),
)

AGREED = (FULL_COST, MARGINAL_COST)


@pytest.mark.parametrize(("agreed", "row", "points"), every_example(AGREED))
def test_a_criterion_of_cost_gives_the_points_that_were_agreed(agreed, row, points):
    assert points_of(agreed.criterion, agreed.facts, *row) == points


@pytest.mark.parametrize("agreed", every_criterion(AGREED))
@given(data=st.data())
def test_a_higher_price_never_earns_more(agreed, data):
    dear, cheap = all_points(agreed.criterion, agreed.facts, data.draw(agreed.direction))
    assert no_more(dear, cheap)


def test_every_criterion_of_cost_is_among_these():
    assert [a.criterion.id for a in AGREED] == of_head(Head.COST), "a new criterion needs its table here"
