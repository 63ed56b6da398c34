"""The plans that come next: their whole order, and what is said where time runs out."""

from dataclasses import replace
from time import monotonic

from hypothesis import given
from hypothesis import strategies as st

from matching.solving.next_best import next_best
from matching.solving.solver import solve
from tests.solving.every import every_plan
from tests.solving.panels import Panel, random_panel

SEEDS = st.integers(0, 2**32)


@given(SEEDS, st.integers(1, 4), st.integers(1, 3), st.sampled_from((1, 5, 12)))
def test_the_next_plans_come_in_their_order(seed, children, homes, k):
    problem = random_panel(seed, children, homes, aims=2 + seed % 4)
    first = solve(problem)
    plans = (first, *next_best(problem, first, k))
    assert [plan.reached for plan in plans] == [value for value, _ in every_plan(problem)[: k + 1]]
    assert len({plan.options for plan in plans}) == len(plans)
    assert all(plan.proven for plan in plans)


def test_all_plans_come_where_there_are_fewer_than_asked_for():
    panel = Panel()
    for _ in range(2):
        child = panel.group()
        for home in range(2):
            panel.option(child, home, worth=(home + 1,))
    problem = panel.problem()
    first = solve(problem)
    assert [plan.reached for plan in (first, *next_best(problem, first, 100))] == [
        (3,),
        (3,),
        (2,),
        (2,),
        (1,),
        (1,),
        (0,),
    ]


def test_groups_that_share_nothing_have_their_plans_put_together():
    panel = Panel()
    for home in range(3):
        panel.option(panel.group(), home, worth=(2**home,))
    problem = panel.problem()
    first = solve(problem)
    assert [plan.reached[0] for plan in next_best(problem, first, 9)] == [6, 5, 4, 3, 2, 1, 0]


def test_a_first_plan_that_is_not_the_best_is_not_repeated():
    panel = Panel()
    child = panel.group()
    for home in range(3):
        panel.option(child, home, worth=(home,))
    problem = panel.problem()
    first = replace(solve(problem), options=(1,), reached=(1,))
    assert {plan.options for plan in next_best(problem, first, 9)} == {(2,), (0,), ()}


@given(SEEDS)
def test_with_no_time_nothing_is_called_proven_that_is_not(seed):
    problem = random_panel(seed, 4, 3)
    first = solve(problem)
    order = [value for value, _ in every_plan(problem)]
    for at, plan in enumerate(next_best(problem, first, 3, deadline=monotonic()), start=1):
        assert not plan.proven or plan.reached == order[at]
