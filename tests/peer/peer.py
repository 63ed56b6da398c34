"""The law once more, one child and one home at a time: the oracle that the engine's findings are checked against.

Each rule is a question tree from the contract and the field's own words; it shares with the engine the nouns and the
postcodes, and nothing else. Speed is of no account here.
"""

from collections.abc import Callable, Iterable, Iterator

from matching.domain.case import Case
from matching.domain.codes import Outcome, Setting
from tests.peer.household import (
    IS_FOSTERED,
    LIVES_IN_CARE,
    all_siblings,
    beds_needed,
    consents,
    exempted,
    others_consent,
    somebody_to_keep_apart,
    would_be,
)
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Known,
    Possible,
    asked,
    at_least,
    at_most,
    bounded,
    by_day,
    every,
    opposite,
    outcome_of,
    same,
    some,
)
from tests.peer.pairing import METRES_A_MILE, Asked, Pairing, limit, metres, place_of

USUAL_LIMIT, LONGEST_JOURNEY = 3, 45
OTHER_ARRANGEMENTS = {"supported_accommodation", "residential_school", "family_centre", "other_arrangements"}
UNDER_THE_ACT = {"childrens_home", "family_centre"}
REGISTERED_OTHERWISE = {"residential_school", "supported_accommodation"}
WITH_PLACES = UNDER_THE_ACT | {"residential_school", "supported_accommodation"}
OTHERS_RUN = {"agency", "private", "voluntary"}
IMPLIED = {"residential_school": Setting.SCHOOL, "family_centre": Setting.FAMILY_CENTRE}
LISTED_27A = {"care_home", "hospital", "family_centre", "school", "holiday_scheme"}
LISTED_27C = LISTED_27A | {"fe_institution", "academy_16_19"}

Law = Callable[[Pairing], Possible]
LAWS: dict[str, Law] = {}


def law(rule: str) -> Callable[[Law], Law]:
    """Enters a law under the rule's id."""

    def enter(said: Law) -> Law:
        LAWS[rule] = said
        return said

    return enter


def judge(pair: Pairing, rules: Iterable[str] | None = None) -> dict[str, Outcome]:
    """The outcome of each of these laws for one pair; of every law where none are named."""
    return {rule: outcome_of(LAWS[rule](pair)) for rule in rules or LAWS}


def pairings(case: Case) -> Iterator[Pairing]:
    """Every arriving child of every referral in every home, in the order of the case."""
    for referral in case.referrals:
        question = Asked(case, referral)
        for child in question.arriving:
            yield from (Pairing(question, child, home) for home in case.homes)


def _of_approved_carers(said: Law) -> Law:
    """Regulation 22 is met by other kinds of home, and by connected carers whose approval is still awaited."""

    def judged(pair: Pairing) -> Possible:
        if not pair.fostering:
            return MET
        status = pair.approval.status
        awaited = None if status is None else status in {"temporary", "none"}
        return asked(every(pair.home.kind == "connected_foster", awaited), MET, said(pair))

    return judged


def _within_terms(pair: Pairing, within: Known) -> Possible:
    """Outside the terms of approval only in an emergency, for six working days."""
    return asked(within, MET, asked(pair.asked.referral.emergency, NEEDS_APPROVAL, PROHIBITED))


@law("CPPCR-22-APPROVED")
@_of_approved_carers
def approved(pair: Pairing) -> Possible:
    status = pair.approval.status
    awaited = None if status is None else status in {"temporary", "none"}
    adopters = every(pair.home.kind == "foster_for_adoption", awaited)
    stays_on_hold = every(same(status, "on_hold"), pair.lives_there)
    return asked(some((same(status, "active"), adopters)), MET, asked(stays_on_hold, CANNOT_TELL, PROHIBITED))


@law("CPPCR-22-AGREEMENT")
@_of_approved_carers
def agreement(pair: Pairing) -> Possible:
    return asked(by_day(pair.approval.agreement_signed, pair.asked.case.as_of), MET, PROHIBITED)


def _age_fits(pair: Pairing, least: float | None, most: float | None) -> Known:
    ends_within = bounded(*pair.age_at_end, most)
    return every(at_least(pair.age_at_start, least), at_most(pair.age_at_start, most), ends_within)


@law("CPPCR-22-AGE")
@_of_approved_carers
def age_within_terms(pair: Pairing) -> Possible:
    least = None if pair.terms is None else pair.terms.age_min or 0
    return _within_terms(pair, _age_fits(pair, least, limit(pair.terms, "age_max")))


@law("CPPCR-22-NUMBER")
@_of_approved_carers
def number_within_terms(pair: Pairing) -> Possible:
    return _within_terms(pair, would_be(pair, IS_FOSTERED).within(limit(pair.terms, "max_children")))


@law("CPPCR-22-SEX")
@_of_approved_carers
def sex_within_terms(pair: Pairing) -> Possible:
    return _within_terms(pair, None if pair.terms is None else _sex_fits(pair, pair.terms.sex))


def _sex_fits(pair: Pairing, taken: str | None) -> Known:
    """Whether a home that takes children of one sex, or of any, takes this child; a limit left out is none."""
    sex = None if pair.child.sex == "U" else pair.child.sex
    return True if taken in {None, "any"} else same(sex, taken)


@law("CPPCR-22-KIND")
@_of_approved_carers
def kind_within_terms(pair: Pairing) -> Possible:
    kind = pair.asked.referral.kind
    if pair.terms is None:
        return _within_terms(pair, None)
    kinds = pair.terms.kinds
    short = None if kind is None else kind in {"bridging", "step_down"}
    listed = [some((same(k, kind), every(k == "short_term", short))) for k in kinds or ()]
    return _within_terms(pair, True if kinds is None else some(listed))


@law("CPPCR-22-NAMED")
@_of_approved_carers
def named_in_terms(pair: Pairing) -> Possible:
    if pair.terms is None:
        return asked(None, MET, PROHIBITED)
    return asked(not pair.terms.children or pair.child.id in pair.terms.children, MET, PROHIBITED)


@law("CPPCR-22-CONSENT")
@_of_approved_carers
def own_service_consents(pair: Pairing) -> Possible:
    consent = some((consents(pair, pair.approval.approved_by, pair.child), _valid_offer(pair)))
    return asked(some((pair.own_approved, consent)), MET, NEEDS_APPROVAL)


@law("CPPCR-22-OTHERS")
@_of_approved_carers
def other_authorities_consent(pair: Pairing) -> Possible:
    return asked(some((pair.own_approved, others_consent(pair))), MET, NEEDS_APPROVAL)


def _offered(pair: Pairing) -> Known:
    offer = pair.home.offer
    return False if offer is None else same(offer.referral, pair.asked.referral.id)


def _valid_offer(pair: Pairing) -> Known:
    until = pair.home.offer.valid_until if pair.home.offer else None
    return every(_offered(pair), None if until is None else until >= pair.asked.case.as_of)


@law("CA89-SCH7")
def usual_fostering_limit(pair: Pairing) -> Possible:
    if not pair.fostering:
        return MET
    few = would_be(pair, IS_FOSTERED).within(USUAL_LIMIT)
    return asked(some((few, all_siblings(pair), exempted(pair))), MET, NEEDS_APPROVAL)


def _in_area(pair: Pairing, authorities: tuple[str, ...] | None) -> Known:
    if pair.abroad:
        return False
    return None if authorities is None or pair.authority is None else pair.authority in authorities


def _placed_within(pair: Pairing) -> Known:
    """In the area, or exempt by regulation 11(4)."""
    connected = every(pair.home.kind == "connected_foster", pair.connected)
    inside = _in_area(pair, (pair.asked.authority_of(pair.child),))
    return some((inside, connected, every(pair.fostering, pair.own_approved)))


@law("CPPCR-11-1A")
def out_of_area(pair: Pairing) -> Possible:
    adjoining = _in_area(pair, pair.asked.case.authority.adjoining)
    return asked(_placed_within(pair), MET, asked(adjoining, NEEDS_APPROVAL, MET))


@law("CPPCR-11-1B")
def at_a_distance(pair: Pairing) -> Possible:
    adjoining = _in_area(pair, pair.asked.case.authority.adjoining)
    return asked(some((_placed_within(pair), adjoining)), MET, NEEDS_APPROVAL)


@law("CPPCR-10")
def key_stage_4(pair: Pairing) -> Possible:
    school = pair.child.school
    year = school.year_group if school else None
    moves = None if pair.child.current_home is None else pair.child.current_home is not False
    concerns = every(
        None if year is None else year in {10, 11},
        school.registered if school else None,
        every(moves, opposite(pair.lives_there)),
        opposite(pair.asked.referral.emergency),
    )
    return asked(concerns, asked(_keeps_school(pair), MET, NEEDS_APPROVAL), MET)


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


def _setting(pair: Pairing) -> str | None:
    implied = Setting.NONE if pair.home.kind == "supported_accommodation" else pair.home.setting
    return IMPLIED.get(pair.home.kind, implied)


def _set_in(pair: Pairing, listed: set[str]) -> Known:
    setting = _setting(pair)
    return None if setting is None else setting in listed


@law("CPPCR-27A")
def under_16(pair: Pairing) -> Possible:
    if pair.home.kind not in OTHER_ARRANGEMENTS:
        return MET
    by_age = MET if pair.age_at_start >= 16 else PROHIBITED
    return asked(_set_in(pair, LISTED_27A), MET, asked(pair.child.age_disputed, CANNOT_TELL, by_age))


@law("CPPCR-27C")
def at_16_and_17(pair: Pairing) -> Possible:
    if pair.home.kind not in OTHER_ARRANGEMENTS:
        return MET
    reaches_16 = opposite(bounded(*pair.age_at_end, 15))
    registered = same(pair.registration.status, "registered")
    supported = every(pair.home.kind == "supported_accommodation", registered)
    return asked(reaches_16, asked(some((_set_in(pair, LISTED_27C), supported)), MET, PROHIBITED), MET)


@law("CSA-11")
def registered_and_open(pair: Pairing) -> Possible:
    if pair.home.kind not in UNDER_THE_ACT:
        closed = every(pair.home.kind in REGISTERED_OTHERWISE, pair.registration.restricted, opposite(pair.lives_there))
        return asked(closed, CANNOT_TELL, MET)
    is_open = some((pair.lives_there, opposite(pair.registration.restricted)))
    return asked(every(same(pair.registration.status, "registered"), is_open), MET, PROHIBITED)


@law("CSA-CAPACITY")
def registered_places(pair: Pairing) -> Possible:
    if pair.home.kind not in WITH_PLACES:
        return MET
    places = limit(pair.home.registration, "capacity")
    return asked(would_be(pair, LIVES_IN_CARE).within(places), MET, PROHIBITED)


@law("CHR-16-RANGE")
def statement_of_purpose(pair: Pairing) -> Possible:
    purpose = pair.home.registration
    if pair.home.kind != "childrens_home" or purpose is None:
        return asked(None, MET, PROHIBITED) if pair.home.kind == "childrens_home" else MET
    ages = _age_fits(pair, purpose.age_min or 0, limit(purpose, "age_max"))
    return asked(every(ages, _sex_fits(pair, purpose.sex)), MET, PROHIBITED)


@law("POL-VACANCY")
def a_bed_for_the_stay(pair: Pairing) -> Possible:
    beds, needed = pair.home.vacancies, beds_needed(pair)
    if beds is None:
        return asked(needed.within(0), MET, asked(None, MET, PROHIBITED))
    last = True if beds.until is None else by_day(pair.asked.end, beds.until)
    fits = every(needed.within(beds.beds), by_day(beds.from_, pair.asked.referral.start), last)
    return asked(some((needed.within(0), fits)), MET, PROHIBITED)


@law("POL-OFFER")
def offered(pair: Pairing) -> Possible:
    if pair.home.run_by not in OTHERS_RUN:
        return MET
    without = asked(_offered(pair), asked(_valid_offer(pair), MET, NEEDS_APPROVAL), CANNOT_TELL)
    return asked(pair.lives_there, MET, without)


@law("POL-APART")
def kept_apart(pair: Pairing) -> Possible:
    return asked(somebody_to_keep_apart(pair), PROHIBITED, MET)


@law("POL-KEEP-AWAY")
def kept_away(pair: Pairing) -> Possible:
    avoided = pair.child.keep_away_from
    return asked(None if avoided is None else some(_near(pair, a.postcode, a.miles) for a in avoided), PROHIBITED, MET)


def _near(pair: Pairing, postcode: str | None, miles: float | None) -> Known:
    place = place_of(postcode)
    if place is None or miles is None or pair.place is None:
        return None
    return metres(place, pair.place) <= miles * METRES_A_MILE


@law("POL-ACCESS")
def access(pair: Pairing) -> Possible:
    needed, there = pair.child.access_needs, pair.home.access
    if needed is None:
        return asked(None, MET, PROHIBITED)
    return asked(every(*(None if there is None else need in there for need in needed)), MET, PROHIBITED)


@law("POL-EMERGENCY-BED")
def emergency_bed(pair: Pairing) -> Possible:
    end = pair.asked.end
    days = None if end is None else (end - pair.asked.referral.start).days
    within = asked(at_most(days, pair.home.longest_stay_days), MET, PROHIBITED)
    return asked(pair.home.emergency_bed, asked(pair.lives_there, CANNOT_TELL, within), MET)
