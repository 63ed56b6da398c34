"""Who lives in the homes of a register, as flat columns: a row a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.facts.links import Flags, Links, Rows

YES, NO, UNKNOWN = 1, 0, -1
States = npt.NDArray[np.int8]

FOSTERED = frozenset({Relation.LOOKED_AFTER, Relation.PRIVATELY_FOSTERED})
MAYBE_PLACED = frozenset({Relation.LOOKED_AFTER, None})
LIVES_IN_CARE = frozenset({Relation.LOOKED_AFTER, Relation.RESIDENT})


@dataclass(frozen=True, slots=True)
class People:
    """Everybody recorded as living in a home; states are 1 yes, 0 no, -1 unknown.

    `home` is the row of the register; `by_id` and `says_sibling` give rows of this table, the second for the ids that
    a person's own record names as siblings. A row a home: `siblings_now`, whether all who are fostered there are
    siblings of each other. `placed_by` gives, for each authority, the homes in which it has placed a child, and
    `placed_by_nobody` the people who may be placed by an authority that is not recorded.
    """

    members: tuple[Member, ...]
    home: Rows
    by_id: Links
    says_sibling: Links
    fostered: States
    resident: States
    siblings_now: States
    placed_by: Mapping[str, Rows]
    placed_by_nobody: Flags
    siblings_recorded: Flags
    unnamed: Rows


def people(homes: Sequence[Home]) -> People:
    """Lay out everybody who is recorded as living in these homes."""
    flat = [(row, member) for row, home in enumerate(homes) for member in home.household or ()]
    members = tuple(member for _, member in flat)
    return People(
        members=members,
        home=np.array([row for row, _ in flat], dtype=np.int64),
        by_id=Links.of((i, m.id) for i, m in enumerate(members) if m.id is not None),
        says_sibling=Links.of((i, s) for i, m in enumerate(members) for s in m.sibling_of or ()),
        fostered=_states(members, lambda r: r in FOSTERED),
        resident=_states(members, lambda r: r in LIVES_IN_CARE),
        siblings_now=np.array([siblings_state(h) for h in homes], dtype=np.int8),
        placed_by=Links.of(sorted(_placements(flat))).by_id,
        placed_by_nobody=np.array(
            [m.placed_by is None and m.relation in MAYBE_PLACED for m in members], dtype=np.bool_
        ),
        siblings_recorded=np.array([m.sibling_of is not None for m in members], dtype=np.bool_),
        unnamed=np.array([row for row, m in flat if m.id is None], dtype=np.int64),
    )


def _placements(flat: Sequence[tuple[int, Member]]) -> set[tuple[int, str]]:
    """Which authority has placed a child in which home."""
    return {(row, m.placed_by) for row, m in flat if m.relation is Relation.LOOKED_AFTER and m.placed_by}


def siblings_state(home: Home, besides: frozenset[str] = frozenset()) -> int:
    """Whether all who are fostered in a home, besides these, are siblings of each other: 1 yes, 0 no, -1 unknown."""
    said = all_siblings([m for m in home.household or () if m.relation in FOSTERED and m.id not in besides])
    return UNKNOWN if said is None else int(said)


def _states(members: Sequence[Member], holds: Callable[[Relation], bool]) -> States:
    """Whether each person's relation to the home is such, where it is recorded."""
    found = [UNKNOWN if m.relation is None else int(holds(m.relation)) for m in members]
    return np.array(found, dtype=np.int8)


def are_siblings(one: Member, other: Member) -> bool | None:
    """Yes if either record says so; no if either is known and neither does; else unknown."""
    said = [_names(one, other.id), _names(other, one.id)]
    return True if True in said else (False if False in said else None)


def _names(member: Member, other: str | None) -> bool | None:
    if member.sibling_of is None or other is None:
        return None
    return other in member.sibling_of


def all_siblings(members: Sequence[Member]) -> bool | None:
    """Whether every two of these are siblings; true of one alone and of nobody."""
    pairs = [are_siblings(one, other) for i, one in enumerate(members) for other in members[i + 1 :]]
    return False if False in pairs else (None if None in pairs else True)
