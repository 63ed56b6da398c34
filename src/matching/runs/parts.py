"""The parts of a run: each is there whole, with its checksum, or not at all. A damaged one is made again, and said."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from matching.runs.writing import make_folder, remove, sweep, write_whole

PARTS = "parts"
PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
"""Names that any system keeps apart, and that no file of ours begins with."""

Say = Callable[[str], None]


class Parts:
    """The parts in a folder that belong to one run; `found` counts those that were there, `made` the others."""

    def __init__(self, folder: Path, run: str, say: Say) -> None:
        self.folder = folder / PARTS
        self.run = run
        self.say = say
        self.found = self.made = 0

    def keep(self, name: str, work: Callable[[], bytes]) -> bytes:
        """The part of that name: the one that was kept, else what the work gives, kept from now on."""
        file = self.folder / _file_of(name)
        if (kept := self._kept(file, name)) is not None:
            self.found += 1
            return kept
        made = work()
        make_folder(self.folder)
        write_whole(file, self._head(name, made) + b"\n" + made)
        self.made += 1
        return made

    def hashes(self) -> dict[str, str]:
        """The checksum of each part by its name."""
        heads = (_head_of(file) for file in self.folder.glob("[!.]*"))
        return dict(sorted((head["name"], head["sha256"]) for head in heads if head))

    def tidy(self) -> None:
        """Take away what was not whole when a process was killed."""
        sweep(self.folder)

    def _kept(self, file: Path, name: str) -> bytes | None:
        """A part as it was kept; one that is damaged, or of another run, is thrown away."""
        try:
            head, _, data = file.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        if head == self._head(name, data):
            return data
        self.say(f"The part {name} was damaged: it is thrown away, and made again.")
        remove(file)
        return None

    def _head(self, name: str, data: bytes) -> bytes:
        """A line that is of this name in this run and of these bytes alone."""
        checksum = sha256(b"\0".join((self.run.encode(), name.encode(), data))).hexdigest()
        return json.dumps({"name": name, "sha256": checksum}).encode()


def _file_of(name: str) -> str:
    return name if PLAIN.fullmatch(name) else f"_{sha256(name.encode()).hexdigest()[:40]}"


def _head_of(file: Path) -> dict[str, str]:
    """What a part says of itself; nothing where it is damaged, and nobody needed it."""
    with file.open("rb") as part, suppress(ValueError):
        head: dict[str, str] = json.loads(part.readline())
        return head
    return {}
