"""A bound that rests on no rounding: what every plan is worth at most, worked out in whole numbers from prices.

Put a price (none below 0) on every row of `limits` and a factor (none below 0) on every earlier aim, which must reach
its floor. A plan pays the price of each row by its weight there and is paid back the price of the row's whole room, so
that no plan loses by it; the groups then no longer touch each other, and each takes what is best for itself. What they
reach together is a bound, whatever the prices are. Good prices, those of the linear relaxation, make it a sharp one.
Prices are whole multiples of 1/scale, so that every sum here is exact.
"""

from dataclasses import dataclass
from math import ceil, log2

import numpy as np
import numpy.typing as npt

from matching.solving.columns import Columns
from matching.solving.limits import Rows
from matching.solving.problem import Ints

Floats = npt.NDArray[np.float64]

LOWEST = -(2**60)
"""Less than anything that a group could be worth; what is made of it here stays within 64 bits."""

MOST_BITS, FINEST_BITS = 58, 30
"""Sums stay below 2**58; a price is a multiple of 1/2**30 at the finest."""

SPARED = 1_000
"""A thousandth of a unit is let pass, so that rounded prices do not cut off what the relaxation rests on."""


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What a row's room costs, row by row, and what an earlier aim's worth counts beside this one's, aim by aim.

    Rows beyond the last priced one cost nothing.
    """

    row: Floats
    aim: Floats


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim, and the floors that the aims before it have to reach."""

    aim: int
    floors: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Live:
    """The choices and the divisions that are still open, by their numbers in the columns, rising."""

    choices: Ints
    divisions: Ints

    @property
    def size(self) -> int:
        """How many are still open."""
        return len(self.choices) + len(self.divisions)


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """What every plan is worth at most, and how far below that every plan stays that holds a choice or a division.

    All in units of 1/scale. `choices` and `divisions` are beside those of the `Live` that the bound was asked for;
    `groups` is what each group reaches by itself at these prices.
    """

    scale: int
    total: int
    choices: Ints
    divisions: Ints
    groups: Ints

    @property
    def whole(self) -> int:
        """The largest whole number that a plan could be worth."""
        return self.total // self.scale

    def whole_among(self, count: int) -> int:
        """The whole number that plans must reach for so many choices to be kept; all are, if there are no more."""
        if count < len(self.choices):
            return (self.total - int(np.partition(self.choices, count)[count])) // self.scale
        furthest = max(int(self.choices.max(initial=0)), int(self.divisions.max(initial=0)))
        return (self.total - furthest) // self.scale

    def kept(self, live: Live, at_least: int) -> Live:
        """What is left if a plan must be worth so much: the others are in no such plan."""
        spare = self.total - at_least * self.scale + self.scale // SPARED
        return Live(live.choices[self.choices <= spare], live.divisions[self.divisions <= spare])


@dataclass(frozen=True, slots=True, eq=False)
class Charged:
    """What each choice pays at some prices, and what is paid back to all, in whole units of 1/scale.

    `factors` are what the worth of each aim counts.
    """

    scale: int
    constant: int
    factors: Ints
    paid: Ints


def charged(columns: Columns, rows: Rows, goal: Goal, prices: Prices) -> Charged:
    """The prices of the rows and the factors of earlier aims, which have to reach their floors, as whole numbers."""
    factors = np.zeros(columns.aims)
    factors[: goal.aim], factors[goal.aim] = prices.aim, 1.0
    row_prices = np.concatenate((prices.row, np.zeros(rows.size - len(prices.row))))
    entries = np.flatnonzero(row_prices[rows.row])
    costs = row_prices[rows.row[entries]] * rows.weight[entries]
    dearest = float(np.bincount(rows.choice[entries], weights=costs, minlength=1).max())
    scale = _scale(columns, factors, goal, dearest, float(row_prices @ rows.room))
    factor, price = (np.rint(of * scale).astype(np.int64) for of in (factors, row_prices))
    paid = np.zeros(len(columns.part), dtype=np.int64)
    np.add.at(paid, rows.choice[entries], price[rows.row[entries]] * rows.weight[entries])
    back = sum(int(paid) * floor for paid, floor in zip(factor[: goal.aim], goal.floors, strict=True))
    return Charged(scale, int((price * rows.room).sum()) - back, factor, paid)


def bound(columns: Columns, live: Live, charge: Charged) -> Bound:
    """The bound of every plan of what is live that keeps the rows and reaches the floors that are charged for."""
    worths, own = _worth(columns, live, charge)
    parts = np.full(len(columns.group), LOWEST)
    np.maximum.at(parts, columns.part[live.choices], worths)
    divisions = _divided(columns, live, own, parts)
    best = np.full(columns.groups, LOWEST)
    np.maximum.at(best, columns.division_group[live.divisions], divisions)
    below = best[columns.division_group[live.divisions]] - divisions
    part_below = _least_below(columns, live, below)
    choices = parts[columns.part[live.choices]] - worths + part_below[columns.part[live.choices]]
    return Bound(charge.scale, charge.constant + sum(best.tolist()), choices, below, best)


def _worth(columns: Columns, live: Live, charge: Charged) -> tuple[Ints, Ints]:
    """What live choices and divisions are worth once they have paid."""
    choices, divisions = -charge.paid[live.choices], np.zeros(len(live.divisions), dtype=np.int64)
    for k in np.flatnonzero(charge.factors):
        choices += charge.factors[k] * columns.worth[k, live.choices]
        divisions += charge.factors[k] * columns.division_worth[k, live.divisions]
    return choices, divisions


def _divided(columns: Columns, live: Live, own: Ints, parts: Ints) -> Ints:
    """What each live division is worth with its parts at their best; LOWEST where a part has no choice left."""
    total = np.zeros(len(columns.division), dtype=np.int64)
    total[live.divisions] = own
    lost = parts[columns.held] == LOWEST
    np.add.at(total, columns.held_by, np.where(lost, 0, parts[columns.held]))
    total[columns.held_by[lost]] = LOWEST
    return total[live.divisions]


def _least_below(columns: Columns, live: Live, below: Ints) -> Ints:
    """For each part how far below its group's best the best live division stays that holds it."""
    of_division = np.full(len(columns.division), -LOWEST)
    of_division[live.divisions] = below
    of_part = np.full(len(columns.group), -LOWEST)
    np.minimum.at(of_part, columns.held, of_division[columns.held_by])
    return of_part


def _scale(columns: Columns, factors: Floats, goal: Goal, dearest: float, rooms: float) -> int:
    """The finest scale at which no sum leaves its bits; the dearest choice pays so much, and all rooms cost so much."""
    of_choice = float(factors @ columns.largest_worth) + dearest
    back = sum(abs(factor * floor) for factor, floor in zip(factors.tolist(), goal.floors, strict=False))
    most = columns.groups * (columns.most_parts + 1) * of_choice + rooms + back
    return 1 << max(0, min(FINEST_BITS, MOST_BITS - ceil(log2(most + 2))))
