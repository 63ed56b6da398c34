"""Small panels made by hand and at random."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

import numpy as np

from matching.solving.problem import Divisions, Ints, Limit, Options, Problem

Worth = tuple[int, ...]


@dataclass
class Panel:
    """A panel being made: add groups, then options and divisions; `problem()` gives it."""

    aims: tuple[str, ...] = ("placed",)
    members: list[tuple[int, ...]] = field(default_factory=list)
    group_of: list[int] = field(default_factory=list)
    options: list[tuple[int, int, int, int, Worth]] = field(default_factory=list)
    divisions: list[tuple[int, tuple[int, ...], Worth]] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    never: list[tuple[int, ...]] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    children: int = 0
    groups: int = 0

    def group(self, size: int = 1) -> list[int]:
        """A group of so many children, with a part for every set of them; its children."""
        children = list(range(self.children, self.children + size))
        self.children += size
        parts = {}
        for length in range(1, size + 1):
            for kept in combinations(children, length):
                parts[kept] = len(self.members)
                self.members.append(kept)
                self.group_of.append(self.groups)
        for division in partitions(children):
            worth = tuple(0 for _ in self.aims)
            self.divisions.append((self.groups, tuple(parts[kept] for kept in division), worth))
        self.groups += 1
        return children

    def part(self, *children: int) -> int:
        """The part of these children."""
        return self.members.index(tuple(children))

    def option(
        self, children: Sequence[int], home: int, worth: Worth = (1,), takes: int | None = None, most: int = 1
    ) -> int:
        """These children could live in this home; the option's number."""
        beds = len(children) if takes is None else takes
        self.options.append((self.part(*children), home, beds, most, worth))
        return len(self.options) - 1

    def worth_of_division(self, sizes: Sequence[int], group: int, worth: Worth) -> None:
        """Ways of dividing this group into parts of these sizes are worth so much."""
        for at, (of, parts, _) in enumerate(self.divisions):
            if of == group and sorted(len(self.members[part]) for part in parts) == sorted(sizes):
                self.divisions[at] = (of, parts, worth)

    def problem(self) -> Problem:
        """The panel in whole numbers."""
        aims = len(self.aims)
        return Problem(
            aims=self.aims,
            group_of=_ints(self.group_of),
            members=tuple(self.members),
            options=Options(
                _ints(option[0] for option in self.options),
                _ints(option[1] for option in self.options),
                _ints(option[2] for option in self.options),
                _ints(option[3] for option in self.options),
                _table((option[4] for option in self.options), aims),
            ),
            divisions=Divisions(
                group=_ints(division[0] for division in self.divisions),
                parts=tuple(division[1] for division in self.divisions),
                worth=_table((division[2] for division in self.divisions), aims),
            ),
            apart=tuple(self.apart),
            never=tuple(self.never),
            limits=tuple(self.limits),
        )


def _ints(numbers: Iterable[int]) -> Ints:
    return np.array(list(numbers), dtype=np.int64)


def _table(rows: Iterable[Worth], aims: int) -> Ints:
    return np.array(list(rows), dtype=np.int64).reshape(-1, aims)


def partitions(children: Sequence[int]) -> list[tuple[tuple[int, ...], ...]]:
    """Every way of dividing children into parts."""
    if not children:
        return [()]
    first, *others = children
    found = []
    for length in range(len(others) + 1):
        for beside in combinations(others, length):
            left = [child for child in others if child not in beside]
            found += [((first, *beside), *division) for division in partitions(left)]
    return found


def random_panel(
    seed: int,
    children: int,
    homes: int,
    *,
    aims: int = 4,
    lawful: float = 0.5,
    limited: float = 0.2,
    takes_none: float = 0.1,
) -> Problem:
    """A panel of sibling groups and homes of up to three beds, with people to be kept apart and sets never chosen."""
    random = Random(seed)  # noqa: S311 - made-up panels
    panel = Panel(aims=tuple(f"aim {k}" for k in range(aims)))
    while panel.children < children:
        panel.group(min(children - panel.children, random.choices((1, 2, 3, 4), (6, 3, 2, 1))[0]))
    rooms = [random.choice((0, 1, 1, 2, 2, 3)) for _ in range(homes)]
    for part, kept in enumerate(panel.members):
        for home, room in enumerate(rooms):
            takes = random.randint(0, len(kept)) if random.random() < takes_none else len(kept)
            if random.random() < lawful and takes <= room:
                most = random.randint(takes, room) if random.random() < limited else room
                panel.options.append((part, home, takes, most, _worth(random, aims, len(kept))))
    panel.divisions = [
        (g, parts, _worth(random, aims, 1) if len(parts) < 3 else (0,) * aims) for g, parts, _ in panel.divisions
    ]
    together = {pair for kept in panel.members for pair in combinations(kept, 2)}
    pairs = [pair for pair in combinations(range(children), 2) if pair not in together or random.random() < 0.1]
    panel.apart = random.sample(pairs, min(len(pairs), random.randint(0, 3)))
    if len(panel.options) > 3:
        panel.never = [
            tuple(random.sample(range(len(panel.options)), random.randint(2, 3))) for _ in range(random.randint(0, 4))
        ]
        panel.limits = [_limit(random, len(panel.options)) for _ in range(random.randint(0, 2))]
    return panel.problem()


def _limit(random: Random, options: int) -> Limit:
    """Some of the options, with weights of which the room holds about half."""
    held = random.sample(range(options), random.randint(1, options))
    weights = [random.randint(0, 3) for _ in held]
    return Limit(tuple(held), tuple(weights), random.randint(0, 4))


def _worth(random: Random, aims: int, children: int) -> Worth:
    """Counts of children in the earlier aims, sums in the last but one, a few lost in the last."""
    counts = [children if k == 0 else random.randint(0, children) for k in range(aims - 2)]
    return (*counts, random.randint(0, 9) * children, -random.randint(0, 2))[:aims]
