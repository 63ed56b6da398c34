"""People who join households that are laid out already: added at the end, without laying the others out again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.facts.company import company
from matching.facts.links import laid_over
from matching.facts.people import People, Placings, siblings_state
from matching.facts.relations import FOSTERED, LIVES_IN_CARE, related

NOT_RECORDED = -1


@dataclass(frozen=True, slots=True)
class Joins:
    """Somebody who joins the household of the home in a row, as its record would list her, and may take a bed there."""

    row: int
    member: Member
    takes_a_bed: bool = True
    joins: bool = True


def with_people(table: People, joins: Sequence[Joins], homes: Mapping[int, Home]) -> People:
    """The people with those who join; `homes` are the homes that they join, with them in it, by row."""
    if not joins:
        return table
    first, members = table.size, tuple(j.member for j in joins)
    siblings_now = table.siblings_now.copy()
    for row, home in homes.items():
        siblings_now[row] = siblings_state(home)
    return replace(
        table,
        ids=np.append(table.ids, np.array([m.id for m in members], dtype=np.object_)),
        home=np.append(table.home, [j.row for j in joins]),
        by_id=table.by_id.and_more((first + k, m.id) for k, m in enumerate(members) if m.id is not None),
        says_sibling=table.says_sibling.and_more(
            (first + k, s) for k, m in enumerate(members) for s in m.sibling_of or ()
        ),
        fostered=np.append(table.fostered, [_is(m, FOSTERED) for m in members]).astype(np.int8),
        resident=np.append(table.resident, [_is(m, LIVES_IN_CARE) for m in members]).astype(np.int8),
        child=np.append(table.child, [_is(m, CHILDREN) for m in members]).astype(np.int8),
        placings=with_placings(table.placings, first, joins),
        siblings_recorded=np.append(table.siblings_recorded, [m.sibling_of is not None for m in members]),
        unnamed=np.append(table.unnamed, [m.id is None for m in members]),
        siblings_now=siblings_now,
        company=table.company.and_more(company(members)),
    )


CHILDREN = frozenset(Relation) - {Relation.ADULT}


def _is(member: Member, relations: frozenset[Relation]) -> int:
    return related(member, lambda r: r in relations)


def with_placings(table: Placings, first: int, joins: Sequence[Joins]) -> Placings:
    """The placings with those of the looked-after children who join, who are people from `first` on."""
    first_new, new = len(table.home), list[tuple[int, int]]()
    person, of, placed = list[int](), list[int](), list[int]()
    number_of, in_home = dict(table.number_of), dict[int, tuple[int, ...]]()
    for k, join in enumerate(joins):
        by = join.member.placed_by
        number = NOT_RECORDED if by is None else number_of.setdefault(by, len(number_of))
        there = in_home.get(join.row, table.in_home.get(join.row, ()))
        numbers = (new[p - first_new][1] if p >= first_new else table.authority[p] for p in there)
        at = next((p for p, of_it in zip(there, numbers, strict=True) if of_it == number), first_new + len(new))
        if at == first_new + len(new):
            new.append((join.row, number))
            in_home[join.row] = (*there, at)
        person.append(first + k)
        of.append(at)
        placed.append(_is(join.member, frozenset({Relation.LOOKED_AFTER})))
    return Placings(
        home=np.append(table.home, [row for row, _ in new]).astype(np.int64),
        authority=np.append(table.authority, [number for _, number in new]).astype(np.int64),
        number_of=number_of,
        in_home=laid_over(in_home, table.in_home),
        person=np.append(table.person, person).astype(np.int64),
        of=np.append(table.of, of).astype(np.int64),
        placed=np.append(table.placed, placed).astype(np.int8),
    )
