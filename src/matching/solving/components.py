"""Groups that no constraint connects are solved apart."""

import numpy as np

from matching.solving.columns import WITHOUT, Columns
from matching.solving.limits import Rows
from matching.solving.problem import Ints


def components(columns: Columns, rows: Rows) -> list[Ints]:
    """The groups, in sets that nothing connects: no row, and no home where an option limits what others take."""
    groups = columns.group[columns.part]
    limited = np.zeros(columns.homes, dtype=bool)
    at = np.flatnonzero((columns.home != WITHOUT) & (columns.weight == columns.takes))
    at = at[columns.most[at] < columns.room[columns.home[at]]]
    limited[columns.home[at]] = True
    there = np.flatnonzero((columns.home != WITHOUT) & limited[columns.home])
    group = np.concatenate((groups[rows.choice], groups[there]))
    place = np.concatenate((rows.row, rows.size + columns.home[there]))
    return _connected(columns.groups, group, place, rows.size + columns.homes)


def _connected(groups: int, group: Ints, place: Ints, places: int) -> list[Ints]:
    """The groups in sets, given the places where they meet."""
    label = np.arange(groups)
    while True:
        least = np.full(places, groups)
        np.minimum.at(least, place, label[group])
        lower = label.copy()
        np.minimum.at(lower, group, least[place])
        lower = lower[lower]
        if np.array_equal(lower, label):
            break
        label = lower
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1) if groups else []
