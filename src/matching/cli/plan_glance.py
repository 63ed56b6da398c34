"""The table at the head of a plan: a line for each assignment, with its standing, its points and its place."""

from collections.abc import Iterator

from rich.cells import cell_len

from matching.cli.at_a_glance import cut_to
from matching.cli.option_text import points
from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.plan_moves import asked_at_once
from matching.cli.plan_parted import parted
from matching.cli.plan_risks import recorded
from matching.cli.plan_settling import must_end
from matching.domain.codes import HomeKind
from matching.domain.plan import Assignment
from matching.explaining.words import STANDINGS, count, day, listed, place

WHO, WIDTHS = 20, (15, -11, -5)
"""Of the columns beside the home's name: the children, then standing, suitability, and the place in their own order."""

HEADINGS = ("", "", "", "suitability", "own")
MARKS_AT = 4


def write_glance(page: Page, panel: Panel) -> None:
    """Write the table."""
    placed, asked = len(panel.home_of), len(panel.asked_for)
    page.heading("At a glance", f"{count(asked, 'child', 'children')}: a home is proposed for {placed:,}")
    if not panel.plan.assignments:
        page.paragraph("No home is proposed for anybody.")
        return
    room = page.width - WHO - sum(abs(width) + 1 for width in WIDTHS) - 1
    page.line(page.columns(HEADINGS, (WHO, room, *WIDTHS)), "dim")
    for assignment in panel.plan.assignments:
        _line(page, panel, assignment, room)
    page.paragraph(
        "Suitability is at least–as known–at most, of 100 points. Own is the home's place in these children's own "
        "order, as if nobody else were asked for; - where they stay. The order of children is that of the file, and "
        "means nothing.",
        style="dim",
    )


def _line(page: Page, panel: Panel, of: Assignment, room: int) -> None:
    who, home = listed(panel.with_age(child) for child in of.children), cut_to(of.name, of.home, room)
    if cell_len(who) > WHO:
        page.paragraph(who)
        who = ""
    if cell_len(home) > room:
        page.line(page.columns((who, home), (WHO, cell_len(home))))
        who, home = "", ""
    rank = place(of.own_rank) if of.own_rank and not of.stays else "-"
    cells = (who, home, STANDINGS[of.standing], points(of.suitability), rank)
    page.line(page.columns(cells, (WHO, room, *WIDTHS)))
    if said := "; ".join(marks(panel, of)):
        page.paragraph(said, indent=MARKS_AT, style="dim")


def marks(panel: Panel, of: Assignment) -> Iterator[str]:
    """What else a panel looks for in a line: what cannot wait, who stays or moves, with whom, and what to weigh."""
    if urgent := panel.urgency(of.children[0]):
        yield urgent
    if of.stays:
        yield f"stays{': is that home still open?' if asked_at_once(panel.referral_of[of.children[0]]) else ''}"
    if of.leaves:
        yield f"moves from {listed(dict.fromkeys(_with_parents(panel, left.home) for left in of.leaves))}"
    yield from _with_whom(panel, of)
    if ending := must_end(panel, of):
        yield f"must end on {day(ending)} unless the terms are amended"
    if recorded(of):
        yield "risks to weigh"


def _with_whom(panel: Panel, of: Assignment) -> Iterator[str]:
    """Who keeps together, who is parted, and who else would be there."""
    together = panel.brothers_and_sisters_there(of)
    others = [child for child in panel.there_too(of) if child not in together]
    if len(of.children) > 1:
        yield "together"
    if together:
        yield f"together with {listed(together)}"
    if of.parted_from:
        yield f"parted from {parted(panel, of)}"
    if coming := [child for child in others if panel.comes(child, panel.home_of[child])]:
        yield f"{listed(coming)} would come there too"
    if staying := [child for child in others if child not in coming]:
        yield f"{listed(staying)} {'live' if len(staying) > 1 else 'lives'} there already"


def _with_parents(panel: Panel, home: str) -> str:
    return f"{home}, a parent's home" if panel.homes[home].kind is HomeKind.PARENT else home
