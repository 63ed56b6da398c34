"""How homes serve the duties to one child, and what of her wishes and of her family each would hold: as numbers."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.facts.catalogue import child, pair
from matching.facts.truth import NO, UNKNOWN, YES, Truths
from matching.rules.duties import DUTIES, Duty

Numbers = npt.NDArray[np.float64]
LeastAndMost = tuple[Numbers, Numbers]

NEVER_MORE = 99
"""More wishes, or brothers and sisters, than anybody has: the most where it is not known how many there are."""

WISHES = (pair.wishes_granted.name, pair.wishes_denied.name, child.wishes_told.name)
SIBLINGS = (pair.siblings_with.name, pair.siblings_without.name, child.siblings.name)
COUNTED = (*WISHES, *SIBLINGS)
TOTALS = frozenset({child.wishes_told.name, child.siblings.name})


def duties_on(day: date) -> tuple[Duty, ...]:
    """The duties that bind on a day."""
    return tuple(duty for duty in DUTIES if duty.binds_on(day))


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """One child in many homes: for each duty a line, in `duties`, with an entry a home.

    `owed` and `served` say whether, `measure` the miles where a duty is measured (NaN where not, or not known);
    `wishes` and `siblings` are the least and the most of them that would be so, or be there.
    """

    duties: tuple[Duty, ...]
    owed: Truths
    served: Truths
    measure: Numbers
    wishes: LeastAndMost
    siblings: LeastAndMost

    @classmethod
    def of(cls, frame: pl.DataFrame, duties: tuple[Duty, ...]) -> "Measures":
        """Read off a child's frame."""
        told = {c.name: np.broadcast_to(c.to_numpy(), frame.height) for c in frame.select(_columns(duties))}
        owed, served, measure = (np.array([told[f"{kind}{k}"] for k in range(len(duties))]) for kind in "osm")
        wishes, none = _least_and_most(told, WISHES), told[child.has_wishes.name] == NO
        heard = (np.where(none, 0.0, wishes[0]), np.where(none, 0.0, wishes[1]))
        return cls(duties, owed, served, measure, heard, _least_and_most(told, SIBLINGS))

    def at(self, row: int) -> "Measures":
        """The same of one of the homes."""
        some = slice(row, row + 1)
        wishes, siblings = ((least[some], most[some]) for least, most in (self.wishes, self.siblings))
        return Measures(self.duties, self.owed[:, some], self.served[:, some], self.measure[:, some], wishes, siblings)


def _least_and_most(told: dict[str, Numbers], names: tuple[str, str, str]) -> LeastAndMost:
    """The least and the most of a number, by how many surely are and surely are not."""
    surely, surely_not, of = (told[name] for name in names)
    return surely, of - surely_not


@cache
def columns_of(duties: tuple[Duty, ...]) -> frozenset[str]:
    """The columns of a frame that are read off."""
    return frozenset(name for column in _columns(duties) for name in column.meta.root_names())


@cache
def _columns(duties: tuple[Duty, ...]) -> list[pl.Expr]:
    """What is read off: of each duty whether it is owed and served and its measure, the wishes and the siblings."""
    owed = [_truth(duty.owed.expr).alias(f"o{k}") for k, duty in enumerate(duties)]
    served = [_truth(duty.served.expr).alias(f"s{k}") for k, duty in enumerate(duties)]
    miles = (pl.lit(None) if duty.measure is None else duty.measure.expr for duty in duties)
    measure = [each.cast(pl.Float64).fill_null(np.nan).alias(f"m{k}") for k, each in enumerate(miles)]
    counted = [pl.col(n).cast(pl.Float64).fill_null(NEVER_MORE if n in TOTALS else 0) for n in COUNTED]
    return [*owed, *served, *measure, *counted, _truth(pl.col(child.has_wishes.name)).alias(child.has_wishes.name)]


def _truth(of: pl.Expr) -> pl.Expr:
    return pl.when(of).then(YES).when(~of).then(NO).otherwise(UNKNOWN).cast(pl.Int8)
