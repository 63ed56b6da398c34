"""Where a run may be put, and where nothing is touched."""

from pathlib import Path

import pytest

from matching.errors import InvalidInput
from matching.runs.record import RECORD
from matching.runs.run import opened
from matching.runs.shelf import Shelf
from tests.runs.made_up import MadeUp, a_question


def refused(folder: Path, **how) -> str:
    with pytest.raises(InvalidInput) as error, opened(folder, a_question(), **how):
        pass
    (fault,) = error.value.faults
    return fault.found


@pytest.mark.parametrize("afresh", [False, True])
@pytest.mark.parametrize("name", ["letter.txt", "inputs", "results", "parts"])
def test_a_folder_that_holds_something_else_is_left_alone(name, afresh, tmp_path):
    (tmp_path / name).mkdir()
    assert refused(tmp_path, afresh=afresh) == f"a folder that holds something else ({name})"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("said", [b"", b"{}", b'{"made_by": "somebody"}'])
def test_a_record_that_is_no_runs_is_left_alone_too(said, tmp_path):
    (tmp_path / RECORD).write_bytes(said)
    assert "something else" in refused(tmp_path, afresh=True)
    assert (tmp_path / RECORD).read_bytes() == said


def test_something_else_beside_a_run_is_left_alone(tmp_path):
    with opened(tmp_path / "run", a_question()) as run:
        run.carry_out(MadeUp())
    (tmp_path / "run" / "letter.txt").write_bytes(b"mine")
    assert "letter.txt" in refused(tmp_path / "run", afresh=True)


def test_places_where_there_can_be_no_folder(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"mine")
    assert refused(tmp_path / "file") == "a file"
    assert refused(tmp_path / "nowhere" / "run") == "a folder that is not there"
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert refused(Path()) == "the folder that you are in"


def test_where_one_may_not_write_it_is_said(tmp_path, monkeypatch):
    def may_not(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("matching.runs.run.make_folder", may_not)
    assert "no folder can be made" in refused(tmp_path / "run")


def test_an_empty_folder_and_what_a_killed_run_left_are_good_places(tmp_path):
    (tmp_path / "run.lock").write_bytes(b"")
    (tmp_path / ".unfinished-run.json").write_bytes(b"{")
    with opened(tmp_path, a_question()) as run:
        assert run.carry_out(MadeUp())
    assert not (tmp_path / ".unfinished-run.json").exists()


def test_a_shelf_gives_each_run_back_with_its_question(tmp_path):
    shelf = Shelf(tmp_path / "runs")
    assert list(shelf.records()) == []
    record = shelf.put(a_question())
    assert shelf.put(a_question()) == record == shelf.record(record.id)
    assert shelf.question(record.id) == a_question()
    assert [one.id for one in shelf.records()] == [record.id]
    assert shelf.result(record.id, "all.txt") is None


def test_a_run_whose_inputs_are_not_as_they_were_has_no_question(tmp_path):
    shelf = Shelf(tmp_path)
    run = shelf.put(a_question()).id
    (tmp_path / run / "inputs" / "case.json").write_bytes(b"x")
    assert shelf.question(run) is None


@pytest.mark.parametrize(
    "run", ["..", ".", "", "x" * 32, "A" * 32, "../" + "a" * 29, "a" * 31, "a" * 33, "a" * 32 + "\n"]
)
def test_an_id_that_no_run_has_names_nothing(run, tmp_path):
    shelf = Shelf(tmp_path / "runs")
    with opened(tmp_path / "run", a_question()):
        pass
    assert (shelf.record(run), shelf.question(run), shelf.result(run, "run.json")) == (None, None, None)


def test_no_way_leads_out_of_a_shelf(tmp_path):
    with opened(tmp_path / "run", a_question()) as run:
        run.record.model_copy(update={"id": "../run"}).write(tmp_path / "run")
    (tmp_path / "runs").mkdir()
    assert Shelf(tmp_path / "runs").record("../run") is None


def test_a_folder_with_the_name_of_another_run_is_none(tmp_path):
    shelf = Shelf(tmp_path)
    run = shelf.put(a_question()).id
    (tmp_path / run).rename(tmp_path / ("0" * 32))
    assert list(shelf.records()) == []


def test_what_is_taken_away_is_gone(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.remove(shelf.put(a_question()).id)
    assert list(tmp_path.iterdir()) == []


def test_one_service_at_a_time_holds_a_shelf(tmp_path):
    shelf = Shelf(tmp_path / "runs")
    with shelf.held(), pytest.raises(InvalidInput), shelf.held():
        pass
