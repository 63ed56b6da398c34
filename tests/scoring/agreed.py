"""What was agreed of a criterion: examples that a practitioner can check, and the direction in which it runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import strategies as st

from matching.facts.fact import Fact
from matching.scoring.criterion import Criterion, Head
from matching.scoring.weighing import CRITERIA
from tests.scoring.pointing import Three

Row = tuple[Any, ...]
Rows = st.SearchStrategy[tuple[Row, Row]]


@dataclass(frozen=True)
class Agreed:
    """A criterion, the facts of a row, the points of rows by what they are about, and rows of which one is better.

    `direction` draws two rows, the second of which is in one respect better for the child, or as good.
    """

    criterion: Criterion
    facts: Sequence[Fact[Any]]
    examples: Mapping[str, tuple[Row, Three | None]]
    direction: Rows


def every_example(of: Sequence[Agreed]) -> list[Any]:
    """Each example of each criterion as a parameter of its own."""
    return [
        pytest.param(agreed, row, points, id=f"{agreed.criterion.id}, {about}")
        for agreed in of
        for about, (row, points) in agreed.examples.items()
    ]


def every_criterion(of: Sequence[Agreed]) -> list[Any]:
    """Each criterion as a parameter."""
    return [pytest.param(agreed, id=agreed.criterion.id) for agreed in of]


def of_head(head: Head) -> list[str]:
    """The criteria that the engine has under a head."""
    return [c.id for c in CRITERIA if c.head is head]


def in_order(values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Two values, the smaller first."""
    return st.lists(values, min_size=2, max_size=2).map(sorted)


maybe = st.sampled_from((True, False, None))
"""Yes, no and unknown."""

any_range = st.lists(st.integers(0, 60), min_size=2, max_size=2)
"""By how much something may be less, and more, than it is about."""
