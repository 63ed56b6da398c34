"""Days as numbers: what happened by a day, what did not, and what nobody recorded."""

from datetime import date, timedelta

import pytest

from matching.facts.days import days, happened
from matching.facts.truth import NO, UNKNOWN, YES

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(TODAY, YES, id="on the day itself"),
        pytest.param(TODAY - timedelta(days=1), YES, id="before"),
        pytest.param(TODAY + timedelta(days=1), NO, id="not yet"),
        pytest.param(False, NO, id="known not to have"),
        pytest.param(None, UNKNOWN, id="nobody recorded it"),
    ],
)
def test_whether_something_happened_by_a_day(on, expected):
    assert happened(days([on]), TODAY).tolist() == [expected]


def test_what_is_known_not_to_have_happened_never_does():
    assert happened(days([False]), date.max).tolist() == [NO]
