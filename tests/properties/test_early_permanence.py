"""Where adoption is considered, whole rankings keep to the order of section 22C(9A) and (9B)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from tests.builders import a_child, a_home
from tests.explaining.asking import rank
from tests.facts.laying_out import approval
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world
from tests.peer.ranked import in_full, options

ADOPTERS, FAMILY, PARENTS = "foster_for_adoption", "family_and_friends", "parents"
SWITCHED_OFF = {*(f"CA89-22C-8{letter}" for letter in "ABCD"), "CA89-22C-9"}
KNOWN = {"considering_adoption": True, "ought_to_be_placed": False, "placement_order_refused": False}
seeds = st.integers(0, 10**6)
small = st.builds(
    world, homes=st.integers(6, 20), children=st.just(1), seed=seeds, gaps=st.sampled_from((0, 0.04, 0.2))
)


def planned(case: Mapping[str, Any], **plan: Any) -> dict[str, Any]:
    """The same case, with this plan for every child; None makes it unknown."""
    said = {key: value for key, value in (KNOWN | plan).items() if value is not None}
    children = [{k: v for k, v in child.items() if k not in KNOWN} | said for child in case["children"]]
    return {**case, "children": children}


def answered(case: Mapping[str, Any]) -> tuple[Engine, Ranking]:
    engine = engine_of(case)
    return engine, in_full(engine, "r0")


def step(option: Option) -> int:
    """The step at which the law, and then the council, comes to an option."""
    if option.kind == ADOPTERS:
        return 2
    order = {PARENTS: 0, FAMILY: 1, "in_house": 3, "independent_or_residential": 4}
    return order[option.tier]


@given(small)
def test_parents_then_connected_people_then_those_who_may_adopt_then_the_rest(case):
    _, ranking = answered(planned(case))
    steps = [step(option) for option in options(ranking)]
    assert steps == sorted(steps)


@given(small)
def test_those_who_may_adopt_are_a_group_of_their_own_and_keep_the_word_of_their_tier(case):
    _, considered = answered(planned(case))
    _, otherwise = answered(planned(case, considering_adoption=False))
    tier_of = {o.home: o.tier for o in options(otherwise)}
    for group in considered.tiers:
        for option in group.options:
            assert (group.tier == ADOPTERS) is (option.kind == ADOPTERS)
            assert option.tier == tier_of[option.home]
            assert group.tier in {option.tier, ADOPTERS}


@given(small)
def test_inside_every_group_the_order_is_as_it_was(case):
    _, considered = answered(planned(case))
    _, otherwise = answered(planned(case, considering_adoption=False))
    before = [o.home for o in options(otherwise)]
    rest = [[o.home for o in group.options] for group in considered.tiers if group.tier != ADOPTERS]
    assert all(homes == [home for home in before if home in homes] for homes in rest)


@given(small)
def test_no_home_is_lawful_or_unlawful_for_it(case):
    plans = (True, False, None)
    found = [answered(planned(case, considering_adoption=plan))[1] for plan in plans]
    standing = [{o.home: o.standing for o in options(ranking)} for ranking in found]
    assert standing[0] == standing[1] == standing[2]
    assert found[0].ruled_out == found[1].ruled_out == found[2].ruled_out


@given(small)
def test_it_switches_five_duties_off_and_leaves_wishes_on(case):
    _, ranking = answered(planned(case))
    for option in options(ranking):
        owed = {d.id for d in option.duties if d.owed}
        assert owed == {"CA89-22-5"}
        assert {d.id for d in option.duties if not d.owed} == SWITCHED_OFF


@given(small)
def test_what_nobody_knows_is_ranked_as_if_it_were_not_considered(case):
    _, unknown = answered(planned(case, considering_adoption=None))
    _, otherwise = answered(planned(case, considering_adoption=False))
    assert [o.home for o in options(unknown)] == [o.home for o in options(otherwise)]
    assert [g.tier for g in unknown.tiers] == [g.tier for g in otherwise.tiers]
    assert any("whether adoption is considered" in warning for warning in unknown.warnings)


AGENCYS: dict[str, Any] = {
    "run_by": "agency",
    "approval": approval(approved_by="acorn"),
    "offer": {"referral": "r1", "valid_until": date(2027, 1, 31)},
}
ALL = (
    a_home(id="aunt", kind="connected_foster", run_by="person", connected_to=["amy"], postcode="HP27 0AA"),
    a_home(id="oak"),
    a_home(id="agencys_adopters", kind=ADOPTERS, postcode="HP13 5HQ", **AGENCYS),
    a_home(id="own_adopters", kind=ADOPTERS, postcode="HP13 5HQ", years_fostering=1),
    a_home(id="acorns", **AGENCYS),
)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        pytest.param(
            {"considering_adoption": True},
            [(FAMILY, 1), (ADOPTERS, 2), ("in_house", 1), ("independent_or_residential", 1)],
            id="considered",
        ),
        pytest.param(
            {"ought_to_be_placed": True, "placement_order": False, "s19_consent": False},
            [(FAMILY, 1), (ADOPTERS, 2), ("in_house", 1), ("independent_or_residential", 1)],
            id="ought to be placed, neither consent nor order",
        ),
        pytest.param(
            {"ought_to_be_placed": True, "placement_order": False, "s19_consent": True},
            [(FAMILY, 1), ("in_house", 2), ("independent_or_residential", 2)],
            id="ought to be placed, with consent",
        ),
        pytest.param(
            {"considering_adoption": True, "placement_order_refused": True},
            [(FAMILY, 1), ("in_house", 2), ("independent_or_residential", 2)],
            id="considered, and an order was refused",
        ),
        pytest.param(
            {"considering_adoption": None},
            [(FAMILY, 1), ("in_house", 2), ("independent_or_residential", 2)],
            id="nobody knows",
        ),
    ],
)
def test_an_agencys_adopters_come_before_the_councils_own_carers_where_9a_holds(plan, expected):
    defaults = {"considering_adoption": False, "placement_order_refused": False, "ought_to_be_placed": False}
    ranking = rank(*ALL, children=(a_child(**(defaults | plan)),))
    assert [(group.tier, group.count) for group in ranking.tiers] == expected
    order = [o.home for o in options(ranking)]
    assert (order.index("agencys_adopters") < order.index("oak")) is ((ADOPTERS, 2) in expected)
    assert order[0] == "aunt"


def test_at_a_small_limit_the_first_of_each_tier_is_shown_and_counted_in_its_group():
    ranking = rank(*ALL, children=(a_child(considering_adoption=True, placement_order_refused=False),), limit=1)
    assert [(group.tier, group.count) for group in ranking.tiers][:2] == [(FAMILY, 1), (ADOPTERS, 2)]
    assert {o.tier for o in options(ranking)} == {FAMILY, "in_house", "independent_or_residential"}
