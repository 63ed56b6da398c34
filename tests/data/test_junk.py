"""Whatever is given, the answer is a case or its faults."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.data.case_files import parse_case
from matching.data.document import Kind
from matching.data.place import Path
from matching.errors import InvalidInput
from tests.data.files import as_json, tables

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec="utf-8"), max_size=20)
    | st.dates().map(str)
    | st.sampled_from(["amy", "oak", "r1", "foster", "2026-12-01", "HP20 1UA", ""])
)
NAMES = st.text(max_size=8)
JUNK = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3))
ORDINARY = tables(decided=[{"child": "amy", "home": "oak"}], approvals=[{"home": "oak", "referral": "r1"}])


def places(within: Any, path: Path = ()) -> Iterator[Path]:
    """Every path into some plain tables."""
    steps = within.items() if isinstance(within, dict) else enumerate(within) if isinstance(within, list) else ()
    for step, below in steps:
        yield (*path, step)
        yield from places(below, (*path, step))


def changed(within: Any, path: Path, value: Any) -> Any:
    """The tables with another value at a path."""
    if not path:
        return value
    copy = within.copy()
    copy[path[0]] = changed(within[path[0]], path[1:], value)
    return copy


def read(data: bytes, kind: Kind) -> None:
    """Read it, and look at each fault as its readers do."""
    try:
        parse_case(data, name="junk", kind=kind)
    except InvalidInput as refused:
        told = [(str(fault), str(fault.safe())) for fault in refused.faults]
    else:
        told = [("none", "none")]
    assert told
    assert all(all(both) for both in told)


@given(JUNK)
def test_any_json_is_a_case_or_its_faults(junk):
    read(as_json(junk), "json")


@settings(max_examples=300)
@given(st.sampled_from(list(places(ORDINARY))), JUNK)
def test_any_value_in_any_place_is_a_case_or_its_faults(path, junk):
    read(as_json(changed(ORDINARY, path, junk)), "json")


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_case_or_its_faults(data):
    read(data, "json")
    read(data, "toml")
