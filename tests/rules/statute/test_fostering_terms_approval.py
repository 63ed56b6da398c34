"""Regulation 22: carers are approved and have signed, and terms that name children hold for those alone."""

from datetime import timedelta

import pytest

from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.rules.statute.fostering_terms import (
    carers_are_approved,
    foster_care_agreement_is_signed,
    named_children_only,
)
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, TODAY, judge
from tests.rules.people import approval, carers, registered

A_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(carers(status="active"), MET, id="active"),
        pytest.param(carers(status="on_hold"), PROHIBITED, id="on hold"),
        pytest.param(carers(status="ended"), PROHIBITED, id="ended"),
        pytest.param(carers(status="none"), PROHIBITED, id="never approved, and not connected"),
        pytest.param(carers(status="temporary"), PROHIBITED, id="temporary, and not connected"),
        pytest.param(carers(status=None), CANNOT_TELL, id="the approval's state is not recorded"),
        pytest.param(a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="active"), MET, id="connected, active"),
        pytest.param(carers("connected_foster", status="temporary"), MET, id="connected, temporary: regulation 24"),
        pytest.param(carers("connected_foster", status="none"), MET, id="connected, none yet: regulation 24"),
        pytest.param(carers("connected_foster", status="on_hold"), PROHIBITED, id="connected, on hold"),
        pytest.param(carers("connected_foster", status=None), CANNOT_TELL, id="connected, not recorded"),
        pytest.param(carers("foster_for_adoption", status="active"), MET, id="adopters, active"),
        pytest.param(carers("foster_for_adoption", status="temporary"), MET, id="adopters, temporary: regulation 25A"),
        pytest.param(carers("foster_for_adoption", status="none"), MET, id="adopters, not yet: regulation 25A"),
        pytest.param(carers("foster_for_adoption", status=None), CANNOT_TELL, id="adopters, not recorded"),
        pytest.param(registered(), MET, id="a children's home"),
        pytest.param(a_home(kind="parent"), MET, id="with a parent"),
    ],
)
def test_only_carers_whose_approval_is_active_take_a_child(home, expected):
    assert judge(carers_are_approved, home=home).outcome == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param("on_hold", CANNOT_TELL, id="on hold: people decide whether the child stays"),
        pytest.param("ended", PROHIBITED, id="ended"),
    ],
)
def test_carers_on_hold_with_whom_the_child_lives_are_for_people_to_decide(status, expected):
    lives_there = a_child(current_home="oak")
    assert judge(carers_are_approved, child=lives_there, home=carers(status=status)).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(carers(agreement_signed=TODAY - A_DAY), MET, id="signed the day before"),
        pytest.param(carers(agreement_signed=TODAY), MET, id="signed on the day"),
        pytest.param(carers(agreement_signed=TODAY + A_DAY), PROHIBITED, id="to be signed the day after"),
        pytest.param(carers(agreement_signed=False), PROHIBITED, id="known not to be signed"),
        pytest.param(carers(agreement_signed=None), CANNOT_TELL, id="not recorded"),
        pytest.param(a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="none", agreement_signed=None), MET, id="regulation 24 judges"),
        pytest.param(
            carers("connected_foster", agreement_signed=False), PROHIBITED, id="connected, approved, unsigned"
        ),
        pytest.param(
            carers("connected_foster", status=None, agreement_signed=TODAY), MET, id="signed, whatever the approval"
        ),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_only_carers_who_have_signed_the_agreement_take_a_child(home, expected):
    assert judge(foster_care_agreement_is_signed, home=home).outcome == expected


def terms_naming(children: list[str] | None, kind: str = "foster", status: str = "active") -> Home:
    return carers(kind, status=status, terms={"children": children})


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(terms_naming(None), MET, id="no child is named"),
        pytest.param(terms_naming(["amy"]), MET, id="the child is named"),
        pytest.param(terms_naming(["bea", "amy"]), MET, id="the child is one of those named"),
        pytest.param(terms_naming(["bea"]), PROHIBITED, id="another child is named"),
        pytest.param(terms_naming([]), MET, id="a list that names nobody"),
        pytest.param(carers(terms=None), CANNOT_TELL, id="the terms are not recorded"),
        pytest.param(a_home(approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(terms_naming(["bea"], "connected_foster", "none"), MET, id="regulation 24 judges"),
        pytest.param(terms_naming(["bea"], "connected_foster"), PROHIBITED, id="connected to another child"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_carers_approved_for_named_children_take_no_other(home, expected):
    assert judge(named_children_only, home=home).outcome == expected


def test_an_emergency_does_not_open_terms_that_name_children():
    assert judge(named_children_only, home=terms_naming(["bea"]), referral=tonight()).outcome == PROHIBITED


@pytest.mark.parametrize("rule", [carers_are_approved, foster_care_agreement_is_signed])
def test_an_emergency_lifts_neither_approval_nor_agreement(rule):
    home = a_home(approval=approval(status="ended", agreement_signed=False))
    assert judge(rule, home=home, referral=tonight()).outcome == PROHIBITED


def tonight() -> Referral:
    return a_referral(emergency=True, kind="emergency", start=TODAY)
