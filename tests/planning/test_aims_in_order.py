"""For each aim and the next a panel in which only their order decides: turned round, another plan is the best."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from matching.domain.codes import AimId
from matching.engine import Engine
from matching.scoring.weighing import Scale
from tests.planning.made import a_panel, approved, beds, placed, planned, sisters

ALONE = {"required": ["no_other_children"]}
UNSETTLED: dict[str, Any] = {"legal_status": None}
YOUNG, OLD = {"born": date(2018, 6, 1)}, {"born": date(2012, 6, 1)}
GOOD: dict[str, Any] = {"skills": {"behaviour_regulation": 4, "education_learning": 4}}
POOR: dict[str, Any] = {"skills": {}}


def asked(child: str, *more: str, **facts: Any) -> dict[str, dict[str, Any]]:
    """A referral for these children."""
    return {f"r_{child}": {"children": [child, *more], **facts}}


def an_agencys(referral: str) -> dict[str, Any]:
    """Carers of an agency, which has made an offer."""
    return {
        "run_by": "agency",
        "offer": {"referral": referral, "valid_until": date(2026, 12, 31)},
        **approved(by="agency"),
    }


def same_day_before_72_hours() -> Engine:
    referrals = asked("amy", urgency="same_day") | asked("ben", urgency="within_72_hours")
    return a_panel({"amy": {}, "ben": {}}, {"oak": beds(1)}, referrals=referrals)


def within_72_hours_before_any() -> Engine:
    referrals = asked("amy", urgency="within_72_hours", **ALONE) | asked("ben") | asked("cy")
    return a_panel({"amy": {}, "ben": {}, "cy": {}}, {"oak": beds(2)}, referrals=referrals)


def a_home_that_may_be_used_before_one_to_be_settled() -> Engine:
    referrals = asked("amy", **ALONE) | asked("ben") | asked("cy")
    return a_panel({"amy": {}, "ben": UNSETTLED, "cy": UNSETTLED}, {"oak": beds(2)}, referrals=referrals)


def a_home_for_each_before_siblings_together() -> Engine:
    children = {"amy": OLD, "bea": {}, "cy": UNSETTLED}
    them = sisters("amy", "bea")
    homes = {"oak": beds(2), "elm": {**beds(1), **approved(age_min=13)}}
    return a_panel({name: {**facts, **them.get(name, {})} for name, facts in children.items()}, homes)


def whole_groups_before_pairs() -> Engine:
    children: dict[str, Any] = {name: {} for name in ("a1", "a2", "b1", "b2", "c1", "c2", "c3")}
    referrals = asked("a1", "a2") | asked("b1", "b2") | asked("c1", "c2", "c3")
    homes = {"oak": {**beds(4), **approved(max_children=4)}} | {f"elm{k}": beds(1) for k in range(4)}
    return a_panel(children, homes, referrals=referrals)


def the_whole_stay_before_family_and_friends() -> Engine:
    """Carers outside their terms may keep him for six working days: his aunt, who is approved as a carer for girls."""
    aunt = {**beds(1), **approved(sex="F"), "kind": "connected_foster", "connected_to": ["ben"]}
    referrals = asked("ben", emergency=True, urgency="planned")
    return a_panel({"ben": {"sex": "M"}}, {"aunt": aunt, "oak": beds(1)}, referrals=referrals)


def family_and_friends_before_staying() -> Engine:
    aunt = {**beds(1), "kind": "connected_foster", "connected_to": ["amy"]}
    return a_panel({"amy": {"current_home": "oak"}}, {"aunt": aunt, "oak": beds(0)})


def staying_before_the_councils_own() -> Engine:
    return a_panel({"amy": {"current_home": "elm"}}, {"oak": beds(1), "elm": {**beds(0), **an_agencys("r_amy")}})


def pairs_before_the_whole_stay() -> Engine:
    """Terms for one: in an emergency two of the three may stay there, for six working days."""
    referrals = asked("amy", "bea", "cy", emergency=True, urgency="planned")
    children: dict[str, dict[str, Any]] = {"amy": OLD, "bea": YOUNG, "cy": {"access_needs": ["step_free"]}}
    oak = {**beds(2), **approved(max_children=1)}
    elm, ash = {**beds(1), **approved(age_max=10)}, {**beds(1), "access": ["step_free"]}
    return a_panel(children, {"oak": oak, "elm": elm, "ash": ash}, referrals=referrals)


def the_councils_own_before_suitability() -> Engine:
    return a_panel({"amy": {}}, {"oak": {**beds(1), **POOR}, "elm": {**beds(1), **an_agencys("r_amy"), **GOOD}})


def suitability_before_approvals() -> Engine:
    return a_panel({"amy": {}}, {"oak": {**beds(1), **GOOD, "bedrooms_free": 0}, "elm": {**beds(1), **POOR}})


IN_ORDER = {
    same_day_before_72_hours: ({"amy": "oak"}, {"ben": "oak"}),
    within_72_hours_before_any: ({"amy": "oak"}, {"ben": "oak", "cy": "oak"}),
    a_home_that_may_be_used_before_one_to_be_settled: ({"amy": "oak"}, {"ben": "oak", "cy": "oak"}),
    a_home_for_each_before_siblings_together: (
        {"amy": "elm", "bea": "oak", "cy": "oak"},
        {"amy": "oak", "bea": "oak"},
    ),
    whole_groups_before_pairs: (
        {"a1": "oak", "a2": "oak", "b1": "oak", "b2": "oak"},
        {"c1": "oak", "c2": "oak", "c3": "oak"},
    ),
    pairs_before_the_whole_stay: ({"amy": "oak", "bea": "oak"}, {"amy": "oak", "bea": "elm"}),
    the_whole_stay_before_family_and_friends: ({"ben": "oak"}, {"ben": "aunt"}),
    family_and_friends_before_staying: ({"amy": "aunt"}, {"amy": "oak"}),
    staying_before_the_councils_own: ({"amy": "elm"}, {"amy": "oak"}),
    the_councils_own_before_suitability: ({"amy": "oak"}, {"amy": "elm"}),
    suitability_before_approvals: ({"amy": "oak"}, {"amy": "elm"}),
}
"""Who would live where, and who if the two aims were turned round."""

EXAMPLES = [
    pytest.param(panel, one, other, *homes, id=f"{one} before {other}")
    for (panel, homes), (one, other) in zip(IN_ORDER.items(), pairwise(AimId), strict=True)
]


@pytest.mark.parametrize(("panel", "one", "other", "first", "turned"), EXAMPLES)
def test_an_aim_comes_before_the_next(panel, one, other, first, turned):
    homes = placed(planned(panel()))
    assert {child: homes.get(child) for child in first} == first
    assert not turned.items() <= homes.items()


@pytest.mark.parametrize(("panel", "one", "other", "first", "turned"), EXAMPLES)
def test_turned_round_another_plan_is_the_best(panel, one, other, first, turned):
    engine = panel()
    aims = [{one: other, other: one}.get(aim, aim) for aim in AimId]
    policy = engine.policy.model_copy(update={"aims": tuple(aims)})
    homes = placed(planned(replace(engine, scale=Scale(policy))))
    assert {child: homes.get(child) for child in turned} == turned
    assert not first.items() <= homes.items()
