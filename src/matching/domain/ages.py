"""Ages in completed years, the day on which a child comes of age, and months on the calendar."""

from calendar import monthrange
from datetime import date


def years_on(born: date, day: date) -> int:
    """How old somebody is on a day, in completed years; one born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; 1 March for 29 February in a common year."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def eighteenth_birthday(born: date) -> date:
    """The day on which somebody stops being a child in law."""
    return birthday(born, 18)
