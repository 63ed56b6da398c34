"""The plans that come next: who would live elsewhere, and what each loses of which aim."""

from matching.cli.page import Page
from matching.cli.panel import NO_HOME, Panel
from matching.cli.plan_aims import NOT_PROVEN
from matching.cli.words import less_or_more
from matching.domain.plan import Change, Lost, Plan
from matching.explaining.words import listed, place

AS_GOOD = "as good in every aim: only the ids of the homes put it second"


def write_next_best(page: Page, panel: Panel) -> None:
    """Write what each of the plans that come next has otherwise than the one that is proposed."""
    if panel.plan.next_best:
        page.heading("The plans that come next", "beside the plan above")
    for number, plan in enumerate(panel.plan.next_best, start=2):
        page.line()
        page.paragraph(f"{place(number)}: {loses(panel, plan)}.", indent=0)
        for change in plan.differs:
            page.bullet(changed(panel, change))
        if not plan.proven:
            page.paragraph(f"{NOT_PROVEN.removesuffix('.')} among those that come next.", indent=2)


def loses(panel: Panel, plan: Plan) -> str:
    """What a plan reaches less of the first aim of which it reaches otherwise than the plan that is proposed."""
    reached = {aim.aim: aim.reached for aim in plan.aims}
    for aim in panel.plan.aims:
        if by := round(aim.reached - reached.get(aim.aim, aim.reached), 2):
            return less_or_more(aim.aim, by, aim.unit)
    return AS_GOOD


def changed(panel: Panel, change: Change) -> str:
    """Who would live where, and where the plan that is proposed has them: `amy and bea: oak instead of elm`."""
    who = listed(panel.with_age(child) for child in change.children)
    if change.instead is None:
        return f"{who}: {NO_HOME}, instead of {panel.home(change.home)}"
    return f"{who}: {panel.home(change.instead)} instead of {panel.home(change.home)}"


def lost(panel: Panel, loss: Lost) -> str:
    """What is lost of an aim, in words."""
    aim = panel.aims.get(loss.aim)
    return less_or_more(loss.aim, loss.by, aim.unit if aim else "")
