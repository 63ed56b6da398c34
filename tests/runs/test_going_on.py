"""A run that was killed goes on where it was, and answers the same to the byte; one that is done is not done again."""

import errno
import os
import stat
from pathlib import Path

import pytest

from matching.errors import InvalidInput, SearchIncomplete
from matching.runs.lock import InUse
from matching.runs.record import RECORD, State
from matching.runs.run import opened
from tests.runs.made_up import PARTS, PLACES, MadeUp, a_question, begun_until, killed, record_of, results

KEPT_BY_THEN = {PLACES[0]: 0, PLACES[1]: 3, PLACES[2]: 0, PLACES[3]: PARTS, PLACES[4]: PARTS}


def carried_out(folder: Path, work: MadeUp | None = None, **how) -> list[int]:
    """The parts that had to be made."""
    work = work or MadeUp()
    with opened(folder, a_question(), **how) as run:
        run.carry_out(work)
    return work.made


@pytest.fixture
def undisturbed(tmp_path: Path) -> dict[str, bytes]:
    carried_out(tmp_path / "undisturbed")
    return results(tmp_path / "undisturbed")


@pytest.mark.skipif(os.name == "nt", reason="nothing is killed so there")
@pytest.mark.parametrize("place", PLACES)
def test_killed_anywhere_it_goes_on_to_the_same_bytes(place, tmp_path, undisturbed):
    folder = tmp_path / "run"
    killed(begun_until(place, folder))
    assert record_of(folder).state is State.BEGUN
    assert carried_out(folder) == list(range(KEPT_BY_THEN[place], PARTS))
    assert results(folder) == undisturbed
    assert (folder / RECORD).read_bytes() == (tmp_path / "undisturbed" / RECORD).read_bytes()
    assert not list(folder.rglob(".unfinished-*"))


@pytest.mark.skipif(os.name == "nt", reason="nothing is killed so there")
def test_two_do_not_work_in_one_folder_and_the_dead_hold_nothing(tmp_path):
    folder = tmp_path / "run"
    other = begun_until(PLACES[0], folder)
    try:
        with pytest.raises(InUse) as refused:
            carried_out(folder)
        assert str(other.pid) in str(refused.value.faults[0])
    finally:
        killed(other)
    assert carried_out(folder) == list(range(PARTS))


def test_two_in_one_process_do_not_either(tmp_path):
    with opened(tmp_path / "run", a_question()), pytest.raises(InUse):
        carried_out(tmp_path / "run")


def test_a_finished_one_is_not_worked_out_again(tmp_path, undisturbed):
    folder = tmp_path / "undisturbed"
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.name != "run.lock"}
    with opened(folder, a_question()) as run:
        assert run.carry_out(MadeUp(stop_in=0)) is False
        assert run.result("count.txt") == b"6"
        assert run.result("../run.json") is None
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.name != "run.lock"} == before


def test_the_same_question_has_the_same_id_and_another_has_another():
    ids = [
        a_question().id,
        a_question(kind="other").id,
        a_question(asked={"everyone": False, "due_by": "2026-11-24"}).id,
        a_question(inputs={"case.json": b"", "policy.json": b"{}"}).id,
        a_question(versions={"placement-matching": "0.2.0"}).id,
    ]
    assert len(set(ids)) == len(ids)
    assert a_question(asked={"due_by": "2026-11-24", "everyone": True}).id == ids[0]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        pytest.param({"kind": "other"}, ["kind"], id="another kind"),
        pytest.param({"asked": {"everyone": False}}, ["asked.due_by", "asked.everyone"], id="asked otherwise"),
        pytest.param({"inputs": {"case.json": b""}}, ["inputs.case.json", "inputs.policy.json"], id="other inputs"),
        pytest.param({"versions": {}}, ["versions.placement-matching"], id="other versions"),
    ],
)
def test_the_run_of_another_question_is_refused_with_all_that_differs(changes, fields, tmp_path, undisturbed):
    folder = tmp_path / "undisturbed"
    with pytest.raises(InvalidInput) as refused, opened(folder, a_question(**changes)):
        pass
    assert [fault.field for fault in refused.value.faults] == fields
    assert all("--afresh" in fault.remedy and fault.file == "undisturbed" for fault in refused.value.faults)
    assert results(folder) == undisturbed


def test_begun_afresh_nothing_is_left_of_the_earlier_run(tmp_path, undisturbed):
    folder = tmp_path / "undisturbed"
    with opened(folder, a_question(kind="other"), afresh=True) as run:
        assert not (folder / "results").exists()
        assert not (folder / "parts").exists()
        assert run.record.kind == "other"
    assert record_of(folder).state is State.BEGUN


@pytest.mark.parametrize("how", ["shorter", "otherwise", "of another name", "nothing"])
def test_a_damaged_part_is_thrown_away_and_said_and_made_again(how, tmp_path, undisturbed):
    folder, said = tmp_path / "run", list[str]()
    carried_out(folder)
    (folder / RECORD).write_bytes((folder / RECORD).read_bytes().replace(b'"done"', b'"begun"'))
    first, second, *_ = sorted((folder / "parts").iterdir())
    data = first.read_bytes()
    spoilt = {
        "shorter": data[:-1],
        "otherwise": data[:-1] + b"x",
        "of another name": second.read_bytes(),
        "nothing": b"",
    }
    first.write_bytes(spoilt[how])
    assert len(carried_out(folder, say=said.append)) == 1
    assert len(said) == 1
    assert "damaged" in said[0]
    assert results(folder) == undisturbed


@pytest.mark.parametrize("said", [b'{"a": 1}', b"[1]", b"1", b"", b"\xff", b'{"name": 1, "sha256": 2}', b"[" * 9999])
def test_what_lies_among_the_parts_and_is_none_is_left(said, tmp_path, undisturbed):
    folder = tmp_path / "run"
    with opened(folder, a_question()):
        (folder / "parts" / "letters").mkdir(parents=True)
        (folder / "parts" / "notes").write_bytes(said)
    assert carried_out(folder) == list(range(PARTS))
    assert (folder / "parts" / "notes").read_bytes() == said
    assert (folder / RECORD).read_bytes() == (tmp_path / "undisturbed" / RECORD).read_bytes()


def test_a_folder_in_the_place_of_a_part_is_thrown_away_and_said(tmp_path, undisturbed):
    folder, said = tmp_path / "run", list[str]()
    carried_out(folder)
    (folder / RECORD).write_bytes((folder / RECORD).read_bytes().replace(b'"done"', b'"begun"'))
    first = min((folder / "parts").iterdir())
    first.unlink()
    (first / "letters").mkdir(parents=True)
    assert len(carried_out(folder, say=said.append)) == 1
    assert len(said) == 1
    assert "damaged" in said[0]
    assert results(folder) == undisturbed


def test_what_is_half_written_makes_way_for_why_it_failed(tmp_path):
    folder = tmp_path / "run"

    def fails(_):
        yield "all.txt", b"x" * 1000
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"), opened(folder, a_question()) as run:
        run.carry_out(fails)
    assert record_of(folder).state is State.FAILED
    assert not list(folder.rglob(".unfinished-*"))


def test_a_part_of_another_run_is_not_taken_for_ones_own(tmp_path):
    carried_out(tmp_path / "run")
    with opened(tmp_path / "other", a_question(kind="other")) as run:
        (tmp_path / "other" / "parts").mkdir()
        for file in (tmp_path / "run" / "parts").iterdir():
            (tmp_path / "other" / "parts" / file.name).write_bytes(file.read_bytes())
        work = MadeUp()
        run.carry_out(work)
    assert work.made == list(range(PARTS))


@pytest.mark.parametrize("spoil", [lambda file: file.write_bytes(b"x"), lambda file: file.unlink()])
def test_damaged_results_are_made_again_of_the_parts(spoil, tmp_path, undisturbed):
    folder, said = tmp_path / "undisturbed", list[str]()
    spoil(folder / "results" / "all.txt")
    assert carried_out(folder, say=said.append) == []
    assert results(folder) == undisturbed
    assert said == ["The results were damaged: they are made again."]


def test_damaged_inputs_are_put_back(tmp_path, undisturbed):
    folder = tmp_path / "undisturbed"
    (folder / "inputs" / "case.json").write_bytes(b"x")
    carried_out(folder)
    assert (folder / "inputs" / "case.json").read_bytes() == a_question().inputs["case.json"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            SearchIncomplete("no answer in 5 seconds", "Allow it more time."),
            "No answer in 5 seconds. Allow it more time.",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "amy"),
            "There was no room to keep it. Make room on that disk; asked for again, it goes on where it was.",
        ),
        (ValueError("amy lives in oak"), "Something went wrong that was not expected (ValueError)."),
    ],
)
def test_one_that_fails_says_why_without_a_fact_and_goes_on_when_it_is_asked_again(error, words, tmp_path):
    folder = tmp_path / "run"

    def fails(keep):
        keep("Part 0", lambda: MadeUp().part(0))
        raise error

    with pytest.raises(type(error)), opened(folder, a_question()) as run:
        run.carry_out(fails)
    record = record_of(folder)
    assert (record.state, record.words, list(record.parts)) == (State.FAILED, words, ["Part 0"])
    assert carried_out(folder) == list(range(1, PARTS))
    assert record_of(folder).words == ""


def test_stopped_by_its_reader_it_stays_begun(tmp_path):
    def stopped(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), opened(tmp_path / "run", a_question()) as run:
        run.carry_out(stopped)
    assert record_of(tmp_path / "run").state is State.BEGUN


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions there")
def test_nobody_but_its_owner_reads_any_of_it(tmp_path, undisturbed):
    folder = tmp_path / "undisturbed"
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in [folder, *folder.rglob("*")]}
    assert modes == {0}


def test_no_part_of_it_says_when_it_was_made(tmp_path, undisturbed):
    for file in (tmp_path / "undisturbed").rglob("*"):
        if file.is_file():
            assert b"202" not in file.read_bytes().replace(b"2026-11-24", b""), file
