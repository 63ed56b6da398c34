"""Where the children of a review live, counted: the edges of the bands, and what is not known."""

import pytest

from matching.reviewing.picture import Where, picture


def at(miles: float | None = None, stability: float | None = None) -> Where:
    return Where(outside=True, distant=None, miles=miles, stability=stability)


def only(counted: dict[str, int]) -> str:
    """The one band that holds somebody."""
    (name,) = (name for name, number in counted.items() if number)
    return name


@pytest.mark.parametrize(
    ("miles", "band"),
    [
        pytest.param(0.0, "5 or less", id="at home"),
        pytest.param(5.0, "5 or less", id="5 miles"),
        pytest.param(5.01, "over 5 to 10", id="just over 5"),
        pytest.param(10.0, "over 5 to 10", id="10 miles"),
        pytest.param(10.01, "over 10 to 20", id="just over 10"),
        pytest.param(20.0, "over 10 to 20", id="20 miles"),
        pytest.param(20.01, "over 20", id="just over 20, the distance of the published returns"),
        pytest.param(400.0, "over 20", id="at the other end"),
        pytest.param(None, "not known", id="nobody can tell"),
    ],
)
def test_a_band_of_miles_holds_its_upper_end(miles, band):
    assert only(picture([at(miles=miles)]).miles) == band


@pytest.mark.parametrize(
    ("points", "band"),
    [
        pytest.param(0.0, "under 40", id="none"),
        pytest.param(39.99, "under 40", id="just under 40"),
        pytest.param(40.0, "40 to 60", id="40"),
        pytest.param(59.99, "40 to 60", id="just under 60"),
        pytest.param(60.0, "60 to 80", id="60"),
        pytest.param(79.99, "60 to 80", id="just under 80"),
        pytest.param(80.0, "80 and over", id="80"),
        pytest.param(100.0, "80 and over", id="all"),
        pytest.param(None, "not known", id="nobody can tell"),
    ],
)
def test_a_band_of_points_holds_its_lower_end(points, band):
    assert only(picture([at(stability=points)]).stability) == band


def test_inside_outside_at_a_distance_and_not_known_are_counted_by_themselves():
    each = [
        Where(outside=False, distant=False, miles=None, stability=None),
        Where(outside=True, distant=False, miles=None, stability=None),
        Where(outside=True, distant=True, miles=None, stability=None),
        Where(outside=True, distant=None, miles=None, stability=None),
        Where(outside=None, distant=None, miles=None, stability=None),
    ]
    found = picture(each)
    assert (found.inside, found.outside, found.distant, found.not_known) == (1, 3, 1, 1)


def test_a_mean_is_of_those_that_are_known():
    found = picture([at(1.0, 50.0), at(2.0, None), at(None, 60.25)])
    assert (found.mean_miles, found.mean_stability) == (1.5, 55.1)
    assert sum(found.miles.values()) == sum(found.stability.values()) == 3


def test_of_nobody_all_bands_are_named_and_there_is_no_mean():
    found = picture([])
    assert list(found.miles) == ["5 or less", "over 5 to 10", "over 10 to 20", "over 20", "not known"]
    assert list(found.stability) == ["under 40", "40 to 60", "60 to 80", "80 and over", "not known"]
    assert {*found.miles.values(), *found.stability.values()} == {0}
    assert (found.mean_miles, found.mean_stability) == (None, None)
