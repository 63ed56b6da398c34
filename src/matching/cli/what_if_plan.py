"""A what-if of a plan: who would live elsewhere and why, what would be reached, and whether that is proven."""

from collections.abc import Sequence

from rich.text import Text

from matching.cli.page import Page
from matching.cli.tried import Answered
from matching.cli.what_if_words import because, from_to, instead
from matching.cli.words import less_or_more, pounds
from matching.comparing.notes import OTHER_CHILDREN
from matching.domain.comparison import Difference
from matching.explaining.words import count, listed

AT = 5
NOTHING = "Nothing would change: everybody would live where the plan has them now, and every aim is reached as now."
ONE_SIDED = {"new_referral": "would be new on the panel", "referral_gone": "would be on the panel no more"}


def write_plan_rows(page: Page, answered: Answered) -> None:
    """Write what would be different of the plan."""
    rows = answered.comparison.changed
    page.heading("The plan", count(len(answered.comparison.compared), "referral"))
    if not rows:
        page.paragraph(NOTHING)
    for row in (row for row in rows if row.what in ONE_SIDED):
        page.paragraph(f"{row.referral} {ONE_SIDED[row.what]}.")
    for row in (row for row in rows if row.children):
        _children(page, answered, row)
    alike = OTHER_CHILDREN not in answered.comparison.notes
    _aims(page, answered, [row for row in rows if row.what == "aim" and alike])
    for row in (row for row in rows if row.what in OF_THE_PLAN and (alike or row.what != "money")):
        _of_the_plan(page, row)


def _children(page: Page, answered: Answered, row: Difference) -> None:
    page.line()
    where = instead(answered, row) if row.what == "home" else f"{answered.home(row.home)} as now, {from_to(row)}"
    page.paragraph(Text.assemble((listed(row.children), "bold"), f": {where}"))
    for line in because(answered, row):
        page.bullet(line, indent=AT)


def _aims(page: Page, answered: Answered, rows: Sequence[Difference]) -> None:
    if rows:
        page.heading("What it would reach", "the first before all others")
    after = answered.comparison.after.plan
    units = {aim.aim: aim.unit for aim in after.aims} if after else {}
    for row in rows:
        if isinstance(row.from_, int | float) and isinstance(row.to, int | float) and row.aim:
            by = round(row.from_ - row.to, 2)
            said = less_or_more(row.aim, by, units.get(row.aim, ""))
            page.bullet(f"{said} ({from_to(row)})", indent=0)


OF_THE_PLAN = {"proven": "Proven to be the best", "money": "In full a week", "warnings": "To know"}


def _of_the_plan(page: Page, row: Difference) -> None:
    page.line()
    if row.what == "money":
        page.paragraph(f"{OF_THE_PLAN[row.what]}: from {pounds(str(row.from_))} to {pounds(str(row.to))}.")
    elif row.what == "proven":
        page.paragraph(f"{OF_THE_PLAN[row.what]}: {from_to(row)}.")
    else:
        for words, said in (("no more", row.from_), ("new", row.to)):
            for sentence in said if isinstance(said, tuple) else ():
                page.beside(words, sentence, indent=2, at=11)
