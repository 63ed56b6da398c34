"""What an address says twice is refused, what a body's faults are of is said, and faults without end are not listed."""

import pytest

from matching.data.shape import LONG
from tests.api.clients import PROBLEM, a_client, faults
from tests.builders import a_case

CLIENT = a_client(a_case())


def single_parameters() -> list[tuple[str, str, str]]:
    """Every parameter of an address that takes one value, by method and path."""
    return [
        (method, path.format(rule_id="CPPCR-27"), parameter["name"])
        for path, ways in CLIENT.get("/v1/openapi.json").json()["paths"].items()
        for method, said in ways.items()
        for parameter in said.get("parameters", [])
        if parameter["in"] == "query" and parameter["schema"].get("type") != "array"
    ]


@pytest.mark.parametrize(("method", "path", "name"), single_parameters())
def test_a_parameter_that_is_given_twice_is_refused(method, path, name):
    answer = CLIENT.request(method, f"{path}?{name}=1&{name}=1", json={} if method == "post" else None)
    (fault,) = faults(answer)
    assert (fault["file"], fault["table"], fault["field"]) == ("address", "query", name)
    assert (fault["found"], fault["expected"]) == ("a list of 2", "one value")


def test_there_are_parameters_that_are_given_once():
    names = {name for _, _, name in single_parameters()}
    assert names == {"referral", "limit", "on", "of", "next_best", "costs_others", "seconds", "home", "why"} | {
        "due",
        "everyone",
        "last",
    }


def test_homes_may_be_named_one_after_another():
    assert CLIENT.post("/v1/rank?home=oak&home=oak", json={}).status_code == 200


def test_the_token_is_wanted_before_an_address_is_looked_at():
    answer = a_client(a_case(), api_token="x" * 20).post("/v1/rank?limit=1&limit=2", json={})
    assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"as_of": "2001-01-01", "children": [], "referrals": [], "homes": []}, "as_of"),
        ({"policy": {"figures": {"nonsense": 3}}}, "figures"),
        ({"policy": {"weights": {"near-home": "much"}}}, "weights.near-home"),
    ],
)
def test_each_fault_of_a_body_says_that_it_is_of_the_request(body, field):
    (fault,) = faults(CLIENT.post("/v1/rank", json=body))
    assert (fault["file"], fault["field"]) == ("request", field)


def test_of_a_policy_too_long_to_be_told_whole_the_first_fault_is_told():
    first, more = faults(CLIENT.post("/v1/rank", json={"policy": {"tiers": [0] * (LONG + 2)}}))
    assert (first["table"], first["field"]) == ("policy", "tiers[no. 1]")
    assert more["expected"].startswith("at most 5,000 values")
