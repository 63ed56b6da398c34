"""Journeys, from what `geography/travel.py` publishes of its model: worked out one at a time, with a table by hand."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor, inf

from matching.geography.postcodes import Place
from tests.peer.pairing import metres

BANDS = (
    (64.0, 51, inf),
    (48.0, 51, 70),
    (32.0, 39, 58),
    (24.0, 29, 45),
    (16.0, 24, 37),
    (10.0, 20, 28),
    (5.0, 14, 21),
    (2.0, 10, 16),
    (0.5, 8, 11),
    (0.0, 0, 11),
)
"""From how many kilometres, the least minutes and the most; beyond 64 the most is open."""

METRES_A_MILE = 1609.3
Three = tuple[float, float, float]


@dataclass(frozen=True)
class Journey:
    """Minutes at least, about, and at most, which has no end where the model cannot say."""

    least: float
    about: float
    most: float

    @property
    def all(self) -> Three:
        """All three."""
        return (self.least, self.about, self.most)


def half_up(value: Fraction | float) -> int:
    """The nearest whole number, a half up."""
    return floor(value + Fraction(1, 2))


def miles(one: Place | None, other: Place | None) -> Fraction | None:
    """The straight line in miles to one decimal."""
    if one is None or other is None:
        return None
    return Fraction(half_up(metres(one, other) / METRES_A_MILE * 10), 10)


def journey(one: Place | None, other: Place | None) -> Journey | None:
    """About how long the way between two places takes."""
    if one is None or other is None:
        return None
    kilometres = metres(one, other) / 1000
    beyond = next(band for band in BANDS if kilometres > band[0] or (kilometres == band[0] and band[0] < 64))
    return Journey(beyond[1], half_up(6.8 + 1.99 * kilometres**0.819), beyond[2])
