"""The Care Planning, Placement and Case Review Regulations 2010 on moves, parents and other arrangements."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from matching.domain.codes import Setting
from tests.peer.apart import running
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Known,
    Possible,
    asked,
    bounded,
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
from tests.peer.pairing import Pairing

CARE_PLANNING = Instrument()
OTHER_ARRANGEMENTS = {"supported_accommodation", "residential_school", "family_centre", "other_arrangements"}
IMPLIED = {"residential_school": Setting.SCHOOL, "family_centre": Setting.FAMILY_CENTRE}
LISTED_27A = {"care_home", "hospital", "family_centre", "school", "holiday_scheme"}
LISTED_27C = LISTED_27A | {"fe_institution", "academy_16_19"}
LIFTS_THE_REVIEW = {"immediate_risk", "protect_others"}
IN_CARE = {"C1", "C2"}


@CARE_PLANNING.law("CPPCR-14")
def review_before_a_move(pair: Pairing) -> Possible:
    referral = pair.asked.referral
    urgent = every(referral.emergency, known_in(referral.emergency_because, LIFTS_THE_REVIEW))
    return first_of((opposite(pair.moves), MET), (_reviewed(pair), MET), (urgent, MET), otherwise=CANNOT_TELL)


def _reviewed(pair: Pairing) -> Known:
    """Whether her case was reviewed; a review from before she came to where she lives was of an earlier move."""
    reviewed, since = pair.child.reviewed_on, pair.child.current_since
    since_she_came = None if since is None else not (is_day(reviewed) and is_day(since) and since > reviewed)
    return every(by_day(reviewed, pair.asked.case.as_of), since_she_came)


@CARE_PLANNING.law("CPPCR-17")
def with_a_parent(pair: Pairing) -> Possible:
    steps, orders = pair.home.parent_assessment, pair.child.court_orders
    running_now = running(pair.child, pair.asked.referral.start)
    about_contact = (None if o.kind is None else "contact" in o.kind or o.against is not None for o in running_now)
    taken = (steps.sch3_on, steps.plan_on, steps.iro_consulted_on) if steps else (None,)
    return first_of(
        (pair.home.kind != "parent", MET),
        (opposite(pair.connected), PROHIBITED),
        (None if orders is None else some(about_contact), CANNOT_TELL),
        (same(pair.child.legal_status, "V2"), MET),
        (opposite(known_in(pair.child.legal_status, IN_CARE)), CANNOT_TELL),
        (opposite(every(*(by_day(day, pair.asked.case.as_of) for day in taken))), CANNOT_TELL),
        otherwise=NEEDS_APPROVAL,
    )


@CARE_PLANNING.law("CPPCR-27")
def before_other_arrangements(pair: Pairing) -> Possible:
    if pair.home.kind not in OTHER_ARRANGEMENTS:
        return MET
    hers = [c for c in pair.home.checks or () if c.child == pair.child.id]
    visited = some((_by_today(pair, (c.visited_on for c in hers)), any(c.visit_not_practicable_because for c in hers)))
    suitable = _by_today(pair, (c.suitable_on for c in hers))
    informed = _by_today(pair, (c.iro_informed_on for c in hers))
    return first_of((pair.lives_there, MET), (every(suitable, visited, informed), MET), otherwise=CANNOT_TELL)


def _by_today(pair: Pairing, days: Iterable[date | Literal[False] | None]) -> Known:
    return some(by_day(day, pair.asked.case.as_of) for day in days)


def _setting(pair: Pairing) -> str | None:
    implied = Setting.NONE if pair.home.kind == "supported_accommodation" else pair.home.setting
    return IMPLIED.get(pair.home.kind, implied)


def _set_in(pair: Pairing, listed: set[str]) -> Known:
    setting = _setting(pair)
    return None if setting is None else setting in listed


@CARE_PLANNING.law("CPPCR-27A")
def under_16(pair: Pairing) -> Possible:
    if pair.home.kind not in OTHER_ARRANGEMENTS:
        return MET
    by_age = MET if pair.age_at_start >= 16 else PROHIBITED
    return asked(_set_in(pair, LISTED_27A), MET, asked(pair.child.age_disputed, CANNOT_TELL, by_age))


@CARE_PLANNING.law("CPPCR-27C")
def at_16_and_17(pair: Pairing) -> Possible:
    if pair.home.kind not in OTHER_ARRANGEMENTS:
        return MET
    reaches_16 = opposite(bounded(*pair.age_at_end, 15))
    registered = same(pair.registration.status, "registered")
    supported = every(pair.home.kind == "supported_accommodation", registered)
    return asked(reaches_16, asked(some((_set_in(pair, LISTED_27C), supported)), MET, PROHIBITED), MET)
