"""What the child wishes for and does not want, and how much of it each home would grant."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from matching.domain.child import Child, Wishes
from matching.domain.codes import FOSTERING, HomeKind
from matching.facts.catalogue import child, figure, home, household, pair
from matching.facts.derived import school_kept

WISHES: Mapping[str, Callable[[], pl.Expr]] = {
    "same_school": school_kept,
    "with_siblings": lambda: pl.col(pair.siblings_together.name),
    "stay": lambda: pl.col(pair.lives_there.name),
    "family_home": lambda: home.kind.one_of(HomeKind.PARENT, *sorted(FOSTERING)).expr,
    "no_other_children": lambda: (household.other_children <= 0).expr,
    "near_family": lambda: (pair.miles_from_home <= figure.near_home_within).expr,
    "pets": lambda: pl.col(home.pets.name),
}
"""The wishes that columns can answer; any other is unknown, and unknown is never met."""

UNKNOWN = pl.lit(None, dtype=pl.Boolean)
NO_NUMBER = pl.lit(None, dtype=pl.Int32)


def wish_values(of: Child) -> dict[str, Any]:
    """How many things the child was heard to wish for or not to want, and one more where half of it is not recorded."""
    number = len(_wishes(of)) + (not _both_told(of.wishes)) if _some_told(of.wishes) else None
    return {child.wishes_told.name: number, child.has_wishes.name: _to_heed(of)}


def _to_heed(of: Child) -> bool | None:
    """Whether there are wishes to hold homes against; none where there are words alone, or nobody could ask."""
    if _wishes(of):
        return True
    if _words_alone(of.wishes):
        return False
    if of.wishes is not None and of.wishes.not_ascertained_because and not of.wishes.ascertained_on:
        return False
    return False if _both_told(of.wishes) else None


def _words_alone(of: Wishes | None) -> bool:
    """Whether the child spoke, and nobody put into codes what she wishes: people must read it."""
    return of is not None and bool(of.words) and not of.wants and not of.does_not_want


def _both_told(of: Wishes | None) -> bool:
    return of is not None and of.wants is not None and of.does_not_want is not None


def _some_told(of: Wishes | None) -> bool:
    return of is not None and (of.wants is not None or of.does_not_want is not None)


def _wishes(of: Child) -> list[pl.Expr]:
    """Each wish as a yes or no of a home."""
    if of.wishes is None:
        return []
    wanted = [WISHES[w]() if w in WISHES else UNKNOWN for w in dict.fromkeys(of.wishes.wants or ())]
    return wanted + [~WISHES[w]() if w in WISHES else UNKNOWN for w in dict.fromkeys(of.wishes.does_not_want or ())]


def wishes_heeded(of: Child) -> list[pl.Expr]:
    """Whether all that the child wishes for would be so; how many surely would, surely not, and of how many unknown."""
    wishes, told = _wishes(of), _some_told(of.wishes)
    granted, denied = _number(wishes), _number([~w for w in wishes])
    untold = len(wishes) + (not _both_told(of.wishes)) - granted - denied
    open_still = not _both_told(of.wishes) or _words_alone(of.wishes)
    numbers = ((pair.wishes_granted, granted), (pair.wishes_denied, denied), (pair.wishes_untold, untold))
    return [
        _all([*wishes, *([UNKNOWN] if open_still else [])]).alias(pair.wishes_met.name),
        *((number if told else NO_NUMBER).alias(fact.name) for fact, number in numbers),
    ]


def _all(of: list[pl.Expr]) -> pl.Expr:
    return pl.all_horizontal([pl.lit(value=True), *of])


def _number(of: list[pl.Expr]) -> pl.Expr:
    """How many surely hold."""
    return pl.sum_horizontal([pl.lit(0, dtype=pl.Int32), *(w.fill_null(value=False).cast(pl.Int32) for w in of)])
