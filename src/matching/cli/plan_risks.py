"""What people should weigh of a planned home: recorded risks, first those between whom the plan brings together.

It is suggested from records, and never an assessment. What rests on nothing recorded is left to `matching rank`.
"""

from collections.abc import Iterator

from matching.cli.owed_text import cell_said
from matching.cli.panel import Panel
from matching.domain.plan import Assignment
from matching.domain.ranking import ImpactCell
from matching.explaining.impact import LEVELS
from matching.explaining.words import listed

MOST = 6
RECORDED = tuple(LEVELS.values())
"""How the engine begins what rests on a risk that somebody recorded."""

OPEN = "not recorded"

Row = tuple[str, str]


def to_weigh(panel: Panel, of: Assignment) -> Iterator[Row]:
    """The cells as rows, and how many more there are."""
    rows = list(_rows(panel, of))
    yield from (("to weigh", said) for said in rows[:MOST])
    if len(rows) > MOST:
        yield "to weigh", f"{len(rows) - MOST} more: the same as data names them all (--json)"


def _rows(panel: Panel, of: Assignment) -> Iterator[str]:
    """Each cell; where it is not recorded whom a risk may harm, all risks of one towards another in a row."""
    alike: dict[tuple[str, str, bool], list[ImpactCell]] = {}
    for cell in recorded(of):
        alike.setdefault((cell.source, cell.towards, OPEN in cell.because), []).append(cell)
    order = sorted(alike.items(), key=lambda row: (not _brought(panel, of, row[1][0]), row[0][2]))
    for (source, towards, is_open), cells in order:
        brought = "; the plan brings them together" if _brought(panel, of, cells[0]) else ""
        risks = listed(f"{cell.risk} ({cell.because.partition(',')[0]})" for cell in cells)
        unknown = f"{source} and {towards}: {risks}; to what {towards} is vulnerable is not recorded"
        said = [f"{unknown} ({cells[0].assessed})"] if is_open else [cell_said(cell) for cell in cells]
        yield from (f"{each}{brought}" for each in said)


def recorded(of: Assignment) -> list[ImpactCell]:
    """The cells that rest on a recorded risk."""
    return [cell for cell in (of.option.impact if of.option else ()) if cell.because.startswith(RECORDED)]


def _brought(panel: Panel, of: Assignment, cell: ImpactCell) -> bool:
    """Whether both are children of the panel who would live in one home by the plan, and do not now."""
    theirs = {cell.source, cell.towards}
    there = {child for child in theirs & panel.children.keys() if panel.children[child].current_home == of.home}
    return theirs <= {*of.children, *of.with_them} and there != theirs
