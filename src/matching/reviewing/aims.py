"""What the plan of a review aims at, the first before all others. Nobody is to live elsewhere for another's sake.

Every option was found better for each child of it by herself, before any plan: the aims choose among such options.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.domain.made import made
from matching.domain.plan import AimReached, Amount
from matching.reviewing.moves import Moves
from matching.solving.aims import FAMILY, OWN
from matching.solving.problem import Ints, Solved


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim in words: the more the better, or the `fewest`; counted in so many of a unit."""

    means: str
    unit: str
    fewest: bool = False
    divided_by: int = 1


HOME, LAWFUL, SIBLINGS, FAMILY_FIRST, IN_HOUSE, POINTS, FEWEST, WAITING, APPROVALS = (
    "home",
    "lawful",
    "sibling_pairs",
    "family_and_friends",
    "in_house",
    "suitability",
    "fewest_changes",
    "fewest_waiting",
    "approvals",
)

AIMS: Mapping[str, Aim] = {
    HOME: Aim("children have a home: the one where they live, or another", "children"),
    LAWFUL: Aim("children have a home that no rule forbids", "children"),
    SIBLINGS: Aim("pairs of brothers and sisters who should live together do", "pairs"),
    FAMILY_FIRST: Aim("children live with a parent, family or friends", "children"),
    IN_HOUSE: Aim("children live with a parent, family, friends or the council's own carers", "children"),
    POINTS: Aim("points of suitability, with what staying is given, added over the children", "points", divided_by=100),
    FEWEST: Aim("children are suggested another home", "children", fewest=True),
    WAITING: Aim("of these wait for a bed that another child would leave", "children", fewest=True),
    APPROVALS: Aim("approvals would still be to be given", "approvals", fewest=True),
}
"""Every aim by its id, in order."""


def worth_of(moves: Moves, waits: Ints, today: int, credit: int) -> Ints:
    """What a part adds to each aim in each of its homes: a line a home, a column an aim.

    `waits` is how many must leave each home first. Where all of them live already they have `today`: the points of the
    home as it is, and `credit` for each whose home no rule forbids, all in hundredths.
    """
    size, of = len(moves.found.part.places), moves.found.of
    points = np.where(moves.stays, today + credit * moves.lawful, of.suitability)
    each = {
        HOME: np.full(len(points), size),
        LAWFUL: moves.lawful,
        SIBLINGS: of.pairs_outside,
        FAMILY_FIRST: np.where(moves.stays, moves.lawful, size) * np.isin(of.tier, FAMILY),
        IN_HOUSE: np.where(moves.stays, moves.lawful, size) * np.isin(of.tier, OWN),
        POINTS: points,
        FEWEST: -moves.moving,
        WAITING: -np.where(waits > 0, moves.moving, 0),
        APPROVALS: -np.where(moves.stays, 0, of.approvals),
    }
    return np.stack([each[aim] for aim in AIMS], axis=1).astype(np.int64)


def worth_of_staying(homes: int) -> Ints:
    """What a child adds who is not planned for, and stays: that she has a home."""
    return np.array([[int(aim == HOME) for aim in AIMS]] * homes, dtype=np.int64).reshape(homes, len(AIMS))


def worth_of_division(pairs: int) -> tuple[int, ...]:
    """What a way of dividing a family adds to each aim: the pairs that it keeps together."""
    return tuple(pairs if aim == SIBLINGS else 0 for aim in AIMS)


def reached_by(solved: Solved) -> Sequence[AimReached]:
    """Each aim in words, with what is reached of it and the best possible."""
    return [
        made(
            AimReached,
            aim=i,
            means=aim.means,
            unit=aim.unit,
            reached=_said(aim, reached),
            best_possible=_said(aim, best),
            fewest=aim.fewest,
        )
        for (i, aim), reached, best in zip(AIMS.items(), solved.reached, solved.best_possible, strict=True)
    ]


def _said(aim: Aim, reached: int) -> Amount:
    """What is reached, as people count it."""
    counted = -reached if aim.fewest else reached
    return counted if aim.divided_by == 1 else counted / aim.divided_by
