"""Whether somebody would live there from whom a record, an assessment or a court keeps an arriving child apart."""

from datetime import date
from typing import Any

import pytest

from matching.facts.catalogue import household
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import laid_out, value_of

TO_KEEP_APART = household.someone_to_keep_apart
START = date(2026, 12, 1)
OAK = {"current_home": "oak"}
APART = {"assessment": "apart"}
SILENT: dict[str, Any] = {"must_not_live_with": None, "siblings": None, "court_orders": None}


def order(**about: Any) -> dict[str, Any]:
    return {"court_orders": [{"kind": "no_contact", "against": "x1"} | about]}


@pytest.mark.parametrize(
    ("child", "people", "expected"),
    [
        pytest.param({}, [a_member()], False, id="nobody to keep apart from"),
        pytest.param({"must_not_live_with": ["x1"]}, [a_member()], True, id="recorded, and there"),
        pytest.param({"must_not_live_with": ["x1"]}, [a_member(id="x2")], False, id="recorded, and not there"),
        pytest.param({"must_not_live_with": ["x1"]}, [], False, id="recorded, and nobody there"),
        pytest.param({"must_not_live_with": ["x1"]}, [a_member(relation="adult")], True, id="an adult there"),
        pytest.param({"must_not_live_with": ["x1"]}, [a_member(relation=None)], True, id="there, not said as what"),
        pytest.param({"must_not_live_with": ["x1"]}, [a_member(id=None)], None, id="somebody there without a name"),
        pytest.param({"must_not_live_with": []}, [a_member(id=None)], False, id="nobody to be kept from"),
        pytest.param({"must_not_live_with": ["x1"]}, None, None, id="nobody knows who is there"),
        pytest.param({"siblings": listed("x1", **APART)}, [a_member()], True, id="a sibling assessed to live apart"),
        pytest.param({"siblings": listed("x1")}, [a_member()], False, id="a sibling assessed to live together"),
        pytest.param(
            {"siblings": listed("x1", assessment="not_assessed")}, [a_member()], False, id="a sibling not assessed"
        ),
        pytest.param(order(), [a_member()], True, id="a court order without an end"),
        pytest.param(order(until=START), [a_member()], True, id="an order to the first day of the stay"),
        pytest.param(order(until=date(2026, 11, 30)), [a_member()], False, id="an order that ends on its eve"),
        pytest.param(order(against="x2"), [a_member()], False, id="an order against somebody else"),
        pytest.param(order(kind="non_molestation"), [a_member()], None, id="an order of another kind, to be read"),
        pytest.param(order(kind=None), [a_member()], None, id="an order of nobody knows which kind"),
        pytest.param(order(kind=None), [a_member(id="x2")], False, id="which is against somebody else"),
        pytest.param(order(against=None), [], False, id="against nobody knows whom, and nobody is there"),
        pytest.param(SILENT, [a_member()], None, id="her records are silent, and somebody is there"),
        pytest.param(SILENT, [], False, id="her records are silent, and nobody is there"),
        pytest.param({"siblings": None}, [a_member()], None, id="one of her records is silent"),
        pytest.param(SILENT | {"must_not_live_with": ["x1"]}, [a_member()], True, id="silent but for one"),
        pytest.param(SILENT, [a_member(id="amy")], False, id="silent, and only she herself is there"),
        pytest.param({"must_not_live_with": ["amy"]}, [a_member(id="amy")], False, id="nobody is kept from herself"),
        pytest.param(
            order(against=None),
            [a_member()],
            None,
            id="an order against nobody knows whom",
        ),
        pytest.param(
            {"siblings": [APART]},
            [a_member()],
            None,
            id="a sibling without a name, assessed to live apart",
        ),
        pytest.param(
            {"siblings": listed("x1", assessment=None)},
            [a_member()],
            None,
            id="a sibling of whose assessment nobody knows",
        ),
    ],
)
def test_a_child_is_kept_apart_from_those_there(child, people, expected):
    assert value_of(TO_KEEP_APART, [a_child(**child)], [a_home(household=people)]) is expected


@pytest.mark.parametrize(
    ("other", "people", "expected"),
    [
        pytest.param({"must_not_live_with": ["amy"]}, [a_member(id="ben")], True, id="recorded by the one there"),
        pytest.param({"must_not_live_with": ["amy"]}, [], False, id="who does not live there"),
        pytest.param({"siblings": listed("amy", **APART)}, [a_member(id="ben")], True, id="assessed by the one there"),
        pytest.param(order(against="amy"), [a_member(id="ben")], True, id="a court order about the one there"),
        pytest.param(
            order(against="amy", until=date(2026, 11, 30)), [a_member(id="ben")], False, id="an order that has ended"
        ),
        pytest.param({"must_not_live_with": ["amy"]} | OAK, [], True, id="who lives there by his own record only"),
        pytest.param({"must_not_live_with": ["amy"]} | OAK, None, True, id="in a household otherwise unknown"),
        pytest.param({"must_not_live_with": ["amy"], "current_home": False}, [], False, id="who lives nowhere"),
        pytest.param({"must_not_live_with": ["zoe"]} | OAK, [], False, id="kept from somebody else"),
        pytest.param(
            {"siblings": listed("amy", assessment=None)},
            [a_member(id="ben")],
            None,
            id="of whose assessment nobody knows, by his record",
        ),
        pytest.param(
            order(against="amy", kind=None),
            [a_member(id="ben")],
            None,
            id="with an order of nobody knows which kind about him",
        ),
    ],
)
def test_it_holds_whoever_records_it(other, people, expected):
    children = [a_child(), a_child(id="ben", **other)]
    assert value_of(TO_KEEP_APART, children, [a_home(household=people)]) is expected


@pytest.mark.parametrize(
    ("amy", "ben", "expected"),
    [
        pytest.param({}, {}, False, id="neither"),
        pytest.param({"must_not_live_with": ["ben"]}, {}, True, id="recorded by the first"),
        pytest.param({}, {"must_not_live_with": ["amy"]}, True, id="recorded by the second"),
        pytest.param({"siblings": listed("ben", **APART)}, {}, True, id="assessed by the first"),
        pytest.param({}, {"siblings": listed("amy", **APART)}, True, id="assessed by the second"),
        pytest.param({"siblings": listed("ben")}, {"siblings": listed("amy", **APART)}, True, id="the two disagree"),
        pytest.param({}, order(against="amy"), True, id="a court order about the second"),
        pytest.param(OAK | {"must_not_live_with": ["ben"]}, {}, True, id="one of whom lives there"),
        pytest.param(
            {"must_not_live_with": None},
            {},
            None,
            id="the first's record is silent",
        ),
    ],
)
def test_two_who_must_be_apart_do_not_arrive_together(amy, ben, expected):
    children = [a_child(**amy), a_child(id="ben", **ben)]
    asked = a_referral(children=["amy", "ben"])
    assert value_of(TO_KEEP_APART, children, [a_home()], asked) is expected


def test_a_silent_record_is_about_another_child_of_the_case_who_lives_there_too():
    children = [a_child(must_not_live_with=None), a_child(id="ben", **OAK)]
    assert value_of(TO_KEEP_APART, children, [a_home(household=[a_member(id="ben")])]) is None


def test_a_silent_record_is_about_one_who_lives_there_by_his_own_record_only():
    children = [a_child(must_not_live_with=None), a_child(id="ben", **OAK)]
    assert value_of(TO_KEEP_APART, children, [a_home(household=[])]) is None


def test_each_home_is_judged_by_who_lives_in_it():
    homes = [a_home(household=[a_member()]), a_home(id="elm"), a_home(id="ash", household=[a_member(id="x2")])]
    children = [a_child(must_not_live_with=["x1"]), a_child(id="ben", must_not_live_with=["amy"], current_home="elm")]
    found = laid_out(children, homes).frames[0].get_column(TO_KEEP_APART.name)
    assert found.to_list() == [True, True, False]
