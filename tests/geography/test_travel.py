"""Minutes by road, as a range, from a straight line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.geography.travel import BANDS, FITTED_TO_KM, OPEN, Journey, journey, journeys

KILOMETRES = st.floats(0, 1200)


@pytest.mark.parametrize(
    ("kilometres", "expected"),
    [
        pytest.param(0, Journey(0, 7, 11), id="the same postcode: no longer than the nearest band"),
        pytest.param(0.49, Journey(0, 8, 11), id="under the fitted distances"),
        pytest.param(0.5, Journey(8, 8, 11), id="the first fitted distance"),
        pytest.param(2, Journey(10, 10, 16), id="a band begins"),
        pytest.param(4, Journey(10, 13, 16), id="a few miles"),
        pytest.param(15.9, Journey(20, 26, 28), id="a band ends"),
        pytest.param(19, Journey(24, 29, 37), id="about 29 minutes, 24 to 37"),
        pytest.param(40, Journey(39, 48, 58), id="over a county"),
        pytest.param(64, Journey(51, 67, 70), id="the last fitted distance"),
        pytest.param(64.1, Journey(51, 67, None), id="beyond it the most is open"),
        pytest.param(300, Journey(51, 219, None), id="far beyond"),
    ],
)
def test_a_journey_is_a_range_of_minutes(kilometres, expected):
    assert journey(kilometres) == expected


def test_the_centre_is_the_fitted_curve_to_the_nearest_minute():
    # 10 km: 10^0.819 = 6.5917; 6.8 + 1.99 x 6.5917 = 19.917.
    assert journey(10).central == 20


def test_many_journeys_keep_their_order_and_say_which_are_open():
    found = journeys(np.array([19.0, 100.0, 0.0]))
    assert found.least.tolist() == [24, 51, 0]
    assert found.central.tolist() == [29, 93, 7]
    assert found.most.tolist() == [37, OPEN, 11]
    assert found.open_ended.tolist() == [False, True, False]


@pytest.mark.parametrize("kilometres", [-0.1, np.nan, np.inf])
def test_a_distance_that_is_not_known_has_no_journey(kilometres):
    with pytest.raises(ValueError, match="must be known"):
        journeys(np.array([1.0, kilometres]))


@given(st.lists(KILOMETRES, max_size=20))
def test_least_central_and_most_are_in_order(kilometres):
    found = journeys(np.array(kilometres))
    assert (found.least <= found.central).all()
    assert (found.central <= found.most).all()


@given(KILOMETRES, KILOMETRES)
def test_a_longer_way_never_takes_less(one, other):
    near, far = journeys(np.array([min(one, other)])), journeys(np.array([max(one, other)]))
    for column in ("least", "central", "most"):
        assert getattr(near, column)[0] <= getattr(far, column)[0]


@given(KILOMETRES)
def test_one_journey_and_many_agree(kilometres):
    found = journeys(np.array([kilometres]))
    most = None if found.open_ended[0] else int(found.most[0])
    assert journey(kilometres) == Journey(int(found.least[0]), int(found.central[0]), most)


def test_the_curve_stays_inside_its_bands_at_both_ends_of_each():
    edges = [start for start, _, _ in BANDS] + [np.nextafter(start, 0) for start, _, _ in BANDS[1:]] + [FITTED_TO_KM]
    found = journeys(np.array(edges))
    assert ((found.least <= found.central) & (found.central <= found.most)).all()
    assert not found.open_ended.any()
