"""The same page on any screen: wide or narrow, with or without the letters it would like."""

import re
from pathlib import Path

import pytest

from tests.cli.running import agency_home, case_file, flat, matching
from tests.data.files import home


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case with a home that can go ahead, one that nobody can tell of and one that is ruled out."""
    return case_file(tmp_path, homes=[home(name="Öland Café"), agency_home(years_fostering=None), flat()])


@pytest.mark.parametrize("columns", [72, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_screen_nor_too_wide_to_read(file: Path, columns: int) -> None:
    page = matching("rank", file, COLUMNS=str(columns)).out.partition("To go on")[0]
    lines = [line for line in page.splitlines() if not line.lstrip().startswith("https://")]
    assert max(map(len, lines)) <= min(columns, 100)


def test_a_very_narrow_screen_still_has_everything(file: Path) -> None:
    ran = matching("rank", file, COLUMNS="20")
    assert ran.status == 0
    assert "Öland Café (oak)" in ran.line


def test_in_ascii_the_same_lines_stand_with_the_nearest_letters(file: Path) -> None:
    plain, whole = matching("rank", file, charset="ascii"), matching("rank", file)
    assert plain.status == 0
    assert plain.out.isascii()
    assert "Oland Cafe (oak)" in plain.line
    assert "GBP 740.00 a week in full" in plain.line
    assert re.search(r"suitability +\d+-\d+-\d+ +#+[=-]*\.*\n", plain.out)
    assert len(plain.out.splitlines()) == pytest.approx(len(whole.out.splitlines()), abs=5)


def test_in_latin_1_only_what_it_lacks_is_replaced(file: Path) -> None:
    ran = matching("rank", file, charset="latin-1")
    assert "Öland Café (oak)" in ran.line
    assert "£740.00 a week in full" in ran.line
    assert "1 · Parents" in ran.line


def test_the_table_stays_in_line_in_any_encoding(file: Path) -> None:
    for charset in ("utf-8", "latin-1", "ascii"):
        table = matching("rank", file, charset=charset).out.partition("At a glance")[2].partition("Points run")[0]
        rows = [line for line in table.splitlines() if re.match(r"  \d \S.* can", line)]
        assert len(rows) == 2
        assert len({len(row) for row in rows}) == 1


def test_an_id_is_never_cut(tmp_path: Path) -> None:
    long = "a5f0c9d2-3c1e-4f57-9a49-0d4f7b8f6c11"
    table = matching("rank", case_file(tmp_path, homes=[home(id=long, name="Oak")])).out.partition("At a glance")[2]
    assert f"  1 {long}\n" in table.partition("Points run")[0]


def test_json_is_utf_8_whatever_the_encoding(file: Path) -> None:
    assert matching("rank", file, "--json", charset="ascii").raw.decode() == matching("rank", file, "--json").out


def test_without_a_tty_nothing_is_coloured_and_nothing_but_faults_goes_to_standard_error(file: Path) -> None:
    ran = matching("rank", file, NO_COLOR="")
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_colour_says_nothing_that_words_do_not(file: Path) -> None:
    coloured = matching("rank", file, NO_COLOR="", FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[" in coloured.out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == matching("rank", file).out
