"""Every way of dividing a group is there once, and says what it keeps together."""

from typing import Any

import pytest

from matching.facts.question import ask
from matching.planning.groups import Group, agenda
from matching.planning.parts import parts_of
from matching.planning.ways import kept_by, ways_of
from tests.planning.made import a_panel, beds

BELL = {1: 1, 2: 2, 3: 5, 4: 15, 5: 52, 6: 203, 7: 877, 8: 4140}
"""In how many ways so many can be divided."""


def a_group(size: int) -> Group:
    children: dict[str, dict[str, Any]] = {f"c{k}": {} for k in range(size)}
    panel = a_panel(children, {"oak": beds(1)}, referrals={"r1": {"children": list(children)}})
    return agenda([ask(panel.case, "r1", panel.figures)]).groups[0]


@pytest.mark.parametrize(("size", "number"), BELL.items())
def test_every_way_is_there_once(size, number):
    ways = [frozenset(way) for way in ways_of(a_group(size))]
    assert len(ways) == len(set(ways)) == number
    assert all(sorted(place for part in way for place in part) == list(range(size)) for way in ways)


@pytest.mark.parametrize("size", [1, 3, 8])
def test_every_part_of_a_way_is_one_that_is_looked_into(size):
    group = a_group(size)
    looked = {part.places for part in parts_of(0, group)}
    assert {part for way in ways_of(group) for part in way} == looked
    assert len(looked) == 2**size - 1


def test_nine_are_planned_together_or_one_by_one():
    group = a_group(9)
    assert list(ways_of(group)) == [(tuple(range(9)),), tuple((place,) for place in range(9))]
    assert {len(part.places) for part in parts_of(0, group)} == {1, 9}


def test_what_is_kept_is_counted_by_pairs():
    group = a_group(4)
    assert kept_by(group, [(0, 1, 2, 3)]).keeps_together
    for way, pairs in {((0, 1, 2), (3,)): 3, ((0, 1), (2, 3)): 2, ((0,), (1,), (2,), (3,)): 0}.items():
        assert not kept_by(group, way).keeps_together
        assert kept_by(group, way).pairs == pairs


def test_of_one_child_nobody_is_kept_together():
    kept = kept_by(a_group(1), [(0,)])
    assert (kept.keeps_together, kept.pairs) == (False, 0)
