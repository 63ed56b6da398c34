"""Where a home lies for a child: miles, minutes, places to keep away from, and whose area it is in."""

from typing import Any

import pytest

from matching.facts.catalogue import child, home, pair
from tests.builders import a_child, a_home
from tests.facts.laying_out import HERTFORDSHIRE, MILTON_KEYNES, OURS, READING, laid_out, value_of

DACORUM = "E07000096"
AYLESBURY, LOST = "HP20 1UA", "HP99 9ZZ"


def living_at(postcode: str | None, **about: Any) -> list[Any]:
    return [a_home(postcode=postcode, country=about.pop("country", None), **about)]


def learning_at(postcode: str | None, **about: Any) -> list[Any]:
    school = {"urn": "110000", "postcode": postcode, "year_group": 7, "registered": True}
    return [a_child(school=school | about)]


@pytest.mark.parametrize(
    ("postcode", "miles"),
    [
        pytest.param(AYLESBURY, 0.0, id="at the same postcode"),
        pytest.param("HP20 2NF", 0.4, id="in the same town"),
        pytest.param("HP23 5AA", 6.6, id="in the next town"),
        pytest.param("MK9 3XL", 16.3, id="in the next county"),
        pytest.param("EH8 8DX", 301.9, id="in Scotland"),
        pytest.param(LOST, None, id="at a postcode that has no place"),
        pytest.param(None, None, id="nobody knows where"),
    ],
)
def test_miles_from_home_are_a_straight_line_between_postcodes(postcode, miles):
    assert value_of(pair.miles_from_home, homes=living_at(postcode)) == miles


@pytest.mark.parametrize("postcode", [pytest.param(LOST, id="no place"), pytest.param(None, id="not recorded")])
def test_without_the_childs_postcode_no_distance_from_home_is_known(postcode):
    frame = laid_out([a_child(home_postcode=postcode)]).frames[0]
    assert frame[pair.miles_from_home.name][0] is None
    assert frame[child.home_postcode.name][0] == postcode
    assert frame[pair.miles_to_school.name][0] == 0.5


@pytest.mark.parametrize(
    ("postcode", "journey"),
    [
        pytest.param("HP19 8FF", (0.0, 0, 7, 11), id="next door"),
        pytest.param("HP20 2NF", (0.5, 8, 9, 11), id="in the same town"),
        pytest.param("MK9 3XL", (15.9, 29, 35, 45), id="in the next county"),
        pytest.param("RG1 1AA", (25.8, 39, 49, 58), id="two counties away"),
        pytest.param(LOST, (None, None, None, None), id="at a postcode that has no place"),
        pytest.param(None, (None, None, None, None), id="nobody knows where"),
    ],
)
def test_a_journey_to_school_has_its_miles_and_its_range_of_minutes(postcode, journey):
    row = laid_out(homes=living_at(postcode)).frames[0].row(0, named=True)
    names = (pair.miles_to_school, pair.minutes_to_school_least, pair.minutes_to_school, pair.minutes_to_school_most)
    assert tuple(row[fact.name] for fact in names) == journey


@pytest.mark.parametrize(
    "pupil",
    [
        pytest.param([a_child(school=None)], id="no school recorded"),
        pytest.param(learning_at(None), id="a school without a postcode"),
        pytest.param(learning_at(LOST), id="a school whose postcode has no place"),
    ],
)
def test_without_the_schools_place_no_journey_is_known(pupil):
    row = laid_out(pupil).frames[0].row(0, named=True)
    assert {row[name] for name in row if "_to_school" in name} == {None}


def test_a_place_so_far_that_the_most_minutes_are_open_has_the_most_that_there_can_be():
    row = laid_out(homes=living_at("EH8 8DX")).frames[0].row(0, named=True)
    assert row[pair.minutes_to_school_most.name] == 2**31 - 1
    assert row[pair.minutes_to_school_least.name] < row[pair.minutes_to_school.name]


def places(*about: dict[str, Any]) -> list[Any]:
    return [a_child(keep_away_from=list(about))]


@pytest.mark.parametrize(
    ("children", "postcode", "expected"),
    [
        pytest.param(places(), AYLESBURY, False, id="no place to keep away from"),
        pytest.param(places({"postcode": AYLESBURY, "miles": 0.0}), AYLESBURY, True, id="on the very boundary"),
        pytest.param(places({"postcode": AYLESBURY, "miles": 0.38}), "HP20 2NF", True, id="just within"),
        pytest.param(places({"postcode": AYLESBURY, "miles": 0.37}), "HP20 2NF", False, id="just beyond, not rounded"),
        pytest.param(places({"postcode": AYLESBURY, "miles": 5.0}), "MK9 3XL", False, id="far away"),
        pytest.param(places({"postcode": AYLESBURY, "miles": 5.0}), None, None, id="nobody knows where the home is"),
        pytest.param(places(), None, False, id="nobody knows where, and nothing to keep away from"),
        pytest.param(places({"postcode": LOST, "miles": 5.0}), AYLESBURY, None, id="the place cannot be found"),
        pytest.param(places({"miles": 5.0}), AYLESBURY, None, id="the place is not recorded"),
        pytest.param(places({"postcode": "MK9 3XL"}), AYLESBURY, None, id="how far is not recorded"),
        pytest.param(
            places({"miles": 5.0}, {"postcode": AYLESBURY, "miles": 1.0}), AYLESBURY, True, id="one unknown, one near"
        ),
        pytest.param(
            places({"postcode": LOST, "miles": 5.0}, {"postcode": "MK9 3XL", "miles": 1.0}),
            AYLESBURY,
            None,
            id="one unknown, one far",
        ),
        pytest.param([a_child(keep_away_from=None)], AYLESBURY, None, id="nobody knows of any place"),
    ],
)
def test_a_home_is_near_a_place_to_avoid_where_it_is_within_its_miles(children, postcode, expected):
    assert value_of(pair.near_a_place_to_avoid, children, living_at(postcode)) is expected


@pytest.mark.parametrize(
    ("postcode", "about", "authority"),
    [
        pytest.param("HP20 2NF", {}, OURS, id="its postcode's"),
        pytest.param("HP23 5AA", {}, HERTFORDSHIRE, id="a district's county"),
        pytest.param("HP20 2NF", {"authority": READING}, OURS, id="its postcode's, whatever is recorded"),
        pytest.param(None, {"authority": MILTON_KEYNES}, MILTON_KEYNES, id="as recorded, without a postcode"),
        pytest.param(LOST, {"authority": MILTON_KEYNES}, MILTON_KEYNES, id="as recorded, where the postcode is lost"),
        pytest.param(None, {"authority": DACORUM}, HERTFORDSHIRE, id="the county of the district recorded"),
        pytest.param(None, {}, None, id="nobody knows"),
        pytest.param(LOST, {}, None, id="a lost postcode and nothing recorded"),
    ],
)
def test_a_homes_authority_is_that_of_its_postcode_else_the_one_recorded(postcode, about, authority):
    assert value_of(home.authority, homes=living_at(postcode, **about)) == authority


@pytest.mark.parametrize(
    ("postcode", "about", "in_area", "adjoining"),
    [
        pytest.param("HP20 2NF", {}, True, False, id="in the area"),
        pytest.param("MK9 3XL", {}, False, True, id="in an adjoining one"),
        pytest.param("HP23 5AA", {}, False, True, id="in a district of an adjoining county"),
        pytest.param("RG1 1AA", {}, False, False, id="further away"),
        pytest.param(None, {"authority": OURS}, True, False, id="no postcode, recorded in the area"),
        pytest.param(LOST, {"authority": DACORUM}, False, True, id="a lost postcode, recorded in an adjoining one"),
        pytest.param(None, {}, None, None, id="nobody knows where"),
        pytest.param(None, {"country": "France"}, False, False, id="abroad, and no more is known"),
        pytest.param(None, {"country": "France", "authority": OURS}, True, False, id="where its authority is"),
        pytest.param("EH8 8DX", {}, False, False, id="in Scotland"),
    ],
)
def test_a_home_is_in_the_area_or_in_an_adjoining_one_or_in_neither(postcode, about, in_area, adjoining):
    there = living_at(postcode, **about)
    assert value_of(pair.in_area, homes=there) is in_area
    assert value_of(pair.in_adjoining_area, homes=there) is adjoining


@pytest.mark.parametrize(
    ("postcode", "about", "expected"),
    [
        pytest.param("HP20 2NF", {}, None, id="in the area"),
        pytest.param("MK9 3XL", {}, None, id="outside"),
        pytest.param(None, {"country": "France"}, False, id="abroad"),
    ],
)
def test_without_a_list_of_neighbours_nobody_knows_what_adjoins(postcode, about, expected):
    given: dict[str, Any] = {"homes": living_at(postcode, **about), "authority": {"code": OURS}}
    assert value_of(pair.in_adjoining_area, **given) is expected
    assert value_of(pair.in_area, **given) is (postcode == "HP20 2NF")


def test_with_an_empty_list_of_neighbours_nothing_adjoins():
    given: dict[str, Any] = {"homes": living_at("MK9 3XL"), "authority": {"code": OURS, "adjoining": []}}
    assert value_of(pair.in_adjoining_area, **given) is False


def test_the_area_is_that_of_the_childs_own_authority():
    theirs = [a_child(responsible_authority=MILTON_KEYNES)]
    assert value_of(pair.in_area, theirs, living_at("MK9 3XL")) is True
    assert value_of(pair.in_area, theirs, living_at("HP20 2NF")) is False


@pytest.mark.parametrize(
    ("postcode", "about", "outside_england_and_wales", "abroad"),
    [
        pytest.param("HP20 2NF", {}, False, False, id="England"),
        pytest.param("CF10 3AT", {}, False, False, id="Wales"),
        pytest.param("EH8 8DX", {}, True, False, id="Scotland"),
        pytest.param("BT1 5GS", {}, True, False, id="Northern Ireland"),
        pytest.param(None, {"country": "Jersey"}, True, True, id="Jersey, as recorded"),
        pytest.param(None, {"country": "scotland"}, True, False, id="Scotland, as recorded, in small letters"),
        pytest.param(None, {"authority": "W06000015"}, False, False, id="a Welsh authority, as recorded"),
        pytest.param(None, {}, None, None, id="nobody knows"),
    ],
)
def test_a_home_is_in_one_country_or_nobody_knows(postcode, about, outside_england_and_wales, abroad):
    there = living_at(postcode, **about)
    assert value_of(home.outside_england_and_wales, homes=there) is outside_england_and_wales
    assert value_of(home.abroad, homes=there) is abroad
