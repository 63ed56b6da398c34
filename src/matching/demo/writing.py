"""Writing the made-up world into a folder, whole or not at all: first under other names, then in their places."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

import orjson

from matching.demo import toml_text
from matching.demo.folder import PAGE, UNFINISHED, refuse_what_is_not_ours
from matching.demo.measuring import Tally
from matching.demo.page import page
from matching.demo.words import Record
from matching.demo.world import Asking, Batch, batches, first_referral, opening

TABLES = ("children", "referrals", "homes")
MOST_IN_TOML = 500
"""With more homes than this, people do not read the file, and it is written in JSON alone."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many of each, the files, and a referral to begin with."""

    counts: dict[str, int]
    files: tuple[Path, ...]
    first_referral: str


def write(asking: Asking, folder: Path, progress: Callable[[int], None] = lambda _: None) -> Written:
    """Write a made-up authority into a folder; InvalidInput where the folder holds anything but an earlier one.

    `progress` is told after every authority how many records were written of it.
    """
    refuse_what_is_not_ours(folder)
    with _unfinished(folder) as beside:
        counts, tally = _parts(asking, beside, progress)
        names = ["case.json"] + ["case.toml"] * (asking.homes <= MOST_IN_TOML)
        for name in names:
            _join(beside, name)
        (beside / PAGE).write_text(page(asking, counts, tally, in_toml=len(names) > 1), encoding="utf-8")
        for name in (*names, PAGE):
            (beside / name).replace(folder / name)
        if len(names) == 1:
            (folder / "case.toml").unlink(missing_ok=True)
    return Written(counts, tuple(folder / name for name in (*names, PAGE)), first_referral(asking))


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A place in the folder for what is not finished; it goes in any case, and a folder that was new goes with it."""
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if new and not any(folder.iterdir()):
            folder.rmdir()


def _parts(asking: Asking, beside: Path, progress: Callable[[int], None]) -> tuple[dict[str, int], Tally]:
    """Write each table by itself, so that no more than one authority is ever held; the opening comes first."""
    counts, tally = dict.fromkeys(TABLES, 0), Tally()
    for batch in batches(asking):
        for table in TABLES:
            records = getattr(batch, table)
            _add(beside, table, records, first=not counts[table], in_toml=asking.homes <= MOST_IN_TOML)
            counts[table] += len(records)
        tally.add(batch)
        progress(_size(batch))
    return counts, tally


def _size(batch: Batch) -> int:
    return len(batch.children) + len(batch.homes)


def _add(beside: Path, table: str, records: list[Record], *, first: bool, in_toml: bool) -> None:
    if not records:
        return
    with (beside / f"{table}.json").open("ab") as file:
        file.write((b"" if first else b",\n") + b",\n".join(orjson.dumps(record) for record in records))
    if in_toml:
        with (beside / f"{table}.toml").open("ab") as file:
            file.write("".join(toml_text.table(table, record) + "\n" for record in records).encode())


def _join(beside: Path, name: str) -> None:
    ending = name.rpartition(".")[2]
    with (beside / name).open("wb") as whole:
        if ending == "json":
            _join_json(beside, whole)
        else:
            whole.write(b"# Everybody in this file is made up: see README.md.\n")
            whole.write(toml_text.fields(opening()).encode() + b"\n")
            for table in TABLES:
                _append(beside / f"{table}.toml", whole)


def _join_json(beside: Path, whole: BinaryIO) -> None:
    whole.write(orjson.dumps(opening())[:-1])
    for table in TABLES:
        whole.write(f',\n"{table}":[\n'.encode())
        _append(beside / f"{table}.json", whole)
        whole.write(b"\n]")
    whole.write(b"}\n")


def _append(part: Path, whole: BinaryIO) -> None:
    if part.exists():
        with part.open("rb") as file:
            shutil.copyfileobj(file, whole)
        part.unlink()
