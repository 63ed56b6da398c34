"""Who is planned together: those asked for together, and brothers and sisters who should be with each other."""

from datetime import date
from typing import Any

import pytest

from matching.domain.codes import Urgency
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.facts.question import ask
from matching.planning.groups import Agenda, agenda
from tests.planning.made import a_panel, beds, sisters


def of(engine: Engine) -> Agenda:
    return agenda([ask(engine.case, r.id, engine.figures) for r in engine.case.referrals])


def grouped(engine: Engine) -> list[tuple[str, ...]]:
    return [group.children for group in of(engine).groups]


HOMES = {"oak": beds(1)}


def test_each_referral_is_a_group():
    assert grouped(a_panel({"amy": {}, "ben": {}}, HOMES)) == [("amy",), ("ben",)]


def test_children_asked_for_together_are_one():
    panel = a_panel({"amy": {}, "ben": {}}, HOMES, referrals={"r1": {"children": ["amy", "ben"]}})
    assert grouped(panel) == [("amy", "ben")]
    assert of(panel).groups[0].all_together


@pytest.mark.parametrize("assessment", ["together", "not_assessed"])
def test_siblings_of_two_referrals_are_one_unless_an_assessment_parts_them(assessment):
    panel = a_panel(sisters("amy", "bea", assessment) | {"cy": {}}, HOMES)
    assert grouped(panel) == [("amy", "bea"), ("cy",)]


def test_siblings_assessed_apart_are_two():
    assert grouped(a_panel(sisters("amy", "bea", "apart"), HOMES)) == [("amy",), ("bea",)]


def test_one_record_is_enough_for_either():
    together = {"amy": {"siblings": [{"child": "bea", "assessment": "together"}]}, "bea": {}}
    assert grouped(a_panel(together, HOMES)) == [("amy", "bea")]
    apart = {**together, "bea": {"siblings": [{"child": "amy", "assessment": "apart"}]}}
    assert grouped(a_panel(apart, HOMES)) == [("amy",), ("bea",)]


def test_of_three_asked_for_together_those_assessed_apart_need_not_be_kept():
    panel = a_panel(
        sisters("amy", "bea", "apart") | {"cy": {}}, HOMES, referrals={"r1": {"children": ["amy", "bea", "cy"]}}
    )
    (group,) = of(panel).groups
    assert group.together == {frozenset({"amy", "cy"}), frozenset({"bea", "cy"})}
    assert not group.all_together
    assert group.kept(["amy", "bea"]) == 0
    assert group.kept(["amy", "cy"]) == 1


def test_those_of_whom_people_decide_are_told_apart_and_the_others_planned_for():
    children: dict[str, dict[str, Any]] = {"amy": {"legal_status": "E1"}, "ben": {}}
    found = of(a_panel(children, HOMES, referrals={"r1": {"children": ["amy", "ben"]}}))
    assert [group.children for group in found.groups] == [("ben",)]
    assert [(apart.child, apart.because) for apart in found.people_decide] == [("amy", "is under a placement order")]


def test_those_for_whom_a_home_is_agreed_keep_it():
    found = of(a_panel({"amy": {}, "ben": {}}, HOMES, decided=({"child": "amy", "home": "oak"},)))
    assert [group.children for group in found.groups] == [("ben",)]
    assert [(apart.child, apart.because) for apart in found.agreed] == [("amy", "oak")]


def test_a_home_agreed_for_another_time_is_not_this_one():
    agreed = {"child": "amy", "home": "oak", "start": date(2026, 1, 1), "until": date(2026, 11, 30)}
    panel = a_panel({"amy": {}}, HOMES, decided=(agreed,))
    assert grouped(panel) == [("amy",)]


@pytest.mark.parametrize(
    ("facts", "urgency"),
    [
        pytest.param({}, Urgency.PLANNED, id="said to be planned"),
        pytest.param({"urgency": None}, Urgency.PLANNED, id="not said"),
        pytest.param({"urgency": None, "emergency": True}, Urgency.SAME_DAY, id="an emergency, not said"),
        pytest.param({"urgency": "within_72_hours", "emergency": True}, Urgency.WITHIN_72_HOURS, id="said"),
    ],
)
def test_how_soon_a_home_is_needed(facts, urgency):
    panel = a_panel({"amy": {}}, HOMES, referrals={"r1": {"children": ["amy"], **facts}})
    assert of(panel).groups[0].urgency_of == {"amy": urgency}


def test_a_child_asked_for_twice_is_a_fault_with_both_referrals():
    panel = a_panel({"amy": {}}, HOMES, referrals={"r1": {"children": ["amy"]}, "r2": {"children": ["amy"]}})
    with pytest.raises(InvalidInput) as refused:
        of(panel)
    assert (refused.value.faults[0].id, refused.value.faults[0].found) == ("amy", "r1, r2")
