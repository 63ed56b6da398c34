"""Some homes of a register as a register of their own: what is known of each is taken over, nothing is read again.

Lists by id are asked, not copied: of sixty thousand homes they take longer to divide than a few hundred to judge.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic, TypeVar

import numpy as np

from matching.facts.held import Lasting
from matching.facts.links import Links, Rows
from matching.facts.lists import Lists
from matching.facts.packed import SomeOf
from matching.facts.people import People, Placings
from matching.facts.records import Assessments, Checks, Consents
from matching.facts.register import Register
from matching.geography.postcodes import Places

V = TypeVar("V")
K = TypeVar("K")
Record = TypeVar("Record", Checks, Consents, Assessments)
GONE = -1


@dataclass(frozen=True, slots=True)
class _Asked(Mapping[K, V], Generic[K, V]):
    """A mapping whose values are worked out of another's when they are asked for, and kept."""

    whole: Mapping[K, V]
    of: Callable[[V], V]
    kept: dict[K, V] = field(default_factory=dict)

    def __getitem__(self, key: K) -> V:
        if key not in self.kept:
            self.kept[key] = self.of(self.whole[key])
        return self.kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self.whole

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)


@dataclass(frozen=True, slots=True)
class _Renumbered:
    """Rows that were taken over, with the new number of each old one; GONE for the others."""

    rows: Rows
    number: Rows

    @classmethod
    def of(cls, rows: Rows, size: int) -> "_Renumbered":
        number = np.full(size, GONE, dtype=np.int64)
        number[rows] = np.arange(len(rows))
        return cls(rows, number)

    def links(self, whole: Links) -> Links:
        """The links to those rows."""
        return Links(_Asked(whole.by_id, self._left))

    def _left(self, rows: Rows) -> Rows:
        number = self.number[rows]
        left: Rows = number[number != GONE]
        return left

    def records(self, whole: Mapping[str | None, Record]) -> Mapping[str | None, Record]:
        """The records of those homes."""
        return _Asked(whole, self._records)

    def _records(self, whole: Record) -> Record:
        number = self.number[whole.home]
        kept = np.flatnonzero(number != GONE)
        rest = {f.name: _some(getattr(whole, f.name), kept) for f in fields(whole) if f.name != "home"}
        return replace(whole, home=number[kept], **rest)


def part_of(register: Register, rows: Rows) -> Register:
    """The homes in some rows, each once, in the order given: a register without a hash, which keeps nothing lasting.

    A home of several entries must be there with all of them, or with none.
    """
    homes = _Renumbered.of(rows, register.size)
    places, ids = register.places, register.ids[rows]
    at = rows.tolist()
    return Register(
        homes=SomeOf(register.homes, tuple(at)),
        directory=register.directory,
        hash="",
        frame=register.frame[rows],
        silent={name: flags[rows] for name, flags in register.silent.items()},
        places=Places(
            places.known[rows], places.easting[rows], places.northing[rows], tuple(places.authority[row] for row in at)
        ),
        people=_people(register.people, homes),
        lists=_lists(register.lists, homes),
        skills={domain: levels[rows] for domain, levels in register.skills.items()},
        row_of={i: row for row, i in enumerate(ids.tolist())},
        entries=_entries(register.entries, homes),
        by_id=register.by_id[rows],
        ids=ids,
        unplaced=(),
        unconnected=(),
        fosters=register.fosters[rows],
        of_parents=register.of_parents[rows],
        of_connected=register.of_connected[rows],
        families=register.families[rows],
        stays=register.stays.part(rows),
        lasting=Lasting(frozenset(register.frame.columns)),
    )


def _entries(whole: Mapping[int, tuple[int, ...]], homes: _Renumbered) -> dict[int, tuple[int, ...]]:
    """The rows of homes with several entries."""
    there = {int(homes.number[row]): entries for row, entries in whole.items() if homes.number[row] != GONE}
    return {row: tuple(homes.number[list(entries)].tolist()) for row, entries in there.items()}


def _some(values: Any, at: Rows) -> Any:
    """Some of an array's entries, or of a tuple's."""
    return values[at] if isinstance(values, np.ndarray) else tuple(values[k] for k in at.tolist())


def _lists(whole: Lists, homes: _Renumbered) -> Lists:
    return Lists(**{f.name: _of_lists(getattr(whole, f.name), homes) for f in fields(whole)})


def _of_lists(whole: Any, homes: _Renumbered) -> Any:
    """One list of the homes: by id, by child, by word, or an entry a home."""
    if isinstance(whole, Links):
        return homes.links(whole)
    if isinstance(whole, np.ndarray):
        return whole[homes.rows]
    if all(isinstance(of, np.ndarray) for of in whole.values()):
        return {word: of[homes.rows] for word, of in whole.items()}
    return homes.records(whole)


def _people(whole: People, homes: _Renumbered) -> People:
    """Those who live in these homes."""
    at = _of_homes(whole.home, homes.rows)
    people = _Renumbered.of(at, len(whole.home))
    each = ("fostered", "resident", "child", "siblings_recorded", "unnamed")
    return People(
        home=homes.number[whole.home[at]],
        by_id=Links.of((k, i) for k, i in enumerate(whole.ids[at].tolist()) if i is not None),
        says_sibling=people.links(whole.says_sibling),
        placings=_placings(whole.placings, homes, people),
        siblings_now=whole.siblings_now[homes.rows],
        company=whole.company.of(at.tolist()),
        ids=whole.ids[at],
        **{name: getattr(whole, name)[at] for name in each},
    )


def _of_homes(home: Rows, rows: Rows) -> Rows:
    """The entries that are of these rows, home by home; `home` rises, as people are laid out home by home."""
    first, last = np.searchsorted(home, rows, side="left"), np.searchsorted(home, rows, side="right")
    number = last - first
    within = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
    found: Rows = np.repeat(first, number) + within
    return found


def _placings(whole: Placings, homes: _Renumbered, people: _Renumbered) -> Placings:
    """Who has placed whom in these homes."""
    at = _of_homes(whole.home, homes.rows)
    here, told = _Renumbered.of(at, len(whole.home)), np.flatnonzero(people.number[whole.person] != GONE)
    in_home: dict[int, tuple[int, ...]] = {}
    for k, home in enumerate(homes.number[whole.home[at]].tolist()):
        in_home[home] = (*in_home.get(home, ()), k)
    return Placings(
        home=homes.number[whole.home[at]],
        authority=whole.authority[at],
        number_of=whole.number_of,
        in_home=in_home,
        person=people.number[whole.person[told]],
        of=here.number[whole.of[told]],
        placed=whole.placed[told],
    )
