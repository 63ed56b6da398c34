from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.ages import eighteenth_birthday, years_on

LEAP = date(2008, 2, 29)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        pytest.param(date(2010, 6, 1), date(2026, 5, 31), 15, id="the day before"),
        pytest.param(date(2010, 6, 1), date(2026, 6, 1), 16, id="the birthday itself"),
        pytest.param(LEAP, date(2026, 2, 28), 17, id="29 February, on 28 February"),
        pytest.param(LEAP, date(2026, 3, 1), 18, id="29 February, on 1 March"),
        pytest.param(LEAP, date(2028, 2, 29), 20, id="29 February, in a leap year"),
        pytest.param(date(2026, 12, 1), date(2026, 11, 24), -1, id="not born yet"),
    ],
)
def test_age_is_in_completed_years(born, day, years):
    assert years_on(born, day) == years


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param(date(2008, 6, 1), date(2026, 6, 1), id="any day"),
        pytest.param(LEAP, date(2026, 3, 1), id="29 February"),
    ],
)
def test_a_child_comes_of_age_on_the_eighteenth_birthday(born, expected):
    assert eighteenth_birthday(born) == expected


@given(DAYS)
def test_a_child_is_eighteen_from_that_birthday_and_not_before(born):
    birthday = eighteenth_birthday(born)
    assert years_on(born, birthday) == 18
    assert years_on(born, date.fromordinal(birthday.toordinal() - 1)) == 17
