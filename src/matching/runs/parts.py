"""The parts of a run: each is there whole, with its checksum, or not at all. A damaged one is made again, and said."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from matching.runs.writing import make_folder, remove, sweep, write_whole

PARTS = "parts"
PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
"""Names that any system keeps apart, and that no file of ours begins with."""

LONGEST_HEAD = 4096
"""How many bytes of a file are looked at for what it says of itself: nobody knows what else stands there."""

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
        """The checksum of each part by its name; what is no part is passed over."""
        heads = ((file.name, _head_of(file)) for file in self.folder.glob("[!.]*"))
        return dict(sorted(head for of, head in heads if head is not None and _file_of(head[0]) == of))

    def tidy(self) -> None:
        """Take away what was not whole when a process was killed."""
        sweep(self.folder)

    def _kept(self, file: Path, name: str) -> bytes | None:
        """A part as it was kept; one that is damaged, or of another run, is thrown away."""
        try:
            head, _, data = file.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        except OSError:
            head = data = b""
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


def _head_of(file: Path) -> tuple[str, str] | None:
    """The name and the checksum that a part says of itself; None where it is damaged, or no part at all."""
    try:
        with file.open("rb") as part:
            head = json.loads(part.readline(LONGEST_HEAD))
    except (OSError, ValueError, RecursionError):
        return None
    said = (head.get("name"), head.get("sha256")) if isinstance(head, dict) else (None, None)
    return (said[0], said[1]) if isinstance(said[0], str) and isinstance(said[1], str) else None
