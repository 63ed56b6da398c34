"""A file that is there whole or not at all, whenever the process is killed or the power fails; its owner's alone."""

import errno
import os
import shutil
import sys
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the name of a file begins that is not whole yet."""

OWNERS_FILE, OWNERS_FOLDER = 0o600, 0o700

NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""What is opened so is no link to what stands elsewhere, on a system that can say so."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What a system says where a disk, or what its owner may keep there, is full."""


def write_whole(file: Path, data: bytes) -> None:
    """Write beside its place, see that it is on the disk, then put it there in one step."""
    beside = file.with_name(f"{UNFINISHED}{file.name}")
    remove(beside)
    to = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK, OWNERS_FILE)
    with open(to, "wb") as written:  # noqa: PTH123 - it is open already
        written.write(data)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(file)
    _keep_names(file.parent)


def put_folder(beside: Path, place: Path) -> None:
    """Put a folder whose files are on the disk into its place, where nothing stands."""
    _keep_names(beside)
    beside.rename(place)
    _keep_names(place.parent)


def make_folder(folder: Path) -> None:
    """A folder that only its owner reads, where there is none."""
    if not folder.is_dir():
        folder.mkdir(OWNERS_FOLDER)


def sweep(folder: Path) -> None:
    """Take away what was not whole when a process was killed here."""
    for left in folder.glob(f"{UNFINISHED}*"):
        remove(left)


def remove(what: Path) -> None:
    """Take a file or a folder away, if it is there."""
    if what.is_dir() and not what.is_symlink():
        shutil.rmtree(what)
    else:
        what.unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """See that the names in a folder are on the disk."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
