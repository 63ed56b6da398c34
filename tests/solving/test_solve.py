"""The best plan of a panel: each constraint, the order of the aims, and agreement with trying everything."""

import subprocess
import sys
from dataclasses import replace
from time import monotonic

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.solving.problem import Forbidden, Limit, Problem
from matching.solving.restated import faults
from matching.solving.solver import solve
from tests.solving.every import every_plan
from tests.solving.panels import Panel, random_panel

SEEDS = st.integers(0, 2**32)


@given(SEEDS, st.integers(1, 6), st.integers(1, 5), st.sampled_from((0.0, 0.4)), st.sampled_from((0.3, 0.6)))
def test_no_plan_is_better_than_the_one_found(seed, children, homes, limited, lawful):
    problem = random_panel(seed, children, homes, aims=2 + seed % 4, limited=limited, lawful=lawful)
    solved = solve(problem)
    assert solved.reached == every_plan(problem)[0][0]
    assert solved.proven


@given(SEEDS, st.integers(2, 6), st.integers(1, 4))
def test_what_is_said_only_of_plans_that_are_found_holds_as_if_it_were_said_beforehand(seed, children, homes):
    problem = random_panel(seed, children, homes, aims=2 + seed % 4, lawful=0.8)
    told = _told_afterwards(problem)
    while faults(problem, solved := solve(told)):
        told = _knowing(told, problem, solved.options)
    assert (solved.reached, solved.proven) == (solve(problem).reached, True)


def _told_afterwards(problem: Problem) -> Problem:
    """The problem without those apart and without sets: it says them when a plan is found that breaks them."""

    def further(options: tuple[int, ...], _: tuple[int, ...]) -> Forbidden:
        apart = tuple(p for p in problem.apart if _share(problem, p, options))
        return Forbidden(apart, tuple(never for never in problem.never if set(never) <= set(options)))

    return replace(problem, apart=(), never=(), further=further)


def _share(problem: Problem, pair: tuple[int, int], options: tuple[int, ...]) -> bool:
    """Whether two children share a home."""
    homes = [
        {int(problem.options.home[o]) for o in options if child in problem.members[int(problem.options.part[o])]}
        for child in pair
    ]
    return not homes[0].isdisjoint(homes[1])


def _knowing(told: Problem, problem: Problem, options: tuple[int, ...]) -> Problem:
    """What is found wrong with a whole plan is said from then on."""
    apart = tuple(p for p in problem.apart if _share(problem, p, options))
    never = tuple(never for never in problem.never if set(never) <= set(options))
    return replace(told, apart=(*told.apart, *apart), never=(*told.never, *never))


@pytest.mark.parametrize(("room", "placed"), [(0, 0), (1, 1), (2, 1), (3, 2), (9, 3)])
def test_a_limit_holds_over_several_homes(room, placed):
    panel = Panel()
    options = [panel.option(panel.group(), home=home) for home in range(3)]
    panel.limits = [Limit(tuple(options), (1, 2, 3), room)]
    assert len(solve(panel.problem()).options) == placed


def test_a_home_takes_no_more_than_it_has_room_for():
    assert [_placed(beds) for beds in (1, 2)] == [1, 2]


def _placed(beds: int) -> int:
    panel = Panel()
    for _ in range(2):
        panel.option(panel.group(), home=0, most=beds)
    return solve(panel.problem()).reached[0]


@pytest.mark.parametrize(("most", "placed"), [(1, 1), (2, 2), (3, 3)])
def test_an_option_limits_who_else_comes(most, placed):
    panel = Panel()
    panel.option(panel.group(), home=0, worth=(5,), most=most)
    for _ in range(2):
        panel.option(panel.group(), home=0, most=3)
    assert len(solve(panel.problem()).options) == placed


def test_who_needs_no_bed_there_and_lets_nobody_take_one_lets_others_who_need_none():
    panel = Panel()
    for takes in (0, 0, 1):
        panel.option(panel.group(), home=0, takes=takes, most=takes)
    assert solve(panel.problem()).options == (0, 1)


@pytest.mark.parametrize(("keeping_apart", "placed"), [(False, 2), (True, 1)])
def test_children_who_must_live_apart_share_no_home(keeping_apart, placed):
    panel = Panel()
    children = [panel.group()[0] for _ in range(2)]
    for child in children:
        panel.option([child], home=0, most=2)
    panel.apart = [(children[0], children[1])] if keeping_apart else []
    assert solve(panel.problem()).reached == (placed,)


def test_children_of_one_group_who_must_live_apart_are_in_no_part_together():
    panel = Panel()
    pair = panel.group(2)
    panel.option(pair, home=0, worth=(9,), most=2)
    panel.option(pair[:1], home=1)
    assert solve(panel.problem()).reached == (9,)
    panel.apart = [(pair[0], pair[1])]
    assert solve(panel.problem()).reached == (1,)


@pytest.mark.parametrize(("never", "placed"), [((), 3), ((0, 1, 2), 2), ((0, 1), 2), ((0,), 2)])
def test_of_a_set_that_must_not_be_chosen_one_is_not(never, placed):
    panel = Panel()
    for home in range(3):
        panel.option(panel.group(), home)
    panel.never = [never] if never else []
    assert solve(panel.problem()).reached == (placed,)


def test_two_parts_of_a_group_share_no_home():
    panel = Panel()
    one, other = panel.group(2)
    for child in (one, other):
        panel.option([child], home=0, most=2)
    assert solve(panel.problem()).reached == (1,)
    panel.option([one, other], home=0, worth=(2,), most=2)
    assert solve(panel.problem()).reached == (2,)


def test_a_part_of_several_children_is_not_left_without_a_home():
    panel = Panel()
    pair = panel.group(2)
    panel.worth_of_division([2], 0, (100,))
    assert solve(panel.problem()).reached == (0,)
    panel.option(pair, home=0, worth=(2,), most=2)
    assert solve(panel.problem()).reached == (102,)


def test_an_earlier_aim_comes_before_any_gain_in_a_later_one():
    panel = Panel(aims=("placed", "suitability"))
    first, second = panel.group(), panel.group()
    panel.option(first, home=0, worth=(1, 1_000_000))
    panel.option(first, home=1, worth=(1, 0))
    panel.option(second, home=0, worth=(1, 0))
    assert solve(panel.problem()).reached == (2, 0)
    swapped = replace(panel.problem(), aims=("suitability", "placed"))
    options, divisions = swapped.options, swapped.divisions
    swapped = replace(
        swapped,
        options=replace(options, worth=options.worth[:, ::-1].copy()),
        divisions=replace(divisions, worth=divisions.worth[:, ::-1].copy()),
    )
    assert solve(swapped).reached == (1_000_000, 1)


def test_a_panel_of_nobody_has_an_empty_plan():
    solved = solve(Panel().problem())
    assert (solved.options, solved.divisions, solved.reached, solved.proven) == ((), (), (0,), True)


@given(SEEDS)
def test_the_order_in_which_options_stand_changes_no_value(seed):
    problem = random_panel(seed, 8, 8)
    order = np.random.default_rng(seed).permutation(problem.options.size)
    where = np.argsort(order)
    never = tuple(tuple(int(where[option]) for option in options) for options in problem.never)
    limits = tuple(replace(of, options=tuple(where[list(of.options)].tolist())) for of in problem.limits)
    turned = replace(problem, options=problem.options[order], never=never, limits=limits)
    assert solve(turned).reached == solve(problem).reached


@given(SEEDS)
def test_the_numbers_of_homes_change_no_value(seed):
    problem = random_panel(seed, 8, 8)
    renumbered = np.random.default_rng(seed).permutation(problem.homes)
    options = replace(problem.options, home=renumbered[problem.options.home])
    assert solve(replace(problem, options=options)).reached == solve(problem).reached


@given(SEEDS)
def test_one_more_bed_never_places_fewer(seed):
    problem = random_panel(seed, 8, 5, limited=0.0, takes_none=0.0)
    options = problem.options
    roomier = replace(options, most=options.most + (options.home == seed % 5))
    assert solve(replace(problem, options=roomier)).reached[0] >= solve(problem).reached[0]


@given(SEEDS)
def test_the_same_question_has_the_same_answer(seed):
    assert solve(random_panel(seed, 8, 8)) == solve(random_panel(seed, 8, 8))


@given(SEEDS)
def test_with_no_time_there_is_a_plan_and_its_bounds_hold(seed):
    problem = random_panel(seed, 6, 4)
    solved, best = solve(problem, deadline=monotonic()), every_plan(problem)[0][0]
    assert solved.reached <= best
    for aim in range(len(best)):
        if solved.reached[:aim] == best[:aim]:
            assert solved.best_possible[aim] >= best[aim]


def test_the_solver_is_not_loaded_before_it_is_asked():
    code = "import sys, matching.solving.solver; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
