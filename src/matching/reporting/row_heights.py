"""How high a row of a workbook is, by the text in it: not every program that opens it works that out."""

from collections.abc import Iterable

from matching.reporting.cells import Cell

LINE, ABOUT, MOST = 13.2, 4, 409.0
"""The height of a line and of what is left about it, in points; no row may have more than so many."""


def height(cells: Iterable[tuple[Cell, int]]) -> float:
    """Room for the longest of these cells, each with the width of its column; in points."""
    return min(MOST, ABOUT + LINE * max(lines(cell, width) for cell, width in cells))


def lines(cell: Cell, width: int) -> int:
    """About how many lines text has in a column of a width."""
    if isinstance(cell, bool) or not isinstance(cell, str | tuple):
        return 1
    letters = max(1, int(width * 1.08))
    parts = (part for each in ((cell,) if isinstance(cell, str) else cell) for part in each.split("\n"))
    return max(1, sum(max(1, -(-len(part) // letters)) for part in parts))
