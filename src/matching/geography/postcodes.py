"""Every postcode of the United Kingdom: where it is, and whose area it is in.

Postcodes that Royal Mail has ended are kept, since old records name them and the published data does not say which
they are. One that is published without a position (Jersey, Guernsey, the Isle of Man, some others) is not known: none
is ever placed by its first letters. A position is one point for all the addresses of a postcode, and some points serve
many postcodes (over two thousand at most): good for a statistic, not for a door.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matching.geography.postcode_files import folder
from matching.geography.postcode_shelf import Shelf, keys_of, read_shelf

# Beside the shapes in use: GIR 0AA, and NPT, Newport's old area, which is still in the published data.
SHAPE = re.compile(r"([A-PR-UWYZ][A-Z]?[0-9][0-9A-Z]?|GIR|NPT)([0-9][A-Z]{2})", re.ASCII | re.IGNORECASE)
MOST_KEPT = 50_000
"""Of so many postcodes that were asked for one by one it is kept where they are."""

TO_FIRST_LETTER = np.uint64(56)


@dataclass(frozen=True, slots=True)
class Place:
    """A postcode, its position in metres on the National Grid, and the ONS code of the authority for its children."""

    postcode: str
    easting: int
    northing: int
    authority: str


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Many postcodes' places, each column in the order asked and as long as what was asked.

    Where `known` is false there is no place: `easting` and `northing` hold 0 there and must not be used, and
    `authority` is None. Positions are metres on the National Grid; the arrays cannot be written to.
    """

    known: NDArray[np.bool_]
    easting: NDArray[np.int32]
    northing: NDArray[np.int32]
    authority: tuple[str | None, ...]

    def __len__(self) -> int:
        """How many postcodes were asked."""
        return len(self.known)

    def part(self, at: slice) -> "Places":
        """Those of some of the postcodes."""
        return Places(self.known[at], self.easting[at], self.northing[at], self.authority[at])


def normalised(text: str) -> str | None:
    """The postcode in capitals with its one space ("hp201ua" is "HP20 1UA"), or None where it has not the shape."""
    shape = SHAPE.fullmatch("".join(text.split()))
    return f"{shape[1]} {shape[2]}".upper() if shape else None


@dataclass(frozen=True, slots=True, eq=False)
class PostcodeDirectory:
    """Finds the places of postcodes in the data of one folder, reading a first letter's file when it is first asked.

    Threads may share one. PostcodeDataMissing where a file that is needed is not there or cannot be read.
    """

    data: Path
    _shelves: dict[str, Shelf] = field(default_factory=dict, init=False, repr=False)
    _reading: Lock = field(default_factory=Lock, init=False, repr=False)
    _found: dict[str, Place | None] = field(default_factory=dict, init=False, repr=False)

    def __reduce__(self) -> tuple[type["PostcodeDirectory"], tuple[Path]]:
        """In another process it is read anew."""
        return PostcodeDirectory, (self.data,)

    def find(self, postcode: str | None) -> Place | None:
        """The place of this postcode; None where it is not given, not a postcode, or not known."""
        written = normalised(postcode) if postcode else None
        if written is None:
            return None
        if written not in self._found:
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[written] = self._find(written)
        return self._found.get(written)

    def _find(self, written: str) -> Place | None:
        found = self.find_all((written,))
        authority = found.authority[0]
        if authority is None:
            return None
        return Place(written, int(found.easting[0]), int(found.northing[0]), authority)

    def find_all(self, postcodes: Sequence[str | None]) -> Places:
        """The places of these postcodes, in their order; repeats, None and what is no postcode are all allowed."""
        keys = keys_of([(normalised(postcode) if postcode else None) or "" for postcode in postcodes])
        known, authority = np.zeros(len(keys), dtype=np.bool_), np.full(len(keys), None, dtype=np.object_)
        easting, northing = np.zeros((2, len(keys)), dtype=np.int32)
        first = keys >> TO_FIRST_LETTER
        for letter in set(first.tolist()) - {0}:
            shelf = self.shelf(chr(letter))
            asked = np.flatnonzero(first == letter)
            there, row = shelf.look_up(keys[asked])
            found = asked[there]
            known[found], authority[found] = True, shelf.authorities[shelf.authority[row]]
            easting[found], northing[found] = shelf.easting[row], shelf.northing[row]
        for column in (known, easting, northing):
            column.setflags(write=False)
        return Places(known, easting, northing, tuple(authority.tolist()))

    def shelf(self, letter: str) -> Shelf:
        """Every placed postcode of one first letter, read when it is first asked for."""
        if letter not in self._shelves:
            with self._reading:
                if letter not in self._shelves:
                    self._shelves[letter] = read_shelf(self.data, letter)
        return self._shelves[letter]


def directory() -> PostcodeDirectory:
    """The directory of the installed data, one for the whole process; PostcodeDataMissing where none is installed."""
    with _OPENING:
        return _opened()


_OPENING = Lock()


@cache
def _opened() -> PostcodeDirectory:
    return PostcodeDirectory(folder())
