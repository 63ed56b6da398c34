"""Tables for analysts: comma-separated, as RFC 4180 has it, and as a spreadsheet opens it without harm."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

Cell = str | int | float | bool | date | tuple[str, ...] | None
Row = Sequence[Cell]

MARK = b"\xef\xbb\xbf"
"""How UTF-8 begins where Excel is to read it as such."""

STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def table(rows: Iterable[Row]) -> bytes:
    """Rows as they stand in a file, each on a line that ends with CR LF."""
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _cell(cell: Cell) -> str | int | float:
    """What is written: text can start no formula, what nobody knows is empty, yes and no are words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return cell
    return _text(cell)


def _text(cell: str | date | tuple[str, ...]) -> str:
    """Text, a day as YYYY-MM-DD, or several things, where none can start a formula."""
    text = several(cell) if isinstance(cell, tuple) else str(cell)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def several(things: Iterable[str]) -> str:
    """Several things in one cell."""
    return "; ".join(dict.fromkeys(things))
