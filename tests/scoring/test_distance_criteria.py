"""The criteria of distance: agreed examples in hundredths of a point, and the direction in which each runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, pair
from matching.scoring.criteria.distance.family_journey import family_journey
from matching.scoring.criteria.distance.near_home import near_home
from matching.scoring.criteria.distance.school_journey import school_journey
from matching.scoring.criteria.distance.within_area import within_area
from matching.scoring.criterion import Head
from tests.scoring.agreed import (
    Agreed,
    Row,
    any_range,
    every_criterion,
    every_example,
    in_order,
    maybe,
    of_head,
)
from tests.scoring.pointing import (
    ALL_POINTS,
    NO_POINTS,
    NOBODY_KNOWS,
    NOT_ASKED,
    all_points,
    exactly,
    no_more,
    points_of,
)

FULL, NONE, HALF = exactly(ALL_POINTS), exactly(NO_POINTS), exactly(5_000)
OPEN = 2**31 - 1
MILES = st.integers(0, 4_000).map(lambda tenths: tenths / 10)
RUNS = (pair.minutes_to_school_least, pair.minutes_to_school, pair.minutes_to_school_most, child.registered_pupil)
VISITS = (pair.minutes_to_family_least, pair.minutes_to_family, pair.minutes_to_family_most, child.family_time)


def longer_then_shorter(drawn: tuple[list[int], list[int], bool | None]) -> tuple[Row, Row]:
    """Two journeys with the same room for error, the longer first."""
    (short, long), (less, more), asked = drawn
    return (max(0, long - less), long, long + more, asked), (max(0, short - less), short, short + more, asked)


JOURNEYS = st.tuples(in_order(st.integers(0, 200)), any_range, maybe).map(longer_then_shorter)

NEAR_HOME = Agreed(
    near_home,
    (pair.miles_from_home, child.near_home_counts, child.has_home),
    {
        "at home": ((0.0, True, True), FULL),
        "3 miles": ((3.0, True, True), FULL),
        "just beyond 3 miles": ((3.1, True, True), exactly(9_973)),
        "16.3 miles": ((16.3, True, True), exactly(6_405)),
        "half way": ((21.5, True, True), HALF),
        "just under 40 miles": ((39.9, True, True), exactly(27)),
        "40 miles": ((40.0, True, True), NONE),
        "in Scotland": ((301.9, True, True), NONE),
        "nobody knows how far": ((None, True, True), NOBODY_KNOWS),
        "nobody has said that the plan is to be away": ((3.0, None, True), FULL),
        "the plan is to be away, and it is 3 miles": ((3.0, False, True), NONE),
        "the plan is to be away, and it is 11.5 miles": ((11.5, False, True), HALF),
        "the plan is to be away, and it is 20 miles": ((20.0, False, True), FULL),
        "the plan is to be away, and it is 200 miles: no better than 20": ((200.0, False, True), FULL),
        "the plan is to be away, and nobody knows how far": ((None, False, True), NOBODY_KNOWS),
        "no home in this country": ((None, True, False), NOT_ASKED),
        "no home in this country, and the plan is to be away": ((None, False, False), NOT_ASKED),
        "nobody knows whether there is a home": ((None, True, None), NOBODY_KNOWS),
        "nobody knows anything": ((None, None, None), NOBODY_KNOWS),
    },
    st.one_of(
        in_order(MILES).map(lambda m: ((m[1], True, True), (m[0], True, True))),
        in_order(MILES).map(lambda m: ((m[1], None, True), (m[0], None, True))),
        in_order(MILES).map(lambda m: ((m[0], False, True), (m[1], False, True))),
    ),
)

SCHOOL_JOURNEY = Agreed(
    school_journey,
    RUNS,
    {
        "next door": ((0, 7, 11, True), (9_846, 10_000, 10_000)),
        "10 minutes exactly": ((10, 10, 10, True), FULL),
        "17 minutes": ((14, 17, 21, True), (8_308, 8_923, 9_385)),
        "35 minutes": ((29, 35, 45, True), (4_615, 6_154, 7_077)),
        "75 minutes exactly": ((75, 75, 75, True), NONE),
        "so far that the most is open": ((51, 80, OPEN, True), (0, 0, 3_692)),
        "nobody knows whether she is a pupil": ((29, 35, 45, None), (4_615, 6_154, 7_077)),
        "no pupil": ((29, 35, 45, False), NOT_ASKED),
        "no pupil, and nobody knows where": ((None, None, None, False), NOT_ASKED),
        "a pupil, and nobody knows where": ((None, None, None, True), NOBODY_KNOWS),
        "nobody knows either": ((None, None, None, None), NOBODY_KNOWS),
    },
    JOURNEYS,
)

FAMILY_JOURNEY = Agreed(
    family_journey,
    VISITS,
    {
        "15 minutes": ((15, 15, 15, True), FULL),
        "16 minutes": ((16, 16, 16, True), exactly(9_867)),
        "29 minutes": ((24, 29, 37, True), (7_067, 8_133, 8_800)),
        "90 minutes": ((90, 90, 90, True), NONE),
        "so far that the most is open": ((51, 80, OPEN, True), (0, 1_333, 5_200)),
        "no family time is planned": ((None, None, None, False), NOT_ASKED),
        "nobody knows where the family is": ((None, None, None, True), NOBODY_KNOWS),
        "nobody has said whether any is planned": ((None, None, None, None), NOBODY_KNOWS),
    },
    JOURNEYS,
)

AREAS = (pair.in_area, pair.in_adjoining_area, child.near_home_counts)
WITHIN_AREA = Agreed(
    within_area,
    AREAS,
    {
        "in the area": ((True, False, True), FULL),
        "in the area, and nobody knows the neighbours": ((True, None, True), FULL),
        "next door": ((False, True, True), HALF),
        "further": ((False, False, True), NONE),
        "outside, and nobody knows the neighbours": ((False, None, True), (0, 0, 5_000)),
        "next door at least": ((None, True, True), (5_000, 5_000, 10_000)),
        "nobody knows where": ((None, None, True), NOBODY_KNOWS),
        "nobody has said that the plan is to be away": ((True, False, None), FULL),
        "the plan is to be away": ((True, False, False), NOT_ASKED),
    },
    st.tuples(st.sampled_from(((False, False), (False, True), (True, False))), maybe, maybe).map(
        lambda drawn: ((*drawn[0], drawn[1]), (True, drawn[0][1], drawn[1]))
    ),
)

AGREED = (NEAR_HOME, SCHOOL_JOURNEY, FAMILY_JOURNEY, WITHIN_AREA)


@pytest.mark.parametrize(("agreed", "row", "points"), every_example(AGREED))
def test_a_criterion_of_distance_gives_the_points_that_were_agreed(agreed, row, points):
    assert points_of(agreed.criterion, agreed.facts, *row) == points


@pytest.mark.parametrize("agreed", every_criterion(AGREED))
@given(data=st.data())
def test_nearer_never_earns_less_unless_the_plan_is_to_be_away(agreed, data):
    worse, better = all_points(agreed.criterion, agreed.facts, data.draw(agreed.direction))
    assert no_more(worse, better)


def test_every_criterion_of_distance_is_among_these():
    assert [a.criterion.id for a in AGREED] == of_head(Head.DISTANCE), "a new criterion needs its table here"
