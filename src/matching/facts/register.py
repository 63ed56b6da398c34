"""The homes that there are, laid out once: their facts as columns, their places, who lives there, what they list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import FOSTERING, HomeKind, NeedDomain
from matching.domain.home import Home
from matching.facts.catalogue import home
from matching.facts.everybody import entries_of
from matching.facts.fingerprint import fingerprint
from matching.facts.held import Lasting
from matching.facts.home_columns import column, read_columns
from matching.facts.links import Flags, Rows
from matching.facts.lists import Lists, lists
from matching.facts.packed import Packed
from matching.facts.people import People, people
from matching.facts.stays import Stays, stays
from matching.geography.authorities import country_of, upper_tier
from matching.geography.postcodes import Places, PostcodeDirectory

UNITED_KINGDOM = frozenset({"england", "wales", "scotland", "northern ireland"})
ENGLAND_AND_WALES = frozenset({"england", "wales"})
FAMILY_HOMES = FOSTERING | {HomeKind.PARENT}


SILENT: Mapping[str, Callable[[Home], bool]] = {
    home.household.name: lambda h: h.household is None,
    home.connected_to.name: lambda h: h.connected_to is None,
    home.access.name: lambda h: h.access is None,
    home.terms.name: lambda h: h.approval is None or h.approval.terms is None,
    home.does_not_take.name: lambda h: h.does_not_take is None,
    home.checks.name: lambda h: h.checks is None,
    home.languages.name: lambda h: h.languages is None,
    home.religion.name: lambda h: h.religion is None,
    home.registration.name: lambda h: h.registration is None,
}
"""The lists of a home, and whether its record is silent about each."""


def _flags(flags: Iterable[bool]) -> Flags:
    return np.fromiter(flags, dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Homes laid out for the engine: one row a home in every column, in the order they were given.

    `frame` holds the facts `home.*`; `silent` marks the homes that lack a list; `by_id` is each home's place in the
    order of ids; `entries` gives the rows of one home where it has several; `skills` is a column a domain, with levels
    0 to 4, or -1 where it is not recorded; `fosters` marks foster homes, `of_parents` and
    `of_connected` those of parents and of connected carers, `families` all of these; `unplaced` are
    homes whose postcode has no place, `unconnected` those of carers said to be connected, but not to whom; `lasting`
    keeps what is worked out of the homes alone. Make one with `Register.of`; it never changes.
    """

    homes: Sequence[Home]
    directory: PostcodeDirectory
    hash: str
    frame: pl.DataFrame
    silent: Mapping[str, Flags]
    places: Places
    people: People
    lists: Lists
    skills: Mapping[str, npt.NDArray[np.int8]]
    row_of: Mapping[str, int]
    entries: Mapping[int, tuple[int, ...]]
    by_id: Rows
    ids: npt.NDArray[np.object_]
    unplaced: tuple[str, ...]
    unconnected: tuple[str, ...]
    fosters: Flags
    of_parents: Flags
    of_connected: Flags
    families: Flags
    stays: Stays
    lasting: Lasting

    @property
    def size(self) -> int:
        """The number of homes."""
        return len(self.homes)

    @property
    def packed(self) -> "Register":
        """The same with the homes' own records held small, for a process that hardly ever looks at them."""
        return replace(self, homes=Packed.of(self.homes))

    @classmethod
    def of(cls, homes: Sequence[Home], directory: PostcodeDirectory) -> "Register":
        """Lay out what needs no child: done once when the homes are read."""
        return cls._laid_out(homes, directory, *_frame(homes, directory), hash_=fingerprint(homes))

    @classmethod
    def several(cls, groups: Sequence[Sequence[Home]], directory: PostcodeDirectory) -> list["Register"]:
        """Registers of a few homes each, whose columns are read off at once; they have no hash, and keep nothing."""
        frame, places = _frame([h for homes in groups for h in homes], directory)
        ends = np.cumsum([len(homes) for homes in groups]).tolist()
        parts = [slice(end - len(homes), end) for homes, end in zip(groups, ends, strict=True)]
        each = zip(groups, parts, strict=True)
        alone = [cls._laid_out(homes, directory, frame[at], places.part(at), hash_="") for homes, at in each]
        return [replace(register, lasting=Lasting()) for register in alone]

    @classmethod
    def _laid_out(
        cls, homes: Sequence[Home], directory: PostcodeDirectory, frame: pl.DataFrame, places: Places, *, hash_: str
    ) -> "Register":
        """The rest, from what is read off the homes and where they are."""
        return cls(
            homes=tuple(homes),
            directory=directory,
            hash=hash_,
            frame=frame,
            silent={name: _flags(missing(h) for h in homes) for name, missing in SILENT.items()},
            places=places,
            people=people(homes),
            lists=lists(homes, _authorities(homes, places)),
            skills={d.value: _levels(homes, d) for d in NeedDomain},
            row_of={h.id: row for row, h in enumerate(homes)},
            entries=entries_of(homes),
            by_id=_order([h.id for h in homes]),
            ids=np.array([h.id for h in homes], dtype=np.object_),
            unplaced=_unplaced(homes, places),
            unconnected=_unconnected(homes),
            fosters=_flags(h.kind in FOSTERING for h in homes),
            of_parents=_flags(h.kind is HomeKind.PARENT for h in homes),
            of_connected=_flags(h.kind is HomeKind.CONNECTED_FOSTER for h in homes),
            families=_flags(h.kind in FAMILY_HOMES for h in homes),
            stays=stays(homes),
            lasting=Lasting(frozenset(frame.columns)),
        )


def _frame(homes: Sequence[Home], directory: PostcodeDirectory) -> tuple[pl.DataFrame, Places]:
    """What is read off the homes' own records, and where they are."""
    places = directory.find_all([h.postcode for h in homes])
    return pl.DataFrame([*read_columns(homes), *_place_columns(homes, places)]), places


def _order(ids: Sequence[str]) -> Rows:
    """Each id's place in the order of ids."""
    places = np.empty(len(ids), dtype=np.int64)
    places[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    return places


def _unplaced(homes: Sequence[Home], places: Places) -> tuple[str, ...]:
    """The homes whose postcode is recorded and yet has no place."""
    return tuple(
        sorted(h.id for h, known in zip(homes, places.known.tolist(), strict=True) if h.postcode and not known)
    )


def _unconnected(homes: Sequence[Home]) -> tuple[str, ...]:
    """The homes of parents and connected carers of whom it is not recorded to whom they are connected."""
    kinds = {HomeKind.PARENT, HomeKind.CONNECTED_FOSTER}
    return tuple(sorted(h.id for h in homes if h.connected_to is None and h.kind in kinds))


def _levels(homes: Sequence[Home], domain: NeedDomain) -> npt.NDArray[np.int8]:
    return np.array([-1 if h.skills is None else h.skills.get(domain, -1) for h in homes], dtype=np.int8)


def _authorities(homes: Sequence[Home], places: Places) -> list[str | None]:
    """The authority of each home: its postcode's, at upper tier; else the one recorded; else unknown."""
    return [
        found or (upper_tier(h.authority) if h.authority else None)
        for h, found in zip(homes, places.authority, strict=True)
    ]


def _place_columns(homes: Sequence[Home], places: Places) -> list[pl.Series]:
    authorities = _authorities(homes, places)
    countries = [_country(h, a) for h, a in zip(homes, authorities, strict=True)]
    unknown = pl.Series(~places.known)
    return [
        pl.Series(home.easting.name, places.easting).set(unknown, None),
        pl.Series(home.northing.name, places.northing).set(unknown, None),
        column(home.authority, authorities),
        column(home.abroad, [None if c is None else c not in UNITED_KINGDOM for c in countries]),
        column(home.outside_england_and_wales, [None if c is None else c not in ENGLAND_AND_WALES for c in countries]),
    ]


def _country(h: Home, authority: str | None) -> str | None:
    """The country that the home is in, in small letters: as its authority shows, else as recorded."""
    said = (country_of(authority) if authority else None) or h.country
    return said.lower() if said else None
