"""Whose area a code is of: every code that a postcode is published with, and the counties over the districts."""

from collections import defaultdict
from itertools import product

import numpy as np
import pytest

from matching.geography.authorities import country_of, name_of, table, upper_tier

NO_LONGER_COUNTIES = {
    "E10000002": "Buckinghamshire",
    "E10000006": "Cumbria",
    "E10000009": "Dorset",
    "E10000021": "Northamptonshire",
    "E10000023": "North Yorkshire",
    "E10000027": "Somerset",
}
COUNTIES_OF_2025 = 21
DISTRICTS_OF_2025 = 164
NOT_OF_THE_UNITED_KINGDOM = {"L99999999", "M99999999"}
ANSWERABLE_THEMSELVES = ("E06", "E08", "E09", "W06", "S12", "N09")


@pytest.fixture(scope="module")
def codes(published):
    return {code.decode() for code in np.unique(published["laua"])} - {""}


def districts() -> dict[str, str | None]:
    """The county of every district in the table."""
    return {code: authority.county for code, authority in table().items() if code.startswith("E07")}


def test_every_published_code_is_a_district_with_a_county_or_answers_itself(codes):
    for code in codes - NOT_OF_THE_UNITED_KINGDOM:
        assert code in table(), f"{code} is not in authorities.csv"
        assert upper_tier(code).startswith("E10") if code.startswith("E07") else upper_tier(code) == code
        assert code.startswith(("E07", *ANSWERABLE_THEMSELVES))


def test_the_table_holds_no_district_that_no_postcode_is_in(codes):
    assert set(districts()) <= codes
    assert len(districts()) == DISTRICTS_OF_2025


def test_every_county_still_exists_and_is_named():
    counties = set(districts().values())
    assert not NO_LONGER_COUNTIES.keys() & counties
    assert counties == {code for code in table() if code.startswith("E10")}
    assert len(counties) == COUNTIES_OF_2025


def test_every_county_is_one_piece_of_country(published):
    """A district put under the wrong county would nearly always lie apart from it."""
    beside = neighbours(published)
    for county in set(districts().values()):
        own = {code for code, over in districts().items() if over == county}
        reached, ahead = set(), [min(own)]
        while ahead:
            district = ahead.pop()
            reached.add(district)
            ahead += (beside[district] & own) - reached
        assert reached == own, f"{name_of(str(county))} falls apart"


def neighbours(published: dict[str, np.ndarray], square: int = 2000) -> dict[str, set[str]]:
    """The districts with postcodes in the same or the next square of 2 km."""
    inside = np.char.startswith(published["laua"], b"E07")
    x, y = (published[axis][inside].astype(np.int64) // square for axis in ("easting", "northing"))
    names, code = np.unique(published["laua"][inside], return_inverse=True)
    held: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for where in np.unique((x * 1000 + y) * 1000 + code):
        held[divmod(int(where) // 1000, 1000)].add(names[where % 1000].decode())
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for (column, row), here in list(held.items()):
        for across, up in product((-1, 0, 1), repeat=2):
            for district in here:
                beside[district] |= held.get((column + across, row + up), set())
    return beside


@pytest.mark.parametrize(
    ("code", "upper"),
    [
        pytest.param("E07000096", "E10000015", id="Dacorum is Hertfordshire's"),
        pytest.param("E07000181", "E10000025", id="West Oxfordshire is Oxfordshire's"),
        pytest.param("E06000060", "E06000060", id="Buckinghamshire is unitary"),
        pytest.param("E08000038", "E08000038", id="Barnsley is a metropolitan borough"),
        pytest.param("E09000017", "E09000017", id="Hillingdon is a London borough"),
        pytest.param("E10000015", "E10000015", id="a county is itself"),
        pytest.param("W06000022", "W06000022", id="Wales has one tier"),
        pytest.param("E07000004", "E07000004", id="Aylesbury Vale is no more: as given"),
    ],
)
def test_the_authority_answerable_for_children(code, upper):
    assert upper_tier(code) == upper


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("E06000060", "Buckinghamshire"),
        ("E10000015", "Hertfordshire"),
        ("E06000042", "Milton Keynes"),
        ("E06000062", "West Northamptonshire"),
        ("E07000096", "Dacorum"),
        ("S12000036", "City of Edinburgh"),
        ("E99999999", "E99999999"),
    ],
)
def test_an_authority_has_its_name_or_its_code(code, name):
    assert name_of(code) == name


def test_every_authority_has_one_name_of_its_own():
    names = [authority.name for authority in table().values()]
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("E10000015", "England"),
        ("W06000022", "Wales"),
        ("S12000033", "Scotland"),
        ("N09000003", "Northern Ireland"),
        ("L99999999", None),
        ("M99999999", None),
        ("Somewhere", None),
        ("", None),
    ],
)
def test_the_country_is_read_from_the_code(code, country):
    assert country_of(code) == country


def test_every_authority_is_in_a_country():
    assert all(country_of(code) for code in table())
