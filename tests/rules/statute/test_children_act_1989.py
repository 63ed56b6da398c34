"""Children Act 1989: the usual fostering limit, and whom and what no list is for."""

from datetime import date
from typing import Any

import pytest

from matching.domain.child import Child
from matching.domain.home import Home
from matching.rules.statute.children_act_1989 import never_ranked, usual_fostering_limit
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, judge
from tests.rules.people import MINE, OTHER, approval, brother_or_sister, people, registered, sisters

SOMEBODY = a_member(id="y1", relation=None)
"""Of whom nobody recorded whether she is fostered there."""


def house(household: Any, **changes: Any) -> Home:
    return a_home(household=household, **changes)


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        pytest.param([], MET, id="the first"),
        pytest.param(people(2), MET, id="the third"),
        pytest.param(people(3), NEEDS_APPROVAL, id="the fourth"),
        pytest.param(people(3, relation="privately_fostered"), NEEDS_APPROVAL, id="privately fostered children count"),
        pytest.param(people(3, relation="own_child"), MET, id="own children do not"),
        pytest.param(people(3, relation="adult"), MET, id="adults do not"),
        pytest.param([*people(2), a_member(id="amy")], MET, id="who lives there already counts once"),
        pytest.param(None, CANNOT_TELL, id="nobody recorded who lives there"),
        pytest.param([*people(1), SOMEBODY], MET, id="two or three"),
        pytest.param([*people(2), SOMEBODY], CANNOT_TELL, id="three or four"),
        pytest.param([*people(3), SOMEBODY], NEEDS_APPROVAL, id="four or five"),
    ],
)
def test_more_than_three_need_an_exemption(household, expected):
    assert judge(usual_fostering_limit, home=house(household)).outcome == expected


def test_the_authority_in_which_the_carers_live_gives_the_exemption_by_the_start():
    finding = judge(usual_fostering_limit, home=house(people(3)))
    assert (finding.approver, finding.by) == ("authority_of_residence", date(2026, 12, 1))


def test_an_emergency_does_not_lift_the_limit():
    referral = a_referral(emergency=True)
    assert judge(usual_fostering_limit, home=house(people(3)), referral=referral).outcome == NEEDS_APPROVAL


@pytest.mark.parametrize("kind", ["childrens_home", "residential_school"])
def test_the_limit_is_for_foster_carers(kind):
    assert judge(usual_fostering_limit, home=a_home(kind=kind, household=people(5))).outcome == MET


def test_a_lower_limit_in_the_law_would_bind_without_a_change_to_the_rule():
    finding = judge(usual_fostering_limit, home=house(people(2)), figures={"usual_fostering_limit": 2})
    assert finding.outcome == NEEDS_APPROVAL


def amy(*ids: str, **changes: Any) -> Child:
    return a_child(siblings=[{"child": i, "assessment": "together"} for i in ids], **changes)


TOLD_BY_AMY = [a_member(id=f"x{n}", sibling_of=[f"x{m}" for m in (1, 2, 3) if m != n]) for n in (1, 2, 3)]
TOLD_BY_NOBODY = people(3, sibling_of=None)
TOLD_BY_ONE = [a_member(id="x1", sibling_of=["x2", "x3"]), *people(3, sibling_of=None)[1:]]


@pytest.mark.parametrize(
    ("child", "household", "expected"),
    [
        pytest.param(a_child(siblings=[]), sisters(3), MET, id="by the others' records"),
        pytest.param(amy("x1", "x2", "x3"), TOLD_BY_AMY, MET, id="by the child's own record"),
        pytest.param(amy("x1", "x2"), TOLD_BY_AMY, NEEDS_APPROVAL, id="but for one"),
        pytest.param(amy("x1", "x2", "x3"), people(3), NEEDS_APPROVAL, id="hers, but not of each other"),
        pytest.param(a_child(siblings=[]), TOLD_BY_AMY, NEEDS_APPROVAL, id="of each other, but not hers"),
        pytest.param(amy("x1", "x2", "x3"), TOLD_BY_NOBODY, CANNOT_TELL, id="nobody recorded whether of each other"),
        pytest.param(amy("x1", "x2", "x3"), TOLD_BY_ONE, CANNOT_TELL, id="two of whom nothing is recorded"),
        pytest.param(a_child(siblings=None), sisters(3), MET, id="hers is not recorded, theirs is"),
        pytest.param(a_child(siblings=None), TOLD_BY_NOBODY, CANNOT_TELL, id="nothing is recorded of anybody"),
        pytest.param(a_child(siblings=[]), TOLD_BY_NOBODY, NEEDS_APPROVAL, id="hers says none, and theirs nothing"),
        pytest.param(a_child(siblings=None), people(3), NEEDS_APPROVAL, id="theirs says none, and hers nothing"),
        pytest.param(
            a_child(siblings=[]), [*sisters(3), SOMEBODY], CANNOT_TELL, id="and one who may be fostered, no sister"
        ),
    ],
)
def test_siblings_of_each_other_may_be_more_than_three(child, household, expected):
    assert judge(usual_fostering_limit, child, house(household)).outcome == expected


@pytest.mark.parametrize(
    ("siblings", "expected"),
    [
        pytest.param(["x1", "x2"], MET, id="both are siblings of those there"),
        pytest.param([], NEEDS_APPROVAL, id="one is not"),
    ],
)
def test_siblings_who_arrive_are_siblings_of_those_there_too(siblings, expected):
    bea = brother_or_sister(siblings=[{"child": i, "assessment": "together"} for i in ["amy", *siblings]])
    finding = judge(
        usual_fostering_limit,
        amy("x1", "x2", "bea"),
        house([a_member(id="x1", sibling_of=["x2"]), a_member(id="x2", sibling_of=["x1"])]),
        a_referral(children=["amy", "bea"]),
        others=[bea],
    )
    assert finding.outcome == expected


@pytest.mark.parametrize(
    ("of_amy", "of_bea", "expected"),
    [
        pytest.param(["x1", "x2", "bea"], ["x1", "x2"], MET, id="one of the two says so"),
        pytest.param(["x1", "x2"], ["x1", "x2"], NEEDS_APPROVAL, id="neither says so"),
    ],
)
def test_those_who_arrive_are_siblings_of_each_other_by_either_record(of_amy, of_bea, expected):
    there = [a_member(id="x1", sibling_of=["x2"]), a_member(id="x2", sibling_of=["x1"])]
    bea = brother_or_sister(siblings=[{"child": i, "assessment": "together"} for i in of_bea])
    referral = a_referral(children=["amy", "bea"])
    assert judge(usual_fostering_limit, amy(*of_amy), house(there), referral, others=[bea]).outcome == expected


def exempted(*children: str, by: str | None = MINE, household: Any = None, **changes: Any) -> Home:
    said = approval(exemption={"by": by, "children": list(children)})
    return a_home(**({"household": household or people(3), "approval": said} | changes))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(exempted("x1", "x2", "x3", "amy"), MET, id="names all four"),
        pytest.param(exempted("x1", "x2", "x3"), NEEDS_APPROVAL, id="does not name the child"),
        pytest.param(exempted("amy"), NEEDS_APPROVAL, id="names only the child"),
        pytest.param(exempted("x1", "x2", "amy"), NEEDS_APPROVAL, id="leaves out one who is there"),
        pytest.param(exempted("x1", "x2", "x3", "amy", by=OTHER), NEEDS_APPROVAL, id="by an authority of elsewhere"),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", by=OTHER, postcode="MK9 3XL"), MET, id="by the carers' own, elsewhere"
        ),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", by=MINE, postcode="MK9 3XL"),
            NEEDS_APPROVAL,
            id="by the placing authority, and the carers live elsewhere",
        ),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", by="E10000015", postcode="HP23 5AA"), MET, id="by the county, of Tring"
        ),
        pytest.param(exempted("x1", "x2", "x3", "amy", by=None), CANNOT_TELL, id="nobody recorded by whom"),
        pytest.param(exempted("x1", "x2", "x3", "amy", postcode=None), CANNOT_TELL, id="where they live is unknown"),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", household=[*people(3), a_member(id="o1", relation="own_child")]),
            MET,
            id="the carers' own child need not be named",
        ),
        pytest.param(
            a_home(household=None, approval=approval(exemption={"by": MINE, "children": ["amy"]})),
            CANNOT_TELL,
            id="nobody recorded who lives there",
        ),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", household=[*people(3), SOMEBODY]),
            CANNOT_TELL,
            id="leaves out one who may be fostered there",
        ),
        pytest.param(
            exempted("x1", "x2", "x3", "amy", household=[*people(2), a_member(id=None)]),
            CANNOT_TELL,
            id="one who is there has no id to be named by",
        ),
    ],
)
def test_an_exemption_is_the_carers_own_authoritys_and_names_them_all(home, expected):
    assert judge(usual_fostering_limit, home=home).outcome == expected


@pytest.mark.parametrize(
    ("home", "deprived", "expected"),
    [
        pytest.param(a_home(), False, MET, id="a foster home, and free"),
        pytest.param(a_home(), True, PROHIBITED, id="a child who is deprived of liberty"),
        pytest.param(a_home(), None, CANNOT_TELL, id="nobody recorded whether she is"),
        pytest.param(registered("secure"), False, PROHIBITED, id="secure accommodation"),
        pytest.param(registered("secure"), None, PROHIBITED, id="secure accommodation, whatever else"),
        pytest.param(registered(), True, PROHIBITED, id="a children's home does not change it"),
    ],
)
def test_secure_accommodation_and_deprivation_of_liberty_are_never_ranked(home, deprived, expected):
    assert judge(never_ranked, a_child(deprivation_of_liberty=deprived), home).outcome == expected
