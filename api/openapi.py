"""The document of the service, OpenAPI 3.1: every route with its shapes, its problems and made-up examples."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi
from pydantic import create_model
from pydantic.json_schema import models_json_schema

from api.errors import BY_STATUS, FAMILY, problem_of
from api.examples import BODIES, WHOLE_CASE, shortened
from api.problem import MEDIA_TYPE, FaultSaid, Problem
from matching.data.case_files import parse_case
from matching.domain.case import Authority, Case
from matching.domain.noun import Day
from matching.domain.plan import Plan
from matching.domain.ranking import Ranking
from matching.engine import Engine
from matching.errors import InvalidInput

Said = dict[int | str, dict[str, Any]]
Shown = Mapping[str, Callable[[], Any]]
"""What makes the example of each address. (FastAPI takes every null out of one that it is given itself.)"""

REF = "#/components/schemas/{model}"

CaseAsked = create_model(
    "CaseAsked",
    __base__=Case,
    __doc__="A case of which anything may be left out that the service's register holds.",
    as_of=(Day | None, None),
    authority=(Authority | None, None),
)

A_FAULT = FaultSaid(
    file="request",
    table="children",
    id="amy",
    field="born",
    found="text of 8 characters",
    expected="a date such as 2026-12-01",
    remedy="Correct it.",
)


class ANSWER(Response):
    """JSON that was made once, as it is sent."""

    media_type = "application/json"


def takes(model: str) -> dict[str, Any]:
    """What a route takes as its body, with examples."""
    content = {"application/json": {"schema": {"$ref": REF.format(model=model)}, "examples": BODIES}}
    return {"requestBody": {"required": True, "content": content}}


def answers_with(model: str, description: str) -> Said:
    """What a route answers with, where it makes the JSON itself."""
    return {200: {"description": description, "content": {ANSWER.media_type: {"schema": _ref(model)}}}}


def problems(*statuses: int) -> Said:
    """The problems that a route can have."""
    return {status: _problem(status) for status in statuses}


def _problem(status: int) -> dict[str, Any]:
    if status == FAMILY[InvalidInput].status:
        shown = problem_of(FAMILY[InvalidInput], detail="the input has 1 fault", errors=(A_FAULT,))
    else:
        shown = problem_of(BY_STATUS[status], **({"error_id": "0" * 32} if status == 500 else {}))
    example = shown.model_dump(mode="json", exclude_none=True)
    return {"description": shown.title, "content": {MEDIA_TYPE: {"schema": _ref("Problem"), "example": example}}}


def _ref(model: str) -> dict[str, str]:
    return {"$ref": REF.format(model=model)}


def document(app: FastAPI, shown: Shown) -> dict[str, Any]:
    """The document of an application, made when it is first asked for; `shown` has an example for each address."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        made["components"]["schemas"] |= _schemas()
        for path, ways in made["paths"].items():
            for operation in ways.values():
                operation["responses"]["200"]["content"][ANSWER.media_type]["example"] = shown[path]()
        app.openapi_schema = made
    return app.openapi_schema


def _schemas() -> dict[str, Any]:
    models: Any = [
        (CaseAsked, "validation"),
        (Ranking, "serialization"),
        (Plan, "serialization"),
        (Problem, "serialization"),
    ]
    _, defined = models_json_schema(models, ref_template=REF)
    schemas: dict[str, Any] = defined["$defs"]
    return schemas


@cache
def a_ranking() -> dict[str, Any]:
    """The answer to the made-up whole case, its lists cut short."""
    ranking: dict[str, Any] = shortened(_example().rank("r1").model_dump(mode="json"))
    return ranking


@cache
def a_plan() -> dict[str, Any]:
    """The plan for the made-up whole case, its lists cut short."""
    plan: dict[str, Any] = shortened(_example().plan().model_dump(mode="json"))
    return plan


def _example() -> Engine:
    return Engine.of(parse_case(json.dumps(WHOLE_CASE).encode(), name="example", kind="json"))
