"""Ways to ask the service in a test, and what is asked."""

import json
from typing import Any

from pydantic import BaseModel
from starlette.testclient import TestClient

from api.main import create_app
from api.settings import Settings
from matching.domain.case import Case
from matching.engine import Engine

HERE = "http://127.0.0.1"
PROBLEM = "application/problem+json"


def a_client(held: Engine | Case | None = None, *, base_url: str = HERE, **settings: Any) -> TestClient:
    """A client of a service that holds this, with these settings."""
    app = create_app(Settings(**settings), held)
    return TestClient(app, base_url=base_url, follow_redirects=False)


def plain(noun: BaseModel) -> dict[str, Any]:
    """A noun as it stands in a body."""
    said: dict[str, Any] = json.loads(noun.model_dump_json(by_alias=True, exclude_none=True))
    return said


def faults(answer: Any) -> list[dict[str, str]]:
    """The faults of a refused request."""
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == PROBLEM
    found: list[dict[str, str]] = answer.json()["errors"]
    return found


def places(answer: Any) -> set[tuple[str, str, str]]:
    """Table, id and field of each fault."""
    return {(f["table"], f["id"], f["field"]) for f in faults(answer)}


def homes_named(answer: Any) -> set[str]:
    """The homes given in full, in their tiers."""
    assert answer.status_code == 200, answer.text
    return {option["home"] for tier in answer.json()["tiers"] for option in tier["options"]}


def speaks_against(answer: Any, home: str) -> set[str]:
    """The rules that prohibit a home."""
    assert answer.status_code == 200, answer.text
    return {rule for group in answer.json()["ruled_out"] if home in group["homes"] for rule in group["rules"]}
