"""A whole case over HTTP: the same answer as the engine's, to the byte."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from matching.data.case_files import parse_case
from matching.domain.case import PolicyChoice
from matching.domain.ranking import Ranking
from matching.engine import Engine
from tests.api.clients import a_client, faults, homes_named, plain, speaks_against
from tests.builders import a_case, a_child, a_home, a_referral

HOMES = (a_home(id="oak"), a_home(id="elm", years_fostering=1), a_home(id="ash", kind="childrens_home"))
CLIENT = a_client()


def test_a_whole_case_is_ranked_as_by_the_engine_to_the_byte():
    body = json.dumps(plain(a_case(homes=HOMES))).encode()
    case = parse_case(body, name="case.json", kind="json")
    answer = CLIENT.post("/v1/rank", content=body, headers={"Content-Type": "application/json"})
    assert answer.content == Engine.of(case).rank("r1").model_dump_json().encode()
    assert answer.headers["content-type"] == "application/json"


def test_the_answer_is_a_ranking():
    assert Ranking.model_validate_json(CLIENT.post("/v1/rank", json=plain(a_case())).content).referral == "r1"


def test_a_held_register_changes_nothing_in_a_whole_case():
    body = plain(a_case(homes=HOMES))
    held = a_client(a_case(children=(a_child(must_not_live_with=["x"]),), homes=(a_home(id="other"),)))
    assert held.post("/v1/rank", json=body).content == CLIENT.post("/v1/rank", json=body).content


def test_the_limit_says_how_many_are_given_in_full():
    body = plain(a_case(homes=HOMES))
    assert homes_named(CLIENT.post("/v1/rank?limit=200", json=body)) == {"oak", "elm", "ash"}
    assert homes_named(CLIENT.post("/v1/rank?limit=0", json=body)) == {"oak", "ash"}, "the first of each tier"


def test_homes_asked_for_by_name_are_given_in_full_once_each_in_their_order():
    body = plain(a_case(homes=HOMES))
    answer = CLIENT.post("/v1/rank?limit=0&home=ash&home=elm&home=ash", json=body).json()
    assert [option["home"] for option in answer["in_full"]] == ["ash", "elm"]


def test_a_home_that_is_not_there_is_said_to_be_unknown():
    (fault,) = faults(CLIENT.post("/v1/rank?home=oak&home=nowhere", json=plain(a_case())))
    assert (fault["table"], fault["id"], fault["field"]) == ("query", "nowhere", "home")
    assert fault["found"] == "an id that none has"


def test_of_several_referrals_the_address_says_which():
    body = plain(a_case(referrals=(a_referral(id="r1"), a_referral(id="r2"))))
    assert CLIENT.post("/v1/rank?referral=r2", json=body).json()["referral"] == "r2"
    (fault,) = faults(CLIENT.post("/v1/rank", json=body))
    assert (fault["field"], fault["expected"]) == ("referral", "one of: r1, r2")
    (fault,) = faults(CLIENT.post("/v1/rank?referral=r3", json=body))
    assert (fault["id"], fault["expected"]) == ("r3", "one of: r1, r2")


def test_a_case_without_a_referral_is_refused_in_words():
    (fault,) = faults(CLIENT.post("/v1/rank", json=plain(a_case(referrals=()))))
    assert fault["found"] == "no referral"


def test_a_case_with_no_homes_has_an_answer():
    answer = CLIENT.post("/v1/rank", json=plain(a_case()) | {"homes": []})
    assert homes_named(answer) == set()


def test_a_policy_is_overridden_by_what_the_case_says():
    case = a_case(policy=PolicyChoice(name="buckinghamshire-2026", band_width=50))
    answer = CLIENT.post("/v1/rank", json=plain(a_case()) | {"policy": {"band_width": 50}})
    assert answer.json()["policy"]["band_width"] == 50
    assert answer.content == Engine.of(case).rank("r1").model_dump_json().encode()


def test_many_at_once_get_identical_bytes():
    body = plain(a_case(homes=HOMES))
    first = CLIENT.post("/v1/rank", json=body).content
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: CLIENT.post("/v1/rank", json=body).content, range(24)))
    assert set(answers) == {first}


def test_who_must_not_live_together_is_read_from_the_body_alone_where_nothing_is_held():
    ben = a_child(id="ben", must_not_live_with=["amy"], current_home="oak")
    answer = CLIENT.post("/v1/rank", json=plain(a_case(children=(a_child(), ben))))
    assert "POL-APART" in speaks_against(answer, "oak")


@pytest.mark.parametrize("table", ["children", "referrals"])
def test_a_table_that_is_left_out_where_nothing_is_held_is_refused(table):
    body = plain(a_case())
    del body[table]
    assert faults(CLIENT.post("/v1/rank", json=body))
