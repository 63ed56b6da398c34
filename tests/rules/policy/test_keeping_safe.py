"""Local policy that protects: whom to keep apart, where not to be, what a child cannot do without."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.policy.keeping_safe import (
    access_that_is_needed,
    apart_who_must_be,
    away_from_unsafe_places,
    people_decide_not_the_list,
)
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, judge
from tests.rules.people import brother_or_sister, people

START = date(2026, 12, 1)


def with_x1(**changes: Any) -> Home:
    return a_home(household=[a_member(**({"id": "x1"} | changes))])


def order(kind: str | None = "no_contact", against: str | None = "x1", until: date | None = None) -> dict[str, Any]:
    return {"kind": kind, "against": against, "until": until}


@pytest.mark.parametrize(
    ("child", "home", "expected"),
    [
        pytest.param(a_child(), with_x1(), MET, id="nobody to keep apart from"),
        pytest.param(a_child(must_not_live_with=["x1"]), with_x1(), PROHIBITED, id="named, and there"),
        pytest.param(a_child(must_not_live_with=["x9"]), with_x1(), MET, id="named, and elsewhere"),
        pytest.param(a_child(must_not_live_with=["x1"]), with_x1(relation="own_child"), PROHIBITED, id="carers' child"),
        pytest.param(a_child(must_not_live_with=["x1"]), with_x1(relation="adult"), PROHIBITED, id="an adult there"),
        pytest.param(a_child(must_not_live_with=None), with_x1(), CANNOT_TELL, id="nobody recorded from whom"),
        pytest.param(a_child(must_not_live_with=None), a_home(household=[]), MET, id="from whomever, nobody is there"),
        pytest.param(a_child(must_not_live_with=["x1"]), a_home(household=None), CANNOT_TELL, id="who is there?"),
        pytest.param(a_child(), a_home(household=None), CANNOT_TELL, id="who lives there is not recorded"),
        pytest.param(a_child(must_not_live_with=["x1"]), with_x1(id=None), CANNOT_TELL, id="one there has no id"),
        pytest.param(a_child(court_orders=[order()]), with_x1(), PROHIBITED, id="an order without an end"),
        pytest.param(a_child(court_orders=[order(until=START)]), with_x1(), PROHIBITED, id="until the first day"),
        pytest.param(
            a_child(court_orders=[order(until=START - timedelta(days=1))]), with_x1(), MET, id="ended on the eve"
        ),
        pytest.param(a_child(court_orders=None), with_x1(), CANNOT_TELL, id="orders are not recorded"),
        pytest.param(a_child(court_orders=[order(kind=None)]), with_x1(), CANNOT_TELL, id="an order of unknown kind"),
        pytest.param(a_child(court_orders=[order("supervision")]), with_x1(), CANNOT_TELL, id="an order to be read"),
        pytest.param(
            a_child(court_orders=[order(against=None)]),
            with_x1(),
            CANNOT_TELL,
            id="an order, against whom is not recorded",
        ),
        pytest.param(a_child(siblings=[{"child": "x1", "assessment": "apart"}]), with_x1(), PROHIBITED, id="apart"),
        pytest.param(a_child(siblings=[{"child": "x1", "assessment": "together"}]), with_x1(), MET, id="together"),
        pytest.param(
            a_child(siblings=[{"child": "x1", "assessment": "not_assessed"}]), with_x1(), MET, id="unassessed"
        ),
        pytest.param(
            a_child(siblings=[{"child": "x1"}]),
            with_x1(),
            CANNOT_TELL,
            id="what was assessed is not recorded",
        ),
        pytest.param(a_child(siblings=None), with_x1(), CANNOT_TELL, id="siblings are not recorded"),
        pytest.param(a_child(), a_home(kind="childrens_home", household=people(2)), MET, id="a children's home"),
    ],
)
def test_nobody_lives_with_whom_they_must_be_kept_apart_from(child, home, expected):
    assert judge(apart_who_must_be, child, home).outcome == expected


@pytest.mark.parametrize(
    ("ben", "expected"),
    [
        pytest.param({"must_not_live_with": ["amy"]}, PROHIBITED, id="his record names her"),
        pytest.param({"siblings": [{"child": "amy", "assessment": "apart"}]}, PROHIBITED, id="assessed apart"),
        pytest.param({"court_orders": [order(against="amy")]}, PROHIBITED, id="an order keeps him from her"),
        pytest.param({}, MET, id="his record names nobody"),
        pytest.param(
            {"siblings": [{"child": "amy"}]},
            CANNOT_TELL,
            id="her brother, and what was assessed is not recorded",
        ),
        pytest.param(
            {"court_orders": [order(kind=None, against="amy")]},
            CANNOT_TELL,
            id="an order of a kind that is not recorded",
        ),
    ],
)
@pytest.mark.parametrize(
    "lives_there",
    [
        pytest.param({"household": [a_member(id="ben")]}, id="listed in the home"),
        pytest.param({"household": []}, id="there by his own record"),
    ],
)
def test_it_holds_whoever_recorded_it(ben, lives_there, expected):
    other = a_child(id="ben", current_home="oak", **ben)
    assert judge(apart_who_must_be, home=a_home(**lives_there), others=[other]).outcome == expected


@pytest.mark.parametrize(
    ("amy", "bea", "expected"),
    [
        pytest.param({}, {}, MET, id="nothing keeps them apart"),
        pytest.param({"must_not_live_with": ["bea"]}, {}, PROHIBITED, id="the first's record"),
        pytest.param({}, {"must_not_live_with": ["amy"]}, PROHIBITED, id="the second's record"),
        pytest.param(
            {"must_not_live_with": None},
            {},
            CANNOT_TELL,
            id="nobody recorded from whom the first is kept apart",
        ),
    ],
)
def test_it_holds_between_those_who_arrive_together(amy, bea, expected):
    referral = a_referral(children=["amy", "bea"])
    finding = judge(apart_who_must_be, a_child(**amy), referral=referral, others=[brother_or_sister(**bea)])
    assert finding.outcome == expected


def danger(postcode: str | None = "HP20 1UA", miles: float | None = 5.0) -> dict[str, Any]:
    return {"postcode": postcode, "miles": miles, "why": "exploitation"}


@pytest.mark.parametrize(
    ("places", "postcode", "expected"),
    [
        pytest.param([], "HP20 2NF", MET, id="no place to keep away from"),
        pytest.param([danger()], "HP20 2NF", PROHIBITED, id="round the corner"),
        pytest.param([danger()], "MK18 1AA", MET, id="far off"),
        pytest.param([danger(miles=0.0)], "HP20 1UA", PROHIBITED, id="the very place"),
        pytest.param([danger("RG1 1AA"), danger()], "HP20 2NF", PROHIBITED, id="near one of two"),
        pytest.param(None, "HP20 2NF", CANNOT_TELL, id="nobody recorded the places"),
        pytest.param([danger()], None, CANNOT_TELL, id="nobody recorded where the home is"),
        pytest.param([], None, MET, id="no place to keep away from, wherever the home is"),
        pytest.param([danger()], "HP99 9ZZ", CANNOT_TELL, id="the home's postcode has no place"),
        pytest.param([danger("HP99 9ZZ")], "HP20 2NF", CANNOT_TELL, id="the danger's postcode has no place"),
        pytest.param([danger(postcode=None)], "HP20 2NF", CANNOT_TELL, id="nobody recorded where the danger is"),
        pytest.param([danger(miles=None)], "HP20 2NF", CANNOT_TELL, id="nobody recorded how far is far enough"),
        pytest.param([danger(miles=None), danger()], "HP20 2NF", PROHIBITED, id="near one, the other unknown"),
    ],
)
def test_a_home_is_not_near_a_place_to_keep_away_from(places, postcode, expected):
    child = a_child(keep_away_from=places)
    assert judge(away_from_unsafe_places, child, a_home(postcode=postcode)).outcome == expected


@pytest.mark.parametrize(
    ("needed", "access", "expected"),
    [
        pytest.param([], [], MET, id="nothing needed"),
        pytest.param([], None, MET, id="nothing needed, whatever there is"),
        pytest.param(["step_free"], ["step_free"], MET, id="what is needed is there"),
        pytest.param(["step_free"], ["wet_room", "step_free"], MET, id="and more"),
        pytest.param(["step_free"], [], PROHIBITED, id="it is not there"),
        pytest.param(["step_free", "wet_room"], ["step_free"], PROHIBITED, id="one of two is not there"),
        pytest.param(["step_free"], None, CANNOT_TELL, id="what the home has is not recorded"),
        pytest.param(None, ["step_free"], CANNOT_TELL, id="what the child needs is not recorded"),
    ],
)
def test_a_home_has_the_access_that_the_child_cannot_do_without(needed, access, expected):
    assert judge(access_that_is_needed, a_child(access_needs=needed), a_home(access=access)).outcome == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *(pytest.param(code, PROHIBITED, id=f"{code}: people decide") for code in ("E1", "J1", "V3", "V4")),
        *(
            pytest.param(code, MET, id=f"{code}: ranked")
            for code in ("C1", "C2", "D1", "J2", "J3", "L1", "L2", "L3", "V2")
        ),
        pytest.param(None, CANNOT_TELL, id="the legal status is not recorded"),
    ],
)
def test_adoption_remand_and_short_breaks_are_for_people(status, expected):
    assert judge(people_decide_not_the_list, a_child(legal_status=status)).outcome == expected
