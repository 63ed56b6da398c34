"""What is known of one child in one home, worked out anew for each pair from the records alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from math import hypot

from matching.domain.approval import Approval, Terms
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import ReferralKind
from matching.domain.home import Home, Member, Registration
from matching.domain.referral import Referral
from matching.geography.postcodes import Place, directory
from tests.peer.apart import keeps_from
from tests.peer.knowing import NO_LIMIT, Known, either_record, every, opposite, same, some

METRES_A_MILE = 1609.3
BRITISH = {"england", "wales", "scotland", "northern ireland"}
KINDS_OF_FOSTERING = {"connected_foster", "foster", "foster_for_adoption"}


@cache
def place_of(postcode: str | None) -> Place | None:
    """Where a postcode is."""
    return directory().find(postcode)


def metres(one: Place, other: Place) -> float:
    """The straight line between two places."""
    return hypot(one.easting - other.easting, one.northing - other.northing)


def age(born: date, day: date) -> int:
    """Completed years on a day."""
    return day.year - born.year - ((born.month, born.day) > (day.month, day.day))


def comes_of_age(born: date) -> date:
    """The 18th birthday; 1 March for a child of 29 February."""
    leap = (born.month, born.day) == (2, 29)
    return date(born.year + 18, 3, 1) if leap else born.replace(year=born.year + 18)


@dataclass(frozen=True)
class Asked:
    """One referral of a case, with the children who arrive together, and those of their family who live elsewhere."""

    case: Case
    referral: Referral
    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def arriving(self) -> tuple[Child, ...]:
        """The children, as the referral lists them."""
        children = {child.id: child for child in self.case.children}
        return tuple(children[i] for i in self.referral.children)

    @cached_property
    def others(self) -> tuple[Child, ...]:
        """The children of the case who do not arrive."""
        return tuple(c for c in self.case.children if c.id not in self.referral.children)

    @cached_property
    def others_by_home(self) -> dict[str, list[Child]]:
        """The other children of the case, by the home in which each says that she lives."""
        homes: dict[str, list[Child]] = {}
        for child in self.others:
            homes.setdefault(child.current_home or "", []).append(child)
        return homes

    @cached_property
    def entries(self) -> dict[str, frozenset[str]]:
        """For each home of the case, all the entries that are one home with it, itself among them."""
        one = {home.id: frozenset({home.id}) for home in self.case.homes}
        for home in self.case.homes:
            if home.same_home_as is not None:
                both = one[home.id] | one[home.same_home_as]
                one |= dict.fromkeys(both, both)
        return one

    @cached_property
    def theirs(self) -> dict[str, dict[str, Known]]:
        """For each who arrives, the other children whose record says that she must, or may have to, live apart."""
        start = self.referral.start
        said = {a.id: {c.id: keeps_from(c, a.id, start) for c in self.others} for a in self.arriving}
        return {a: {other: kept for other, kept in of.items() if kept is not False} for a, of in said.items()}

    def end_for(self, child: Child) -> date | None:
        """The last day of a child's stay; a long-term stay without one lasts to the 18th birthday."""
        long_term = self.referral.kind is ReferralKind.LONG_TERM
        return self.referral.expected_end or (comes_of_age(child.born) if long_term else None)

    @cached_property
    def end(self) -> date | None:
        """The last day on which any of them stays."""
        ends = [self.end_for(child) for child in self.arriving]
        return None if None in ends else max(end for end in ends if end)

    def authority_of(self, child: Child) -> str:
        """The authority responsible for a child: the one that asks, where the record does not say."""
        return child.responsible_authority or self.case.authority.code


@dataclass(frozen=True)
class Pairing:
    """One arriving child in one home."""

    asked: Asked
    child: Child
    home: Home

    @cached_property
    def fostering(self) -> bool:
        """Whether it is a foster home."""
        return self.home.kind in KINDS_OF_FOSTERING

    @cached_property
    def approval(self) -> Approval:
        """The carers' approval; of one that nobody recorded nothing is known."""
        return self.home.approval or Approval()

    @cached_property
    def terms(self) -> Terms | None:
        """The terms of approval."""
        return self.approval.terms

    @cached_property
    def registration(self) -> Registration:
        """The home's registration; of one that nobody recorded nothing is known."""
        return self.home.registration or Registration()

    @cached_property
    def members(self) -> tuple[Member, ...] | None:
        """Who lives there beside those who arrive, by the home's record or by their own; None where it has none."""
        household, arriving = self.home.household, self.asked.referral.children
        if household is None:
            return None
        there = tuple(m for m in household if m.id is None or m.id not in arriving)
        unlisted = (c for c in self.living_by_their_record if c.id not in {m.id for m in household})
        return (*there, *(as_listed(c, self.asked.authority_of(c)) for c in unlisted))

    @cached_property
    def living_by_their_record(self) -> list[Child]:
        """The other children of the case whose own record says that they live there, in any entry of the home."""
        entries = sorted(self.asked.entries[self.home.id])
        return [child for entry in entries for child in self.asked.others_by_home.get(entry, ())]

    @cached_property
    def age_at_start(self) -> int:
        """The child's age on the first day."""
        return age(self.child.born, self.asked.referral.start)

    @cached_property
    def age_at_end(self) -> tuple[int, int]:
        """The child's age on the last day of care, at least and at most; care ends on the eve of the 18th birthday."""
        end = self.asked.end_for(self.child)
        if end is None:
            return (self.age_at_start, max(self.age_at_start, 17))
        last = age(self.child.born, min(end, comes_of_age(self.child.born) - timedelta(days=1)))
        return (last, last)

    @cached_property
    def lives_there(self) -> Known:
        """Whether the child already lives there, by her record or by the home's."""
        return self.lives_here(self.child)

    def lives_here(self, child: Child) -> Known:
        """Whether a child lives in this entry of the home; no where her own record names another of its entries."""
        others = self.asked.entries.get(self.home.id, frozenset()) - {self.home.id}
        return False if child.current_home in others else lives_in(child, self.home)

    @cached_property
    def moves(self) -> Known:
        """Whether the child would leave a home for this one."""
        lives_somewhere = None if self.child.current_home is None else self.child.current_home is not False
        return every(lives_somewhere, opposite(self.lives_there))

    @cached_property
    def place(self) -> Place | None:
        """Where the home is."""
        return place_of(self.home.postcode)

    @cached_property
    def authority(self) -> str | None:
        """Whose area the home is in: by its postcode, else as recorded."""
        return self.place.authority if self.place else self.home.authority

    @cached_property
    def abroad(self) -> bool:
        """Whether the home is recorded as outside the United Kingdom."""
        return self.home.country is not None and self.home.country.lower() not in BRITISH

    @cached_property
    def own_approved(self) -> Known:
        """Whether the child's own authority approved the carers."""
        return same(self.approval.approved_by, self.asked.authority_of(self.child))

    @cached_property
    def connected(self) -> Known:
        """Whether the carers are connected to the child."""
        return None if self.home.connected_to is None else self.child.id in self.home.connected_to


def lives_in(child: Child, home: Home) -> Known:
    """Whether a child lives in a home, by either record."""
    by_child = None if child.current_home is None else child.current_home == home.id
    by_home = None if home.household is None else some(same(member.id, child.id) for member in home.household)
    return either_record(by_child, by_home)


def as_listed(child: Child, authority: str) -> Member:
    """A child as the home that she lives in would list her."""
    siblings = None if child.siblings is None else tuple(s.child for s in child.siblings)
    named = None if siblings is None or None in siblings else siblings
    hers = {"id": child.id, "born": child.born, "sex": child.sex, "risks": child.risks}
    return Member.model_validate(hers | {"relation": "looked_after", "placed_by": authority, "sibling_of": named})


def limit(terms: Terms | Registration | None, name: str) -> float | None:
    """A limit of terms or of a registration: none where it is left out, unknown where they are."""
    if terms is None:
        return None
    value: float | None = getattr(terms, name)
    return NO_LIMIT if value is None else value
