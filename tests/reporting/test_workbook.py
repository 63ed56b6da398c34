"""The workbook read back: its sheets and rows are the review's, and nothing in it can run or reach out."""

import io
import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from matching.reporting.saying import ASK, NOT_RECORDED
from matching.reporting.workbook import MOST_LETTERS, workbook
from tests.reporting.reviews import LONG, NASTY, a_child, empty, rich

SHEETS = [
    "Summary",
    "Where children live",
    "Unlawful now",
    "Explore",
    "Keep",
    "Cannot assess",
    "People decide",
    "To find out",
    "Chains",
    "Missing homes",
    "Prompts",
    "Since the last review",
    "Reasons",
    "About",
]
TABLES = SHEETS[2:]


@pytest.fixture(scope="module")
def data() -> bytes:
    return workbook(rich())


@pytest.fixture(scope="module")
def book(data: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def column(book: CalamineWorkbook, sheet: str, heading: str) -> list[object]:
    rows = book.get_sheet_by_name(sheet).to_python()
    return [row[rows[0].index(heading)] for row in rows[1:]]


def test_the_sheets_stand_in_order(book):
    assert book.sheet_names == SHEETS


@pytest.mark.parametrize(
    ("sheet", "children"),
    [
        pytest.param("Unlawful now", [of.child for of in rich().unlawful_now], id="unlawful now"),
        pytest.param("Explore", [of.child for of in rich().explore], id="explore"),
        pytest.param("Keep", [of.child for of in rich().keep], id="keep"),
        pytest.param("Cannot assess", [of.child for of in rich().cannot_assess], id="cannot assess"),
        pytest.param("People decide", ["hal"], id="people decide"),
        pytest.param("Prompts", ["dan"], id="prompts"),
        pytest.param("Since the last review", ["amy", "zed", "kit"], id="differences"),
    ],
)
def test_each_sheet_has_the_reviews_children_in_the_reviews_order(book, sheet, children):
    assert column(book, sheet, "Child") == children


def test_each_reason_has_a_row(book):
    reasons = list(zip(column(book, "Reasons", "Child"), column(book, "Reasons", "Reason"), strict=True))
    assert ("kit", "CPPCR-27A") in reasons
    assert ("dan", "wants_to_stay") in reasons
    assert ("fay", "child.risks") in reasons
    assert len(reasons) == 5 + 13 + 5 + 7 + 1 + 14 + 1


def test_days_and_numbers_are_what_they_are_and_the_unknown_is_said(book):
    assert column(book, "Unlawful now", "Since") == [date(2025, 3, 14), NOT_RECORDED]
    assert column(book, "Unlawful now", "Miles") == [42.3, NOT_RECORDED]
    assert column(book, "Unlawful now", "Suitability today") == [51, NOT_RECORDED]
    assert column(book, "Unlawful now", "Stands today") == ["a rule forbids it"] * 2
    assert column(book, "Unlawful now", "Asked on") == [date(2026, 10, 1), NOT_RECORDED]
    assert column(book, "Unlawful now", "Wishes")[1] == ASK


def test_what_somebody_recorded_comes_out_as_it_is(book):
    assert set(NASTY) < set(column(book, "Explore", "Wishes"))
    assert LONG in column(book, "Explore", "Wishes")


def test_text_that_no_cell_can_hold_is_cut_and_says_so():
    long = rich().model_copy(update={"keep": (a_child("dan", "keep", wishes="x" * 40_000),)})
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(long)))
    wishes = str(column(book, "Keep", "Wishes")[0])
    assert wishes.startswith("x" * MOST_LETTERS)
    assert "cut here" in wishes


def test_nothing_in_it_can_run_or_reach_out(data):
    files = parts(data)
    assert not [
        name for name in files if "vba" in name.lower() or "external" in name.lower() or "macro" in name.lower()
    ]
    sheets = {name: text for name, text in files.items() if name.startswith("xl/worksheets/")}
    assert not [name for name, text in sheets.items() if "<f>" in text or "<f " in text or "hyperlink" in text.lower()]
    assert not [name for name, text in files.items() if 'TargetMode="External"' in text]


def test_every_table_has_its_first_row_frozen_filtered_and_on_every_page(data):
    files = parts(data)
    for number, name in enumerate(SHEETS, start=1):
        text = files[f"xl/worksheets/sheet{number}.xml"]
        assert 'orientation="landscape"' in text
        assert 'paperSize="9"' in text
        assert "&amp;P" in text
        assert "Confidential" in text
        assert "mergeCell" not in text
        if name in TABLES:
            assert "<autoFilter" in text, name
            assert 'state="frozen"' in text, name
    assert files["xl/workbook.xml"].count("Print_Titles") == len(TABLES)


def test_what_is_drawn_is_told_in_words(data):
    drawing = parts(data)["xl/drawings/drawing1.xml"]
    told = re.findall(r'descr="([^"]*)"', drawing)
    assert len(told) == 3
    assert told[0].startswith("In and out of the area. Today: In the area 0; Outside the area 19")


def test_the_first_sheet_says_who_decides_what_was_found_and_what_would_be(book):
    rows = book.get_sheet_by_name("Summary").to_python()
    said = " ".join(str(cell) for row in rows for cell in row)
    for words in (
        "Everybody in this case is made up.",
        "The engine proposes; people decide.",
        "Nothing here says that a child is to be moved.",
        "nobody has agreed it yet",
        "They are kit and lou.",
        "Children for whom a search is under way",
    ):
        assert words in said
    assert "Proven:" not in said
    assert "0123456789ab" not in said
    rows = book.get_sheet_by_name("Where children live").to_python()
    assert ["    Outside the area", 19.0, 5.0, -14.0] in [row[:4] for row in rows]
    about = " ".join(str(cell) for row in book.get_sheet_by_name("About").to_python() for cell in row)
    assert "Proven:" in about
    assert "Facts 0123456789ab" in about


def test_what_is_to_be_found_out_has_a_row_each_and_whom_to_ask(book):
    rows = list(zip(*(column(book, "To find out", name) for name in ("Child", "Whom to ask", "Id")), strict=True))
    assert ("lou", "the child", "wishes") in rows
    assert ("fay", "the child's social worker", "CPPCR-11-1A") in rows
    assert ("fay", "the fostering service", "CPPCR-22-AGREEMENT") in rows
    assert ("fay", "the child's social worker", "child.risks") in rows
    assert ("gus", "the child's social worker", "home") in rows
    assert ("kit", "the child's social worker", "CA89-22C-7A") in rows
    assert not [row for row in rows if row[0] == "dan"]


def test_no_sheet_of_children_tells_where_another_may_live(book):
    for sheet in ("Unlawful now", "Explore", "Keep", "Cannot assess", "To find out"):
        said = [cell for row in book.get_sheet_by_name(sheet).to_python() if row[0] == "kit" for cell in row]
        assert not [cell for cell in said if "bea" in str(cell)], sheet
    assert column(book, "Unlawful now", "Waits for") == ["another child", "none"]


def test_where_there_is_nobody_it_says_so():
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(empty())))
    assert book.sheet_names == SHEETS
    assert str(column(book, "Explore", "Child")[0]).startswith("Nobody.")
    assert column(book, "Since the last review", "Child") == ["No earlier review was given to compare with."]
