"""Many nouns held small: each as bytes, made again when it is asked for."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, overload

from matching.domain.noun import Noun

N = TypeVar("N", bound=Noun)
MOST_UNPACKED = 2_000
"""How many are kept as they are once they were asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed(Sequence[N], Generic[N]):
    """Nouns in their order, a fifth of their size: for those that are many, and are hardly ever asked for."""

    each: tuple[bytes, ...]
    unpacked: dict[int, N] = field(default_factory=dict)

    @classmethod
    def of(cls, nouns: Iterable[N]) -> "Packed[N]":
        """Pack these."""
        return cls(tuple(pickle.dumps(noun, pickle.HIGHEST_PROTOCOL) for noun in nouns))

    @overload
    def __getitem__(self, at: int) -> N: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[N]: ...
    def __getitem__(self, at: int | slice) -> N | Sequence[N]:
        if isinstance(at, slice):
            return [self[k] for k in range(*at.indices(len(self)))]
        if at not in self.unpacked:
            if len(self.unpacked) >= MOST_UNPACKED:
                self.unpacked.clear()
            self.unpacked[at] = pickle.loads(self.each[at])  # noqa: S301 - what this program packed itself
        return self.unpacked[at]

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[N]:
        return (self[k] for k in range(len(self)))

    def __reduce__(self) -> tuple[type["Packed[N]"], tuple[tuple[bytes, ...]]]:
        return Packed, (self.each,)


@dataclass(frozen=True, slots=True, eq=False)
class SomeOf(Sequence[N], Generic[N]):
    """Some of a sequence's nouns, looked up there when they are asked for."""

    whole: Sequence[N]
    at: tuple[int, ...]

    @overload
    def __getitem__(self, at: int) -> N: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[N]: ...
    def __getitem__(self, at: int | slice) -> N | Sequence[N]:
        if isinstance(at, slice):
            return [self.whole[k] for k in self.at[at]]
        return self.whole[self.at[at]]

    def __len__(self) -> int:
        return len(self.at)


@dataclass(frozen=True, slots=True, eq=False)
class LaidOver(Sequence[N], Generic[N]):
    """A sequence's nouns, but for a few that are others."""

    whole: Sequence[N]
    others: Mapping[int, N]

    @overload
    def __getitem__(self, at: int) -> N: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[N]: ...
    def __getitem__(self, at: int | slice) -> N | Sequence[N]:
        if isinstance(at, slice):
            return [self[k] for k in range(*at.indices(len(self)))]
        return self.others[at] if at in self.others else self.whole[at]

    def __len__(self) -> int:
        return len(self.whole)
