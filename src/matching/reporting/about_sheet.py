"""The last sheet of the workbook: what it is, what each column means, and the rules that it cites."""

from collections.abc import Iterator, Sequence
from typing import Any

from matching.domain.review import Review
from matching.reporting.heads import figures, heads, lasts, title
from matching.reporting.row_heights import height
from matching.reporting.saying import MEANS, OUTCOMES, known
from matching.reporting.sheets import Sheet
from matching.reporting.styles import Styles

HEADER = ("About", "What", "What it means", "Where it stands")
WIDTHS = (22, 30, 90, 60)
UNKNOWN = "Where nobody recorded something it says so: not recorded. It is never good news."
COST = "Children stand in the review's own order, those first whose home a rule forbids today. No list goes by cost."


def write_about(sheet: Any, style: Styles, review: Review, tables: Sequence[Sheet]) -> None:
    """Write the sheet: a row for each thing that may be asked."""
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, HEADER[at], style.heading)
    rows = list(_rows(review, tables))
    for row, cells in enumerate(rows, start=1):
        sheet.set_row(row, height(zip(cells, WIDTHS, strict=True)))
        for at, cell in enumerate(cells):
            sheet.write_string(row, at, cell, style.text)
    sheet.autofilter(0, 0, len(rows), len(HEADER) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _rows(review: Review, tables: Sequence[Sheet]) -> Iterator[tuple[str, str, str, str]]:
    said = (title(review), *heads(review), *figures(review), UNKNOWN, COST, *lasts(review))
    yield from (("This workbook", "", line, "") for line in said)
    yield from (("Outcome", OUTCOMES[each], MEANS[each], "") for each in OUTCOMES)
    for table in tables:
        yield "Sheet", table.name, table.holds, ""
        yield from (("Column", column.heading, column.means, table.name) for column in table.columns)
    yield from (
        ("Rule", f"{rule.id}: {rule.title}", rule.means, _cites(rule.cites, rule.address)) for rule in review.rules
    )


def _cites(cites: str, address: str | None) -> str:
    return f"{cites} ({address})" if address else known(cites)
