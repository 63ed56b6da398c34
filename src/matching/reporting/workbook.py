"""`review.xlsx`: the review as a workbook to filter and to print. No macro, no formula, no link to anywhere."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from matching.domain.review import Review
from matching.reporting.about_sheet import write_about
from matching.reporting.cells import Cell
from matching.reporting.columns import Column
from matching.reporting.heads import CONFIDENTIAL, PEOPLE_DECIDE, TITLE
from matching.reporting.row_heights import height
from matching.reporting.saying import NONE
from matching.reporting.sheets import Sheet, sheets
from matching.reporting.styles import Styles, styles
from matching.reporting.summary_sheet import write_pictures, write_summary

MOST_LETTERS = 32_000
"""A cell holds 32,767."""

CUT = " … (cut here: review.json has all of it)"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(review: Review) -> bytes:
    """The workbook, the same to the byte for the same review."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_size(28_000, 16_000)
    book.set_properties(_properties(review))
    style = styles(book)
    tables = tuple(sheets(review))
    write_summary(_sheet(book, "Summary", review), style, review)
    write_pictures(book, _sheet(book, "Where children live", review), style, review)
    for table in tables:
        _write(_sheet(book, table.name, review), style, table)
    write_about(_sheet(book, "About", review), style, review, tables)
    book.close()
    return file.getvalue()


def _properties(review: Review) -> dict[str, Any]:
    made = datetime.combine(review.as_of, time(), UTC).replace(tzinfo=None)
    return {"title": f"{TITLE}, {review.as_of}", "subject": CONFIDENTIAL, "comments": PEOPLE_DECIDE, "created": made}


def _sheet(book: Any, name: str, review: Review) -> Any:
    """A sheet that prints on A4, its first row on each page, with what it is and its number."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L&9{TITLE}, {review.as_of}&C&9&A&R&9{CONFIDENTIAL}")
    sheet.set_footer(f"&L&9{PEOPLE_DECIDE}&R&9Page &P of &N")
    sheet.hide_gridlines(2)
    return sheet


def _write(sheet: Any, style: Styles, of: Sheet) -> None:
    sheet.set_row(0, 30)
    for at, column in enumerate(of.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, style.heading)
    for row, each in enumerate(of.rows, start=1):
        _write_row(sheet, style, row, of.columns, each)
    if not of.rows:
        sheet.write_string(1, 0, of.nobody, style.note)
    sheet.autofilter(0, 0, max(1, len(of.rows)), len(of.columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _write_row(sheet: Any, style: Styles, row: int, columns: Sequence[Column[Any]], each: Any) -> None:
    cells = [column.value(each) for column in columns]
    sheet.set_row(row, height((cell, column.width) for cell, column in zip(cells, columns, strict=True)))
    for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        write_cell(sheet, style, (row, at), cell, column.blank)


def write_cell(sheet: Any, style: Styles, at: tuple[int, int], cell: Cell, blank: str) -> None:
    """Write one cell as what it is: a number, a day, or text that can never be a formula."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, str | tuple):
        sheet.write_string(*at, as_text(cell, blank), style.unknown if cell is None else style.text)
    elif isinstance(cell, int | float):
        sheet.write_number(*at, cell, style.whole if isinstance(cell, int) else style.number)
    else:
        sheet.write_datetime(*at, datetime.combine(cell, time()), style.day)


def as_text(cell: bool | str | tuple[str, ...] | None, blank: str) -> str:
    """Text as it stands in a cell: yes or no, several things on a line each, or what is said where there is nothing."""
    if cell is None:
        return blank
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = "\n".join(cell) or NONE if isinstance(cell, tuple) else cell
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}{CUT}"
