"""Why not and how sure over HTTP: the engine's own answers, with every fault of what was asked."""

import json
from typing import Any

import pytest

from matching.engine import Engine
from tests.api.clients import a_client
from tests.builders import a_case, a_child, a_home, a_referral, ordinary

FULL = ordinary("home")["vacancies"] | {"beds": 0}
CASE = a_case(homes=(a_home(id="oak"), a_home(id="elm", vacancies=FULL), a_home(id="ash", support=[])))
BODY: dict[str, Any] = json.loads(CASE.model_dump_json(by_alias=True, exclude_none=True))
HELD = a_client(CASE)
NO_REGISTER = a_client(None)


@pytest.mark.parametrize("home", ["oak", "elm", "ash"])
def test_why_not_is_what_the_engine_says(home):
    answer = NO_REGISTER.post(f"/v1/why-not?home={home}", json=BODY)
    assert answer.status_code == 200
    assert answer.text == Engine.of(CASE).why_not("r1", home).model_dump_json()


def test_how_sure_is_what_the_engine_says():
    answer = NO_REGISTER.post("/v1/how-sure", json=BODY)
    assert answer.status_code == 200
    assert answer.text == Engine.of(CASE).how_sure("r1").model_dump_json()


def test_a_ranking_says_why_where_it_is_asked():
    with_why = NO_REGISTER.post("/v1/rank?why=true", json=BODY).json()
    options = [option for tier in with_why["tiers"] for option in tier["options"]]
    assert [bool(option["stands_while"]) for option in options] == [True, False]
    assert options[1]["why_not"]["home"] == options[1]["home"]
    without = NO_REGISTER.post("/v1/rank", json=BODY).json()
    assert all(option["why_not"] is None for tier in without["tiers"] for option in tier["options"])


def test_the_register_answers_where_the_request_leaves_the_homes_out():
    asked = {table: BODY[table] for table in ("children", "referrals")}
    assert HELD.post("/v1/why-not?home=elm", json=asked).json()["lawful_if"][0]["change"] == {
        "homes": [{"id": "elm", "vacancies": {"beds": 1}}]
    }


def test_a_change_that_is_offered_can_be_asked_about_as_it_stands():
    offer = HELD.post("/v1/why-not?home=elm", json={}).json()["lawful_if"][0]
    what_if = HELD.post("/v1/what-if", json={"changes": offer["change"]}).json()
    assert "elm" in {row["home"] for row in what_if["changed"]}


FAULTS = [
    pytest.param("/v1/why-not", {}, "home", id="no home"),
    pytest.param("/v1/why-not?home=nowhere", {}, "home", id="a home that is not there"),
    pytest.param("/v1/why-not?home=oak&referral=r9", {}, "referral", id="a referral that is not there"),
    pytest.param("/v1/why-not?home=oak&home=elm", {}, "home", id="two homes"),
    pytest.param("/v1/how-sure?referral=r9", {}, "referral", id="how sure of a referral that is not there"),
    pytest.param("/v1/how-sure?home=oak", {}, "", id="what is not known"),
]


@pytest.mark.parametrize(("address", "body", "field"), FAULTS)
def test_every_fault_is_told_at_its_place(address, body, field):
    answer = HELD.post(address, json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert field in {error["field"] for error in answer.json()["errors"]}


def test_of_several_referrals_one_is_to_be_named():
    two = a_case(
        children=(a_child(), a_child(id="ben")), referrals=(a_referral(), a_referral(id="r2", children=["ben"]))
    )
    client = a_client(two)
    assert client.post("/v1/how-sure", json={}).status_code == 422
    assert client.post("/v1/how-sure?referral=r2", json={}).json()["children"] == ["ben"]
