"""A what-if over HTTP: of what is held or sent, of rankings or of a plan, and never a change to anything."""

import json
from typing import Any

import pytest

from matching.domain.comparison import OF_A_PLAN, OF_RANKINGS, Comparison
from tests.api.clients import PROBLEM, a_client, faults, plain
from tests.builders import a_case, a_child, a_home, a_referral
from tests.cli.running import matching
from tests.data.files import as_json, child, home, referral, tables

NO_BED = {"homes": [{"id": "oak", "vacancies": {"beds": 0}}]}
FAR = {"postcode": "SL9 7AA"}
HELD = a_case(homes=(a_home(), a_home(id="elm", **FAR)))
CLIENT = a_client(HELD)
TWO = a_client(
    a_case(
        children=(a_child(), a_child(id="ben")),
        referrals=(a_referral(), a_referral(id="r2", children=("ben",))),
        homes=HELD.homes,
    )
)


def asked(body: dict[str, Any], address: str = "", client: Any = CLIENT) -> Comparison:
    answer = client.post(f"/v1/what-if{address}", json=body)
    assert answer.status_code == 200, answer.text
    return Comparison.model_validate_json(answer.content)


def first(found: Comparison) -> list[tuple[Any, Any]]:
    return [(row.from_, row.to) for row in found.changed if row.what == "first_option"]


def test_what_is_held_is_asked_about_and_stays_as_it_is():
    before = CLIENT.post("/v1/rank", json={}).content
    found = asked({"changes": NO_BED})
    assert first(found) == [("oak", "elm")]
    assert found.watermark == OF_RANKINGS
    assert CLIENT.post("/v1/rank", json={}).content == before


def test_what_the_case_leaves_out_is_the_registers_and_the_change_goes_over_both():
    own = {"children": [plain(a_child(id="zoe"))], "referrals": [plain(a_referral(id="r9", children=("zoe",)))]}
    found = asked(own | {"changes": [NO_BED, {"children": [{"id": "zoe", "needs": {"education_learning": 4}}]}]})
    assert found.compared == ("r9",)
    assert {fact.path for fact in found.asked} == {"homes.oak.vacancies.beds", "children.zoe.needs.education_learning"}
    assert first(found) == [("oak", "elm")]


def test_several_changes_go_over_each_other():
    again = {"homes": [{"id": "oak", "vacancies": {"beds": 2}}]}
    found = asked({"changes": [NO_BED, again]})
    assert [(fact.from_, fact.to) for fact in found.asked] == [(1, 2)]
    assert not first(found)


def test_plans_are_compared_where_they_are_asked_for():
    found = asked({"changes": NO_BED}, "?of=plan", TWO)
    assert found.watermark == OF_A_PLAN
    assert found.compared == ("r1", "r2")
    assert {row.what for row in found.changed} >= {"home", "aim"}
    only = asked({"changes": NO_BED}, "?of=plan&referral=r2", TWO)
    assert only.compared == ("r2",)


def test_several_referrals_may_be_named():
    assert asked({"changes": NO_BED}, "?referral=r2&referral=r1", TWO).compared == ("r2", "r1")


def test_a_referral_that_the_change_adds_may_be_asked_for():
    new = {"referrals": [{"id": "r5", "children": ["amy"], "start": "2027-01-01"}]}
    found = asked({"changes": new}, "?referral=r5")
    assert [(row.what, row.to) for row in found.changed] == [("new_referral", "oak")]


def test_a_change_of_the_one_referral_needs_no_name():
    assert asked({"changes": {"referrals": [{"id": "r1", "kind": "long_term"}]}}).compared == ("r1",)


def test_the_same_question_has_the_same_answer_to_the_byte():
    one, other = (CLIENT.post("/v1/what-if", json={"changes": NO_BED}).content for _ in range(2))
    assert one == other


@pytest.mark.parametrize("of", ["ranking", "plan"])
def test_it_says_what_the_command_line_says_to_the_byte(tmp_path, of):
    case = tables(homes=[home(), home(id="elm", **FAR)], children=[child()], referrals=[referral()])
    change = {"homes": [{"id": "oak", "vacancies": {"beds": 0}}], "policy": {"weights": {"education": 30}}}
    (tmp_path / "case.json").write_bytes(as_json(case))
    (tmp_path / "change.json").write_bytes(as_json(change))
    plan = ["--plan"] if of == "plan" else []
    ran = matching("what-if", tmp_path / "case.json", tmp_path / "change.json", "--json", *plan)
    body = json.loads(as_json(case)) | {"changes": change}
    assert a_client(None).post(f"/v1/what-if?of={of}", json=body).content + b"\n" == ran.raw


def test_who_lives_in_a_home_by_her_own_record_does_so_before_and_after():
    """A change of something else does not find her there for the first time."""
    there = {"children": [plain(a_child(id="bea", current_home="oak"))]}
    found = asked(there | {"changes": {"children": [{"id": "amy", "ethnicity": "BAFR"}]}})
    assert (found.changed, found.also) == ((), ())


def test_policy_is_changed_over_the_one_that_is_held():
    held = a_client(a_case(homes=HELD.homes, policy={"name": "buckinghamshire-2026", "band_width": 30}))
    found = asked({"changes": {"policy": {"weights": {"education": 30}}}}, client=held)
    assert [(fact.path, fact.from_, fact.to) for fact in found.asked] == [("policy.weights.education", 15, 30)]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param({}, ("request", "", "", "changes"), id="no change"),
        pytest.param({"changes": None}, ("request", "", "", "changes"), id="null"),
        pytest.param({"changes": []}, ("request", "", "", "changes"), id="none"),
        pytest.param({"changes": 5}, ("request", "", "", "changes"), id="a number"),
        pytest.param({"changes": [5]}, ("request", "", "", "changes"), id="a list of numbers"),
        pytest.param({"changes": {}}, ("changes", "", "", ""), id="a change of nothing"),
        pytest.param({"changes": {"homes": [{"id": "oka"}]}}, ("changes", "homes", "oka", "id"), id="no such home"),
        pytest.param({"changes": [NO_BED, {"law": 1}]}, ("changes 2", "", "", ""), id="the law"),
        pytest.param(
            {"changes": {"policy": {"figures": {"usual_fostering_limit": 9}}}},
            ("changes", "policy", "", "figures"),
            id="a figure of the law",
        ),
        pytest.param({"changes": {"policy": {"name": "a.toml"}}}, ("changes", "policy", "", "name"), id="a file"),
        pytest.param({"changes": {"as_of": "1990-01-01"}}, ("changes", "children", "amy", "born"), id="not born yet"),
        pytest.param(
            {"changes": {"homes": [{"id": "oak", "pets": 3}]}}, ("changes", "homes", "oak", "pets"), id="pets"
        ),
        pytest.param({"homes": [{"id": "x"}], "changes": NO_BED}, ("request", "homes", "x", "kind"), id="of the case"),
    ],
)
def test_what_is_wrong_is_a_fault_at_its_place(body, place):
    found = [(f["file"], f["table"], f["id"], f["field"]) for f in faults(CLIENT.post("/v1/what-if", json=body))]
    assert place in found


def test_faults_of_the_case_and_of_its_changes_come_at_once():
    body = {"children": [{"id": "amy", "born": "x"}], "changes": [{"rules": 1}, {"homes": [{"pets": True}]}]}
    files = [fault["file"] for fault in faults(CLIENT.post("/v1/what-if", json=body))]
    assert files == ["request", "changes 1", "changes 2"]


def test_a_key_that_is_given_twice_in_a_change_is_a_fault_there():
    body = b'{"changes": {"homes": [{"id": "oak", "pets": true, "pets": false}]}}'
    answer = CLIENT.post("/v1/what-if", content=body, headers={"Content-Type": "application/json"})
    (fault,) = faults(answer)
    assert (fault["file"], fault["table"], fault["id"]) == ("changes", "homes", "oak")


def test_no_fault_repeats_what_was_found():
    zebedee = {"homes": [{"id": "oak", "name": "Zebedee", "colour": "Zebedee", "pets": "Zebedee"}], "Zebedee": 1}
    answer = CLIENT.post(
        "/v1/what-if", json={"changes": [zebedee, {"decided": [{"child": "Zebedee", "remove": True}]}]}
    )
    assert answer.status_code == 422
    assert "zebedee" not in answer.text.lower()


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("?referral=r9", "referral"),
        ("?of=nothing", "of"),
        ("?of=plan&of=plan", "of"),
        ("?seconds=0", "seconds"),
        ("?seconds=121", "seconds"),
        ("?limit=3", ""),
    ],
)
def test_what_does_not_fit_in_an_address_is_a_fault_with_its_place(address, field):
    (fault,) = faults(CLIENT.post(f"/v1/what-if{address}", json={"changes": NO_BED}))
    assert (fault["file"], fault["field"]) == ("address", field)


def test_of_several_referrals_one_must_be_named_but_for_a_plan():
    (fault,) = faults(TWO.post("/v1/what-if", json={"changes": NO_BED}))
    assert (fault["field"], fault["remedy"]) == ("referral", "Say which with ?referral=ID.")


def test_without_a_referral_there_is_nothing_to_ask():
    for of in ("ranking", "plan"):
        (fault,) = faults(CLIENT.post(f"/v1/what-if?of={of}", json={"referrals": [], "changes": NO_BED}))
        assert (fault["field"], fault["found"]) == ("referral", "no referral")


def test_where_the_time_ends_before_there_is_a_plan_it_says_so():
    answer = TWO.post("/v1/what-if?of=plan&seconds=0.000001", json={"changes": NO_BED})
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:matching:problem:search-incomplete")


def test_it_wants_the_token_and_json():
    guarded = a_client(HELD, api_token="a-long-secret")
    assert guarded.post("/v1/what-if", json={"changes": NO_BED}).status_code == 401
    answer = CLIENT.post("/v1/what-if", content=b"homes = []", headers={"Content-Type": "application/toml"})
    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)


def test_what_is_no_table_is_refused_as_everywhere():
    assert faults(CLIENT.post("/v1/what-if", json=[1]))
