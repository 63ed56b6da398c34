"""Each criterion: a table of agreed examples in hundredths of a point, and the direction in which it runs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, home, pair
from matching.scoring.criteria.cost.weekly_cost import full_cost, marginal_cost
from matching.scoring.criteria.distance.near_home import near_home
from matching.scoring.criteria.distance.school_journey import school_journey
from matching.scoring.criteria.stability.carers_experience import carers_experience
from matching.scoring.criteria.stability.needs_and_skills import needs_and_skills
from matching.scoring.weighing import CRITERIA
from tests.scoring.pointing import ALL_POINTS, NO_POINTS, NOBODY_KNOWS, all_points, exactly, points_of

FULL, NONE = exactly(ALL_POINTS), exactly(NO_POINTS)
OPEN = 2**31 - 1
MILES = (pair.miles_from_home, child.near_home_counts)
JOURNEY = (pair.minutes_to_school_least, pair.minutes_to_school, pair.minutes_to_school_most, child.registered_pupil)
YEARS = (home.years_fostering, home.fosters)
NEEDS = (child.needs, pair.needs_met, pair.needs_unmet)
IN_FULL, ADDED = (home.full_weekly_cost,), (home.weekly_cost,)


@pytest.mark.parametrize(
    ("miles", "points"),
    [
        pytest.param(0.0, FULL, id="at home"),
        pytest.param(3.0, FULL, id="3 miles"),
        pytest.param(3.1, exactly(9_973), id="just beyond 3 miles"),
        pytest.param(16.3, exactly(6_405), id="16.3 miles"),
        pytest.param(21.5, exactly(5_000), id="half way"),
        pytest.param(39.9, exactly(27), id="just under 40 miles"),
        pytest.param(40.0, NONE, id="40 miles"),
        pytest.param(301.9, NONE, id="in Scotland"),
        pytest.param(None, NOBODY_KNOWS, id="nobody knows"),
    ],
)
def test_nearness_to_home_is_full_within_3_miles_and_none_from_40(miles, points):
    assert points_of(near_home, MILES, miles, True) == points


@pytest.mark.parametrize("miles", [pytest.param(0.0, id="at home"), pytest.param(None, id="nobody knows how far")])
def test_nearness_to_home_earns_nothing_where_the_plan_is_to_be_away(miles):
    assert points_of(near_home, MILES, miles, False) == NONE


def test_nearness_to_home_counts_while_nobody_has_said_that_the_plan_is_to_be_away():
    assert points_of(near_home, MILES, 3.0, None) == FULL


@pytest.mark.parametrize(
    ("journey", "points"),
    [
        pytest.param((0, 7, 11, True), (9_846, 10_000, 10_000), id="next door"),
        pytest.param((8, 9, 11, True), (9_846, 10_000, 10_000), id="9 minutes"),
        pytest.param((14, 17, 21, True), (8_308, 8_923, 9_385), id="17 minutes"),
        pytest.param((29, 35, 45, True), (4_615, 6_154, 7_077), id="35 minutes"),
        pytest.param((51, 66, 70, True), (769, 1_385, 3_692), id="66 minutes"),
        pytest.param((51, 80, OPEN, True), (0, 0, 3_692), id="so far that the most is open"),
        pytest.param((29, 35, 45, None), (4_615, 6_154, 7_077), id="nobody knows whether she is a pupil"),
        pytest.param((29, 35, 45, False), FULL, id="not a pupil, so no journey"),
        pytest.param((None, None, None, False), FULL, id="not a pupil, nobody knows where"),
        pytest.param((None, None, None, True), NOBODY_KNOWS, id="a pupil, nobody knows where"),
        pytest.param((None, None, None, None), NOBODY_KNOWS, id="nobody knows either"),
    ],
)
def test_a_journey_to_school_is_full_up_to_10_minutes_and_none_from_75(journey, points):
    assert points_of(school_journey, JOURNEY, *journey) == points


@pytest.mark.parametrize(
    ("years", "points"),
    [
        pytest.param(0, NONE, id="in the first year"),
        pytest.param(1, exactly(1_000), id="one year"),
        pytest.param(6, exactly(6_000), id="six years"),
        pytest.param(10, FULL, id="ten years"),
        pytest.param(31, FULL, id="more"),
        pytest.param(None, NOBODY_KNOWS, id="nobody knows"),
    ],
)
def test_experience_is_full_from_ten_years_of_fostering(years, points):
    assert points_of(carers_experience, YEARS, years, True) == points


def test_years_of_fostering_are_asked_of_foster_homes_only():
    assert points_of(carers_experience, YEARS, None, False) == FULL


@pytest.mark.parametrize(
    ("needs", "points"),
    [
        pytest.param((0, 0, 0), FULL, id="no needs"),
        pytest.param((2, 2, 0), FULL, id="both met"),
        pytest.param((2, 1, 1), exactly(5_000), id="one met, one not"),
        pytest.param((2, 0, 2), NONE, id="neither met"),
        pytest.param((3, 1, 0), (3_333, 3_333, 10_000), id="one met, two unknown"),
        pytest.param((3, 1, 1), (3_333, 3_333, 6_667), id="one met, one not, one unknown"),
        pytest.param((3, 2, 1), exactly(6_667), id="two of three met"),
        pytest.param((2, 0, 0), NOBODY_KNOWS, id="nobody knows the skills"),
        pytest.param((None, None, None), NOBODY_KNOWS, id="nobody knows the needs"),
    ],
)
def test_needs_and_skills_give_the_share_of_needs_that_are_met(needs, points):
    assert points_of(needs_and_skills, NEEDS, *needs) == points


POUNDS = [
    pytest.param(0.0, FULL, id="nothing"),
    pytest.param(500.0, FULL, id="£500"),
    pytest.param(500.55, exactly(9_999), id="£500.55"),
    pytest.param(740.0, exactly(9_564), id="£740"),
    pytest.param(1_000.0, exactly(9_091), id="£1,000"),
    pytest.param(3_250.0, exactly(5_000), id="half way"),
    pytest.param(6_000.0, NONE, id="£6,000"),
    pytest.param(12_000.0, NONE, id="more"),
    pytest.param(None, NOBODY_KNOWS, id="nobody knows"),
]


@pytest.mark.parametrize(("pounds", "points"), POUNDS)
def test_the_full_cost_is_full_points_up_to_500_pounds_and_none_from_6000(pounds, points):
    assert points_of(full_cost, IN_FULL, pounds) == points


@pytest.mark.parametrize(("pounds", "points"), POUNDS)
def test_the_marginal_cost_falls_as_the_full_one_does(pounds, points):
    assert points_of(marginal_cost, ADDED, pounds) == points


def pairs_of(values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Two values, the smaller first."""
    return st.lists(values, min_size=2, max_size=2).map(sorted)


def no_more(ones: tuple[int, ...], others: tuple[int, ...]) -> bool:
    return all(one <= other for one, other in zip(ones, others, strict=True))


@given(pairs_of(st.integers(0, 4_000).map(lambda tenths: tenths / 10)))
def test_further_from_home_never_earns_more(miles):
    near, far = all_points(near_home, MILES, [[m, True] for m in miles])
    assert no_more(far, near)


@given(pairs_of(st.integers(0, 200)), pairs_of(st.integers(0, 60)))
def test_a_longer_journey_never_earns_more(minutes, slack):
    journeys = [(max(0, m - slack[1]), m, m + slack[0], True) for m in minutes]
    short, long = all_points(school_journey, JOURNEY, journeys)
    assert no_more(long, short)


@given(pairs_of(st.integers(0, 80)))
def test_more_years_of_fostering_never_earn_less(years):
    fewer, more = all_points(carers_experience, YEARS, [[y, True] for y in years])
    assert no_more(fewer, more)


@given(pairs_of(st.integers(0, 6)), pairs_of(st.integers(0, 6)))
def test_more_needs_met_never_earn_less_and_more_unmet_never_earn_more(met, unmet):
    fewer, more, worse = all_points(
        needs_and_skills, NEEDS, [(12, met[0], unmet[0]), (12, met[1], unmet[0]), (12, met[0], unmet[1])]
    )
    assert no_more(fewer, more)
    assert no_more(worse, fewer)


@given(pairs_of(st.integers(0, 1_000_000).map(lambda pence: pence / 100)))
@pytest.mark.parametrize(
    ("criterion", "facts"),
    [pytest.param(full_cost, IN_FULL, id="in full"), pytest.param(marginal_cost, ADDED, id="added")],
)
def test_a_higher_price_never_earns_more(criterion, facts, pounds):
    cheap, dear = all_points(criterion, facts, [[p] for p in pounds])
    assert no_more(dear, cheap)


def test_every_criterion_is_among_these():
    known = {near_home, school_journey, carers_experience, needs_and_skills, full_cost, marginal_cost}
    assert set(CRITERIA) == known, "a new criterion needs its table of examples and its direction here"
