"""Local policy: a home meets everything that the referral says it cannot do without."""

from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.policy.placing import what_the_referral_requires as rule
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, judge
from tests.rules.people import brother_or_sister, registered

SOMEBODY = a_member(id="y1", relation=None)
OWN_CHILD, ADULT = a_member(id="o1", relation="own_child"), a_member(id="a1", relation="adult")


def asked(*required: str) -> Any:
    return a_referral(required=list(required))


@pytest.mark.parametrize(
    ("required", "home", "expected"),
    [
        pytest.param([], a_home(), MET, id="nothing"),
        pytest.param(None, a_home(), CANNOT_TELL, id="what is required is not recorded"),
        pytest.param(["two_carers"], a_home(carers=2), MET, id="two carers, and there are two"),
        pytest.param(["two_carers"], a_home(carers=3), MET, id="two carers, and there are three"),
        pytest.param(["two_carers"], a_home(carers=1), PROHIBITED, id="two carers, and there is one"),
        pytest.param(["two_carers"], a_home(carers=None), CANNOT_TELL, id="two carers, how many is not recorded"),
        pytest.param(["no_pets"], a_home(pets=False), MET, id="no pets, and there are none"),
        pytest.param(["no_pets"], a_home(pets=True), PROHIBITED, id="no pets, and there are"),
        pytest.param(["no_pets"], a_home(pets=None), CANNOT_TELL, id="no pets, and nobody recorded whether"),
        *(pytest.param([w], a_home(smoking=False), MET, id=f"{w}: no") for w in ("non_smoking", "no_smoking")),
        *(pytest.param([w], a_home(smoking=True), PROHIBITED, id=f"{w}: yes") for w in ("non_smoking", "no_smoking")),
        pytest.param(["non_smoking"], a_home(smoking=None), CANNOT_TELL, id="smoking is not recorded"),
        pytest.param(["wet_room"], a_home(access=["wet_room"]), MET, id="another word, among the access"),
        pytest.param(["night_staff"], a_home(support=["night_staff"]), MET, id="another word, among the support"),
        pytest.param(["wet_room"], a_home(access=[], support=[]), CANNOT_TELL, id="another word, and never no"),
        pytest.param(["wet_room"], a_home(access=None, support=None), CANNOT_TELL, id="another word, nothing recorded"),
        pytest.param(["wet_room", "no_pets"], a_home(pets=True), PROHIBITED, id="one unknown, one not met"),
        pytest.param(["wet_room", "no_pets"], a_home(pets=False), CANNOT_TELL, id="one unknown, one met"),
        pytest.param(["two_carers", "no_pets"], a_home(), MET, id="both met"),
    ],
)
def test_a_home_meets_all_that_is_required(required, home, expected):
    assert judge(rule, home=home, referral=a_referral(required=required)).outcome == expected


@pytest.mark.parametrize("word", ["no_other_children", "solo"])
@pytest.mark.parametrize(
    ("household", "expected"),
    [
        pytest.param([], MET, id="nobody lives there"),
        pytest.param([a_member()], PROHIBITED, id="a fostered child does"),
        pytest.param([OWN_CHILD], PROHIBITED, id="the carers' own child does"),
        pytest.param([ADULT], MET, id="an adult does"),
        pytest.param([a_member(id="amy")], MET, id="only she herself does"),
        pytest.param([SOMEBODY], CANNOT_TELL, id="somebody, child or adult"),
        pytest.param([SOMEBODY, OWN_CHILD], PROHIBITED, id="somebody, and a child"),
        pytest.param(None, CANNOT_TELL, id="who lives there is not recorded"),
    ],
)
def test_alone_is_without_other_children_in_the_home(word, household, expected):
    assert judge(rule, home=a_home(household=household), referral=asked(word)).outcome == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("no_other_children", MET, id="no other children"),
        pytest.param("solo", PROHIBITED, id="solo"),
    ],
)
def test_solo_is_without_brothers_and_sisters_who_arrive_too(word, expected):
    referral = a_referral(children=["amy", "bea"], required=[word])
    assert judge(rule, home=a_home(), referral=referral, others=[brother_or_sister()]).outcome == expected


def test_a_child_there_by_her_own_record_is_another_child():
    ben = a_child(id="ben", current_home="oak")
    assert judge(rule, home=a_home(household=[]), referral=asked("solo"), others=[ben]).outcome == PROHIBITED


def parents(**changes: Any) -> Home:
    return a_home(kind="parent", **changes)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(registered(), MET, id="a children's home"),
        pytest.param(registered("residential_school"), MET, id="a residential school"),
        *(
            pytest.param(a_home(kind=k), CANNOT_TELL, id=f"{k}: people decide")
            for k in ("foster", "connected_foster", "foster_for_adoption")
        ),
        pytest.param(parents(), CANNOT_TELL, id="a parent: never no"),
        pytest.param(parents(support=["residential_care"]), MET, id="a parent whose support lists it"),
        pytest.param(a_home(kind="family_centre"), CANNOT_TELL, id="a family centre: never no"),
    ],
)
def test_residential_care_is_a_childrens_home_or_a_residential_school(home, expected):
    assert judge(rule, home=home, referral=asked("residential_care")).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(pets=True), CANNOT_TELL, id="foster carers: people decide, whatever else"),
        pytest.param(a_home(kind="childrens_home", pets=True), PROHIBITED, id="a children's home with pets"),
    ],
)
def test_what_else_is_required_is_asked_where_residential_care_can_be_met(home, expected):
    assert judge(rule, home=home, referral=asked("residential_care", "no_pets")).outcome == expected


def test_it_says_what_is_required_and_not_met():
    finding = judge(rule, home=a_home(pets=True, carers=1), referral=asked("two_carers", "no_pets"))
    assert finding.because == "does not meet all that is required: two carers, no pets"


def test_a_foster_home_says_that_people_decide():
    finding = judge(rule, referral=asked("residential_care"))
    assert finding.because == "residential care is recorded as needed: people decide whether a foster home will do"
