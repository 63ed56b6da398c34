"""The placed postcodes of one first letter, in arrays that many postcodes are looked up in at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.geography.authorities import country_of, upper_tier
from matching.geography.irish_grid import on_the_national_grid
from matching.geography.postcode_files import UNREADABLE, Columns, PostcodeDataMissing, columns

Rows = NDArray[np.intp]
Decimals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """The postcodes of one first letter that have a position, in the order of their keys; all arrays of one length.

    Keys are those of `keys_of`; positions are metres on the National Grid; `authority` is a row of `authorities`,
    the ONS codes at upper tier.
    """

    keys: NDArray[np.uint64]
    easting: NDArray[np.int32]
    northing: NDArray[np.int32]
    authority: NDArray[np.uint16]
    authorities: NDArray[np.object_]

    def look_up(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], Rows]:
        """Which of these keys are on the shelf, and the row of each that is."""
        row = np.searchsorted(self.keys, keys)
        there = row < len(self.keys)
        there[there] = self.keys[row[there]] == keys[there]
        return there, row[there]


def keys_of(postcodes: Sequence[str]) -> NDArray[np.uint64]:
    """Each postcode without its space, its letters read as one big-endian number; 0 for an empty one."""
    compact = [postcode.replace(" ", "") for postcode in postcodes]
    return np.array(compact, dtype="S8").view(">u8").astype(np.uint64)


def read_shelf(data: Path, letter: str) -> Shelf:
    """The shelf of one first letter; PostcodeDataMissing where its file is not there or not whole."""
    published = columns(data, letter)
    try:
        return _shelved(published)
    except (IndexError, *UNREADABLE) as fault:
        raise PostcodeDataMissing(f"The postcode data for the letter {letter} is not whole.") from fault


def _shelved(published: Columns) -> Shelf:
    easting = np.array(published["oseast1m"], dtype=np.float64)
    northing = np.array(published["osnrth1m"], dtype=np.float64)
    placed = ~np.isnan(easting) & ~np.isnan(northing) & [isinstance(code, str) for code in published["laua"]]
    codes = list(compress(published["laua"], placed))
    keys = keys_of(list(compress(published["pcd"], placed)))
    order = np.argsort(keys)
    authorities, authority = _at_upper_tier(codes)
    east, north = _on_one_grid(easting[placed], northing[placed], codes)
    return Shelf(keys[order], east[order], north[order], authority[order], authorities)


def _at_upper_tier(codes: list[str]) -> tuple[NDArray[np.object_], NDArray[np.uint16]]:
    upper = {code: upper_tier(code) for code in set(codes)}
    authorities = sorted(set(upper.values()))
    row = {code: authorities.index(authority) for code, authority in upper.items()}
    return np.array(authorities, dtype=np.object_), np.array([row[code] for code in codes], dtype=np.uint16)


def _on_one_grid(
    easting: Decimals, northing: Decimals, codes: list[str]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    countries = {code: country_of(code) for code in set(codes)}
    irish = np.array([countries[code] == "Northern Ireland" for code in codes], dtype=np.bool_)
    easting[irish], northing[irish] = on_the_national_grid(easting[irish], northing[irish])
    return np.rint(easting).astype(np.int32), np.rint(northing).astype(np.int32)
