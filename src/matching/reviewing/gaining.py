"""What a child would gain and lose by living in another home: duty by duty, and never less of what must not be lost."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.domain.made import made
from matching.domain.review import DutyCompared
from matching.facts.truth import NO, UNKNOWN, YES, Truths
from matching.reviewing.measures import Measures

ACCESS = "CA89-22C-8D"
"""The duty towards a disabled child: no home that serves it less is suggested."""

GAINED, LOST, ALIKE, OPEN, NOT_OWED = "gained", "lost", "alike", "unknown", "not owed"

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Gaining:
    """Homes beside the one where a child lives: `today` has one entry, `there` an entry a home.

    `margins` says for each duty by how many miles less it is served better, 0 where it is not measured.
    """

    today: Measures
    there: Measures
    margins: tuple[int, ...]

    @property
    def gains(self) -> tuple[Ints, Ints]:
        """For each home how many duties it surely serves better, and how many it may."""
        found = [self._gained(k) for k in range(len(self.there.duties))]
        surely = np.sum([one == YES for one in found], axis=0)
        perhaps = np.sum([one != NO for one in found], axis=0)
        return surely.astype(np.int64), perhaps.astype(np.int64)

    @property
    def harmless(self) -> Truths:
        """For each home whether nothing that must not be lost is: wishes, brothers and sisters, access."""
        kept = [self._access(), _no_less(self.today.wishes, self.there.wishes)]
        found: Truths = np.min([*kept, _no_less(self.today.siblings, self.there.siblings)], axis=0)
        return found.astype(np.int8)

    def compared(self, at: int) -> Iterator[DutyCompared]:
        """Duty by duty, as today's home and another serve it."""
        for k, duty in enumerate(self.there.duties):
            change = self._change(k, at)
            if change != NOT_OWED:
                yield made(
                    DutyCompared,
                    duty=duty.id,
                    title=duty.title,
                    today=_said(self.today, k, 0),
                    there=_said(self.there, k, at),
                    change=change,
                )

    def _change(self, k: int, at: int) -> str:
        if NO in (self.today.owed[k, 0], self.there.owed[k, at]):
            return NOT_OWED
        gained, lost = self._gained(k)[at], self._lost(k)[at]
        if YES in (gained, lost):
            return GAINED if gained == YES else LOST
        return OPEN if UNKNOWN in (gained, lost) else ALIKE

    def _gained(self, k: int) -> Truths:
        """Where a duty is surely served there and surely not today, or by so many miles less."""
        turned = _both(self.there.served[k], YES - self.today.served[k])
        return _both(self._owed(k), np.maximum(turned, self._nearer(k)))

    def _lost(self, k: int) -> Truths:
        """Where a duty is surely served today and surely not there."""
        return _both(self._owed(k), _both(YES - self.there.served[k], self.today.served[k]))

    def _owed(self, k: int) -> Truths:
        """Where a duty is owed in both: it is unless an exception surely holds, as answers show it."""
        owed = (self.there.owed[k] != NO) & (self.today.owed[k] != NO)
        return np.where(owed, YES, NO).astype(np.int8)

    def _nearer(self, k: int) -> Truths:
        """Where it is nearer by the margin, of a duty that is measured."""
        if not self.margins[k]:
            return np.full(self.there.served.shape[1], NO, dtype=np.int8)
        less = self.today.measure[k] - self.there.measure[k]
        return np.where(np.isnan(less), UNKNOWN, np.where(less >= self.margins[k], YES, NO)).astype(np.int8)

    def _access(self) -> Truths:
        """Where the access that a child needs is not less than today."""
        ids = [duty.id for duty in self.there.duties]
        if ACCESS not in ids:
            return np.full(self.there.served.shape[1], YES, dtype=np.int8)
        return (YES - self._lost(ids.index(ACCESS))).astype(np.int8)


def _both(one: Truths, other: Truths) -> Truths:
    found: Truths = np.minimum(one, other).astype(np.int8)
    return found


def _no_less(today: tuple[npt.NDArray[np.float64], ...], there: tuple[npt.NDArray[np.float64], ...]) -> Truths:
    """Where there surely is no less than today, surely less, or nobody can tell."""
    kept = there[0] >= today[1]
    less = there[1] < today[0]
    return np.where(kept, YES, np.where(less, NO, UNKNOWN)).astype(np.int8)


WORDS = {YES: "yes", NO: "no", UNKNOWN: "not recorded"}


def _said(of: Measures, k: int, at: int) -> str:
    """How a home serves a duty, in a word or in miles."""
    if of.duties[k].measure is None:
        return WORDS[int(of.served[k, at])]
    miles = of.measure[k, at]
    return "not recorded" if np.isnan(miles) else f"{miles:,.1f} miles"
