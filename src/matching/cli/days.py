"""A day that an option gives."""

from datetime import date

from matching.data.expected import DAY
from matching.domain.noun import AS_A_DAY, FIRST_DAY, LAST_DAY
from matching.errors import Fault, InvalidInput


def day_said(option: str, said: str) -> date:
    """The day that an option gives, as YYYY-MM-DD; InvalidInput where that is none."""
    try:
        day = date.fromisoformat(said) if AS_A_DAY.fullmatch(said) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        remedy = f"Give a day from {FIRST_DAY} to {LAST_DAY}."
        raise InvalidInput([Fault("", "command", "", option, repr(said), DAY, remedy)])
    return day
