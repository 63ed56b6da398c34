"""The engine's points and the peer's are the same: every criterion, head and suitability, low, central and high."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.scoring.weighing import CRITERIA
from tests.peer.engine_says import engine_of
from tests.peer.made_up_scored import scored_world
from tests.peer.points import differences, engines
from tests.peer.points_of_criteria import HEADS

SHOWN = 12


def test_the_peer_scores_by_the_criteria_that_the_engine_has():
    assert {(c.head.value, c.id) for c in CRITERIA} == {(head, name) for head, of in HEADS.items() for name in of}


@pytest.mark.parametrize(
    ("seed", "gaps"),
    [
        pytest.param(0, 0, id="everything is recorded"),
        pytest.param(1, 0.04, id="some gaps"),
        pytest.param(2, 0.2, id="many gaps"),
        pytest.param(3, 0.5, id="half is not recorded"),
    ],
)
def test_engine_and_peer_give_every_home_the_same_points(seed, gaps):
    engine = engine_of(scored_world(50, 20, seed, gaps))
    found = [said for referral in engine.case.referrals for said in differences(engine, referral)]
    assert not found[:SHOWN], f"{len(found)} differences in world {seed}"


@given(st.integers(0, 10**6), st.integers(1, 8), st.integers(1, 3), st.sampled_from((0.04, 0.3)))
def test_engine_and_peer_agree_where_cost_is_weighed_in(seed, homes, children, gaps):
    world = scored_world(homes, children, seed, gaps)
    engine = engine_of(world | {"policy": {"name": "buckinghamshire-2026", "cost_counts": "weighted"}})
    assert not [said for referral in engine.case.referrals for said in differences(engine, referral)]


def test_a_made_up_world_asks_and_leaves_out_every_criterion_that_can_be_left_out():
    engine = engine_of(scored_world(30, 40, seed=7))
    asked = {
        (name, points.asked)
        for referral in engine.case.referrals
        for said in engines(engine, referral.id).values()
        for name, points in said.items()
    }
    always = {c.id for c in CRITERIA if c.points.asked is None}
    assert {c.id for c in CRITERIA} == {name for name, once in asked if not once} | always
    assert {(c.id, True) for c in CRITERIA} <= asked
