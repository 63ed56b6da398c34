"""Columns of yes, no and unknown from arrays: the one place where a null is made by hand."""

from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.facts.fact import AT_LEAST, AT_MOST, Count, Fact
from matching.facts.links import Flags

Numbers = npt.NDArray[Any]


def yes_unless(fact: Fact[bool], yes: Flags, unknown: Flags | bool = False) -> pl.Series:
    """Yes where it is known to be so; unknown where it may be; else no."""
    column = pl.Series(fact.name, yes, dtype=pl.Boolean)
    unsure = np.broadcast_to(np.asarray(unknown), yes.shape) & ~yes
    return column.set(pl.Series(unsure), None) if unsure.any() else column


def known_where(fact: Fact[Any], values: Numbers, known: Flags | bool, dtype: pl.DataType) -> pl.Series:
    """The values where they are known, null elsewhere."""
    column = pl.Series(fact.name, values).cast(dtype)
    return column.set(pl.Series(~np.broadcast_to(np.asarray(known), values.shape)), None)


def counted(fact: Count, sure: Numbers, unsure: Numbers) -> list[pl.Series]:
    """A count of which `unsure` more may be so: exact where there are none, and its two bounds."""
    most = sure + unsure
    return [
        known_where(fact, sure, unsure == 0, pl.Int32()),
        pl.Series(fact.name + AT_LEAST, sure).cast(pl.Int32),
        pl.Series(fact.name + AT_MOST, most).cast(pl.Int32),
    ]
