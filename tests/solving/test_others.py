"""What a group's homes cost the others: agreement with trying everything, and each thing that a choice takes away."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from matching.solving.others import costs, given, without
from matching.solving.problem import Problem
from tests.solving.every import every_plan
from tests.solving.panels import Panel, random_panel

SEEDS = st.integers(0, 2**32)


@for_all(SEEDS, st.integers(2, 6), st.integers(1, 5), st.sampled_from((0.0, 0.4)))
def test_the_others_are_at_their_best_beside_each_choice(seed, children, homes, limited):
    problem = random_panel(seed, children, homes, aims=2 + seed % 4, limited=limited, lawful=0.4)
    group = seed % problem.groups
    best = _best_beside_each_choice(problem, group)
    found = costs(problem, group, tuple(best))
    assert [solved.reached for solved in found] == list(best.values())
    assert all(solved.proven for solved in found)
    assert without(problem, group).reached == every_plan(problem, frozenset([group]))[0][0]


def _best_beside_each_choice(problem: Problem, group: int) -> dict[tuple[int, ...], tuple[int, ...]]:
    """For each choice of a group in some plan, what the others reach at most."""
    best: dict[tuple[int, ...], tuple[int, ...]] = {}
    for _, (options, divisions) in every_plan(problem):
        own = tuple(o for o in options if problem.group_of[problem.options.part[o]] == group)
        rest = problem.value(
            [o for o in options if o not in own], [d for d in divisions if problem.divisions.group[d] != group]
        )
        best[own] = max(rest, best.get(own, rest))
    return best


def _two_in_one_home(most: int) -> tuple[Panel, int, int]:
    panel = Panel()
    first, second = panel.group(), panel.group()
    panel.option(first, home=0, most=most)
    panel.option(second, home=0, most=2)
    return panel, first[0], second[0]


def test_what_a_group_takes_others_do_not_have():
    roomy, *_ = _two_in_one_home(most=2)
    assert given(roomy.problem(), 0, [0]).options == (1,)
    crowded, *_ = _two_in_one_home(most=1)
    assert given(crowded.problem(), 0, [0]).options == ()
    assert without(crowded.problem(), 0).options == (1,)


def test_who_must_live_apart_from_the_group_does_not_come():
    panel, first, second = _two_in_one_home(most=2)
    panel.apart = [(second, first)]
    assert given(panel.problem(), 0, [0]).options == ()


def test_what_must_not_be_chosen_beside_it_is_not():
    panel, *_ = _two_in_one_home(most=2)
    panel.never = [(0, 1)]
    assert given(panel.problem(), 0, [0]).options == ()
    assert given(panel.problem(), 0, []).options == (1,)


@pytest.mark.parametrize("chosen", [(2,), (0, 1), (3,), (4,)], ids=["another group's", "twice", "too full", "never"])
def test_what_a_group_cannot_choose_is_refused(chosen):
    panel = Panel()
    child, other = panel.group(), panel.group()
    for home in range(2):
        panel.option(child, home)
    panel.option(other, home=0)
    panel.option(child, home=0, takes=2)
    panel.option(child, home=2)
    panel.never = [(4,)]
    with pytest.raises(ValueError, match="choose together"):
        given(panel.problem(), 0, chosen)


def test_choices_that_leave_the_same_are_solved_once():
    panel = Panel()
    child, other = panel.group(), panel.group()
    for _ in range(5):
        panel.option(child, home=0)
    panel.option(child, home=1)
    panel.option(other, home=0)
    found = costs(panel.problem(), 0, tuple((option,) for option in range(6)))
    assert [solved.reached for solved in found] == [(0,)] * 5 + [(1,)]
    assert len({id(solved) for solved in found}) == 2


def test_a_bed_that_becomes_scarce_by_a_choice_is_not_given_to_two():
    """Three who shared nothing while there were three beds: beside a fourth there are two."""
    panel = Panel()
    for _ in range(4):
        panel.option(panel.group(), 0, most=3)
    (rest,) = costs(panel.problem(), 0, ((0,),))
    assert len(rest.options) == 2
    assert rest.proven
