"""Who works in a folder: one process at a time. A process that has died holds nothing."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from matching.errors import Fault, InvalidInput
from matching.runs.writing import NO_LINK, NO_ROOM, OWNERS_FILE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "run.lock"
BEYOND_WORDS = 1 << 30
"""Where a system that locks bytes, and not files, locks one."""


class InUse(InvalidInput):
    """Another process works in this folder."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else works in a folder meanwhile; InUse where somebody does, InvalidInput where its lock is no file."""
    held = _open(folder)
    try:
        if not stat.S_ISREG(os.fstat(held).st_mode):
            raise InvalidInput([_no_file(folder)])
        if not _taken(held):
            raise InUse([_in_use(folder)])
        _say_who(held)
        yield
    finally:
        os.close(held)


def _open(folder: Path) -> int:
    """The lock, opened or made; a link is not followed, so that nothing elsewhere is written over."""
    if (folder / LOCK).is_symlink():
        raise InvalidInput([_no_file(folder)])
    try:
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | NO_LINK, OWNERS_FILE)
    except OSError as error:
        if error.errno in NO_ROOM or not folder.is_dir():
            raise
        raise InvalidInput([_no_file(folder)]) from None


def _taken(held: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(held, BEYOND_WORDS, os.SEEK_SET)
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _say_who(held: int) -> None:
    os.lseek(held, 0, os.SEEK_SET)
    os.truncate(held, 0)
    os.write(held, str(os.getpid()).encode())


def _no_file(folder: Path) -> Fault:
    found = f"a folder in which {LOCK} is a link, or no file that may be written"
    return Fault(folder.name, "", "", "", found, "a folder for this run alone", f"Take that {LOCK} away.")


def _in_use(folder: Path) -> Fault:
    try:
        who = (folder / LOCK).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        who = ""
    found = f"a folder in which another process works{f' ({who})' if who else ''}"
    return Fault(folder.name, "", "", "", found, "a folder for this run alone", "Wait until that one has ended.")
