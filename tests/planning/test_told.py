"""What a plan tells beside who would live where: what is left, who has what, and whether all of it is checked."""

from datetime import date
from typing import Any

import pytest

from matching.domain.plan import HomeHeld
from tests.planning.made import a_panel, approved, beds, placed, planned, reached, sisters

ONE: dict[str, dict[str, Any]] = {"r1": {"children": ["amy"]}}
ON_HOLD = {"approval": approved()["approval"] | {"status": "on_hold"}}
ENDED = {"approval": approved()["approval"] | {"status": "ended"}}


def test_of_a_child_without_a_home_it_says_which_homes_were_hers_and_who_has_them():
    homes = {"oak": beds(1), "elm": {**beds(1), "skills": {}}, "ash": beds(0)}
    plan = planned(a_panel({"amy": {}, "ben": {}, "cy": {}}, homes))
    (left,) = plan.unplaced
    by_home = {home: child for child, home in placed(plan).items()}
    assert left.lawful == 2
    assert left.homes == (
        HomeHeld(home="oak", standing="met", taken_by=(by_home["oak"],)),
        HomeHeld(home="elm", standing="met", taken_by=(by_home["elm"],)),
    )


def test_no_more_than_six_are_named():
    many = {f"h{k}": beds(1) for k in range(8)}
    plan = planned(a_panel({f"c{k}": {} for k in range(9)}, many))
    (left,) = plan.unplaced
    assert (left.lawful, len(left.homes)) == (8, 6)


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        pytest.param(beds(0), "met", id="a home that may go on"),
        pytest.param({**beds(0), **ON_HOLD}, "cannot_tell", id="carers on hold"),
        pytest.param({**beds(0), **ENDED}, "prohibited", id="an approval that ended"),
    ],
)
def test_who_moves_is_told_what_she_leaves_and_how_that_stands(now, standing):
    emergency = {"r1": {"children": ["amy"], "emergency": True, "urgency": "same_day"}}
    better: dict[str, Any] = {**beds(1), "kind": "connected_foster", "connected_to": ["amy"]}
    plan = planned(a_panel({"amy": {"current_home": "oak"}}, {"oak": now, "elm": better}, referrals=emergency))
    (told,) = plan.assignments
    assert [(left.child, left.home, left.standing) for left in told.leaves] == [("amy", "oak", standing)]


def test_who_stays_leaves_nothing():
    plan = planned(a_panel({"amy": {"current_home": "oak"}}, {"oak": beds(0)}))
    assert [(told.stays, told.leaves) for told in plan.assignments] == [(True, ())]


@pytest.mark.parametrize(
    ("agreed", "together"),
    [
        pytest.param({}, 1, id="for as long as anybody asks"),
        pytest.param({"until": date(2026, 11, 25)}, 0, id="over before the stay"),
        pytest.param({"start": date(2030, 1, 1)}, 0, id="long after it"),
    ],
)
@pytest.mark.parametrize("recorded", [{}, {"household": None}], ids=["a household", "no household recorded"])
def test_a_sister_for_whom_a_home_is_agreed_counts_where_and_when_it_is(agreed, together, recorded):
    home = {**beds(4), **recorded}
    of = a_panel(
        sisters("amy", "bea"), {"oak": home}, referrals=ONE, decided=({"child": "bea", "home": "oak", **agreed},)
    )
    plan = planned(of, next_best=1)
    assert reached(plan)["siblings_together"] == together
    assert of.verify(plan) == []


def test_whom_only_the_home_lists_stays_there_or_leaves_it_too():
    member = {"id": "amy", "relation": "looked_after", "born": None, "sex": "F", "placed_by": "E06000060"}
    oak = {**beds(0), "household": [{**member, "sibling_of": []}]}
    homes = {"oak": oak, "elm": {**beds(1), "kind": "connected_foster", "connected_to": ["amy"]}}
    unknown: dict[str, dict[str, Any]] = {"amy": {"current_home": None}}
    stays = planned(a_panel(unknown, {"oak": oak}))
    assert [(told.stays, told.leaves) for told in stays.assignments] == [(True, ())]
    moves = planned(a_panel(unknown, homes, referrals={"r1": {**ONE["r1"], "emergency": True, "urgency": "same_day"}}))
    assert [(told.stays, [left.home for left in told.leaves]) for told in moves.assignments] == [(False, ["oak"])]
