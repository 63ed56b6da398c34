"""Registration, registered places, and what a home's statement of purpose is for."""

from datetime import date
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.statute.registered_homes import (
    home_is_registered,
    within_registered_places,
    within_the_statement_of_purpose,
)
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, judge
from tests.rules.people import brother_or_sister, people, registered

LIVES_THERE = a_child(current_home="oak")
START, END = date(2026, 12, 1), date(2027, 6, 1)
UNRECORDED = a_home(kind="childrens_home", registration=None)
WITHOUT_LIMITS = a_home(kind="childrens_home", registration={"status": "registered"})


@pytest.mark.parametrize(
    ("home", "child", "expected"),
    [
        pytest.param(registered(), a_child(), MET, id="registered, and open"),
        pytest.param(registered(status="not_registered"), a_child(), PROHIBITED, id="not registered"),
        pytest.param(registered(status="suspended"), a_child(), PROHIBITED, id="suspended"),
        pytest.param(registered(status="cancelled"), a_child(), PROHIBITED, id="cancelled"),
        pytest.param(registered(status="cancelled"), LIVES_THERE, PROHIBITED, id="cancelled, and she lives there"),
        pytest.param(registered(status=None), a_child(), CANNOT_TELL, id="registered or not is not recorded"),
        pytest.param(UNRECORDED, a_child(), CANNOT_TELL, id="no registration is recorded"),
        pytest.param(registered(restricted=True), a_child(), PROHIBITED, id="new admissions are restricted"),
        pytest.param(registered(restricted=True), LIVES_THERE, MET, id="restricted, and she lives there"),
        pytest.param(
            a_home(kind="childrens_home", household=None, registration={"status": "registered", "restricted": True}),
            a_child(current_home=None),
            CANNOT_TELL,
            id="restricted, and nobody recorded whether she lives there",
        ),
        pytest.param(registered(restricted=None), a_child(), CANNOT_TELL, id="restricted or not is not recorded"),
        pytest.param(registered(restricted=None), LIVES_THERE, MET, id="restricted or not, she lives there"),
        pytest.param(registered("family_centre", status="cancelled"), a_child(), PROHIBITED, id="a family centre"),
        pytest.param(
            registered("supported_accommodation", status="cancelled"), a_child(), MET, id="regulation 27C judges that"
        ),
        pytest.param(a_home(), a_child(), MET, id="foster carers"),
    ],
)
def test_a_childrens_home_is_registered_and_open_to_admissions(home, child, expected):
    assert judge(home_is_registered, child, home).outcome == expected


def places(household: Any, count: int | None = 2, kind: str = "childrens_home") -> Home:
    return a_home(kind=kind, household=household, registration={"status": "registered", "capacity": count})


RESIDENTS = people(2, relation="resident")
SOMEBODY = a_member(id="y1", relation=None)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(places(RESIDENTS[:1]), MET, id="the second, of two"),
        pytest.param(places(RESIDENTS), PROHIBITED, id="the third, of two"),
        pytest.param(places(people(2)), PROHIBITED, id="looked-after children are residents"),
        pytest.param(places(people(2, relation="adult")), MET, id="adults are not"),
        pytest.param(places([*RESIDENTS[:1], a_member(id="amy", relation="resident")]), MET, id="she lives there"),
        pytest.param(places([*RESIDENTS[:1], SOMEBODY]), CANNOT_TELL, id="two or three, of two"),
        pytest.param(places([*RESIDENTS, SOMEBODY]), PROHIBITED, id="three or four, of two"),
        pytest.param(places(None), CANNOT_TELL, id="nobody recorded who lives there"),
        pytest.param(places(None, 0), PROHIBITED, id="whoever lives there, one is too many"),
        pytest.param(places(people(9), None), MET, id="a limit that is left out is no limit"),
        pytest.param(UNRECORDED, CANNOT_TELL, id="no registration is recorded"),
        pytest.param(places(RESIDENTS, kind="family_centre"), PROHIBITED, id="a family centre"),
        pytest.param(places(RESIDENTS, kind="residential_school"), PROHIBITED, id="a residential school"),
        pytest.param(places(RESIDENTS, kind="supported_accommodation"), PROHIBITED, id="supported accommodation"),
        pytest.param(a_home(household=people(9)), MET, id="foster carers"),
    ],
)
def test_no_more_residents_than_registered_places(home, expected):
    assert judge(within_registered_places, home=home).outcome == expected


def test_without_a_limit_it_does_not_matter_how_many_live_there():
    assert judge(within_registered_places, home=places(None, None)).outcome == MET


def test_all_who_arrive_together_take_a_place():
    referral = a_referral(children=["amy", "bea"])
    home = places(RESIDENTS[:1])
    assert judge(within_registered_places, home=home, referral=referral, others=[brother_or_sister()]).outcome == (
        PROHIBITED
    )


@pytest.mark.parametrize(
    ("born", "end", "expected"),
    [
        pytest.param(date(2015, 12, 2), END, PROHIBITED, id="11 on the second day"),
        pytest.param(date(2015, 12, 1), END, MET, id="11 on the first day"),
        pytest.param(date(2013, 6, 2), END, MET, id="14 on the day after the last"),
        pytest.param(date(2013, 6, 1), END, PROHIBITED, id="14 on the last day"),
        pytest.param(date(2012, 12, 1), END, PROHIBITED, id="14 on the first day"),
        pytest.param(date(2016, 2, 29), END, PROHIBITED, id="born on 29 February, 10 at the start"),
        pytest.param(date(2014, 1, 1), None, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param(date(2012, 12, 1), None, PROHIBITED, id="too old already, whenever the stay ends"),
        pytest.param(date(2015, 12, 2), None, PROHIBITED, id="too young, whenever the stay ends"),
    ],
)
def test_the_whole_stay_lies_within_the_statement_of_purpose(born, end, expected):
    home, referral = registered(age_min=11, age_max=13), a_referral(expected_end=end)
    assert judge(within_the_statement_of_purpose, a_child(born=born), home, referral).outcome == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(date(2027, 2, 28), PROHIBITED, id="10 on 28 February"),
        pytest.param(date(2027, 3, 1), MET, id="11 on 1 March"),
    ],
)
def test_a_child_born_on_29_february_is_a_year_older_on_1_march(start, expected):
    child, referral = a_child(born=date(2016, 2, 29)), a_referral(start=start)
    home = registered(age_min=11)
    assert judge(within_the_statement_of_purpose, child, home, referral).outcome == expected


@pytest.mark.parametrize(
    ("home", "sex", "expected"),
    [
        pytest.param(registered(sex="any"), None, MET, id="any child, whatever the sex"),
        pytest.param(registered(sex="F"), "F", MET, id="girls only, a girl"),
        pytest.param(registered(sex="F"), "M", PROHIBITED, id="girls only, a boy"),
        pytest.param(registered(sex="M"), "F", PROHIBITED, id="boys only, a girl"),
        pytest.param(registered(sex="M"), "M", MET, id="boys only, a boy"),
        pytest.param(registered(sex="M"), None, CANNOT_TELL, id="boys only, sex not recorded"),
        pytest.param(registered(sex="M"), "U", CANNOT_TELL, id="boys only, sex recorded as unknown"),
        pytest.param(registered(sex="M", age_min=16), None, PROHIBITED, id="too young, whatever the sex"),
        pytest.param(WITHOUT_LIMITS, "F", MET, id="a limit that is left out is no limit"),
        pytest.param(UNRECORDED, "F", CANNOT_TELL, id="no registration is recorded"),
        pytest.param(registered("residential_school", sex="M"), "F", MET, id="not a children's home"),
        pytest.param(a_home(), "F", MET, id="foster carers"),
    ],
)
def test_a_childrens_home_takes_whom_its_statement_of_purpose_is_for(home, sex, expected):
    assert judge(within_the_statement_of_purpose, a_child(sex=sex), home).outcome == expected


def test_a_stay_without_an_end_cannot_outlast_a_statement_of_purpose_without_a_limit():
    referral = a_referral(expected_end=None)
    assert judge(within_the_statement_of_purpose, home=WITHOUT_LIMITS, referral=referral).outcome == MET
