"""What is due as a placement begins, on days worked out by hand from the calendar and the regulations."""

from datetime import date

import pytest

from tests.builders import a_child, a_home, a_referral, ordinary
from tests.facts.laying_out import approval
from tests.rules.deadlines.following import ADJOINING, AWAY, HERE, agency, days, due, from_
from tests.rules.judging import TODAY

START, FIVE_LATER = date(2026, 12, 1), date(2026, 12, 8)
EMERGENCY = a_referral(emergency=True)


@pytest.mark.parametrize(
    ("start", "latest"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 8), id="a Tuesday, over one weekend"),
        pytest.param(date(2026, 12, 5), date(2026, 12, 11), id="from a Saturday"),
        pytest.param(date(2026, 12, 17), date(2026, 12, 24), id="to Christmas Eve"),
        pytest.param(date(2026, 12, 18), date(2026, 12, 29), id="over Christmas, 25 and 28 December"),
        pytest.param(date(2026, 12, 24), date(2027, 1, 5), id="over Christmas and New Year"),
        pytest.param(date(2027, 3, 19), date(2027, 3, 30), id="over Good Friday and Easter Monday"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 2), id="just before Easter"),
        pytest.param(date(2027, 4, 29), date(2027, 5, 7), id="over the early May bank holiday, 3 May"),
    ],
)
def test_the_placement_plan_is_made_before_the_start_or_five_working_days_after(start, latest):
    assert days("CPPCR-9", referral=from_(start)) == [(start, latest)]


@pytest.mark.parametrize(
    ("start", "by"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 4), id="midweek"),
        pytest.param(date(2026, 12, 4), date(2026, 12, 7), id="from a Friday, over the weekend"),
        pytest.param(date(2026, 12, 24), date(2026, 12, 27), id="over Christmas, for hours know no holidays"),
        pytest.param(date(2026, 12, 30), date(2027, 1, 2), id="over the end of the year"),
        pytest.param(date(2028, 2, 27), date(2028, 3, 1), id="over a 29 February"),
    ],
)
def test_the_planning_meeting_is_held_within_72_hours(start, by):
    assert days("POL-PLANNING-MEETING", referral=from_(start)) == [(by, None)]


@pytest.mark.parametrize(
    "deadline", ["CPPCR-9", "POL-PLANNING-MEETING", "CPPCR-13", "CPPCR-11-3", "CPPCR-10-4", "POL-OFFER-ENDS"]
)
@pytest.mark.parametrize(
    ("child", "household"),
    [
        pytest.param(a_child(**HERE), [], id="by her own record"),
        pytest.param(a_child(), [{"id": "amy", "relation": "looked_after"}], id="by the home's"),
    ],
)
def test_nothing_begins_for_a_child_who_stays_where_she_lives(deadline, child, household):
    assert not due(deadline, agency(postcode=AWAY, household=household), child, EMERGENCY)


def test_who_may_live_there_already_is_told_what_begins():
    assert days("CPPCR-9", a_home(household=None), a_child(current_home=None)) == [(START, FIVE_LATER)]


OWN_AWAY = a_home(postcode=AWAY)
NOWHERE = a_home(postcode=None, authority=None)


@pytest.mark.parametrize(
    ("home", "emergency", "expected"),
    [
        pytest.param(a_home(), False, [(START, None)], id="in the area: those listed"),
        pytest.param(a_home(), True, [(START, FIVE_LATER)], id="in the area, an emergency"),
        pytest.param(a_home(), None, [(START, None)], id="in the area, nobody knows whether it is one"),
        pytest.param(OWN_AWAY, False, 2 * [(START, None)], id="elsewhere: that authority too"),
        pytest.param(OWN_AWAY, True, 2 * [(START, FIVE_LATER)], id="elsewhere, an emergency"),
        pytest.param(agency(postcode=ADJOINING), False, 2 * [(START, None)], id="in an adjoining area"),
        pytest.param(NOWHERE, False, 2 * [(START, None)], id="nobody knows where"),
    ],
)
def test_notices_are_given_before_the_start_and_in_an_emergency_five_working_days_after(home, emergency, expected):
    assert days("CPPCR-13", home, referral=a_referral(emergency=emergency)) == expected


def test_an_emergency_at_christmas_gives_notices_until_after_it():
    start = date(2026, 12, 23)
    assert days("CPPCR-13", referral=from_(start, emergency=True)) == [(start, date(2027, 1, 4))]


@pytest.mark.parametrize(
    ("home", "emergency", "expected"),
    [
        pytest.param(agency(postcode=AWAY), True, [(FIVE_LATER, None)], id="at a distance, an emergency"),
        pytest.param(agency(postcode=ADJOINING), True, [(FIVE_LATER, None)], id="in an adjoining area, an emergency"),
        pytest.param(agency(postcode=AWAY), False, [], id="at a distance, no emergency"),
        pytest.param(agency(), True, [], id="in the area"),
        pytest.param(OWN_AWAY, True, [], id="the authority's own carers, whom regulation 11(4) exempts"),
        pytest.param(
            a_home(kind="connected_foster", connected_to=["amy"], run_by="person", postcode=AWAY),
            True,
            [],
            id="connected carers, whom it exempts too",
        ),
    ],
)
def test_what_an_emergency_outside_the_area_puts_off_is_due_five_working_days_later(home, emergency, expected):
    assert days("CPPCR-11-3", home, referral=a_referral(emergency=emergency)) == expected


def test_it_stays_due_once_the_director_approved():
    given = {"rule": "CPPCR-11-1B", "child": "amy", "home": "oak", "by": "director", "on": TODAY}
    assert days("CPPCR-11-3", agency(postcode=AWAY), referral=EMERGENCY, approvals=(given,)) == [(FIVE_LATER, None)]


def at_school(**changes: object) -> object:
    return a_child(school=ordinary("child")["school"] | changes)


@pytest.mark.parametrize(
    ("home", "child", "expected"),
    [
        pytest.param(a_home(), a_child(), [], id="the school is near"),
        pytest.param(a_home(postcode=AWAY, can_keep=["110000"]), a_child(), [], id="the home keeps it"),
        pytest.param(OWN_AWAY, a_child(), [(START, None)], id="too far"),
        pytest.param(OWN_AWAY, at_school(registered=False), [], id="too far, not a registered pupil"),
        pytest.param(OWN_AWAY, at_school(registered=None), [(START, None)], id="too far, perhaps a pupil"),
        pytest.param(NOWHERE, a_child(), [(START, None)], id="nobody knows where"),
    ],
)
def test_education_is_arranged_unless_the_school_is_surely_kept(home, child, expected):
    assert days("CPPCR-10-4", home, child) == expected


def test_in_an_emergency_it_is_arranged_as_soon_as_can_be():
    (found,) = due("CPPCR-10-4", OWN_AWAY, referral=EMERGENCY)
    assert (found.by, found.latest, found.overdue) == (None, None, False)


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        pytest.param({"referral": "r1", "valid_until": date(2026, 12, 3)}, [(date(2026, 12, 3), False)], id="valid"),
        pytest.param({"referral": "r1", "valid_until": TODAY}, [(TODAY, False)], id="to this day"),
        pytest.param({"referral": "r1", "valid_until": date(2026, 11, 23)}, [(date(2026, 11, 23), True)], id="lapsed"),
        pytest.param({"referral": "r1"}, [], id="nobody knows until when"),
        pytest.param({"referral": "r2", "valid_until": date(2026, 12, 3)}, [], id="for another referral"),
        pytest.param({"valid_until": date(2026, 12, 3)}, [], id="nobody knows for which"),
        pytest.param(None, [], id="none"),
    ],
)
def test_an_offer_is_taken_up_while_it_is_valid(offer, expected):
    found = due("POL-OFFER-ENDS", agency(offer=offer))
    assert [(d.by, d.overdue) for d in found] == expected


def test_a_plan_is_overdue_only_once_its_latest_day_has_passed():
    late = {day: due("CPPCR-9", referral=a_referral(), day=day)[0].overdue for day in (FIVE_LATER, date(2026, 12, 9))}
    assert late == {FIVE_LATER: False, date(2026, 12, 9): True}


def test_siblings_who_arrive_have_each_their_own():
    children = (a_child(), a_child(id="ben", current_home="oak"))
    home = a_home(vacancies={"beds": 2, "from": START}, bedrooms_free=2, approval=approval(terms={"max_children": 3}))
    asked = (a_referral(children=["amy", "ben"]),)
    assert [d.child for d in due("CPPCR-9", home, children=children, referrals=asked)] == ["amy"]
    assert [d.child for d in due("CPPCR-28", home, children=children, referrals=asked)] == ["amy"]
