"""The days on which things happened, as numbers: so that what thousands of records say is told at once."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from matching.facts.truth import NO, UNKNOWN, YES, Truths

Days = npt.NDArray[np.int32]
NOT_RECORDED, NEVER = -1, np.iinfo(np.int32).max
"""Before all days, and after all."""


def days(said: Iterable[date | Literal[False] | None]) -> Days:
    """The number of each day; False says that it is known not to have happened."""
    return np.array([NOT_RECORDED if d is None else (NEVER if d is False else d.toordinal()) for d in said], np.int32)


def happened(on: Days, by: date) -> Truths:
    """Whether each happened by a day; unknown where that is not recorded."""
    return np.where(on == NOT_RECORDED, UNKNOWN, np.where(on <= by.toordinal(), YES, NO)).astype(np.int8)
