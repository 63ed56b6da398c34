"""Regulation 10: a move does not end a key stage 4 pupil's school without the nominated officer's approval."""

from datetime import date
from typing import Any

import pytest

from matching.domain.child import Child
from matching.domain.home import Home
from matching.rules.statute.area import key_stage_4_is_not_disrupted as rule
from tests.builders import a_child, a_home, a_referral, ordinary
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, judge

MAIDENHEAD = "SL6 1AA"
MINUTES = 43
"""By the journey's model, from Maidenhead to the school in Aylesbury."""


def pupil(year: int | None = 10, **changes: Any) -> Child:
    """A girl of 15 in year 10, whose school is in Aylesbury."""
    school = dict(ordinary("child")["school"]) | {"year_group": year}
    return a_child(**({"born": date(2011, 11, 1), "school": school | changes.pop("school", {})} | changes))


def far(**changes: Any) -> Home:
    return a_home(postcode=MAIDENHEAD, **changes)


HALF_AN_HOUR_AT_MOST = {"longest_school_journey": 30}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        pytest.param(9, MET, id="year 9, key stage 3"),
        pytest.param(10, NEEDS_APPROVAL, id="year 10, key stage 4"),
        pytest.param(11, NEEDS_APPROVAL, id="year 11, key stage 4"),
        pytest.param(12, MET, id="year 12, beyond it"),
        pytest.param(None, CANNOT_TELL, id="the year is not recorded"),
    ],
)
def test_it_is_for_key_stage_4(year, expected):
    assert judge(rule, pupil(year), far(), figures=HALF_AN_HOUR_AT_MOST).outcome == expected


@pytest.mark.parametrize(
    ("year", "day", "start", "expected"),
    [
        pytest.param(9, date(2026, 8, 30), date(2026, 8, 31), MET, id="year 9, and the move on 31 August"),
        pytest.param(9, date(2026, 8, 31), date(2026, 9, 1), NEEDS_APPROVAL, id="year 9, and the move on 1 September"),
        pytest.param(9, date(2026, 9, 1), date(2026, 9, 1), MET, id="year 9 on 1 September, and the move on that day"),
        pytest.param(8, date(2026, 8, 31), date(2027, 9, 1), NEEDS_APPROVAL, id="year 8, and two summers between"),
        pytest.param(8, date(2026, 8, 31), date(2027, 8, 31), MET, id="year 8, and one summer between"),
        pytest.param(11, date(2026, 8, 30), date(2026, 8, 31), NEEDS_APPROVAL, id="year 11, until 31 August"),
        pytest.param(11, date(2026, 8, 31), date(2026, 9, 1), MET, id="year 11, and beyond it from 1 September"),
        pytest.param(9, date(2026, 12, 31), date(2027, 1, 1), MET, id="a new year is no new school year"),
        pytest.param(9, date(2028, 2, 28), date(2028, 2, 29), MET, id="nor is a 29 February"),
        pytest.param(None, date(2026, 8, 31), date(2026, 9, 1), CANNOT_TELL, id="the year is not recorded"),
    ],
)
def test_it_is_the_year_group_at_the_start_that_counts(year, day, start, expected):
    referral = a_referral(start=start, expected_end=date(2029, 1, 1))
    finding = judge(rule, pupil(year), far(), referral, figures=HALF_AN_HOUR_AT_MOST, day=day)
    assert finding.outcome == expected


@pytest.mark.parametrize(
    ("longest", "expected"),
    [pytest.param(MINUTES, MET, id="just near enough"), pytest.param(MINUTES - 1, NEEDS_APPROVAL, id="a minute over")],
)
def test_the_journey_may_take_as_long_as_the_policy_says(longest, expected):
    assert judge(rule, pupil(), far(), figures={"longest_school_journey": longest}).outcome == expected


@pytest.mark.parametrize(
    ("child", "home", "expected"),
    [
        pytest.param(pupil(), far(can_keep=["110000"]), MET, id="the home keeps the school"),
        pytest.param(pupil(), far(can_keep=["110001"]), NEEDS_APPROVAL, id="it keeps another school"),
        pytest.param(pupil(), far(can_keep=None), CANNOT_TELL, id="which schools it keeps is not recorded"),
        pytest.param(pupil(), a_home(postcode=None), CANNOT_TELL, id="where the home is is not recorded"),
        pytest.param(pupil(), a_home(), MET, id="round the corner"),
        pytest.param(pupil(), a_home(can_keep=None), MET, id="round the corner, whatever it keeps"),
        pytest.param(pupil(school={"registered": False}), far(), MET, id="not a registered pupil"),
        pytest.param(pupil(school={"registered": None}), far(), CANNOT_TELL, id="registered or not is not recorded"),
        pytest.param(
            pupil(school={"urn": None}), far(can_keep=["110000"]), CANNOT_TELL, id="which school is not recorded"
        ),
        pytest.param(pupil(school={"urn": None}), far(), NEEDS_APPROVAL, id="whichever it is, the home keeps none"),
        pytest.param(pupil(school={"postcode": None}), far(), CANNOT_TELL, id="where the school is is not recorded"),
        pytest.param(a_child(school=None), far(), CANNOT_TELL, id="no school is recorded"),
        pytest.param(a_child(school={"registered": False}), far(), MET, id="no pupil, whatever the year"),
        pytest.param(pupil(current_home=False), far(), MET, id="her first placement"),
        pytest.param(pupil(current_home="oak"), far(), MET, id="she lives there already"),
        pytest.param(pupil(current_home=None), far(), CANNOT_TELL, id="whether she moves is not recorded"),
    ],
)
def test_a_move_that_ends_the_school_waits_for_the_nominated_officer(child, home, expected):
    assert judge(rule, child, home, figures=HALF_AN_HOUR_AT_MOST).outcome == expected


@pytest.mark.parametrize(
    ("emergency", "expected"),
    [
        pytest.param(True, MET, id="an emergency"),
        pytest.param(False, NEEDS_APPROVAL, id="no emergency"),
        pytest.param(None, CANNOT_TELL, id="nobody said whether it is one"),
    ],
)
def test_an_emergency_does_not_wait(emergency, expected):
    referral = a_referral(emergency=emergency)
    assert judge(rule, pupil(), far(), referral, figures=HALF_AN_HOUR_AT_MOST).outcome == expected


def test_the_nominated_officer_approves_before_the_move():
    finding = judge(rule, pupil(), far(), figures=HALF_AN_HOUR_AT_MOST)
    assert (finding.approver, finding.by) == ("nominated_officer", date(2026, 12, 1))
