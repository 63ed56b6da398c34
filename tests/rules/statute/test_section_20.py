"""Section 20 of the Children Act 1989: accommodated while nobody with parental responsibility objects."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.codes import LegalStatus
from matching.rules.statute.children_act_1989 import agreement_under_section_20 as rule
from tests.builders import a_child, a_home
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, TODAY, judge
from tests.rules.people import registered

TOMORROW = TODAY + timedelta(days=1)
AGREED = {"consent_by": "mother", "on": TODAY, "objection": False}


@pytest.mark.parametrize(
    ("s20", "expected"),
    [
        pytest.param(AGREED, MET, id="agreed today, and nobody objects"),
        pytest.param(AGREED | {"on": TOMORROW}, CANNOT_TELL, id="to be agreed tomorrow"),
        pytest.param(AGREED | {"on": False}, CANNOT_TELL, id="known not to be agreed"),
        pytest.param(AGREED | {"on": None}, CANNOT_TELL, id="agreed, when is not recorded"),
        pytest.param(AGREED | {"consent_by": None}, CANNOT_TELL, id="agreed, by whom is not recorded"),
        pytest.param(AGREED | {"objection": True}, NEEDS_APPROVAL, id="agreed, and somebody objects"),
        pytest.param({"objection": True}, NEEDS_APPROVAL, id="not agreed, and somebody objects"),
        pytest.param(AGREED | {"objection": None}, CANNOT_TELL, id="agreed, and nobody recorded an objection or none"),
        pytest.param({"objection": False}, CANNOT_TELL, id="nobody objects, and nobody agreed"),
        pytest.param({}, CANNOT_TELL, id="nothing of it is recorded"),
        pytest.param(None, CANNOT_TELL, id="nothing is recorded"),
    ],
)
def test_a_child_is_accommodated_where_somebody_agreed_and_nobody_objects(s20, expected):
    assert judge(rule, a_child(legal_status="V2", s20=s20)).outcome == expected


def test_the_director_decides_on_an_objection():
    finding = judge(rule, a_child(legal_status="V2", s20={"objection": True}))
    assert (finding.approver, finding.by) == ("director", date(2026, 12, 1))


def test_the_agreement_is_what_is_missing():
    finding = judge(rule, a_child(legal_status="V2", s20={"objection": False}))
    assert [m.fact for m in finding.missing] == ["child.agreed_under_20"]


OBJECTED: dict[str, Any] = {"s20": {"objection": True}}


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        *(
            pytest.param(a_child(legal_status=status.value, **OBJECTED), MET, id=status.value)
            for status in sorted(set(LegalStatus) - {LegalStatus.V2})
        ),
        pytest.param(a_child(legal_status=None, **OBJECTED), CANNOT_TELL, id="the legal status is not recorded"),
        pytest.param(a_child(legal_status=None, s20=AGREED), MET, id="agreed, whatever the legal status"),
    ],
)
def test_it_is_for_children_accommodated_under_section_20(child, expected):
    assert judge(rule, child).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(kind="parent"), MET, id="with a parent she is not accommodated any more"),
        pytest.param(registered(), NEEDS_APPROVAL, id="a children's home"),
        pytest.param(a_home(), NEEDS_APPROVAL, id="foster carers"),
    ],
)
def test_going_home_needs_no_agreement(home, expected):
    assert judge(rule, a_child(legal_status="V2", **OBJECTED), home).outcome == expected
