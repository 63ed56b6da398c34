"""What people should weigh of a planned home: recorded risks, first those between whom the plan brings together.

It is suggested from records, and never an assessment. What rests on nothing recorded is left to `matching rank`.
"""

from collections.abc import Iterator

from matching.cli.owed_text import cell_said
from matching.cli.panel import Panel
from matching.domain.plan import Assignment
from matching.domain.ranking import ImpactCell
from matching.explaining.impact import LEVELS

MOST = 6
RECORDED = tuple(LEVELS.values())
"""How the engine begins what rests on a risk that somebody recorded."""

Row = tuple[str, str]


def to_weigh(panel: Panel, of: Assignment) -> Iterator[Row]:
    """The cells as rows, and how many more there are."""
    cells = sorted(recorded(of), key=lambda cell: (not _brought(panel, of, cell), "not recorded" in cell.because))
    for cell in cells[:MOST]:
        brought = "; the plan brings them together" if _brought(panel, of, cell) else ""
        yield "to weigh", f"{cell_said(cell)}{brought}"
    if len(cells) > MOST:
        yield "to weigh", f"{len(cells) - MOST} more: the same as data names them all (--json)"


def recorded(of: Assignment) -> list[ImpactCell]:
    """The cells that rest on a recorded risk."""
    return [cell for cell in (of.option.impact if of.option else ()) if cell.because.startswith(RECORDED)]


def _brought(panel: Panel, of: Assignment, cell: ImpactCell) -> bool:
    """Whether both are children of the panel who would live in one home by the plan, and do not now."""
    theirs = {cell.source, cell.towards}
    there = {child for child in theirs & panel.children.keys() if panel.children[child].current_home == of.home}
    return theirs <= {*of.children, *of.with_them} and there != theirs
