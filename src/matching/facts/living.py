"""Who lives in which home, and whom homes list, with what the records leave open."""

from collections.abc import Iterator

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import home
from matching.facts.links import Flags
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, either_record, truths


def living_there(question: Question, register: Register) -> Truths:
    """For each arriving child a row, and for each home whether the child lives there already, by either record."""
    return np.array([lives_in(c.id, c.current_home, register) for c in question.children])


def lives_in(child: str, current_home: str | bool | None, register: Register) -> Truths:
    """In which homes a child lives, by the child's own record of where that is and by those of the homes."""
    by_child = truths(register.size, UNKNOWN if current_home is None else NO)
    if isinstance(current_home, str) and current_home in register.row_of:
        by_child[register.row_of[current_home]] = YES
    found = either_record(by_child, listed_in(child, register))
    for entry in _other_entries(current_home, register):
        found[entry] = NO
    return found


def homes_of(child: Child, register: Register) -> list[int]:
    """The rows of the homes in which a child surely lives, by either record."""
    rows: list[int] = np.flatnonzero(lives_in(child.id, child.current_home, register) == YES).tolist()
    return rows


def in_any_entry(found: Truths, register: Register) -> Truths:
    """Who lives in one entry of a home lives in the home: only the bed is not that of another entry."""
    for entries in set(register.entries.values()):
        found[list(entries)] = found[list(entries)].max()
    return found


def _other_entries(current_home: str | bool | None, register: Register) -> Iterator[int]:
    """The other entries of the home in which a child lives: the bed that she holds is not among theirs."""
    row = register.row_of.get(current_home, -1) if isinstance(current_home, str) else -1
    yield from (entry for entry in register.entries.get(row, ()) if entry != row)


def listed_in(child: str, register: Register) -> Truths:
    """Which homes list a child among those who live there; unknown where one of them has no name."""
    table = register.people
    listed = np.where(unrecorded(register) | _has_unnamed(register), UNKNOWN, NO).astype(np.int8)
    listed[table.home[table.by_id.rows([child])]] = YES
    return listed


def unrecorded(register: Register) -> Flags:
    """Homes of which it is not recorded who lives there."""
    return register.silent[home.household.name]


def _has_unnamed(register: Register) -> Flags:
    return np.bincount(register.people.home[register.people.unnamed], minlength=register.size) > 0


def connected(child: Child, register: Register) -> Truths:
    """To which homes' carers a child is connected."""
    return listed(register.lists.connected_to.flags([child.id], register.size), register, home.connected_to.name)


def listed(flags: Flags, register: Register, recorded: str) -> Truths:
    """Yes where the home's list says so, unknown where the home has no such list, else no."""
    return np.where(flags, YES, np.where(register.silent[recorded], UNKNOWN, NO)).astype(np.int8)
