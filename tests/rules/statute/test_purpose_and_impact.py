"""Children's Homes Regulations: the needs that a home is for, and the impact on those who live there."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.statute.registered_homes import (
    impact_on_those_there,
    needs_within_the_statement_of_purpose,
)
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import registered

A_DAY, TWO_WEEKS = timedelta(days=1), timedelta(days=14)
START = date(2026, 12, 1)
LISTED, UNLISTED = "education_learning", "physical_health"
LIVES_THERE = a_child(current_home="oak")


@pytest.mark.parametrize(
    ("needs", "home", "expected"),
    [
        pytest.param({LISTED: 4}, registered(needs=[LISTED]), MET, id="a need that is listed"),
        pytest.param({UNLISTED: 2}, registered(needs=[LISTED]), NEEDS_APPROVAL, id="level 2, not listed"),
        pytest.param({UNLISTED: 1}, registered(needs=[LISTED]), MET, id="level 1 is no need"),
        pytest.param({UNLISTED: 0}, registered(needs=[LISTED]), MET, id="level 0"),
        pytest.param({LISTED: 4, UNLISTED: 4}, registered(needs=[LISTED]), NEEDS_APPROVAL, id="one of two is listed"),
        pytest.param({}, registered(needs=[]), MET, id="a domain that is not named is no need"),
        pytest.param({UNLISTED: 2}, registered(needs=[]), NEEDS_APPROVAL, id="a home for no needs"),
        pytest.param({UNLISTED: 4}, registered(needs=None), MET, id="a limit that is left out is no limit"),
        pytest.param(None, registered(needs=[LISTED]), CANNOT_TELL, id="her needs are not recorded"),
        pytest.param(
            {UNLISTED: 2}, a_home(kind="childrens_home", registration=None), CANNOT_TELL, id="no registration"
        ),
        pytest.param({UNLISTED: 4}, registered("residential_school", needs=[]), MET, id="a residential school"),
        pytest.param({UNLISTED: 4}, a_home(), MET, id="foster carers"),
    ],
)
def test_a_childrens_home_is_for_the_needs_of_its_statement_of_purpose(needs, home, expected):
    assert judge(needs_within_the_statement_of_purpose, a_child(needs=needs), home).outcome == expected


@pytest.mark.parametrize(
    ("takes", "emergency", "child", "expected"),
    [
        pytest.param(True, True, a_child(), MET, id="an emergency, and it takes them"),
        pytest.param(False, True, a_child(), NEEDS_APPROVAL, id="an emergency, and it does not"),
        pytest.param(None, True, a_child(), CANNOT_TELL, id="an emergency, and nobody recorded whether it does"),
        pytest.param(False, False, a_child(), MET, id="no emergency"),
        pytest.param(False, None, a_child(), CANNOT_TELL, id="nobody said whether it is one"),
        pytest.param(True, None, a_child(), MET, id="an emergency or not, it takes them"),
        pytest.param(False, True, LIVES_THERE, MET, id="an emergency of one who lives there"),
        pytest.param(False, None, LIVES_THERE, MET, id="she lives there, an emergency or not"),
        pytest.param(
            None, True, a_child(needs={UNLISTED: 2}), NEEDS_APPROVAL, id="an unlisted need, whatever it takes"
        ),
    ],
)
def test_a_childrens_home_takes_emergencies_if_its_statement_of_purpose_says_so(takes, emergency, child, expected):
    home, referral = registered(takes_emergencies=takes), a_referral(emergency=emergency)
    assert judge(needs_within_the_statement_of_purpose, child, home, referral).outcome == expected


@pytest.mark.parametrize(
    ("child", "referral"),
    [
        pytest.param(a_child(needs={UNLISTED: 2}), a_referral(), id="for a need"),
        pytest.param(a_child(), a_referral(emergency=True), id="for an emergency"),
    ],
)
def test_the_registered_manager_approves_what_the_statement_of_purpose_is_not_for(child, referral):
    finding = judge(needs_within_the_statement_of_purpose, child, registered(), referral)
    assert (finding.approver, finding.by) == ("registered_manager", START)


def weighed(outcome: str | None, on: Any = TODAY, child: str | None = "amy") -> dict[str, Any]:
    return {"outcome": outcome, "on": on, "child": child}


def house(*assessments: Mapping[str, Any], kind: str = "childrens_home") -> Home:
    return a_home(kind=kind, impact_assessments=list(assessments))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(house(weighed("accept")), MET, id="accepted today"),
        pytest.param(house(weighed("accept_with_conditions")), MET, id="accepted with conditions"),
        pytest.param(house(weighed("accept", TODAY - TWO_WEEKS)), MET, id="accepted 14 days ago"),
        pytest.param(house(weighed("accept", TODAY - TWO_WEEKS - A_DAY)), NEEDS_APPROVAL, id="accepted 15 days ago"),
        pytest.param(house(weighed("accept", TODAY + A_DAY)), NEEDS_APPROVAL, id="to be accepted tomorrow"),
        pytest.param(house(weighed("accept", False)), NEEDS_APPROVAL, id="known not to be assessed"),
        pytest.param(house(weighed("accept", None)), CANNOT_TELL, id="accepted, when is not recorded"),
        pytest.param(house(weighed("accept", child=None)), CANNOT_TELL, id="accepted, for whom is not recorded"),
        pytest.param(house(weighed("accept", child="bea")), NEEDS_APPROVAL, id="another child accepted"),
        pytest.param(house(weighed(None)), CANNOT_TELL, id="what came of it is not recorded"),
        pytest.param(house(weighed(None, TODAY + A_DAY)), NEEDS_APPROVAL, id="what will come of it tomorrow"),
        pytest.param(house(), NEEDS_APPROVAL, id="no assessment"),
        pytest.param(
            a_home(kind="childrens_home", impact_assessments=None),
            NEEDS_APPROVAL,
            id="an assessment that is not recorded was not given",
        ),
        pytest.param(
            house(weighed("accept", TODAY - 30 * A_DAY), weighed("accept")), MET, id="assessed again, and accepted"
        ),
        pytest.param(house(weighed(None), weighed("accept")), CANNOT_TELL, id="accepted, and one without its outcome"),
    ],
)
def test_a_childrens_home_weighs_the_impact_on_those_there(home, expected):
    assert judge(impact_on_those_there, home=home).outcome == expected


REJECTED = [
    pytest.param(weighed("reject"), PROHIBITED, id="today"),
    pytest.param(weighed("reject", TODAY - 400 * A_DAY), PROHIBITED, id="long ago"),
    pytest.param(weighed("reject", None), CANNOT_TELL, id="when is not recorded"),
    pytest.param(weighed("reject", child=None), CANNOT_TELL, id="whom is not recorded"),
]
EVERY_KIND = ("childrens_home", "residential_school", "supported_accommodation", "foster", "connected_foster", "parent")


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize(("assessment", "expected"), REJECTED)
def test_any_home_that_rejects_the_child_does_not_take_her(kind, assessment, expected):
    assert judge(impact_on_those_there, home=house(assessment, kind=kind)).outcome == expected


@pytest.mark.parametrize(
    ("assessment", "expected"),
    [
        pytest.param(weighed("reject", TODAY + A_DAY), NEEDS_APPROVAL, id="to be rejected tomorrow"),
        pytest.param(weighed("reject", False), NEEDS_APPROVAL, id="known not to be assessed"),
        pytest.param(weighed("reject", child="bea"), NEEDS_APPROVAL, id="another child rejected"),
    ],
)
def test_what_rejects_nobody_yet_leaves_a_childrens_home_unassessed(assessment, expected):
    assert judge(impact_on_those_there, home=house(assessment)).outcome == expected


@pytest.mark.parametrize("kind", [k for k in EVERY_KIND if k != "childrens_home"])
def test_of_other_homes_no_assessment_is_asked(kind):
    assert judge(impact_on_those_there, home=house(kind=kind)).outcome == MET


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(house(), MET, id="no assessment"),
        pytest.param(house(weighed("reject")), PROHIBITED, id="rejected"),
    ],
)
def test_one_who_lives_there_already_needs_none_and_may_be_rejected(home, expected):
    assert judge(impact_on_those_there, LIVES_THERE, home).outcome == expected


def test_the_registered_manager_accepts_before_the_start():
    finding = judge(impact_on_those_there, home=house())
    assert (finding.approver, finding.by) == ("registered_manager", START)
    assert "14 days" in finding.because


@pytest.mark.parametrize(("days", "expected"), [(7, MET), (6, NEEDS_APPROVAL)])
def test_local_policy_says_for_how_long_an_assessment_holds(days, expected):
    home = house(weighed("accept", TODAY - 7 * A_DAY))
    assert judge(impact_on_those_there, home=home, figures={"impact_assessment_holds": days}).outcome == expected
