"""Facts that are the same for every home: ages, the stay, the referral."""

from datetime import date

import pytest

from matching.facts.catalogue import child, referral
from matching.facts.fact import NEVER
from matching.facts.of_child import last_age
from tests.builders import a_child, a_referral
from tests.facts.laying_out import MILTON_KEYNES, OURS, laid_out, value_of

LEAP = date(2008, 2, 29)


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
        pytest.param(child.amount_of_need, {"needs": {"physical_health": 1}}, 2, id="two halves of a level"),
        pytest.param(
            child.amount_of_need,
            {"needs": {"physical_health": 4, "education_learning": 1}},
            10,
            id="two needs, by level",
        ),
        pytest.param(child.amount_of_need, {"needs": {"development_disability": 0}}, 0, id="no amount of no need"),
        pytest.param(child.amount_of_need, {"needs": None}, None, id="nobody knows how much need"),
        pytest.param(child.has_home, {"home_postcode": "HP20 1UA"}, True, id="a home in this country"),
        pytest.param(child.has_home, {"home_postcode": "HP99 9ZZ"}, True, id="a home that is not in the directory"),
        pytest.param(child.has_home, {"home_postcode": False}, False, id="no home in this country"),
        pytest.param(child.has_home, {"home_postcode": None}, None, id="nobody knows whether there is a home"),
        pytest.param(child.home_postcode, {"home_postcode": False}, None, id="no home, so no postcode"),
    ],
)
def test_what_is_known_of_a_child_is_told_from_what_is_not(fact, given, expected):
    assert value_of(fact, [a_child(**given)]) == expected


@pytest.mark.parametrize(
    ("required", "residential", "words"),
    [
        pytest.param([], False, "", id="nothing"),
        pytest.param(["residential_care"], True, "residential_care", id="residential care"),
        pytest.param(["solo"], False, "solo", id="something else"),
        pytest.param(["residential_care", "solo"], True, "residential_care, solo", id="both"),
        pytest.param(None, None, None, id="nobody knows"),
    ],
)
def test_a_need_for_residential_care_is_told_from_other_requirements(required, residential, words):
    asked = laid_out(referral=a_referral(required=required)).asked
    assert asked[referral.residential_need_recorded.name] is residential
    assert asked[referral.required.name] == words


@pytest.mark.parametrize(
    ("start", "stop", "temporary"),
    [
        pytest.param(date(2026, 12, 17), date(2026, 12, 29), date(2027, 4, 8), id="over Christmas"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 5), date(2027, 7, 14), id="over Easter"),
        pytest.param(date(2028, 2, 29), date(2028, 3, 8), date(2028, 6, 20), id="from a 29 February"),
    ],
)
def test_an_emergency_stops_after_working_days_and_a_temporary_approval_after_calendar_weeks(start, stop, temporary):
    asked = laid_out(referral=a_referral(start=start, expected_end=date(2029, 1, 1))).asked
    assert asked[referral.emergency_stop.name] == stop
    assert asked[referral.temporary_stop.name] == temporary


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
