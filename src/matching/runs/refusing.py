"""Why a run is not begun in a folder: something else stands there, or the run of another question."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from matching.errors import Fault, InvalidInput
from matching.runs.lock import LOCK
from matching.runs.parts import PARTS
from matching.runs.question import Question
from matching.runs.record import RECORD, Record, record_in
from matching.runs.writing import UNFINISHED

INPUTS, RESULTS = "inputs", "results"
FOLDERS = (INPUTS, PARTS, RESULTS)
OURS = frozenset({RECORD, LOCK, *FOLDERS})

ANOTHER = "Name a folder that is not there yet, an empty one, or that of an earlier run."
DAMAGED = "an earlier run whose record (run.json) is damaged"
OR_AFRESH = "Name another folder, or begin this one afresh (--afresh)."


def refuse_what_is_not_a_run(folder: Path, *, afresh: bool = False) -> None:
    """InvalidInput where a run may not be put, or where what stands there is none.

    One whose record is damaged is known by all else that is there; it is refused unless it is begun `afresh`.
    """
    if not folder.parent.is_dir():
        remedy = f"Make {folder.parent} first."
        raise _refused(folder, "a folder that is not there", "a folder in one that is", remedy)
    if folder.resolve() == Path.cwd():
        raise _refused(folder, "the folder that you are in", "a folder for this run alone", ANOTHER)
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "a file", "a folder", ANOTHER)
    if folder.is_dir():
        _refuse_what_is_there(folder, afresh=afresh)


def _refuse_what_is_there(folder: Path, *, afresh: bool) -> None:
    lost = has_lost_its_record(folder)
    known = OURS if lost or record_in(folder) else {LOCK}
    if other := _of_others(folder, known):
        raise _refused(folder, f"a folder that holds something else ({other})", "a folder for this run alone", ANOTHER)
    if wrong := next((name for name in FOLDERS if _is_no_folder(folder / name)), ""):
        remedy = f"Take that {wrong} away, or name another folder."
        raise _refused(folder, f"a run in which {wrong} is a file or a link", "a folder", remedy)
    if lost and not afresh:
        raise _refused(folder, DAMAGED, "one whose record can be read", OR_AFRESH)


def has_lost_its_record(folder: Path) -> bool:
    """Whether a folder holds what a run keeps and nothing else, but no record that can be read."""
    if not (folder / LOCK).is_file() or (folder / RECORD).is_dir() or record_in(folder) is not None:
        return False
    return not _of_others(folder, OURS) and _of_others(folder, {LOCK}) != ""


def no_folder(folder: Path, error: OSError) -> InvalidInput:
    """That no folder can be made there, and why."""
    found = f"a place where no folder can be made ({error.strerror})"
    return _refused(folder, found, "a folder for this run alone", "Name a folder where you may write.")


def _is_no_folder(what: Path) -> bool:
    return what.is_symlink() or (what.exists() and not what.is_dir())


def _of_others(folder: Path, known: Collection[str]) -> str:
    """What stands in a folder beside what is known and what a run that was killed left; nothing where all is known."""
    there = (entry.name for entry in sorted(folder.iterdir()))
    return next((name for name in there if name not in known and not name.startswith(UNFINISHED)), "")


def refuse_another(folder: Path, found: Record, question: Question) -> None:
    """InvalidInput, with all that is different, where a folder holds the run of another question."""
    if faults := list(_differences(folder.name, found, Record.of(question))):
        raise InvalidInput(faults)


def _differences(name: str, found: Record, asked: Record) -> Iterator[Fault]:
    if found.kind != asked.kind:
        yield _fault(name, "kind", found.kind, asked.kind)
    yield from _of_each(name, "asked", found.asked, asked.asked)
    yield from _of_each(name, "inputs", found.inputs, asked.inputs)
    yield from _of_each(name, "versions", found.versions, asked.versions)


def _of_each(name: str, field: str, found: Mapping[str, Any], asked: Mapping[str, Any]) -> Iterator[Fault]:
    for key in sorted(found.keys() | asked.keys()):
        if found.get(key) != asked.get(key):
            yield _fault(name, f"{field}.{key}", _said(found.get(key)), _said(asked.get(key)))


def _said(value: object) -> str:
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _fault(name: str, field: str, found: str, expected: str) -> Fault:
    return Fault(name, "", "", field, f"the run of another question, with {found}", expected, OR_AFRESH)


def _refused(folder: Path, found: str, expected: str, remedy: str) -> InvalidInput:
    return InvalidInput([Fault(folder.name, "", "", "", found, expected, remedy)])
