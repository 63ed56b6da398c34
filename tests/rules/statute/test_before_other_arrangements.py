"""Regulation 27: what is done for one child before 'other arrangements' are used."""

from datetime import timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.statute.other_arrangements import before_other_arrangements as rule
from tests.builders import a_child, a_home, a_member
from tests.rules.judging import CANNOT_TELL, MET, TODAY, judge
from tests.rules.people import registered

TOMORROW = TODAY + timedelta(days=1)
DONE = {"child": "amy", "suitable_on": TODAY, "visited_on": TODAY, "iro_informed_on": TODAY}
STEPS = ("suitable_on", "visited_on", "iro_informed_on")
OTHERWISE = ("supported_accommodation", "residential_school", "family_centre", "other_arrangements")


def other(*checks: dict[str, Any], kind: str = "other_arrangements", **changes: Any) -> Home:
    return a_home(**({"kind": kind, "checks": list(checks)} | changes))


def checked(**changes: Any) -> Home:
    return other(DONE | changes)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(checked(), MET, id="all three done today"),
        *(pytest.param(checked(**{s: TOMORROW}), CANNOT_TELL, id=f"{s}: tomorrow") for s in STEPS),
        *(pytest.param(checked(**{s: False}), CANNOT_TELL, id=f"{s}: known not to be done") for s in STEPS),
        *(pytest.param(checked(**{s: None}), CANNOT_TELL, id=f"{s}: not recorded") for s in STEPS),
        pytest.param(
            checked(visited_on=False, visit_not_practicable_because="she is in hospital"),
            MET,
            id="not visited, and it is recorded why that was not practicable",
        ),
        pytest.param(
            checked(suitable_on=False, visit_not_practicable_because="she is in hospital"),
            CANNOT_TELL,
            id="which does not make it suitable",
        ),
        pytest.param(checked(child="bea"), CANNOT_TELL, id="done for another child"),
        pytest.param(checked(child=None), CANNOT_TELL, id="for whom is not recorded"),
        pytest.param(other(), CANNOT_TELL, id="nothing was done"),
        pytest.param(other(checks=None), CANNOT_TELL, id="nothing is recorded"),
        pytest.param(
            other(DONE | {"visited_on": None}, DONE | {"suitable_on": None, "iro_informed_on": None}),
            MET,
            id="recorded in two parts",
        ),
        pytest.param(
            other(DONE | {"child": "bea", "suitable_on": False}, DONE), MET, id="another child's is hers alone"
        ),
    ],
)
def test_it_is_found_suitable_visited_and_told_beforehand(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_it_says_what_is_to_be_done_first():
    finding = judge(rule, home=checked(suitable_on=False))
    assert finding.because.startswith("first it is to be found suitable")
    assert {m.fact for m in finding.missing} == {"pair.found_suitable"}


@pytest.mark.parametrize("kind", OTHERWISE)
@pytest.mark.parametrize(
    ("checks", "expected"), [pytest.param([DONE], MET, id="done"), pytest.param([], CANNOT_TELL, id="not done")]
)
def test_it_is_for_every_kind_of_other_arrangement(kind, checks, expected):
    assert judge(rule, home=other(*checks, kind=kind)).outcome == expected


@pytest.mark.parametrize("kind", ["foster", "connected_foster", "parent", "childrens_home", "secure"])
def test_it_is_not_for_other_kinds_of_home(kind):
    assert judge(rule, home=other(kind=kind)).outcome == MET


@pytest.mark.parametrize(
    ("current_home", "household", "expected"),
    [
        pytest.param("oak", [], MET, id="by her own record"),
        pytest.param("previous", [a_member(id="amy")], MET, id="by the home's"),
        pytest.param(None, None, CANNOT_TELL, id="neither says"),
    ],
)
def test_who_lives_there_already_is_not_moving_there(current_home, household, expected):
    home = other(household=household)
    assert judge(rule, a_child(current_home=current_home), home).outcome == expected


def test_a_registered_home_is_checked_too():
    assert judge(rule, home=registered("supported_accommodation")).outcome == CANNOT_TELL
