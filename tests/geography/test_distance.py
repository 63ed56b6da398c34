"""The statutory distance: a straight line on the grid, in miles to one decimal."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.geography.distance import kilometres_between, miles_between, within

METRES = st.integers(0, 1_300_000)
PLACES = st.tuples(METRES, METRES, METRES, METRES)


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [
        # 3,738 m east and 25,947 m north are 26,214.88 m: 26.21488 / 1.6093 = 16.2896.
        pytest.param((481976, 213538), (485714, 239485), 16.3, id="Aylesbury to Milton Keynes"),
        pytest.param((400000, 200000), (400000, 200000), 0.0, id="the same postcode"),
        pytest.param((400000, 200000), (403000, 204000), 3.1, id="three, four, five"),
        pytest.param((400000, 200000), (432186, 200000), 20.0, id="20 miles to the metre"),
        pytest.param((0, 0), (655448, 1213615), 857.1, id="too far for 32 bits to square"),
    ],
)
def test_miles_are_counted_as_the_statutory_return_counts_them(one, other, miles):
    assert miles_between(*one, *other) == miles
    assert type(miles_between(*one, *other)) is float


def test_miles_go_to_the_nearest_tenth():
    # Half a tenth of a mile is 80.465 m. No whole metres make an exact half, so none needs a rule.
    assert miles_between(0, 0, 80, 0) == 0.0
    assert miles_between(0, 0, 81, 0) == 0.1


def test_kilometres_are_not_rounded():
    assert kilometres_between(0, 0, 3000, 4001) == pytest.approx(5.00080004, abs=1e-8)
    assert type(kilometres_between(0, 0, 3000, 4000)) is float


def test_one_place_and_many_make_an_array():
    east, north = np.array([481976, 485714], dtype=np.int32), np.array([213538, 239485], dtype=np.int32)
    assert miles_between(481976, 213538, east, north).tolist() == [0.0, 16.3]
    assert within(16, 481976, 213538, east, north).tolist() == [True, False]
    assert kilometres_between(east, north, east[::-1], north[::-1]).round(3).tolist() == [26.215, 26.215]


@pytest.mark.parametrize("miles", [1, 3, 10, 20, 50, 350])
def test_a_place_on_the_boundary_is_within_and_the_next_metre_is_not(miles):
    boundary = miles * 16093 // 10
    assert within(miles, 0, 0, boundary, 0) is True
    assert within(miles, 0, 0, boundary + 1, 0) is False


def test_within_is_judged_before_rounding():
    # 32,190 m is 20.002 miles: 20.0 in the return, and over 20.
    assert miles_between(0, 0, 32190, 0) == 20.0
    assert not within(20, 0, 0, 32190, 0)


@given(PLACES)
def test_arrays_and_single_places_agree(place):
    many = [np.array([metres], dtype=np.int32) for metres in place]
    assert miles_between(*many).tolist() == [miles_between(*place)]
    assert kilometres_between(*many).tolist() == [kilometres_between(*place)]
    assert within(20, *many).tolist() == [within(20, *place)]


@given(PLACES)
def test_there_and_back_are_as_far(place):
    e1, n1, e2, n2 = place
    assert miles_between(e1, n1, e2, n2) == miles_between(e2, n2, e1, n1)


@given(PLACES, st.integers(0, 100))
def test_what_is_within_rounds_to_no_more(place, miles):
    if within(miles, *place):
        assert miles_between(*place) <= miles
    else:
        assert miles_between(*place) >= miles
