"""What was found in a case file, as a page."""

from __future__ import annotations

import re
from collections import Counter
from shlex import quote
from typing import TYPE_CHECKING

from matching.cli.answer import FROM_ORDINARY
from matching.cli.streams import this_program
from matching.explaining.words import count, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.cli.checking import Checked
    from matching.cli.page import Page
    from matching.data.unknowns import Unknown

FIRST_ROWS = 50
MOST_NAMED = 40
ENTRY = re.compile(r"\[[^\]]*\]")


def write_check(page: Page, found: Checked, *, every_row: bool) -> None:
    """Write what the file holds, what is unknown row by row, and whether it can be ranked."""
    page.title(found.file)
    if found.title is not None:
        page.paragraph(found.title)
        page.paragraph(FROM_ORDINARY)
    held = (count(number, *NAMES[table]) for table, number in found.counts.items() if number or table in ALWAYS)
    page.paragraph(f"{listed(held)}. Nothing in it is wrong.")
    _rows(page, "Not recorded by anybody", found.unknown, every_row=every_row)
    _rows(page, "Postcodes that are not in the directory", found.lost, every_row=every_row)
    if found.warnings:
        page.heading("Please note")
    for warning in found.warnings:
        page.bullet(warning)
    _ready(page, found)


NAMES = {
    "children": ("child", "children"),
    "referrals": ("referral", "referrals"),
    "homes": ("home", "homes"),
    "decided": ("decided placement", "decided placements"),
    "approvals": ("approval given", "approvals given"),
}
ALWAYS = ("children", "referrals", "homes")


def _rows(page: Page, heading: str, rows: Sequence[Unknown], *, every_row: bool) -> None:
    if not rows:
        return
    page.heading(heading, count(len(rows), "row"))
    shown = rows if every_row else rows[:FIRST_ROWS]
    for row in shown:
        page.hanging(f"{row.table} {row.id}: {', '.join(row.fields)}")
    if len(shown) < len(rows):
        _counted(page, rows, len(rows) - len(shown))


def _counted(page: Page, rows: Sequence[Unknown], left: int) -> None:
    """Write for each field in how many rows it is unknown, where not every row is named."""
    page.line()
    page.paragraph(f"and {count(left, 'more row')}; --all names every one. In how many rows of all of them:")
    fields = Counter((row.table, ENTRY.sub("", field)) for row in rows for field in set(row.fields))
    for (table, field), number in fields.most_common():
        page.line(f"{number:>9,}  {table} {field}")


def _ready(page: Page, found: Checked) -> None:
    page.line()
    if found.referrals:
        named = listed(found.referrals, MOST_NAMED)
        page.paragraph(f"Can be ranked: {count(len(found.referrals), 'referral')} ({named}).")
        page.line(f"    {this_program()} rank {quote(found.file)}")
    else:
        page.paragraph("There is nothing to rank: the file holds no referral.")
