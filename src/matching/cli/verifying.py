"""Checking a plan that was kept: read, judged again with everybody in, counted again, and every fault in words."""

from pathlib import Path

import typer

from matching.cli.endings import UNMET
from matching.cli.opening import naming, opened
from matching.cli.page import Page
from matching.cli.progress import doing_on_stderr
from matching.cli.reading_answers import read_plan
from matching.cli.streams import write_json
from matching.domain.plan import Plan
from matching.explaining.words import count, listed

CHECKED = (
    "Every child is told of once, no rule forbids a home with everybody in, every aim is reached as it says, and what "
    "it says of children and homes is what is found."
)
NOT_COSTS = "What choices would cost the others was not checked: that takes the solver."

PROVEN = "That no plan is better was proven when it was made, and is not proven again."
NOT_PROVEN = "It does not say that no plan is better."


def verify_file(file: Path, plan_file: Path, *, as_json: bool = False) -> None:
    """Check a plan and say what is wrong with it; status 1 where anything is."""
    plan = read_plan(plan_file)
    case = opened(file)
    with naming(file), doing_on_stderr("Checking"):
        faults = case.engine.verify(plan)
    if as_json:
        write_json({"faults": faults, "checked": _counts(plan)})
    else:
        _write(Page(), plan, faults)
    if faults:
        raise typer.Exit(UNMET)


def _counts(plan: Plan) -> dict[str, int]:
    children = sum(len(assignment.children) for assignment in plan.assignments)
    return {
        "referrals": len(plan.referrals),
        "children_with_a_home": children,
        "homes": len({assignment.home for assignment in plan.assignments}),
        "plans": 1 + len(plan.next_best),
    }


def _write(page: Page, plan: Plan, faults: list[str]) -> None:
    if not faults:
        unproven = [str(k) for k, one in enumerate(plan.next_best, start=2) if not one.proven]
        said = [f"The plan holds: {_checked(plan)}.", CHECKED, PROVEN if plan.proven else NOT_PROVEN]
        said += [f"Of plan {listed(unproven)} it was not."] if unproven and plan.proven else []
        page.paragraph(" ".join([*said, *([NOT_COSTS] if plan.costs_others else [])]))
        return
    for fault in faults:
        page.bullet(fault, indent=0)
    page.paragraph(f"The plan does not hold: {count(len(faults), 'fault')}. Do not use it.")


def _checked(plan: Plan) -> str:
    """What was checked, in numbers."""
    counts = _counts(plan)
    children = count(counts["children_with_a_home"], "child", "children")
    said = f"{children} in {count(counts['homes'], 'home')}, for {count(counts['referrals'], 'referral')}"
    after = counts["plans"] - 1
    return f"{said}, and {count(after, 'plan that comes next', 'plans that come next')}" if after else said
