"""A ranking of brothers and sisters: together first, then every way of dividing them, each with who lives where."""

from typing import Any

from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from tests.planning.made import a_panel, approved, beds, sisters

THREE: dict[str, dict[str, Any]] = {"amy": {}, "bea": {}, "cy": {}}
TOGETHER = {"r1": {"children": ["amy", "bea", "cy"]}}


def of(engine: Engine, limit: int = 20) -> Ranking:
    return engine.rank("r1", limit=limit)


def parted(ranking: Ranking) -> tuple[Option, ...]:
    return next((tier.options for tier in ranking.tiers if tier.tier == "parted"), ())


def who(option: Option) -> dict[str, tuple[str, ...]]:
    """Who would live in which home."""
    return {part.home: part.children for part in option.parts}


def test_every_way_is_an_option_after_all_that_keep_them_together():
    ranking = of(a_panel(THREE, {"oak": beds(3), "elm": beds(2), "ash": beds(1)}, referrals=TOGETHER))
    assert [tier.tier for tier in ranking.tiers] == ["in_house", "parted"]
    assert [option.home for option in ranking.tiers[0].options] == ["oak"]
    ways = parted(ranking)
    assert len(ways) == ranking.tiers[-1].count == 4
    assert [option.rank for option in ways] == [2, 3, 4, 5]
    assert [len(way.parts) for way in ways] == [2, 2, 2, 3]
    assert {frozenset(who(way).values()) for way in ways[:3]} == {
        frozenset({("amy", "bea"), ("cy",)}),
        frozenset({("amy", "cy"), ("bea",)}),
        frozenset({("amy",), ("bea", "cy")}),
    }


def test_each_part_is_judged_and_scored_by_itself_with_the_others_elsewhere():
    they = [{"child": name, "assessment": "together"} for name in THREE]
    children = {name: {"siblings": [s for s in they if s["child"] != name]} for name in THREE}
    ranking = of(a_panel(children, {"oak": beds(2), "elm": beds(1)}, referrals=TOGETHER))
    way = parted(ranking)[0]
    assert way.home in {"oak+elm", "elm+oak"}
    pair, alone = sorted(way.parts, key=lambda part: -len(part.children))
    assert (pair.home, alone.home) == ("oak", "elm")
    points = {part.home: next(c.central for c in part.criteria if c.id == "siblings") for part in way.parts}
    assert points["oak"] > points["elm"] == 0
    assert way.suitability.central == (2 * pair.suitability.central * 100 + alone.suitability.central * 100) // 3 / 100


def test_siblings_who_live_in_a_home_now_and_would_leave_it_are_not_counted_as_there():
    here = {"current_home": "oak"}
    children = {name: {**facts, **here} for name, facts in sisters("amy", "bea").items()}
    engine = a_panel(children, {"oak": beds(0), "elm": beds(1)}, referrals={"r1": {"children": ["amy", "bea"]}})
    (way,) = parted(of(engine))
    (left,) = (part for part in way.parts if part.home == "oak")
    assert next(c.because for c in left.criteria if c.id == "siblings").startswith("0 of 1")


def test_the_tier_is_the_last_of_theirs_and_the_standing_the_worst():
    agency = {"run_by": "agency", **approved(by="agency"), "offer": {"referral": "r1"}}
    homes = {"oak": {**beds(1), **approved(age_max=12)}, "elm": {**beds(1), **agency}}
    referrals = {"r1": {"children": ["amy", "bea"]}}
    (way,) = parted(of(a_panel({"amy": {}, "bea": {}}, homes, referrals=referrals)))
    assert way.tier == "independent_or_residential"
    assert {part.tier for part in way.parts} == {"in_house", "independent_or_residential"}
    assert way.standing == min(
        (p.standing for p in way.parts), key=["prohibited", "cannot_tell", "needs_approval", "met"].index
    )


def test_why_they_are_to_be_parted_is_owed_where_a_home_could_take_them_all():
    referrals = {"r1": {"children": ["amy", "bea"]}}
    open_one = of(a_panel({"amy": {}, "bea": {}}, {"oak": beds(2), "elm": beds(1)}, referrals=referrals))
    assert parted(open_one)[0].reasons_owed[0].homes == ("oak",)
    none = of(a_panel({"amy": {}, "bea": {}}, {"oak": beds(1), "elm": beds(1)}, referrals=referrals))
    assert parted(none)[0].reasons_owed == ()


def test_no_home_for_all_and_none_for_each_is_no_option_and_says_why():
    ranking = of(a_panel({"amy": {}, "bea": {}}, {"oak": beds(1)}, referrals={"r1": {"children": ["amy", "bea"]}}))
    assert not ranking.tiers
    assert ranking.cannot_place_because


def test_no_home_for_all_says_the_least_that_would_change_it():
    homes = {"oak": {**beds(1), **approved(max_children=1)}, "elm": beds(1), "ash": {**beds(0), "kind": "parent"}}
    ranking = of(a_panel({"amy": {}, "bea": {}}, homes, referrals={"r1": {"children": ["amy", "bea"]}}))
    (stuck,) = ranking.cannot_stay_together
    assert [(home.home, home.rules) for home in stuck.least] == [
        ("elm", ("POL-VACANCY",)),
        ("oak", ("CPPCR-22-NUMBER", "POL-VACANCY")),
    ]
    assert "by a review of the approval" in " ".join(stuck.least[1].needs)


def test_those_assessed_apart_are_parted_in_their_tier_and_in_several_sets_of_homes():
    children = sisters("amy", "bea", "apart")
    homes = {name: beds(1) for name in ("oak", "elm", "ash")}
    ranking = of(a_panel(children, homes, referrals={"r1": {"children": ["amy", "bea"]}}))
    assert [tier.tier for tier in ranking.tiers] == ["in_house"]
    ways = ranking.tiers[0].options
    assert len(ways) == 6
    assert len({way.home for way in ways}) == 6
    assert all("POL-APART" in group.rules for group in ranking.ruled_out)
    assert [way.rank for way in ways] == [1, 2, 3, 4, 5, 6]


def test_the_limit_bounds_the_ways_that_are_given_and_at_least_one_is():
    engine = a_panel(THREE, {"oak": beds(3), "elm": beds(2), "ash": beds(1)}, referrals=TOGETHER)
    full, short = of(engine), of(engine, limit=1)
    assert len(parted(short)) == 1
    assert parted(short)[0].home == parted(full)[0].home
    assert short.tiers[-1].count == 4


def test_one_child_is_not_divided():
    ranking = a_panel({"amy": {}}, {"oak": beds(1)}).rank("r_amy")
    assert not parted(ranking)
    assert all(not option.parts for tier in ranking.tiers for option in tier.options)


def test_a_child_of_whom_people_decide_is_placed_nowhere_so_no_way_holds_her():
    children: dict[str, dict[str, Any]] = {"amy": {"deprivation_of_liberty": True}, "bea": {}}
    ranking = of(a_panel(children, {"oak": beds(1), "elm": beds(1)}, referrals={"r1": {"children": ["amy", "bea"]}}))
    assert not ranking.tiers
    assert ranking.people_decide
