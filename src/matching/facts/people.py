"""Who lives in the homes of a register, as flat columns: a row a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.facts.company import Company, company
from matching.facts.links import Flags, Links, Rows
from matching.facts.relations import FOSTERED, LIVES_IN_CARE, related
from matching.facts.truth import NO, UNKNOWN, YES, Truths, all_of, any_of, truth


@dataclass(frozen=True, slots=True)
class Placings:
    """Which authority has, or may have, placed children in which home: a row for each such two.

    `authority` is a number that `number_of` gives, -1 where it is not recorded; `in_home` gives the rows of a home.
    `person`, `of` and `placed` go together: a person who may be placed, the row here that it is about, and whether the
    person is placed by an authority at all.
    """

    home: Rows
    authority: Rows
    number_of: Mapping[str, int]
    in_home: Mapping[int, tuple[int, ...]]
    person: Rows
    of: Rows
    placed: Truths


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Everybody recorded as living in a home.

    A row a person: `ids` are None where a record has no name, `home` is the row of the register; `fostered`,
    `resident` and `child` are answers; `unnamed` marks who has no id, `siblings_recorded` whose record says who are
    siblings. `by_id` and `says_sibling` give rows here, the second for the ids that a person's own record names as
    siblings. A row a home: `siblings_now`, whether all who are fostered there are siblings of each other.
    """

    ids: npt.NDArray[np.object_]
    home: Rows
    by_id: Links
    says_sibling: Links
    fostered: Truths
    resident: Truths
    child: Truths
    placings: Placings
    siblings_recorded: Flags
    unnamed: Flags
    siblings_now: Truths
    company: Company

    @property
    def size(self) -> int:
        """How many people there are."""
        return len(self.ids)


def people(homes: Sequence[Home]) -> People:
    """Lay out everybody who is recorded as living in these homes."""
    flat = [(row, member) for row, home in enumerate(homes) for member in home.household or ()]
    members = tuple(member for _, member in flat)
    return People(
        home=np.array([row for row, _ in flat], dtype=np.int64),
        by_id=Links.of((i, m.id) for i, m in enumerate(members) if m.id is not None),
        says_sibling=Links.of((i, s) for i, m in enumerate(members) for s in m.sibling_of or ()),
        fostered=_answers(members, lambda r: r in FOSTERED),
        resident=_answers(members, lambda r: r in LIVES_IN_CARE),
        child=_answers(members, lambda r: r is not Relation.ADULT),
        placings=_placings(flat),
        siblings_recorded=np.array([m.sibling_of is not None for m in members], dtype=np.bool_),
        unnamed=np.array([m.id is None for m in members], dtype=np.bool_),
        siblings_now=np.array([siblings_state(h) for h in homes], dtype=np.int8),
        company=company(members),
        ids=np.array([m.id for m in members], dtype=np.object_),
    )


def _answers(members: Sequence[Member], holds: Callable[[Relation], bool]) -> Truths:
    """Whether each person's relation to the home is such, where it is recorded."""
    return np.array([related(m, holds) for m in members], dtype=np.int8)


def _placings(flat: Sequence[tuple[int, Member]]) -> Placings:
    at: dict[tuple[int, str | None], int] = {}
    person, of, placed = list[int](), list[int](), list[int]()
    for i, (row, member) in enumerate(flat):
        looked_after = related(member, lambda r: r is Relation.LOOKED_AFTER)
        if looked_after != NO:
            person.append(i)
            of.append(at.setdefault((row, member.placed_by), len(at)))
            placed.append(looked_after)
    number_of = {a: k for k, a in enumerate(dict.fromkeys(a for _, a in at if a is not None))}
    in_home: dict[int, tuple[int, ...]] = {}
    for (row, _), k in at.items():
        in_home[row] = (*in_home.get(row, ()), k)
    return Placings(
        home=np.array([row for row, _ in at], dtype=np.int64),
        authority=np.array([-1 if a is None else number_of[a] for _, a in at], dtype=np.int64),
        number_of=number_of,
        in_home=in_home,
        person=np.array(person, dtype=np.int64),
        of=np.array(of, dtype=np.int64),
        placed=np.array(placed, dtype=np.int8),
    )


def are_siblings(one: Member, other: Member) -> int:
    """Yes if either record says so; no if either is known and neither does; else unknown."""
    said = (_names(one, other.id), _names(other, one.id))
    return YES if YES in said else min(said)


def _names(member: Member, other: str | None) -> int:
    if member.sibling_of is None:
        return UNKNOWN
    if other is None:
        return UNKNOWN if member.sibling_of else NO
    return truth(other in member.sibling_of)


def siblings_state(home: Home, besides: frozenset[str] = frozenset()) -> int:
    """Whether all who are fostered in a home, besides these, are siblings of each other."""
    there = [m for m in home.household or () if m.id is None or m.id not in besides]
    fostered = [(m, related(m, lambda r: r in FOSTERED)) for m in there]
    pairs = combinations([(m, f) for m, f in fostered if f is not NO], 2)
    return all_of(any_of((YES - f, YES - g, are_siblings(m, n))) for (m, f), (n, g) in pairs)
