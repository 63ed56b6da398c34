"""A first plan, at once: each group in turn takes the best that is still open. It is a plan, not the best one."""

from collections.abc import Iterator

import numpy as np

from matching.solving.columns import WITHOUT, Chosen, Columns
from matching.solving.limits import Rows
from matching.solving.presolve import Flags
from matching.solving.problem import Ints

DIVISIONS_TRIED = 8
"""Ways of dividing a group that are tried: those worth most by themselves, and last the one that is always open."""


def first_plan(columns: Columns, rows: Rows, wanted: Chosen | None = None) -> Chosen | None:
    """A plan that keeps the rows; None if the last group finds none left for it, which only `other_than` can cause.

    Groups that are wanted to choose so take what is wanted, where it is open, before the others choose.
    """
    beds = _Beds(columns, rows)
    taken = {} if wanted is None else dict(_taken_as_wanted(columns, beds, wanted))
    for group in range(columns.groups):
        if group not in taken:
            found = [(of, *way) for of in _tried(columns, group) if (way := beds.way(_parts(columns, of)))]
            if not found:
                return None
            of, choices, _ = max(found, key=lambda way: (tuple(way[2] + columns.division_worth[:, way[0]]), -way[0]))
            beds.take(choices)
            taken[group] = (of, choices)
    choices = [choice for _, of_group in taken.values() for choice in of_group]
    return Chosen(np.array(sorted(choices)), np.array(sorted(of for of, _ in taken.values())))


def _taken_as_wanted(columns: Columns, beds: "_Beds", wanted: Chosen) -> Iterator[tuple[int, tuple[int, list[int]]]]:
    """The groups that can take all that is wanted for them, with it; they take it."""
    of_part = dict(zip(columns.part[wanted.choices].tolist(), wanted.choices.tolist(), strict=True))
    for division in wanted.divisions.tolist():
        choices = [of_part.get(part) for part in _parts(columns, division).tolist()]
        known = [choice for choice in choices if choice is not None]
        if len(known) == len(choices) and beds.are_open(known):
            beds.take(known)
            yield int(columns.division_group[division]), (division, known)


def _tried(columns: Columns, group: int) -> list[int]:
    of_group = np.flatnonzero(columns.division_group == group)
    by_worth = of_group[np.lexsort(-columns.division_worth[::-1, of_group])][:DIVISIONS_TRIED].tolist()
    parts = np.searchsorted(columns.held_by, of_group + 1) - np.searchsorted(columns.held_by, of_group)
    return [*by_worth, int(of_group[parts.argmax()])]


def _parts(columns: Columns, division: int) -> Ints:
    first, end = np.searchsorted(columns.held_by, (division, division + 1))
    return columns.held[first:end]


class _Beds:
    """What is still open as groups take their homes."""

    def __init__(self, columns: Columns, rows: Rows) -> None:
        order = np.argsort(rows.choice, kind="stable")
        self.columns = columns
        self.row, self.choice, self.weight = rows.row[order], rows.choice[order], rows.weight[order]
        self.left = rows.room.copy()
        self.taken = np.zeros(columns.homes, dtype=np.int64)
        self.most = columns.room.copy()

    def way(self, parts: Ints) -> tuple[list[int], Ints] | None:
        """The best open choice of each of these parts of a group, one after another, and what they are worth."""
        chosen: list[int] = []
        worth = np.zeros(self.columns.aims, dtype=np.int64)
        for part in parts.tolist():
            choice = self._best(part, chosen)
            if choice is None:
                return None
            chosen.append(choice)
            worth += self.columns.worth[:, choice]
        return chosen, worth

    def _best(self, part: int, chosen: list[int]) -> int | None:
        first, end = np.searchsorted(self.columns.part, (part, part + 1))
        at = first + np.flatnonzero(self._open(int(first), int(end), chosen))
        for aim in range(self.columns.aims):
            worth = self.columns.worth[aim, at]
            at = at[worth == worth.max()] if len(at) > 1 else at
        return int(at[0]) if len(at) else None

    def _open(self, first: int, end: int, chosen: list[int]) -> Flags:
        columns, home = self.columns, self.columns.home[first:end]
        takes, placed = columns.takes[first:end], home != WITHOUT
        fits = self.taken[home] + takes <= np.minimum(self.most[home], columns.most[first:end])
        is_open: Flags = ~placed | (fits & ~np.isin(home, columns.home[chosen]))
        own, stop = np.searchsorted(self.choice, (first, end))
        left = self.left.copy() if chosen else self.left
        self._pay(left, chosen)
        over = self.weight[own:stop] > left[self.row[own:stop]]
        is_open[self.choice[own:stop][over] - first] = False
        return is_open

    def _pay(self, left: Ints, chosen: list[int]) -> None:
        for choice in chosen:
            own, stop = np.searchsorted(self.choice, (choice, choice + 1))
            left[self.row[own:stop]] -= self.weight[own:stop]

    def are_open(self, chosen: list[int]) -> bool:
        """Whether a group can take all these choices."""
        return all(self._open(choice, choice + 1, chosen[:at])[0] for at, choice in enumerate(chosen))

    def take(self, chosen: list[int]) -> None:
        """Close what these choices of one group close."""
        self._pay(self.left, chosen)
        for choice in chosen:
            if (home := self.columns.home[choice]) != WITHOUT:
                self.taken[home] += self.columns.takes[choice]
                self.most[home] = min(self.most[home], self.columns.most[choice])
