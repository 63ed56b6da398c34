"""What a plan aims at, in the policy's order: what it reaches of each, the best that any could, and what is proven."""

from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.domain.plan import AimReached, Plan

NUMBERS = (3, -10, -10)
AT = 27
APPROVALS = "approvals"
PROVEN = (
    "It is proven that no plan is better by these aims, and by what is recorded: none reaches more of any of them "
    "without less of one above it. The possible is the most that a plan can reach without that."
)
NOT_PROVEN = "It is not proven that no plan is better."


def write_aims(page: Page, panel: Panel) -> None:
    """Write the aims, the first before all others."""
    page.heading("What the plan aims at", "the first before all others")
    page.line(page.columns(("", "reached", "possible"), NUMBERS), "dim")
    for number, aim in enumerate(panel.plan.aims, start=1):
        label = page.columns((f"{number:>2}", amount(aim.reached), amount(aim.best_possible)), NUMBERS)
        page.beside(label, f"{_means(aim)}{_asked_too(panel, aim)}", indent=0, at=AT)
    page.line()
    page.paragraph(proven(panel.plan))


def _means(aim: AimReached) -> str:
    if aim.asked is not None:
        return f"{aim.means}; on this panel there {'is' if aim.asked == 1 else 'are'} {aim.asked or 'none'}"
    return f"{aim.means} (the fewer the better)" if aim.fewest else aim.means


def _asked_too(panel: Panel, aim: AimReached) -> str:
    """How many approvals the homes ask for with everybody in, where that is more than the aim counts."""
    asked = sum(len(assignment.approvals) for assignment in panel.plan.assignments)
    if aim.aim != APPROVALS or asked <= aim.reached:
        return ""
    more = f"{amount(asked - aim.reached)} more because of who else would come"
    return f"; the homes on this page ask for {asked:,}: {more}"


def amount(number: float) -> str:
    """A number of children or of points: `26`, `1,978.45`."""
    return f"{number:,.2f}" if number % 1 else f"{number:,.0f}"


def proven(plan: Plan) -> str:
    """Whether it is shown that no plan is better, in a sentence; else of which aim it is not."""
    if plan.proven:
        return PROVEN
    if plan.bound is None:
        return NOT_PROVEN
    aim, _, said = plan.bound.partition(": ")
    number = next((k for k, each in enumerate(plan.aims, start=1) if each.aim == aim), None)
    return f"{NOT_PROVEN} {f'Of aim {number}' if number else aim}: {said}."
