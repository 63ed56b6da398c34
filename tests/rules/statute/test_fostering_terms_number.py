"""Regulations 22 and 23: how many children carers foster."""

import pytest

from matching.rules.statute.fostering_terms import number_within_terms as rule
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, judge
from tests.rules.people import brother_or_sister, carers, carers_on, people, registered

SOMEBODY = a_member(id="y1", relation=None)
"""Of whom nobody recorded whether she is fostered there."""


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(carers_on([], max_children=1), MET, id="the first, of one"),
        pytest.param(carers_on([], max_children=0), PROHIBITED, id="the first, of none"),
        pytest.param(carers_on(people(2), max_children=3), MET, id="the third, of three"),
        pytest.param(carers_on(people(3), max_children=3), PROHIBITED, id="the fourth, of three"),
        pytest.param(carers_on(people(6)), MET, id="a limit that is left out is no limit"),
        pytest.param(carers_on(people(3, relation="own_child"), max_children=1), MET, id="own children do not count"),
        pytest.param(carers_on(people(3, relation="adult"), max_children=1), MET, id="adults do not count"),
        pytest.param(
            carers_on(people(1, relation="privately_fostered"), max_children=1), PROHIBITED, id="privately fostered do"
        ),
        pytest.param(carers_on([a_member(id="amy")], max_children=1), MET, id="who lives there counts once"),
        pytest.param(carers_on(None, max_children=3), CANNOT_TELL, id="nobody recorded who lives there"),
        pytest.param(carers_on(None, max_children=0), PROHIBITED, id="whoever lives there, one is too many"),
        pytest.param(carers_on([*people(1), SOMEBODY], max_children=3), MET, id="two or three, of three"),
        pytest.param(carers_on([*people(2), SOMEBODY], max_children=3), CANNOT_TELL, id="three or four, of three"),
        pytest.param(carers_on([*people(3), SOMEBODY], max_children=3), PROHIBITED, id="four or five, of three"),
        pytest.param(carers(terms=None), CANNOT_TELL, id="the terms are not recorded"),
        pytest.param(a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="none", terms=None), MET, id="regulation 24 judges"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_carers_foster_no_more_children_than_their_terms_say(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_without_a_limit_it_does_not_matter_who_lives_there():
    assert judge(rule, home=carers_on(None)).outcome == MET


def test_a_child_who_lives_there_by_his_own_record_counts():
    ben = a_child(id="ben", current_home="oak")
    assert judge(rule, home=carers_on([], max_children=1), others=[ben]).outcome != MET


@pytest.mark.parametrize(
    ("limit", "expected"),
    [pytest.param(2, MET, id="two, of two"), pytest.param(1, PROHIBITED, id="two, of one")],
)
def test_all_who_arrive_together_count(limit, expected):
    referral = a_referral(children=["amy", "bea"])
    home = carers_on([], max_children=limit)
    assert judge(rule, home=home, referral=referral, others=[brother_or_sister()]).outcome == expected


@pytest.mark.parametrize(
    ("emergency", "expected"),
    [
        pytest.param(True, NEEDS_APPROVAL, id="an emergency"),
        pytest.param(False, PROHIBITED, id="no emergency"),
        pytest.param(None, CANNOT_TELL, id="nobody said whether it is one"),
    ],
)
def test_only_an_emergency_opens_the_number(emergency, expected):
    home = carers_on(people(3), max_children=3)
    assert judge(rule, home=home, referral=a_referral(emergency=emergency)).outcome == expected
