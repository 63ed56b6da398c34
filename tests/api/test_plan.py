"""Plans over HTTP: for the referrals that are named or for all, bounded in time and in number."""

from datetime import date

import pytest

from matching.domain.plan import Plan
from matching.engine import Engine
from tests.api.clients import a_client, faults
from tests.builders import a_case, a_child, a_home, a_referral

TWO = a_case(
    children=(a_child(), a_child(id="ben", sex="M")),
    referrals=(a_referral(), a_referral(id="r2", children=("ben",))),
    homes=(a_home(), a_home(id="elm")),
)
CLIENT = a_client(TWO)


def planned(address: str = "", **body: object) -> Plan:
    answer = CLIENT.post(f"/v1/plan{address}", json=body)
    assert answer.status_code == 200, answer.text
    return Plan.model_validate_json(answer.content)


def test_all_referrals_of_the_register_are_planned_for():
    plan = planned()
    assert plan.referrals == ("r1", "r2")
    assert {assignment.home for assignment in plan.assignments} == {"oak", "elm"}
    assert plan.proven


def test_those_that_are_named_are_planned_for():
    assert planned("?referral=r2").referrals == ("r2",)
    assert planned("?referral=r2&referral=r1").referrals == ("r2", "r1")


def test_plans_that_come_next_and_what_choices_cost_are_given_where_they_are_asked_for():
    plan = planned("?next_best=2&costs_others=true")
    assert len(plan.next_best) == 2
    assert {cost.referral for cost in plan.costs_others} == {"r1", "r2"}
    assert not planned().next_best
    assert not planned().costs_others


def test_the_same_question_has_the_same_answer_to_the_byte():
    assert CLIENT.post("/v1/plan", json={}).content == CLIENT.post("/v1/plan", json={}).content


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("?referral=r9", "referral"),
        ("?next_best=21", "next_best"),
        ("?next_best=-1", "next_best"),
        ("?seconds=0", "seconds"),
        ("?seconds=121", "seconds"),
        ("?seconds=nan", "seconds"),
        ("?costs_others=perhaps", "costs_others"),
        ("?next_best=1&next_best=2", "next_best"),
        ("?colour=red", ""),
    ],
)
def test_what_does_not_fit_in_an_address_is_a_fault_with_its_place(address, field):
    (fault,) = faults(CLIENT.post(f"/v1/plan{address}", json={}))
    assert (fault["file"], fault["field"]) == ("address", field)


def test_without_a_referral_there_is_nothing_to_plan():
    (fault,) = faults(CLIENT.post("/v1/plan", json={"referrals": []}))
    assert (fault["field"], fault["found"]) == ("referral", "no referral")


def test_a_child_who_is_asked_for_twice_is_a_fault():
    referrals = [{"id": name, "children": ["amy"], "start": "2026-12-01"} for name in ("r1", "r2")]
    (fault,) = faults(CLIENT.post("/v1/plan", json={"referrals": referrals}))
    assert fault["expected"] == "one referral a child"


def test_where_the_time_ends_before_there_is_a_plan_it_says_so():
    answer = CLIENT.post("/v1/plan?seconds=0.000001", json={})
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:matching:problem:search-incomplete")
    assert "seconds" in answer.json()["remedy"]


def test_whoever_lives_in_a_home_by_her_own_record_lives_there_over_http_too():
    """Three live at oak, whose terms are for three: a fourth has no home, by a file as by a request."""
    there = [a_child(id=name, current_home="oak") for name in ("bea", "cy", "dan")]
    full = a_case(children=(a_child(), *there), homes=(a_home(vacancies={"beds": 2, "from": date(2026, 10, 1)}),))
    body = full.model_dump(mode="json", exclude_none=True, by_alias=True)
    answer = a_client(None).post("/v1/plan", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.content == Engine.of(full).plan().model_dump_json().encode()
    assert not Plan.model_validate_json(answer.content).assignments
