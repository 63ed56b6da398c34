"""However many faults a file has, telling them takes little memory, and as many as can be are told in one round."""

import tracemalloc
from typing import Any

import pytest

from matching.data.case_files import load, parse_case
from matching.data.checking import COUNTED, LISTED
from matching.data.document import MOST_AGAIN, MOST_TABLES, WIDEST
from matching.data.shape import LONG
from matching.errors import InvalidInput
from tests.data.files import as_json, child, faults, home, only_fault, referral, tables

MANY = 100_000
WRONG = [0] * MANY
TWICE = b'{"children": [' + b'{"a": 0, "a": 0},' * (MOST_AGAIN + 1) + b"{}]}"


def refused(data: bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as error:
        parse_case(data, name="case.json", kind="json")
    return error.value


def memory_of_refusing(data: bytes) -> float:
    """The most megabytes that Python takes while it refuses this."""
    tracemalloc.start()
    try:
        refused(data)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(tables(homes=WRONG), id="entries that are no tables"),
        pytest.param(tables(homes=[{}] * MANY), id="entries of which all is missing"),
        pytest.param(tables(homes=[home(can_keep=WRONG)]), id="a list in one entry"),
        pytest.param(tables(homes=[home(household=WRONG)]), id="people in one household"),
        pytest.param(tables(authority={"code": "E06000060", "adjoining": WRONG}), id="a list outside the entries"),
        pytest.param(tables(children=[child(needs={f"k{n}": 9 for n in range(MANY)})]), id="needs that are none"),
        pytest.param(tables() | {f"k{n}": 0 for n in range(MANY)}, id="tables that are none"),
        pytest.param(tables(policy={"x": [float("nan")] * MANY}), id="numbers that are none"),
    ],
)
def test_a_hundred_thousand_faults_take_no_more_than_fifty_megabytes(given: dict[str, Any]):
    assert memory_of_refusing(as_json(given)) < 50


def test_beyond_what_is_counted_one_fault_says_that_there_are_more():
    error = refused(as_json(tables(homes=WRONG)))
    assert (len(error.faults), error.more) == (LISTED + 1, COUNTED - LISTED)
    last = error.faults[-1]
    assert str(last) == (
        "case.json: found more than 10,000 faults, expected a case. Mend those that are listed, then try again."
    )
    assert last.safe() == last


def test_of_an_entry_too_long_to_be_told_whole_the_first_faults_are_and_that_there_may_be_more():
    first, more = faults(tables(homes=[home(can_keep=[0] * (LONG + 2))]))
    assert (first.field, first.found) == ("can_keep[no. 1]", "0")
    assert (more.id, more.field, more.found) == ("oak", "", "a table")
    assert more.expected.startswith("at most 5,000 values")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(as_json({f"k{n}": 0 for n in range(WIDEST + 1)}), "1,000 fields in one table", id="a wide table"),
        pytest.param(b'{"homes": [' + b"{}," * MOST_TABLES + b"{}]}", "1,000,000 tables", id="many tables"),
        pytest.param(TWICE, "1,000 keys that are given twice", id="keys given twice"),
    ],
)
def test_what_no_case_is_as_large_as_is_refused_unread(data: bytes, found: str):
    fault = only_fault(data)
    assert fault.found == f"more than {found}"
    assert fault.remedy


def test_a_wide_table_is_refused_in_toml_too():
    toml = "".join(f"k{n} = 0\n" for n in range(WIDEST + 1)).encode()
    with pytest.raises(InvalidInput, match="1 fault"):
        parse_case(toml, name="case.toml", kind="toml")


def test_in_a_list_with_a_wrong_entry_what_else_is_wrong_is_told_in_the_same_round():
    household = [{"id": "x1", "sex": "girl"}, 5, {"id": "x2", "born": "2030-01-01"}, {"id": "x2"}]
    found = faults(tables(homes=[home(household=household)]))
    assert [(fault.field, fault.expected) for fault in found] == [
        ("household[x1].sex", "one of: M, F, U"),
        ("household[no. 2]", "a table"),
        ("household[x2].id", "each person once"),
        ("household[x2].born", "a day not after as_of"),
    ]


def test_beside_an_entry_that_is_none_the_others_keep_their_names():
    given = tables(homes=[5, home(kind="childrens_home")], referrals=[referral(start="soon", children=["ben"])])
    assert [(fault.table, fault.id, fault.field) for fault in faults(given)] == [
        ("referrals", "r1", "start"),
        ("homes", "no. 1", ""),
        ("referrals", "r1", "children[no. 1]"),
        ("homes", "oak", "approval"),
    ]


@pytest.mark.parametrize("policy", [{"name": "nowhere.toml"}, {"band_width": "wide"}])
def test_what_is_wrong_with_the_policy_is_told_beside_what_is_wrong_with_the_case(tmp_path, policy):
    file = tmp_path / "case.json"
    file.write_bytes(as_json(tables(children=[child(sex="X")], policy=policy)))
    with pytest.raises(InvalidInput) as error:
        load(file)
    assert [(fault.table, fault.field) for fault in error.value.faults] == [
        ("children", "sex"),
        ("policy", next(iter(policy))),
    ]


def test_a_choice_of_policy_that_is_wrong_in_itself_is_told_once(tmp_path):
    file = tmp_path / "case.json"
    file.write_bytes(as_json(tables(policy={"name": 5})))
    with pytest.raises(InvalidInput) as error:
        load(file)
    assert [fault.field for fault in error.value.faults] == ["name"]
