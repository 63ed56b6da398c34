"""How far each option serves the duties, and where a reason is owed because a lawful option serves one better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Outcome
from matching.domain.made import made
from matching.domain.ranking import DutyMeasured
from matching.explaining.findings import ShownPairing
from matching.explaining.found import Found
from matching.explaining.sentences import sentence
from matching.rules.duties import DUTIES, Duty
from matching.rules.rulebook import FALSE, TRUE, UNKNOWN

MOST_NAMED = 3
Answers = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Served:
    """One duty to one child, an entry a lawful row: owed and served (0 no, 1 yes, 2 unknown), and its measure.

    `serving` says which of those not in doubt surely serve it, in the panel's order, and `first` names the first.
    """

    duty: Duty
    owed: Answers
    served: Answers
    measure: Numbers
    serving: Flags
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Every duty to every arriving child over all lawful homes; `able` are those not in doubt, in the panel's order."""

    found: Found
    of_children: tuple[tuple[Served, ...], ...]
    able: npt.NDArray[np.int64]

    @classmethod
    def of(cls, found: Found) -> "Duties":
        """Measure the duties that bind on the day."""
        duties = tuple(d for d in DUTIES if d.binds_on(found.rulebook.day))
        can = found.standing[found.lawful] >= Outcome.NEEDS_APPROVAL
        able = found.ordered.at[can[found.ordered.at]]
        return cls(found, tuple(tuple(_served(f, found, able, duties)) for f in found.layout.frames), able)

    def measured(self, pairings: Sequence[ShownPairing], at: int) -> Iterator[DutyMeasured]:
        """The duties as one option serves them; `at` is its place among the lawful rows."""
        for pairing, duties in zip(pairings, self.of_children, strict=True):
            child = pairing.child if len(pairings) > 1 else None
            for served in duties:
                yield self._one(served, pairing, at, child)

    def _one(self, of: Served, pairing: ShownPairing, at: int, child: str | None) -> DutyMeasured:
        if of.owed[at] == FALSE:
            because = of.duty.does_not_apply
            return made(DutyMeasured, id=of.duty.id, met=None, because=because, owed=False, child=child)
        better = self._better(of, at)
        return made(
            DutyMeasured,
            id=of.duty.id,
            met=None if of.served[at] == UNKNOWN else bool(of.served[at] == TRUE),
            because=sentence(of.duty.says)(pairing.words),
            reason_owed=bool(better),
            better=better,
            child=child,
        )

    def _better(self, of: Served, at: int) -> tuple[str, ...]:
        """The first homes, in the panel's order, that surely serve the duty better."""
        serves = of.served[at] == TRUE
        if of.duty.measure is None:
            return () if serves else of.first
        margin, others, own = (
            self.found.layout.question.figures[of.duty.better_by],
            of.measure[self.able],
            of.measure[at],
        )
        better = (others + margin <= own) & (others < own)
        return _first(self.found, self.able, better if serves else better | of.serving, but_for=at)


def _first(found: Found, able: npt.NDArray[np.int64], better: Flags, but_for: int = -1) -> tuple[str, ...]:
    """The first of those marked, without one of the lawful rows."""
    rows = able[np.flatnonzero(better)[:MOST_NAMED]]
    homes = found.layout.register.homes
    return tuple([homes[found.lawful[row]].id for row in rows.tolist() if row != but_for])


def _served(
    frame: pl.DataFrame, found: Found, able: npt.NDArray[np.int64], duties: tuple[Duty, ...]
) -> Iterator[Served]:
    needed, columns = _asked(duties)
    lawful = frame[needed][found.lawful] if found.lawful.size else frame[needed].clear()
    told = {column.name: column.to_numpy() for column in lawful.select(columns).get_columns()}
    for k, duty in enumerate(duties):
        served, measure = told[f"s{k}"], told.get(f"m{k}", np.empty(0))
        serving = served[able] == TRUE
        yield Served(duty, told[f"o{k}"], served, measure, serving, _first(found, able, serving))


@cache
def _asked(duties: tuple[Duty, ...]) -> tuple[list[str], list[pl.Expr]]:
    """The columns that some duties need, and what is asked of them."""
    asked = [column for k, duty in enumerate(duties) for column in _columns(k, duty)]
    return sorted({name for column in asked for name in column.meta.root_names()}), asked


def _columns(k: int, duty: Duty) -> Iterator[pl.Expr]:
    """Whether a duty is owed and served, and its measure where it has one."""
    yield duty.owed.expr.cast(pl.Int8).fill_null(UNKNOWN).alias(f"o{k}")
    yield duty.served.expr.cast(pl.Int8).fill_null(UNKNOWN).alias(f"s{k}")
    if duty.measure is not None:
        yield duty.measure.expr.cast(pl.Float64).alias(f"m{k}")
