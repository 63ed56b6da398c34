"""Those who live in a home already, and the papers of its carers, as the tables of the rules' tests give them."""

from datetime import date
from typing import Any

from matching.domain.child import Child
from matching.domain.home import Home, Member
from tests.builders import a_child, a_home, a_member, ordinary

MINE, OTHER, THIRD = "E06000060", "E06000042", "E10000025"
"""Buckinghamshire, which asks; Milton Keynes; Oxfordshire."""

SERVICE = "acorn"
"""A fostering agency."""


def people(count: int, **changes: Any) -> list[Member]:
    """So many fostered girls, x1 and on, strangers to each other."""
    return [a_member(id=f"x{n}", **changes) for n in range(1, count + 1)]


def sisters(count: int) -> list[Member]:
    """So many fostered girls, x1 and on, each of whose records names the others and Amy."""
    ids = [f"x{n}" for n in range(1, count + 1)]
    return [a_member(id=i, sibling_of=[*(o for o in ids if o != i), "amy"]) for i in ids]


def approval(**changes: Any) -> dict[str, Any]:
    """The ordinary approval, save for what is said."""
    return dict(ordinary("home")["approval"]) | changes


def carers(kind: str = "foster", **changes: Any) -> Home:
    """A fostering home whose approval is ordinary, save for what is said of it."""
    return a_home(kind=kind, approval=approval(**changes))


def carers_on(household: Any = (), **terms: Any) -> Home:
    """A foster home on these terms of approval and no others, with these people in it."""
    return a_home(household=household, approval=approval(terms=terms))


def registered(kind: str = "childrens_home", **changes: Any) -> Home:
    """A home of a registered kind whose registration is ordinary, save for what is said of it."""
    return a_home(kind=kind, registration=dict(ordinary("home")["registration"]) | changes)


def brother_or_sister(of: str = "amy", **changes: Any) -> Child:
    """Bea, a year younger than Amy, whose record names the sister she is to live with."""
    said = {"id": "bea", "born": date(2016, 6, 1), "siblings": [{"child": of, "assessment": "together"}]}
    return a_child(**(said | changes))
