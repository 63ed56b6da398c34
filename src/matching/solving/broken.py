"""Rows that are added only once a plan, in whole numbers or in fractions, is found to break them."""

import numpy as np
import numpy.typing as npt

from matching.solving.columns import WITHOUT, Columns
from matching.solving.limits import Rows, one_of, rows_of
from matching.solving.problem import Ints

Floats = npt.NDArray[np.float64]

TOLERANCE = 1e-6
"""How far a row must be overrun to be added: far under what a whole plan overruns it by, which is 1."""


def broken(columns: Columns, chosen: Ints, share: Floats) -> Rows:
    """Rows that these choices, each with its share (1 in a whole plan), overrun; none if they overrun none.

    A whole plan for which this and the rows of `limits` say nothing is a plan: every constraint is restated by them.
    """
    placed = columns.home[chosen] != WITHOUT
    chosen, share = chosen[placed], share[placed]
    return sharing(columns, chosen, share) + beyond_most(columns, chosen, share) + rounded_down(columns, chosen, share)


def sharing(columns: Columns, chosen: Ints, share: Floats) -> Rows:
    """Two parts of one group do not share a home; and whoever fills a home shares it with nobody who takes a bed.

    The row of a group and a home holds the group's choices there, and those of anybody that fill the home.
    """
    full = columns.fills
    homes = columns.home[chosen]
    filled = np.bincount(homes, weights=share * full[chosen], minlength=columns.homes)
    rows = []
    key = columns.group[columns.part[chosen]] * columns.homes + homes
    keys, at = np.unique(key, return_inverse=True)
    own = np.bincount(at, weights=share, minlength=len(keys))
    taking = np.bincount(at, weights=share * (columns.takes[chosen] > 0) * ~full[chosen], minlength=len(keys))
    over_own, over_filled = own > 1 + TOLERANCE, taking + filled[keys % columns.homes] > 1 + TOLERANCE
    for k in np.flatnonzero(over_own | over_filled):
        group, home = divmod(int(keys[k]), columns.homes)
        there = np.flatnonzero(columns.home == home)
        of_group = columns.group[columns.part[there]] == group
        if over_own[k]:
            rows.append(one_of(there[of_group]))
        if over_filled[k]:
            rows.append(one_of(there[full[there] | (of_group & (columns.takes[there] > 0))]))
    return rows_of(rows)


def shared(columns: Columns, choices: Ints) -> Rows:
    """The rows by which no two of these choices put parts of one group into one home, all of them at once."""
    choices = choices[columns.home[choices] != WITHOUT]
    key = columns.group[columns.part[choices]] * columns.homes + columns.home[choices]
    order = np.argsort(key, kind="stable")
    cuts = np.flatnonzero(np.diff(key[order])) + 1
    return rows_of(one_of(at) for at in np.split(choices[order], cuts) if len(at) > 1)


def beyond_most(columns: Columns, chosen: Ints, share: Floats) -> Rows:
    """No more beds are taken in a home than an option chosen there allows."""
    takes = columns.takes[chosen]
    homes = columns.home[chosen]
    taken = np.bincount(homes, weights=share * takes, minlength=columns.homes)
    room = columns.room[homes]
    over = taken[homes] + share * (room - columns.most[chosen]) > room + TOLERANCE
    rows = []
    for choice in chosen[over & (columns.most[chosen] < room)]:
        there = np.flatnonzero(columns.home == columns.home[choice])
        there = there[(columns.takes[there] > 0) | (there == choice)]
        left_over = int(columns.room[columns.home[choice]] - columns.most[choice])
        weight = columns.takes[there] + left_over * (there == choice)
        rows.append((there, weight, int(columns.room[columns.home[choice]])))
    return rows_of(rows)


def rounded_down(columns: Columns, chosen: Ints, share: Floats) -> Rows:
    """A home of three beds has one part that takes two or more: what each size of part has room for, rounded down."""
    weight = columns.weight
    homes = columns.home[chosen]
    rows = []
    for size in range(2, int(columns.room.max(initial=0))):
        parts = np.bincount(homes, weights=share * (weight[chosen] // size), minlength=columns.homes)
        for home in np.flatnonzero(parts > columns.room // size + TOLERANCE):
            there = np.flatnonzero((columns.home == home) & (weight >= size))
            rows.append((there, weight[there] // size, int(columns.room[home]) // size))
    return rows_of(rows)
