"""A plan is checked again without the solver: whatever is altered in one is found, and what is said of it is true."""

from collections.abc import Callable
from typing import Any

import pytest

from matching.domain.made import changed
from matching.domain.plan import AimReached, Assignment, Plan
from matching.engine import Engine
from matching.errors import EngineDefect
from matching.planning import verify
from tests.planning.made import a_panel, beds, planned, sisters

CHILDREN: dict[str, dict[str, Any]] = {
    **sisters("amy", "bea"),
    "cy": {"must_not_live_with": ["dan"]},
    "dan": {},
    "eve": {"deprivation_of_liberty": True},
}
REFERRALS = {
    "r1": {"children": ["amy", "bea"], "urgency": "same_day"},
    "r2": {"children": ["cy"]},
    "r3": {"children": ["dan"]},
    "r4": {"children": ["eve"]},
}


def engine() -> Engine:
    return a_panel(CHILDREN, {"oak": beds(2), "elm": beds(2), "ash": beds(0)}, referrals=REFERRALS)


def with_first(plan: Plan, **facts: Any) -> Plan:
    """The plan with its first assignment altered."""
    first, *others = plan.assignments
    return changed(plan, assignments=(changed(first, **facts), *others))


def with_aim(plan: Plan, aim: str, **facts: Any) -> Plan:
    """The plan with one aim altered."""

    def altered(one: AimReached) -> AimReached:
        return changed(one, **facts) if one.aim == aim else one

    return changed(plan, aims=tuple(altered(one) for one in plan.aims))


def moved(plan: Plan, child: str, home: str) -> Plan:
    """The plan with one child in another home."""

    def altered(one: Assignment) -> Assignment:
        return changed(one, home=home) if one.children == (child,) else one

    return changed(plan, assignments=tuple(altered(one) for one in plan.assignments))


ALTERED: dict[str, tuple[Callable[[Plan], Plan], str]] = {
    "a child twice": (lambda p: changed(p, assignments=(*p.assignments, p.assignments[0])), "children: amy"),
    "a child left out": (lambda p: changed(p, assignments=p.assignments[1:]), "children: amy"),
    "nobody is left to people": (lambda p: changed(p, people_decide=()), "children: those of whom people decide"),
    "a home that there is not": (lambda p: with_first(p, home="yew"), "homes: yew"),
    "by a referral of others": (lambda p: with_first(p, referral="r2"), "referrals: r2"),
    "a home without a bed": (lambda p: with_first(p, home="ash"), "households: a rule forbids ash"),
    "those kept apart": (lambda p: moved(moved(p, "cy", "elm"), "dan", "elm"), "households: a rule forbids elm"),
    "too many": (lambda p: moved(p, "amy", "elm"), "households: a rule forbids"),
    "a better standing": (lambda p: with_first(p, standing="needs_approval"), "households: "),
    "more siblings": (
        lambda p: with_aim(p, "siblings_together", reached=2, best_possible=2),
        "aims: siblings_together",
    ),
    "more points": (lambda p: with_aim(p, "suitability", reached=399.0, best_possible=399.0), "aims: suitability"),
    "fewer urgent": (lambda p: with_aim(p, "home_same_day", reached=1, best_possible=1), "aims: home_same_day"),
    "more than can be": (lambda p: with_aim(p, "home", best_possible=0), "aims: home reaches more"),
    "not proven": (lambda p: changed(p, proven=False), "aims: the plan says that it is not proven"),
    "proven after all": (lambda p: with_aim(p, "home", best_possible=9), "aims: the plan says that it is proven"),
}


def test_a_plan_as_it_was_made_has_no_fault():
    of = engine()
    assert of.verify(planned(of, next_best=3)) == []


@pytest.mark.parametrize(("alter", "fault"), ALTERED.values(), ids=ALTERED)
def test_what_is_altered_is_found(alter, fault):
    of = engine()
    assert any(said.startswith(fault) for said in of.verify(alter(planned(of))))


def test_what_is_altered_in_a_plan_that_comes_after_it_is_found_too():
    of = engine()
    plan = planned(of, next_best=1)
    altered = changed(plan, next_best=(with_first(plan.next_best[0], home="ash"),))
    assert any(said.startswith("plan 2: households: a rule forbids ash") for said in of.verify(altered))


def test_a_plan_with_a_fault_never_leaves_the_engine(monkeypatch):
    monkeypatch.setattr(verify.Checked, "faults", lambda _: iter(["aims: home reaches 2, and 3 in the plan"]))
    with pytest.raises(EngineDefect, match=r"did not pass its own check \(1 faults, the first of aims\)"):
        planned(engine())
