"""A panel in whole numbers: groups of children to be divided and placed over scarce beds. No name, no rule, no law."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """The homes that parts of groups could live in, an entry an option: one part in one home.

    `takes` is how many beds the part would take there (none where its children live there already); `most` how many
    may be taken there in all if this option is chosen, its own among them; `worth` what it adds to each aim.
    """

    part: Ints
    home: Ints
    takes: Ints
    most: Ints
    worth: Ints

    @property
    def size(self) -> int:
        """The number of options."""
        return len(self.part)

    def __getitem__(self, at: Ints) -> "Options":
        return Options(self.part[at], self.home[at], self.takes[at], self.most[at], self.worth[at])


@dataclass(frozen=True, slots=True, eq=False)
class Divisions:
    """The ways of dividing the groups, an entry a way: its group, the parts that it has, what it adds to each aim."""

    group: Ints
    parts: tuple[tuple[int, ...], ...]
    worth: Ints


@dataclass(frozen=True, slots=True)
class Limit:
    """Of these options, each with its weight, those that are chosen weigh no more than the room."""

    options: tuple[int, ...]
    weights: tuple[int, ...]
    room: int


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Children who must not share a home, sets of options that must not all be chosen, and further limits."""

    apart: tuple[tuple[int, int], ...] = ()
    never: tuple[tuple[int, ...], ...] = ()
    limits: tuple[Limit, ...] = ()


Further = Callable[[tuple[int, ...], tuple[int, ...]], Forbidden]
"""What else forbids that the first of these options are chosen together; nothing where they may be.

Where they may not it may say more, of what is likely to be tried next: the second are the options that are still open.
"""


@dataclass(frozen=True, eq=False)
class Problem:
    """What is to be solved. Children, groups, parts, homes, options and divisions are numbers from 0.

    A plan chooses one division of each group, and for each of its parts one home; only a part of one child may be left
    without. It chooses the options so that, for every option chosen, no more beds are taken in its home than its
    `most`; no two parts of one group, and no two children named in `apart`, share a home; of no set of options in
    `never` all are chosen; and every one of `limits` holds. Its value for an aim is the sum of the worths of what it
    chooses, the larger the better; an earlier aim comes before any gain in a later one. A child without a home adds
    nothing to any aim.

    What is too much to be said beforehand is asked for: `further` says of options that were found what forbids them
    beside `apart` and `never`. It is asked of groups that are solved together: of a whole plan it is to be asked again.

    `group_of` and `members` say of each part its group and its children. Every part of one child has a division in
    which each part has one child, so that there always is a plan.
    """

    aims: tuple[str, ...]
    group_of: Ints
    members: tuple[tuple[int, ...], ...]
    options: Options
    divisions: Divisions
    apart: tuple[tuple[int, int], ...] = ()
    never: tuple[tuple[int, ...], ...] = ()
    limits: tuple[Limit, ...] = ()
    further: Further | None = None

    @cached_property
    def homes(self) -> int:
        """The number of homes: one more than the last that an option names."""
        return int(self.options.home.max(initial=-1)) + 1

    @cached_property
    def groups(self) -> int:
        """The number of groups."""
        return int(self.group_of.max(initial=-1)) + 1

    def value(self, options: Sequence[int], divisions: Sequence[int]) -> tuple[int, ...]:
        """What a plan is worth, aim by aim."""
        chosen = self.options.worth[list(options)].sum(axis=0) + self.divisions.worth[list(divisions)].sum(axis=0)
        return tuple(int(worth) for worth in chosen)


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan in numbers: the options and the divisions chosen, in rising order, and what is reached, aim by aim.

    `best_possible` is for each aim the most that any plan could reach which is as good in the aims before it;
    `proven` says that this is what is reached, in every aim.
    """

    options: tuple[int, ...]
    divisions: tuple[int, ...]
    reached: tuple[int, ...]
    best_possible: tuple[int, ...]

    @property
    def proven(self) -> bool:
        """Whether no plan is better."""
        return self.reached == self.best_possible
