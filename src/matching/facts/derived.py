"""Facts that follow from other columns, row by row: areas, last days, school kept, wishes met."""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

from matching.domain.child import Child
from matching.domain.codes import FOSTERING, HomeKind
from matching.facts.catalogue import home, household, pair
from matching.facts.fact import NEVER
from matching.facts.question import Question

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


def temporary_approval(question: Question) -> list[pl.Expr]:
    """The last days of temporary approvals: as recorded, and never later than the law allows."""
    first, until = pl.col(home.temporary_from.name), pl.col(home.temporary_until.name)
    longest = question.figures["temporary_approval_days"]
    extended = longest + question.figures["extension_days"]
    return [
        _earlier(until, first, longest).alias(home.temporary_last.name),
        _earlier(pl.col(home.extended_until.name), first, extended).alias(home.extended_last.name),
    ]


def _earlier(until: pl.Expr, first: pl.Expr, days: int) -> pl.Expr:
    """The earlier of two days, the second so many days after the first; unknown where either is, or it never began."""
    allowed = pl.when(first < NEVER).then(first.clip(upper_bound=LAST_DAY) + pl.duration(days=days))
    return pl.when(until <= allowed).then(until).when(until > allowed).then(allowed)


WISHES: Mapping[str, Callable[[], pl.Expr]] = {
    "same_school": lambda: pl.col(pair.school_kept.name),
    "with_siblings": lambda: pl.col(pair.siblings_together.name),
    "stay": lambda: pl.col(pair.lives_there.name),
    "family_home": lambda: home.kind.one_of(HomeKind.PARENT, *sorted(FOSTERING)).expr,
    "no_other_children": lambda: (household.other_children <= 0).expr,
}
"""The wishes that columns can answer; any other is unknown, and unknown is never met."""


def school_kept() -> pl.Expr:
    """Whether the child can stay at the same school: the home says so, or the journey is short enough."""
    near = pl.col(pair.minutes_to_school.name) <= pl.col("child.longest_school_journey")
    return (pl.col(pair.keeps_school.name) | near).alias(pair.school_kept.name)


def wishes_met(child: Child) -> pl.Expr:
    """Whether all that the child wants would be so, and nothing that the child does not want."""
    unknown = pl.lit(None, dtype=pl.Boolean)
    wants, does_not_want = (child.wishes.wants, child.wishes.does_not_want) if child.wishes else (None, None)
    wanted = [WISHES[w]() if w in WISHES else unknown for w in wants or ()]
    unwanted = [~WISHES[w]() if w in WISHES else unknown for w in does_not_want or ()]
    untold = [unknown] if wants is None or does_not_want is None else []
    return pl.all_horizontal([pl.lit(True), *wanted, *unwanted, *untold]).alias(pair.wishes_met.name)
