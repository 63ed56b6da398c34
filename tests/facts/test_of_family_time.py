"""How far planned family time would be from each home: the usual journey, and the hours a month on the road."""

from typing import Any

import pytest

from matching.facts.catalogue import child, pair
from tests.builders import a_child, a_home
from tests.facts.laying_out import laid_out, value_of

NEAR, FAR, EDINBURGH, LOST = "HP21 8AJ", "MK9 3XL", "EH1 1YZ", "HP99 9ZZ"
HERE = "HP20 2NF"
OPEN = 2**31 - 1
HOURS = (pair.family_hours_least, pair.family_hours, pair.family_hours_most)
MINUTES = (pair.minutes_to_family_least, pair.minutes_to_family, pair.minutes_to_family_most)


def to_see(*visits: tuple[str | None, float | None]) -> list[Any]:
    """A child with visits: where, and how often a month."""
    planned = [{k: v for k, v in (("postcode", p), ("times_a_month", t)) if v is not None} for p, t in visits]
    return [a_child(family_time=planned)]


def found(facts: Any, children: list[Any], **home: Any) -> tuple[Any, ...]:
    frame = laid_out(children, [a_home(**home)]).frames[0]
    return tuple(frame[fact.name][0] for fact in facts)


def test_the_journey_to_one_visit_is_the_usual_one():
    assert found(MINUTES, to_see((FAR, 1))) == (29, 35, 45)


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        pytest.param(1, (29 / 30, 35 / 30, 45 / 30), id="once, there and back"),
        pytest.param(4, (4 * 29 / 30, 4 * 35 / 30, 4 * 45 / 30), id="weekly"),
        pytest.param(0.5, (29 / 60, 35 / 60, 45 / 60), id="every other month"),
        pytest.param(0, (0, 0, 0), id="never"),
    ],
)
def test_hours_on_the_road_are_there_and_back_as_often_as_is_planned(times, hours):
    assert found(HOURS, to_see((FAR, times))) == pytest.approx(hours)


def test_of_several_visits_the_usual_journey_is_their_mean_each_as_often_as_it_is():
    near, far = (found(MINUTES, to_see((p, 1)))[1] for p in (NEAR, FAR))
    assert found(MINUTES, to_see((NEAR, 3), (FAR, 1)))[1] == int((3 * near + far) / 4 + 0.5)
    assert found(MINUTES, to_see((NEAR, 0), (FAR, 2)))[1] == far


def test_of_several_visits_the_hours_are_added():
    each = [found(HOURS, to_see(visit)) for visit in ((NEAR, 3), (FAR, 1))]
    together = found(HOURS, to_see((NEAR, 3), (FAR, 1)))
    assert together == pytest.approx([sum(hours) for hours in zip(*each, strict=True)])


def test_where_it_is_not_recorded_how_often_journeys_run_from_the_nearest_to_the_farthest_and_hours_are_unknown():
    near, far = (found(MINUTES, to_see((p, 1))) for p in (NEAR, FAR))
    visits = to_see((NEAR, 3), (FAR, None))
    assert found(MINUTES, visits) == (near[0], None, far[2])
    assert found(HOURS, visits) == (None, None, None)


def test_where_no_visit_ever_is_journeys_count_alike():
    near, far = (found(MINUTES, to_see((p, 1)))[1] for p in (NEAR, FAR))
    assert found(MINUTES, to_see((NEAR, 0), (FAR, 0)))[1] == int((near + far) / 2 + 0.5)


@pytest.mark.parametrize(
    ("children", "home"),
    [
        pytest.param(to_see((NEAR, 1), (None, 1)), {}, id="one visit without a postcode"),
        pytest.param(to_see((LOST, 1)), {}, id="a postcode that is nowhere"),
        pytest.param(to_see((NEAR, 1)), {"postcode": None}, id="a home without one"),
        pytest.param(to_see((NEAR, 0)), {"postcode": None}, id="a home without one, and a visit that never is"),
        pytest.param([a_child(family_time=[])], {}, id="none is planned"),
        pytest.param([a_child(family_time=None)], {}, id="nobody knows what is planned"),
    ],
)
def test_nobody_can_tell_how_far_what_has_no_place_is(children, home):
    assert found((*MINUTES, *HOURS), children, **home) == (None,) * 6


def test_very_far_the_most_has_no_end():
    least, about, most = found(MINUTES, to_see((EDINBURGH, 1)))
    assert (least, most) == (51, OPEN)
    assert about > 300
    assert found(HOURS, to_see((EDINBURGH, 1)))[2] == float("inf")


def test_a_visit_that_never_is_adds_nothing_however_far():
    assert found(HOURS, to_see((FAR, 1), (EDINBURGH, 0))) == pytest.approx(found(HOURS, to_see((FAR, 1))))
    assert found(MINUTES, to_see((FAR, 1), (EDINBURGH, 0))) == found(MINUTES, to_see((FAR, 1)))


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        pytest.param([], (False, True, True), id="none"),
        pytest.param(None, (None, None, None), id="not recorded"),
        pytest.param([{"postcode": NEAR, "times_a_month": 1}], (True, True, True), id="all of it"),
        pytest.param([{"postcode": NEAR}], (True, True, None), id="not how often"),
        pytest.param([{"times_a_month": 1}], (True, None, True), id="not where"),
    ],
)
def test_what_is_recorded_of_family_time_is_told(planned, said):
    children = [a_child(family_time=planned)]
    assert tuple(value_of(f, children) for f in (child.family_time, child.family_places, child.family_times)) == said


def test_the_usual_distance_to_family_time_is_the_mean_by_how_often_each_visit_is():
    near, far = ({"with": w, "postcode": p} for w, p in (("mother", "HP20 1UA"), ("father", "MK9 3XL")))
    both = [near | {"times_a_month": 3}, far | {"times_a_month": 1}]
    alone = [value_of(pair.miles_to_family, [a_child(family_time=[v])]) for v in (near, far)]
    assert value_of(pair.miles_to_family, [a_child(family_time=both)]) == pytest.approx(
        (3 * alone[0] + alone[1]) / 4, abs=0.1
    )
    assert value_of(pair.miles_to_family, [a_child(family_time=[{"with": "mother"}])]) is None


def test_minutes_from_home_are_known_where_the_miles_are():
    assert value_of(pair.minutes_from_home, [a_child(home_postcode="MK9 3XL")]) > 20
    assert value_of(pair.minutes_from_home, [a_child(home_postcode=None)]) is None
