"""A folder that is written whole or not at all: beside its place first, then put there in one step."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from matching.cli.endings import CANNOT_WRITE
from matching.errors import Fault, InvalidInput

SUMMARY, README = "summary.json", "README.md"
RANKINGS, OPTIONS, CRITERIA, REFERRALS = "rankings.jsonl", "options.csv", "criteria.csv", "referrals.csv"
TOP = "top.parquet"
FILES = frozenset({RANKINGS, OPTIONS, CRITERIA, REFERRALS, TOP, SUMMARY, README})
MADE_BY = "matching rank --all"
"""What the summary of an earlier run says, so that nothing else is ever replaced."""

ANOTHER = "Name a folder that is not there yet, an empty one, or one of an earlier run."


@contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """A folder to write to; it stands at `place` once all is written, and leaves no trace where anything fails.

    InvalidInput where something else stands there. An earlier run is replaced only when the new one is whole. Only its
    owner can read a new folder: it is about children.
    """
    place = place.resolve()
    check_place(place)
    part = _beside(place)
    try:
        yield part
        check_place(place)
        _put(part, place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beside(place: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=f"{place.name}.not-whole-", dir=place.parent))
    except OSError as error:
        if error.errno in CANNOT_WRITE:
            raise
        found = f"a place where no folder can be made ({error.strerror})"
        raise _refused(place, found, "Name a folder where you may write.") from None


def check_place(place: Path) -> None:
    """Refuse a place where a folder may not be put."""
    if not place.parent.is_dir():
        raise _refused(place, "a folder that is not there", f"Make {place.parent} first.", "a folder in one that is")
    if place == Path.cwd():
        raise _refused(place, "the folder that you are in", ANOTHER)
    if place.exists() and not place.is_dir():
        raise _refused(place, "a file", ANOTHER)
    if place.is_dir() and (left := _of_others(place)):
        raise _refused(place, f"a folder that holds something else ({left})", ANOTHER)


def _refused(place: Path, found: str, remedy: str, expected: str = "a folder for this run alone") -> InvalidInput:
    return InvalidInput([Fault("", "command", "", "--out", f"{place.name}: {found}", expected, remedy)])


def _of_others(place: Path) -> str:
    """What stands in a folder and is no earlier run's; nothing where it is empty or holds such a run alone."""
    there = sorted(entry.name for entry in place.iterdir())
    if other := [name for name in there if name not in FILES]:
        return other[0]
    return there[0] if there and not _is_a_run(place) else ""


def _is_a_run(place: Path) -> bool:
    try:
        return bool(json.loads((place / SUMMARY).read_bytes())["made_by"] == MADE_BY)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _put(part: Path, place: Path) -> None:
    """Put the new folder in its place; the earlier one goes only once it stands there."""
    if not place.exists():
        part.rename(place)
        return
    shutil.copymode(place, part)
    earlier = Path(tempfile.mkdtemp(prefix=f"{place.name}.earlier-", dir=place.parent)) / place.name
    try:
        place.rename(earlier)
        try:
            part.rename(place)
        except BaseException:
            earlier.rename(place)
            raise
    finally:
        shutil.rmtree(earlier.parent, ignore_errors=True)


def to_the_disk(file: Path) -> None:
    """See that what was written stays, should the power fail."""
    with file.open("rb+") as written:
        os.fsync(written.fileno())
