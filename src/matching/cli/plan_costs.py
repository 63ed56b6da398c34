"""What a choice for some children costs the others of the panel: what these lose, and whose home changes."""

from collections.abc import Sequence

from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.plan_next import changed, lost
from matching.domain.plan import Costs, Lost
from matching.explaining.words import count, listed

MOST_NAMED = 12
MOST_CHOICES = 5
COMPARED = (
    "What is lost is beside the best for the others if these children asked for nothing. Under the home that is "
    "planned stands who would have had another then; under every other home, who would live elsewhere than in this "
    "plan. It names others: for those who need to know."
)
NOTHING = "costs the others nothing"
ANEW = "the others could do as well, in another plan:"


def write_costs(page: Page, panel: Panel, *, full: bool = False) -> None:
    """Write for each group the planned home first, then those that cost the others something, then those that do not.

    It is compared with the best for the others if these children asked for nothing.
    """
    groups: dict[tuple[str, ...], list[Costs]] = {}
    for costs in panel.plan.costs_others:
        groups.setdefault(costs.children, []).append(costs)
    if groups or panel.plan.costs_incomplete:
        page.heading("What each choice costs the others")
        page.paragraph(COMPARED, style="dim")
    if panel.plan.costs_incomplete:
        page.paragraph(f"It was worked out {panel.plan.costs_incomplete}.")
    for children, choices in groups.items():
        page.line()
        page.paragraph(f"{listed(panel.with_age(child) for child in children)}:", style="bold")
        _group(page, panel, choices, full=full)


def _group(page: Page, panel: Panel, choices: Sequence[Costs], *, full: bool) -> None:
    free = [c for c in choices if not c.planned and not c.loses and not c.changes]
    planned, dear = [c for c in choices if c.planned], [c for c in choices if c not in free and not c.planned]
    shown = dear if full else dear[:MOST_CHOICES]
    for costs in (*planned, *shown):
        _choice(page, panel, costs)
    if left := dear[len(shown) :]:
        further = listed((panel.home(home) for costs in left for home in costs.homes), MOST_NAMED)
        some = count(len(left), "further home")
        page.bullet(f"{some} that {_cost(len(left))} the others something, or another plan: {further}")
    if free:
        homes = [home for costs in free for home in costs.homes]
        named = listed(homes, None if full else MOST_NAMED)
        page.bullet(f"{count(len(homes), 'other home')} {_cost(len(homes))} the others nothing: {named}")


def _cost(homes: int) -> str:
    return "costs" if homes == 1 else "cost"


def _choice(page: Page, panel: Panel, costs: Costs) -> None:
    """A choice, what the others lose by it, and who of them would live elsewhere."""
    where = f"{listed(panel.home(home) for home in costs.homes)}{', as planned' if costs.planned else ''}"
    page.bullet(f"{where}: {_what(panel, costs)}")
    for change in costs.changes:
        page.bullet(changed(panel, change), indent=4)


def _what(panel: Panel, costs: Costs) -> str:
    """What the others lose, then what they gain by it."""
    gained = [loss for loss in costs.loses if _is_gain(panel, loss)]
    nothing = ANEW if costs.changes and not costs.planned else NOTHING
    said = "; ".join(lost(panel, loss) for loss in costs.loses if loss not in gained) or nothing
    in_return = "; ".join(lost(panel, loss) for loss in gained)
    return f"{said}; in return {in_return}" if in_return else said


def _is_gain(panel: Panel, loss: Lost) -> bool:
    aim = panel.aims.get(loss.aim)
    return loss.by > 0 if aim is not None and aim.fewest else loss.by < 0
