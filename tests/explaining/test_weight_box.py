"""Whether some weights of a box keep two conditions at once: as trying every corner and every edge finds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.explaining.weight_box import Box

NEXT_TO_NOTHING = Fraction(1, 10**9)
Line = Sequence[int]

often = settings(max_examples=20 * settings().max_examples)
earned = st.integers(-4, 4)
lines = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        *(st.lists(of, min_size=size, max_size=size) for of in (earned, earned, st.integers(1, 4))),
    )
)


def allowed(reaching: Line, lacking: Line, weights: Line, percent: int) -> bool:
    """What the box says of one line."""
    box = Box(np.array(weights), percent)
    return bool(box.allows(np.array([reaching], dtype=float), np.array([lacking], dtype=float))[0])


def tried(reaching: Line, lacking: Line, weights: Line, percent: int) -> bool:
    """The same by trying every corner of the box, and where the first condition cuts its edges, in exact fractions."""
    least = max(Fraction(100 - percent, 100), NEXT_TO_NOTHING)
    ends = [(w * least, w * Fraction(100 + percent, 100)) for w in weights]
    points = (point for corner in product(*ends) for point in _along_the_edges(corner, ends, reaching))
    return any(_sum(reaching, point) >= 0 > _sum(lacking, point) for point in points)


def _along_the_edges(
    corner: Sequence[Fraction], ends: Sequence[tuple[Fraction, Fraction]], reaching: Line
) -> Iterator[Sequence[Fraction]]:
    yield corner
    for k, (low, high) in enumerate(ends):
        if reaching[k]:
            cut = corner[k] - _sum(reaching, corner) / reaching[k]
            if low <= cut <= high:
                yield [*corner[:k], cut, *corner[k + 1 :]]


def _sum(line: Line, weights: Sequence[Fraction]) -> Fraction:
    return sum((of * weight for of, weight in zip(line, weights, strict=True)), Fraction(0))


@often
@given(lines, st.sampled_from((0, 1, 20, 25, 50, 60, 99, 100)) | st.integers(0, 100))
def test_it_allows_what_trying_every_corner_and_edge_finds(of, percent):
    reaching, lacking, weights = of
    assert allowed(reaching, lacking, weights, percent) is tried(reaching, lacking, weights, percent)


@pytest.mark.parametrize(
    ("reaching", "lacking", "percent", "expected"),
    [
        pytest.param([2, -3], [1, -1], 20, False, id="reached only where the other is more than 0"),
        pytest.param([2, -3], [2, -3], 20, False, id="the same sum is not 0 or more and less than 0 at once"),
        pytest.param([2, -3], [0, -1], 20, True, id="reached exactly, at one corner: 2.4 to 2.4"),
        pytest.param([2, -3], [0, -1], 19, False, id="a percent short of that corner"),
        pytest.param([0, -1], [0, -1], 100, False, id="reached only if the second weighs nothing, which it may not"),
        pytest.param([1, -9], [-1, 2], 100, True, id="with a ninth part at most"),
        pytest.param([0, 0], [-1, -1], 0, True, id="always"),
    ],
)
def test_what_is_reached_may_be_reached_exactly_and_what_is_lacked_must_be_less(reaching, lacking, percent, expected):
    assert allowed(reaching, lacking, [1, 1], percent) is expected
