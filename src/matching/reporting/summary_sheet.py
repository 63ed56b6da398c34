"""The first sheets of the workbook: what it is and how many of each outcome; then where children live, drawn."""

from collections.abc import Sequence
from typing import Any

from matching.domain.review import Review
from matching.explaining.words import listed
from matching.reporting import saying
from matching.reporting.counted import AFTER, TODAY, Chart, Line, at_a_glance, besides, charts, outcomes
from matching.reporting.heads import figures, heads, title
from matching.reporting.styles import DARK, INK, LIGHT, Styles

WIDTHS = (58, 13, 17, 13, 3)
WIDE_WIDTHS = (110, 13)
BESIDE = 5
"""The column where drawings begin."""

HIGH, WIDE = 230, 500
MOST_NAMED = 20


def write_summary(sheet: Any, style: Styles, review: Review) -> None:
    """Write the first sheet: what a reader must know, what was found, and who is looked at first."""
    for at, width in enumerate(WIDE_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.fit_to_pages(1, 1)
    sheet.write_string(0, 0, title(review), style.title)
    row = _write_lines(sheet, style, 1, heads(review), strong=len(review.warnings) + 1)
    row = _write_head(sheet, style, row + 1, ("What was found", "Children"))
    for outcome, number in outcomes(review):
        said = f"{saying.OUTCOMES[outcome]}: {saying.MEANS[outcome]}{_first(review, outcome)}"
        row = _write_counted(sheet, style, row, said, number)
    row = _write_head(sheet, style, row + 1, ("Besides", "How many"))
    for said, number in at_a_glance(review):
        row = _write_counted(sheet, style, row, f"{said[0].upper()}{said[1:]}", number)


def write_pictures(book: Any, sheet: Any, style: Styles, review: Review) -> None:
    """Write the second: where children live, numbers on the left, drawings on the right."""
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    sheet.fit_to_pages(1, 1)
    row = _write_pictures(book, sheet, style, 0, review)
    _write_lines(sheet, style, row + 1, figures(review))


def _write_lines(sheet: Any, style: Styles, row: int, lines: Sequence[str], strong: int = 0) -> int:
    """Write what is said, a row each, the first of them strongly; the row after them."""
    for number, said in enumerate(lines):
        sheet.set_row(row + number, _height(said, WIDE_WIDTHS[0] if strong else WIDTHS[0]))
        sheet.write_string(row + number, 0, said, style.strong if number < strong else style.line)
    return row + len(lines)


def _height(said: str, width: int) -> float:
    """Room for all of it, set here and not by whoever opens it: drawings stand beside it."""
    return 13.5 * max(1, -(-len(said) // (width + 4)))


def _write_head(sheet: Any, style: Styles, row: int, cells: Sequence[str]) -> int:
    sheet.set_row(row, 42 if len(cells) > 2 else 16)
    for at, cell in enumerate(cells):
        sheet.write_string(row, at, cell, style.heading_right if at else style.heading)
    return row + 1


def _write_counted(sheet: Any, style: Styles, row: int, said: str, number: int) -> int:
    sheet.set_row(row, _height(said, WIDE_WIDTHS[0]))
    sheet.write_string(row, 0, said, style.text)
    sheet.write_number(row, 1, number, style.whole)
    return row + 1


def _first(review: Review, outcome: str) -> str:
    """Who they are, of those whom people are to look at first."""
    of = {"unlawful_now": review.unlawful_now, "explore": review.explore}.get(outcome, ())
    who = [each.child for each in of]
    return f" They are {listed(who, MOST_NAMED)}." if who else ""


def _write_pictures(book: Any, sheet: Any, style: Styles, row: int, review: Review) -> int:
    """Write what is counted, and draw it."""
    row = _write_head(sheet, style, row, ("Where children live", TODAY, AFTER, "Difference"))
    for number, chart in enumerate(charts(review)):
        sheet.write_string(row, 0, f"{chart.title} (children)", style.label)
        first = row + 1
        row = _write_counts(sheet, style, first, chart.lines)
        if chart.lines:
            _draw(book, sheet, chart, (first, row - 1), 34 + number * (HIGH + 14))
    sheet.write_string(row, 0, "Beside these", style.label)
    return _write_counts(sheet, style, row + 1, besides(review))


def _write_counts(sheet: Any, style: Styles, row: int, lines: Sequence[Line]) -> int:
    for line in lines:
        sheet.write_string(row, 0, f"    {line.what}", style.text)
        for at, number in enumerate((line.today, line.after, line.difference), start=1):
            _write_number(sheet, style, (row, at), number)
        row += 1
    return row


def _write_number(sheet: Any, style: Styles, at: tuple[int, int], number: float | None) -> None:
    if number is None:
        sheet.write_string(*at, saying.NOT_RECORDED, style.unknown)
    elif at[1] == 3:
        sheet.write_number(*at, number, style.change if isinstance(number, int) else style.change_of_number)
    else:
        sheet.write_number(*at, number, style.whole if isinstance(number, int) else style.number)


def _draw(book: Any, sheet: Any, chart: Chart, rows: tuple[int, int], down: int) -> None:
    """Draw numbers of children, today dark and afterwards light with a dark edge, each with its number."""
    drawn = book.add_chart({"type": "bar"})
    for column, name, fill in ((1, TODAY, DARK), (2, AFTER, LIGHT)):
        drawn.add_series(
            {
                "name": name,
                "categories": [sheet.name, rows[0], 0, rows[1], 0],
                "values": [sheet.name, rows[0], column, rows[1], column],
                "fill": {"color": fill},
                "border": {"color": INK, "width": 0.75},
                "data_labels": {"value": True, "font": {"size": 9}},
                "gap": 60,
            }
        )
    _dress(drawn, chart.title)
    place = {"description": chart.alt, "object_position": 3, "y_offset": down}
    sheet.insert_chart(0, BESIDE, drawn, place)


def _dress(drawn: Any, title: str) -> None:
    drawn.set_title({"name": f"{title}: number of children", "name_font": {"size": 11}, "overlay": False})
    drawn.set_legend({"position": "bottom"})
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    drawn.set_y_axis({"reverse": True})
    drawn.set_size({"width": WIDE, "height": HIGH})
