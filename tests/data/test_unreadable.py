"""Files that cannot be read at all: each has one fault, with its place and what to do."""

import pytest

from matching.data.case_files import load, parse_case, read_case
from matching.data.document import Kind
from matching.errors import Fault, InvalidInput
from tests.data.files import as_json, only_fault, tables


def fault_of(data: bytes, kind: Kind = "toml") -> Fault:
    with pytest.raises(InvalidInput) as refused:
        parse_case(data, name="case.toml", kind=kind)
    (fault,) = refused.value.faults
    return fault


@pytest.mark.parametrize(
    ("data", "kind", "field", "found", "expected"),
    [
        pytest.param(b"", "toml", "", "an empty file", "a case file", id="empty"),
        pytest.param(b" \n\t", "json", "", "an empty file", "a case file", id="nothing but space"),
        pytest.param(b"\xef\xbb\xbf", "json", "", "an empty file", "a case file", id="nothing but a mark"),
        pytest.param("a = 1".encode("utf-16"), "toml", "", "text in UTF-16", "text in UTF-8", id="UTF-16"),
        pytest.param("{}".encode("utf-16-le"), "json", "", "text in UTF-16", "text in UTF-8", id="UTF-16, no mark"),
        pytest.param(b'a = 1\nb = "\xe9"', "toml", "line 2, column 6", "the byte 0xe9", "text in UTF-8", id="Windows"),
        pytest.param(b"as_of = \n", "toml", "line 1, column 9", "Invalid value", "TOML", id="not TOML"),
        pytest.param(b"a = 1\na = 2\n", "toml", "line 2, column 6", "Cannot overwrite a value", "TOML", id="twice"),
        pytest.param(b"a = [", "toml", "end of document", "Invalid value", "TOML", id="TOML cut off"),
        pytest.param(b'{"a":\n  }', "json", "line 2, column 3", "Expecting value", "JSON", id="not JSON"),
        pytest.param(b'{"a": 1} x', "json", "line 1, column 10", "Extra data", "JSON", id="more than JSON"),
        pytest.param(
            b'{"a": "\\ud800"}', "json", "line 1, column 14", "unexpected end of hex escape", "JSON", id="half a letter"
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(data, kind, field, found, expected):
    fault = fault_of(data, kind)
    assert (fault.file, fault.table, fault.id) == ("case.toml", "", "")
    assert (fault.field, fault.found, fault.expected) == (field, found, expected)
    assert fault.remedy


def test_utf_16_is_refused_with_words_on_how_to_save_it():
    assert "Save the file as UTF-8" in fault_of("a = 1".encode("utf-16")).remedy


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"[" * 10_000, "json", id="JSON lists"),
        pytest.param(b'{"a":' * 10_000, "json", id="JSON tables"),
        pytest.param(b"a = " + b"[" * 10_000, "toml", id="TOML lists"),
        pytest.param(b".".join([b"a"] * 10_000) + b" = 1", "toml", id="TOML dotted keys"),
        pytest.param(b"[" * 500 + b"]" * 500, "json", id="deep, and closed"),
    ],
)
def test_nesting_without_end_is_one_fault_and_no_crash(data, kind):
    assert fault_of(data, kind).expected in {"a case file", "JSON"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b'{"a": 1%s}' % (b"0" * 5_000), "json", id="JSON"),
        pytest.param(b"a = 1" + b"0" * 5_000, "toml", id="TOML"),
        pytest.param(b"a = 0x1" + b"0" * 5_000, "toml", id="TOML, by sixteens"),
    ],
)
def test_a_number_of_thousands_of_digits_is_one_fault(data, kind):
    assert fault_of(data, kind).expected == "a number of a few digits"


@pytest.mark.parametrize("top", [[], [1], "text", 3, None, True])
def test_what_is_no_table_is_no_case(top):
    fault = only_fault(as_json(top))
    assert (fault.table, fault.field, fault.expected) == ("", "", "a table")


def test_a_mark_at_the_start_is_no_fault():
    assert parse_case(b"\xef\xbb\xbf" + as_json(tables()), name="x", kind="json").homes


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("nowhere.toml", "no such file", id="missing"),
        pytest.param(".", "a folder", id="a folder"),
        pytest.param("x" * 5_000, "File name too long", id="a name too long"),
        pytest.param("a\0b", "a path that is not one", id="no name"),
    ],
)
def test_a_path_that_leads_to_no_file_is_a_fault(tmp_path, name, found):
    for way_in in (read_case, load):
        with pytest.raises(InvalidInput) as refused:
            way_in(tmp_path / name)
        assert refused.value.faults[0].found == found


@pytest.mark.parametrize("name", ["case.json", "case.JSON", "case", "case.txt"])
def test_json_is_known_by_its_ending_or_its_first_character(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbf\n" + as_json(tables()))
    assert read_case(path).homes


@pytest.mark.parametrize("name", ["case.toml", "case", "case.txt"])
def test_anything_else_is_toml(tmp_path, name):
    path = tmp_path / name
    path.write_text('as_of = 2026-11-24\nauthority = { code = "E06000060" }\n', encoding="utf-8")
    assert read_case(path).authority.code == "E06000060"
