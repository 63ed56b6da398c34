"""Chains: a bed that one child would leave serves another, and nobody leaves before the next home is free."""

from datetime import date, timedelta

import pytest

from matching.domain.case import Case
from matching.domain.review import Review
from matching.engine import Engine
from matching.review import review
from matching.reviewing import planned
from tests.reviewing.replayed import wrong_of
from tests.reviewing.worlds import a_chain, a_house, a_large_world, a_random_world, a_world, placed

SEEDS = range(30)


def reviewed(case) -> Review:
    return review(Engine.of(case))


def test_a_bed_that_one_child_leaves_serves_another_two_weeks_later():
    (chain,) = reviewed(a_chain()).chains
    steps = [(s.number, s.children, s.leaves, s.home, s.earliest, s.after) for s in chain.steps]
    assert steps == [
        (1, ("ben",), ("farnborough",), "aylesbury", date(2026, 12, 8), ()),
        (2, ("amy",), ("shropshire",), "farnborough", date(2026, 12, 22), (1,)),
    ]


def test_without_the_first_step_there_is_no_second():
    answer = reviewed(a_chain(beds_kept_free=1))
    assert (answer.chains, answer.explore) == ((), ())
    amy = next(row for row in answer.keep if row.child == "amy")
    assert amy.also_suits[0].waits_for == ("ben",)


def test_days_between_steps_are_the_policys():
    (chain,) = reviewed(a_chain(days_between=30, days_to_prepare=0)).chains
    assert [step.earliest for step in chain.steps] == [date(2026, 11, 24), date(2026, 12, 24)]


def test_a_chain_is_no_longer_than_it_has_to_be():
    """With a bed of its own beside, nobody waits for anybody."""
    case = a_chain()
    more = a_house("beside", "GU14 6DF", beds=1)
    answer = reviewed(
        a_world(
            [c.model_dump(by_alias=True, exclude_none=True) for c in case.children],
            [*(h.model_dump(by_alias=True, exclude_none=True) for h in case.homes), more],
        )
    )
    assert (len(answer.explore), answer.chains) == (2, ())


def test_two_who_each_live_where_the_other_should_cannot_change_places():
    children = [placed("amy", "shropshire", "GU11 3ED"), placed("ben", "farnborough", "SY2 6BU")]
    homes = [a_house("shropshire", "SY2 6BU"), a_house("farnborough", "GU14 6DF")]
    answer = reviewed(a_world(children, homes))
    assert (answer.explore, answer.proven) == ((), True)


def test_with_a_bed_to_spare_they_can():
    children = [placed("amy", "shropshire", "GU11 3ED"), placed("ben", "farnborough", "SY2 6BU")]
    homes = [a_house("shropshire", "SY2 6BU"), a_house("farnborough", "GU14 6DF", beds=1)]
    answer = reviewed(a_world(children, homes))
    (chain,) = answer.chains
    assert [step.children for step in chain.steps] == [("amy",), ("ben",)]


@pytest.mark.parametrize("seed", SEEDS)
def test_replayed_by_days_nobody_is_without_a_home_and_no_bed_is_used_twice(seed):
    case = a_random_world(seed)
    answer = reviewed(case)
    assert list(wrong_of(case, answer)) == []
    assert answer.proven, answer.bound


def test_the_random_worlds_hold_chains():
    chains = [chain for seed in range(8) for chain in reviewed(a_random_world(seed)).chains]
    assert len(chains) >= 5
    assert max(len(chain.steps) for chain in chains) >= 3


def test_the_replay_finds_a_bed_that_is_used_twice():
    case = a_chain()
    answer = reviewed(case)
    first = answer.explore[0]
    assert first.suggested is not None
    too_early = first.suggested.model_copy(update={"earliest": first.suggested.earliest - timedelta(days=30)})
    wrong = answer.model_copy(
        update={"explore": (first.model_copy(update={"suggested": too_early}), answer.explore[1])}
    )
    assert any("no bed is free" in fault for fault in wrong_of(case, wrong))


def test_many_who_may_all_be_suggested_another_home_are_planned_for_at_once():
    case = a_large_world(60, 110, seed=1)
    answer = reviewed(case)
    assert answer.proven
    assert len(answer.explore) > 40
    assert list(wrong_of(case, answer)) == []


def a_ring(number: int) -> Case:
    """So many children on each of two sides of the country, in full homes, who would be near home on the other."""
    shropshire, surrey = ("WV16 4ET", "SY2 6BU"), ("GU14 6DF", "GU11 3ED", "RG21 7QJ")
    children, homes = [], []
    for k in range(number):
        homes += [a_house(f"a{k}", shropshire[k % 2]), a_house(f"b{k}", surrey[k % 2])]
        children += [placed(f"x{k}", f"a{k}", surrey[k % 2]), placed(f"y{k}", f"b{k}", shropshire[k % 2])]
    return a_world(children, homes)


@pytest.mark.parametrize("number", [2, 4, 6])
def test_however_many_would_go_round_in_full_homes_nobody_does(number):
    answer = reviewed(a_ring(number))
    assert (answer.explore, answer.proven, len(answer.keep)) == ((), True, 2 * number)


def test_one_bed_among_full_homes_lets_all_go_round_one_by_one():
    case = a_ring(3)
    homes = [h.model_dump(by_alias=True, exclude_none=True) for h in case.homes]
    children = [c.model_dump(by_alias=True, exclude_none=True) for c in case.children]
    case = a_world(children, [*homes, a_house("spare", "GU14 6DF", beds=1)])
    answer = reviewed(case)
    assert answer.proven
    assert len(answer.explore) == 6
    assert list(wrong_of(case, answer)) == []


def test_a_home_with_very_many_children_is_reviewed():
    homes = [a_house("school", "SY2 6BU", kind="residential_school"), a_house("near", "HP20 2NF", beds=1)]
    homes[0]["registration"] = {"status": "registered", "capacity": 80, "age_min": 5, "age_max": 17, "sex": "any"}
    answer = reviewed(a_world([placed(f"c{k}", "school", "HP20 1UA") for k in range(40)], homes))
    assert len(answer.due) == 40


def test_where_no_order_is_found_in_time_what_can_be_done_is_suggested_and_nothing_is_proven(monkeypatch):
    monkeypatch.setattr(planned, "MOST_ROUNDS", 0)
    ring, chain = a_ring(2), a_chain()
    children = [c.model_dump(by_alias=True, exclude_none=True) for of in (ring, chain) for c in of.children]
    homes = [h.model_dump(by_alias=True, exclude_none=True) for of in (ring, chain) for h in of.homes]
    case = a_world(children, homes)
    answer = reviewed(case)
    assert not answer.proven
    assert "no order was found" in str(answer.bound)
    assert list(wrong_of(case, answer)) == []
    assert len(answer.explore) + len(answer.keep) == 6
