"""A day in an address: YYYY-MM-DD and nothing else."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from matching.data.expected import DAY
from matching.domain.noun import AS_A_DAY, FIRST_DAY, LAST_DAY


def _iso_day(said: Any) -> date:
    try:
        if AS_A_DAY.fullmatch(said) is None:
            raise ValueError
        day = date.fromisoformat(said)
    except (TypeError, ValueError):
        raise ValueError(DAY) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"a date from {FIRST_DAY} to {LAST_DAY}")
    return day


IsoDay = Annotated[date, BeforeValidator(_iso_day)]
