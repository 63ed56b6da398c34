"""What the child wishes for and does not want, and how much of it each home would grant."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from matching.domain.child import Child, Wishes
from matching.domain.codes import FOSTERING, HomeKind
from matching.facts.catalogue import child, figure, home, household, pair
from matching.facts.derived import school_kept
from matching.facts.kleene import Column, answered, nowhere_known
from matching.facts.truth import NO, UNKNOWN, YES, Truths, negated, truths

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


def _wishes(of: Child) -> list[tuple[str, bool]]:
    """What the child was heard to wish for (True) or not to want, once each."""
    if of.wishes is None:
        return []
    wanted = [(wish, True) for wish in dict.fromkeys(of.wishes.wants or ())]
    return wanted + [(wish, False) for wish in dict.fromkeys(of.wishes.does_not_want or ())]


def wishes_asked(children: Sequence[Child]) -> list[str]:
    """What any of these children wishes or does not want, of all that columns can answer."""
    asked = {wish for of in children for wish, _ in _wishes(of)}
    return [wish for wish in WISHES if wish in asked]


def wishes_answered(children: Sequence[Child]) -> list[pl.Expr]:
    """Where each thing would be so that any of these children wishes or does not want, as Kleene's numbers."""
    return [answered_by(wish) for wish in wishes_asked(children)]


def answered_by(wish: str) -> pl.Expr:
    """Where one of the wishes would be so, as Kleene's numbers."""
    return (WISHES[wish]().cast(pl.Int8) * pl.lit(YES, dtype=pl.Int8)).fill_null(UNKNOWN).alias(wish)


def wishes_heeded(of: Child, answers: Mapping[str, Truths], size: int) -> list[Column]:
    """Whether all that the child wishes for would be so; how many surely would, surely not, and of how many unknown.

    `answers` says in which homes each thing would be so.
    """
    unknown, told, both = truths(size, UNKNOWN), _some_told(of.wishes), _both_told(of.wishes)
    said = [(answers.get(wish, unknown), wanted) for wish, wanted in _wishes(of)]
    wishes = np.array([so if wanted else negated(so) for so, wanted in said], dtype=np.int8).reshape(len(said), size)
    granted, denied = ((wishes == answer).sum(axis=0, dtype=np.int32) for answer in (YES, NO))
    untold = len(said) + (not both) - granted - denied
    open_still = not both or _words_alone(of.wishes)
    numbers = ((pair.wishes_granted, granted), (pair.wishes_denied, denied), (pair.wishes_untold, untold))
    return [
        answered(pair.wishes_met, wishes.min(axis=0, initial=UNKNOWN if open_still else YES)),
        *(Column(fact.name, number) if told else nowhere_known(fact) for fact, number in numbers),
    ]
