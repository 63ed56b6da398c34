"""What an answer says of every home in numbers: so that two answers are compared before anything is told in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.domain.codes import Outcome
from matching.explaining.duties import Duties
from matching.explaining.found import Found
from matching.rules.rulebook import FALSE
from matching.scoring.criterion import Head
from matching.scoring.ordering import ID_BITS, made_of, tier_number
from matching.scoring.weighing import Range, Weighed, mean_of

Ints = npt.NDArray[np.int64]
Key = tuple[str, str]
"""A rule or a duty, and the child about whom it is."""

NO_OPTION = 0
NOT_THERE, NOT_OWED = -1, 0
HEADS = ("suitability", *(head.value for head in Head))


@dataclass(frozen=True, eq=False)
class Numbers:
    """One answer in numbers, an entry a home of the register."""

    found: Found

    @cached_property
    def rank(self) -> Ints:
        """Each home's place in the order, from 1; 0 where a rule forbids it."""
        rank = self._nothing(NO_OPTION)
        rank[self.found.lawful[self.found.ordered.at]] = np.arange(1, len(self.found.lawful) + 1)
        return rank

    @property
    def standing(self) -> Ints:
        """How each stands, as a number of `Outcome`."""
        return self.found.standing.astype(np.int64)

    @cached_property
    def tier(self) -> Ints:
        """The tier of each, as its number."""
        each = [frame.select(tier_number()).to_series().to_numpy() for frame in self.found.layout.frames]
        tier: Ints = np.max(each, axis=0)
        return tier

    @cached_property
    def points(self) -> Mapping[str, Ints]:
        """Suitability and each head: a line each for low, central and high. Homes that a rule forbids have them too."""
        weighed, found = [(self.found.lawful, self.found.weighed)], self.found
        banned = np.flatnonzero(found.standing == Outcome.PROHIBITED)
        if banned.size:
            frames = [frame[[*found.scale.needs]][banned] for frame in found.layout.frames]
            weighed.append((banned, mean_of(tuple(found.scale.weigh(frame) for frame in frames), found.scale)))
        points = {head: np.zeros((3, found.layout.register.size), dtype=np.int64) for head in HEADS}
        for rows, of in weighed:
            for head, levels in _heads(of):
                points[head][:, rows] = np.stack([np.broadcast_to(level, len(rows)) for level in levels.levels])
        return points

    @cached_property
    def order(self) -> Mapping[str, Ints]:
        """What each place in the order is made of, but for the home's id; -1 where a rule forbids the home."""
        parts = made_of(self.found.placing, self.found.weighed, self.found.scale.policy)
        return {part.name: self._of_lawful(part.numbers) for part in parts if part.name != "id"}

    @cached_property
    def key(self) -> Ints:
        """The number by which each home stands in the order, but for its id; of one that a rule forbids the largest."""
        key = self._nothing(np.iinfo(np.int64).max)
        key[self.found.lawful[self.found.ordered.at]] = self.found.ordered.key >> ID_BITS
        return key

    @cached_property
    def outcomes(self) -> Mapping[Key, Ints]:
        """What each rule found of each arriving child."""
        children = self.found.layout.question.referral.children
        return {
            (rule.id, child): judged.outcomes[line]
            for child, judged in zip(children, self.found.judged, strict=True)
            for line, rule in enumerate(self.found.rulebook.rules)
        }

    @cached_property
    def duties(self) -> Mapping[Key, Ints]:
        """Whether each duty is owed to each arriving child, or may be, and served; -1 where a rule forbids the home."""
        return dict(self._duties())

    def _duties(self) -> Iterator[tuple[Key, Ints]]:
        children = self.found.layout.question.referral.children
        for child, duties in zip(children, Duties.of(self.found).of_children, strict=True):
            for of in duties:
                served = np.where(of.owed == FALSE, NOT_OWED, 1 + of.served.astype(np.int64))
                yield (of.duty.id, child), self._of_lawful(served)

    def _of_lawful(self, numbers: Ints) -> Ints:
        of_all = self._nothing(NOT_THERE)
        of_all[self.found.lawful] = numbers
        return of_all

    def _nothing(self, number: int) -> Ints:
        return np.full(self.found.layout.register.size, number, dtype=np.int64)


def _heads(weighed: Weighed) -> Iterator[tuple[str, Range]]:
    yield "suitability", weighed.suitability
    yield from ((head.value, weighed.heads[head]) for head in Head)
