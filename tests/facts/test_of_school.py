"""Where a child learns: the year group at the start of the stay, its key stage, and how long a journey may be."""

from datetime import date
from typing import Any

import pytest

from matching.facts.catalogue import child
from matching.facts.of_school import key_stage, school_year
from tests.builders import a_child, a_referral
from tests.facts.laying_out import laid_out, value_of

STAGES = {-1: 0, 0: 0, 1: 1, 2: 1, 3: 2, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 4, 11: 4, 12: 5, 13: 5, 14: 5}


@pytest.mark.parametrize(("year", "stage"), [pytest.param(y, s, id=f"year {y}") for y, s in STAGES.items()])
def test_a_year_group_has_its_key_stage(year, stage):
    assert key_stage(year) == stage


def test_an_unknown_year_group_has_no_key_stage():
    assert key_stage(None) is None


@pytest.mark.parametrize(
    ("year", "minutes"),
    [
        pytest.param(-1, 30, id="nursery"),
        pytest.param(6, 30, id="the last primary year"),
        pytest.param(7, 45, id="the first secondary year"),
        pytest.param(13, 45, id="the sixth form"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_the_longest_school_journey_is_shorter_in_primary_years(year, minutes):
    pupil = a_child(school={"urn": "110000", "postcode": "HP19 8FF", "registered": True, "year_group": year})
    assert value_of(child.longest_school_journey, [pupil]) == minutes


def test_of_a_child_without_a_school_nothing_about_it_is_known():
    (values,) = laid_out([a_child(school=None)]).children
    about = (child.school_urn, child.year_group, child.key_stage, child.registered_pupil, child.longest_school_journey)
    assert {values[fact.name] for fact in about} == {None}


def in_year(year: int | None) -> Any:
    return a_child(school={"urn": "110000", "postcode": "HP19 8FF", "registered": True, "year_group": year})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 8, 31), 2025, id="31 August"),
        pytest.param(date(2026, 9, 1), 2026, id="1 September"),
        pytest.param(date(2026, 12, 31), 2026, id="31 December"),
        pytest.param(date(2027, 1, 1), 2026, id="1 January"),
        pytest.param(date(2028, 2, 29), 2027, id="29 February"),
    ],
)
def test_a_school_year_begins_on_1_september(day, expected):
    assert school_year(day) == expected


@pytest.mark.parametrize(
    ("day", "start", "year"),
    [
        pytest.param(date(2026, 8, 31), date(2026, 8, 31), 7, id="the same day"),
        pytest.param(date(2026, 8, 31), date(2026, 9, 1), 8, id="over 1 September"),
        pytest.param(date(2026, 9, 1), date(2026, 9, 1), 7, id="recorded on 1 September"),
        pytest.param(date(2026, 8, 31), date(2027, 8, 31), 8, id="a year less a day"),
        pytest.param(date(2026, 8, 31), date(2027, 9, 1), 9, id="over two of them"),
        pytest.param(date(2026, 9, 1), date(2026, 8, 31), 7, id="a start that is past takes no year back"),
    ],
)
def test_the_year_group_is_that_of_the_start_a_year_on_for_each_september_between(day, start, year):
    referral = a_referral(start=start, expected_end=date(2029, 1, 1))
    assert value_of(child.year_group, [in_year(7)], referral=referral, day=day) == year


@pytest.mark.parametrize(
    ("start", "stage", "minutes"),
    [
        pytest.param(date(2026, 8, 31), 2, 30, id="year 6, until 31 August"),
        pytest.param(date(2026, 9, 1), 3, 45, id="year 7, from 1 September"),
    ],
)
def test_the_key_stage_and_the_longest_journey_follow_it(start, stage, minutes):
    referral = a_referral(start=start, expected_end=date(2029, 1, 1))
    (values,) = laid_out([in_year(6)], referral=referral, day=date(2026, 8, 31)).children
    assert (values[child.key_stage.name], values[child.longest_school_journey.name]) == (stage, minutes)


def test_a_year_group_that_is_not_recorded_stays_so():
    referral = a_referral(start=date(2027, 9, 1), expected_end=date(2029, 1, 1))
    assert value_of(child.year_group, [in_year(None)], referral=referral) is None
