"""A whole answer keeps to the panel's order, says where it is close, and moves only for what should move it."""

from collections.abc import Mapping
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world
from tests.peer.order import CENTRAL, Candidate, alike_in, best_rank, in_panel_order, worst_rank
from tests.peer.ranked import candidates, in_full, options

OF_ALL_THE_HOMES = "POL-RESIDENTIAL-NEED"
BESIDE_OTHERS = {
    *("rank", "best_rank", "worst_rank", "close_call_with", "cost_decides"),
    *("standing", "findings", "duties", "reasons_owed", "deadlines"),
}
"""What of an option turns on which other homes there are."""
seeds = st.integers(0, 10**6)
small = st.builds(
    world, homes=st.integers(4, 25), children=st.just(1), seed=seeds, gaps=st.sampled_from((0, 0.04, 0.2))
)
families = st.builds(world, homes=st.integers(4, 25), children=st.just(3), seed=seeds)


def answered(case: Mapping[str, Any]) -> tuple[Engine, Ranking]:
    """The engine for a case, and its answer to the first referral."""
    engine = engine_of(case)
    return engine, in_full(engine, "r0")


@given(small | families)
def test_homes_stand_in_the_panels_order_with_the_ranks_they_could_have(case):
    engine, ranking = answered(case)
    found, policy = candidates(engine, ranking), engine.policy
    assert [c.home for c in in_panel_order(found, policy)] == [o.home for o in options(ranking)]
    counted = [(best_rank(c, found, policy), worst_rank(c, found, policy)) for c in found]
    assert [(o.best_rank, o.worst_rank) for o in options(ranking)] == counted
    assert [o.rank for o in options(ranking)] == list(range(1, len(found) + 1))


@given(small | families)
def test_each_home_stands_under_the_tier_that_it_belongs_to(case):
    engine, ranking = answered(case)
    found = candidates(engine, ranking)
    groups = {c.home: c.group(engine.policy) for c in found}
    tiers = [tier for tier in ranking.tiers if not any(option.parts for option in tier.options)]
    assert {o.home: tier.tier for tier in tiers for o in tier.options} == {h: n for h, (_, n) in groups.items()}
    assert [tier.tier for tier in tiers] == [name for _, name in sorted(set(groups.values()))]
    assert {o.home: o.tier for o in options(ranking)} == {c.home: c.tier for c in found}


@given(small | families)
def test_every_home_stands_once_in_an_answer(case):
    engine, ranking = answered(case)
    ruled_out = [home for group in ranking.ruled_out for home in group.homes]
    named = [*(o.home for o in options(ranking)), *ruled_out, *(h for group in ranking.beyond for h in group.homes)]
    assert sorted(named) == sorted(home.id for home in engine.case.homes)


@given(small | families)
def test_a_close_call_is_one_whose_suitability_overlaps_where_suitability_decides(case):
    engine, ranking = answered(case)
    found = candidates(engine, ranking)
    for option, one in zip(options(ranking), found, strict=True):
        others = (other for other in found if other is not one and _decides_between(one, other))
        assert sorted(option.close_call_with) == sorted(o.home for o in others if _overlap(one, o))


def _decides_between(one: Candidate, other: Candidate) -> bool:
    """Whether suitability is the first thing that may decide between two: neither tier nor kind does."""
    return (one.tier, one.residential) == (other.tier, other.residential)


def _overlap(one: Candidate, other: Candidate) -> bool:
    (low, _, high), (other_low, _, other_high) = one.suitability, other.suitability
    return max(low, other_low) <= min(high, other_high)


@given(small | families)
def test_cost_decides_only_between_options_that_are_alike_in_all_that_stands_above_it(case):
    engine, ranking = answered(case)
    found = candidates(engine, ranking)
    for place, (option, one) in enumerate(zip(options(ranking), found, strict=True)):
        below = [other.home for other in found[place + 1 :] if _dearer_and_alike(one, other, engine)]
        assert list(option.cost_decides) == below


def _dearer_and_alike(one: Candidate, other: Candidate, engine: Engine) -> bool:
    alike = alike_in(one, CENTRAL, engine.policy) == alike_in(other, CENTRAL, engine.policy)
    return alike and other.cost[CENTRAL] < one.cost[CENTRAL]


@given(small, st.integers(0, 24), st.integers(0, 7_000))
def test_another_price_moves_no_home_past_one_that_is_not_alike(case, which, price):
    engine, before = answered(case)
    changed = _with_home(case, which, cost={"weekly": price, "full_weekly": price, "basis": "spot"})
    alike = {c.home: alike_in(c, CENTRAL, engine.policy) for c in candidates(engine, before)}
    after = [alike[o.home] for o in options(answered(changed)[1])]
    assert after == [alike[o.home] for o in options(before)]


@given(small, st.integers(0, 24))
def test_one_more_bed_changes_nothing_but_whether_there_is_a_bed(case, which):
    home = case["homes"][which % len(case["homes"])]
    assume("beds" in home.get("vacancies", {}))
    more = _with_home(case, which, vacancies=home["vacancies"] | {"beds": home["vacancies"]["beds"] + 1})
    before, after = options(answered(case)[1]), options(answered(more)[1])
    was, now = ({o.home: _of_its_own(o) for o in found if o.home != home["id"]} for found in (before, after))
    assert was == now
    assert {o.home for o in before} <= {o.home for o in after}


def _of_its_own(option: Option) -> dict[str, Any]:
    """What is said of an option whatever other homes there are."""
    findings = [f for f in option.findings if f.rule != OF_ALL_THE_HOMES]
    return option.model_dump(exclude=BESIDE_OTHERS) | {"findings": findings}


def _with_home(case: Mapping[str, Any], which: int, **changes: Any) -> dict[str, Any]:
    homes = list(case["homes"])
    homes[which % len(homes)] = homes[which % len(homes)] | changes
    return {**case, "homes": homes}


@given(small | families)
def test_other_names_that_sort_alike_make_the_same_answer_with_other_names(case):
    renamed = _renamed(case, {home["id"]: f"home-{home['id']}" for home in case["homes"]})
    assert _in_words(renamed).replace("home-h", "h") == _in_words(case)


def _in_words(case: Mapping[str, Any]) -> str:
    return answered(case)[1].model_dump_json(exclude={"facts_hash"})


def _renamed(said: Any, names: Mapping[str, str]) -> Any:
    """The same records with other ids."""
    if isinstance(said, dict):
        return {key: _renamed(value, names) for key, value in said.items()}
    if isinstance(said, list):
        return [_renamed(value, names) for value in said]
    return names.get(said, said) if isinstance(said, str) else said
