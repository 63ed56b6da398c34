"""The Care Standards Act 2000 and the Children's Homes Regulations 2015, with the council's view of inspections."""

from datetime import date, timedelta

from tests.peer.household import LIVES_IN_CARE, would_be
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Known,
    Possible,
    asked,
    by_day,
    every,
    first_of,
    is_day,
    known_in,
    opposite,
    same,
    some,
)
from tests.peer.law import Instrument
from tests.peer.pairing import Pairing, limit
from tests.peer.within import age_fits, sex_fits

HOMES = Instrument()
UNDER_THE_ACT = {"childrens_home", "family_centre"}
REGISTERED_OTHERWISE = {"residential_school", "supported_accommodation"}
WITH_PLACES = UNDER_THE_ACT | REGISTERED_OTHERWISE
ACCEPTED = {"accept", "accept_with_conditions"}
IMPACT_HOLDS = timedelta(days=14)
IS_A_NEED = 2


@HOMES.law("CSA-11")
def registered_and_open(pair: Pairing) -> Possible:
    if pair.home.kind not in UNDER_THE_ACT:
        closed = every(pair.home.kind in REGISTERED_OTHERWISE, pair.registration.restricted, opposite(pair.lives_there))
        lapsed = every(pair.home.kind == "residential_school", opposite(same(pair.registration.status, "registered")))
        return first_of((lapsed, PROHIBITED), (closed, CANNOT_TELL), otherwise=MET)
    is_open = some((pair.lives_there, opposite(pair.registration.restricted)))
    return asked(every(same(pair.registration.status, "registered"), is_open), MET, PROHIBITED)


@HOMES.law("CSA-CAPACITY")
def registered_places(pair: Pairing) -> Possible:
    if pair.home.kind not in WITH_PLACES:
        return MET
    places = limit(pair.home.registration, "capacity")
    return asked(would_be(pair, LIVES_IN_CARE).within(places), MET, PROHIBITED)


@HOMES.law("CHR-16-RANGE")
def statement_of_purpose(pair: Pairing) -> Possible:
    purpose = pair.home.registration
    if pair.home.kind != "childrens_home" or purpose is None:
        return asked(None, MET, PROHIBITED) if pair.home.kind == "childrens_home" else MET
    ages = age_fits(pair, purpose.age_min or 0, limit(purpose, "age_max"))
    return asked(every(ages, sex_fits(pair, purpose.sex)), MET, PROHIBITED)


@HOMES.law("CHR-12-IMPACT")
def impact_on_those_there(pair: Pairing) -> Possible:
    as_of = pair.asked.case.as_of
    return first_of(
        (_assessed(pair, {"reject"}, _accepted_last(pair)), PROHIBITED),
        (pair.home.kind != "childrens_home", MET),
        (pair.lives_there, MET),
        (_assessed(pair, ACCEPTED, as_of - IMPACT_HOLDS), MET),
        otherwise=NEEDS_APPROVAL,
    )


def _accepted_last(pair: Pairing) -> date | None:
    """The day of the last assessment that surely accepts her: a reject from before it is of the past."""
    said = [a for a in pair.home.impact_assessments or () if a.child == pair.child.id and a.outcome in ACCEPTED]
    return max((a.on for a in said if is_day(a.on) and a.on <= pair.asked.case.as_of), default=None)


def _assessed(pair: Pairing, outcomes: set[str], since: date | None) -> Known:
    """Whether the home so assessed her coming, by today and not before a day; what is not recorded was not given."""
    as_of = pair.asked.case.as_of
    return some(
        every(
            same(said.child, pair.child.id),
            known_in(said.outcome, outcomes),
            by_day(said.on, as_of),
            None if said.on is None else since is None or (said.on is not False and said.on >= since),
        )
        for said in pair.home.impact_assessments or ()
    )


@HOMES.law("CHR-16-NEEDS")
def needs_of_the_statement(pair: Pairing) -> Possible:
    if pair.home.kind != "childrens_home":
        return MET
    takes = pair.registration.takes_emergencies
    rushed = every(pair.asked.referral.emergency, opposite(takes), opposite(pair.lives_there))
    return asked(some((_needs_outside(pair), rushed)), NEEDS_APPROVAL, MET)


def _needs_outside(pair: Pairing) -> Known:
    """Whether she has a need that the home's statement of purpose leaves out; one that names none leaves out none."""
    purpose, graded = pair.home.registration, pair.child.needs
    if purpose is not None and purpose.needs is None:
        return False
    met = purpose.needs if purpose else None
    if graded is None:
        return None
    return some(None if met is None else need not in met for need, level in graded.items() if level >= IS_A_NEED)


@HOMES.law("POL-GRADE")
def inspection_grade(pair: Pairing) -> Possible:
    grade = pair.registration.judgement
    return first_of(
        (pair.home.kind != "childrens_home", MET),
        (known_in(grade, {"good", "outstanding", "requires_improvement"}), MET),
        (same(grade, "inadequate"), NEEDS_APPROVAL),
        otherwise=CANNOT_TELL,
    )
