"""The rule register and the policies over HTTP."""

import json
from datetime import date

import pytest

from matching.domain.case import PolicyChoice
from matching.rules.deadlines import DEADLINES
from matching.rules.duties import DUTIES
from matching.rules.figures import LOCAL, STATUTORY
from matching.rules.gates import GATES
from matching.rules.rulebook import RULES
from tests.api.clients import a_client, faults
from tests.builders import a_case
from tests.cli.running import matching

CLIENT = a_client()


def test_every_rule_is_listed_with_its_source_and_its_days():
    said = CLIENT.get("/v1/rules").json()
    assert [rule["id"] for rule in said["rules"]] == [rule.id for rule in RULES]
    for entry in (*said["rules"], *said["duties"], *said["deadlines"]):
        assert entry["title"]
        assert entry["means"]
        assert entry["cites"]
        assert entry["confidence"]
        assert entry["confirmed"]
        assert entry["from_day"]
    assert all(fact["words"] for rule in said["rules"] for fact in rule["facts"])


def test_duties_deadlines_and_figures_are_listed_too():
    said = CLIENT.get("/v1/rules").json()
    assert [duty["id"] for duty in said["duties"]] == [duty.id for duty in DUTIES]
    assert [deadline["id"] for deadline in said["deadlines"]] == [deadline.id for deadline in (*GATES, *DEADLINES)]
    assert {figure["name"] for figure in said["figures"]} == STATUTORY | LOCAL


def test_on_a_day_only_those_that_bind_are_listed():
    said = CLIENT.get("/v1/rules?on=2015-01-01").json()["rules"]
    binding = [rule for rule in RULES if rule.binds_on(date(2015, 1, 1))]
    assert [(rule["id"], rule["from_day"]) for rule in said] == [(r.id, str(r.from_day)) for r in binding]
    assert len(said) < len(RULES)


def test_one_rule_is_given_in_all_its_versions_line_by_line():
    said = CLIENT.get("/v1/rules/CPPCR-11-1A").json()
    rules = [rule for rule in RULES if rule.id == "CPPCR-11-1A"]
    assert [rule["means"] for rule in said["rules"]] == [rule.means for rule in rules]
    assert [len(rule["table"]) for rule in said["rules"]] == [len(rule.table) for rule in rules]
    assert said["rules"][0]["table"][-1] == {
        "number": 6,
        "outcome": "needs the approval of the nominated officer",
        "when": "otherwise",
        "says": "in [the authority that the home is in], outside the area",
        "by": "the day on which the placement starts",
        "asks": [],
    }
    assert (said["duties"], said["figures"]) == ([], [])


def test_the_answer_is_the_register_as_the_command_line_writes_it():
    assert CLIENT.get("/v1/rules").json() == json.loads(matching("rules", "--json").out)


def test_a_duty_has_an_address_of_its_own():
    (said,) = CLIENT.get(f"/v1/rules/{DUTIES[0].id}").json()["duties"]
    assert said["title"] == DUTIES[0].title


def test_a_rule_that_did_not_bind_on_the_day_has_no_version():
    assert CLIENT.get("/v1/rules/CPPCR-27A?on=1990-01-01").json()["rules"] == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [("CPPCR-27X", "CPPCR-27"), ("cppcr-27a", "CPPCR-27A"), ("%20", "No rule")],
)
def test_a_rule_that_is_not_there_is_answered_with_the_nearest(asked, said):
    answer = CLIENT.get(f"/v1/rules/{asked}")
    assert answer.status_code == 404
    assert said in answer.json()["detail"]


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "1764000000", "", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_a_fault(day):
    (fault,) = faults(CLIENT.get(f"/v1/rules?on={day}"))
    assert (fault["table"], fault["field"]) == ("query", "on")
    assert "date" in fault["expected"]


def test_a_policy_is_given_in_full():
    policy = CLIENT.get("/v1/policies/buckinghamshire-2026").json()
    assert policy["agreed_by"] is False
    assert policy["weights"]["near-home"] == 10


def test_the_policies_are_listed_with_the_one_in_use():
    held = a_client(a_case(policy=PolicyChoice(band_width=25)))
    said = held.get("/v1/policies").json()
    assert [policy["name"] for policy in said["policies"]] == ["buckinghamshire-2026"]
    assert said["in_use"]["band_width"] == 25
    assert CLIENT.get("/v1/policies").json()["in_use"]["band_width"] == 10


def test_a_policy_that_is_not_there_is_answered_with_those_that_are():
    answer = CLIENT.get("/v1/policies/..%2fpyproject")
    assert answer.status_code == 404
    answer = CLIENT.get("/v1/policies/kind")
    assert "buckinghamshire-2026" in answer.json()["detail"]
