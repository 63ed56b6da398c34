"""The rule register and the policies over HTTP."""

import pytest

from matching.domain.case import PolicyChoice
from matching.rules.rulebook import NOT_BUILT, RULES, rulebook_on
from tests.api.clients import a_client, faults
from tests.builders import a_case

CLIENT = a_client()


def test_every_rule_is_listed_with_its_source_and_its_days():
    said = CLIENT.get("/v1/rules").json()
    assert [rule["id"] for rule in said["rules"]] == [rule.id for rule in RULES]
    assert said["not_built"] == list(NOT_BUILT)
    for rule in said["rules"]:
        assert rule["title"]
        assert rule["means"]
        assert rule["cites"]
        assert rule["confidence"]
        assert rule["from_day"]
        assert all(fact["words"] for fact in rule["facts"])


def test_on_a_day_only_those_that_bind_are_listed():
    said = CLIENT.get("/v1/rules?on=2015-01-01").json()["rules"]
    binding = [rule for rule in RULES if rule.from_day.year < 2015]
    assert {rule["id"] for rule in said} == {rule.id for rule in binding}
    assert len(said) < len(RULES)


def test_one_rule_is_given_in_all_its_versions():
    rule = rulebook_on(RULES[0].from_day).rules[0]
    (said, *_) = CLIENT.get(f"/v1/rules/{rule.id}").json()["rules"]
    assert (said["id"], said["means"], said["waiting"]) == (rule.id, rule.means, rule.waiting)


def test_a_rule_that_did_not_bind_on_the_day_has_no_version():
    assert CLIENT.get("/v1/rules/CPPCR-27A?on=1990-01-01").json()["rules"] == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [("CPPCR-27X", "CPPCR-27"), ("cppcr-27a", "CPPCR-27A"), (NOT_BUILT[0], "does not judge"), ("%20", "No rule")],
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
