"""Every child that a case knows, looked through once for all its questions: by id, and who names whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from matching.domain.child import Child


@dataclass(frozen=True, slots=True, eq=False)
class KnownChildren:
    """The children by id; those whose records name an id as a sibling's or could keep them from it; and the open ones.

    The record of an open one does not say of everybody whether it keeps her apart. `living` gives who lives in a home
    by their own records.
    """

    by_id: Mapping[str, Child]
    naming: Mapping[str, tuple[Child, ...]]
    open: tuple[Child, ...]
    living: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Children who are the same only as the same tuple: comparing hundreds of records would take longer."""

    children: tuple[Child, ...]

    def __hash__(self) -> int:
        return id(self.children)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.children is other.children


def known_children(everyone: tuple[Child, ...]) -> KnownChildren:
    """These children, looked through once as long as they are asked for."""
    return _looked_through(Same(everyone))


@lru_cache(maxsize=8)
def _looked_through(those: Same) -> KnownChildren:
    naming, living = dict[str, list[Child]](), dict[str, list[str]]()
    for child in those.children:
        if child.current_home:
            living.setdefault(child.current_home, []).append(child.id)
        for named in _named_by(child):
            naming.setdefault(named, []).append(child)
    return KnownChildren(
        by_id={child.id: child for child in those.children},
        naming={named: tuple(by) for named, by in naming.items()},
        open=tuple(child for child in those.children if _is_open(child)),
        living={home: tuple(there) for home, there in living.items()},
    )


def _named_by(child: Child) -> frozenset[str]:
    """Whom a child's record names anywhere that makes them siblings or could keep them apart."""
    siblings, orders = (s.child for s in child.siblings or ()), (o.against for o in child.court_orders or ())
    return frozenset(i for i in (*(child.must_not_live_with or ()), *siblings, *orders) if i is not None)


def _is_open(child: Child) -> bool:
    """Whether a child's record leaves open from whom it keeps her apart."""
    if None in (child.must_not_live_with, child.siblings, child.court_orders):
        return True
    unnamed = any(s.child is None for s in child.siblings or ())
    return unnamed or any(o.against is None for o in child.court_orders or ())
