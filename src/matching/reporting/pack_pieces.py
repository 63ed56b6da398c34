"""What the parts of the pack are made of, as data: a part, a note, a title, a table and its rows."""

from collections.abc import Sequence
from typing import Any

Part = dict[str, Any]
NOBODY = "Nobody."
MOST_LETTERS = 160
"""So many letters of a child's wishes stand in a table; the workbook has all of them."""


def part(title: str, intro: str, blocks: Sequence[Part], *, new_page: bool = False) -> Part:
    """A part with its title and what it is about."""
    return {"title": title, "intro": intro, "blocks": list(blocks), "new-page": new_page}


def note(text: str) -> Part:
    """A line by itself."""
    return {"is": "note", "text": text}


def titled(text: str) -> Part:
    """A title inside a part."""
    return {"is": "titled", "text": text}


def table(head: Sequence[str], widths: Sequence[float], rows: Sequence[Part], nobody: str = NOBODY) -> Part:
    """A table; each row has its cells, of a line or several, and the place of the child it is about."""
    if not rows:
        return note(nobody)
    return {"is": "table", "head": list(head), "widths": list(widths), "rows": list(rows)}


def row(*cells: str | Sequence[str], anchor: int | None = None) -> Part:
    """A row of cells."""
    return {"cells": [[cell] if isinstance(cell, str) else list(cell) for cell in cells], "anchor": anchor}
