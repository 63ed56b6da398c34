"""What is due while a placement goes on: visits, what is asked after half a year, and coming of age."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_child, a_home, a_referral
from tests.rules.deadlines.following import (
    ADJOINING,
    ASSESSED,
    AWAY,
    HERE,
    TEMPORARY,
    agency,
    aunt,
    days,
    due,
    from_,
)
from tests.rules.judging import TODAY

START = date(2026, 12, 1)
UNAPPROVED = aunt(status="none", reg24=ASSESSED)
PARENT = a_home(
    kind="parent",
    run_by="person",
    connected_to=["amy"],
    parent_assessment=dict.fromkeys(("sch3_on", "plan_on", "iro_consulted_on"), date(2026, 11, 10)),
)


def at_home(status: str, **changes: Any) -> Any:
    return a_child(legal_status=status, family_explored=[], **changes)


CASES = [
    pytest.param(a_home(), a_child(), 6, id="foster carers"),
    pytest.param(aunt(), a_child(), 6, id="connected carers, approved"),
    pytest.param(aunt(**TEMPORARY), a_child(), 4, id="connected carers, temporarily approved"),
    pytest.param(UNAPPROVED, a_child(), 4, id="connected carers, not yet approved"),
    pytest.param(PARENT, at_home("C1"), 4, id="a parent under an interim care order"),
    pytest.param(PARENT, at_home("C2"), 6, id="a parent under a full care order"),
    pytest.param(a_home(), a_child(legal_status="C1"), 6, id="foster carers under an interim care order"),
]
IN_WORDS = {6: "at most every six weeks", 4: "every week until the first review, then at most every four weeks"}


@pytest.mark.parametrize(("home", "child", "weeks"), CASES)
def test_the_first_visit_is_within_a_week_and_says_what_follows(home, child, weeks):
    (found,) = due("CPPCR-28", home, child)
    assert (found.by, found.latest) == (date(2026, 12, 8), None)
    assert found.what == f"the first visit to the child; then {IN_WORDS[weeks]}"


def test_a_week_is_a_week_over_the_end_of_the_year():
    assert days("CPPCR-28", referral=from_(date(2026, 12, 28))) == [(date(2027, 1, 4), None)]


@pytest.mark.parametrize("kind", ["long_term", "short_term", "bridging"])
def test_only_where_it_is_to_last_to_18_three_months_will_do_from_the_second_year(kind):
    (found,) = due("CPPCR-28", referral=a_referral(kind=kind))
    assert ("every three months where it is to last to 18" in found.what) is (kind == "long_term")


@pytest.mark.parametrize(
    ("home", "child", "expected"),
    [
        pytest.param(a_home(), {"last_visit_on": date(2026, 11, 10)}, date(2026, 12, 22), id="six weeks on"),
        pytest.param(aunt(**TEMPORARY), {"last_visit_on": date(2026, 11, 10)}, date(2026, 12, 8), id="four weeks on"),
        pytest.param(a_home(), {"last_visit_on": TODAY}, date(2027, 1, 5), id="today, over the end of the year"),
        pytest.param(a_home(), {"last_visit_on": date(2026, 11, 25)}, None, id="dated tomorrow"),
        pytest.param(a_home(), {"last_visit_on": None}, None, id="nobody knows when she was visited"),
    ],
)
def test_who_stays_is_visited_so_long_after_the_last_time(home, child, expected):
    reviewed = {"last_review_on": date(2026, 11, 9)}
    by = [d.by for d in due("CPPCR-28", home, a_child(**HERE, **reviewed, **child))]
    assert by == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("last", "overdue"),
    [
        pytest.param(date(2026, 10, 13), False, id="six weeks ago today"),
        pytest.param(date(2026, 10, 12), True, id="a day longer ago"),
    ],
)
def test_a_visit_is_overdue_from_the_day_after(last, overdue):
    assert due("CPPCR-28", child=a_child(**HERE, last_visit_on=last))[0].overdue is overdue


@pytest.mark.parametrize(
    ("home", "child", "start", "expected"),
    [
        pytest.param(aunt(), {}, START, date(2027, 6, 1), id="from the start"),
        pytest.param(aunt(), {}, date(2027, 8, 31), date(2028, 2, 29), id="31 August to a leap day"),
        pytest.param(aunt(), {}, date(2026, 12, 31), date(2027, 6, 30), id="31 December to June"),
        pytest.param(aunt(), HERE | {"current_since": date(2026, 8, 31)}, START, date(2027, 2, 28), id="who stays"),
        pytest.param(aunt(), HERE | {"current_since": None}, START, None, id="who stays, nobody knows since when"),
        pytest.param(UNAPPROVED, {}, START, date(2027, 6, 1), id="carers not yet approved"),
        pytest.param(a_home(), {}, START, None, id="not connected carers"),
    ],
)
def test_connected_carers_are_asked_about_guardianship_after_six_months(home, child, start, expected):
    found = days("POL-SGO", home, a_child(**child), from_(start))
    assert found == ([(expected, None)] if expected else [])


OWN_AWAY = a_home(postcode=AWAY)


@pytest.mark.parametrize(
    ("home", "child", "start", "expected"),
    [
        pytest.param(a_home(), {}, START, None, id="in the area"),
        pytest.param(OWN_AWAY, {}, START, date(2027, 6, 1), id="the authority's own carers elsewhere"),
        pytest.param(agency(postcode=ADJOINING), {}, START, date(2027, 6, 1), id="in an adjoining area"),
        pytest.param(a_home(postcode=None, authority=None), {}, START, date(2027, 6, 1), id="nobody knows where"),
        pytest.param(OWN_AWAY, {}, date(2027, 8, 31), date(2028, 2, 29), id="31 August to a leap day"),
        pytest.param(OWN_AWAY, HERE, START, date(2027, 5, 16), id="who stays, from when it was last looked at"),
        pytest.param(
            OWN_AWAY,
            HERE | {"last_considered_on": False, "current_since": date(2026, 8, 31)},
            START,
            date(2027, 2, 28),
            id="who stays, and never was it looked at",
        ),
        pytest.param(
            OWN_AWAY, HERE | {"last_considered_on": date(2026, 11, 25)}, START, date(2026, 4, 1), id="dated tomorrow"
        ),
        pytest.param(
            OWN_AWAY, HERE | {"last_considered_on": None}, START, date(2026, 4, 1), id="nobody knows when it was"
        ),
        pytest.param(
            OWN_AWAY, HERE | {"last_considered_on": None, "current_since": None}, START, None, id="nobody knows at all"
        ),
    ],
)
def test_a_placement_outside_the_area_is_looked_at_again_within_six_months(home, child, start, expected):
    found = days("POL-OUT-OF-AREA", home, a_child(**child), from_(start))
    assert found == ([(expected, None)] if expected else [])


@pytest.mark.parametrize(
    ("last", "overdue"),
    [
        pytest.param(date(2026, 5, 24), False, id="six months ago today"),
        pytest.param(date(2026, 5, 23), True, id="a day longer ago"),
    ],
)
def test_that_is_overdue_from_the_day_after(last, overdue):
    assert due("POL-OUT-OF-AREA", OWN_AWAY, a_child(**HERE, last_considered_on=last))[0].overdue is overdue


@pytest.mark.parametrize(
    ("born", "stay", "expected"),
    [
        pytest.param(date(2009, 6, 1), {"expected_end": date(2027, 6, 1)}, date(2027, 6, 1), id="ends on the birthday"),
        pytest.param(date(2009, 6, 2), {"expected_end": date(2027, 6, 1)}, None, id="ends on the eve"),
        pytest.param(date(2009, 6, 1), {"expected_end": date(2029, 1, 1)}, date(2027, 6, 1), id="ends long after"),
        pytest.param(date(2015, 6, 1), {"expected_end": None}, None, id="nobody knows when it ends"),
        pytest.param(
            date(2015, 6, 1), {"expected_end": None, "kind": "long_term"}, date(2033, 6, 1), id="long-term, to 18"
        ),
        pytest.param(
            date(2012, 2, 29), {"expected_end": None, "kind": "long_term"}, date(2030, 3, 1), id="born on 29 February"
        ),
        pytest.param(
            date(2012, 2, 29), {"expected_end": date(2030, 2, 28), "kind": "long_term"}, None, id="to the eve of that"
        ),
        pytest.param(
            date(2012, 2, 29), {"expected_end": date(2030, 3, 1)}, date(2030, 3, 1), id="to 1 March of a common year"
        ),
    ],
)
def test_what_follows_is_planned_where_she_turns_18_within_the_stay(born, stay, expected):
    school = {"year_group": 8, "registered": False}
    found = days("POL-18-IN-STAY", child=a_child(born=born, school=school), referral=a_referral(**stay))
    assert found == ([(expected, None)] if expected else [])


def test_who_turns_18_where_she_lives_is_told_too():
    stays = a_child(born=date(2009, 6, 1), school={"registered": False}, **HERE)
    assert days("POL-18-IN-STAY", child=stays) == [(date(2027, 6, 1), None)]


AGREED = {"s20": {"consent_by": "mother", "on": date(2026, 11, 10), "objection": False}}


@pytest.mark.parametrize(
    ("status", "placed"),
    [
        pytest.param("C1", True, id="an interim care order"),
        pytest.param("C2", True, id="a care order"),
        pytest.param(None, True, id="nobody knows which status"),
        pytest.param("V2", False, id="section 20: the child goes home"),
    ],
)
def test_going_home_is_a_placement_only_for_a_child_in_care(status, placed):
    away = PARENT.model_copy(update={"postcode": AWAY})
    for deadline in ("CPPCR-9", "POL-PLANNING-MEETING", "CPPCR-13", "CPPCR-10-4", "CPPCR-28", "POL-OUT-OF-AREA"):
        assert bool(due(deadline, away, at_home(status, **AGREED))) is placed


def test_who_is_at_home_and_not_in_care_is_not_visited_as_if_placed():
    stays = at_home("V2", last_visit_on=date(2026, 11, 10), **AGREED, **HERE)
    assert not due("CPPCR-28", PARENT, stays)
