"""Words that every answer for people is made of: names of tiers and standings, numbers, days and lists."""

from collections.abc import Iterable, Sequence
from datetime import date

MADE_UP = "Everybody in this case is made up."
TIERS = {
    "parents": "Parents",
    "family_and_friends": "Family and friends",
    "in_house": "In-house foster carers",
    "foster_for_adoption": "Carers who may also adopt",
    "independent_or_residential": "Independent fostering and residential",
    "parted": "Brothers and sisters parted",
}
KINDS = {
    "parent": "a parent",
    "connected_foster": "connected foster carers",
    "foster": "foster carers",
    "foster_for_adoption": "fostering for adoption",
    "childrens_home": "children's home",
    "supported_accommodation": "supported accommodation",
    "residential_school": "residential school",
    "family_centre": "family centre",
    "other_arrangements": "other arrangements",
    "secure": "secure accommodation",
}
SO_STANDS = {
    "met": "it can go ahead",
    "needs_approval": "it needs an approval first",
    "cannot_tell": "nobody can tell yet whether it may be used",
    "prohibited": "it is ruled out",
}
"""How a home stands, as a sentence."""

STANDINGS = {
    "met": "can go ahead",
    "needs_approval": "needs approval",
    "cannot_tell": "cannot tell yet",
    "prohibited": "ruled out",
}
APPROVALS = {
    "nominated_officer": "the nominated officer's approval",
    "director": "the director's approval",
    "all_with_pr": "the approval of all with parental responsibility",
    "registered_manager": "the registered manager's approval",
    "fostering_service": "the fostering service's approval",
    "agency_decision_maker": "the agency decision maker's approval",
    "authority_of_residence": "the approval of the authority that the home is in",
    "other_placing_authority": "the other placing authority's approval",
    "court": "the court's approval",
    "resource_panel": "the resource panel's approval",
    "finance": "finance's approval",
}


def word(code: str) -> str:
    """A code of an open list, as words."""
    return code.replace("_", " ")


def day(on: date) -> str:
    """A day in full, such as 1 December 2026."""
    return f"{on.day} {on:%B %Y}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number of things: `1 home`, `1,204 homes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(things: Iterable[str], most: int | None = None) -> str:
    """Things in a row, as people say them: `oak, elm and ash`; beyond the most, how many more."""
    all_of_them = list(things)
    named = all_of_them if most is None or len(all_of_them) <= most else all_of_them[:most]
    if left := len(all_of_them) - len(named):
        return f"{', '.join(named)} and {left:,} more"
    return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))


def place(number: int) -> str:
    """A place in the order: 1st, 2nd, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def approvals(approvers: Sequence[str | None]) -> str:
    """Whose approvals are needed: `the director's approval`."""
    named = dict.fromkeys(APPROVALS.get(a, word(a)) for a in approvers if a)
    return listed(named) or "approval"


def name_and_id(name: str | None, home: str) -> str:
    """A home's name with its id; the id alone where nobody gave it a name."""
    return f"{name} ({home})" if name else home
