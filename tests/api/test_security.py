"""Who may ask, from where, and what every answer forbids the browser that shows it."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError
from starlette.testclient import TestClient

from api.main import create_app
from api.security import guard, is_loopback, may_listen
from api.settings import Settings
from tests.api.clients import PROBLEM, a_client
from tests.builders import a_case

TOKEN = "correct-horse-battery-staple"
OPEN = a_client(a_case())
KEPT = a_client(a_case(), api_token=TOKEN)


def routes() -> list[tuple[str, str]]:
    """Every route of the service, by method and address."""
    document = OPEN.get("/v1/openapi.json").json()
    named = [(method.upper(), path) for path, ways in document["paths"].items() for method in ways]
    return [*named, ("GET", "/v1/openapi.json")]


NAMED = {"rule_id": "CPPCR-27", "name": "buckinghamshire-2026", "review_id": "0" * 32, "file": "review.json"}
GUARDED = [(method, path) for method, path in routes() if path != "/v1/health"]


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_every_route_but_health_wants_the_token(method, path):
    answer = KEPT.request(method, path.format(**NAMED))
    assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_no_route_is_without_the_guard_but_health():
    app = create_app(Settings())
    free = [path for path, guarded in _guards(app) if not guarded]
    assert free == ["/v1/health"]
    assert len(list(_guards(app))) == len(routes())


def _guards(app: Any) -> Iterator[tuple[str, bool]]:
    for router in [app.router, *(r.original_router for r in app.routes if hasattr(r, "original_router"))]:
        for route in router.routes:
            if hasattr(route, "dependant"):
                calls = [d.call for d in route.dependant.dependencies]
                yield route.path, guard in calls


@pytest.mark.parametrize(
    "header",
    [
        TOKEN,
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN.upper()}",
        f"Bearer  {TOKEN[1:]}",
        "Bearer",
        "Bearer ",
        f"Basic {TOKEN}",
        "Bearer null",
        "Bearer \xe9",
        "",
    ],
)
def test_what_is_not_the_token_is_refused(header):
    answer = KEPT.get("/v1/rules", headers={"Authorization": header.encode("latin-1")})
    assert answer.status_code == 401
    assert TOKEN not in answer.text


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_token_opens_every_route(scheme):
    assert KEPT.get("/v1/rules", headers={"Authorization": f"{scheme} {TOKEN}"}).status_code == 200


def test_the_token_is_wanted_before_the_body_is_read():
    answer = KEPT.post("/v1/rank", content=b"{" * 1000, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 401


def test_health_tells_nothing_of_a_child_and_wants_no_token():
    said = KEPT.get("/v1/health").json()
    assert said == {
        "status": "ok",
        "version": said["version"],
        "register_held": True,
        "homes": 1,
        "rulebook_day": "2026-11-24",
    }
    assert a_client().get("/v1/health").json()["register_held"] is False


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("0.0.0.0", False),  # noqa: S104 - that this is refused is what is tested
        ("::", False),
        ("", False),
        ("192.168.1.4", False),
        ("10.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1", False),
        ("example.org", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("127.1", False),
        ("2130706433", False),
        (" 127.0.0.1", False),
    ],
)
def test_without_a_token_the_service_listens_on_loopback_only(host, alone):
    assert is_loopback(host) is alone
    assert may_listen(host, None) is alone
    assert may_listen(host, "") is alone
    assert may_listen(host, SecretStr("")) is alone
    assert may_listen(host, TOKEN)
    assert may_listen(host, SecretStr(TOKEN))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "localhost:80", "[::1]:8000"])
def test_without_a_token_it_answers_by_the_names_of_this_computer(host):
    assert OPEN.get("/v1/rules", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["attacker.example", "attacker.example:8000", "", "[", "localhost.attacker.example"])
def test_a_page_whose_name_was_made_to_point_here_reads_nothing(host):
    answer = OPEN.post("/v1/rank", json={}, headers={"Host": host})
    assert (answer.status_code, answer.json()["title"]) == (421, "Asked by another name")


def test_with_a_token_it_answers_by_any_name():
    client = a_client(a_case(), base_url="http://placements.example", api_token=TOKEN)
    assert client.get("/v1/rules", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/health"), ("GET", "/nowhere"), ("PUT", "/v1/rank"), ("POST", "/v1/rank")]
)
def test_every_answer_forbids_keeping_framing_and_guessing(method, path):
    headers = OPEN.request(method, path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["referrer-policy"] == "no-referrer"
    assert len(headers["x-request-id"]) == 32
    assert "server" not in headers


def test_an_answer_that_the_limit_gives_forbids_it_too():
    answer = a_client(body_limit=1).post("/v1/rank", json={})
    assert (answer.status_code, answer.headers["cache-control"]) == (413, "no-store")


def test_pages_of_other_origins_get_no_leave():
    headers = {"Origin": "https://attacker.example", "Access-Control-Request-Method": "POST"}
    for method in ("OPTIONS", "POST", "GET"):
        answer = OPEN.request(method, "/v1/rank", headers=headers)
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_whoever_sends_a_request_id_gets_another():
    assert OPEN.get("/v1/health", headers={"X-Request-ID": "amy"}).headers["x-request-id"] != "amy"


@pytest.mark.parametrize("blank", ["", "   "])
def test_a_blank_token_is_none(monkeypatch, blank):
    monkeypatch.setenv("MATCHING_API_TOKEN", blank)
    assert Settings().api_token is None


@pytest.mark.parametrize("token", ["two words", "caf\u00e9", "line\nbreak"])
def test_a_token_that_no_header_can_carry_is_refused_unsaid(token):
    with pytest.raises(ValidationError) as refused:
        Settings(api_token=SecretStr(token))
    assert token not in str(refused.value)


def test_the_token_is_never_shown():
    assert TOKEN not in repr(Settings(api_token=SecretStr(TOKEN)))


def test_more_than_can_wait_is_refused_at_once():
    app = create_app(Settings(at_once=1, waiting=0), a_case())
    app.state.service.turns.taken = 1
    answer = TestClient(app, base_url="http://127.0.0.1").post("/v1/rank", json={})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.json()["title"] == "Busy"


def test_a_place_is_given_back_whatever_happens():
    app = create_app(Settings(at_once=1, waiting=0), a_case())
    client = TestClient(app, base_url="http://127.0.0.1")
    statuses = [
        client.post("/v1/rank", content=content, headers={"Content-Type": kind}).status_code
        for content, kind in [(b"{", "application/json"), (b"", "text/plain"), (b"{}", "application/json")] * 2
    ]
    assert statuses == [422, 415, 200] * 2
