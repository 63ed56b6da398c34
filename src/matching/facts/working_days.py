"""Working days in England: not a Saturday, a Sunday or a bank holiday."""

from datetime import date, timedelta
from functools import cache, lru_cache

import holidays


@cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    """Not a Saturday, a Sunday, or a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays()


@lru_cache(maxsize=4096)
def working_days_after(day: date, days: int) -> date:
    """The last of so many working days that follow a day."""
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day
