"""How long the homes of a register can keep a child, and for which age: laid out once, as days and years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.domain.codes import FOSTERING, REGISTERED, HomeKind
from matching.domain.home import Home
from matching.facts.catalogue import NO_LIMIT
from matching.facts.links import Flags, Rows

NOT_KNOWN = -1
Days = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stays:
    """An entry a home: the ordinal of the day on which its vacancy ends, the days that a stay may last, the last age.

    NO_LIMIT where there is none, NOT_KNOWN where nobody recorded it. `passing` marks homes where nobody grows up.
    """

    vacant_until: Days
    longest: Days
    last_age: Days
    passing: Flags

    def part(self, rows: Rows) -> "Stays":
        """Those of some of the homes."""
        return Stays(self.vacant_until[rows], self.longest[rows], self.last_age[rows], self.passing[rows])


def stays(homes: Sequence[Home]) -> Stays:
    """Read off what limits a stay in each of these homes."""
    return Stays(
        vacant_until=_days(map(_vacant_until, homes)),
        longest=_days(map(_longest, homes)),
        last_age=_days(map(_last_age, homes)),
        passing=np.array([home.kind is HomeKind.FAMILY_CENTRE for home in homes], dtype=np.bool_),
    )


def _days(values: Iterable[int]) -> Days:
    return np.fromiter(values, dtype=np.int64)


def _vacant_until(home: Home) -> int:
    """The end of the vacancy; a parent needs none."""
    if home.kind is HomeKind.PARENT:
        return NO_LIMIT
    if home.vacancies is None:
        return NOT_KNOWN
    return home.vacancies.until.toordinal() if home.vacancies.until else NO_LIMIT


def _longest(home: Home) -> int:
    """The longest stay, where one is recorded; an emergency bed has one, whether anybody recorded it or not."""
    if home.kind is HomeKind.PARENT:
        return NO_LIMIT
    if home.longest_stay_days is not None:
        return home.longest_stay_days
    return NOT_KNOWN if home.emergency_bed else NO_LIMIT


def _last_age(home: Home) -> int:
    """The highest age within the terms of approval, or of the registration."""
    if home.kind in FOSTERING:
        limits = home.approval.terms if home.approval else None
        return NOT_KNOWN if limits is None else _or_no_limit(limits.age_max)
    if home.kind not in REGISTERED:
        return NO_LIMIT
    return NOT_KNOWN if home.registration is None else _or_no_limit(home.registration.age_max)


def _or_no_limit(age: int | None) -> int:
    return NO_LIMIT if age is None else age
