"""The council's local policy: beds, offers, risks, and what a referral cannot do without."""

from datetime import date
from typing import Literal

from matching.domain.codes import VIOLENCE, RiskKind
from tests.peer.household import beds_needed, related, somebody_to_keep_apart
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Count,
    Known,
    Possible,
    asked,
    at_least,
    at_most,
    by_day,
    every,
    first_of,
    is_day,
    opposite,
    same,
    some,
)
from tests.peer.law import Instrument
from tests.peer.pairing import METRES_A_MILE, Pairing, age, metres, place_of
from tests.peer.within import offered, valid_offer

POLICY = Instrument()
OTHERS_RUN = {"agency", "private", "voluntary"}
OWN_BEDROOM_FROM = 3
RESIDENTIAL_CARE = "residential_care"
FOR_RESIDENTIAL_CARE = {"childrens_home", "residential_school"}


@POLICY.law("POL-VACANCY")
def a_bed_for_the_stay(pair: Pairing) -> Possible:
    if pair.home.kind == "parent":
        return MET
    beds, needed = pair.home.vacancies, beds_needed(pair)
    if beds is None:
        return asked(needed.within(0), MET, asked(None, MET, PROHIBITED))
    last = True if beds.until is None else by_day(pair.asked.end, beds.until)
    fits = every(needed.within(beds.beds), by_day(beds.from_, pair.asked.referral.start), last)
    return asked(some((needed.within(0), fits)), MET, PROHIBITED)


@POLICY.law("POL-OFFER")
def offered_for_this_referral(pair: Pairing) -> Possible:
    if pair.home.run_by not in OTHERS_RUN:
        return MET
    without = asked(offered(pair), asked(valid_offer(pair), MET, NEEDS_APPROVAL), CANNOT_TELL)
    return asked(pair.lives_there, MET, without)


@POLICY.law("POL-APART")
def kept_apart(pair: Pairing) -> Possible:
    return asked(somebody_to_keep_apart(pair), PROHIBITED, MET)


@POLICY.law("POL-KEEP-AWAY")
def kept_away(pair: Pairing) -> Possible:
    avoided = pair.child.keep_away_from
    return asked(None if avoided is None else some(_near(pair, a.postcode, a.miles) for a in avoided), PROHIBITED, MET)


def _near(pair: Pairing, postcode: str | None, miles: float | None) -> Known:
    place = place_of(postcode)
    if place is None or miles is None or pair.place is None:
        return None
    return metres(place, pair.place) <= miles * METRES_A_MILE


@POLICY.law("POL-ACCESS")
def access(pair: Pairing) -> Possible:
    needed, there = pair.child.access_needs, pair.home.access
    if needed is None:
        return asked(None, MET, PROHIBITED)
    return asked(every(*(None if there is None else need in there for need in needed)), MET, PROHIBITED)


@POLICY.law("POL-EMERGENCY-BED")
def emergency_bed(pair: Pairing) -> Possible:
    stays, comes = (_no_longer(pair, since) for since in (pair.child.current_since, pair.asked.referral.start))
    return first_of(
        (pair.home.kind == "parent", MET),
        (opposite(pair.home.emergency_bed), MET),
        otherwise=asked(pair.lives_there, asked(stays, MET, PROHIBITED), asked(comes, MET, PROHIBITED)),
    )


def _no_longer(pair: Pairing, since: date | Literal[False] | None) -> Known:
    """Whether a stay since that day ends within the longest that the home offers."""
    end = pair.asked.end
    days = (end - since).days if end is not None and is_day(since) else None
    return at_most(days, pair.home.longest_stay_days)


@POLICY.law("POL-BEDROOM")
def bedrooms(pair: Pairing) -> Possible:
    if not pair.fostering:
        return MET
    start = pair.asked.referral.start
    needing = Count(
        every(age(child.born, start) >= OWN_BEDROOM_FROM, opposite(pair.lives_here(child)))
        for child in pair.asked.arriving
    )
    return asked(some((needing.within(0), needing.within(pair.home.bedrooms_free))), MET, NEEDS_APPROVAL)


@POLICY.law("POL-DOES-NOT-TAKE")
def risks_that_the_home_takes(pair: Pairing) -> Possible:
    return first_of(
        (_has_excluded(pair, "current"), PROHIBITED), (_has_excluded(pair, "history"), CANNOT_TELL), otherwise=MET
    )


def _has_excluded(pair: Pairing, level: str) -> Known:
    """Whether she has a risk of this level that the home does not take; a kind that nobody recorded of her is none."""
    excluded, risks = pair.home.does_not_take, pair.child.risks
    if risks is None:
        return False if excluded == () else None
    return some(every(same(risk.level, level), _covers(excluded, risk.kind)) for risk in risks)


def _covers(excluded: tuple[RiskKind, ...] | None, kind: RiskKind | None) -> Known:
    """Whether kinds of risk hold this one; violence holds its own kinds, and unsaid may be any of them."""
    if excluded is None or (kind is None and excluded):
        return None
    if kind in excluded or (kind in VIOLENCE and "violence" in excluded):
        return True
    return None if kind == "violence" and VIOLENCE & set(excluded) else False


@POLICY.law("POL-REQUIRED")
def what_the_referral_requires(pair: Pairing) -> Possible:
    words = pair.asked.referral.required
    if words is None:
        return asked(None, MET, PROHIBITED)
    in_care = pair.fostering and RESIDENTIAL_CARE in words
    return CANNOT_TELL if in_care else asked(every(*(_has(pair, word) for word in words)), MET, PROHIBITED)


def _has(pair: Pairing, word: str) -> Known:
    """Whether a home has what a word asks for; words that stand for no fact are looked up, and never missing."""
    home, alone = pair.home, _no_other_children(pair)
    smoke_free = opposite(home.smoking)
    answers: dict[str, Known] = {
        "no_other_children": alone,
        "solo": every(alone, len(pair.asked.arriving) == 1),
        "two_carers": at_least(home.carers, 2),
        "no_pets": opposite(home.pets),
        "non_smoking": smoke_free,
        "no_smoking": smoke_free,
    }
    if word == RESIDENTIAL_CARE and home.kind in FOR_RESIDENTIAL_CARE:
        return True
    listed = word in (home.access or ()) or word in (home.support or ())
    return answers.get(word, listed or None)


def _no_other_children(pair: Pairing) -> Known:
    """Whether nobody but adults lives there beside those who arrive."""
    if pair.members is None:
        return None
    return every(*(related(member, {"adult"}) for member in pair.members))


@POLICY.law("POL-IN-HOUSE-FIRST")
def in_house_first(pair: Pairing) -> Possible:
    return MET
