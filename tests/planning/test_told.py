"""What a plan tells beside who would live where: what is left, who has what, and whether all of it is checked."""

from typing import Any

import pytest

from matching.domain.plan import HomeHeld
from tests.planning.made import a_panel, approved, beds, placed, planned

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
