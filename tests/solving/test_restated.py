"""Every constraint said once more: a fault is found in each plan that breaks one."""

from dataclasses import replace

import pytest

from matching.errors import EngineDefect
from matching.solving.problem import Solved
from matching.solving.restated import checked, faults
from matching.solving.solver import solve
from tests.solving.panels import Panel


def _panel() -> tuple[Panel, int, int]:
    """A pair that may live together in home 0 or each alone in homes 0 and 1, and a child in homes 0 and 1."""
    panel = Panel()
    pair, child = panel.group(2), panel.group()
    panel.option(pair, home=0, worth=(5,), most=2)
    for each in pair:
        panel.option([each], home=0, most=2)
        panel.option([each], home=1, most=1)
    for home in range(2):
        panel.option(child, home, most=2)
    return panel, pair[0], child[0]


def test_a_plan_has_no_fault():
    problem = _panel()[0].problem()
    solved = solve(problem)
    assert faults(problem, solved) == []
    assert checked(problem, solved) is solved


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"options": (6, 0)}, "rising"),
        ({"divisions": (0,)}, "group 1 has 0 divisions"),
        ({"divisions": (0, 1, 2)}, "group 0 has 2 divisions"),
        ({"options": (5,)}, "has 0 homes"),
        ({"options": (0, 5, 6)}, "has 2 homes"),
        ({"options": (0, 1, 6)}, "is in no division"),
        ({"options": (0, 5)}, "fewer beds"),
        ({"divisions": (1, 2), "options": (1, 3)}, "parts of group 0 are in home 0"),
        ({"reached": (7,)}, "reaches 6"),
        ({"best_possible": (5,)}, "above its bound"),
    ],
)
def test_each_fault_is_found(change, fault):
    problem = _panel()[0].problem()
    divisions = {len(problem.divisions.parts[d]): d for d in range(2)}
    if "divisions" in change:
        named = {0: divisions[1], 1: divisions[2], 2: 2}
        change = {**change, "divisions": tuple(sorted(named[d] for d in change["divisions"]))}
    found = faults(problem, replace(solve(problem), **change))
    assert any(fault in said for said in found), found
    with pytest.raises(EngineDefect):
        checked(problem, replace(solve(problem), **change))


def test_children_who_must_live_apart_are_found_together():
    panel, first, child = _panel()
    alone = next(at for at, (_, parts, _) in enumerate(panel.divisions) if len(parts) == 2)
    chosen = Solved(options=(1, 5), divisions=(alone, 2), reached=(2,), best_possible=(2,))
    assert faults(panel.problem(), chosen) == []
    panel.apart = [(first, child)]
    assert "share a home" in faults(panel.problem(), chosen)[0]


def test_a_set_that_must_not_be_chosen_is_found():
    panel, *_ = _panel()
    solved = solve(panel.problem())
    panel.never = [solved.options]
    assert faults(panel.problem(), solved) == ["set 0 is chosen"]
