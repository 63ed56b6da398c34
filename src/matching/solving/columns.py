"""What a plan chooses from, laid out for solving: choices (a part in a home, or a child left without) and divisions."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.solving.problem import Ints, Problem

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

WITHOUT = -1
"""The home of a child that is left without one, and the option of that choice."""


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A plan: the choices and the divisions chosen, by their numbers in the columns, rising."""

    choices: Ints
    divisions: Ints


@dataclass(frozen=True, eq=False)
class Columns:
    """Choices in rising order of their part, and divisions; parts, groups and homes are numbered from 0 here.

    Every part that a division holds has a choice; a part of one child has, last, the choice to be left without: that
    takes no bed and is worth nothing. `worth` and `division_worth` have a row an aim. `held_by` and `held` pair each
    division with each of its parts, in rising order of divisions. `option`, `division` and `members` are the problem's.
    """

    part: Ints
    home: Ints
    takes: Ints
    most: Ints
    worth: Ints
    option: Ints
    group: Ints
    members: tuple[tuple[int, ...], ...]
    division: Ints
    division_group: Ints
    division_worth: Ints
    held_by: Ints
    held: Ints

    @cached_property
    def homes(self) -> int:
        """The number of homes; 1 where there is none, so that an array over homes is never empty."""
        return int(self.home.max(initial=0)) + 1

    @cached_property
    def groups(self) -> int:
        """The number of groups."""
        return int(self.group.max(initial=-1)) + 1

    @property
    def aims(self) -> int:
        """The number of aims."""
        return len(self.worth)

    @cached_property
    def room(self) -> Ints:
        """The beds of each home: the most that any choice there allows to be taken."""
        room = np.zeros(self.homes, dtype=np.int64)
        placed = self.home != WITHOUT
        np.maximum.at(room, self.home[placed], self.most[placed])
        return room

    @cached_property
    def weight(self) -> Ints:
        """The beds that each choice takes from the others: all of its home's where its own limit leaves none over."""
        alone = (self.home != WITHOUT) & (self.takes > 0) & (self.takes == self.most)
        weight = self.takes.copy()
        weight[alone] = self.room[self.home[alone]]
        return weight

    @cached_property
    def fills(self) -> Flags:
        """Whether each choice leaves no bed to anybody."""
        fills: Flags = (self.home != WITHOUT) & (self.takes > 0) & (self.weight == self.room[self.home])
        return fills

    @cached_property
    def largest_worth(self) -> Ints:
        """The most that a choice and a division add to, or take from, each aim."""
        most = np.array([max(-least, most) for least, most in self._ranges], dtype=np.int64)
        more: Ints = np.abs(self.division_worth).max(axis=1, initial=0)
        return most + more

    @cached_property
    def _ranges(self) -> list[tuple[int, int]]:
        return [(int(worth.min(initial=0)), int(worth.max(initial=0))) for worth in self.worth]

    def taste(self, choices: Ints) -> Floats:
        """For each of these choices a number that is larger where it is better by itself, in the order of the aims."""
        taste = np.zeros(len(choices))
        for worth, (least, most) in zip(self.worth, self._ranges, strict=True):
            taste = taste * float(most - least + 1) + (worth[choices] - least)
        return taste

    @cached_property
    def most_parts(self) -> int:
        """The most parts that a division has."""
        return int(np.bincount(self.held_by).max(initial=1))

    def value(self, plan: Chosen) -> tuple[int, ...]:
        """What a plan is worth, aim by aim."""
        worths = self.worth[:, plan.choices].sum(axis=1) + self.division_worth[:, plan.divisions].sum(axis=1)
        return tuple(int(worth) for worth in worths)


def laid_out(problem: Problem, options: Ints, divisions: Ints) -> Columns:
    """The columns of these divisions of a problem, and of those of these options that they can hold."""
    parts_of = [problem.divisions.parts[number] for number in divisions]
    held = np.array([part for parts in parts_of for part in parts], dtype=np.int64)
    parts = np.unique(held)
    groups = np.unique(problem.divisions.group[divisions])
    part, option = _choices(problem, options, parts)
    placed = np.flatnonzero(option != WITHOUT)
    at = option[placed]
    homes = np.unique(problem.options.home[at])
    home, takes, most = (np.full(len(option), value, dtype=np.int64) for value in (WITHOUT, 0, 0))
    home[placed] = np.searchsorted(homes, problem.options.home[at])
    takes[placed], most[placed] = problem.options.takes[at], problem.options.most[at]
    worth = np.zeros((len(problem.aims), len(option)), dtype=np.int64)
    for of_aim, all_of_aim in zip(worth, problem.options.worth.T, strict=True):  # one by one: millions are copied
        of_aim[placed] = all_of_aim[at]
    return Columns(
        part=np.searchsorted(parts, part),
        home=home,
        takes=takes,
        most=most,
        worth=worth,
        option=option,
        group=np.searchsorted(groups, problem.group_of[parts]),
        members=tuple(problem.members[part] for part in parts),
        division=divisions,
        division_group=np.searchsorted(groups, problem.divisions.group[divisions]),
        division_worth=np.ascontiguousarray(problem.divisions.worth[divisions].T),
        held_by=np.repeat(np.arange(len(divisions)), [len(parts) for parts in parts_of]),
        held=np.searchsorted(parts, held),
    )


def _choices(problem: Problem, options: Ints, parts: Ints) -> tuple[Ints, Ints]:
    """The part and the option of each choice, in rising order of parts, to be left without the last of each."""
    alone = np.array([part for part in parts if len(problem.members[part]) == 1], dtype=np.int64)
    held = np.zeros(len(problem.members), dtype=bool)
    held[parts] = True
    options = options[held[problem.options.part[options]]]
    part = np.concatenate((problem.options.part[options], alone))
    option = np.concatenate((options, np.full(len(alone), WITHOUT, dtype=np.int64)))
    order = np.argsort(part, kind="stable")
    return part[order], option[order]
