"""What a child would gain and lose in another home: duty by duty, and never less of what must not be lost."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from matching.facts.truth import NO, UNKNOWN, YES
from matching.reviewing.gaining import Gaining
from matching.reviewing.measures import NEVER_MORE, Measures, duties_on

DUTIES = duties_on(date(2026, 11, 24))
NEAR, SCHOOL, FAMILY, ACCESS, AREA, WISHES = [duty.id for duty in DUTIES]
MARGINS = tuple(5 if duty.id == NEAR else 0 for duty in DUTIES)
UNTOLD = float("nan")


def a_home(
    served: dict[str, int] | None = None,
    owed: dict[str, int] | None = None,
    miles: float = 10,
    wishes: tuple[float, float] = (1, 1),
    siblings: tuple[float, float] = (1, 1),
) -> Measures:
    """A home that serves every duty, all of them owed, save for what is said."""
    of = [dict.fromkeys([d.id for d in DUTIES], YES) | (said or {}) for said in (owed, served)]
    truths = [np.array([[each[d.id]] for d in DUTIES], dtype=np.int8) for each in of]
    measure = np.array([[miles if d.measure is not None else UNTOLD] for d in DUTIES])
    least_and_most = [(np.array([least]), np.array([most])) for least, most in (wishes, siblings)]
    return Measures(DUTIES, truths[0], truths[1], measure, least_and_most[0], least_and_most[1])


def beside(today: Measures, there: Measures) -> Gaining:
    return Gaining(today, there, MARGINS)


def gains(today: Measures, there: Measures) -> tuple[int, int]:
    """How many duties are surely served better, and how many may be."""
    surely, perhaps = beside(today, there).gains
    return int(surely[0]), int(perhaps[0])


def change(duty: str, today: Measures, there: Measures) -> str:
    return next((of.change for of in beside(today, there).compared(0) if of.duty == duty), "not shown")


@pytest.mark.parametrize(
    ("today", "there", "expected", "counted"),
    [
        pytest.param(NO, YES, "gained", (1, 1), id="not today, and there"),
        pytest.param(YES, NO, "lost", (0, 0), id="today, and not there"),
        pytest.param(YES, YES, "alike", (0, 0), id="in both"),
        pytest.param(NO, NO, "alike", (0, 0), id="in neither"),
        pytest.param(UNKNOWN, YES, "unknown", (0, 1), id="there, and of today nobody can tell"),
        pytest.param(NO, UNKNOWN, "unknown", (0, 1), id="not today, and of there nobody can tell"),
        pytest.param(UNKNOWN, UNKNOWN, "unknown", (0, 1), id="of neither can anybody tell"),
        pytest.param(YES, UNKNOWN, "unknown", (0, 0), id="today, and it may be lost"),
        pytest.param(UNKNOWN, NO, "unknown", (0, 0), id="not there, and it may be lost"),
    ],
)
def test_a_duty_is_gained_or_lost_or_nobody_can_tell(today, there, expected, counted):
    pair = (a_home({SCHOOL: today}), a_home({SCHOOL: there}))
    assert (change(SCHOOL, *pair), gains(*pair)) == (expected, counted)


@pytest.mark.parametrize(
    ("today", "there", "expected", "counted"),
    [
        pytest.param(YES, NO, "not shown", (0, 0), id="not owed there"),
        pytest.param(NO, YES, "not shown", (0, 0), id="not owed today"),
        pytest.param(UNKNOWN, UNKNOWN, "gained", (1, 1), id="owed unless an exception surely holds"),
    ],
)
def test_a_duty_that_is_not_owed_is_no_gain_and_not_shown(today, there, expected, counted):
    pair = (a_home({SCHOOL: NO}, owed={SCHOOL: today}), a_home({SCHOOL: YES}, owed={SCHOOL: there}))
    assert (change(SCHOOL, *pair), gains(*pair)) == (expected, counted)


@pytest.mark.parametrize(
    ("today", "there", "expected", "counted"),
    [
        pytest.param(15.0, 10.0, "gained", (1, 1), id="nearer by exactly 5 miles"),
        pytest.param(15.0, 10.1, "alike", (0, 0), id="nearer by 4.9 miles"),
        pytest.param(10.0, 25.0, "alike", (0, 0), id="farther off, and near enough by the duty's own words"),
        pytest.param(UNTOLD, 10.0, "unknown", (0, 1), id="how far it is today is not known"),
        pytest.param(30.0, UNTOLD, "unknown", (0, 1), id="how far it is there is not known"),
    ],
)
def test_near_home_is_served_better_by_5_miles_less(today, there, expected, counted):
    pair = (a_home(miles=today), a_home(miles=there))
    assert (change(NEAR, *pair), gains(*pair)) == (expected, counted)


def test_near_home_is_gained_and_lost_by_its_own_words_too():
    near, far = a_home(miles=18), a_home({NEAR: NO}, miles=22)
    assert (change(NEAR, far, near), change(NEAR, near, far)) == ("gained", "lost")


def test_nearer_by_5_miles_is_a_gain_where_it_is_not_near_enough_in_either():
    pair = (a_home({NEAR: NO}, miles=90), a_home({NEAR: NO}, miles=60))
    assert (change(NEAR, *pair), gains(*pair)) == ("gained", (1, 1))


def test_gains_are_added_over_the_duties():
    today = a_home({SCHOOL: NO, AREA: NO, WISHES: NO, FAMILY: UNKNOWN}, miles=60)
    assert gains(today, a_home({ACCESS: NO})) == (4, 5)


@pytest.mark.parametrize("counted", ["wishes", "siblings"])
@pytest.mark.parametrize(
    ("today", "there", "expected"),
    [
        pytest.param((2, 2), (2, 2), YES, id="as many"),
        pytest.param((2, 2), (3, 3), YES, id="more"),
        pytest.param((2, 2), (1, 1), NO, id="fewer"),
        pytest.param((0, 0), (0, 0), YES, id="none in either"),
        pytest.param((1, 2), (2, 2), YES, id="as many as there may be today"),
        pytest.param((1, 2), (1, 2), UNKNOWN, id="nobody can tell of either"),
        pytest.param((2, 2), (1, 2), UNKNOWN, id="there may be fewer there"),
        pytest.param((1, 2), (1, 1), UNKNOWN, id="there may be more today"),
        pytest.param((2, 3), (0, 1), NO, id="at most as many as are surely too few"),
        pytest.param((0, NEVER_MORE), (0, 0), UNKNOWN, id="nobody knows how many there are"),
        pytest.param((0, 0), (0, NEVER_MORE), YES, id="none today, and it matters not how many there"),
    ],
)
def test_wishes_and_brothers_and_sisters_must_not_be_fewer(counted, today, there, expected):
    of: list[dict[str, Any]] = [{counted: today}, {counted: there}]
    assert beside(a_home(**of[0]), a_home(**of[1])).harmless.tolist() == [expected]


@pytest.mark.parametrize(
    ("today", "there", "owed", "expected"),
    [
        pytest.param(YES, YES, YES, YES, id="kept"),
        pytest.param(NO, YES, YES, YES, id="gained"),
        pytest.param(NO, NO, YES, YES, id="in neither, so it is not lost"),
        pytest.param(YES, NO, YES, NO, id="lost"),
        pytest.param(YES, UNKNOWN, YES, UNKNOWN, id="nobody can tell of there"),
        pytest.param(UNKNOWN, NO, YES, UNKNOWN, id="nobody can tell of today"),
        pytest.param(YES, NO, UNKNOWN, NO, id="lost, and owed unless an exception surely holds"),
        pytest.param(YES, NO, NO, YES, id="not owed"),
    ],
)
def test_the_access_that_a_child_needs_must_not_be_lost(today, there, owed, expected):
    found = beside(a_home({ACCESS: today}, {ACCESS: owed}), a_home({ACCESS: there}, {ACCESS: owed}))
    assert found.harmless.tolist() == [expected]


def test_a_loss_of_one_thing_is_not_outweighed_and_an_unknown_is_never_harmless():
    today = a_home()
    assert beside(today, a_home(wishes=(0, 0), siblings=(5, 5))).harmless.tolist() == [NO]
    assert beside(today, a_home({ACCESS: UNKNOWN}, siblings=(0, 0))).harmless.tolist() == [NO]
    assert beside(today, a_home({ACCESS: UNKNOWN}, wishes=(5, 5))).harmless.tolist() == [UNKNOWN]


def test_school_area_and_nearness_may_be_lost_and_are_shown_to_be():
    there = a_home({SCHOOL: NO, AREA: NO, NEAR: NO}, miles=80)
    assert beside(a_home(), there).harmless.tolist() == [YES]
    lost = [of.duty for of in beside(a_home(), there).compared(0) if of.change == "lost"]
    assert lost == [NEAR, SCHOOL, AREA]


def test_before_access_was_a_duty_it_could_not_be_lost():
    duties = duties_on(date(2011, 3, 31))
    one = (np.array([1.0]), np.array([1.0]))
    of = np.full((len(duties), 1), NO, dtype=np.int8)
    measures = Measures(duties, of, of, np.full(of.shape, UNTOLD), one, one)
    assert ACCESS not in {duty.id for duty in duties}
    assert Gaining(measures, measures, (0,) * len(duties)).harmless.tolist() == [YES]


def test_a_duty_is_shown_in_a_word_or_in_miles():
    today = a_home({SCHOOL: UNKNOWN, AREA: NO}, miles=1234.56)
    shown = {of.duty: (of.title, of.today, of.there) for of in beside(today, a_home(miles=UNTOLD)).compared(0)}
    assert shown[NEAR] == ("Near home", "1,234.6 miles", "not recorded")
    assert shown[SCHOOL] == ("Education not disrupted", "not recorded", "yes")
    assert shown[AREA] == ("Within the area", "no", "yes")
    assert list(shown) == [duty.id for duty in DUTIES]
