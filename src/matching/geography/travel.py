"""About how long a journey by road takes, from the straight line alone.

`minutes = 6.8 + 1.99 x km^0.819`, fitted on 69,342 pairs of places around Buckinghamshire, 0.5 to 64 km apart in a
straight line, whose times came from a published OpenStreetMap routing matrix: clear roads, without traffic. On pairs
held out of the fit the mean error was 1.3 minutes under 5 km, 2.0 to 15 km, 4.1 to 32 km and 5.6 to 64 km.

`least` and `most` hold the middle 80 % of the pairs in the same band of distance. Outside the fitted distances no such
band is claimed, and only what must follow is said: under 0.5 km the journey takes no longer than the nearest band's
most, and may take no time; beyond 64 km it takes no less than the furthest band's least, and its most is open.
Say "about 29 minutes (24 to 37), without traffic". © OpenStreetMap contributors.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ATTRIBUTION = "© OpenStreetMap contributors"
CAVEAT = "without traffic"
FITTED_TO_KM = 64.0
OPEN = int(np.iinfo(np.int32).max)

# From how many kilometres, the least minutes, the most minutes.
BANDS = (
    (0.0, 0, 11),
    (0.5, 8, 11),
    (2.0, 10, 16),
    (5.0, 14, 21),
    (10.0, 20, 28),
    (16.0, 24, 37),
    (24.0, 29, 45),
    (32.0, 39, 58),
    (48.0, 51, 70),
)
FROM_KM, LEAST, MOST = np.array(BANDS).T


@dataclass(frozen=True, slots=True)
class Journey:
    """Whole minutes by road without traffic; `most` is None where the place is too far for the model to say."""

    least: int
    central: int
    most: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Journeys:
    """Many journeys in whole minutes, each column as long as what was asked.

    Where `open_ended` is true the model cannot say the most, and `most` holds the largest number there is, so that
    least <= central <= most everywhere and no reader can take it for a short journey; show it as not known.
    """

    least: NDArray[np.int32]
    central: NDArray[np.int32]
    most: NDArray[np.int32]
    open_ended: NDArray[np.bool_]


def journey(kilometres: float) -> Journey:
    """The minutes by road for a straight line of so many kilometres; ValueError below 0 or where it is not known."""
    one = journeys(np.array([kilometres]))
    most = None if one.open_ended[0] else int(one.most[0])
    return Journey(int(one.least[0]), int(one.central[0]), most)


def journeys(kilometres: NDArray[np.float64]) -> Journeys:
    """The minutes by road for many straight lines in kilometres; ValueError where one is below 0 or not known."""
    if not np.all(np.isfinite(kilometres) & (kilometres >= 0)):
        raise ValueError(
            "A journey's kilometres must be known, and 0 or more: leave out the places that are not known."
        )
    band = np.searchsorted(FROM_KM, kilometres, side="right") - 1
    open_ended = kilometres > FITTED_TO_KM
    central = np.floor(6.8 + 1.99 * kilometres**0.819 + 0.5)
    most = np.where(open_ended, OPEN, MOST[band])
    return Journeys(LEAST[band].astype(np.int32), central.astype(np.int32), most.astype(np.int32), open_ended)
