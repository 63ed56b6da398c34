"""Keys given twice in JSON."""

import pytest

from matching.errors import Fault
from tests.data.files import as_json, child, faults, home, tables

ORDINARY = as_json(tables(children=[child()], homes=[home()])).decode()


def fault_of(old: str, new: str) -> Fault:
    assert ORDINARY.count(old) == 1
    (fault,) = faults(ORDINARY.replace(old, new).encode())
    return fault


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        pytest.param('"as_of":', '"as_of": "2026-01-01", "as_of":', ("", "", "as_of"), '"2026-11-24"', id="at the top"),
        pytest.param('"sex": "F"', '"sex": "M", "sex": "F"', ("children", "amy", "sex"), '"F"', id="of a child"),
        pytest.param(
            '"max_children": 3',
            '"max_children": 3, "max_children": 3',
            ("homes", "oak", "approval.terms.max_children"),
            "3",
            id="in a table, both the same",
        ),
        pytest.param(
            '"times_a_month": 2',
            '"times_a_month": 2, "times_a_month": 4',
            ("children", "amy", "family_time[no. 1].times_a_month"),
            "4",
            id="in a list of tables",
        ),
    ],
)
def test_a_key_that_is_given_twice_is_a_fault(old, new, place, found):
    fault = fault_of(old, new)
    assert (fault.table, fault.id, fault.field) == place
    assert (fault.found, fault.expected) == (found, "each key once")


def test_it_is_told_with_all_other_faults():
    twice = ORDINARY.replace('"sex": "F"', '"sex": "M", "sex": "X"')
    assert [(fault.field, fault.expected) for fault in faults(twice.encode())] == [
        ("sex", "each key once"),
        ("sex", "one of: M, F, U"),
    ]
