"""The document of the service, OpenAPI 3.1: every route with its shapes, its problems and made-up examples."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi
from pydantic import JsonValue, create_model
from pydantic.json_schema import models_json_schema

from api.errors import BY_STATUS, FAMILY, problem_of
from api.examples import BODIES, MORE_NEEDS, WHOLE_CASE, shortened
from api.problem import MEDIA_TYPE, FaultSaid, Problem
from matching.data.case_files import parse_case
from matching.data.changes import change_of
from matching.data.document import of_tables
from matching.domain.case import Authority, Case
from matching.domain.comparison import Comparison
from matching.domain.how_sure import HowSure
from matching.domain.noun import Day, Noun
from matching.domain.plan import Plan
from matching.domain.ranking import Ranking
from matching.domain.review import Review
from matching.domain.why_not import WhyNot
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.review import AskedReview, review
from matching.what_if import try_change

Said = dict[int | str, dict[str, Any]]
Shown = Mapping[str, Callable[[], Any]]
"""What makes the example of each address, or of one way to ask it (`get /v1/reviews`).

(FastAPI takes every null out of one that it is given itself.)
"""

REF = "#/components/schemas/{model}"

CaseAsked = create_model(
    "CaseAsked",
    __base__=Case,
    __doc__="A case of which anything may be left out that the service's register holds.",
    as_of=(Day | None, None),
    authority=(Authority | None, None),
)

Entries = tuple[dict[str, JsonValue], ...] | None
"""Entries of a table as a change says them: what names each, with what is otherwise, or with `remove`."""

ChangeAsked = create_model(
    "ChangeAsked",
    __base__=Noun,
    __doc__="What would be otherwise: the tables of a case with what is otherwise alone; `remove` takes an entry out.",
    children=(Entries, None),
    referrals=(Entries, None),
    homes=(Entries, None),
    decided=(Entries, None),
    approvals=(Entries, None),
    policy=(dict[str, JsonValue] | None, None),
    authority=(dict[str, JsonValue] | None, None),
    as_of=(Day | None, None),
)
WhatIfAsked = create_model(
    "WhatIfAsked",
    __base__=CaseAsked,
    __doc__="A case of which anything may be left out, and what would be otherwise in it: one change, or several.",
    changes=(ChangeAsked | tuple[ChangeAsked, ...], ...),
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


def takes(model: str, bodies: Mapping[str, Any] = BODIES) -> dict[str, Any]:
    """What a route takes as its body, with examples."""
    content = {"application/json": {"schema": {"$ref": REF.format(model=model)}, "examples": bodies}}
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
            for method, operation in ways.items():
                for content in _json_answers(operation):
                    content["example"] = (shown.get(f"{method} {path}") or shown[path])()
        app.openapi_schema = made
    return app.openapi_schema


def _json_answers(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What an operation answers with in JSON, where it succeeds."""
    for status, response in operation["responses"].items():
        if status.startswith("2") and ANSWER.media_type in response.get("content", {}):
            yield response["content"][ANSWER.media_type]


def _schemas() -> dict[str, Any]:
    models: Any = [
        (CaseAsked, "validation"),
        (WhatIfAsked, "validation"),
        (Ranking, "serialization"),
        (Plan, "serialization"),
        (WhyNot, "serialization"),
        (HowSure, "serialization"),
        (Comparison, "serialization"),
        (Review, "serialization"),
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


@cache
def a_why_not() -> dict[str, Any]:
    """Why the second home of the made-up whole case is not first, its lists cut short."""
    engine = _example()
    told: dict[str, Any] = shortened(engine.why_not("r1", engine.case.homes[-1].id).model_dump(mode="json"))
    return told


@cache
def a_how_sure() -> dict[str, Any]:
    """How sure the first home of the made-up whole case is, its lists cut short."""
    sure: dict[str, Any] = shortened(_example().how_sure("r1").model_dump(mode="json"))
    return sure


@cache
def a_comparison() -> dict[str, Any]:
    """The what-if of the made-up whole case, its lists cut short."""
    change = change_of(of_tables(MORE_NEEDS, "example"))
    comparison: dict[str, Any] = shortened(try_change(_example(), change).model_dump(mode="json", by_alias=True))
    return comparison


@cache
def a_review() -> dict[str, Any]:
    """The review of the made-up whole case, its lists cut short."""
    told: dict[str, Any] = shortened(review(_example(), AskedReview()).model_dump(mode="json"))
    return told


def _example() -> Engine:
    return Engine.of(parse_case(json.dumps(WHOLE_CASE).encode(), name="example", kind="json"))
