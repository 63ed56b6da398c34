"""What a choice costs the others, exactly: told aim by aim, with whose home changes; and the plans that come next."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.plan import Costs, Plan
from matching.engine import Engine
from matching.planning import settling
from matching.planning.deadline import Deadline
from matching.solving.others import costs
from matching.solving.problem import Problem
from tests.peer.engine_says import engine_of
from tests.planning.every import EveryPlan
from tests.planning.made import a_panel, beds, placed, planned
from tests.planning.panels import panel

GOOD: dict[str, Any] = {"skills": {"behaviour_regulation": 4, "education_learning": 4}}


def two_for_one() -> Engine:
    """Both would have oak first, and elm is worse for each."""
    return a_panel({"amy": {}, "ben": {}}, {"oak": {**beds(1), **GOOD}, "elm": {**beds(1), "skills": {}}})


def costs_of(plan: Plan, child: str) -> dict[tuple[str, ...], Costs]:
    """What each choice of a child costs the others, by its homes."""
    return {cost.homes: cost for cost in plan.costs_others if cost.children == (child,)}


def test_the_home_that_the_other_would_have_costs_her_the_difference():
    plan = planned(two_for_one(), costs_others=True)
    taken = costs_of(plan, "amy")[("oak",)]
    (lost,) = taken.loses
    assert lost.aim == "suitability"
    assert lost.by > 0
    assert [(change.children, change.home, change.instead) for change in taken.changes] == [(("ben",), "oak", "elm")]


def test_a_home_that_costs_nobody_anything_but_another_plan_says_who_would_live_elsewhere():
    plan = planned(two_for_one(), costs_others=True)
    anew = costs_of(plan, "amy")[("elm",)]
    assert placed(plan) == {"amy": "oak", "ben": "elm"}
    assert anew.loses == ()
    assert [(change.children, change.home, change.instead) for change in anew.changes] == [(("ben",), "elm", "oak")]


def test_homes_that_cost_nobody_anything_and_move_nobody_are_said_together():
    children: dict[str, dict[str, Any]] = {"amy": {}, "ben": {}}
    plan = planned(a_panel(children, {"oak": beds(1), **{f"elm_{k}": beds(1) for k in range(3)}}), costs_others=True)
    free = {"oak", "elm_0", "elm_1", "elm_2"} - set(placed(plan).values())
    (cost,) = (cost for homes, cost in costs_of(plan, "amy").items() if set(homes) == free)
    assert (cost.loses, cost.changes, cost.planned) == ((), (), False)


def test_where_time_runs_out_it_says_of_how_many_groups_costs_were_worked_out(monkeypatch):
    """What was not solved to the end is left out: it would be no cost, but what was found so far."""
    groups = list[int]()

    def counted(problem: Problem, group: int, *asked: Any, **how: Any):
        groups.append(group)
        return costs(problem, group, *asked, **how)

    monkeypatch.setattr(settling, "costs", counted)
    monkeypatch.setattr(Deadline, "passed", property(lambda _: 1 in groups))
    plan = planned(two_for_one(), costs_others=True)
    assert {cost.children for cost in plan.costs_others} == {("amy",)}
    assert plan.costs_incomplete == "of 2 groups 1: the time allowed ran out"


def test_the_only_bed_costs_the_other_her_home():
    plan = planned(a_panel({"amy": {}, "ben": {}}, {"oak": beds(1)}), costs_others=True)
    (child,) = placed(plan)
    (cost,) = costs_of(plan, child).values()
    assert cost.planned
    assert {lost.aim: lost.by for lost in cost.loses}["home"] == 1
    assert [change.instead for change in cost.changes] == [None]


def test_homes_that_cost_nothing_are_told_of_together():
    homes = {f"h{k}": beds(1) for k in range(4)}
    plan = planned(a_panel({"amy": {}}, homes), costs_others=True)
    told = [(cost.homes, cost.planned) for cost in plan.costs_others]
    assert sorted(len(homes) for homes, _ in told) == [1, 3]
    assert sum(chosen for _, chosen in told) == 1


def test_nothing_is_worked_out_where_it_is_not_asked_for():
    assert planned(two_for_one()).costs_others == ()


@settings(max_examples=12)
@given(st.integers(0, 10**6), st.integers(2, 4), st.integers(2, 4))
def test_what_the_others_lose_is_what_trying_everything_says(seed, children, homes):
    engine = engine_of(panel(seed, children, homes))
    every = EveryPlan(engine.case, engine.policy)
    for cost in planned(engine, costs_others=True).costs_others:
        for home in () if cost.planned else cost.homes:
            assert {lost.aim: lost.by for lost in cost.loses} == every.lost_to_others(cost.children, home)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_so_many_next_plans_as_are_asked_for_each_with_what_differs(count):
    plan = planned(two_for_one(), next_best=count)
    assert len(plan.next_best) == count
    for other in plan.next_best:
        before, after = placed(plan), placed(other)
        told = {child: (change.home, change.instead) for change in other.differs for child in change.children}
        assert told == {c: (before.get(c), after.get(c)) for c in ("amy", "ben") if before.get(c) != after.get(c)}
        assert told
        assert all(assignment.option is None for assignment in other.assignments)


def test_no_more_plans_are_given_than_there_are():
    plan = planned(a_panel({"amy": {}}, {"oak": beds(1)}), next_best=5)
    assert [placed(other) for other in plan.next_best] == [{}]
