"""Making up an authority: writing it with a bar for who waits, and saying how to go on."""

import errno
from collections.abc import Callable
from pathlib import Path
from shlex import quote

from matching.cli.endings import CANNOT_WRITE
from matching.cli.page import Page
from matching.cli.progress import counted_on_stderr
from matching.cli.streams import this_program, write_json
from matching.demo.world import Asking
from matching.demo.writing import Written, write
from matching.errors import Fault, InvalidInput
from matching.explaining.words import count

MAY_NOT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENAMETOOLONG})


def make_up(asking: Asking, folder: Path, *, as_json: bool) -> None:
    """Write a made-up authority into a folder; InvalidInput where it may not be written there."""
    with counted_on_stderr("Making up", asking.children + asking.homes) as progress:
        written = _write(asking, folder, progress)
    if as_json:
        write_json(
            written.counts | {"made_up": True, "seed": asking.seed, "files": [str(file) for file in written.files]}
        )
    else:
        _say(written, Page())


def _write(asking: Asking, folder: Path, progress: Callable[[int], None]) -> Written:
    try:
        return write(asking, folder, progress)
    except OSError as error:
        if error.errno in CANNOT_WRITE or error.errno not in MAY_NOT:
            raise
        remedy = "Name a folder in which you may write."
        raise InvalidInput([Fault(str(folder), "", "", "", error.strerror or "an error", "a folder", remedy)]) from None


def _say(written: Written, page: Page) -> None:
    case, counts = written.files[0], written.counts
    page.title("A made-up authority")
    parts = (count(counts["children"], "child", "children"), count(counts["referrals"], "referral"))
    page.paragraph(f"{parts[0]}, {parts[1]} and {count(counts['homes'], 'home')}. Everybody in it is made up.")
    page.line()
    for file in written.files:
        page.line(f"    {file}")
    page.line()
    page.line("To go on:")
    page.line(f"    {this_program()} check {quote(str(case))}")
    page.line(f"    {this_program()} rank {quote(str(case))} --referral {written.first_referral}")
