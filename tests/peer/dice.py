"""Chance that falls the same way every time, and leaves gaps in what it records."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
Record = dict[str, Any]


class Dice:
    """Seeded chance; `gaps` is the share of facts that nobody recorded."""

    def __init__(self, seed: int, gaps: float) -> None:
        self.random = Random(seed)  # noqa: S311 - it makes worlds up, and must fall the same way every time
        self.gaps = gaps

    def known(self, value: T) -> T | None:
        """The value, or None where there is a gap."""
        return None if self.random.random() < self.gaps else value

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.random.random() < share

    def one(self, values: Sequence[T]) -> T:
        """One of these."""
        return values[self.random.randrange(len(values))]

    def of(self, shares: Mapping[T, int]) -> T:
        """One of these, as often as their shares say."""
        return self.random.choices(list(shares), list(shares.values()))[0]

    def some(self, values: Sequence[T], most: int) -> list[T]:
        """At most so many of these, each once."""
        return self.random.sample(values, min(len(values), self.random.randint(0, most)))

    def number(self, least: int, most: int) -> int:
        """A whole number from the least to the most."""
        return self.random.randint(least, most)

    def day(self, first: date, days: int) -> str:
        """A day within so many of the first, as files write it."""
        return (first + timedelta(days=self.random.randrange(days))).isoformat()

    def near(self, day: date, days: int = 40) -> str:
        """A day about another: half of them that day, the one before or the one after, as files write it."""
        away = self.number(-1, 1) if self.chance(0.5) else self.number(-days, days)
        return (day + timedelta(days=away)).isoformat()

    def happened(self, today: date, share: float = 0.8) -> str | bool:
        """A day on which something happened so often by today; else a day to come, or False for never."""
        if self.chance(share):
            return self.day(today - timedelta(days=20), 21)
        return self.chance(0.5) and self.day(today + timedelta(days=1), 10)


def record(**facts: Any) -> Record:
    """What is known of these facts; a trailing underscore lets a fact be named by a word of Python."""
    return {name.rstrip("_"): fact for name, fact in facts.items() if fact is not None}
