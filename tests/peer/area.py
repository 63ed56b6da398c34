"""The Care Planning, Placement and Case Review Regulations 2010 on where a home is: schools, areas and countries."""

from datetime import date

from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    Known,
    Possible,
    asked,
    every,
    first_of,
    known_in,
    opposite,
    same,
    some,
)
from tests.peer.law import Instrument
from tests.peer.pairing import BRITISH, Pairing, metres, place_of

WHERE = Instrument()
LONGEST_JOURNEY = 45
ENGLAND_AND_WALES = {"england", "wales"}


def _in_area(pair: Pairing, authorities: tuple[str, ...] | None) -> Known:
    if pair.abroad:
        return False
    return None if authorities is None or pair.authority is None else pair.authority in authorities


def _placed_within(pair: Pairing) -> Known:
    """In the area, or exempt by regulation 11(4)."""
    connected = every(pair.home.kind == "connected_foster", pair.connected)
    inside = _in_area(pair, (pair.asked.authority_of(pair.child),))
    return some((pair.lives_there, going_home(pair), inside, connected, every(pair.fostering, pair.own_approved)))


def going_home(pair: Pairing) -> Known:
    """Whether a child under section 20 would live with a parent: that is no placement."""
    return every(pair.home.kind == "parent", same(pair.child.legal_status, "V2"))


@WHERE.law("CPPCR-11-1A")
def out_of_area(pair: Pairing) -> Possible:
    adjoining = _in_area(pair, pair.asked.case.authority.adjoining)
    return asked(_placed_within(pair), MET, asked(adjoining, NEEDS_APPROVAL, MET))


@WHERE.law("CPPCR-11-1B")
def at_a_distance(pair: Pairing) -> Possible:
    adjoining = _in_area(pair, pair.asked.case.authority.adjoining)
    return asked(some((_placed_within(pair), adjoining)), MET, NEEDS_APPROVAL)


@WHERE.law("CPPCR-10")
def key_stage_4(pair: Pairing) -> Possible:
    school = pair.child.school
    concerns = every(
        known_in(_year_at_start(pair), {10, 11}),
        school.registered if school else (False if pair.age_at_start < 4 else None),
        pair.moves,
        opposite(pair.asked.referral.emergency),
    )
    return asked(concerns, asked(_keeps_school(pair), MET, NEEDS_APPROVAL), MET)


def _year_at_start(pair: Pairing) -> int | None:
    """The year group on the first day: a year higher for each 1 September from the day of the record."""
    recorded = pair.child.school.year_group if pair.child.school else None
    since, start = pair.asked.case.as_of, pair.asked.referral.start
    turns = sum(since < date(year, 9, 1) <= start for year in range(since.year, start.year + 1))
    return None if recorded is None else recorded + turns


def _keeps_school(pair: Pairing) -> Known:
    """The home says that it can keep the school, or the journey is short enough."""
    school = pair.child.school
    urn, learns = (school.urn, place_of(school.postcode)) if school else (None, None)
    can_keep = None if pair.home.can_keep is None else some(same(kept, urn) for kept in pair.home.can_keep)
    near = None if learns is None or pair.place is None else _minutes(metres(learns, pair.place)) <= LONGEST_JOURNEY
    return some((can_keep, near))


def _minutes(straight: float) -> int:
    """The published fit of journeys by road to the straight line."""
    return int(6.8 + 1.99 * (straight / 1000) ** 0.819 + 0.5)


@WHERE.law("CPPCR-12")
def outside_england_and_wales(pair: Pairing) -> Possible:
    status = pair.child.legal_status
    return first_of(
        (_in_england_or_wales(pair), MET),
        (going_home(pair), MET),
        (known_in(status, {"C1", "C2"}), NEEDS_APPROVAL),
        (same(status, "V2"), NEEDS_APPROVAL),
        otherwise=CANNOT_TELL,
    )


def _in_england_or_wales(pair: Pairing) -> Known:
    """By the authority that the home is in, else by the country that is recorded."""
    if pair.authority is not None and not pair.abroad:
        return pair.authority[0] in "EW"
    country = (pair.home.country or "").lower()
    return country in ENGLAND_AND_WALES if country in BRITISH or pair.abroad else None
