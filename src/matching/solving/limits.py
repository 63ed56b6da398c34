"""What holds choices back, as rows: of the choices in a row, the weights add up to no more than its room.

The rows here are all that a whole plan owes (with those that `broken` adds when a plan breaks them); each function is
one constraint, and its twin in plain Python stands in `restated`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.solving.columns import WITHOUT, Chosen, Columns
from matching.solving.problem import Ints, Limit, Problem


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


def apart(columns: Columns, listed: Iterable[tuple[int, int]], among: Ints | None = None) -> Rows:
    """Two children who are to live apart share no home; said of some of the choices, where only these are meant.

    Two of whom each leaves no bed to others keep each other out as it is. A row is for those who both may have company
    there, for one who lives there and may have company, and for two who both live there.
    """
    pairs = sorted({(min(pair), max(pair)) for pair in listed})
    meant = np.arange(len(columns.part)) if among is None else among
    of_child = {child: _in_each_home(columns, child, meant) for child in sorted({c for pair in pairs for c in pair})}
    each = ((of_child[one], of_child[other]) for one, other in pairs)
    return rows_of(one_of(at) for one, other in each for at in _kept_apart(one, other))


@dataclass(frozen=True, slots=True, eq=False)
class _There:
    """A child's choices in one home: whether she may have company there, lives there, and does and would share it."""

    choices: Ints
    shares: bool
    lives: bool
    opens: bool


def _in_each_home(columns: Columns, child: int, meant: Ints) -> dict[int, _There]:
    """The choices of a child that are meant, home by home."""
    parts = [part for part, children in enumerate(columns.members) if child in children]
    at = meant[np.isin(columns.part[meant], parts) & (columns.home[meant] != WITHOUT)]
    at = at[np.argsort(columns.home[at], kind="stable")]
    cuts = np.flatnonzero(np.diff(columns.home[at])) + 1
    return {int(columns.home[of[0]]): _there(columns, of) for of in np.split(at, cuts) if len(of)}


def _there(columns: Columns, choices: Ints) -> _There:
    most, takes = columns.most[choices], columns.takes[choices]
    shares, lives = bool((most > takes).any()), bool((takes == 0).any())
    return _There(choices, shares, lives, lives and bool((most[takes == 0] > 0).any()))


def _kept_apart(one: Mapping[int, _There], other: Mapping[int, _There]) -> Iterator[Ints]:
    """The choices of two who are to live apart in each home where they would not keep each other out."""
    for home in sorted(one.keys() & other.keys()):
        a, b = one[home], other[home]
        if (a.shares and b.shares) or (a.lives and b.lives) or a.opens or b.opens:
            yield np.union1d(a.choices, b.choices)


def never(columns: Columns, sets: Sequence[tuple[int, ...]]) -> Rows:
    """Of a set of options that must not all be chosen, one at least is not."""
    if not sets:
        return no_rows()
    named = np.array(sorted({option for options in sets for option in options}), dtype=np.int64)
    choices = np.flatnonzero(np.isin(columns.option, named) & (columns.option != WITHOUT))
    number = dict(zip(columns.option[choices].tolist(), choices.tolist(), strict=True))
    found = ([number.get(option, WITHOUT) for option in sorted(set(options))] for options in sets)
    return rows_of(one_of(np.array(at), len(at) - 1) for at in found if WITHOUT not in at)


def limits(columns: Columns, listed: Sequence[Limit]) -> Rows:
    """The limits that the problem lists."""
    if not listed:
        return no_rows()
    number = {int(option): choice for choice, option in enumerate(columns.option.tolist()) if option != WITHOUT}
    each = ([(number[o], w) for o, w in zip(of.options, of.weights, strict=True) if o in number] for of in listed)
    rows = ((np.array(held, dtype=np.int64).reshape(-1, 2), of.room) for held, of in zip(each, listed, strict=True))
    return rows_of((held[:, 0], held[:, 1], room) for held, room in rows if held[:, 1].sum() > room)


def other_than(plans: Iterable[Ints]) -> Rows:
    """None of these plans again: of the choices of each, one at least is not chosen."""
    return rows_of(one_of(choices, len(choices) - 1) for choices in plans)


Missing = Callable[[Chosen, Ints], Rows]
"""The rows that a plan breaks and that nobody could say beforehand; none where it breaks none.

With the choices that are still open: what is likely to be missing of them as well comes at once.
"""


def further(columns: Columns, problem: Problem) -> Missing:
    """What the problem has to say of plans once they are found, as rows."""
    ask = problem.further
    if ask is None:
        return nothing_missing

    def options(choices: Ints) -> tuple[int, ...]:
        at = columns.option[choices]
        return tuple(at[at != WITHOUT].tolist())

    def missing(plan: Chosen, among: Ints) -> Rows:
        said = ask(options(plan.choices), options(among))
        told = apart(columns, said.apart, np.union1d(plan.choices, among)) if said.apart else no_rows()
        return told + never(columns, said.never) + limits(columns, said.limits)

    return missing


def nothing_missing(_: Chosen, __: Ints) -> Rows:
    """Of a plan about which nothing more is to be said."""
    return no_rows()


def no_rows() -> Rows:
    """No row."""
    return Rows(*(np.empty(0, dtype=np.int64) for _ in range(4)))
