"""What holds choices back, as rows: of the choices in a row, the weights add up to no more than its room.

The rows here are all that a whole plan owes (with those that `broken` adds when a plan breaks them); each function is
one constraint, and its twin in plain Python stands in `restated`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matching.solving.columns import WITHOUT, Columns
from matching.solving.problem import Ints, Problem


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows over choices, an entry a choice in a row, in rising order of rows; `room` has a number a row."""

    row: Ints
    choice: Ints
    weight: Ints
    room: Ints

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(
            np.concatenate((self.row, other.row + len(self.room))),
            np.concatenate((self.choice, other.choice)),
            np.concatenate((self.weight, other.weight)),
            np.concatenate((self.room, other.room)),
        )

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.room)

    def since(self, row: int) -> "Rows":
        """The rows from this one on."""
        at = np.searchsorted(self.row, row)
        return Rows(self.row[at:] - row, self.choice[at:], self.weight[at:], self.room[row:])


def rows_of(listed: Iterable[tuple[Ints, Ints, int]]) -> Rows:
    """Rows from a list of choices, their weights and the room."""
    each = list(listed)
    none: list[Ints] = [np.empty(0, dtype=np.int64)]
    return Rows(
        np.repeat(np.arange(len(each)), [len(choices) for choices, _, _ in each]).astype(np.int64),
        np.concatenate(none + [choices for choices, _, _ in each]),
        np.concatenate(none + [weights for _, weights, _ in each]),
        np.array([room for _, _, room in each], dtype=np.int64),
    )


def one_of(choices: Ints, room: int = 1) -> tuple[Ints, Ints, int]:
    """A row that allows so many of these choices."""
    return choices, np.ones(len(choices), dtype=np.int64), room


def rooms(columns: Columns) -> Rows:
    """No more beds are taken in a home than it has; only homes where several groups could take more get a row."""
    weight = columns.weight
    taking = np.flatnonzero(weight > 0)
    home, group = columns.home[taking], columns.group[columns.part[taking]]
    first, last = np.full(columns.homes, columns.groups), np.full(columns.homes, -1)
    np.minimum.at(first, home, group)
    np.maximum.at(last, home, group)
    wanted = np.bincount(home, weights=weight[taking], minlength=columns.homes)
    scarce = (first < last) & (wanted > columns.room)
    taking = taking[scarce[home]]
    taking = taking[np.argsort(columns.home[taking], kind="stable")]
    number = np.cumsum(scarce) - 1
    return Rows(number[columns.home[taking]], taking, weight[taking], columns.room[scarce])


def apart(columns: Columns, problem: Problem) -> Rows:
    """Two children who are to live apart share no home.

    Two of whom each leaves no bed to others keep each other out as it is. A row is for those who both may have company
    there, for one who lives there and may have company, and for two who both live there.
    """
    pairs = {frozenset(pair) for pair in problem.apart}
    return rows_of(one_of(at) for there in _in_each_home(columns) for at in _kept_apart(columns, there, pairs))


def _in_each_home(columns: Columns) -> Iterator[dict[int, list[int]]]:
    """For each home the choices there, child by child."""
    placed = np.flatnonzero(columns.home != WITHOUT)
    placed = placed[np.argsort(columns.home[placed], kind="stable")]
    cuts = np.flatnonzero(np.diff(columns.home[placed])) + 1
    for choices in np.split(placed, cuts):
        if ((columns.most[choices] > columns.takes[choices]) | (columns.takes[choices] == 0)).any():
            of_child: dict[int, list[int]] = {}
            for choice in choices.tolist():
                for child in columns.members[columns.part[choice]]:
                    of_child.setdefault(child, []).append(choice)
            yield of_child


def _kept_apart(
    columns: Columns, there: Mapping[int, Sequence[int]], pairs: Collection[frozenset[int]]
) -> Iterator[Ints]:
    """The choices in one home of each two who are to live apart and would not keep each other out."""
    most, takes = columns.most, columns.takes
    shares = {child for child, at in there.items() if (most[at] > takes[at]).any()}
    lives = {child for child, at in there.items() if (takes[at] == 0).any()}
    open_to_all = {child for child in shares & lives if (most[there[child]][takes[there[child]] == 0] > 0).any()}
    for one, other in combinations(sorted(there), 2):
        both = {one, other}
        if frozenset(both) in pairs and (both <= shares or both <= lives or both & open_to_all):
            yield np.array(sorted({*there[one], *there[other]}), dtype=np.int64)


def never(columns: Columns, problem: Problem) -> Rows:
    """Of a set of options that must not all be chosen, one at least is not."""
    named = np.array(sorted({option for options in problem.never for option in options}), dtype=np.int64)
    choices = np.flatnonzero(np.isin(columns.option, named) & (columns.option != WITHOUT))
    number = dict(zip(columns.option[choices].tolist(), choices.tolist(), strict=True))
    found = ([number.get(option, WITHOUT) for option in sorted(set(options))] for options in problem.never)
    return rows_of(one_of(np.array(at), len(at) - 1) for at in found if WITHOUT not in at)


def other_than(plans: Iterable[Ints]) -> Rows:
    """None of these plans again: of the choices of each, one at least is not chosen."""
    return rows_of(one_of(choices, len(choices) - 1) for choices in plans)


def no_rows() -> Rows:
    """No row."""
    return Rows(*(np.empty(0, dtype=np.int64) for _ in range(4)))
