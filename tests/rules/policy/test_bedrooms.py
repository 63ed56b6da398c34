"""Local policy: fostered children have a bedroom of their own from the age of three."""

from datetime import date
from typing import Any

import pytest

from matching.rules.policy.placing import a_bedroom_of_their_own as rule
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, judge
from tests.rules.people import brother_or_sister

START = date(2026, 12, 1)
THREE, TWO = date(2023, 12, 1), date(2023, 12, 2)
"""Turns three on the first day of the stay, and on the second."""


@pytest.mark.parametrize(
    ("born", "rooms", "expected"),
    [
        pytest.param(THREE, 1, MET, id="three on the first day, a bedroom"),
        pytest.param(THREE, 0, NEEDS_APPROVAL, id="three on the first day, no bedroom"),
        pytest.param(TWO, 0, MET, id="three on the second day, no bedroom"),
        pytest.param(date(2015, 6, 1), 0, NEEDS_APPROVAL, id="eleven, no bedroom"),
        pytest.param(THREE, None, CANNOT_TELL, id="how many are free is not recorded"),
    ],
)
def test_from_three_a_child_has_a_bedroom_of_her_own(born, rooms, expected):
    assert judge(rule, a_child(born=born), a_home(bedrooms_free=rooms)).outcome == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(date(2027, 2, 28), MET, id="two on 28 February"),
        pytest.param(date(2027, 3, 1), NEEDS_APPROVAL, id="three on 1 March"),
    ],
)
def test_one_born_on_29_february_is_three_on_1_march(start, expected):
    child, referral = a_child(born=date(2024, 2, 29)), a_referral(start=start)
    assert judge(rule, child, a_home(bedrooms_free=0), referral).outcome == expected


@pytest.mark.parametrize(
    ("current_home", "household", "expected"),
    [
        pytest.param("oak", [], MET, id="she sleeps there"),
        pytest.param("previous", [a_member(id="amy")], MET, id="she sleeps there, by the home's record"),
        pytest.param("previous", [], NEEDS_APPROVAL, id="she does not"),
        pytest.param(None, None, CANNOT_TELL, id="whether she does is not recorded"),
    ],
)
def test_who_lives_there_already_has_one(current_home, household, expected):
    home = a_home(bedrooms_free=0, household=household)
    assert judge(rule, a_child(current_home=current_home), home).outcome == expected


@pytest.mark.parametrize(
    ("bea", "rooms", "expected"),
    [
        pytest.param({}, 2, MET, id="a bedroom for each"),
        pytest.param({}, 1, NEEDS_APPROVAL, id="one for two"),
        pytest.param({"born": TWO}, 1, MET, id="one for the elder, the younger is two"),
        pytest.param({"current_home": "oak"}, 1, MET, id="one for the one who does not live there"),
    ],
)
def test_every_arriving_child_of_that_age_needs_one(bea: Any, rooms, expected):
    referral = a_referral(children=["amy", "bea"])
    finding = judge(rule, home=a_home(bedrooms_free=rooms), referral=referral, others=[brother_or_sister(**bea)])
    assert finding.outcome == expected


def test_the_fostering_service_assesses_whether_they_may_share():
    finding = judge(rule, home=a_home(bedrooms_free=0))
    assert (finding.approver, finding.by) == ("fostering_service", START)
    assert (
        finding.because == "1 of those who arrive need a bedroom, 0 free: the service assesses whether they may share"
    )


@pytest.mark.parametrize("kind", ["connected_foster", "foster_for_adoption"])
def test_it_is_for_every_kind_of_fostering(kind):
    assert judge(rule, home=a_home(kind=kind, bedrooms_free=0)).outcome == NEEDS_APPROVAL


@pytest.mark.parametrize("kind", ["childrens_home", "parent", "supported_accommodation"])
def test_it_is_for_fostering_only(kind):
    assert judge(rule, home=a_home(kind=kind, bedrooms_free=0)).outcome == MET


@pytest.mark.parametrize(("age", "expected"), [(12, MET), (11, NEEDS_APPROVAL)])
def test_local_policy_says_from_which_age(age, expected):
    assert judge(rule, home=a_home(bedrooms_free=0), figures={"own_bedroom_from_age": age}).outcome == expected
