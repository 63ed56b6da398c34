"""Real postcodes to put made-up people at: inside an authority's area, close outside it, and further away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import numpy as np
from numpy.typing import NDArray

from matching.geography.distance import miles_between
from matching.geography.postcode_files import FIRST_LETTERS
from matching.geography.postcode_shelf import Shelf
from matching.geography.postcodes import directory

INSIDE, COUNTRYWIDE, WALES = 1_200, 24_000, 60
CLOSE, NEAR, FAR_RINGS = 14.0, 20.0, ((32.0, 0.5), (70.0, 0.3), (140.0, 0.14), (400.0, 0.06))
"""Miles from the area: where homes close by lie, the threshold of the return, and how far others reach how often."""

NEWPORT_OF_OLD, TO_THREE_LETTERS = np.uint64(int.from_bytes(b"NPT")), np.uint64(40)
"""Postcodes of Newport's old area NPT are still in the directory, and have a shape that no case file may hold."""


@dataclass(frozen=True, slots=True)
class Point:
    """A postcode, and where it is in metres on the National Grid."""

    postcode: str
    easting: int
    northing: int
    authority: str


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Many postcodes, in arrays of one length."""

    keys: NDArray[np.uint64]
    easting: NDArray[np.int32]
    northing: NDArray[np.int32]
    authority: NDArray[np.object_]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.keys)

    def at(self, row: int) -> Point:
        """One of them."""
        place = (int(self.easting[row]), int(self.northing[row]))
        return Point(written(int(self.keys[row])), *place, str(self.authority[row]))

    def only(self, rows: NDArray[np.intp] | NDArray[np.bool_]) -> "Points":
        """Some of them."""
        return Points(self.keys[rows], self.easting[rows], self.northing[rows], self.authority[rows])

    def miles_from(self, point: Point) -> NDArray[np.float64]:
        """How far each is from a point, as the statutory return counts it."""
        return miles_between(point.easting, point.northing, self.easting, self.northing)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """An authority's own postcodes, those close outside it, and those further away with their miles from its middle."""

    authority: str
    inside: Points
    close: Points
    beyond: Points
    miles: NDArray[np.float64]

    def a_home(self, rng: Random, *, inside: bool, near: bool) -> Point:
        """Somewhere for a home to be: in the area, or outside it, close by or not."""
        if inside:
            return self.inside.at(rng.randrange(len(self.inside)))
        if near and len(self.close):
            return self.close.at(rng.randrange(len(self.close)))
        return self._far(rng)

    def miles_from_the_middle(self, point: Point) -> float:
        """How far a point is from the middle of the area."""
        middle = _middle(self.inside)
        return miles_between(middle.easting, middle.northing, point.easting, point.northing)

    def _far(self, rng: Random) -> Point:
        ring = rng.choices([reach for reach, _ in FAR_RINGS], [share for _, share in FAR_RINGS])[0]
        rows = np.flatnonzero(self.miles <= ring)
        if not len(rows):
            rows = np.arange(len(self.beyond))
        return self.beyond.at(int(rows[rng.randrange(len(rows))]))


def written(key: int) -> str:
    """A postcode as people write it, from the number that the directory keeps it as."""
    compact = key.to_bytes(8, "big").rstrip(b"\0").decode()
    return f"{compact[:-3]} {compact[-3:]}"


@cache
def england() -> Points:
    """Every placed postcode of England, in the order of the directory."""
    return _of_country("E")


@cache
def wales() -> Points:
    """Every placed postcode of Wales."""
    return _of_country("W")


@cache
def postcodes_by_authority() -> dict[str, int]:
    """How many postcodes lie in each upper-tier authority of England."""
    return {authority: len(rows) for authority, rows in _rows_by_authority().items()}


@cache
def _rows_by_authority() -> dict[str, NDArray[np.intp]]:
    """Where in the postcodes of England those of each authority stand, by the authorities' codes."""
    number = {code: n for n, code in enumerate(sorted(set(england().authority)))}
    numbers = np.fromiter((number[code] for code in england().authority), dtype=np.int32, count=len(england()))
    order = np.argsort(numbers, kind="stable")
    return dict(zip(number, np.split(order, np.cumsum(np.bincount(numbers))[:-1]), strict=True))


@cache
def countrywide(seed: int) -> Points:
    """Postcodes from all over England, and a few of Wales, the same for one seed."""
    some = _sample(Random(f"{seed}:country"), england(), COUNTRYWIDE), _sample(Random(f"{seed}:wales"), wales(), WALES)
    return Points(*(np.concatenate([getattr(p, c) for p in some]) for c in Points.__slots__))


def ground_of(authority: str, seed: int) -> Ground:
    """The ground of one authority, the same for one seed."""
    here = england().only(_rows_by_authority()[authority])
    inside = _sample(Random(f"{seed}:{authority}:ground"), here, INSIDE)
    others = countrywide(seed)
    others = others.only(others.authority != authority)
    nearest, middle = _nearest(others, inside), _middle(inside)
    away = others.only(nearest > CLOSE)
    return Ground(authority, inside, others.only(nearest <= CLOSE), away, away.miles_from(middle))


def _nearest(points: Points, to: Points) -> NDArray[np.float64]:
    """The least of the miles from each point to a few of those of the area."""
    few = to.only(np.arange(0, len(to), max(1, len(to) // 40)))
    away = [points.miles_from(few.at(row)) for row in range(len(few))]
    nearest: NDArray[np.float64] = np.min(np.array(away), axis=0)
    return nearest


def _middle(points: Points) -> Point:
    east, north = int(np.median(points.easting)), int(np.median(points.northing))
    return Point("", east, north, "")


def _sample(rng: Random, points: Points, size: int) -> Points:
    rows = rng.sample(range(len(points)), min(size, len(points)))
    return points.only(np.array(rows, dtype=np.intp))


def _of_country(letter: str) -> Points:
    parts = [points for shelf in _shelves() if len(points := _from_shelf(shelf, letter))]
    return Points(*(np.concatenate([getattr(part, c) for part in parts]) for c in Points.__slots__))


def _from_shelf(shelf: Shelf, letter: str) -> Points:
    wanted = np.array([code.startswith(letter) for code in shelf.authorities], dtype=np.bool_)
    rows = np.flatnonzero(wanted[shelf.authority] & ((shelf.keys >> TO_THREE_LETTERS) != NEWPORT_OF_OLD))
    return Points(shelf.keys[rows], shelf.easting[rows], shelf.northing[rows], shelf.authorities[shelf.authority[rows]])


def _shelves() -> Iterator[Shelf]:
    return (directory().shelf(letter) for letter in FIRST_LETTERS)
