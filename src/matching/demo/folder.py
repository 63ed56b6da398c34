"""The folder that a made-up authority is written into: a new one, an empty one, or that of an earlier one."""

from pathlib import Path

from matching.errors import Fault, InvalidInput

PAGE, UNFINISHED = "README.md", ".unfinished-"
OURS = frozenset({"case.json", "case.toml", PAGE})
TITLE, OPENING = "# A made-up authority", b'{"made_up":true'
ELSEWHERE = "Name a new folder, or one that is empty or holds an earlier demo; nothing was written."


def refuse_what_is_not_ours(folder: Path) -> None:
    """InvalidInput where writing here could destroy what this command did not write."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise _fault(folder, "a file", "a folder")
    for entry in sorted(folder.iterdir()):
        if not _is_ours(entry):
            raise _fault(folder, f"{entry.name} in it", "a folder without other things")


def _is_ours(entry: Path) -> bool:
    if entry.name.startswith(UNFINISHED):  # what a run that was killed left, or one that is under way
        return True
    if entry.name not in OURS:
        return False
    if entry.name == PAGE:
        return _begins(entry, TITLE.encode())
    if entry.name == "case.json":
        return _begins(entry, OPENING)
    return _begins(entry, b"# Everybody in this file is made up")


def _begins(file: Path, opening: bytes) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as read:
        return read.read(len(opening)) == opening


def _fault(folder: Path, found: str, expected: str) -> InvalidInput:
    return InvalidInput([Fault(str(folder), "", "", "", found, expected, ELSEWHERE)])
