"""The household of a home with more children in it of whom everything is known and nothing speaks against them."""

import polars as pl

from matching.facts.catalogue import home, household
from matching.facts.fact import Count

ALONE = "_alone"
"""Marks the rows of a referral that cannot do without there being no other children."""

PRESENT: tuple[Count, ...] = (household.fostered, household.residents, household.other_children)


def with_harmless(frame: pl.DataFrame, more: int, *, beds: bool = True, people: bool = True) -> pl.DataFrame:
    """The rows with so many more children in each home, the least that any company could change.

    No real company can be found to change less: they too take beds and are counted, and may be people to be kept
    apart, need a bedroom or an exemption beside. So where a rule forbids even this, it forbids every company. Of a home
    with several entries some take no `beds` of this one, and some are no new `people` there: both are asked by itself.
    """
    present = [pl.col(c) + more for fact in PRESENT for c in fact.columns if c in frame.columns] if people else []
    vacant, taken = pl.col(home.vacant_beds.name), more if beds else 0
    return frame.with_columns(
        *present,
        pl.when(vacant > taken).then(vacant - taken).when(vacant.is_not_null()).then(0).alias(home.vacant_beds.name),
        (pl.col(household.requirements_met.name) & ~pl.col(ALONE)).alias(household.requirements_met.name),
    )
