"""The private folder of one service; what a service that was killed left of one is taken away at the next start."""

import os
import shutil
import stat
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

from matching.errors import InvalidInput
from matching.runs.lock import LOCK, alone_in
from matching.runs.shelf import Shelf
from matching.runs.writing import OWNERS_FOLDER, remove

PREFIX = "matching-runs-"


def private_folder(holds: ExitStack) -> Path:
    """A new folder that is held until the stack is closed."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        with ExitStack() as held, suppress(InvalidInput, FileNotFoundError):
            held.enter_context(Shelf(folder).held())
            if (folder / LOCK).exists():  # nobody took it for one that was left, just before it was held
                holds.push(held.pop_all())
                return folder


def sweep_private_folders() -> None:
    """Take away those of this user that nobody holds. One without a lock holds nothing yet, and is left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(InvalidInput, OSError):
            if _is_ours(folder):
                _take_away(folder)


def _is_ours(folder: Path) -> bool:
    said = folder.lstat()
    if not stat.S_ISDIR(said.st_mode) or not (folder / LOCK).is_file():
        return False
    if not hasattr(os, "getuid"):  # each user has a folder of their own for such things there
        return True
    return said.st_uid == os.getuid() and stat.S_IMODE(said.st_mode) == OWNERS_FOLDER


def _take_away(folder: Path) -> None:
    """Its lock last, so that what could not be taken away is found again."""
    with alone_in(folder):
        for inside in folder.iterdir():
            if inside.name != LOCK:
                remove(inside)
        shutil.rmtree(folder)
