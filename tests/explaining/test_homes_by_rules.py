"""Homes grouped by the rules that speak against them: no home is hidden, and none stands twice."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.ranking import HomesByRules
from matching.explaining.homes_by_rules import homes_by_rules, smallest

RULES = ("A-1", "B-2", "C-3", "D-4")


def grouped(homes: list[str], against: list[set[str]], rules: tuple[str, ...] = RULES) -> tuple[HomesByRules, ...]:
    speaks = [[rule in said for said in against] for rule in rules]
    flags = np.array(speaks, dtype=np.bool_).reshape(len(rules), len(homes))
    return homes_by_rules(flags, np.arange(len(homes)), rules, np.array(homes, dtype=np.object_))


def test_homes_against_which_the_same_rules_speak_are_one_group_in_their_order():
    found = grouped(["oak", "elm", "ash", "yew"], [{"B-2", "A-1"}, set(), {"A-1", "B-2"}, {"D-4"}])
    assert [(g.rules, g.homes) for g in found] == [
        ((), ("elm",)),
        (("D-4",), ("yew",)),
        (("A-1", "B-2"), ("oak", "ash")),
    ]


@pytest.mark.parametrize("rules", [pytest.param(RULES, id="some rules"), pytest.param((), id="no rules")])
def test_of_no_homes_there_is_no_group(rules):
    assert grouped([], [], rules) == ()


def test_by_no_rules_all_homes_are_one_group():
    assert [(g.rules, g.homes) for g in grouped(["oak", "elm"], [set(), set()], ())] == [((), ("oak", "elm"))]


MANY = tuple(f"R-{k:02}" for k in range(64))


def test_64_rules_are_told_apart():
    found = grouped(["first", "last", "none"], [{MANY[0]}, {MANY[63]}, set()], MANY)
    assert [(g.rules, g.homes) for g in found] == [((), ("none",)), ((MANY[0],), ("first",)), ((MANY[63],), ("last",))]


def test_more_rules_than_there_are_bits_are_refused():
    with pytest.raises(ValueError, match="65 rules"):
        grouped(["oak"], [set()], (*MANY, "R-64"))


@given(st.lists(st.sets(st.sampled_from(RULES)), max_size=30))
def test_every_home_is_in_the_one_group_of_its_rules(against):
    homes = [f"h{k}" for k in range(len(against))]
    found = grouped(homes, against)
    expected: dict[Any, list[str]] = {}
    for home, said in zip(homes, against, strict=True):
        expected.setdefault(tuple(r for r in RULES if r in said), []).append(home)
    assert {g.rules: list(g.homes) for g in found} == expected
    assert sorted(home for g in found for home in g.homes) == sorted(homes)
    assert [(len(g.rules), g.rules) for g in found] == sorted((len(g.rules), g.rules) for g in found)


def a_group(*rules: str) -> HomesByRules:
    return HomesByRules(rules=rules, homes=("oak",))


@pytest.mark.parametrize(
    ("groups", "left"),
    [
        pytest.param([("A-1",), ("A-1", "B-2")], [("A-1",)], id="one holds another"),
        pytest.param([("A-1", "B-2"), ("A-1",), ("B-2", "C-3")], [("A-1",), ("B-2", "C-3")], id="one holds none"),
        pytest.param([("A-1",), ("B-2",)], [("A-1",), ("B-2",)], id="neither holds the other"),
        pytest.param([("A-1", "B-2", "C-3"), ("A-1", "C-3")], [("A-1", "C-3")], id="two of three"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_smallest_sets_hold_no_other(groups, left):
    assert [g.rules for g in smallest([a_group(*rules) for rules in groups])] == left


@given(st.lists(st.sets(st.sampled_from(RULES), min_size=1), unique_by=frozenset, max_size=8))
def test_a_set_that_is_left_out_holds_one_that_is_not(sets):
    left = [set(g.rules) for g in smallest([a_group(*sorted(s)) for s in sets])]
    assert all(any(kept <= one for kept in left) for one in sets)
    assert not any(one < other for one in left for other in left)
