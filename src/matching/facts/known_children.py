"""Every child that a case knows, looked through once for all its questions: by id, and who names whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from matching.domain.child import Child
from matching.facts.packed import Packed, SomeOf

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class KnownChildren:
    """The children by id; those whose records name an id as a sibling's or could keep them from it; and the open ones.

    The record of an open one does not say of everybody whether it keeps her apart. `living` gives who lives in a home
    by their own records, `home_of` in which home that is.
    """

    by_id: Mapping[str, Child]
    naming: Mapping[str, Sequence[Child]]
    open: tuple[Child, ...]
    living: Mapping[str, tuple[str, ...]]
    home_of: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Children who are the same only as the same tuple: comparing hundreds of records would take longer."""

    children: Sequence[Child]

    def __hash__(self) -> int:
        return id(self.children)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.children is other.children


def known_children(everyone: Sequence[Child]) -> KnownChildren:
    """These children, looked through once as long as they are asked for."""
    return _looked_through(Same(everyone))


@lru_cache(maxsize=8)
def _looked_through(those: Same) -> KnownChildren:
    children = those.children
    seen = children.seen if isinstance(children, PackedChildren) else Seen.of(children)
    return KnownChildren(
        by_id=ById(children, seen.at),
        naming={named: SomeOf(children, by) for named, by in seen.naming.items()},
        open=tuple(children[k] for k in seen.open),
        living=seen.living,
        home_of=seen.home_of,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What looking through children finds: the place of each, and of those who name somebody or whose record is open.

    `living` and `home_of` are as in `KnownChildren`.
    """

    at: Mapping[str, int]
    naming: Mapping[str, tuple[int, ...]]
    open: tuple[int, ...]
    living: Mapping[str, tuple[str, ...]]
    home_of: Mapping[str, str]

    @classmethod
    def of(cls, children: Iterable[Child]) -> "Seen":
        """Look through these once."""
        naming, living = dict[str, list[int]](), dict[str, list[str]]()
        at, home_of, opened = dict[str, int](), dict[str, str](), list[int]()
        for k, child in enumerate(children):
            at[child.id] = k
            if child.current_home:
                living.setdefault(child.current_home, []).append(child.id)
                home_of[child.id] = child.current_home
            for named in _named_by(child):
                naming.setdefault(named, []).append(k)
            if _is_open(child):
                opened.append(k)
        return cls(at, _lasting(naming), tuple(opened), _lasting(living), home_of)


def _lasting(lists: Mapping[str, Sequence[V]]) -> dict[str, tuple[V, ...]]:
    return {key: tuple(of) for key, of in lists.items()}


@dataclass(frozen=True, slots=True, eq=False)
class PackedChildren(Packed[Child]):
    """Children held small who were looked through before they were packed: to unpack all of them takes seconds."""

    seen: Seen = field(kw_only=True)

    @classmethod
    def of_all(cls, children: Sequence[Child]) -> "PackedChildren":
        """Look through these, and pack them."""
        return cls(Packed.of(children).each, seen=Seen.of(children))

    def __reduce__(self) -> tuple[Any, ...]:
        return _packed_again, (self.each, self.seen)


def _packed_again(each: tuple[bytes, ...], seen: Seen) -> PackedChildren:
    return PackedChildren(each, seen=seen)


@dataclass(frozen=True, slots=True, eq=False)
class ById(Mapping[str, Child]):
    """Children by id, looked up where they stand."""

    children: Sequence[Child]
    at: Mapping[str, int]

    def __getitem__(self, child: str) -> Child:
        return self.children[self.at[child]]

    def __contains__(self, child: object) -> bool:
        return child in self.at

    def __iter__(self) -> Iterator[str]:
        return iter(self.at)

    def __len__(self) -> int:
        return len(self.at)


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
