"""Children of a case who live in one of its homes by their own record, though the home's record does not list them."""

from collections.abc import Sequence

from matching.domain.case import Case, responsible_authority
from matching.domain.child import Child
from matching.domain.codes import Relation
from matching.domain.home import Home, Member


def with_everybody(case: Case) -> tuple[Home, ...]:
    """The case's homes, each with everybody who lives there by either record.

    Where it is not recorded who lives in a home, that stays so: one child more does not make it known.
    """
    living: dict[str, list[Child]] = {}
    for child in case.children:
        if child.current_home:
            living.setdefault(child.current_home, []).append(child)
    return tuple(_with(h, living[h.id], case) if h.id in living else h for h in case.homes)


def _with(home: Home, children: Sequence[Child], case: Case) -> Home:
    if home.household is None:
        return home
    listed = {member.id for member in home.household}
    added = tuple(_member(c, case) for c in children if c.id not in listed)
    return home.model_copy(update={"household": (*home.household, *added)}) if added else home


def _member(child: Child, case: Case) -> Member:
    """A looked-after child as the home's record would list her; siblings without a name leave the list unknown."""
    siblings = None if child.siblings is None else tuple(s.child for s in child.siblings)
    return Member(
        id=child.id,
        born=child.born,
        sex=child.sex,
        relation=Relation.LOOKED_AFTER,
        placed_by=responsible_authority(child, case.authority),
        sibling_of=None if siblings is None or None in siblings else tuple(s for s in siblings if s is not None),
        risks=child.risks,
        vulnerable_to=child.vulnerable_to,
    )
