"""Northern Ireland's postcodes are published on the Irish Grid; distances need every place on one grid.

Both grids keep angles, so over Northern Ireland one is a smooth function of the other, taken as complex numbers
(easting + i northing): a quadratic, fitted here to the published seven-parameter transformations (EPSG:29901 to
EPSG:27700) within 0.4 m at every postcode, and itself within about 5 m of the ground.
"""

import numpy as np
from numpy.typing import NDArray

ORIGIN = 300_000 + 350_000j
SCALE = 100_000
TERMS = (110_472.1 + 508_434.5j, 99_687.4 - 8_513.1j, -46.9 + 7.3j)


def on_the_national_grid(
    easting: NDArray[np.float64], northing: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Metres on the National Grid of Great Britain, for metres on the Irish Grid, in Northern Ireland only."""
    away = (easting + 1j * northing - ORIGIN) / SCALE
    place = TERMS[0] + away * (TERMS[1] + away * TERMS[2])
    return place.real, place.imag
