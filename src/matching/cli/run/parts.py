"""The parts of a long run, kept beside its place until all are there: each whole, or not there at all.

Beside them stands what they are parts of. Parts of anything else (other facts, another policy, another version) are
never used, and never removed unasked.
"""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import polars as pl

from matching.cli.run.folder import to_the_disk
from matching.errors import Fault, InvalidInput

RECORD = "run.json"
ROWS_A_GROUP = 262_144
AT_LEAST_AS_LONG = 5


@dataclass(frozen=True)
class Parts:
    """A folder of parts, how many there will be, and of how many each is. It goes to other processes."""

    folder: Path
    number: int
    each: int

    @classmethod
    def beside(cls, place: Path, of: int, each: int, record: dict[str, Any]) -> "Parts":
        """Those of a run whose result will stand at a place, `of` so many in all, `each` in a part.

        InvalidInput where parts of another run stand there.
        """
        place = place.resolve()
        folder = place.with_name(f"{place.name}.parts")
        folder.mkdir(mode=0o700, exist_ok=True)
        if _recorded(folder) != record:
            if any(folder.iterdir()):
                raise _of_another_run(folder)
            _write(folder / RECORD, orjson.dumps(record, option=orjson.OPT_INDENT_2) + b"\n")
        for left in folder.glob("*.not-whole"):
            left.unlink(missing_ok=True)
        return cls(folder, -(-of // each), each)

    def file(self, number: int) -> Path:
        """Where a part stands."""
        return self.folder / f"part-{number:0{AT_LEAST_AS_LONG}}.parquet"

    @property
    def missing(self) -> list[int]:
        """The parts that are still to be done."""
        return [k for k in range(self.number) if not self.file(k).exists()]

    def keep(self, number: int, rows: pl.DataFrame) -> None:
        """Keep a part: once it is there it is whole."""
        handle, name = tempfile.mkstemp(suffix=".not-whole", dir=self.folder)
        os.close(handle)
        part = Path(name)
        rows.write_parquet(part, compression="lz4", statistics=False)
        to_the_disk(part)
        part.rename(self.file(number))

    def put_together(self, into: Path) -> None:
        """One file of all parts in their order: the same to the byte, whoever made them and when."""
        files = [self.file(k) for k in range(self.number)]
        pl.scan_parquet(files).sink_parquet(into, compression="zstd", row_group_size=ROWS_A_GROUP, maintain_order=True)

    def remove(self) -> None:
        """Remove all of it: what it was for stands in its place."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _write(file: Path, data: bytes) -> None:
    """Write a small file whole, or not at all."""
    part = file.with_suffix(".not-whole")
    part.write_bytes(data)
    to_the_disk(part)
    part.rename(file)


def _recorded(folder: Path) -> Any:
    """What the parts there are of; None where nothing says so."""
    try:
        return json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError):
        return None


def _of_another_run(folder: Path) -> InvalidInput:
    found = f"{folder.name}: parts of another run (of other facts, another policy, another version, or another --top)"
    remedy = f"Remove {folder} if that run is not to go on, or name another folder."
    return InvalidInput([Fault("", "command", "", "--out", found, "parts of this run, or none", remedy)])
