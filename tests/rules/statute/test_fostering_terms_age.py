"""Regulations 22 and 23: the child's age, from the first day of the stay to the last."""

from datetime import date

import pytest

from matching.rules.statute.fostering_terms import age_within_terms_for_the_whole_stay as rule
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, judge
from tests.rules.people import carers, carers_on, registered

START, LAST_AT_11, TWELFTH_BIRTHDAY = date(2026, 12, 1), date(2027, 5, 31), date(2027, 6, 1)
LEAP_DAY = date(2016, 2, 29)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param(date(2015, 12, 2), PROHIBITED, id="11 on the second day"),
        pytest.param(date(2015, 12, 1), MET, id="11 on the first day"),
        pytest.param(date(2015, 11, 30), MET, id="11 on the eve"),
        pytest.param(date(2013, 12, 2), MET, id="13 on the second day, and for the whole stay"),
        pytest.param(date(2012, 12, 2), PROHIBITED, id="14 on the second day"),
        pytest.param(date(2012, 12, 1), PROHIBITED, id="14 on the first day"),
    ],
)
def test_the_first_day_lies_within_the_terms(born, expected):
    home = carers_on(age_min=11, age_max=13)
    assert judge(rule, a_child(born=born), home).outcome == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param(LAST_AT_11, MET, id="ends on the eve of the birthday"),
        pytest.param(TWELFTH_BIRTHDAY, PROHIBITED, id="ends on the birthday"),
    ],
)
def test_the_last_day_lies_within_the_terms(end, expected):
    assert judge(rule, home=carers_on(age_max=11), referral=a_referral(expected_end=end)).outcome == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(date(2027, 2, 28), date(2027, 3, 31), PROHIBITED, id="10 on 28 February"),
        pytest.param(date(2027, 3, 1), date(2027, 3, 31), MET, id="11 on 1 March"),
        pytest.param(date(2028, 1, 1), date(2028, 2, 28), MET, id="still 11 on 28 February of a leap year"),
        pytest.param(date(2028, 1, 1), date(2028, 2, 29), PROHIBITED, id="12 on 29 February"),
    ],
)
def test_a_child_born_on_29_february_has_a_birthday_every_year(start, end, expected):
    referral = a_referral(start=start, expected_end=end)
    assert judge(rule, a_child(born=LEAP_DAY), carers_on(age_min=11, age_max=11), referral).outcome == expected


@pytest.mark.parametrize(
    ("kind", "end", "oldest", "expected"),
    [
        pytest.param("long_term", None, 17, MET, id="long term, to the eve of 18"),
        pytest.param("long_term", None, 16, PROHIBITED, id="long term, and the terms end at 16"),
        pytest.param("long_term", date(2040, 1, 1), 17, MET, id="beyond 18: care ends with childhood"),
        pytest.param("short_term", None, 16, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param("short_term", None, 10, PROHIBITED, id="too old already, whenever the stay ends"),
    ],
)
def test_the_stay_ends_when_it_is_said_to_or_with_childhood(kind, end, oldest, expected):
    referral = a_referral(kind=kind, expected_end=end)
    assert judge(rule, home=carers_on(age_max=oldest), referral=referral).outcome == expected


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param({"age_max": 17}, id="approved to 17, and care ends at 18"),
        pytest.param({}, id="approved without a limit"),
    ],
)
def test_a_stay_without_an_end_cannot_outlast_terms_that_reach_to_18(terms):
    assert judge(rule, home=carers_on(**terms), referral=a_referral(expected_end=None)).outcome == MET


@pytest.mark.parametrize(
    ("emergency", "home", "expected"),
    [
        pytest.param(True, carers_on(age_max=10), NEEDS_APPROVAL, id="outside, in an emergency"),
        pytest.param(False, carers_on(age_max=10), PROHIBITED, id="outside, and no emergency"),
        pytest.param(None, carers_on(age_max=10), CANNOT_TELL, id="outside, and nobody said whether it is one"),
        pytest.param(None, carers_on(age_max=17), MET, id="inside, whether it is one or not"),
        pytest.param(True, carers(terms=None), CANNOT_TELL, id="terms not recorded, in an emergency"),
        pytest.param(False, carers(terms=None), CANNOT_TELL, id="terms not recorded"),
        pytest.param(False, a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(False, carers_on(), MET, id="a limit that is left out is no limit"),
        pytest.param(False, carers("connected_foster", status="none", terms=None), MET, id="regulation 24 judges"),
        pytest.param(False, registered(age_min=16), MET, id="a children's home"),
    ],
)
def test_only_an_emergency_opens_the_terms(emergency, home, expected):
    assert judge(rule, home=home, referral=a_referral(emergency=emergency)).outcome == expected


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 12, 2), id="a Tuesday, over one weekend"),
        pytest.param(date(2026, 11, 27), date(2026, 12, 7), id="a Friday, over two"),
        pytest.param(date(2026, 11, 28), date(2026, 12, 7), id="a Saturday"),
        pytest.param(date(2026, 12, 23), date(2027, 1, 5), id="Christmas, Boxing Day kept on the Monday, New Year"),
        pytest.param(date(2026, 12, 25), date(2027, 1, 6), id="Christmas Day itself"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 5), id="Good Friday and Easter Monday"),
        pytest.param(date(2027, 4, 29), date(2027, 5, 10), id="the May bank holiday"),
    ],
)
def test_an_emergency_outside_the_terms_stops_after_six_working_days(start, stop):
    referral = a_referral(emergency=True, start=start, expected_end=date(2027, 6, 1))
    finding = judge(rule, home=carers_on(age_max=10), referral=referral)
    assert (finding.outcome, finding.by, finding.approver) == (NEEDS_APPROVAL, stop, "fostering_service")
