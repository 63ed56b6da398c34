"""Regulations 27A and 27C: who may live in 'other arrangements', and in which."""

from datetime import date
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.rulebook import rulebook_on
from matching.rules.statute.other_arrangements import (
    at_16_only_registered_or_excepted,
    under_16_only_in_a_listed_setting,
)
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, judge
from tests.rules.people import registered

START, END = date(2026, 12, 1), date(2027, 6, 1)
FIFTEEN, SIXTEEN = date(2010, 12, 2), date(2010, 12, 1)
"""Turns 16 on the second day, and on the first."""

BOTH_LIST = ("care_home", "hospital", "family_centre", "school", "holiday_scheme")
FROM_16 = ("fe_institution", "academy_16_19")


def other(setting: str | None) -> Home:
    return a_home(kind="other_arrangements", setting=setting)


def supported(**changes: Any) -> Home:
    return registered("supported_accommodation", **changes)


@pytest.mark.parametrize(
    ("born", "home", "expected"),
    [
        *(pytest.param(FIFTEEN, other(listed), MET, id=f"15, {listed}") for listed in BOTH_LIST),
        *(pytest.param(FIFTEEN, other(later), PROHIBITED, id=f"15, {later}") for later in FROM_16),
        pytest.param(FIFTEEN, other("none"), PROHIBITED, id="15, unlisted setting"),
        pytest.param(FIFTEEN, other(None), CANNOT_TELL, id="15, the setting is not recorded"),
        pytest.param(FIFTEEN, supported(), PROHIBITED, id="15, supported accommodation"),
        pytest.param(FIFTEEN, registered("residential_school"), MET, id="15, a residential school is a school"),
        pytest.param(FIFTEEN, registered("family_centre"), MET, id="15, a residential family centre"),
        pytest.param(SIXTEEN, other("none"), MET, id="16 on the first day"),
        pytest.param(SIXTEEN, other(None), MET, id="16, whatever the setting"),
        pytest.param(FIFTEEN, a_home(), MET, id="15, foster carers"),
        pytest.param(FIFTEEN, registered(), MET, id="15, a children's home"),
        pytest.param(FIFTEEN, a_home(kind="parent"), MET, id="15, with a parent"),
    ],
)
def test_under_16_only_in_a_listed_setting(born, home, expected):
    assert judge(under_16_only_in_a_listed_setting, a_child(born=born), home).outcome == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(date(2028, 2, 28), PROHIBITED, id="15 on 28 February"),
        pytest.param(date(2028, 2, 29), MET, id="16 on 29 February"),
    ],
)
def test_a_child_born_on_29_february_is_16_on_that_day(start, expected):
    referral = a_referral(start=start, expected_end=date(2028, 6, 1))
    child = a_child(born=date(2012, 2, 29))
    assert judge(under_16_only_in_a_listed_setting, child, supported(), referral).outcome == expected


def test_an_emergency_does_not_lift_the_bar_on_under_16s():
    referral = a_referral(emergency=True)
    assert judge(under_16_only_in_a_listed_setting, a_child(born=FIFTEEN), supported(), referral).outcome == PROHIBITED


@pytest.mark.parametrize(
    ("disputed", "born", "home", "expected"),
    [
        pytest.param(True, SIXTEEN, supported(), CANNOT_TELL, id="said to be 16"),
        pytest.param(True, FIFTEEN, supported(), CANNOT_TELL, id="said to be 15"),
        pytest.param(None, SIXTEEN, supported(), CANNOT_TELL, id="nobody recorded whether the age is disputed"),
        pytest.param(True, FIFTEEN, other("care_home"), MET, id="a listed setting, whatever the age"),
        pytest.param(True, FIFTEEN, a_home(), MET, id="foster carers, whatever the age"),
    ],
)
def test_whether_a_child_of_disputed_age_is_under_16_cannot_be_told(disputed, born, home, expected):
    child = a_child(born=born, age_disputed=disputed)
    assert judge(under_16_only_in_a_listed_setting, child, home).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        *(pytest.param(other(setting), MET, id=setting) for setting in (*BOTH_LIST, *FROM_16)),
        pytest.param(other("none"), PROHIBITED, id="unlisted setting"),
        pytest.param(other(None), CANNOT_TELL, id="the setting is not recorded"),
        pytest.param(registered("residential_school"), MET, id="a residential school is a school"),
        pytest.param(registered("family_centre"), MET, id="a residential family centre"),
        pytest.param(supported(status="registered"), MET, id="registered supported accommodation"),
        pytest.param(supported(status="not_registered"), PROHIBITED, id="not registered"),
        pytest.param(supported(status="suspended"), PROHIBITED, id="suspended"),
        pytest.param(supported(status="cancelled"), PROHIBITED, id="cancelled"),
        pytest.param(supported(status=None), CANNOT_TELL, id="registered or not is not recorded"),
        pytest.param(
            a_home(kind="supported_accommodation", registration=None), CANNOT_TELL, id="no registration is recorded"
        ),
        pytest.param(a_home(), MET, id="foster carers"),
        pytest.param(registered(status="not_registered"), MET, id="a children's home: the Care Standards Act judges"),
    ],
)
def test_at_16_only_registered_supported_accommodation_or_an_excepted_setting(home, expected):
    assert judge(at_16_only_registered_or_excepted, a_child(born=SIXTEEN), home).outcome == expected


@pytest.mark.parametrize(
    ("born", "end", "expected"),
    [
        pytest.param(date(2011, 6, 2), END, MET, id="16 on the day after the last: 27A judges the whole stay"),
        pytest.param(date(2011, 6, 1), END, PROHIBITED, id="16 on the last day"),
        pytest.param(date(2009, 1, 1), END, PROHIBITED, id="17"),
        pytest.param(date(2011, 6, 2), None, CANNOT_TELL, id="under 16, and nobody said when the stay ends"),
    ],
)
def test_it_judges_a_stay_that_reaches_16(born, end, expected):
    referral = a_referral(expected_end=end)
    assert judge(at_16_only_registered_or_excepted, a_child(born=born), other("none"), referral).outcome == expected


def test_at_16_it_does_not_matter_when_the_stay_ends():
    referral = a_referral(expected_end=None)
    finding = judge(at_16_only_registered_or_excepted, a_child(born=SIXTEEN), other("none"), referral)
    assert finding.outcome == PROHIBITED


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        pytest.param(under_16_only_in_a_listed_setting, date(2021, 9, 9), id="under 16"),
        pytest.param(at_16_only_registered_or_excepted, date(2023, 10, 28), id="16 and 17"),
    ],
)
def test_each_binds_from_its_first_day(rule, first):
    assert rule not in rulebook_on(date.fromordinal(first.toordinal() - 1)).rules
    assert rule in rulebook_on(first).rules
