"""Why a run is not begun in a folder: something else stands there, or the run of another question."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from matching.errors import Fault, InvalidInput
from matching.runs.lock import LOCK
from matching.runs.parts import PARTS
from matching.runs.question import Question
from matching.runs.record import RECORD, Record, record_in
from matching.runs.writing import UNFINISHED

INPUTS, RESULTS = "inputs", "results"
OURS = frozenset({RECORD, LOCK, PARTS, INPUTS, RESULTS})

ANOTHER = "Name a folder that is not there yet, an empty one, or that of an earlier run."
OR_AFRESH = "Name another folder, or begin this one afresh (--afresh)."


def refuse_what_is_not_a_run(folder: Path) -> None:
    """InvalidInput where a run may not be put, or where what stands there is none."""
    if not folder.parent.is_dir():
        remedy = f"Make {folder.parent} first."
        raise _refused(folder, "a folder that is not there", "a folder in one that is", remedy)
    if folder.resolve() == Path.cwd():
        raise _refused(folder, "the folder that you are in", "a folder for this run alone", ANOTHER)
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "a file", "a folder", ANOTHER)
    if folder.is_dir() and (other := _of_others(folder)):
        raise _refused(folder, f"a folder that holds something else ({other})", "a folder for this run alone", ANOTHER)


def no_folder(folder: Path, error: OSError) -> InvalidInput:
    """That no folder can be made there, and why."""
    found = f"a place where no folder can be made ({error.strerror})"
    return _refused(folder, found, "a folder for this run alone", "Name a folder where you may write.")


def _of_others(folder: Path) -> str:
    """What stands in a folder and is no run's; without a record nothing is, but what a run that was killed left."""
    known = OURS if record_in(folder) else {LOCK}
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
