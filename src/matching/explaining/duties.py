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
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Served:
    """One duty to one child, an entry a lawful row: owed and served (0 no, 1 yes, 2 unknown), and its measure."""

    duty: Duty
    owed: Numbers
    served: Numbers
    measure: Numbers


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
        order = found.ordered.at
        served = tuple(tuple(_served(f, found.lawful, duties)) for f in found.layout.frames)
        return cls(found, served, order[can[order]])

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
            better=tuple(better),
            child=child,
        )

    def _better(self, of: Served, at: int) -> list[str]:
        """The first homes, in the panel's order, that surely serve the duty better."""
        serves = of.served[self.able] == TRUE
        better = serves & (of.served[at] != TRUE)
        if of.duty.measure is not None:
            margin = self.found.layout.question.figures[of.duty.better_by]
            nearer = of.measure[self.able]
            better |= (nearer + margin <= of.measure[at]) & (nearer < of.measure[at])
        rows = self.found.lawful[self.able[better][:MOST_NAMED]]
        return [self.found.layout.register.homes[row].id for row in rows if row != self.found.lawful[at]]


def _served(frame: pl.DataFrame, rows: npt.NDArray[np.int64], duties: tuple[Duty, ...]) -> Iterator[Served]:
    needed, columns = _asked(duties)
    lawful = frame[needed][rows] if rows.size else frame[needed].clear()
    told = lawful.select(columns)
    for k, duty in enumerate(duties):
        owed, served = (_read(told[f"{part}{k}"]) for part in "os")
        measure = told[f"m{k}"].to_numpy() if duty.measure is not None else np.empty(0)
        yield Served(duty, owed, served, measure)


def _read(answers: pl.Series) -> Numbers:
    """Yes, no and unknown as numbers: gaps come out of a series as no number."""
    read: Numbers = np.nan_to_num(answers.cast(pl.Int8).to_numpy(), nan=UNKNOWN)
    return read


@cache
def _asked(duties: tuple[Duty, ...]) -> tuple[list[str], list[pl.Expr]]:
    """The columns that some duties need, and what is asked of them."""
    asked = [column for k, duty in enumerate(duties) for column in _columns(k, duty)]
    return sorted({name for column in asked for name in column.meta.root_names()}), asked


def _columns(k: int, duty: Duty) -> Iterator[pl.Expr]:
    """Whether a duty is owed and served, and its measure where it has one."""
    yield duty.owed.expr.alias(f"o{k}")
    yield duty.served.expr.alias(f"s{k}")
    if duty.measure is not None:
        yield duty.measure.expr.cast(pl.Float64).alias(f"m{k}")
