"""Northern Ireland is put on the National Grid, within a metre of the published transformations."""

import numpy as np
import pytest

from matching.geography.irish_grid import on_the_national_grid


@pytest.mark.parametrize(
    ("irish", "national"),
    [
        # The Irish Grid positions are NISRA's own examples; the National Grid ones are EPSG:29901 to EPSG:27700.
        pytest.param((333831, 374015), (146238, 529487), id="Belfast City Hall"),
        pytest.param((294724, 444769), (113323, 603354), id="Giant's Causeway"),
        pytest.param((223141, 344221), (33333, 509216), id="Enniskillen Castle"),
    ],
)
def test_a_place_in_northern_ireland_moves_to_the_national_grid(irish, national):
    easting, northing = on_the_national_grid(np.array([irish[0]], dtype=float), np.array([irish[1]], dtype=float))
    assert abs(easting[0] - national[0]) < 1
    assert abs(northing[0] - national[1]) < 1
