"""Nothing of a child gets into the log or into an error: not what she is, not what somebody wrote by mistake."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from matching.errors import EngineDefect, MatchingError, SearchIncomplete
from tests.api.clients import PROBLEM, a_client, plain
from tests.builders import a_case, a_child, a_home, a_member, a_referral

NAME = "Zebedee Quxworth"
WRONG: tuple[Any, ...] = (
    NAME,
    "Zebedee.Quxworth.",
    "quxworth",
    "1987-06-05",
    19870605,
    -1987.0605,
    True,
    [NAME, "quxworth"],
    {NAME: NAME},
    {"quxworth": "quxworth"},
    {"Zebedee.Quxworth": 1987},
)
TRACES = ("zebedee", "quxworth", "1987")

PERSON = {
    "id": "q7zebedee",
    "born": "2014-03-09",
    "home_postcode": "HP19 8FF",
    "wishes": {"ascertained_on": "2026-11-01", "words": "I am Zebedee Quxworth", "wants": ["quxworth_street"]},
    "siblings": [{"child": "quxworth-2", "assessment": "apart"}],
    "must_not_live_with": ["quxworth-3"],
    "school": {"urn": "quxworth-9", "postcode": "HP21 8AJ", "year_group": 7, "registered": True},
    "keep_away_from": [{"postcode": "HP20 2NF", "miles": 2, "why": "Zebedee Quxworth lives there"}],
}
THEIRS = ("q7zebedee", "zebedee", "quxworth", "2014-03-09", "HP19", "HP21", "HP20", "r-zebedee", "oak-quxworth", "C2")


def whole() -> dict[str, Any]:
    """A case whose every value can be told from anything that the service says of itself."""
    case = plain(
        a_case(
            referrals=(a_referral(id="r-zebedee", children=["q7zebedee"], reason=NAME),),
            homes=(a_home(id="oak-quxworth", name=NAME, household=(a_member(id="m-quxworth"),)),),
        )
    )
    return case | {"children": [plain(a_child()) | PERSON]}


def lines(capsys: Any) -> list[dict[str, Any]]:
    """The lines of the log, each of them JSON."""
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_one_line_that_says_nothing_of_whom_it_was_about(capsys):
    client = a_client(api_token="quxworth-token")
    answer = client.post(
        "/v1/rank?referral=r-zebedee&home=oak-quxworth",
        json=whole(),
        headers={"Authorization": "Bearer quxworth-token", "User-Agent": NAME, "X-Request-ID": NAME, "Cookie": NAME},
    )
    assert answer.status_code == 200
    (line,) = lines(capsys)
    assert set(line) == {"event", "level", "timestamp", "request_id", "method", "route", "status", "ms"}
    assert (line["method"], line["route"], line["status"]) == ("POST", "/v1/rank", 200)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert line["ms"] > 0
    said = json.dumps([line["event"], line["level"], line["method"], line["route"], line["status"]]).lower()
    assert not [value for value in THEIRS if value.lower() in said]


@pytest.mark.parametrize(
    ("method", "path", "route"),
    [
        ("GET", "/v1/rules/Zebedee", "/v1/rules/{rule_id}"),
        ("GET", "/v1/policies/Zebedee?of=Quxworth", "/v1/policies/{name}"),
        ("HEAD", "/v1/rules/Zebedee", "/v1/rules/{rule_id}"),
        ("GET", "/children/Zebedee/Quxworth", "none"),
        ("ZEBEDEE", "/v1/rank", "/v1/rank"),
        ("DELETE", "/v1/rules/Zebedee", "/v1/rules/{rule_id}"),
        ("GET", "/v1/rules/Zebedee%0AQuxworth", "/v1/rules/{rule_id}"),
        ("GET", "/%2e%2e/Zebedee", "none"),
    ],
)
def test_the_log_names_the_route_and_never_the_path(method, path, route, capsys):
    answer = a_client().request(method, path)
    (line,) = lines(capsys)
    assert line["route"] == route
    assert silent(line["method"] + answer.text)


def silent(text: str) -> bool:
    return not any(trace in text.lower() for trace in TRACES)


def problem_said(answer: Any) -> dict[str, Any]:
    """A problem but for its id, which is made by chance."""
    return {key: value for key, value in answer.json().items() if key != "error_id"}


def spoilt(value: Any) -> Iterator[Any]:
    """The value with each thing in it, one after the other, made wrong, and with a key that nobody knows."""
    yield from WRONG
    if isinstance(value, dict):
        yield {**value, NAME: 1}
        yield {**value, "Zebedee.Quxworth": NAME}
        for key, below in value.items():
            yield {k: v for k, v in value.items() if k != key}
            yield from ({**value, key: wrong} for wrong in spoilt(below))
    elif isinstance(value, list):
        yield [*value, *value]
        for n, below in enumerate(value):
            yield from ([*value[:n], wrong, *value[n + 1 :]] for wrong in spoilt(below))


SPARE = {
    "as_of": "2026-11-24",
    "policy": {"name": "buckinghamshire-2026", "weights": {"near-home": 5}, "figures": {"longest_school_journey": 30}},
    "authority": {"code": "E06000060", "adjoining": ["E06000042"]},
    "children": [
        {
            "id": "amy",
            "born": "2015-06-01",
            "needs": {"education_learning": 1},
            "risks": [{"kind": "fire", "level": "history"}],
            "school": {"urn": "110000", "postcode": "HP19 8FF"},
            "must_not_live_with": ["ben"],
        }
    ],
    "referrals": [{"id": "r1", "children": ["amy"], "start": "2026-12-01", "expected_end": "2027-06-01"}],
    "homes": [
        {
            "id": "oak",
            "kind": "foster",
            "run_by": "own",
            "postcode": "HP20 2NF",
            "household": [{"id": "x1", "born": "2014-01-01", "relation": "looked_after"}],
            "approval": {"terms": {"age_min": 0, "age_max": 17}},
            "cost": {"weekly": "480.00"},
        }
    ],
    "decided": [{"child": "amy", "home": "oak", "on": "2026-11-20"}],
    "approvals": [{"rule": "CA89-SCH7", "home": "oak", "by": "director", "on": "2026-11-20"}],
}


OUTSIDE = (*WRONG, {**SPARE, NAME: 1}, {**SPARE, "Zebedee.Quxworth": NAME}, {**SPARE, "expect": {NAME: NAME}})


@pytest.mark.parametrize("table", [*SPARE, "outside every table"])
def test_no_error_repeats_what_was_written_wherever_it_was_written(table, capsys):
    client, refused = a_client(), 0
    for body in ({**SPARE, table: wrong} for wrong in spoilt(SPARE[table])) if table in SPARE else OUTSIDE:
        answer = client.post("/v1/rank", json=body)
        assert answer.status_code in {200, 422}, json.dumps(body)
        if answer.status_code == 422:
            refused += 1
            assert silent(_without_ids(answer.json())), f"{answer.text} for {json.dumps(body)}"
    assert refused
    assert all(silent(line["event"] + line["route"]) and len(line) == 8 for line in lines(capsys))


def _without_ids(problem: dict[str, Any]) -> str:
    """A problem but for the ids of entries, by which its reader finds them, in the fault or in brackets in its field.

    They have the shape of an id; what has not is told by its number.
    """
    said = copy.deepcopy(problem)
    for fault in said["errors"]:
        assert NAME not in fault["id"]
        fault["id"] = ""
        fault["field"] = fault["field"].replace("[quxworth]", "[]")
        fault["expected"] = fault["expected"].replace("one of: quxworth", "one of: ")
    return json.dumps(said)


def test_a_defect_is_answered_and_logged_by_its_id_and_place_alone(monkeypatch, capsys):
    def broken(*_, **__):
        raise ValueError(f"{NAME} was born on 1987-06-05") from KeyError(NAME)

    monkeypatch.setattr("matching.engine.rank", broken)
    answer = a_client(a_case()).post("/v1/rank", json={})
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    defect, request = lines(capsys)
    assert answer.json()["error_id"] == defect["error_id"]
    assert defect["error"] == "ValueError"
    assert defect["at"][-1].endswith("broken")
    assert any(place.startswith("matching.engine:") for place in defect["at"])
    assert request["status"] == 500
    assert set(defect) == {"event", "level", "timestamp", "error_id", "error", "at"}
    assert silent(json.dumps([*defect["at"], problem_said(answer)]))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SearchIncomplete("no answer within 5 s", "Allow more time."), (503, "search-incomplete", False)),
        (EngineDefect(NAME, NAME), (500, "withheld", True)),
        (MatchingError(NAME, NAME), (500, "defect", True)),
        (RecursionError(NAME), (500, "defect", True)),
        (MemoryError(NAME), (500, "defect", True)),
    ],
)
def test_each_kind_of_error_has_its_status(error, said, monkeypatch, capsys):
    status, kind, logged = said

    def failing(*_, **__):
        raise error

    monkeypatch.setattr("matching.engine.rank", failing)
    answer = a_client(a_case()).post("/v1/rank", json={})
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (status, f"urn:matching:problem:{kind}")
    assert ("error_id" in problem) is logged
    assert silent(json.dumps([problem_said(answer), [line.get("at") for line in lines(capsys)]]))
