"""Regulation 22(3): the consents that the placing of a child with another service's carers waits for."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home, Member
from matching.rules.statute.fostering_terms import other_placing_authorities_consent, own_service_consents
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, TODAY, judge
from tests.rules.people import MINE, OTHER, SERVICE, THIRD, approval, brother_or_sister, carers, people, registered

A_DAY = timedelta(days=1)
FIRST = TODAY - A_DAY


def agency_home(**changes: Any) -> Home:
    return a_home(**({"run_by": "agency", "approval": approval(approved_by=SERVICE)} | changes))


def consent(by: str, child: str = "amy", on: date | bool = FIRST) -> dict[str, Any]:
    return {"by": by, "child": child, "on": on}


def offer(referral: str = "r1", valid_until: date | None = TODAY) -> dict[str, Any]:
    return {"referral": referral, "valid_until": valid_until}


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(carers(approved_by=MINE), MET, id="the responsible authority's own carers"),
        pytest.param(agency_home(consents=[consent(SERVICE)]), MET, id="the service consents"),
        pytest.param(agency_home(consents=[]), NEEDS_APPROVAL, id="nobody has consented"),
        pytest.param(agency_home(consents=None), NEEDS_APPROVAL, id="a consent that is not recorded was not given"),
        pytest.param(agency_home(consents=[consent(SERVICE, on=False)]), NEEDS_APPROVAL, id="known not to be given"),
        pytest.param(agency_home(consents=[consent(SERVICE, on=TODAY)]), MET, id="given today"),
        pytest.param(agency_home(consents=[consent(SERVICE, on=TODAY + A_DAY)]), NEEDS_APPROVAL, id="for tomorrow"),
        pytest.param(agency_home(consents=[consent(SERVICE, "bea")]), NEEDS_APPROVAL, id="for another child"),
        pytest.param(agency_home(consents=[consent(OTHER)]), NEEDS_APPROVAL, id="by somebody else"),
        pytest.param(agency_home(offer=offer()), MET, id="an offer on its last day"),
        pytest.param(agency_home(offer=offer(valid_until=FIRST)), NEEDS_APPROVAL, id="an offer the day after"),
        pytest.param(agency_home(offer=offer(valid_until=None)), CANNOT_TELL, id="an offer, until when?"),
        pytest.param(agency_home(offer=offer("r2")), NEEDS_APPROVAL, id="an offer for another referral"),
        pytest.param(carers(approved_by=OTHER), NEEDS_APPROVAL, id="another authority's carers"),
        pytest.param(carers(approved_by=None), CANNOT_TELL, id="nobody recorded who approved them"),
        pytest.param(
            agency_home(approval=approval(approved_by=None), offer=offer()), MET, id="an offer, whoever approved them"
        ),
        pytest.param(a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="none", approved_by=OTHER), MET, id="regulation 24 judges"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_the_carers_own_service_consents(home, expected):
    assert judge(own_service_consents, home=home).outcome == expected


def test_a_child_of_another_authority_is_no_own_carers_child():
    child = a_child(responsible_authority=OTHER)
    finding = judge(own_service_consents, child, carers(approved_by=MINE))
    assert (finding.outcome, finding.approver) == (NEEDS_APPROVAL, "fostering_service")


def placed_by(*authorities: str | None) -> list[Member]:
    return [a_member(id=f"x{n}", placed_by=authority) for n, authority in enumerate(authorities, 1)]


def home_with(household: Any, *consents: Any, **changes: Any) -> Home:
    return agency_home(household=household, consents=list(consents), **changes)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(household=placed_by(OTHER)), MET, id="the responsible authority's own carers"),
        pytest.param(home_with([]), MET, id="nobody lives there"),
        pytest.param(home_with(placed_by(MINE)), MET, id="only children of the responsible authority"),
        pytest.param(home_with(placed_by(OTHER)), NEEDS_APPROVAL, id="another authority's child"),
        pytest.param(home_with(placed_by(OTHER), consent(OTHER)), MET, id="that authority consents"),
        pytest.param(home_with(placed_by(OTHER), consent(OTHER, "bea")), NEEDS_APPROVAL, id="for another child only"),
        pytest.param(home_with(placed_by(OTHER), consent(SERVICE)), NEEDS_APPROVAL, id="only the service consents"),
        pytest.param(home_with(placed_by(OTHER, THIRD), consent(OTHER)), NEEDS_APPROVAL, id="one of two consents"),
        pytest.param(home_with(placed_by(OTHER, THIRD), consent(OTHER), consent(THIRD)), MET, id="both consent"),
        pytest.param(home_with(placed_by(OTHER, OTHER), consent(OTHER)), MET, id="one consent for both its children"),
        pytest.param(agency_home(household=placed_by(OTHER), consents=None), NEEDS_APPROVAL, id="none recorded"),
        pytest.param(home_with(None), CANNOT_TELL, id="nobody recorded who lives there"),
        pytest.param(home_with(placed_by(None)), CANNOT_TELL, id="nobody recorded who placed her"),
        pytest.param(home_with(placed_by(None, OTHER)), NEEDS_APPROVAL, id="one unknown, one surely to consent"),
        pytest.param(
            home_with([a_member(relation=None, placed_by=None)]), CANNOT_TELL, id="nobody recorded what she is there"
        ),
        pytest.param(
            home_with([a_member(relation=None, placed_by=OTHER)]),
            CANNOT_TELL,
            id="perhaps another authority's child",
        ),
        pytest.param(home_with(people(2, relation="own_child", placed_by=None)), MET, id="own children"),
        pytest.param(home_with([a_member(id="amy", placed_by=MINE)]), MET, id="only she herself lives there"),
        pytest.param(home_with([], approval=approval(approved_by=None)), MET, id="approved by whom is not recorded"),
        pytest.param(
            home_with(placed_by(OTHER), approval=approval(approved_by=None)),
            CANNOT_TELL,
            id="another's child, and approved by whom is not recorded",
        ),
        pytest.param(a_home(kind="childrens_home", household=placed_by(OTHER)), MET, id="a children's home"),
        pytest.param(
            home_with(
                placed_by(OTHER), kind="connected_foster", approval=approval(approved_by=THIRD, status="temporary")
            ),
            MET,
            id="regulation 24 judges",
        ),
    ],
)
def test_every_other_placing_authority_consents(home, expected):
    assert judge(other_placing_authorities_consent, home=home).outcome == expected


def test_of_siblings_under_two_authorities_each_needs_the_consent_of_the_others():
    home, referral = home_with(placed_by(OTHER)), a_referral(children=["amy", "bea"])
    bea = brother_or_sister(responsible_authority=OTHER)
    assert judge(other_placing_authorities_consent, home=home, referral=referral, others=[bea]).outcome != MET


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        pytest.param([consent(OTHER)], NEEDS_APPROVAL, id="for one of the two"),
        pytest.param([consent(OTHER), consent(OTHER, "bea")], MET, id="for both"),
    ],
)
def test_they_consent_to_each_child_who_arrives(consents, expected):
    home, referral = home_with(placed_by(OTHER), *consents), a_referral(children=["amy", "bea"])
    finding = judge(other_placing_authorities_consent, home=home, referral=referral, others=[brother_or_sister()])
    assert finding.outcome == expected
