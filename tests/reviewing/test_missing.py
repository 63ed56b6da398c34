"""Children for whom no home in the area is suitable: who they are, and what they have in common."""

from datetime import date
from typing import Any

import pytest

from matching.domain.review import Because, NoSuitableOption
from matching.reviewing.looked import InTheArea, Looked
from matching.reviewing.missing import Lacking, lacking, no_suitable_option
from tests.builders import a_child, a_home
from tests.reviewing.asking import AYLESBURY, SHROPSHIRE, living_in, suggested

DAY = date(2026, 11, 24)
WHY = (Because(id="matched_long_term", words="matched"),)
SAFETY = (Because(id="away_for_safety", words="away from home for safety"),)


def looked(child: str = "amy", **changes: Any) -> Looked:
    return Looked(child=child, home="oak", **changes)


def area(homes: int, free: int, *against: tuple[str, int], lawful: int = 0, usable: int = 0) -> InTheArea:
    return InTheArea(homes=homes, free=free, lawful=lawful, usable=usable, against=against)


def lack(name: str = "amy", family: tuple[str, ...] = (), seen: InTheArea | None = None, **child: Any) -> Lacking:
    return Lacking(a_child(id=name, **child), looked(name, in_the_area=seen), frozenset({name, *family}))


def row(**child: Any) -> NoSuitableOption:
    (found,) = no_suitable_option([lack(**child)], DAY)
    return found


@pytest.mark.parametrize(
    ("home", "of", "inside", "expected"),
    [
        pytest.param(SHROPSHIRE, {}, None, True, id="outside, and nothing is found"),
        pytest.param(SHROPSHIRE, {"better": ("elm",)}, None, True, id="only homes outside the area serve better"),
        pytest.param(SHROPSHIRE, {}, False, True, id="what is suggested is outside the area too"),
        pytest.param(SHROPSHIRE, {}, True, False, id="a home in the area is suggested"),
        pytest.param(SHROPSHIRE, {"inside": ("elm",)}, None, False, id="a home in the area would serve better"),
        pytest.param(SHROPSHIRE, {"surely": WHY}, None, False, id="the child is left alone"),
        pytest.param(SHROPSHIRE, {"perhaps": WHY}, None, False, id="the child may be to be left alone"),
        pytest.param(SHROPSHIRE, {"surely": WHY, "against": WHY}, None, True, id="left alone, but it is unlawful"),
        pytest.param(SHROPSHIRE, {"gaps": WHY}, None, False, id="nothing can be assessed"),
        pytest.param(SHROPSHIRE, {"gaps": WHY, "against": WHY}, None, True, id="nor can it, but it is unlawful"),
        pytest.param(SHROPSHIRE, {"surely": SAFETY, "against": WHY}, None, False, id="unlawful, but away for safety"),
        pytest.param(
            SHROPSHIRE, {"perhaps": SAFETY, "against": WHY}, None, False, id="unlawful, but it may be for safety"
        ),
        pytest.param(SHROPSHIRE, {"agreed": "elm"}, None, False, id="another home is agreed already"),
        pytest.param(AYLESBURY, {}, None, False, id="the child lives in the area"),
        pytest.param(None, {}, None, False, id="nobody can tell where the home is"),
    ],
)
def test_who_lacks_a_home_in_the_area(home, of, inside, expected):
    living, offered = living_in(a_home(postcode=home)), None if inside is None else suggested("elm", inside=inside)
    found = list(lacking([(living, looked(**of), offered, frozenset({"amy", "ben"}))]))
    assert [(of.child.id, sorted(of.family)) for of in found] == ([("amy", ["amy", "ben"])] if expected else [])


@pytest.mark.parametrize(
    ("needs", "need", "level"),
    [
        pytest.param(None, "needs not recorded", None, id="nobody recorded them"),
        pytest.param({}, "no high need", None, id="none is graded"),
        pytest.param({"education_learning": 2}, "no high need", None, id="medium is not high"),
        pytest.param({"education_learning": 3}, "education learning", 3, id="high is"),
        pytest.param(
            {"education_learning": 3, "mental_emotional_health": 4}, "mental emotional health", 4, id="the highest"
        ),
        pytest.param(
            {"physical_health": 3, "attachment_relationships": 3},
            "attachment relationships",
            3,
            id="of two the first by name",
        ),
    ],
)
def test_the_need_is_the_highest_where_that_is_high(needs, need, level):
    found = row(needs=needs)
    assert (found.need, found.level) == (need, level)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        pytest.param(date(2025, 11, 25), "under 1", id="the day before the first birthday"),
        pytest.param(date(2025, 11, 24), "1 to 4", id="1"),
        pytest.param(date(2021, 11, 25), "1 to 4", id="the day before 5"),
        pytest.param(date(2021, 11, 24), "5 to 9", id="5"),
        pytest.param(date(2016, 11, 24), "10 to 15", id="10"),
        pytest.param(date(2010, 11, 25), "10 to 15", id="the day before 16"),
        pytest.param(date(2010, 11, 24), "16 and over", id="16"),
    ],
)
def test_ages_are_in_the_bands_of_the_published_returns(born, age):
    assert row(born=born).age == age


@pytest.mark.parametrize(
    ("postcode", "place"),
    [
        pytest.param("HP20 1UA", "HP20", id="as it is written"),
        pytest.param("hp201ua", "HP20", id="in small letters, without a space"),
        pytest.param("HP4 1RR", "HP4", id="a short one"),
        pytest.param(None, "not recorded", id="nobody recorded it"),
        pytest.param(False, "no home here", id="a child who has no home here"),
    ],
)
def test_the_place_is_the_postcode_district(postcode, place):
    assert row(home_postcode=postcode).place == place


def test_children_alike_are_in_one_row_and_the_longest_row_is_first():
    each = [
        lack("zoe", needs={"education_learning": 3}, seen=area(5, 1, ("A", 3), ("B", 1))),
        lack("amy", seen=area(9, 2, ("A", 4))),
        lack("ben", seen=area(7, 3, ("B", 4), ("A", 2))),
        lack("cat", home_postcode="OX4 6HD"),
        lack("dan", ("eve",)),
        lack("eve", ("dan",)),
    ]
    found = no_suitable_option(each, DAY)
    assert [(of.need, of.place, of.together, of.children) for of in found] == [
        ("no high need", "HP20", 1, ("amy", "ben")),
        ("no high need", "HP20", 2, ("dan", "eve")),
        ("education learning", "HP20", 1, ("zoe",)),
        ("no high need", "OX4", 1, ("cat",)),
    ]
    assert (found[0].homes, found[0].free, found[0].against) == (9, 3, (("A", 4), ("B", 4)))
    assert (found[2].homes, found[2].free, found[2].against) == (5, 1, (("A", 3), ("B", 1)))
    assert [of.families for of in found] == [2, 1, 1, 1]
    assert (found[3].homes, found[3].free, found[3].against) == (0, 0, ())


def test_of_none_there_is_no_row():
    assert no_suitable_option([], DAY) == ()


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        pytest.param(None, "a home that no rule forbids", id="nobody looked"),
        pytest.param(area(5, 5), "a home that no rule forbids", id="all are forbidden"),
        pytest.param(
            area(5, 5, lawful=1),
            "a home that may be used: with a bed or an offer, and known in full",
            id="of those that are not, nobody can tell",
        ),
        pytest.param(area(5, 5, lawful=1, usable=1), "a home that would be better than staying", id="some may be used"),
    ],
)
def test_what_there_is_none_of(seen, words):
    (found,) = no_suitable_option([lack(seen=seen)], DAY)
    assert found.lack == words


def test_children_who_lack_different_things_are_in_different_rows():
    found = no_suitable_option([lack("amy", seen=area(1, 1)), lack("ben", seen=area(1, 1, lawful=1, usable=1))], DAY)
    assert sorted(of.children for of in found) == [("amy",), ("ben",)]
