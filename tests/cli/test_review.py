"""`matching review`: at once, or as a run in a folder that goes on where it was and replays."""

import json
import os
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

import matching.review_runs
from matching.data.case_files import load
from matching.domain.review import Review
from matching.engine import Engine
from matching.errors import MatchingError, SearchIncomplete
from matching.review import AskedReview
from matching.review_runs import put_by, question_of, work_of
from tests.api.reviewing import made_up, parts_of, record, until
from tests.cli.running import EXAMPLE, PLAIN, PROGRAM, ROOT
from tests.cli.running import matching as run


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up authority."""
    return made_up(tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="module")
def made(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a review that is done."""
    out = tmp_path_factory.mktemp("done") / "out"
    ran = run("review", case, "--everyone", "--out", out)
    assert (ran.status, ran.err) == (0, "")
    assert f"The review is done: {out / 'results'} holds" in ran.line
    return out


def results(out: Path) -> dict[str, bytes]:
    """All that a review answered."""
    return {file.name: file.read_bytes() for file in sorted((out / "results").iterdir())}


def test_at_once_it_is_the_review_in_json(case: Path, made: Path) -> None:
    ran = run("review", case, "--everyone", "--json")
    assert ran.status == 0
    assert ran.raw == results(made)["review.json"]
    assert Review.model_validate_json(ran.raw).everyone


def test_at_once_it_is_a_page(case: Path) -> None:
    ran = run("review", case)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Review of children placed outside the area")


def test_given_again_it_says_that_it_was_done_and_works_nothing_out(
    case: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching.review_runs, "review", lambda *_, **__: pytest.fail("it was worked out again"))
    before = results(made)
    ran = run("review", case, "--everyone", "--out", made)
    assert (ran.status, results(made)) == (0, before)
    assert "This review was done already, and nothing is worked out again" in ran.line
    told = json.loads(run("review", case, "--everyone", "--out", made, "--json").out)
    assert told == record(made) | {"folder": str(made), "worked_out": False, "parts_found": 0}


def test_another_question_in_its_folder_is_refused_with_what_differs(case: Path, made: Path) -> None:
    ran = run("review", case, "--due", "2027-01-01", "--out", made)
    assert ran.status == 2
    assert "out: asked.due_by: found the run of another question, with 2026-11-24, expected 2027-01-01." in ran.err
    assert "out: asked.everyone: found the run of another question, with true, expected false." in ran.err
    assert "Name another folder, or begin this one afresh (--afresh)." in ran.err


def test_afresh_the_earlier_run_makes_way(case: Path, made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("review", case, "--out", out)
    assert run("review", case, "--everyone", "--out", out, "--afresh").status == 0
    assert results(out) == results(made)
    assert record(out) == record(made)


def test_what_is_different_since_the_last_review_is_told(case: Path, made: Path, tmp_path: Path) -> None:
    for last in (made, made / "results", made / "results" / "review.json"):
        ran = run("review", case, "--everyone", "--last", last, "--json")
        assert Review.model_validate_json(ran.raw).since_last is not None
    assert run("review", case, "--everyone", "--last", made, "--out", tmp_path / "out").status == 0


def test_every_fault_is_told_at_once_and_nothing_is_written(case: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").touch()
    (tmp_path / "plan.json").write_text('{"as_of": "soon"}')
    options = ("--due", "20260101", "--last", tmp_path / "plan.json", "--out", tmp_path / "letters")
    ran = run("review", tmp_path / "no.json", *options)
    assert ran.status == 2
    assert "letters: found a folder that holds something else (one.txt)" in ran.err
    assert "command: --due: found '20260101', expected a date such as 2026-12-01." in ran.err
    assert 'plan.json: review: as_of: found "soon"' in ran.err
    assert "no.json: found no such file" in ran.err
    assert [file.name for file in (tmp_path / "letters").iterdir()] == ["one.txt"]


def test_afresh_wants_a_folder(case: Path) -> None:
    ran = run("review", case, "--afresh")
    assert (ran.status, "command: --afresh: found no --out, expected --out with it." in ran.err) == (2, True)


def test_one_that_fails_ends_with_its_status_and_says_so_in_its_folder(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise SearchIncomplete("no answer in 5 seconds", "Allow it more time.")

    monkeypatch.setattr(matching.review_runs, "review", fails)
    ran = run("review", case, "--out", tmp_path / "out")
    assert (ran.status, ran.err) == (3, "No answer in 5 seconds. Allow it more time.\n")
    assert record(tmp_path / "out")["words"] == "No answer in 5 seconds. Allow it more time."


@pytest.mark.parametrize("said", [b"", b"{"])
def test_a_damaged_record_is_said_and_afresh_begins_anew(said: bytes, case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("review", case, "--out", out).status == 0
    before = results(out)
    (out / "run.json").write_bytes(said)
    ran = run("review", case, "--out", out)
    assert ran.status == 2
    assert "out: found an earlier run whose record (run.json) is damaged" in ran.err
    assert "begin this one afresh (--afresh)" in ran.err
    assert run("review", case, "--out", out, "--afresh").status == 0
    assert results(out) == before


def test_what_lies_in_its_folder_does_not_keep_it_from_its_end(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("review", case, "--everyone", "--out", out).status == 0
    done, before = record(out), results(out)
    (out / "run.json").write_text(json.dumps(done | {"state": "begun", "parts": {}, "results": {}}))
    (out / "parts" / "notes").write_text('{"a":1}')
    (out / "parts" / "children-00000").unlink()
    (out / "parts" / "children-00000").mkdir()
    ran = run("review", case, "--everyone", "--out", out)
    assert (ran.status, "children-00000 was damaged" in ran.err) == (0, True)
    assert (record(out), results(out)) == (done, before)
    (out / "parts").rename(out.with_name("parts"))
    (out / "parts").touch()
    ran = run("review", case, "--everyone", "--out", out)
    assert (ran.status, "out: found a run in which parts is a file or a link" in ran.err) == (2, True)


def begun(case: Path, out: Path) -> "subprocess.Popen[bytes]":
    """A review in a process of its own that has kept a part."""
    command: list[str | Path] = [PROGRAM, "review", case, "--everyone", "--out", out]
    running = subprocess.Popen(
        command, env=os.environ | PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    until(lambda: parts_of(out))
    return running


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_ended_on_the_way_it_goes_on_where_it_was_to_the_same_bytes(
    by: signal.Signals, case: Path, made: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with begun(case, out) as running:
        running.send_signal(by)
        _, said = running.communicate(timeout=30)
    kept = parts_of(out)
    assert record(out)["state"] == "begun"
    if by is signal.SIGINT:
        assert running.returncode == 130
        assert said.decode() == (
            f"Stopped before it was done. What is done stays in {out}: the same command goes on from there.\n"
        )
    ran = run("review", case, "--everyone", "--out", out)
    assert ran.status == 0
    assert "of it before" in ran.line
    assert kept.items() <= parts_of(out).items()
    assert (results(out), record(out)) == (results(made), record(made))


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_two_at_once_do_not_work_in_one_folder(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with begun(case, out) as running:
        running.send_signal(signal.SIGSTOP)
        ran = run("review", case, "--everyone", "--out", out)
        running.kill()
    assert ran.status == 2
    assert f"another process works ({running.pid})" in ran.err


@pytest.mark.parametrize("file", ["made up", EXAMPLE])
def test_a_question_in_bytes_is_the_question(file: str, case: Path) -> None:
    """What goes on after a restart is asked of the same case, by the same policy, over the same homes."""
    path = case if file == "made up" else ROOT / file
    engine = Engine.of(load(path).case, beside=path.parent)
    question = question_of(engine, AskedReview())
    again, asked = put_by(question)
    assert (again.case.model_copy(update={"policy": None}), again.policy) == (
        engine.case.model_copy(update={"policy": None}),
        engine.policy,
    )
    assert again.register.homes == engine.register.homes
    assert again.children_hash == engine.children_hash
    assert question_of(again, asked) == question


def test_what_other_versions_began_is_not_gone_on_with(case: Path) -> None:
    question = replace(question_of(Engine.of(load(case).case), AskedReview()), versions={"placement-matching": "0.0.1"})
    with pytest.raises(MatchingError) as refused:
        list(work_of(question, lambda *_: None)(lambda _, __: pytest.fail("it was gone on with")))
    assert "other versions" in refused.value.message
