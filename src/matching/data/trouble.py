"""A trouble is a fault before it is told: the path to it and the value that was found."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from matching.data.found import kind_of, plain, shown
from matching.data.place import Path, place
from matching.errors import Fault, InvalidInput

MEND_IT = "Mend it there, then try again."


class Trouble(NamedTuple):
    """What is wrong at one place, and what to do about it."""

    path: Path
    found: object
    expected: str
    remedy: str
    field_is_found: bool = False


def told(trouble: Trouble, file: str, raw: Mapping[str, Any]) -> Fault:
    """The fault in words, at its place in the file."""
    at = place(trouble.path, raw)
    return Fault(
        file=file,
        table=at.table,
        id=at.id,
        field=plain(at.field),
        found=shown(trouble.found),
        expected=trouble.expected,
        remedy=trouble.remedy,
        kind_found=kind_of(trouble.found),
        field_is_found=trouble.field_is_found,
    )


def unreadable(file: str, where: str, found: str, expected: str, remedy: str = MEND_IT) -> InvalidInput:
    """A file of which nothing more can be said until one thing is mended."""
    fault = Fault(file, "", "", where, found, expected, remedy, kind_found="a file that cannot be read")
    return InvalidInput([fault])
