"""Where a run may be put, and where nothing is touched."""

from pathlib import Path

import pytest

from matching.errors import InvalidInput
from matching.runs.record import RECORD, State
from matching.runs.run import opened
from matching.runs.shelf import Shelf
from tests.runs.made_up import MadeUp, a_question, record_of, results


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


def a_run(folder: Path) -> Path:
    """A run that is done."""
    with opened(folder, a_question()) as run:
        run.carry_out(MadeUp())
    return folder


@pytest.mark.parametrize("said", [b"", b"{", b'{"made_by": "somebody"}', None])
def test_a_run_whose_record_is_damaged_is_known_and_begun_anew_where_that_is_asked(said, tmp_path):
    folder = a_run(tmp_path / "run")
    before = results(folder)
    if said is None:
        (folder / RECORD).unlink()
    else:
        (folder / RECORD).write_bytes(said)
    with pytest.raises(InvalidInput) as error, opened(folder, a_question()):
        pass
    (fault,) = error.value.faults
    assert (fault.found, "--afresh" in fault.remedy) == ("an earlier run whose record (run.json) is damaged", True)
    assert results(folder) == before
    with opened(folder, a_question(), afresh=True) as run:
        assert run.carry_out(MadeUp())
    assert (record_of(folder).state, results(folder)) == (State.DONE, before)


def test_something_else_beside_a_damaged_record_is_left_alone(tmp_path):
    folder = a_run(tmp_path / "run")
    (folder / RECORD).write_bytes(b"")
    (folder / "letter.txt").write_bytes(b"mine")
    assert "something else" in refused(folder, afresh=True)
    assert (folder / "letter.txt").read_bytes() == b"mine"
    assert results(folder)


@pytest.mark.parametrize("afresh", [False, True])
@pytest.mark.parametrize("name", ["parts", "inputs", "results"])
@pytest.mark.parametrize("link", [False, True])
def test_what_should_be_a_folder_of_a_run_and_is_none_is_refused_in_words(link, name, afresh, tmp_path):
    folder, elsewhere = a_run(tmp_path / "run"), tmp_path / "elsewhere"
    (folder / name).rename(elsewhere)
    if link:
        (folder / name).symlink_to(elsewhere)
    else:
        (folder / name).write_bytes(b"mine")
    before = sorted(file.name for file in elsewhere.iterdir())
    assert refused(folder, afresh=afresh) == f"a run in which {name} is a file or a link"
    assert sorted(file.name for file in elsewhere.iterdir()) == before


def test_a_lock_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"mine")
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "run.lock").symlink_to(tmp_path / "letter.txt")
    assert "run.lock is a link" in refused(tmp_path / "run")
    with pytest.raises(InvalidInput), Shelf(tmp_path / "run").held():
        pass
    assert (tmp_path / "letter.txt").read_bytes() == b"mine"


def test_what_was_left_unfinished_is_not_written_through(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"mine")
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".unfinished-run.json").symlink_to(tmp_path / "letter.txt")
    a_run(tmp_path / "run")
    assert (tmp_path / "letter.txt").read_bytes() == b"mine"


def test_a_lock_that_is_a_folder_is_refused_in_words(tmp_path):
    (tmp_path / "run" / "run.lock").mkdir(parents=True)
    assert "no file" in refused(tmp_path / "run")


def left_by_a_kill(shelf: Shelf, run: str) -> Path:
    """What a process that was killed while it took a run away leaves of it."""
    left = shelf.folder / f".unfinished-{run}" / "inputs"
    left.mkdir(parents=True)
    (left / "case.json").write_bytes(b"{}")
    return left.parent


def test_what_was_half_taken_away_goes_when_the_run_is_taken_away_again(tmp_path):
    shelf = Shelf(tmp_path)
    run = shelf.put(a_question()).id
    left_by_a_kill(shelf, run)
    shelf.remove(run)
    assert list(tmp_path.iterdir()) == []


def test_what_was_half_taken_away_goes_when_the_shelf_is_held(tmp_path):
    shelf = Shelf(tmp_path)
    left = left_by_a_kill(shelf, "0" * 32)
    with shelf.held():
        assert not left.exists()


def test_a_run_whose_record_is_damaged_can_be_taken_away(tmp_path):
    shelf = Shelf(tmp_path)
    run = shelf.put(a_question()).id
    assert not shelf.is_damaged(run)
    (tmp_path / run / RECORD).write_bytes(b"")
    assert shelf.is_damaged(run)
    shelf.remove(run)
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_said_to_be_done_without_results_is_not_whole(tmp_path):
    shelf = Shelf(tmp_path)
    with shelf.opened(a_question()) as run:
        run.end(State.DONE)
        assert not shelf.is_whole(run.record.id)
        assert run.carry_out(MadeUp())
    assert shelf.is_whole(run.record.id)
