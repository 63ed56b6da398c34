"""Reviews over HTTP: begun, followed, cancelled, gone on with after a restart, and their results fetched."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from starlette.testclient import TestClient

from api.reviews import Reviews
from matching import load
from matching.domain.case import Case
from matching.domain.review import Review
from matching.errors import InvalidInput
from matching.review_runs import put_by
from tests.api.clients import PROBLEM, a_client, faults, plain
from tests.api.reviewing import a_service, ended, made_up, parts_of, record, until
from tests.api.test_serving import JSON, Running, started, stopped
from tests.builders import a_case
from tests.cli.running import matching

NO_REVIEW = "0" * 32


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up authority."""
    return made_up(tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="module")
def case(file: Path) -> Case:
    return load(file).case


class Done(NamedTuple):
    """A service that has done a review."""

    client: TestClient
    reviews: Reviews
    runs: Path
    where: str
    begun: dict[str, Any]
    said: dict[str, Any]


@pytest.fixture(scope="module")
def done(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    runs = tmp_path_factory.mktemp("kept") / "runs"
    with a_service(runs, case) as (client, reviews):
        answer = client.post("/v1/reviews?everyone=true", json={})
        assert answer.status_code == 202, answer.text
        where = answer.headers["location"]
        yield Done(client, reviews, runs, where, answer.json(), ended(client, where))


def test_a_review_that_is_begun_is_told_where_to_be_followed(done):
    assert done.where == f"/v1/reviews/{done.begun['id']}"
    assert done.begun["state"] == "running"
    assert done.begun["begun"].endswith("Z")
    assert f"{done.where}/cancel" in done.begun["remedy"]
    assert "survives a restart" in done.begun["kept"]


def test_once_it_is_done_its_answer_is_that_of_the_command_line_to_the_byte(done, file, tmp_path):
    assert (done.said["state"], done.said["words"]) == ("done", "")
    out = tmp_path / "out"
    assert matching("review", file, "--everyone", "--out", out).status == 0
    for where in done.said["results"]:
        assert done.client.get(where).content == (out / "results" / where.rpartition("/")[2]).read_bytes(), where
    answer = done.client.get(f"{done.where}/result")
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == (out / "results" / "review.json").read_bytes()
    assert Review.model_validate_json(answer.content).everyone
    assert record(out) == record(done.runs / done.said["id"])


KINDS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown; charset=utf-8",
}


def test_each_file_has_its_media_type_and_is_to_be_saved(done):
    for where in done.said["results"]:
        headers = done.client.get(where).headers
        name = where.rpartition("/")[2]
        assert headers["content-disposition"] == f'attachment; filename="{name}"'
        assert headers["content-type"] == KINDS[name.rpartition(".")[2]], name
    assert {where.rpartition(".")[2] for where in done.said["results"]} == set(KINDS)


def test_the_same_question_is_answered_with_the_one_that_is_done(done):
    before = parts_of(done.runs / done.said["id"])
    again = done.client.post("/v1/reviews?everyone=true", json={})
    assert (again.status_code, again.headers["location"], again.json()) == (200, done.where, done.said)
    assert parts_of(done.runs / done.said["id"]) == before


def test_the_list_names_it_and_no_fact_about_a_child(done, case):
    said = done.client.get("/v1/reviews").json()["reviews"]
    assert done.said in said
    whole = done.client.get("/v1/reviews").text
    assert not [child.id for child in case.children if child.id in whole]


def test_another_question_while_one_runs_is_refused_and_the_same_finds_it(done):
    first = done.client.post("/v1/reviews", json={})
    second = done.client.post("/v1/reviews?due=2027-01-01", json={})
    same = done.client.post("/v1/reviews", json={})
    try:
        assert (second.status_code, second.headers["content-type"]) == (409, PROBLEM)
        assert second.json()["type"] == "urn:matching:problem:not-now"
        assert first.json()["id"] in second.json()["detail"]
        assert "cancel" in second.json()["remedy"]
        assert (same.status_code, same.json()["id"]) == (202, first.json()["id"])
        assert done.client.get(first.headers["location"] + "/result").status_code == 409
        assert done.client.delete(first.headers["location"]).status_code == 409
    finally:
        began = time.monotonic()
        cancelled = done.client.post(first.headers["location"] + "/cancel")
    assert time.monotonic() - began < 2
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")


def test_one_that_was_cancelled_goes_on_when_it_is_asked_again_and_tells_what_is_different(done):
    answer = done.client.post(f"/v1/reviews?last={done.said['id']}", json={})
    where = answer.headers["location"]
    assert done.client.post(f"{where}/cancel").json()["state"] == "cancelled"
    assert done.client.post(f"/v1/reviews?last={done.said['id']}", json={}).status_code == 202
    assert ended(done.client, where)["state"] == "done"
    question = done.reviews.shelf.question(where.rpartition("/")[2])
    assert question is not None
    assert put_by(question)[1].last == Review.model_validate_json(done.client.get(f"{done.where}/result").content)


def test_to_cancel_what_is_done_changes_nothing(done):
    assert done.client.post(f"{done.where}/cancel").json() == done.said


@pytest.mark.parametrize("name", ["run.json", "..%2frun.json", "%2e%2e", "review.jso", "REVIEW.JSON"])
def test_a_file_that_is_no_result_is_not_there(name, done):
    answer = done.client.get(f"{done.where}/result/{name}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


@pytest.mark.parametrize("way", ["get", "delete", "get /result", "get /result/review.json", "post /cancel"])
@pytest.mark.parametrize(
    ("review", "status"), [(NO_REVIEW, 404), ("..", 404), ("%2e%2e%2f", 404), ("amy", 422), ("A" * 32, 422)]
)
def test_a_review_that_is_not_there_is_a_problem_that_repeats_nothing(review, status, way, done):
    method, _, below = way.partition(" ")
    answer = done.client.request(method, f"/v1/reviews/{review}{below}")
    assert answer.status_code in {status, 404, 405}
    assert answer.headers["content-type"] == PROBLEM
    assert review not in answer.text or review == ".."


def test_every_fault_of_a_question_is_told_at_once(done):
    answer = done.client.post(f"/v1/reviews?last={NO_REVIEW}", json={"as_of": "soon"})
    assert [(f["file"], f["field"]) for f in faults(answer)] == [("address", "last"), ("request", "as_of")]
    answer = done.client.post("/v1/reviews?due=soon&last=amy&everyone=perhaps&far=1", json={})
    assert sorted(f["field"] for f in faults(answer)) == ["", "due", "everyone", "last"]
    assert len(faults(done.client.post("/v1/reviews?due=2026-12-01&due=2026-12-02", json={}))) == 1


def test_a_damaged_result_is_not_given_and_made_again_when_it_is_asked(case, done):
    run = done.runs / done.said["id"]
    whole = (run / "results" / "review.json").read_bytes()
    (run / "results" / "review.json").write_bytes(b"{}")
    assert done.client.get(f"{done.where}/result").status_code == 409
    assert done.client.post("/v1/reviews?everyone=true", json={}).status_code == 202
    assert ended(done.client, done.where)["state"] == "done"
    assert done.client.get(f"{done.where}/result").content == whole


def test_what_was_taken_away_is_gone(tmp_path):
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        where = client.post("/v1/reviews", json={}).headers["location"]
        client.post(f"{where}/cancel")
        assert client.delete(where).status_code == 204
        assert client.get(where).status_code == 404
        assert [entry.name for entry in (tmp_path / "runs").iterdir()] == ["run.lock"]


def test_a_whole_case_may_be_sent_where_none_is_held(case, done):
    with a_service(None) as (client, reviews):
        answer = client.post("/v1/reviews?everyone=true", json=plain(case))
        assert answer.status_code == 202
        assert answer.json()["id"] == done.said["id"]
        assert "--runs" in answer.json()["kept"]
        assert reviews.shelf.folder.stat().st_mode & 0o777 == 0o700
    assert client.post("/v1/reviews", json={}).status_code == 422


def test_one_whose_inputs_are_not_as_they_were_is_not_gone_on_with(tmp_path):
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        where = client.post("/v1/reviews", json={}).headers["location"]
    run = tmp_path / "runs" / where.rpartition("/")[2]
    assert record(run)["state"] == "begun"
    (run / "inputs" / "case.json").write_bytes(b"{}")
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        said = client.get(where).json()
        assert (said["state"], said["words"].partition(".")[0]) == (
            "failed",
            "What it was asked about was not kept whole",
        )
        assert client.post("/v1/reviews", json={}).status_code == 202


def test_two_services_do_not_hold_one_folder(tmp_path):
    with a_service(tmp_path / "runs"), pytest.raises(InvalidInput), a_service(tmp_path / "runs"):
        pass


def test_what_stands_in_the_folder_and_is_no_review_is_no_review(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / NO_REVIEW).mkdir()
    (tmp_path / NO_REVIEW / "run.json").write_text("{}")
    with a_service(tmp_path) as (client, _):
        assert client.get("/v1/reviews").json() == {"reviews": []}


def test_the_same_question_while_its_process_works_finds_it(case, tmp_path):
    with a_service(tmp_path / "runs", case) as (client, _):
        first = client.post("/v1/reviews?everyone=true", json={})
        until(lambda: parts_of(tmp_path / "runs" / first.json()["id"]))
        same = client.post("/v1/reviews?everyone=true", json={})
        assert (same.status_code, same.json()["id"]) == (202, first.json()["id"])
        assert same.headers["location"] == first.headers["location"]


def spoilt(how: str, said: dict[str, Any]) -> bytes:
    """A record that is no review's any more."""
    asked = {"asked for nothing": {}, "on no day": {"due_by": "soon", "everyone": True}}
    if how in asked:
        return json.dumps(said | {"asked": asked[how]}).encode()
    return json.dumps(said | {"kind": "letter"}).encode() if how == "of another kind" else b""


@pytest.mark.parametrize(
    ("how", "state"),
    [("asked for nothing", "done"), ("on no day", "begun"), ("of another kind", "cancelled"), ("empty", "")],
)
def test_a_damaged_review_is_not_listed_and_asked_for_says_what_to_do(how, state, tmp_path):
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        where = client.post("/v1/reviews", json={}).headers["location"]
        client.post(f"{where}/cancel")
    run = tmp_path / "runs" / where.rpartition("/")[2]
    (run / "run.json").write_bytes(spoilt(how, record(run) | {"state": state}))
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        assert client.get("/v1/reviews").json() == {"reviews": []}
        asked = [client.get(where), client.get(f"{where}/result"), client.post(f"{where}/cancel")]
        for answer in [*asked, client.post("/v1/reviews", json={})]:
            assert (answer.status_code, answer.headers["content-type"]) == (409, PROBLEM)
            assert answer.json()["type"] == "urn:matching:problem:damaged"
            assert f"DELETE {where} takes it away" in answer.json()["remedy"]
        assert client.delete(where).status_code == 204
        assert client.get(where).status_code == 404
        assert client.post("/v1/reviews", json={}).status_code == 202


def test_one_that_is_said_to_be_done_without_results_is_done_again(tmp_path):
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        where = client.post("/v1/reviews", json={}).headers["location"]
        assert ended(client, where)["state"] == "done"
        run = tmp_path / "runs" / where.rpartition("/")[2]
        (run / "run.json").write_text(json.dumps(record(run) | {"results": {}}))
        assert client.get(f"{where}/result").status_code == 409
        assert client.post("/v1/reviews", json={}).status_code == 202
        assert ended(client, where)["state"] == "done"
        assert client.get(f"{where}/result").status_code == 200


def test_what_a_kill_left_of_one_that_was_taken_away_goes(tmp_path):
    left = tmp_path / "runs" / f".unfinished-{NO_REVIEW}"
    left.mkdir(parents=True)
    (left / "case.json").write_text("{}")
    with a_service(tmp_path / "runs", a_case()) as (client, _):
        assert not left.exists()
        where = client.post("/v1/reviews", json={}).headers["location"]
        client.post(f"{where}/cancel")
        again = left.with_name(f".unfinished-{where.rpartition('/')[2]}")
        again.mkdir()
        (again / "case.json").write_text("{}")
        assert client.delete(where).status_code == 204
        assert [entry.name for entry in (tmp_path / "runs").iterdir()] == ["run.lock"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_is_too_early_or_too_late_is_said_in_words(day, done):
    (fault,) = faults(done.client.post(f"/v1/reviews?due={day}", json={}))
    assert (fault["field"], fault["expected"]) == ("due", "a date from 1900-01-01 to 2199-12-31")


def private(folder: Path, mode: int = 0o700) -> Path:
    """What a service that was killed left of its private folder."""
    (folder / NO_REVIEW).mkdir(parents=True)
    (folder / NO_REVIEW / "case.json").write_text("{}")
    (folder / "run.lock").touch()
    folder.chmod(mode)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
def test_private_folders_of_services_that_were_killed_go_and_those_of_others_stay(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = private(tmp_path / "matching-runs-left")
    link = tmp_path / "matching-runs-link"
    link.symlink_to(private(tmp_path / "letters"))
    stay = [link, tmp_path / "letters", private(tmp_path / "matching-runs-seen", 0o755)]
    (tmp_path / "matching-runs-new").mkdir(0o700)
    with a_service(None, a_case()) as (client, reviews):
        assert client.get("/v1/reviews").json() == {"reviews": []}
        assert not left.exists()
        with a_service(None, a_case()):
            assert reviews.shelf.folder.parent == tmp_path
            assert all(folder.exists() for folder in [*stay, tmp_path / "matching-runs-new", reviews.shelf.folder])
            assert (tmp_path / "letters" / NO_REVIEW / "case.json").exists()


SERVE = (
    "import sys; from pathlib import Path; from api.serving import serve;"
    "serve(Path(sys.argv[1]), '127.0.0.1', 0, Path('runs'))"
)


def serving(folder: Path, case: Case) -> Running:
    """The service as a process of its own, with its reviews in a folder beside it."""
    return started(folder, SERVE, case=case, MATCHING_BODY_LIMIT="10000000")


def test_killed_with_the_service_it_goes_on_by_itself_and_answers_the_same(case, done, tmp_path):
    service = serving(tmp_path, case)
    head, _ = service.ask("POST", "/v1/reviews?everyone=true", b"{}", JSON)
    where = head.getheader("Location")
    run = tmp_path / "runs" / where.rpartition("/")[2]
    kept = until(lambda: parts_of(run))
    stopped(service, signal.SIGKILL)
    assert record(run)["state"] == "begun"
    service = serving(tmp_path, case)
    try:
        until(lambda: b'"state":"done"' in service.ask("GET", where)[1])
        assert kept.items() <= parts_of(run).items(), "what was done before is not done again"
        assert service.ask("GET", f"{where}/result")[1] == done.client.get(f"{done.where}/result").content
    finally:
        assert stopped(service, signal.SIGTERM) == 0
    assert not [child.id for child in case.children if f'"{child.id}"' in service.log.read_text()]


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
def test_the_private_folder_of_a_service_that_was_killed_goes_when_the_next_one_starts(tmp_path):
    (tmp_path / "temporary").mkdir()
    private_only = SERVE.replace("Path('runs')", "None")
    where = str(tmp_path / "temporary")
    service = started(tmp_path, private_only, case=a_case(), TMPDIR=where)
    service.ask("POST", "/v1/reviews", b"{}", JSON)
    (left,) = (tmp_path / "temporary").glob("matching-runs-*")
    stopped(service, signal.SIGKILL)
    assert list(left.glob("*/inputs/case.json"))
    service = started(tmp_path, private_only, case=a_case(), TMPDIR=where)
    try:
        assert not left.exists()
    finally:
        assert stopped(service, signal.SIGTERM) == 0


def test_told_to_stop_it_leaves_the_review_begun_and_a_cancelled_one_stays_so(case, tmp_path):
    service = serving(tmp_path, case)
    cancelled = service.ask("POST", "/v1/reviews", b"{}", JSON)[0].getheader("Location")
    service.ask("POST", f"{cancelled}/cancel")
    begun = service.ask("POST", "/v1/reviews?everyone=true", b"{}", JSON)[0].getheader("Location")
    assert stopped(service, signal.SIGTERM) == 0
    states = {where: record(tmp_path / "runs" / where.rpartition("/")[2])["state"] for where in (cancelled, begun)}
    assert states == {cancelled: "cancelled", begun: "begun"}
    with a_service(tmp_path / "runs", case) as (client, reviews):
        assert client.get(cancelled).json()["state"] == "cancelled"
        assert client.get(begun).json()["state"] == "running"
        assert list(reviews._waiting) == []
        reviews.cancel(begun.rpartition("/")[2])
        assert client.get(begun).json()["state"] == "cancelled"


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_a_process_that_is_ended_from_outside_is_said_in_words_and_goes_on_when_asked(case, tmp_path):
    with a_service(tmp_path / "runs", case) as (client, reviews):
        where = client.post("/v1/reviews?everyone=true", json={}).headers["location"]
        working = reviews._working
        assert working is not None
        working.end()
        said = ended(client, where)
        assert (said["state"], "goes on where it was" in said["words"]) == ("failed", True)
        assert client.post("/v1/reviews?everyone=true", json={}).status_code == 202


def test_rankings_are_answered_while_one_runs(case, tmp_path):
    with a_service(tmp_path / "runs", case) as (client, _):
        where = client.post("/v1/reviews?everyone=true", json={}).headers["location"]
        assert client.post(f"/v1/rank?referral={case.referrals[0].id}", json={}).status_code == 200
        assert client.get(where).json()["state"] == "running"


def test_a_service_that_is_asked_for_no_review_makes_no_folder(monkeypatch):
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: pytest.fail("it made one"))
    assert a_client(a_case()).post("/v1/rank", json={}).status_code == 200
