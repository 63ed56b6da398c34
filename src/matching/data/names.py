"""Names in a case: each stands for one thing, and what must be in the file is in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from matching.data.place import Path
from matching.data.trouble import Trouble
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.referral import Referral

NAME_IT = "Correct the name, or add what it names to the file."


def each_id_names_one(case: Case) -> Iterator[Trouble]:
    """No two children, referrals or homes have one id."""
    yield from _repeated("children", case.children)
    yield from _repeated("referrals", case.referrals)
    yield from _repeated("homes", case.homes)


def each_member_is_one(case: Case) -> Iterator[Trouble]:
    """Nobody lives in a home twice."""
    for n, home in enumerate(case.homes):
        if home.household and len(home.household) > 1:
            for position in _again([member.id for member in home.household]):
                path = ("homes", n, "household", position, "id")
                yield Trouble(path, home.household[position].id, "each person once", "Take one of the two out.")


def referred_children_are_known(case: Case) -> Iterator[Trouble]:
    """A referral asks for children of the file, each once."""
    known = {child.id for child in case.children}
    for n, referral in enumerate(case.referrals):
        for position, child in enumerate(referral.children):
            if child not in known:
                yield Trouble(("referrals", n, "children", position), child, "a child of this file", NAME_IT)
        for position in _again(referral.children):
            path = ("referrals", n, "children", position)
            yield Trouble(path, referral.children[position], "each child once", "Take one of the two out.")


def settled_homes_are_known(case: Case) -> Iterator[Trouble]:
    """A home that is decided on or approved is in the file, and so is a referral that an approval names."""
    homes = {home.id for home in case.homes}
    for n, decided in enumerate(case.decided):
        if decided.home is not None and decided.home not in homes:
            yield Trouble(("decided", n, "home"), decided.home, "a home of this file", NAME_IT)
    referrals = {referral.id for referral in case.referrals}
    for n, given in enumerate(case.approvals):
        if given.home is not None and given.home not in homes:
            yield Trouble(("approvals", n, "home"), given.home, "a home of this file", NAME_IT)
        if given.referral is not None and given.referral not in referrals:
            yield Trouble(("approvals", n, "referral"), given.referral, "a referral of this file", NAME_IT)


def shared_homes_are_known(case: Case) -> Iterator[Trouble]:
    """`same_home_as` names another home of the file."""
    homes = {home.id for home in case.homes}
    for n, home in enumerate(case.homes):
        if home.same_home_as is not None and (home.same_home_as not in homes or home.same_home_as == home.id):
            path = ("homes", n, "same_home_as")
            yield Trouble(path, home.same_home_as, "another home of this file", NAME_IT)


def nobody_is_their_own_sibling(case: Case) -> Iterator[Trouble]:
    """A child is not among her own siblings, nor among those she must not live with."""
    for n, child in enumerate(case.children):
        others: Iterable[tuple[Path, str | None]] = (
            *((("siblings", at, "child"), sibling.child) for at, sibling in enumerate(child.siblings or ())),
            *((("must_not_live_with", at), other) for at, other in enumerate(child.must_not_live_with or ())),
        )
        for path, other in others:
            if other is not None and other == child.id:
                yield Trouble(("children", n, *path), other, "another person", "Name the other one.")


def _repeated(table: str, entries: Sequence[Child | Referral | Home]) -> Iterator[Trouble]:
    for position in _again([entry.id for entry in entries]):
        found = entries[position].id
        yield Trouble(
            (table, position, "id"), found, f"an id that no other of the {table} has", "Give each its own id."
        )


def _again(ids: Sequence[str | None]) -> Iterator[int]:
    """The positions at which an id stands that stood before."""
    if len(set(ids)) == len(ids):
        return
    seen: Counter[str | None] = Counter()
    for position, name in enumerate(ids):
        seen[name] += 1
        if name is not None and seen[name] > 1:
            yield position
