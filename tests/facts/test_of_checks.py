"""What homes recorded about one child's coming: the checks of regulation 27, and the impact on those there."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.facts.catalogue import pair
from tests.builders import a_child, a_home, a_referral
from tests.facts.laying_out import TODAY, laid_out, value_of

A_DAY, TWO_WEEKS = timedelta(days=1), timedelta(days=14)
ON = TODAY - A_DAY
STEPS = (pair.found_suitable, pair.visited, pair.officer_informed)
FIELDS = ("suitable_on", "visited_on", "iro_informed_on")


def of_her(outcome: str | None, child: str | None = "amy", on: Any = ON) -> list[Any]:
    return [{"child": child, "outcome": outcome, "on": on}]


@pytest.mark.parametrize(
    ("assessments", "accepted", "rejected"),
    [
        pytest.param(of_her("accept"), True, False, id="accepted"),
        pytest.param(of_her("accept_with_conditions"), True, False, id="accepted with conditions"),
        pytest.param(of_her("reject"), False, True, id="rejected"),
        pytest.param(of_her(None), None, None, id="without its outcome"),
        pytest.param(of_her("accept", on=None), None, False, id="accepted, without its day"),
        pytest.param(of_her("reject", on=None), False, None, id="rejected, without its day"),
        pytest.param(of_her("accept", on=TODAY - TWO_WEEKS), True, False, id="accepted 14 days ago"),
        pytest.param(of_her("accept", on=TODAY - TWO_WEEKS - A_DAY), False, False, id="accepted 15 days ago"),
        pytest.param(of_her("reject", on=TODAY - TWO_WEEKS - A_DAY), False, True, id="rejected 15 days ago"),
        pytest.param(of_her("accept", on=TODAY), True, False, id="accepted on the day"),
        pytest.param(of_her("accept", on=TODAY + A_DAY), False, False, id="to be accepted the day after"),
        pytest.param(of_her("reject", on=TODAY + A_DAY), False, False, id="to be rejected the day after"),
        pytest.param(of_her("accept", on=False), False, False, id="known not to have been made"),
        pytest.param(of_her("accept", child="ben"), False, False, id="of another child"),
        pytest.param(of_her("accept", child=None), None, False, id="of whom is not recorded"),
        pytest.param(of_her("reject", child=None), False, None, id="rejected, whom is not recorded"),
        pytest.param([*of_her("accept"), *of_her("reject")], True, True, id="accepted, and rejected"),
        pytest.param([], False, False, id="none"),
        pytest.param(None, False, False, id="none recorded has not been given"),
    ],
)
def test_the_homes_assessment_accepts_the_child_or_rejects_her(assessments, accepted, rejected):
    there = [a_home(kind="childrens_home", run_by="private", impact_assessments=assessments)]
    assert value_of(pair.impact_accepted, homes=there) is accepted
    assert value_of(pair.impact_rejected, homes=there) is rejected


def checks(*recorded: Any) -> list[bool | None]:
    """The three steps, of a home that recorded these checks."""
    there = a_home(kind="other_arrangements", checks=list(recorded))
    row = laid_out(homes=[there]).frames[0].to_dicts()[0]
    return [row[step.name] for step in STEPS]


@pytest.mark.parametrize("step", range(3), ids=FIELDS)
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(TODAY, True, id="today"),
        pytest.param(TODAY + A_DAY, False, id="tomorrow"),
        pytest.param(False, False, id="known not to be done"),
        pytest.param(None, None, id="not recorded"),
    ],
)
def test_each_step_is_done_by_its_day(step, day, expected):
    done: list[Any] = [True, True, True]
    done[step] = expected
    said = {"child": "amy"} | dict.fromkeys(FIELDS, TODAY) | {FIELDS[step]: day}
    assert checks(said) == done


@pytest.mark.parametrize("visited", [False, None, TODAY + A_DAY])
def test_a_visit_that_was_not_practicable_is_made_up_for_by_the_reason(visited):
    said = {"child": "amy", "visited_on": visited, "visit_not_practicable_because": "she is in hospital"}
    assert checks(said)[1] is True


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        pytest.param([], False, id="nothing was checked"),
        pytest.param([{"child": "ben", "suitable_on": TODAY}], False, id="for another child"),
        pytest.param([{"suitable_on": TODAY}], None, id="for whom is not recorded"),
        pytest.param([{"suitable_on": False}], None, id="for whom is not recorded, and another check may be hers"),
        pytest.param([{"suitable_on": TODAY}, {"child": "amy", "suitable_on": TODAY}], True, id="one of two is hers"),
        pytest.param([{"child": "amy"}, {"child": "amy", "suitable_on": TODAY}], True, id="in the second of hers"),
    ],
)
def test_a_check_is_of_one_child(recorded, expected):
    assert checks(*recorded)[0] is expected


def test_where_no_checks_are_recorded_nobody_knows():
    assert value_of(pair.found_suitable, homes=[a_home(kind="other_arrangements", checks=None)]) is None


def test_one_homes_records_are_not_anothers():
    homes = [
        a_home(checks=[{"child": "amy", "suitable_on": TODAY}], impact_assessments=of_her("accept")),
        a_home(id="elm", checks=[], impact_assessments=[]),
    ]
    frame = laid_out(homes=homes).frames[0]
    assert frame[pair.found_suitable.name].to_list() == [True, False]
    assert frame[pair.impact_accepted.name].to_list() == [True, False]


def test_each_of_those_who_arrive_has_her_own():
    children = [a_child(), a_child(id="bea")]
    homes = [a_home(impact_assessments=of_her("accept"), checks=[{"child": "bea", "suitable_on": date(2026, 11, 1)}])]
    frames = laid_out(children, homes, a_referral(children=["amy", "bea"])).frames
    assert [frame[pair.impact_accepted.name][0] for frame in frames] == [True, False]
    assert [frame[pair.found_suitable.name][0] for frame in frames] == [False, True]
