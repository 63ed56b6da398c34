"""What the service does with a body that is no case: it says so in words, and it never breaks."""

import json
from collections.abc import Iterator

import pytest

from tests.api.clients import PROBLEM, a_client, faults, plain
from tests.builders import a_case

CLIENT = a_client(a_case())
WHOLE = json.dumps(plain(a_case()))
JSON = {"Content-Type": "application/json"}
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"   ", id="spaces"),
        pytest.param(b"{", id="half a table"),
        pytest.param(b"as_of = 2026-11-24", id="TOML"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"null", id="null"),
        pytest.param(b"5", id="a number"),
        pytest.param(b'"amy"', id="text"),
        pytest.param(b"\xff\xfe{\x00}\x00", id="UTF-16"),
        pytest.param(b'{"as_of": "\xe9"}', id="Latin-1"),
        pytest.param(b'{"as_of": NaN}', id="not a number"),
        pytest.param(b'{"policy": {"band_width": Infinity}}', id="without end"),
        pytest.param(b'{"policy": {"weights": {"near-home": -Infinity}}}', id="without beginning"),
        pytest.param(b'{"policy": {"band_width": 1e999}}', id="beyond floating point"),
        pytest.param(b'{"policy": {"band_width": ' + b"9" * 5000 + b"}}", id="thousands of digits"),
        pytest.param(b'{"as_of": "2026-11-24", "as_of": "2026-11-25"}', id="a key twice"),
        pytest.param(b'{"children": [{"id": "amy", "id": "ben"}]}', id="a key twice, further in"),
        pytest.param(DEEP.encode(), id="deep lists"),
        pytest.param(b'{"policy": {"name": ' + DEEP.encode() + b"}}", id="deep lists in a policy"),
        pytest.param(b'{"policy": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}", id="deep tables"),
        pytest.param(b'{"policy": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}", id="tables of 300 levels"),
        pytest.param(b'{"policy": {"name": "\\ud800"}}', id="half a character"),
        pytest.param(b'{"children": [{"id": "a\\u0000b", "born": "2015-06-01"}]}', id="a character that is none"),
        pytest.param(b'{"expect": {}}', id="a scenario"),
    ],
)
@pytest.mark.parametrize("held", [True, False])
def test_what_is_no_case_is_refused_in_words(body, held):
    client = CLIENT if held else a_client()
    for fault in faults(client.post("/v1/rank", content=body, headers=JSON)):
        assert fault["expected"]
        assert fault["remedy"]


def test_every_fault_comes_at_once_with_its_place_and_without_its_value():
    body = plain(a_case())
    body["as_of"] = "tomorrow"
    body["children"][0] |= {"born": "1 June 2015", "sex": "girl", "favourite_colour": "green"}
    body["homes"][0]["vacancies"] = {"beds": -1}
    body["referrals"][0]["children"] = ["zed"]
    answer = CLIENT.post("/v1/rank", json=body)
    found = {(f["table"], f["id"], f["field"]): f for f in faults(answer)}
    assert set(found) == {
        ("", "", "as_of"),
        ("children", "amy", "born"),
        ("children", "amy", "sex"),
        ("children", "amy", ""),
        ("homes", "oak", "vacancies.beds"),
        ("referrals", "r1", "children[no. 1]"),
    }
    born = found[("children", "amy", "born")]
    assert born == {
        "file": "request",
        "table": "children",
        "id": "amy",
        "field": "born",
        "found": "text of 11 characters",
        "expected": "a date such as 2026-12-01",
        "remedy": born["remedy"],
    }
    assert not any(value in answer.text for value in ("tomorrow", "1 June", "girl", "favourite", "green", "zed"))


def test_a_problem_has_the_shape_that_the_contract_gives_it():
    problem = CLIENT.post("/v1/rank", json={"children": 5}).json()
    assert set(problem) == {"type", "title", "status", "detail", "errors", "remedy"}
    assert (problem["status"], problem["detail"]) == (422, "the input has 1 fault")


def test_a_thousand_faults_are_listed_and_the_others_counted():
    body = {"children": [{"id": f"c{n}"} for n in range(1200)]}
    problem = CLIENT.post("/v1/rank", json=body).json()
    assert len(problem["errors"]) == 1000
    assert problem["detail"] == "the input has 1200 faults, 200 of them not listed"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 200),
        ({"Content-Type": "Application/JSON; charset=UTF-8"}, 200),
        ({"Content-Type": "application/json", "Content-Encoding": "identity"}, 200),
        ({}, 415),
        ({"Content-Type": ""}, 415),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/json; charset=latin-1"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, 415),
    ],
)
def test_only_plain_json_is_read(headers, status):
    answer = CLIENT.post("/v1/rank", content=WHOLE, headers=headers)
    assert answer.status_code == status
    if status == 415:
        assert answer.json()["type"] == "urn:matching:problem:json-only"


def test_a_body_that_says_it_is_too_large_is_refused_unread():
    client = a_client(a_case(), body_limit=len(WHOLE))
    assert client.post("/v1/rank", content=WHOLE, headers=JSON).status_code == 200
    answer = client.post("/v1/rank", content=WHOLE + " ", headers=JSON)
    assert (answer.status_code, answer.json()["title"]) == (413, "Too large")
    assert answer.headers["connection"] == "close"


def test_a_body_that_turns_out_too_large_is_refused_before_it_is_parsed():
    client = a_client(a_case(), body_limit=1000)

    def in_parts() -> Iterator[bytes]:
        for _ in range(11):
            yield b"{" * 100

    answer = client.post("/v1/rank", content=in_parts(), headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/v1/rank?limit=-1", "limit"),
        ("/v1/rank?limit=201", "limit"),
        ("/v1/rank?limit=many", "limit"),
        ("/v1/rank?limit=", "limit"),
        ("/v1/rank?limit=1.5", "limit"),
        ("/v1/rank?home=not%20an%20id", "home"),
        ("/v1/rank?referral=%C3%A9", "referral"),
        ("/v1/rank?" + "&".join(f"home=h{n}" for n in range(201)), "home"),
        ("/v1/rank?amy=10", ""),
    ],
)
def test_what_an_address_says_is_checked_as_strictly(address, field):
    answer = CLIENT.post(address, json={})
    assert {f["field"] for f in faults(answer)} == {field}
    assert {f["file"] for f in faults(answer)} == {"address"}


def test_a_slip_in_an_address_is_told_without_what_was_written():
    assert "Amy" not in CLIENT.post("/v1/rank?limit=Amy&Amy=1&home=Amy%20A", json={}).text


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/", 404),
        ("GET", "/v1/children/amy", 404),
        ("GET", "/docs", 404),
        ("GET", "/redoc", 404),
        ("GET", "/openapi.json", 404),
        ("POST", "/v1/rank/", 404),
        ("GET", "/v1/rank", 405),
        ("HEAD", "/v1/rank", 405),
        ("PUT", "/v1/rank", 405),
        ("OPTIONS", "/v1/rank", 405),
        ("POST", "/v1/rules", 405),
        ("DELETE", "/v1/health", 405),
        ("HEAD", "/v1/health", 200),
        ("HEAD", "/v1/rules", 200),
    ],
)
def test_other_addresses_and_methods_are_refused_in_the_same_shape(method, address, status):
    answer = CLIENT.request(method, address)
    assert answer.status_code == status
    if method != "HEAD":
        assert answer.json()["status"] == status
        assert answer.headers["content-type"] == PROBLEM


def test_a_method_that_is_not_allowed_says_which_are():
    assert CLIENT.put("/v1/rank").headers["allow"] == "POST"
    assert CLIENT.put("/v1/rules").headers["allow"] == "GET, HEAD"


def test_head_says_what_get_says_without_its_body():
    got, headed = CLIENT.get("/v1/rules"), CLIENT.head("/v1/rules")
    assert headed.content == b""
    assert headed.headers["content-length"] == got.headers["content-length"]
