"""Everybody who lives in the homes of a case, by whichever record says so."""

from collections.abc import Iterator, Mapping, Sequence

from matching.domain.case import Authority, Case, responsible_authority
from matching.domain.child import Child
from matching.domain.codes import Relation
from matching.domain.home import Home, Member


def with_everybody(case: Case) -> tuple[Home, ...]:
    """The case's homes, each with everybody who lives there by either record.

    Entries of one home (`same_home_as`) share their household. Where it is not recorded who lives in a home, that stays
    so: one child more does not make it known.
    """
    shared = any(h.same_home_as for h in case.homes)
    root_of = dict(zip((h.id for h in case.homes), _roots(case.homes), strict=True)) if shared else {}
    homes = _shared(case.homes, root_of) if shared else case.homes
    living: dict[str, list[Child]] = {}
    for child in case.children:
        if child.current_home:
            living.setdefault(root_of.get(child.current_home, child.current_home), []).append(child)
    return tuple(_with(h, living.get(root_of.get(h.id, h.id), ()), case) for h in homes)


def _with(home: Home, children: Sequence[Child], case: Case) -> Home:
    if home.household is None or not children:
        return home
    listed = {member.id for member in home.household}
    added = tuple(as_member(c, case.authority) for c in children if c.id not in listed)
    return home.model_copy(update={"household": (*home.household, *added)}) if added else home


def as_member(child: Child, authority: Authority) -> Member:
    """A looked-after child as the home's record would list her; siblings without a name leave the list unknown."""
    siblings = None if child.siblings is None else tuple(s.child for s in child.siblings)
    return Member(
        id=child.id,
        born=child.born,
        sex=child.sex,
        relation=Relation.LOOKED_AFTER,
        placed_by=responsible_authority(child, authority),
        sibling_of=None if siblings is None or None in siblings else tuple(s for s in siblings if s is not None),
        risks=child.risks,
        vulnerable_to=child.vulnerable_to,
    )


def _shared(homes: tuple[Home, ...], root_of: Mapping[str, str]) -> tuple[Home, ...]:
    """The homes, each entry with the household of the home that it is part of."""
    groups: dict[str, list[Home]] = {}
    for home in homes:
        groups.setdefault(root_of[home.id], []).append(home)
    households = {root: _household(entries) for root, entries in groups.items() if len(entries) > 1}
    return tuple(
        h.model_copy(update={"household": households[root_of[h.id]]}) if root_of[h.id] in households else h
        for h in homes
    )


def _roots(homes: Sequence[Home]) -> Iterator[str]:
    """For each entry, the entry that all of its home lead to; of a circle, the first by id."""
    parts, found = {h.id: h.same_home_as for h in homes}, dict[str, str]()
    for first in parts:
        path, at = dict[str, None](), first
        while at not in path and at not in found and parts.get(at) is not None:
            path[at] = None
            at = str(parts[at])
        root = found.get(at, at) if at not in path else min(list(path)[list(path).index(at) :])
        found |= dict.fromkeys((*path, first), root)
        yield found[first]


def entries_of(homes: Sequence[Home]) -> dict[int, tuple[int, ...]]:
    """For each home of which there are several entries, the rows of all of them."""
    if not any(h.same_home_as for h in homes):
        return {}
    groups: dict[str, list[int]] = {}
    for row, root in enumerate(_roots(homes)):
        groups.setdefault(root, []).append(row)
    return {row: tuple(rows) for rows in groups.values() if len(rows) > 1 for row in rows}


def _household(entries: Sequence[Home]) -> tuple[Member, ...] | None:
    """Everybody whom one of the entries lists, once; unknown where none says who lives there."""
    known = [h.household for h in entries if h.household is not None]
    named = {m.id: m for household in reversed(known) for m in household if m.id is not None}
    unnamed = tuple(m for household in known for m in household if m.id is None)
    return (*named.values(), *unnamed) if known else None
