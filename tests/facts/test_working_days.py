"""Working days in England: no weekend and no bank holiday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.working_days import is_working_day, working_days_after


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 9), id="no holiday"),
        pytest.param(date(2026, 12, 5), date(2026, 12, 14), id="from a Saturday"),
        pytest.param(date(2026, 12, 23), date(2027, 1, 5), id="Boxing Day on a Saturday, made up for on Monday"),
        pytest.param(date(2027, 12, 24), date(2028, 1, 6), id="Christmas and New Year on Saturdays"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 5), id="Good Friday and Easter Monday"),
        pytest.param(date(2026, 8, 27), date(2026, 9, 7), id="the August bank holiday"),
        pytest.param(date(2026, 4, 30), date(2026, 5, 11), id="the May bank holiday"),
        pytest.param(date(2027, 4, 30), date(2027, 5, 11), id="the early May bank holiday of 2027"),
    ],
)
def test_six_working_days_leave_out_weekends_and_bank_holidays_in_england(start, stop):
    assert working_days_after(start, 6) == stop


def test_no_working_days_later_is_the_day_itself():
    assert working_days_after(date(2026, 12, 25), 0) == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 12, 24), True, id="Christmas Eve"),
        pytest.param(date(2026, 12, 25), False, id="Christmas Day"),
        pytest.param(date(2026, 12, 28), False, id="the Monday for Boxing Day"),
        pytest.param(date(2026, 12, 29), True, id="the Tuesday after it"),
        pytest.param(date(2027, 1, 1), False, id="New Year's Day"),
        pytest.param(date(2029, 1, 2), True, id="2 January, a holiday in Scotland only"),
        pytest.param(date(2027, 3, 17), True, id="St Patrick's Day, a holiday in Northern Ireland only"),
        pytest.param(date(2027, 3, 25), True, id="Maundy Thursday"),
        pytest.param(date(2027, 3, 26), False, id="Good Friday"),
        pytest.param(date(2027, 3, 29), False, id="Easter Monday"),
        pytest.param(date(2027, 3, 30), True, id="the Tuesday after Easter"),
        pytest.param(date(2027, 5, 3), False, id="the early May bank holiday"),
        pytest.param(date(2027, 5, 31), False, id="the late May bank holiday"),
        pytest.param(date(2020, 5, 4), True, id="the Monday that was moved"),
        pytest.param(date(2020, 5, 8), False, id="the Friday to which it was moved"),
        pytest.param(date(2022, 9, 19), False, id="the late Queen's funeral"),
        pytest.param(date(2026, 11, 29), False, id="a Sunday"),
    ],
)
def test_a_working_day_is_no_weekend_and_no_bank_holiday_in_england(day, expected):
    assert is_working_day(day) is expected


@given(st.dates(date(2011, 4, 1), date(2040, 1, 1)), st.integers(1, 12))
def test_so_many_working_days_later_is_a_working_day_with_so_many_in_between(day, days):
    last = working_days_after(day, days)
    after = [day + timedelta(days=k) for k in range(1, (last - day).days + 1)]
    assert is_working_day(last)
    assert sum(map(is_working_day, after)) == days
