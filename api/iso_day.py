"""A day in an address: YYYY-MM-DD and nothing else."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from matching.data.expected import DAY
from matching.domain.noun import AS_A_DAY, FIRST_DAY, LAST_DAY


def _iso_day(said: Any) -> date:
    try:
        if AS_A_DAY.fullmatch(said) is None:
            raise ValueError
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        raise ValueError(DAY) from None


IsoDay = Annotated[date, BeforeValidator(_iso_day), Field(ge=FIRST_DAY, le=LAST_DAY)]
