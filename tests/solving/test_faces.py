"""How aims are proven: bounds that hold whatever the prices, steps back where a floor is not reached."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.solving.answer import Answer
from matching.solving.columns import Chosen
from matching.solving.dominated import needed
from matching.solving.faces import solve_component
from matching.solving.greedy import first_plan
from matching.solving.presolve import possible
from matching.solving.prices import Goal, Live, Prices, bound, charged
from matching.solving.solver import laid_apart, solve, together
from tests.solving.every import every_plan
from tests.solving.panels import Panel, random_panel

SEEDS = st.integers(0, 2**32)


def _three_who_must_live_apart() -> Panel:
    """Three children, of whom no two may share a home, and one home: in fractions half of each could live there.

    Each is worth 2, so that the relaxation reaches 3, and a plan 2.
    """
    panel = Panel(aims=("worth", "suitability"))
    children = [panel.group()[0] for _ in range(3)]
    for child in children:
        panel.option([child], home=0, worth=(2, child), most=3)
    panel.apart = [(0, 1), (0, 2), (1, 2)]
    return panel


def test_where_no_plan_reaches_a_floor_its_aim_is_solved_in_whole_numbers():
    problem = _three_who_must_live_apart().problem()
    (component,) = laid_apart(problem)
    answer = solve_component(component.columns, component.rows, float("inf"))
    assert answer.stepped_back == [0]
    assert answer.reached == answer.bounds == (2, 2)
    assert solve(problem).proven


def test_behind_an_aim_that_is_not_proven_only_what_is_obvious_is_a_bound():
    problem = _three_who_must_live_apart().problem()
    (component,) = laid_apart(problem)
    best = solve_component(component.columns, component.rows, float("inf"))
    cut_short = Answer(best.found, best.reached, bounds=(3, 2))
    assert together(problem, [(component.columns, best)]).best_possible == (2, 2)
    assert together(problem, [(component.columns, cut_short)]).best_possible == (3, 3)


def test_where_every_floor_is_reached_there_is_no_step_back():
    panel = _three_who_must_live_apart()
    panel.apart = []
    panel.option(panel.group(), home=0, worth=(2, 0), most=3)
    (component,) = laid_apart(panel.problem())
    answer = solve_component(component.columns, component.rows, float("inf"))
    assert (answer.stepped_back, answer.reached) == ([], (6, 3))


def test_a_plan_is_made_up_from_what_is_given_where_it_is_open():
    """Greedily the first child takes home 0; told of home 1 for it, the plan leaves home 0 to the second."""
    panel = Panel()
    first, second = panel.group(), panel.group()
    panel.option(first, home=0, worth=(2,))
    panel.option(first, home=1, worth=(1,))
    panel.option(second, home=0, worth=(5,))
    (component,) = laid_apart(panel.problem())
    columns, rows = component.columns, component.rows
    wanted = Chosen(np.flatnonzero(columns.home == columns.home.max())[:1], np.array([0]))
    plans = (first_plan(columns, rows), first_plan(columns, rows, wanted))
    assert [columns.value(plan) for plan in plans if plan is not None] == [(2,), (6,)]


@given(SEEDS, st.integers(0, 6), st.floats(0.0, 10.0))
def test_a_bound_is_never_below_the_best_plan_whatever_the_prices(seed, bits, most):
    problem = random_panel(seed, 5, 4, aims=3)
    best = every_plan(problem)[0][0]
    prices = np.random.default_rng(seed)
    total = [0, 0, 0]
    for component in laid_apart(problem):
        columns, rows = component.columns, component.rows
        everything = Live(np.arange(len(columns.part)), np.arange(len(columns.division)))
        reached = solve_component(columns, rows, float("inf")).reached
        for aim in range(3):
            at = Prices(np.round(prices.uniform(0, most, rows.size), bits), prices.uniform(0, most, aim))
            found = bound(columns, everything, charged(columns, rows, Goal(aim, reached[:aim]), at))
            assert found.whole >= reached[aim]
            total[aim] += found.whole
    assert all(at_most >= value for at_most, value in zip(total, best, strict=True))


@given(SEEDS)
def test_what_a_bound_drops_is_in_no_best_plan(seed):
    problem = random_panel(seed, 5, 4, aims=2)
    random = np.random.default_rng(seed)
    for component in laid_apart(problem):
        columns, rows = component.columns, component.rows
        everything = Live(np.arange(len(columns.part)), np.arange(len(columns.division)))
        answer = solve_component(columns, rows, float("inf"))
        at = Prices(random.uniform(0, 3, rows.size), np.empty(0))
        at_most = bound(columns, everything, charged(columns, rows, Goal(0, ()), at))
        kept = at_most.kept(everything, answer.reached[0])
        assert set(answer.found.choices.tolist()) <= set(kept.choices.tolist())
        assert set(answer.found.divisions.tolist()) <= set(kept.divisions.tolist())


@given(SEEDS, st.integers(1, 4))
def test_the_best_plans_are_worth_the_same_without_the_options_that_none_needs(seed, plans):
    problem = random_panel(seed, 3, 7, aims=3, lawful=0.8)
    options, _ = possible(problem)
    kept = frozenset(needed(problem, options, plans).tolist())
    every = every_plan(problem)
    without = [value for value, (chosen, _) in every if kept.issuperset(chosen)]
    assert without[:plans] == [value for value, _ in every[:plans]]


def test_of_many_homes_as_many_are_needed_as_there_are_children():
    panel = Panel()
    for _ in range(3):
        child = panel.group()
        for home in range(10):
            panel.option(child, home, worth=(home,))
    problem = panel.problem()
    options, _ = possible(problem)
    assert problem.options.home[needed(problem, options)].tolist() == [7, 8, 9] * 3
