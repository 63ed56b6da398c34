"""Points: whole hundredths within bounds, an interval where something is unknown, and a sentence that is known."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, home, pair
from matching.scoring.criterion import Points, falling, falling_exactly, rising, share
from matching.scoring.weighing import CRITERIA, Scale
from tests.scoring.pointing import ALL_POINTS, NOBODY_KNOWS, policy, rows_of

MILES, YEARS = pair.miles_from_home, home.years_fostering
LEAST, CENTRAL, MOST = pair.minutes_to_school_least, pair.minutes_to_school, pair.minutes_to_school_most


def given_by(points: Points, frame: pl.DataFrame) -> tuple[int, ...]:
    return frame.select(points.columns("it")).row(0)


@pytest.mark.parametrize(
    ("value", "points"),
    [
        pytest.param(0.0, 10_000, id="below where it is full"),
        pytest.param(1.0, 10_000, id="where it is full"),
        pytest.param(2.0, 5_000, id="half way"),
        pytest.param(3.0, 0, id="where there is none"),
        pytest.param(4.0, 0, id="beyond"),
        pytest.param(1.3, 8_500, id="in between"),
        pytest.param(1.00001, 10_000, id="rounded up to the hundredth"),
        pytest.param(1.00011, 9_999, id="rounded down to the hundredth"),
    ],
)
def test_falling_points_run_straight_from_full_to_none(value, points):
    falls = falling_exactly(MILES, full_at=1, none_at=3)
    assert given_by(falls, rows_of([MILES], [[value]])) == (points,) * 3


@pytest.mark.parametrize(("value", "points"), [(0, 0), (2, 0), (3, 5_000), (4, 10_000), (9, 10_000)])
def test_rising_points_run_straight_from_none_to_full(value, points):
    rises = rising(YEARS, none_at=2, full_at=4)
    assert given_by(rises, rows_of([YEARS], [[value]])) == (points,) * 3


def test_of_falling_points_the_most_gives_the_low_and_the_least_the_high():
    falls = falling(CENTRAL, full_at=0, none_at=100, least=LEAST, most=MOST)
    assert given_by(falls, rows_of([LEAST, CENTRAL, MOST], [[10, 20, 40]])) == (6_000, 8_000, 9_000)


def test_full_points_only_where_the_condition_surely_holds():
    points = rising(YEARS, none_at=0, full_at=10).where(home.emergency_bed, ALL_POINTS)
    frame = rows_of([YEARS, home.emergency_bed], [[1, True], [1, False], [1, None], [None, True], [None, None]])
    full, tenth = (ALL_POINTS,) * 3, (1_000,) * 3
    assert frame.select(points.columns("it")).rows() == [full, tenth, tenth, full, NOBODY_KNOWS]
    assert points.facts == {YEARS.name, home.emergency_bed.name}


def test_what_is_not_asked_without_a_fact_is_full_where_it_surely_does_not_hold():
    points = rising(YEARS, none_at=0, full_at=10).not_asked_without(home.emergency_bed, "nothing to ask")
    frame = rows_of([YEARS, home.emergency_bed], [[1, False], [1, True], [1, None], [None, False]])
    full, tenth = (ALL_POINTS,) * 3, (1_000,) * 3
    assert frame.select(points.columns("it")).rows() == [full, tenth, tenth, full]
    assert points.unless == (home.emergency_bed.name, "nothing to ask")


def test_a_share_of_nothing_is_full():
    points = share(pair.needs_met, pair.needs_unmet, of=child.needs)
    assert given_by(points, rows_of([pair.needs_met, pair.needs_unmet, child.needs], [[0, 0, 0]])) == (10_000,) * 3


def test_a_sentence_that_names_what_the_catalogue_lacks_is_refused():
    with pytest.raises(NameError, match="yeers"):
        rising(YEARS, none_at=0, full_at=10).saying("{home.yeers} of fostering")


def test_what_is_said_is_what_the_points_rest_on_and_what_the_sentence_names():
    points = rising(YEARS, none_at=0, full_at=10)
    assert points.saying("fostering for {home.years_fostering}").said == {YEARS.name}
    assert points.saying("{child.needs} needs").said == {YEARS.name, child.needs.name}


COLUMNS = (
    child.needs,
    pair.needs_met,
    pair.needs_unmet,
    YEARS,
    MILES,
    LEAST,
    CENTRAL,
    MOST,
    child.registered_pupil,
    home.full_weekly_cost,
    home.weekly_cost,
    home.fosters,
    child.near_home_counts,
)
NEEDS = st.integers(0, 12).flatmap(
    lambda of: st.integers(0, of).flatmap(lambda met: st.tuples(st.just(of), st.just(met), st.integers(0, of - met)))
)
MINUTES = st.lists(st.integers(0, 200) | st.just(2**31 - 1), min_size=3, max_size=3).map(lambda m: tuple(sorted(m)))
ROWS = st.tuples(
    NEEDS | st.just((None, None, None)),
    st.none() | st.integers(0, 80),
    st.none() | st.floats(0, 500),
    MINUTES | st.just((None, None, None)),
    st.none() | st.booleans(),
    st.none() | st.floats(0, 20_000),
    st.none() | st.floats(0, 20_000),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
).map(lambda r: (*r[0], r[1], r[2], *r[3], *r[4:]))


@given(st.lists(ROWS, min_size=1, max_size=20))
def test_low_is_never_over_central_nor_central_over_high(rows):
    weighed = Scale(policy()).weigh(rows_of(COLUMNS, rows))
    for points in (*weighed.criteria.values(), *weighed.heads.values(), weighed.suitability):
        low, central, high = points.levels
        assert (low >= 0).all()
        assert (low <= central).all()
        assert (central <= high).all()
        assert (high <= ALL_POINTS).all()


def test_where_nothing_is_known_every_criterion_gives_0_to_100_and_takes_0():
    weighed = Scale(policy()).weigh(rows_of(COLUMNS, [[None] * len(COLUMNS)]))
    for points in (*weighed.criteria.values(), *weighed.heads.values(), weighed.suitability):
        assert tuple(int(level[0]) for level in points.levels) == NOBODY_KNOWS


@pytest.mark.parametrize("criterion", [pytest.param(c, id=c.id) for c in CRITERIA])
def test_every_criterion_says_why_and_rests_on_known_facts(criterion):
    assert criterion.points.because
    assert criterion.means.endswith(".")
    assert criterion.question.endswith("?")
    assert criterion.serves
