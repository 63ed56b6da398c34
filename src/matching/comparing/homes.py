"""Which homes would stand otherwise, and in what: found in numbers, over the whole register."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.comparing.numbers import HEADS, Ints, Numbers
from matching.domain.codes import Outcome
from matching.facts.links import Flags

NEW, GONE, AN_OPTION, NO_OPTION_ANY_MORE = "new_home", "home_gone", "now_an_option", "no_option_any_more"
STANDING, TIER, FINDINGS, DUTIES, PLACE = "standing", "tier", "findings", "duties", "place"
WHATS = (NEW, GONE, AN_OPTION, NO_OPTION_ANY_MORE, STANDING, TIER, *HEADS, FINDINGS, DUTIES, PLACE)
"""What may be different of a home, what matters most first; of the heads the first that differs."""


@dataclass(frozen=True)
class HomeDiffers:
    """A home of which something would be different: what, and its places before and after; None where it has none."""

    home: str
    whats: tuple[str, ...]
    was: int | None
    now: int | None

    @property
    def nearness(self) -> tuple[int, int, str]:
        """How near to the top it stands, before or after."""
        return min(rank or FAR for rank in (self.was, self.now)), self.was or FAR, self.home


FAR = 1 << 30


@dataclass(frozen=True, eq=False)
class Homes:
    """Two answers in numbers, row beside row: `at` are the rows of the homes that both have, before and after."""

    before: Numbers
    after: Numbers

    @cached_property
    def at(self) -> tuple[Ints, Ints]:
        """The rows of the homes that both registers have."""
        one, other = self.before.found.layout.register, self.after.found.layout.register
        if len(one.ids) == len(other.ids) and bool(np.all(one.ids == other.ids)):
            return np.arange(one.size), np.arange(one.size)
        pairs = [(row, other.row_of[home]) for row, home in enumerate(one.ids) if home in other.row_of]
        rows = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return rows[:, 0], rows[:, 1]

    @cached_property
    def gone(self) -> list[str]:
        """The homes that would not be there any more."""
        return [home for home in self.before.found.layout.register.ids if home not in self._row_after]

    @cached_property
    def new(self) -> list[str]:
        """The homes that are not there yet."""
        known = self.before.found.layout.register.row_of
        return [home for home in self.after.found.layout.register.ids if home not in known]

    @property
    def _row_after(self) -> Mapping[str, int]:
        return self.after.found.layout.register.row_of

    def differing(self) -> list[HomeDiffers]:
        """Every home of which something would be different, the nearest to the top first."""
        flags = dict(self._flags())
        rows = np.flatnonzero(np.logical_or.reduce([*flags.values(), np.zeros(len(self.at[0]), dtype=np.bool_)]))
        found = [*self._of_both(flags, rows), *self._of_one()]
        return sorted(found, key=lambda of: of.nearness)

    def _of_both(self, flags: Mapping[str, Flags], rows: Ints) -> Iterator[HomeDiffers]:
        ids, (was, now) = self.before.found.layout.register.ids, self.at
        for row in rows.tolist():
            whats = _without_findings([what for what in WHATS if what in flags and flags[what][row]])
            places = int(self.before.rank[was[row]]), int(self.after.rank[now[row]])
            yield HomeDiffers(str(ids[was[row]]), whats, *(place or None for place in places))

    def _of_one(self) -> Iterator[HomeDiffers]:
        for what, homes, numbers in ((GONE, self.gone, self.before), (NEW, self.new, self.after)):
            for home in homes:
                rank = int(numbers.rank[numbers.found.layout.register.row_of[home]]) or None
                yield HomeDiffers(home, (what,), *((rank, None) if what == GONE else (None, rank)))

    def _flags(self) -> Iterator[tuple[str, Flags]]:
        """For each thing that may be different, the homes of which it is."""
        was, now = self.both(lambda numbers: numbers.standing)
        forbidden = Outcome.PROHIBITED.value
        yield AN_OPTION, (was == forbidden) & (now != forbidden)
        yield NO_OPTION_ANY_MORE, (was != forbidden) & (now == forbidden)
        yield STANDING, (was != now) & (was != forbidden) & (now != forbidden)
        yield TIER, self._differs(lambda numbers: numbers.tier)
        yield from self._points()
        yield FINDINGS, self._any(lambda numbers: numbers.outcomes, Outcome.MET.value)
        both_lawful = (was != forbidden) & (now != forbidden)
        yield DUTIES, self._any(lambda numbers: numbers.duties, 0) & both_lawful
        yield PLACE, self._differs(lambda numbers: numbers.rank) & both_lawful

    def _points(self) -> Iterator[tuple[str, Flags]]:
        """The first head that differs, suitability before all."""
        told = np.zeros(len(self.at[0]), dtype=np.bool_)
        for head in HEADS:
            was, now = (n.points[head][:, rows] for n, rows in zip((self.before, self.after), self.at, strict=True))
            differs = (was != now).any(axis=0)
            yield head, differs & ~told
            told |= differs

    def _any(self, of: Callable[[Numbers], Mapping[tuple[str, str], Ints]], absent: int) -> Flags:
        """Where any number of several is another; one that a day or a referral does not ask counts as `absent`."""
        was, now = of(self.before), of(self.after)
        found = np.zeros(len(self.at[0]), dtype=np.bool_)
        for key in {**was, **now}:
            one, other = (
                numbers[key][rows] if key in numbers else absent
                for numbers, rows in zip((was, now), self.at, strict=True)
            )
            found |= np.asarray(one != other)
        return found

    def both(self, of: Callable[[Numbers], Ints]) -> tuple[Ints, Ints]:
        """Numbers of the homes that both have, before and after."""
        return of(self.before)[self.at[0]], of(self.after)[self.at[1]]

    def _differs(self, of: Callable[[Numbers], Ints]) -> Flags:
        was, now = self.both(of)
        differs: Flags = was != now
        return differs


def _without_findings(whats: list[str]) -> tuple[str, ...]:
    """What differs of a home; where it stands otherwise, that already tells what its rules find."""
    stands = {AN_OPTION, NO_OPTION_ANY_MORE, STANDING}.intersection(whats)
    return tuple(what for what in whats if not (stands and what == FINDINGS))
