"""Facts that follow from other columns, row by row: areas, last days, school kept."""

from datetime import date

import polars as pl

from matching.facts.catalogue import home, pair
from matching.facts.fact import NEVER
from matching.facts.kleene import Column
from matching.facts.question import Question
from matching.facts.register import Register

LAST_DAY = date(9998, 1, 1)
"""So that days may be added to it."""


def derived(question: Question) -> list[pl.Expr]:
    """The facts `pair.*` that are worked out from other columns, row by row."""
    adjoining = question.authority.adjoining
    authority, responsible = pl.col(home.authority.name), pl.col("child.responsible_authority")
    adjoins = pl.lit(None, dtype=pl.Boolean) if adjoining is None else authority.is_in(list(adjoining))
    abroad = pl.col(home.abroad.name)
    return [
        ((authority == responsible) & ~abroad.fill_null(False)).alias(pair.in_area.name),
        (adjoins & ~abroad.fill_null(False)).alias(pair.in_adjoining_area.name),
        (pl.col(home.approved_by.name) == responsible).alias(pair.own_approved.name),
    ]


def temporary_approval(question: Question, register: Register) -> list[Column]:
    """The last days of temporary approvals: kept with the register, since all questions of a case share the figures."""
    longest, kept = question.figures["temporary_approval_days"], register.lasting.last_days
    figures = (longest, longest + question.figures["extension_days"])
    found = kept.get(figures)
    if found is None:
        found = register.frame.select(_last_days(*figures)).get_columns()
        kept.clear()
        kept[figures] = found
    return [Column(series.name, series) for series in found]


def _last_days(longest: int, extended: int) -> list[pl.Expr]:
    """The last days as recorded, and never later than the law allows."""
    first, until = pl.col(home.temporary_from.name), pl.col(home.temporary_until.name)
    return [
        _earlier(until, first, longest).alias(home.temporary_last.name),
        _earlier(pl.col(home.extended_until.name), first, extended).alias(home.extended_last.name),
    ]


def _earlier(until: pl.Expr, first: pl.Expr, days: int) -> pl.Expr:
    """The earlier of two days, the second so many days after the first; unknown where either is, or it never began."""
    allowed = pl.when(first < NEVER).then(first.clip(upper_bound=LAST_DAY) + pl.duration(days=days))
    return pl.when(until <= allowed).then(until).when(until > allowed).then(allowed)


def school_kept() -> pl.Expr:
    """Whether the child can stay at the same school: the home says so, or the journey is short enough."""
    near = pl.col(pair.minutes_to_school.name) <= pl.col("child.longest_school_journey")
    return (pl.col(pair.keeps_school.name) | near).alias(pair.school_kept.name)
