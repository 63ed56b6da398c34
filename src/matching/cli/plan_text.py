"""A plan as pages that a panel can read on paper: who would live where, what it aims at, then child by child."""

from collections.abc import Iterator
from pathlib import Path

from matching.cli.asked import AT, PEOPLE_DECIDE
from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.plan_aims import write_aims
from matching.cli.plan_children import write_children
from matching.cli.plan_costs import write_costs
from matching.cli.plan_due import write_due
from matching.cli.plan_glance import write_glance
from matching.cli.plan_go_on import write_go_on
from matching.cli.plan_left import write_left, write_together
from matching.cli.plan_money import write_money
from matching.cli.plan_next import write_next_best
from matching.cli.streams import DISTRIBUTION
from matching.explaining.words import count, day, listed


def write_plan(page: Page, panel: Panel, file: Path, *, full: bool = False) -> None:
    """Write the plan, what it reaches, and everything that speaks for and against; a large panel at length in full."""
    _head(page, panel)
    write_glance(page, panel)
    write_left(page, panel, full=full)
    write_aims(page, panel)
    write_children(page, panel, file, full=full)
    write_due(page, panel, full=full)
    write_together(page, panel)
    write_next_best(page, panel)
    write_costs(page, panel, full=full)
    write_money(page, panel)
    write_go_on(page, panel, file)


def _head(page: Page, panel: Panel) -> None:
    referrals, children = len(panel.plan.referrals), len(panel.asked_for)
    page.title(f"A plan for {count(referrals, 'referral')} and {count(children, 'child', 'children')}")
    for label, text in _rows(panel):
        page.beside(label, text, indent=0, at=AT)
    page.line()
    page.paragraph(PEOPLE_DECIDE)
    for note in panel.notes:
        page.bullet(note, indent=0)


def _rows(panel: Panel) -> Iterator[tuple[str, str]]:
    plan, policy = panel.plan, panel.plan.policy
    yield "Panel", listed(plan.referrals)
    agreed = f"agreed by {policy.agreed_by}" if policy.agreed_by else "nobody has agreed it yet"
    yield "Judged", f"on {day(plan.as_of)}, by {policy.title}: {agreed}"
    by = plan.versions.get(DISTRIBUTION, "")
    yield "Record", f"facts {plan.facts_hash[:12]}, rules of {day(plan.rulebook_day)}, matching {by}".rstrip()
