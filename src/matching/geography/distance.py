"""How far one place is from another, by the definition of the statutory return.

Children looked after return (SSDA903), PL_DISTANCE: the straight line between two postcodes' positions on the National
Grid, in miles to one decimal, a mile being 1.6093 km. It is a statistic, not a journey: for that see `travel`.

Positions are easting and northing in whole metres: of two places, or of one place or many (first) and many (second),
whose answer is an array. Whoever asks leaves out the places that are not known: no number here stands for them.
"""

from typing import overload

import numpy as np
from numpy.typing import NDArray

KILOMETRES_A_MILE = 1.6093
TENTHS_OF_A_METRE_A_MILE = 16_093

Metres = int | np.integer
Many = NDArray[np.int32] | NDArray[np.int64]
Decimals = NDArray[np.float64]


@overload
def kilometres_between(e1: Metres, n1: Metres, e2: Metres, n2: Metres) -> float: ...
@overload
def kilometres_between(e1: Metres | Many, n1: Metres | Many, e2: Many, n2: Many) -> Decimals: ...
def kilometres_between(e1: Metres | Many, n1: Metres | Many, e2: Metres | Many, n2: Metres | Many) -> float | Decimals:
    """The straight line in kilometres, not rounded."""
    kilometres = np.sqrt(_square_metres(e1, n1, e2, n2)) / 1000
    return kilometres if kilometres.ndim else float(kilometres)


@overload
def miles_between(e1: Metres, n1: Metres, e2: Metres, n2: Metres) -> float: ...
@overload
def miles_between(e1: Metres | Many, n1: Metres | Many, e2: Many, n2: Many) -> Decimals: ...
def miles_between(e1: Metres | Many, n1: Metres | Many, e2: Metres | Many, n2: Metres | Many) -> float | Decimals:
    """The straight line in miles to one decimal, as the statutory return counts it."""
    miles = np.sqrt(_square_metres(e1, n1, e2, n2)) / 1000 / KILOMETRES_A_MILE
    rounded = np.floor(miles * 10 + 0.5) / 10
    return rounded if rounded.ndim else float(rounded)


@overload
def within(miles: float, e1: Metres, n1: Metres, e2: Metres, n2: Metres) -> bool: ...
@overload
def within(miles: float, e1: Metres | Many, n1: Metres | Many, e2: Many, n2: Many) -> NDArray[np.bool_]: ...
def within(
    miles: float, e1: Metres | Many, n1: Metres | Many, e2: Metres | Many, n2: Metres | Many
) -> bool | NDArray[np.bool_]:
    """Whether the places are at most so many miles (0 or more) apart, judged before any rounding.

    Exact for whole miles: it compares whole numbers, so a place on the very boundary is within.
    """
    near = 100 * _square_metres(e1, n1, e2, n2) <= (miles * TENTHS_OF_A_METRE_A_MILE) ** 2
    return near if near.ndim else bool(near)


def _square_metres(e1: Metres | Many, n1: Metres | Many, e2: Metres | Many, n2: Metres | Many) -> Decimals:
    """In decimals from the start: the squares of these metres do not fit the 32 bits of the positions."""
    east = np.subtract(e1, e2, dtype=np.float64)
    north = np.subtract(n1, n2, dtype=np.float64)
    return np.asarray(east * east + north * north)
