"""Made-up panels in whole numbers, the same from the same seed: sibling groups over homes with few beds, ten aims."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from matching.solving.problem import Divisions, Options, Problem

AIMS = (
    "home_same_day",
    "home_within_72_hours",
    "home",
    "home_if_settled",
    "siblings_together",
    "sibling_pairs",
    "family_and_friends",
    "in_house",
    "suitability",
    "approvals",
)

OFTEN = (0.74, 0.15, 0.06, 0.03, 0.01, 0.005, 0.003, 0.002)
TIGHT = (0.40, 0.30, 0.16, 0.09, 0.03, 0.01, 0.005, 0.005)
"""The shares of groups of 1 to 8 children: usual ones, and those where 6 groups in 10 are of siblings."""

BEDS, FEW_BEDS = (0.15, 0.40, 0.30, 0.15), (0.45, 0.35, 0.15, 0.05)
"""The shares of homes that have 0 to 3 beds."""

LARGEST_PART = 3
"""No home has more beds."""

Part = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a panel is, and how scarce its beds are."""

    children: int
    homes: int
    tight: bool = False

    def __str__(self) -> str:
        return f"{self.children:,} x {self.homes:,}{', tight' if self.tight else ''}"


def panel(size: Size, seed: int = 1) -> Problem:
    """A panel: homes with 0 to 3 beds, each child lawful in 10 to 60 % of them."""
    random = np.random.default_rng((seed, size.children, size.homes))
    groups = _groups(random, size)
    members = [(number, part) for number, group in enumerate(groups) for part in _parts(group)]
    world = _World.of(random, size)
    laid = [world.options(number, part) for number, (_, part) in enumerate(members)]
    options = Options(*(np.concatenate(column) for column in zip(*laid, strict=True)))
    group_of = np.array([number for number, _ in members])
    return Problem(AIMS, group_of, tuple(part for _, part in members), options, _divisions(groups, members))


def _groups(random: np.random.Generator, size: Size) -> list[Part]:
    shares = TIGHT if size.tight else OFTEN
    groups: list[Part] = []
    children = 0
    while children < size.children:
        end = min(size.children, children + 1 + int(random.choice(len(shares), p=shares)))
        groups.append(tuple(range(children, end)))
        children = end
    return groups


def _parts(group: Part) -> list[Part]:
    """Every set of a group's children that a home could take."""
    return [part for length in range(1, LARGEST_PART + 1) for part in combinations(group, length)]


@dataclass(frozen=True, slots=True)
class _World:
    """What is known of each child in each home, a row a child; and of each child and each home."""

    lawful: npt.NDArray[np.bool_]
    suitability: npt.NDArray[np.int16]
    friends: npt.NDArray[np.bool_]
    approvals: npt.NDArray[np.int8]
    urgent: npt.NDArray[np.int64]
    in_house: npt.NDArray[np.bool_]
    beds: npt.NDArray[np.int64]

    @classmethod
    def of(cls, random: np.random.Generator, size: Size) -> "_World":
        shape = (size.children, size.homes)
        return cls(
            lawful=random.random(shape, np.float32) < random.uniform(0.1, 0.6, (size.children, 1)),
            suitability=random.integers(0, 10_001, shape, dtype=np.int16),
            friends=random.random(shape, np.float32) < 0.5 / size.homes,
            approvals=np.maximum(random.integers(-5, 3, shape, dtype=np.int8), 0),
            urgent=random.choice(4, size.children, p=(0.1, 0.2, 0.5, 0.2)),
            in_house=random.random(size.homes) < 0.4,
            beds=random.choice(4, size.homes, p=FEW_BEDS if size.tight else BEDS),
        )

    def options(self, number: int, part: Part) -> tuple[npt.NDArray[np.int64], ...]:
        """The part's options, as the columns of `Options`."""
        kept = list(part)
        homes = np.flatnonzero(self.lawful[kept].all(axis=0) & (self.beds >= len(kept)))
        worth = np.zeros((len(homes), len(AIMS)), dtype=np.int64)
        for child in kept:
            worth[:, self.urgent[child]] += 1
            worth[:, 2] += self.urgent[child] < 2
            worth[:, 6] += self.friends[child, homes]
            worth[:, 7] += self.in_house[homes]
            worth[:, 8] += self.suitability[child, homes]
            worth[:, 9] -= self.approvals[child, homes]
        same = np.full(len(homes), 1)
        return number * same, homes, len(kept) * same, self.beds[homes], worth


def _divisions(groups: list[Part], members: list[tuple[int, Part]]) -> Divisions:
    """Every way of dividing each group into parts that a home could take."""
    number = {part: at for at, (_, part) in enumerate(members)}
    found = [(at, division) for at, group in enumerate(groups) for division in _partitions(group)]
    worth = np.zeros((len(found), len(AIMS)), dtype=np.int64)
    worth[:, 4] = [len(division) == 1 and len(division[0]) > 1 for _, division in found]
    worth[:, 5] = [sum(len(part) * (len(part) - 1) // 2 for part in division) for _, division in found]
    parts = tuple(tuple(sorted(number[part] for part in division)) for _, division in found)
    return Divisions(np.array([at for at, _ in found]), parts, worth)


def _partitions(group: Part) -> list[tuple[Part, ...]]:
    if not group:
        return [()]
    first, *others = group
    return [
        ((first, *beside), *division)
        for length in range(min(LARGEST_PART, len(group)))
        for beside in combinations(others, length)
        for division in _partitions(tuple(child for child in others if child not in beside))
    ]
