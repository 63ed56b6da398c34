"""Whether two questions were answered alike in every value that anybody reads."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
import polars as pl
from polars.testing import assert_frame_equal

from matching.explaining.found import Found
from matching.facts.kleene import GAP
from matching.rules.rulebook import Judged


def assert_same(one: Found, other: Found) -> None:
    """Every value of the one is that of the other."""
    for name in ("rulebook", "given", "scale"):
        assert getattr(one, name) == getattr(other, name), name
    for name in ("question", "asked", "children"):
        assert getattr(one.layout, name) == getattr(other.layout, name), name
    assert list(one.layout.register.homes) == list(other.layout.register.homes)
    for mine, theirs in zip(one.layout.frames, other.layout.frames, strict=True):
        assert_frame_equal(facts(mine), facts(theirs), check_exact=True)
    for found, alone in zip(one.judged, other.judged, strict=True):
        _assert_judged(found, alone)
    for path, value, wanted in _beside(one, other):
        assert np.array_equal(value, wanted), path


def facts(frame: pl.DataFrame) -> pl.DataFrame:
    """The facts of a frame, by name: not what said in passing where they have gaps."""
    return frame.select(sorted(name for name in frame.columns if not name.endswith(GAP)))


def _assert_judged(one: Judged, other: Judged) -> None:
    assert np.array_equal(one.outcomes, other.outcomes)
    assert np.array_equal(one.standing, other.standing)
    rows = range(one.standing.size)
    assert one.held_at(rows) == other.held_at(rows)


def _beside(one: Found, other: Found) -> Iterator[tuple[str, Any, Any]]:
    for name in ("standing", "lawful", "weighed", "placing", "ordered"):
        each = zip(_arrays(name, getattr(one, name)), _arrays(name, getattr(other, name)), strict=True)
        for (path, value), (of, wanted) in each:
            assert path == of
            yield path, value, wanted


def _arrays(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What a value is made of, down to its arrays and numbers."""
    if isinstance(value, dict):
        yield from (found for key in value for found in _arrays(f"{path}.{key}", value[key]))
    elif isinstance(value, tuple):
        yield from (found for k, part in enumerate(value) for found in _arrays(f"{path}.{k}", part))
    elif hasattr(value, "__dataclass_fields__"):
        yield from (found for f in fields(value) for found in _arrays(f"{path}.{f.name}", getattr(value, f.name)))
    else:
        yield path, np.array(value)
