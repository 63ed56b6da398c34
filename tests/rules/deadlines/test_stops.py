"""The days on which a placement must end: outside terms in an emergency, and with carers approved for a time."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import a_child, a_home, a_referral
from tests.rules.deadlines.following import ASSESSED, TEMPORARY, agency, answered, aunt, days, due, from_
from tests.rules.judging import TODAY
from tests.rules.people import carers_on, people

START, SIX_LATER = date(2026, 12, 1), date(2026, 12, 9)
STOP = "CPPCR-23"
FOR_YOUNGER = carers_on(age_max=5)
EMERGENCY = a_referral(emergency=True)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(FOR_YOUNGER, [(SIX_LATER, None)], id="of another age"),
        pytest.param(carers_on(people(1), max_children=1), [(SIX_LATER, None)], id="one child more"),
        pytest.param(carers_on(sex="M"), [(SIX_LATER, None)], id="of another sex"),
        pytest.param(carers_on(kinds=["long_term"]), [(SIX_LATER, None)], id="for another kind of stay"),
        pytest.param(carers_on(sex="M", age_max=5), [(SIX_LATER, None)], id="in two ways, and said once"),
        pytest.param(a_home(), [], id="within the terms"),
        pytest.param(agency(offer={"referral": "r1"}), [], id="within them, while a consent is waited for"),
        pytest.param(aunt(**TEMPORARY), [], id="with an approval for a time, which another regulation ends"),
    ],
)
def test_an_emergency_outside_the_terms_ends_after_six_working_days(home, expected):
    assert days(STOP, home, referral=EMERGENCY) == expected


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        pytest.param(date(2026, 12, 5), date(2026, 12, 14), id="from a Saturday"),
        pytest.param(date(2026, 12, 18), date(2026, 12, 30), id="over Christmas, 25 and 28 December"),
        pytest.param(date(2026, 12, 24), date(2027, 1, 6), id="over Christmas and New Year"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 5), id="over Good Friday and Easter Monday"),
        pytest.param(date(2027, 4, 29), date(2027, 5, 10), id="over the early May bank holiday, 3 May"),
    ],
)
def test_holidays_do_not_count_among_the_six(start, stop):
    assert days(STOP, FOR_YOUNGER, referral=from_(start, emergency=True)) == [(stop, None)]


def approved(**changes: Any) -> dict[str, Any]:
    given = {"rule": "CPPCR-22-AGE", "child": "amy", "home": "oak", "by": "fostering_service", "on": TODAY}
    return given | changes


def test_it_still_ends_then_once_the_service_approved():
    found = answered(FOR_YOUNGER, referral=EMERGENCY, approvals=(approved(),))
    assert [o.standing for tier in found.tiers for o in tier.options] == ["met"]
    assert days(STOP, FOR_YOUNGER, referral=EMERGENCY, approvals=(approved(),)) == [(SIX_LATER, None)]


@pytest.mark.parametrize(
    ("referral", "approvals"),
    [
        pytest.param(a_referral(emergency=False), (), id="no emergency"),
        pytest.param(EMERGENCY, (approved(refused=True),), id="the service refused"),
    ],
)
def test_where_the_home_is_ruled_out_nothing_is_due(referral, approvals):
    found = answered(FOR_YOUNGER, referral=referral, approvals=approvals)
    assert not found.tiers
    assert [group.rules for group in found.ruled_out] == [("CPPCR-22-AGE",)]


def test_where_nobody_knows_whether_it_is_an_emergency_no_stop_is_said():
    assert not due(STOP, FOR_YOUNGER, referral=a_referral(emergency=None))


def test_of_two_who_arrive_the_stop_is_for_the_one_outside_the_terms():
    home = a_home(vacancies={"beds": 2, "from": START}, bedrooms_free=2, approval=FOR_YOUNGER.model_dump()["approval"])
    children = (a_child(), a_child(id="ben", born=date(2022, 1, 1)))
    asked = (a_referral(children=["amy", "ben"], emergency=True),)
    assert [(d.child, d.by) for d in due(STOP, home, children=children, referrals=asked)] == [("amy", SIX_LATER)]


SIXTEEN_WEEKS, EIGHT_WEEKS = timedelta(weeks=16), timedelta(weeks=8)


def test_sixteen_weeks_and_eight_more_are_these_days():
    assert TEMPORARY["temporary_from"] + SIXTEEN_WEEKS == date(2027, 3, 2)
    assert date(2027, 3, 2) + EIGHT_WEEKS == date(2027, 4, 27)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param({"status": "none", "reg24": ASSESSED}, [date(2027, 3, 23)], id="none yet: from the start"),
        pytest.param(TEMPORARY, [date(2027, 3, 2)], id="temporary: its last day"),
        pytest.param(TEMPORARY | {"temporary_until": date(2027, 2, 1)}, [date(2027, 2, 1)], id="ends before"),
        pytest.param(TEMPORARY | {"temporary_until": date(2027, 3, 3)}, [date(2027, 3, 2)], id="a day over the law's"),
        pytest.param({"status": "active"}, [], id="active"),
    ],
)
def test_a_temporary_approval_ends_after_sixteen_weeks_at_most(terms, expected):
    assert [d.by for d in due("CPPCR-24", aunt(**terms))] == expected


def test_carers_who_are_not_connected_have_none():
    assert not due("CPPCR-24", a_home())
    assert not due("CPPCR-25", a_home())


def extended(**changes: Any) -> dict[str, Any]:
    so_far = {"panel_view_on": date(2026, 11, 20), "iro_informed_on": date(2026, 11, 20)}
    return TEMPORARY | so_far | {"extended_until": date(2027, 4, 27)} | changes


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param(extended(), [date(2027, 4, 27)], id="eight weeks"),
        pytest.param(extended(extended_until=date(2027, 4, 1)), [date(2027, 4, 1)], id="less"),
        pytest.param(extended(extended_until=date(2027, 4, 28)), [date(2027, 4, 27)], id="a day over the law's"),
        pytest.param(TEMPORARY, [], id="not extended"),
        pytest.param(extended(extended_until=False), [], id="known not to be"),
        pytest.param(extended(status="active"), [], id="approved in full since"),
    ],
)
def test_an_extension_ends_after_eight_weeks_more_at_most(terms, expected):
    assert [d.by for d in due("CPPCR-25", aunt(**terms))] == expected
