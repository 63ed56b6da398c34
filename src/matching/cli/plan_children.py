"""A plan child by child: what she says, which home, why not her own first one, and what speaks for and against."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from rich.text import Text

from matching.cli.answer import kind
from matching.cli.asked import asked
from matching.cli.option_text import indicated, points
from matching.cli.page import AT, INDENT, Page
from matching.cli.panel import Panel
from matching.cli.plan_first import BY_THE_AIMS, by_the_aims, why_not_first
from matching.cli.plan_her import about
from matching.cli.plan_moves import where_now
from matching.cli.plan_owed import owed
from matching.cli.plan_parted import parted, why_parted
from matching.cli.plan_reasons import place_said, spoken
from matching.cli.plan_risks import to_weigh
from matching.cli.plan_settling import outstanding
from matching.cli.streams import this_program
from matching.cli.words import STYLES, pounds
from matching.domain.plan import Assignment
from matching.explaining.words import KINDS, STANDINGS, count, listed, name_and_id, place

MOST_AT_LENGTH = 30
"""A larger panel is told child by child only in full."""

LEAVING = "there now, and elsewhere by this plan; what is found of this home still counts them as there"

BY_THEMSELVES = (
    "Every reason for a home, judged for these children by themselves; what must be recorded before anybody decides; "
    "and, without --home, every other home of theirs:"
)

Row = tuple[str, str]


def write_children(page: Page, panel: Panel, file: Path, *, full: bool = False) -> None:
    """Write every assignment at length, in the order of the agenda."""
    told = panel.plan.assignments
    if not told:
        return
    page.heading("Child by child", count(len(told), "home"))
    if len(told) > MOST_AT_LENGTH and not full:
        page.paragraph(f"More than {MOST_AT_LENGTH}: --full tells each at length.")
        return
    page.paragraph(BY_THEMSELVES)
    first = told[0]
    page.line(f"    {this_program()} rank {quote(str(file))} \\")
    page.line(f"        --referral {first.referral} --home {first.home}")
    if any(by_the_aims(assignment) for assignment in told):
        page.line()
        page.paragraph(BY_THE_AIMS, style="dim")
    for assignment in told:
        _assignment(page, panel, assignment)


def _assignment(page: Page, panel: Panel, of: Assignment) -> None:
    page.line()
    page.paragraph(Text(listed(panel.with_age(child) for child in of.children), "bold"))
    for child in of.children:
        _about(page, panel, of, child)
    page.row("referral", asked(panel.referral_of[of.children[0]]))
    page.row("home", Text(name_and_id(of.name, of.home), "bold"))
    page.row("", kind(of.option) if of.option else KINDS.get(of.kind, of.kind))
    page.row("", Text(STANDINGS[of.standing], STYLES[of.standing]))
    page.row("suitability", f"{points(of.suitability):<12}{page.bar(of.suitability)}")
    for label, text in _rows(panel, of):
        page.row(label, text)
    _spoken(page, panel, of)


def _about(page: Page, panel: Panel, of: Assignment, child: str) -> None:
    """What the child says, and what is known of her."""
    before = [panel.children[other] for other in of.children[: of.children.index(child)]]
    for number, said in enumerate(about(panel, panel.children[child], before)):
        whom = f"{child} " if len(of.children) > 1 and not number else ""
        page.beside("", f"{whom}{said}", indent=INDENT, at=INDENT + (2 if number else 0))


def _rows(panel: Panel, of: Assignment) -> Iterator[Row]:
    """What a panel must know of it before it decides."""
    yield from where_now(panel, of)
    if said := place_said(panel, of):
        yield "place", said
    if of.own_rank is not None and not of.stays:
        together = panel.brothers_and_sisters_there(of)
        whose = f" for {listed((*of.children, *together))} together" if together else ""
        yield "own order", f"{place(of.own_rank)}{whose}{why_not_first(panel, of)}"
    yield from _with_whom(panel, of)
    yield from to_weigh(panel, of)
    yield from outstanding(panel, of)
    yield from owed(panel, of)
    each = " for each" if len(of.children) > 1 else ""
    yield "cost a week", f"{pounds(of.weekly)}{each} in full" if of.weekly else "full cost not recorded"


def _with_whom(panel: Panel, of: Assignment) -> Iterator[Row]:
    """From whom they are parted, who is there and leaves, and who else of the panel would come."""
    if of.parted_from:
        yield "parted from", ". ".join(filter(None, [parted(panel, of), why_parted(panel, of)]))
    if leaving := panel.leaving(of):
        yield "leaving", f"{listed(panel.with_age(child) for child in leaving)}: {LEAVING}"
    there = panel.there_too(of)
    if coming := [child for child in there if panel.comes(child, panel.home_of[child])]:
        yield "there too", f"{listed(panel.with_age(child) for child in coming)} would come to live in the same home"
    if staying := [child for child in there if child not in coming]:
        live = "live" if len(staying) > 1 else "lives"
        yield "there too", f"{listed(panel.with_age(child) for child in staying)} {live} there already, and would stay"


def _spoken(page: Page, panel: Panel, of: Assignment) -> None:
    """How many criteria of stability speak for the home and against it, and the weightiest of each."""
    if of.option is None:
        return
    page.row("stability", indicated(of.option.indicators))
    for mark, reason in spoken(panel, of.option):
        page.beside(mark, reason, indent=AT, at=AT + 2)
