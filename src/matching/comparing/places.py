"""Why a home's place in the order would be another: by what is its own, or by homes that come and go before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.comparing.homes import FAR, Homes
from matching.comparing.numbers import Ints, Numbers
from matching.domain.codes import Outcome
from matching.domain.comparison import Cause, Told
from matching.domain.made import made
from matching.facts.catalogue import pair
from matching.facts.links import Flags

NAMED = 3
OF_ITS_OWN = {
    "tier": "its tier, or the order of the tiers",
    "residential": "whether it stands after foster homes, as residential care is not recorded as needed",
    "band": "its band of suitability",
    pair.siblings_together.name: "whether brothers and sisters who should be together would be",
    pair.school_kept.name: "whether the school is kept",
    pair.wishes_met.name: "whether all wishes are met",
    "cost": "its points for cost, between homes that are alike",
    "suitability": "its points of suitability",
    "standing": "how it stands",
}
"""What a place in the order is made of, in words."""

SIDES = (pair.siblings_together.name, pair.school_kept.name, pair.wishes_met.name)


@dataclass(frozen=True)
class Places:
    """Says why places differ.

    That two homes change their order is put down to the one whose own change does it alone; else to both.
    """

    homes: Homes

    def causes(self, home: str) -> Iterator[Cause]:
        """Why a home that is an option before and after has another place."""
        before, after = self.homes.both(lambda numbers: numbers.key)
        ids = self.homes.before.found.layout.register.ids[self.homes.at[0]]
        at, first = int(np.flatnonzero(ids == home)[0]), ids > home
        was, now = _less(before[at], before, first), _less(after[at], after, first)
        by_own = _less(after[at], before, first) != was
        by_other = _less(before[at], after, first) != was
        if ((was != now) & (by_own | ~by_other)).any():
            yield from self.own(home)
        others = (was != now) & (by_other | ~by_own)
        came = [*ids[others & ~now], *self._of_one(self.homes.new, self.homes.after, home)]
        went = [*ids[others & now], *self._of_one(self.homes.gone, self.homes.before, home)]
        yield from _others("came_before", home, self._nearest(came), "would come before it")
        yield from _others("went_from_before", home, self._nearest(went), "would not come before it any more")

    def _of_one(self, homes: Sequence[str], numbers: Numbers, home: str) -> Iterator[str]:
        """Of the homes that one register alone has, those that come before this one."""
        row_of = numbers.found.layout.register.row_of
        own = numbers.rank[row_of[home]]
        yield from (other for other in homes if 0 < numbers.rank[row_of[other]] < own)

    def _nearest(self, homes: Sequence[str]) -> list[str]:
        """These homes, the nearest to the top first, before or after."""
        sides = (self.homes.before, self.homes.after)
        rows = [(n.rank, n.found.layout.register.row_of) for n in sides]
        places = {home: min(int(rank[row[home]]) or FAR for rank, row in rows if home in row) for home in homes}
        return sorted(homes, key=lambda home: (places[home], home))

    def own(self, home: str) -> Iterator[Cause]:
        """What of its own place in the order differs."""
        sides = (self.homes.before, self.homes.after)
        rows = [numbers.found.layout.register.row_of[home] for numbers in sides]
        for part, words in OF_ITS_OWN.items():
            was, now = (int(numbers.order[part][row]) for numbers, row in zip(sides, rows, strict=True))
            if was != now:
                told = [_told(part, number, numbers) for number, numbers in zip((was, now), sides, strict=True)]
                yield made(Cause, what="order", id=part, home=home, from_=told[0], to=told[1], because=words)


def _less(one: int, others: Ints, first: Flags) -> Flags:
    """Whether one number comes before each of others; `first` says so where they are the same."""
    less: Flags = (one < others) | ((one == others) & first)
    return less


def _others(what: str, home: str, homes: Sequence[str], words: str) -> Iterator[Cause]:
    if homes:
        more = f" and {len(homes) - NAMED:,} more" if len(homes) > NAMED else ""
        because = f"{', '.join(homes[:NAMED])}{more} {words}"
        yield made(Cause, what=what, home=home, homes=tuple(homes[:NAMED]), count=len(homes), because=because)


def _told(part: str, number: int, numbers: Numbers) -> Told:
    """A number of the order as one says it."""
    policy = numbers.found.scale.policy
    match part:
        case "tier":
            return policy.tiers[number // 2].value if number % 2 == 0 else "foster_for_adoption"
        case "band":
            low = (100 - number) * policy.band_width
            return f"{low} to {min(100, low + policy.band_width)} points"
        case "cost" | "suitability":
            return (10_000 - number) / 100
        case "standing":
            return Outcome(Outcome.MET - number).word
        case "residential":
            return bool(number)
    return number == 0
