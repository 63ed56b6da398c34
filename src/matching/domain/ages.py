"""Ages in completed years, and the day on which a child comes of age."""

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


def eighteenth_birthday(born: date) -> date:
    """The day on which somebody stops being a child in law."""
    return birthday(born, 18)
