"""Facts that are the same for every home: ages, working days, school, the referral."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, referral
from matching.facts.fact import NEVER
from matching.facts.of_child import is_working_day, key_stage, last_age, working_days_after
from tests.builders import a_child, a_referral
from tests.facts.laying_out import MILTON_KEYNES, OURS, laid_out, value_of

LEAP = date(2008, 2, 29)


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 9), id="no holiday"),
        pytest.param(date(2026, 12, 5), date(2026, 12, 14), id="from a Saturday"),
        pytest.param(date(2026, 12, 23), date(2027, 1, 5), id="Boxing Day on a Saturday, made up for on Monday"),
        pytest.param(date(2027, 12, 24), date(2028, 1, 6), id="Christmas and New Year on Saturdays"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 5), id="Good Friday and Easter Monday"),
        pytest.param(date(2026, 8, 27), date(2026, 9, 7), id="the August bank holiday"),
        pytest.param(date(2026, 4, 30), date(2026, 5, 11), id="the May bank holiday"),
    ],
)
def test_six_working_days_leave_out_weekends_and_bank_holidays_in_england(start, stop):
    assert working_days_after(start, 6) == stop


def test_no_working_days_later_is_the_day_itself():
    assert working_days_after(date(2026, 12, 25), 0) == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 12, 24), True, id="Christmas Eve"),
        pytest.param(date(2026, 12, 25), False, id="Christmas Day"),
        pytest.param(date(2026, 12, 28), False, id="the Monday for Boxing Day"),
        pytest.param(date(2027, 1, 1), False, id="New Year's Day"),
        pytest.param(date(2029, 1, 2), True, id="2 January, a holiday in Scotland only"),
        pytest.param(date(2027, 3, 17), True, id="St Patrick's Day, a holiday in Northern Ireland only"),
        pytest.param(date(2027, 3, 26), False, id="Good Friday"),
        pytest.param(date(2020, 5, 4), True, id="the Monday that was moved"),
        pytest.param(date(2020, 5, 8), False, id="the Friday to which it was moved"),
        pytest.param(date(2022, 9, 19), False, id="the late Queen's funeral"),
        pytest.param(date(2026, 11, 29), False, id="a Sunday"),
    ],
)
def test_a_working_day_is_no_weekend_and_no_bank_holiday_in_england(day, expected):
    assert is_working_day(day) is expected


@given(st.dates(date(2011, 4, 1), date(2040, 1, 1)), st.integers(1, 12))
def test_so_many_working_days_later_is_a_working_day_with_so_many_in_between(day, days):
    last = working_days_after(day, days)
    after = [day + timedelta(days=k) for k in range(1, (last - day).days + 1)]
    assert is_working_day(last)
    assert sum(map(is_working_day, after)) == days


@pytest.mark.parametrize(
    ("born", "end", "age"),
    [
        pytest.param(date(2009, 6, 1), date(2027, 5, 31), 17, id="the eve of the eighteenth birthday"),
        pytest.param(date(2009, 6, 1), date(2027, 6, 1), 17, id="the eighteenth birthday itself"),
        pytest.param(date(2009, 6, 1), date(2035, 1, 1), 17, id="long after it"),
        pytest.param(date(2009, 6, 1), date(2026, 6, 1), 17, id="the seventeenth birthday"),
        pytest.param(date(2009, 6, 1), date(2026, 5, 31), 16, id="its eve"),
        pytest.param(LEAP, date(2026, 2, 28), 17, id="29 February, on 28 February at eighteen"),
        pytest.param(LEAP, date(2026, 3, 1), 17, id="29 February, on 1 March at eighteen"),
        pytest.param(LEAP, date(2025, 2, 28), 16, id="29 February, on 28 February at seventeen"),
        pytest.param(LEAP, date(2025, 3, 1), 17, id="29 February, on 1 March at seventeen"),
        pytest.param(LEAP, date(2024, 2, 29), 16, id="29 February, in a leap year"),
    ],
)
def test_a_stay_ends_at_the_latest_on_the_eve_of_eighteen(born, end, age):
    assert last_age(born, end) == age


@pytest.mark.parametrize(
    ("born", "ages"),
    [
        pytest.param(date(2010, 12, 1), (16, 16), id="sixteen on the first day"),
        pytest.param(date(2010, 12, 2), (15, 16), id="sixteen on the second day"),
        pytest.param(date(2011, 6, 1), (15, 16), id="sixteen on the last day"),
        pytest.param(date(2011, 6, 2), (15, 15), id="sixteen the day after the last"),
        pytest.param(date(2009, 3, 1), (17, 17), id="eighteen during the stay"),
    ],
)
def test_ages_are_those_of_the_first_and_the_last_day(born, ages):
    (values,) = laid_out([a_child(born=born)]).children
    assert (values[child.age_at_start.name], values[child.age_at_end.name]) == ages


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


LASTING = {"kind": "long_term", "expected_end": None}


@pytest.mark.parametrize(
    ("asked", "end", "age"),
    [
        pytest.param({}, date(2027, 6, 1), 12, id="as said"),
        pytest.param(LASTING, date(2033, 6, 1), 17, id="long term: the eighteenth birthday"),
        pytest.param(LASTING | {"expected_end": date(2030, 1, 1)}, date(2030, 1, 1), 14, id="long term, and said"),
        pytest.param({"expected_end": None}, None, None, id="short term, not said"),
        pytest.param({"expected_end": None, "kind": None}, None, None, id="nothing said"),
    ],
)
def test_a_stay_ends_when_it_is_said_to_or_at_eighteen_if_it_is_long_term(asked, end, age):
    layout = laid_out(referral=a_referral(**asked))
    days = None if end is None else (end - date(2026, 12, 1)).days
    assert (layout.asked[referral.expected_end.name], layout.asked[referral.days.name]) == (end, days)
    assert layout.children[0][child.age_at_end.name] == age


def test_the_stay_of_siblings_lasts_as_long_as_the_longest_of_theirs():
    bea = a_child(id="bea", born=LEAP.replace(year=2020))
    layout = laid_out([a_child(), bea], referral=a_referral(children=["amy", "bea"], **LASTING))
    assert layout.asked[referral.expected_end.name] == date(2038, 3, 1)
    assert [values[child.age_at_end.name] for values in layout.children] == [17, 17]


@pytest.mark.parametrize(
    ("fact", "given", "expected"),
    [
        pytest.param(child.reviewed_on, {"reviewed_on": False}, NEVER, id="known not to have happened"),
        pytest.param(child.reviewed_on, {"reviewed_on": date(2026, 11, 16)}, date(2026, 11, 16), id="happened"),
        pytest.param(child.reviewed_on, {"reviewed_on": None}, None, id="nobody knows"),
        pytest.param(child.current_home, {"current_home": False}, None, id="no home now"),
        pytest.param(child.is_moving, {"current_home": False}, False, id="no home now, so no move"),
        pytest.param(child.is_moving, {"current_home": "previous"}, True, id="a home now, so a move"),
        pytest.param(child.is_moving, {"current_home": None}, None, id="nobody knows where she lives"),
        pytest.param(child.sex, {"sex": "U"}, None, id="sex recorded as unknown"),
        pytest.param(child.keep_away_from, {"keep_away_from": []}, True, id="no place to keep away from"),
        pytest.param(child.keep_away_from, {"keep_away_from": None}, None, id="nobody knows from which"),
        pytest.param(child.needs, {"needs": {}}, 0, id="no needs graded"),
        pytest.param(child.needs, {"needs": {"development_disability": 0}}, 0, id="a need graded none"),
        pytest.param(child.needs, {"needs": None}, None, id="needs not graded"),
    ],
)
def test_what_is_known_of_a_child_is_told_from_what_is_not(fact, given, expected):
    assert value_of(fact, [a_child(**given)]) == expected


def risks(*levels: str | None) -> dict[str, Any]:
    return {"risks": [{"kind": "missing", "level": level} for level in levels]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"risks": None}, None, id="nobody knows"),
        pytest.param({"risks": []}, False, id="none"),
        pytest.param(risks("none"), False, id="known not to be there"),
        pytest.param(risks("none", "history"), True, id="there once"),
        pytest.param(risks("current"), True, id="there now"),
        pytest.param(risks(None), True, id="recorded without its level"),
    ],
)
def test_a_risk_is_there_unless_it_is_known_not_to_be(given, expected):
    assert value_of(child.has_risks, [a_child(**given)]) is expected


@pytest.mark.parametrize(
    ("required", "residential", "more"),
    [
        pytest.param([], False, False, id="nothing"),
        pytest.param(["residential_care"], True, False, id="residential care"),
        pytest.param(["solo"], False, True, id="something else"),
        pytest.param(["residential_care", "solo"], True, True, id="both"),
        pytest.param(None, None, None, id="nobody knows"),
    ],
)
def test_a_need_for_residential_care_is_told_from_other_requirements(required, residential, more):
    asked = laid_out(referral=a_referral(required=required)).asked
    assert asked[referral.residential_need_recorded.name] is residential
    assert asked[referral.asks_more.name] is more


@pytest.mark.parametrize(
    ("authorities", "expected"),
    [
        pytest.param([None, None], OURS, id="the one that asks"),
        pytest.param([MILTON_KEYNES, MILTON_KEYNES], MILTON_KEYNES, id="another, of both"),
        pytest.param([None, MILTON_KEYNES], None, id="two"),
    ],
)
def test_a_referral_has_one_responsible_authority_or_none_that_is_known(authorities, expected):
    children = [a_child(id=i, responsible_authority=a) for i, a in zip(["amy", "bea"], authorities, strict=True)]
    layout = laid_out(children, referral=a_referral(children=["amy", "bea"]))
    assert layout.asked[referral.responsible_authority.name] == expected
    assert [v[child.responsible_authority.name] for v in layout.children] == [a or OURS for a in authorities]
