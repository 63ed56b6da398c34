"""Where each child lives, by a case: the one place of a review that knows where these facts come from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matching.domain.case import Case, responsible_authority
from matching.domain.child import Child
from matching.facts.catalogue import home
from matching.facts.register import Register
from matching.geography.authorities import upper_tier
from matching.geography.distance import miles_between


@dataclass(frozen=True, slots=True)
class Living:
    """A child in a home: `home` is None where it is not recorded, and `row` where the register does not hold it.

    `outside` says whether that is outside the area of her authority, `distant` whether it does not adjoin that either,
    `miles` how far it is from her own home; each None where it cannot be told. `last_considered` is False where it
    never was.
    """

    child: Child
    home: str | None
    row: int | None
    since: date | None
    last_considered: date | bool | None
    outside: bool | None
    distant: bool | None
    miles: float | None


def living_of(case: Case, register: Register) -> Iterator[Living]:
    """Every child of a case who lives in a home, or of whom it is not recorded: not one who has none yet."""
    authorities = register.frame[home.authority.name].to_list()
    abroad = register.frame[home.abroad.name].to_list()
    for child in case.children:
        if child.current_home is not False:
            row = register.row_of.get(child.current_home or "")
            where = None if row is None else authorities[row]
            outside, distant = _area(child, case, where, away=row is not None and bool(abroad[row]))
            yield Living(
                child=child,
                home=child.current_home or None,
                row=row,
                since=child.current_since if isinstance(child.current_since, date) else None,
                last_considered=child.last_considered_on,
                outside=outside,
                distant=distant,
                miles=None if row is None else _miles(child, row, register),
            )


def _area(child: Child, case: Case, where: str | None, *, away: bool) -> tuple[bool | None, bool | None]:
    """Whether a home is outside the area of a child's authority, and whether it adjoins that."""
    if away:
        return True, True
    if where is None:
        return None, None
    responsible = responsible_authority(child, case.authority)
    inside = where == (upper_tier(responsible) or responsible)
    if inside or responsible != case.authority.code or case.authority.adjoining is None:
        return not inside, False if inside else None
    return True, where not in {upper_tier(code) or code for code in case.authority.adjoining}


def _miles(child: Child, row: int, register: Register) -> float | None:
    """How far a home is from the child's own; unknown where either has no place."""
    if not isinstance(child.home_postcode, str) or not register.places.known[row]:
        return None
    found = register.directory.find_all([child.home_postcode])
    if not found.known[0]:
        return None
    places = register.places
    return miles_between(
        int(found.easting[0]), int(found.northing[0]), int(places.easting[row]), int(places.northing[row])
    )
