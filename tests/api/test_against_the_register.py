"""A request that leaves something out: it is taken from the register that the service holds, and checked as one."""

import json
from datetime import date
from typing import Any

import pytest

from api.asking import engine_for
from api.held import Held
from matching.domain.case import PolicyChoice
from matching.domain.panel import Decided, GivenApproval
from matching.engine import Engine
from matching.facts.register import Register
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.api.clients import a_client, faults, homes_named, places, plain, speaks_against
from tests.builders import a_case, a_child, a_home, a_member, a_referral

NO_DISTANCE = {c.id: 0 for c in CRITERIA if c.head is Head.DISTANCE}

BEN = a_child(id="ben", must_not_live_with=["zoe"])
HOMES = (a_home(id="oak", household=(a_member(id="ben"),)), a_home(id="elm"))
HELD = Engine.of(a_case(children=(a_child(), BEN), homes=HOMES))
CLIENT = a_client(HELD)

REFERRAL = plain(a_referral(id="r9"))
ZOE = plain(a_child(id="zoe", must_not_live_with=[]))
FOR_ZOE = plain(a_referral(id="r9", children=["zoe"]))


def ranked(body: dict[str, Any], address: str = "/v1/rank") -> Any:
    return CLIENT.post(address, json=body)


def engine(case: Any) -> Engine:
    return Engine.of(case)


def test_an_empty_request_asks_about_the_referral_that_is_held():
    assert ranked({}).content == HELD.rank("r1").model_dump_json().encode()


def test_a_referral_alone_names_a_child_of_the_register():
    case = HELD.case.model_copy(update={"referrals": (a_referral(id="r9"),)})
    assert ranked({"referrals": [REFERRAL]}).content == engine(case).rank("r9").model_dump_json().encode()


def test_a_new_child_is_ranked_over_the_register():
    zoe = a_child(id="zoe", must_not_live_with=[])
    referral = a_referral(id="r9", children=["zoe"])
    case = HELD.case.model_copy(update={"children": (*HELD.case.children, zoe), "referrals": (referral,)})
    answer = ranked({"children": [ZOE], "referrals": [FOR_ZOE]})
    assert answer.content == engine(case).rank("r9").model_dump_json().encode()


def test_what_is_recorded_of_children_of_the_register_binds_a_new_child():
    answer = ranked({"children": [ZOE], "referrals": [FOR_ZOE]})
    assert speaks_against(answer, "oak") == {"POL-APART"}
    assert homes_named(answer) == {"elm"}


def test_a_child_of_the_same_id_replaces_the_one_that_is_held():
    body = {"children": [ZOE, plain(BEN) | {"must_not_live_with": []}], "referrals": [FOR_ZOE]}
    assert homes_named(ranked(body)) == {"oak", "elm"}


def test_homes_that_are_sent_are_used_instead():
    answer = ranked({"homes": [plain(a_home(id="ash"))]})
    assert homes_named(answer) == {"ash"}


def test_a_request_with_its_own_homes_that_names_a_held_child_knows_all_who_are_held():
    home = plain(a_home(id="ash", household=(a_member(id="ben"),)))
    amy = plain(a_child(must_not_live_with=[]))
    kept = a_client(a_case(children=(a_child(), a_child(id="ben", must_not_live_with=["amy"]))))
    by_name = kept.post("/v1/rank", json={"homes": [home], "referrals": [REFERRAL]})
    alone = kept.post("/v1/rank", json={"homes": [home], "referrals": [REFERRAL], "children": [amy]})
    assert speaks_against(by_name, "ash") == {"POL-APART"}
    assert speaks_against(alone, "ash") == set()


def test_the_register_is_not_laid_out_again(monkeypatch):
    held = Held.of(HELD)
    monkeypatch.setattr(Register, "of", None)
    assert engine_for(json.dumps({"referrals": [REFERRAL]}).encode(), held).register is HELD.register


def test_the_day_and_the_authority_are_those_of_the_register_unless_said():
    assert ranked({}).json()["as_of"] == "2026-11-24"
    assert ranked({"as_of": "2026-11-25"}).json()["as_of"] == "2026-11-25"
    assert ranked({"authority": {"code": "E06000042"}}).json()["facts_hash"] != ranked({}).json()["facts_hash"]


def test_null_and_an_empty_text_leave_a_table_out():
    assert ranked({"homes": None, "as_of": "", "authority": None, "policy": None}).content == ranked({}).content


def test_a_policy_named_or_overridden_is_used_with_the_held_register():
    held = a_client(a_case(policy=PolicyChoice(name="buckinghamshire-2026", band_width=30)))
    assert held.post("/v1/rank", json={}).json()["policy"]["band_width"] == 30
    shipped = {"policy": {"name": "buckinghamshire-2026"}}
    assert held.post("/v1/rank", json=shipped).json()["policy"]["band_width"] == 10
    weights = {"policy": {"weights": {"near-home": 90}}}
    answer = held.post("/v1/rank", json=weights).json()
    assert answer["policy"]["band_width"] == 30
    assert {c["id"]: c["weight"] for c in answer["criteria"]}["near-home"] == 90


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "own.toml", "buckinghamshire-2026.toml"])
def test_a_policy_file_cannot_be_named_over_http(name):
    (fault,) = faults(ranked({"policy": {"name": name}}))
    assert (fault["table"], fault["field"]) == ("policy", "name")
    assert fault["expected"] == "one of: buckinghamshire-2026"


@pytest.mark.parametrize(
    ("policy", "field"),
    [
        ({"band_width": "wide"}, "band_width"),
        ({"weights": {"near-home": 101}}, "weights.near-home"),
        ({"weights": NO_DISTANCE}, "weights.distance"),
        ({"weights": {"kindness": 5}}, "weights"),
        ({"figures": {"longest_school_journey": -1}}, "figures.longest_school_journey"),
        ({"tiers": ["parents"]}, "tiers"),
        ({"naem": "x"}, ""),
        ("buckinghamshire-2026", ""),
    ],
)
def test_a_policy_that_does_not_fit_is_refused_beside_all_else(policy, field):
    answer = ranked({"policy": policy, "children": [ZOE | {"sex": "girl"}]})
    assert {("policy", "", field), ("children", "zoe", "sex")} <= places(answer)


def test_a_child_that_nobody_knows_is_refused():
    answer = ranked({"referrals": [plain(a_referral(id="r9", children=["amy", "nobody"]))]})
    assert places(answer) == {("referrals", "r9", "children[no. 2]")}


def test_what_is_settled_may_name_what_is_held():
    decided = plain(Decided(child="amy", home="oak", on=date(2026, 11, 20)))
    approval = {"rule": "CA89-SCH7", "child": "amy", "home": "elm", "referral": "r1", "on": "2026-11-20"}
    answer = ranked({"decided": [decided], "approvals": [approval]})
    assert homes_named(answer) == {"oak", "elm"}
    assert any("CA89-SCH7 for amy in elm does not count" in warning for warning in answer.json()["warnings"])


def test_what_is_settled_may_not_name_what_nobody_knows():
    answer = ranked({"decided": [{"home": "nowhere"}], "approvals": [{"referral": "r0", "rule": "NO-RULE"}]})
    assert {(t, f) for t, _, f in places(answer)} == {
        ("decided", "home"),
        ("approvals", "referral"),
        ("approvals", "rule"),
    }


def test_what_is_settled_about_the_held_homes_goes_with_them():
    held = a_client(a_case(approvals=(GivenApproval(rule="CA89-SCH7", home="oak"),)))
    assert any("CA89-SCH7" in w for w in held.post("/v1/rank", json={}).json()["warnings"])
    own = {"homes": [plain(a_home(id="ash"))]}
    assert not any("CA89-SCH7" in w for w in held.post("/v1/rank", json=own).json()["warnings"])


def test_a_held_child_who_was_not_born_on_the_day_that_is_asked_is_a_fault():
    assert ("children", "amy", "born") in places(ranked({"as_of": "2014-01-01", "referrals": [REFERRAL]}))


@pytest.mark.parametrize(
    "body",
    [
        {"children": "amy"},
        {"children": [5]},
        {"children": {"amy": {}}},
        {"referrals": [{"id": "r9", "children": "amy", "start": "2026-12-01"}]},
        {"referrals": {"r9": {}}},
        {"referrals": [None]},
        {"decided": 5},
        {"homes": 5},
        {"authority": "E06000060"},
        {"as_of": 5},
    ],
)
def test_tables_of_another_shape_are_faults(body):
    assert faults(ranked(body))


def test_an_answer_from_a_register_that_is_made_up_says_so():
    label = "Everybody in this case is made up."
    made_up = a_client(Engine.of(HELD.case.model_copy(update={"made_up": True})))
    assert made_up.post("/v1/rank", json={}).json()["warnings"][0] == label
    for_zoe = {"children": [ZOE], "referrals": [FOR_ZOE]}
    assert made_up.post("/v1/rank", json=for_zoe).json()["warnings"][0] == label
    assert label not in ranked(for_zoe).json()["warnings"]
