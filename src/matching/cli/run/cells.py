"""Tables for analysts: comma-separated, as RFC 4180 has it, and as a spreadsheet opens it without harm."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from matching.domain.ranking import Interval, Ranking
from matching.explaining.warnings import MADE_UP

Cell = str | int | float | bool | None
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
    if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell


def several(things: Iterable[str]) -> str:
    """Several things in one cell."""
    return "; ".join(dict.fromkeys(things))


def levels(points: Interval) -> tuple[float, float, float]:
    """Points at least, as known, at most."""
    return points.low, points.central, points.high


def levels_of(name: str) -> tuple[str, str, str]:
    """The names of the three columns that hold points."""
    return f"{name}_low", f"{name}_central", f"{name}_high"


def made_up(ranking: Ranking) -> bool:
    """Whether everybody in the case is made up, as each row says."""
    return MADE_UP in ranking.warnings
