"""A long list on a page for the terminal: the first of it, and where the rest is."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from matching.cli.page import Page

WHERE = "--out FOLDER writes all of them: a workbook, a pack for the panel, tables and JSON."
T = TypeVar("T")


def shortened(page: Page, of: Sequence[T], most: int, what: str) -> Iterator[T]:
    """The first of a list; then it is written how many more there are, or that there are none."""
    yield from of[:most]
    if not of:
        page.paragraph("None.")
    if len(of) > most:
        page.line()
        page.paragraph(f"And {len(of) - most:,} more {what}. {WHERE}")
