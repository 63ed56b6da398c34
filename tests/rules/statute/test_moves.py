"""Regulations 12, 14 and 16 to 19: abroad, moving, and living with a parent."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.codes import LegalStatus
from matching.domain.home import Home
from matching.rules.statute.moves import outside_england_and_wales, review_before_a_move, with_a_parent
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import registered

A_DAY = timedelta(days=1)
START = date(2026, 12, 1)
EDINBURGH, CARDIFF = "EH1 1YZ", "CF10 1EP"
SCOTLAND = a_home(postcode=EDINBURGH, country=None)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(), MET, id="in England"),
        pytest.param(a_home(postcode=CARDIFF, country=None), MET, id="in Wales"),
        pytest.param(SCOTLAND, NEEDS_APPROVAL, id="in Scotland"),
        pytest.param(a_home(postcode=None, country="Northern Ireland"), NEEDS_APPROVAL, id="in Northern Ireland"),
        pytest.param(a_home(postcode=None, country="France"), NEEDS_APPROVAL, id="in France"),
        pytest.param(
            a_home(postcode=EDINBURGH, country="England"),
            NEEDS_APPROVAL,
            id="said to be in England, and its postcode is in Scotland",
        ),
        pytest.param(a_home(postcode=None, country=None), CANNOT_TELL, id="where it is is not recorded"),
        pytest.param(
            a_home(kind="childrens_home", postcode=None, country="Wales"), MET, id="a children's home in Wales"
        ),
    ],
)
def test_outside_england_and_wales_somebody_approves(home, expected):
    assert judge(outside_england_and_wales, home=home).outcome == expected


PEOPLE_FIND_OUT = sorted(set(LegalStatus) - {LegalStatus.C1, LegalStatus.C2, LegalStatus.V2})


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param("C1", (NEEDS_APPROVAL, "court", START), id="an interim care order"),
        pytest.param("C2", (NEEDS_APPROVAL, "court", START), id="a care order"),
        pytest.param("V2", (NEEDS_APPROVAL, "all_with_pr", START), id="section 20"),
        *(pytest.param(s.value, (CANNOT_TELL, None, None), id=s.value) for s in PEOPLE_FIND_OUT),
        pytest.param(None, (CANNOT_TELL, None, None), id="not recorded"),
    ],
)
def test_who_approves_abroad_turns_on_the_legal_status(status, expected):
    finding = judge(outside_england_and_wales, a_child(legal_status=status), SCOTLAND)
    assert (finding.outcome, finding.approver, finding.by) == expected


@pytest.mark.parametrize(
    ("reviewed_on", "since", "expected"),
    [
        pytest.param(TODAY, date(2025, 10, 1), MET, id="reviewed today"),
        pytest.param(TODAY + A_DAY, date(2025, 10, 1), CANNOT_TELL, id="to be reviewed tomorrow"),
        pytest.param(date(2025, 10, 1), date(2025, 10, 1), MET, id="reviewed on the day she came there"),
        pytest.param(date(2025, 9, 30), date(2025, 10, 1), CANNOT_TELL, id="reviewed before she came there"),
        pytest.param(date(2025, 9, 30), None, CANNOT_TELL, id="since when she is there is not recorded"),
        pytest.param(date(2025, 9, 30), False, MET, id="since when she is there is no day"),
        pytest.param(False, date(2025, 10, 1), CANNOT_TELL, id="known not to be reviewed"),
        pytest.param(None, date(2025, 10, 1), CANNOT_TELL, id="reviewed or not is not recorded"),
    ],
)
def test_a_placement_ends_only_after_a_review_of_this_move(reviewed_on, since, expected):
    child = a_child(reviewed_on=reviewed_on, current_since=since)
    assert judge(review_before_a_move, child).outcome == expected


def test_a_review_that_is_to_come_is_what_is_to_be_done_first():
    finding = judge(review_before_a_move, a_child(reviewed_on=False))
    assert finding.because == "first the case is to be reviewed"
    assert [m.fact for m in finding.missing] == ["child.reviewed_on"]


def urgent(emergency: bool | None, because: str | None) -> Any:
    return a_referral(emergency=emergency, emergency_because=because)


@pytest.mark.parametrize(
    ("referral", "expected"),
    [
        pytest.param(urgent(True, "immediate_risk"), MET, id="she is at immediate risk"),
        pytest.param(urgent(True, "protect_others"), MET, id="to protect others"),
        pytest.param(urgent(True, "no_home_tonight"), CANNOT_TELL, id="she has no home tonight"),
        pytest.param(urgent(True, "other"), CANNOT_TELL, id="for another reason"),
        pytest.param(urgent(True, None), CANNOT_TELL, id="why it is one is not recorded"),
        pytest.param(urgent(False, "immediate_risk"), CANNOT_TELL, id="no emergency, whatever is said"),
        pytest.param(urgent(None, "immediate_risk"), CANNOT_TELL, id="nobody said whether it is one"),
    ],
)
def test_immediate_risk_and_protecting_others_lift_it_and_no_other_emergency(referral, expected):
    assert judge(review_before_a_move, a_child(reviewed_on=False), referral=referral).outcome == expected


@pytest.mark.parametrize(
    ("current_home", "household", "expected"),
    [
        pytest.param("previous", [], CANNOT_TELL, id="she moves"),
        pytest.param(False, [], MET, id="her first placement"),
        pytest.param("oak", [], MET, id="she stays"),
        pytest.param("previous", [a_member(id="amy")], MET, id="she stays, by the home's record"),
        pytest.param(None, [], CANNOT_TELL, id="whether she moves is not recorded"),
    ],
)
def test_it_is_for_those_who_move(current_home, household, expected):
    child = a_child(current_home=current_home, reviewed_on=None)
    assert judge(review_before_a_move, child, a_home(household=household)).outcome == expected


READY = {"sch3_on": TODAY, "plan_on": TODAY, "iro_consulted_on": TODAY}


def parents(connected_to: Any = ("amy",), **steps: Any) -> Home:
    return a_home(kind="parent", run_by="person", connected_to=connected_to, parent_assessment=READY | steps)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(parents(), NEEDS_APPROVAL, id="all three done today"),
        *(pytest.param(parents(**{s: TODAY + A_DAY}), CANNOT_TELL, id=f"{s}: tomorrow") for s in READY),
        *(pytest.param(parents(**{s: False}), CANNOT_TELL, id=f"{s}: known not to be done") for s in READY),
        *(pytest.param(parents(**{s: None}), CANNOT_TELL, id=f"{s}: not recorded") for s in READY),
        pytest.param(a_home(kind="parent", connected_to=["amy"]), CANNOT_TELL, id="nothing is recorded of them"),
        pytest.param(parents([]), PROHIBITED, id="nobody's parents"),
        pytest.param(parents(["bea"], sch3_on=False), PROHIBITED, id="another child's parents"),
        pytest.param(parents(None), CANNOT_TELL, id="whose parents is not recorded"),
        pytest.param(a_home(parent_assessment={"sch3_on": False}), MET, id="foster carers"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_a_child_in_care_lives_with_a_parent_once_that_is_assessed_planned_and_consulted_about(home, expected):
    assert judge(with_a_parent, home=home).outcome == expected


def test_then_the_nominated_officer_approves_before_the_move():
    finding = judge(with_a_parent, home=parents())
    assert (finding.approver, finding.by) == ("nominated_officer", START)


def test_before_that_it_says_what_is_to_be_done_first():
    finding = judge(with_a_parent, home=parents(plan_on=False))
    assert finding.because.startswith("first the assessment under Schedule 3")
    assert {m.fact for m in finding.missing} == {"home.parent_plan_on"}


def order(kind: str | None = "contact", until: date | None = None) -> dict[str, Any]:
    return {"kind": kind, "against": "father", "until": until}


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        pytest.param([], NEEDS_APPROVAL, id="no order"),
        pytest.param([order()], CANNOT_TELL, id="one about contact"),
        pytest.param([order("no_contact")], CANNOT_TELL, id="one of no contact"),
        pytest.param([order("supervision")], CANNOT_TELL, id="one against somebody"),
        pytest.param([order(until=START)], CANNOT_TELL, id="until the first day of the stay"),
        pytest.param([order(until=START - A_DAY)], NEEDS_APPROVAL, id="until its eve"),
        pytest.param([order(None)], CANNOT_TELL, id="about what is not recorded"),
        pytest.param([order(None, START - A_DAY)], NEEDS_APPROVAL, id="about what is not recorded, and it ended"),
        pytest.param([order("supervision"), order()], CANNOT_TELL, id="one of two is about contact"),
        pytest.param(None, CANNOT_TELL, id="orders are not recorded"),
    ],
)
def test_where_a_court_order_about_contact_runs_people_find_out_what_it_says(orders, expected):
    assert judge(with_a_parent, a_child(court_orders=orders), parents()).outcome == expected


def test_a_court_order_about_contact_is_said():
    finding = judge(with_a_parent, a_child(court_orders=[order()]), parents())
    assert finding.because.startswith("a court order runs that may keep the child")


OTHERWISE = sorted(set(LegalStatus) - {LegalStatus.C1, LegalStatus.C2, LegalStatus.V2})


@pytest.mark.parametrize(
    ("status", "connected_to", "expected"),
    [
        pytest.param("C1", ["amy"], NEEDS_APPROVAL, id="an interim care order"),
        pytest.param("C2", ["amy"], NEEDS_APPROVAL, id="a care order"),
        pytest.param("V2", ["amy"], MET, id="section 20: going home"),
        *(pytest.param(s.value, ["amy"], CANNOT_TELL, id=s.value) for s in OTHERWISE),
        pytest.param(None, ["amy"], CANNOT_TELL, id="not recorded"),
        pytest.param("V2", [], PROHIBITED, id="section 20, and nobody's parents"),
        pytest.param("V2", None, CANNOT_TELL, id="section 20, whose parents is not recorded"),
    ],
)
def test_a_child_who_is_not_in_care_would_be_going_home(status, connected_to, expected):
    assert judge(with_a_parent, a_child(legal_status=status), parents(connected_to)).outcome == expected
