"""Local policy on children's homes: the inspection grade, and residential care only where it is needed."""

from datetime import date
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.policy.residential import inspection_grade, residential_only_where_needed
from tests.builders import a_child, a_home, a_referral
from tests.rules.deciding import TWO, decide
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import approval, registered

NEED = residential_only_where_needed.id
BEDROOM = "POL-BEDROOM"


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        *(pytest.param(registered(judgement=g), MET, id=g) for g in ("outstanding", "good", "requires_improvement")),
        pytest.param(registered(judgement="inadequate"), NEEDS_APPROVAL, id="inadequate"),
        pytest.param(registered(judgement=None), CANNOT_TELL, id="not judged yet"),
        pytest.param(registered(judgement="satisfactory"), CANNOT_TELL, id="a word that is no grade any more"),
        pytest.param(a_home(kind="childrens_home", registration=None), CANNOT_TELL, id="no registration is recorded"),
        pytest.param(registered("residential_school", judgement="inadequate"), MET, id="a residential school"),
        pytest.param(registered("supported_accommodation", judgement="inadequate"), MET, id="no children's home"),
        pytest.param(a_home(), MET, id="foster carers"),
    ],
)
def test_an_inadequate_childrens_home_waits_for_the_director(home, expected):
    assert judge(inspection_grade, home=home).outcome == expected


def test_the_director_approves_an_inadequate_home_before_the_start():
    finding = judge(inspection_grade, home=registered(judgement="inadequate"))
    assert (finding.approver, finding.by) == ("director", date(2026, 12, 1))


@pytest.mark.parametrize(
    ("grade", "because"),
    [
        ("good", "judged good"),
        ("requires_improvement", "judged to require improvement: the panel should know"),
        ("satisfactory", "judged satisfactory, which is none of the four grades"),
    ],
)
def test_the_grade_is_said(grade, because):
    assert judge(inspection_grade, home=registered(judgement=grade)).because == because


HOUSE = a_home(
    id="house", kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "accept", "on": TODAY}]
)
LAWFUL, WAITS = a_home(), a_home(bedrooms_free=0)
UNKNOWN = a_home(household=None)
FULL = a_home(id="full", vacancies={"beds": 0})


def of_the_house(*others: Home, **tables: Any) -> str:
    return decide(HOUSE, *others, **tables).of(NEED, "house")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([], MET, id="there is no family home"),
        pytest.param([LAWFUL], NEEDS_APPROVAL, id="a lawful one"),
        pytest.param([WAITS], NEEDS_APPROVAL, id="one that waits for an approval"),
        pytest.param([UNKNOWN], CANNOT_TELL, id="one of which nobody can tell"),
        pytest.param([FULL], MET, id="one that is prohibited"),
        pytest.param([FULL, UNKNOWN], CANNOT_TELL, id="one prohibited, one of which nobody can tell"),
        pytest.param([FULL, LAWFUL], NEEDS_APPROVAL, id="one prohibited, one lawful"),
        pytest.param([a_home(id="elm", household=None), LAWFUL], NEEDS_APPROVAL, id="one unknown, one lawful"),
        pytest.param([a_home(id="elm", kind="childrens_home")], MET, id="another children's home"),
        pytest.param([a_home(id="elm", kind="residential_school")], MET, id="a residential school"),
        pytest.param([a_home(id="elm", kind="other_arrangements", setting="care_home")], MET, id="a care home"),
    ],
)
def test_residential_care_needs_the_panel_while_a_family_home_is_open(others, expected):
    assert of_the_house(*others) == expected


ADOPTERS = approval(adopter_approved_on=TODAY)
PARENTS = {"sch3_on": TODAY, "plan_on": TODAY, "iro_consulted_on": TODAY}


@pytest.mark.parametrize(
    "home",
    [
        pytest.param(a_home(kind="connected_foster", connected_to=["amy"]), id="connected carers"),
        pytest.param(a_home(kind="foster_for_adoption", approval=ADOPTERS), id="carers who may adopt"),
        pytest.param(a_home(kind="parent", connected_to=["amy"], parent_assessment=PARENTS), id="a parent"),
    ],
)
def test_every_kind_of_family_home_counts(home):
    assert of_the_house(home, children=(a_child(family_explored=[]),)) == NEEDS_APPROVAL


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(id="house", kind="residential_school"), NEEDS_APPROVAL, id="a residential school"),
        pytest.param(a_home(id="house", kind="family_centre"), MET, id="a family centre"),
        pytest.param(a_home(id="house", kind="supported_accommodation"), MET, id="supported accommodation"),
        pytest.param(a_home(id="house"), MET, id="foster carers"),
    ],
)
def test_it_is_for_childrens_homes_and_residential_schools(home, expected):
    assert decide(home, LAWFUL).of(NEED, "house") == expected


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        pytest.param(["residential_care"], MET, id="the need is recorded"),
        pytest.param(["two_carers"], NEEDS_APPROVAL, id="something else is"),
        pytest.param([], NEEDS_APPROVAL, id="nothing is"),
        pytest.param(None, CANNOT_TELL, id="not recorded, and no family home is lawful or not"),
    ],
)
def test_a_recorded_need_for_residential_care_is_the_reason(required, expected):
    assert of_the_house(LAWFUL, referrals=(a_referral(required=required),)) == expected


def test_a_need_or_none_it_is_met_where_every_family_home_is_prohibited():
    assert of_the_house(FULL, referrals=(a_referral(required=None),)) == MET


@pytest.mark.parametrize(
    ("bedrooms", "beds", "expected"),
    [
        pytest.param(2, 2, NEEDS_APPROVAL, id="lawful for both"),
        pytest.param(2, 1, MET, id="a bed for one of the two is no home for both"),
    ],
)
def test_a_family_home_is_open_if_it_is_so_for_all_who_arrive(bedrooms, beds, expected):
    oak = a_home(bedrooms_free=bedrooms, vacancies={"beds": beds, "from": date(2026, 10, 1)})
    found = decide(HOUSE, oak, **TWO)
    assert [found.of(NEED, "house", k) for k in (0, 1)] == [expected, expected]


def test_a_family_home_that_is_prohibited_for_one_is_open_to_neither():
    oak = a_home(bedrooms_free=2, vacancies={"beds": 2, "from": date(2026, 10, 1)})
    kept_away = a_child(id="bea", keep_away_from=[{"postcode": "HP20 2NF", "miles": 1.0}])
    found = decide(HOUSE, oak, **(TWO | {"children": (a_child(), kept_away)}))
    assert [found.of(NEED, "house", k) for k in (0, 1)] == [MET, MET]


def settled(refused: bool) -> dict[str, Any]:
    """The fostering service's answer about sharing a bedroom in the oak."""
    said = {"rule": BEDROOM, "child": "amy", "home": "oak", "by": "fostering_service", "on": TODAY}
    return {"approvals": (said | {"refused": refused},)}


@pytest.mark.parametrize(
    ("refused", "expected"),
    [
        pytest.param(True, (PROHIBITED, MET), id="refused, and so not open any more"),
        pytest.param(False, (MET, NEEDS_APPROVAL), id="approved, and so open"),
    ],
)
def test_approvals_of_family_homes_are_laid_over_first(refused, expected):
    found = decide(HOUSE, WAITS, **settled(refused))
    assert (found.of(BEDROOM, "oak"), found.of(NEED, "house")) == expected


def test_the_resource_panel_is_asked_by_the_start():
    (line,) = [line for line in residential_only_where_needed.table if line.approver]
    assert line.approver == "resource_panel"
    assert line.by is not None
    assert line.by.facts == {"referral.start"}
