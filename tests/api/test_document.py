"""The document of the service: every route is in it, with what it takes, what it answers, and how it fails."""

import json
import re
from typing import Any

import pytest
from pydantic import BaseModel

from api.errors import BY_STATUS
from api.examples import BODIES, WHAT_IFS
from api.review_said import ReviewRun, ReviewRuns
from api.routes.health import Health
from api.routes.policies import PoliciesSaid
from api.routes.rules import RulesSaid
from matching.domain.comparison import Comparison
from matching.domain.how_sure import HowSure
from matching.domain.plan import Plan
from matching.domain.policy import Policy
from matching.domain.ranking import Ranking
from matching.domain.review import Review
from matching.domain.why_not import WhyNot
from tests.api.clients import a_client
from tests.builders import a_case

CLIENT = a_client(a_case())
DOCUMENT: dict[str, Any] = CLIENT.get("/v1/openapi.json").json()
OPERATIONS = [(method, path) for path, ways in DOCUMENT["paths"].items() for method in ways]
ANSWERS: dict[str, type[BaseModel]] = {
    "/v1/rank": Ranking,
    "/v1/plan": Plan,
    "/v1/what-if": Comparison,
    "/v1/why-not": WhyNot,
    "/v1/how-sure": HowSure,
    "/v1/rules": RulesSaid,
    "/v1/rules/{rule_id}": RulesSaid,
    "/v1/policies": PoliciesSaid,
    "/v1/policies/{name}": Policy,
    "/v1/reviews": ReviewRuns,
    "post /v1/reviews": ReviewRun,
    "/v1/reviews/{review_id}": ReviewRun,
    "/v1/reviews/{review_id}/cancel": ReviewRun,
    "/v1/reviews/{review_id}/result": Review,
    "/v1/reviews/{review_id}/result/{file}": Review,
    "/v1/health": Health,
}


def examples(content: dict[str, Any]) -> list[Any]:
    return [content["example"]] if "example" in content else [e["value"] for e in content["examples"].values()]


def test_it_is_openapi_3_1_and_lists_the_routes_of_this_version():
    assert DOCUMENT["openapi"].startswith("3.1")
    assert set(DOCUMENT["paths"]) == {path.rpartition(" ")[2] for path in ANSWERS}


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_route_says_what_it_does_and_shows_its_answer(method, path):
    operation = DOCUMENT["paths"][path][method]
    assert operation["summary"]
    assert operation["description"]
    answers = [response for status, response in operation["responses"].items() if status.startswith("2")]
    assert answers
    for content in (answer["content"]["application/json"] for answer in answers if "content" in answer):
        for example in examples(content):
            ANSWERS.get(f"{method} {path}", ANSWERS[path]).model_validate_json(json.dumps(example))


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_problem_of_a_route_is_shown_in_its_shape(method, path):
    for status, response in DOCUMENT["paths"][path][method]["responses"].items():
        if not status.startswith("2"):
            (content,) = response["content"].items()
            assert content[0] == "application/problem+json"
            assert content[1]["schema"] == {"$ref": "#/components/schemas/Problem"}
            assert content[1]["example"]["status"] == int(status)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_route_but_health_asks_for_the_token(method, path):
    assert ("security" in DOCUMENT["paths"][path][method]) is (path != "/v1/health")


@pytest.mark.parametrize("name", BODIES)
def test_every_example_of_a_body_is_answered(name):
    assert BODIES[name]["value"] in examples(
        DOCUMENT["paths"]["/v1/rank"]["post"]["requestBody"]["content"]["application/json"]
    )
    assert CLIENT.post("/v1/rank", json=BODIES[name]["value"]).status_code == 200


@pytest.mark.parametrize("name", WHAT_IFS)
def test_every_example_of_a_what_if_is_answered(name):
    assert WHAT_IFS[name]["value"] in examples(
        DOCUMENT["paths"]["/v1/what-if"]["post"]["requestBody"]["content"]["application/json"]
    )
    assert CLIENT.post("/v1/what-if?referral=r1", json=WHAT_IFS[name]["value"]).status_code == 200


def test_all_that_is_referred_to_is_there():
    named = set(re.findall(r"#/components/schemas/([\w-]+)", json.dumps(DOCUMENT)))
    assert named <= set(DOCUMENT["components"]["schemas"])


def test_the_examples_say_that_they_are_made_up():
    assert "made up" in DOCUMENT["info"]["description"]
    assert all("made up" in example["summary"] for example in (*BODIES.values(), *WHAT_IFS.values()))


def test_every_status_of_the_table_says_what_to_do():
    assert all(said.title and said.detail and said.remedy for said in BY_STATUS.values())
