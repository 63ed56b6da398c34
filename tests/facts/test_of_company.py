"""Who else would live with a child: the unrelated, the carers' own near in age, and risks that nobody has weighed."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.child import Child
from matching.engine import Engine
from matching.facts.catalogue import pair
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import ask
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.facts.laying_out import TODAY, bounds_of, brothers_and_sisters, laid_out

BORN: date = a_child().born
ABOUT_THREE_YEARS = timedelta(days=1096)
MANY = 1_000
NOTHING_TOLD: dict[str, Any] = {"risks": None, "vulnerable_to": None}


def own(**changes: Any) -> Any:
    """A child of the carers' own."""
    return a_member(relation="own_child", placed_by=None, **changes)


@pytest.mark.parametrize(
    ("people", "bounds"),
    [
        pytest.param([], (0, 0, 0), id="nobody"),
        pytest.param([a_member()], (1, 1, 1), id="a looked-after child"),
        pytest.param([own()], (1, 1, 1), id="one of the carers' own"),
        pytest.param([a_member(relation="resident")], (1, 1, 1), id="a resident"),
        pytest.param([a_member(relation="adult")], (0, 0, 0), id="an adult"),
        pytest.param([a_member(id="amy")], (0, 0, 0), id="the child herself, listed there"),
        pytest.param([a_member(id="ben", sibling_of=["amy"])], (0, 0, 0), id="her brother, by his record"),
        pytest.param([a_member(id=None)], (1, 1, 1), id="one without a name"),
        pytest.param([a_member(relation=None)], (None, 0, 1), id="one of whom it is not said as what"),
        pytest.param([a_member(sibling_of=None)], (1, 1, 1), id="whose siblings nobody recorded, hers being known"),
        pytest.param([a_member(), a_member(id="x2", relation=None)], (None, 1, 2), id="one, and perhaps another"),
    ],
)
def test_children_there_count_as_unrelated_unless_a_record_makes_them_her_siblings(people, bounds):
    assert bounds_of(pair.unrelated_children, homes=[a_home(household=people)]) == bounds


@pytest.mark.parametrize(
    ("siblings", "member", "bounds"),
    [
        pytest.param(brothers_and_sisters("x1"), {}, (0, 0, 0), id="by hers"),
        pytest.param(brothers_and_sisters("x1", assessment="apart"), {}, (0, 0, 0), id="apart, and a brother still"),
        pytest.param(None, {}, (1, 1, 1), id="hers unknown, and his says no"),
        pytest.param(None, {"sibling_of": None}, (None, 0, 1), id="neither is recorded"),
        pytest.param(None, {"sibling_of": ["amy"]}, (0, 0, 0), id="hers unknown, and his says yes"),
        pytest.param([{"assessment": "together"}], {"sibling_of": None}, (None, 0, 1), id="hers names one not"),
        pytest.param(brothers_and_sisters("x2"), {"id": None, "sibling_of": None}, (None, 0, 1), id="he has no name"),
    ],
)
def test_either_record_makes_siblings(siblings, member, bounds):
    given = ([a_child(siblings=siblings)], [a_home(household=[a_member(**member)])])
    assert bounds_of(pair.unrelated_children, *given) == bounds


def test_a_child_who_arrives_with_her_is_nobody_there():
    both = [a_child(), a_child(id="ben")]
    there = [a_home(household=[a_member(id="ben")])]
    assert bounds_of(pair.unrelated_children, both, there, a_referral(children=["amy", "ben"])) == (0, 0, 0)


def test_of_an_unknown_household_any_number_may_be_there():
    for fact in (pair.unrelated_children, pair.own_near_in_age, pair.risks_to_weigh, pair.risks_now):
        exact, least, most = bounds_of(fact, homes=[a_home(household=None)])
        assert (exact, least) == (None, 0)
        assert most >= MANY


@pytest.mark.parametrize(
    ("people", "bounds"),
    [
        pytest.param([own(born=BORN)], (1, 1, 1), id="born the same day"),
        pytest.param([own(born=BORN + ABOUT_THREE_YEARS)], (1, 1, 1), id="1096 days younger"),
        pytest.param([own(born=BORN - ABOUT_THREE_YEARS)], (1, 1, 1), id="1096 days older"),
        pytest.param([own(born=BORN + ABOUT_THREE_YEARS + timedelta(days=1))], (0, 0, 0), id="1097 days younger"),
        pytest.param([own(born=BORN - ABOUT_THREE_YEARS - timedelta(days=1))], (0, 0, 0), id="1097 days older"),
        pytest.param([own(born=None)], (None, 0, 1), id="nobody knows when born"),
        pytest.param([a_member(born=BORN)], (0, 0, 0), id="a looked-after child of her age"),
        pytest.param([a_member(born=BORN, relation=None)], (None, 0, 1), id="of her age, and it is not said as what"),
        pytest.param([a_member(born=date(2000, 1, 1), relation=None)], (0, 0, 0), id="far from her age, whoever it is"),
        pytest.param([own(born=BORN), own(id="x2", born=None)], (None, 1, 2), id="one, and perhaps another"),
    ],
)
def test_the_carers_own_within_about_three_years_of_her_age_are_counted(people, bounds):
    assert bounds_of(pair.own_near_in_age, homes=[a_home(household=people)]) == bounds


def risk(kind: str | None, level: str | None = "current") -> list[dict[str, Any]]:
    return [{name: said for name, said in (("kind", kind), ("level", level)) if said}]


@pytest.mark.parametrize(
    ("child", "member", "bounds"),
    [
        pytest.param({}, {}, (0, 0, 0), id="nothing of either"),
        pytest.param({"risks": risk("bullying")}, {"vulnerable_to": ["bullying"]}, (1, 1, 1), id="hers meets theirs"),
        pytest.param({"vulnerable_to": ["bullying"]}, {"risks": risk("bullying")}, (1, 1, 1), id="theirs meets hers"),
        pytest.param(
            {"risks": risk("bullying"), "vulnerable_to": ["bullying"]},
            {"risks": risk("bullying"), "vulnerable_to": ["bullying"]},
            (1, 1, 1),
            id="both ways, and one person still",
        ),
        pytest.param({"risks": risk("theft")}, {"vulnerable_to": ["bullying"]}, (0, 0, 0), id="another kind"),
        pytest.param(
            {"risks": risk("bullying", "history")}, {"vulnerable_to": ["bullying"]}, (1, 1, 1), id="in the past"
        ),
        pytest.param(
            {"risks": risk("bullying", "none")}, {"vulnerable_to": ["bullying"]}, (0, 0, 0), id="known to be none"
        ),
        pytest.param({"risks": risk("bullying", None)}, {"vulnerable_to": ["bullying"]}, (1, 1, 1), id="now or past"),
        pytest.param({"risks": risk(None)}, {"vulnerable_to": ["bullying"]}, (None, 0, 1), id="of a kind nobody named"),
        pytest.param({"risks": risk(None, "none")}, {"vulnerable_to": ["bullying"]}, (0, 0, 0), id="none, of no kind"),
        pytest.param(
            {"risks": [*risk(None), *risk("bullying")]},
            {"vulnerable_to": ["bullying"]},
            (1, 1, 1),
            id="one of a kind nobody named, and one that meets theirs",
        ),
        pytest.param(
            {"vulnerable_to": ["bullying"]}, {"risks": risk(None)}, (None, 0, 1), id="theirs, of a kind nobody named"
        ),
        pytest.param(
            {"vulnerable_to": ["bullying"]},
            {"relation": "adult", "risks": risk(None)},
            (0, 0, 0),
            id="an adult's, of a kind nobody named",
        ),
        pytest.param({"risks": risk(None)}, {"vulnerable_to": []}, (0, 0, 0), id="of no kind, vulnerable to nothing"),
        pytest.param(
            {"risks": risk("violence")}, {"vulnerable_to": ["violence_to_children"]}, (1, 1, 1), id="in general"
        ),
        pytest.param(
            {"risks": risk("violence_to_carers")}, {"vulnerable_to": ["violence"]}, (1, 1, 1), id="to it in general"
        ),
        pytest.param(
            {"risks": risk("violence_to_carers")},
            {"vulnerable_to": ["violence_to_children"]},
            (0, 0, 0),
            id="to others",
        ),
        pytest.param({"risks": None}, {"vulnerable_to": ["bullying"]}, (None, 0, 1), id="her risks not recorded"),
        pytest.param({"risks": None}, {"vulnerable_to": []}, (0, 0, 0), id="her risks not recorded, and none can meet"),
        pytest.param({"risks": risk("theft")}, {"vulnerable_to": None}, (None, 0, 1), id="theirs not recorded"),
        pytest.param({}, NOTHING_TOLD, (0, 0, 0), id="nothing of theirs, and she has neither"),
        pytest.param(NOTHING_TOLD, NOTHING_TOLD, (None, 0, 1), id="nothing of either is recorded"),
        pytest.param(NOTHING_TOLD, NOTHING_TOLD | {"relation": "adult"}, (0, 0, 0), id="of an adult nothing is"),
        pytest.param(
            {"vulnerable_to": ["bullying"]},
            {"relation": "adult", "risks": risk("bullying")},
            (1, 1, 1),
            id="of an adult a risk is",
        ),
        pytest.param(
            {"vulnerable_to": ["bullying"], "risks": None},
            {"risks": risk("bullying"), "vulnerable_to": ["theft"]},
            (1, 1, 1),
            id="one way surely, the other unknown",
        ),
    ],
)
def test_people_with_whom_a_risk_meets_a_vulnerability_are_counted_both_ways(child, member, bounds):
    given = ([a_child(**child)], [a_home(household=[a_member(**member)])])
    assert bounds_of(pair.risks_to_weigh, *given) == bounds


@pytest.mark.parametrize(
    ("risks", "ever", "now"),
    [
        pytest.param(risk("bullying"), (1, 1, 1), (1, 1, 1), id="now"),
        pytest.param(risk("bullying", "history"), (1, 1, 1), (0, 0, 0), id="in the past"),
        pytest.param(risk("bullying", None), (1, 1, 1), (None, 0, 1), id="nobody says when"),
        pytest.param(risk("bullying", "none"), (0, 0, 0), (0, 0, 0), id="known to be none"),
        pytest.param(risk(None), (None, 0, 1), (None, 0, 1), id="of a kind nobody named, now"),
        pytest.param(risk(None, "history"), (None, 0, 1), (0, 0, 0), id="of a kind nobody named, in the past"),
        pytest.param(risk(None, None), (None, 0, 1), (None, 0, 1), id="nobody says when, or which"),
        pytest.param(risk("theft"), (0, 0, 0), (0, 0, 0), id="another kind"),
        pytest.param(
            [*risk("bullying", "history"), *risk("theft")], (1, 1, 1), (0, 0, 0), id="past, and another kind now"
        ),
        pytest.param(
            [*risk("bullying", "history"), *risk(None)], (1, 1, 1), (None, 0, 1), id="past, and an unnamed one now"
        ),
        pytest.param([*risk("bullying", "history"), *risk("bullying")], (1, 1, 1), (1, 1, 1), id="past and now"),
        pytest.param([], (0, 0, 0), (0, 0, 0), id="none"),
        pytest.param(None, (None, 0, 1), (None, 0, 1), id="not recorded"),
    ],
)
@pytest.mark.parametrize("whose", ["hers", "theirs"])
def test_a_risk_of_today_is_counted_once_more_whosever_it_is(whose, risks, ever, now):
    one, other = {"risks": risks, "vulnerable_to": []}, {"risks": [], "vulnerable_to": ["bullying"]}
    hers, theirs = (one, other) if whose == "hers" else (other, one)
    given = ([a_child(**hers)], [a_home(household=[a_member(**theirs)])])
    assert bounds_of(pair.risks_to_weigh, *given) == ever
    assert bounds_of(pair.risks_now, *given) == now


def test_a_past_risk_of_hers_and_one_of_theirs_today_are_of_one_person_and_now():
    both = {"vulnerable_to": ["bullying"]}
    given = (
        [a_child(risks=risk("bullying", "history"), **both)],
        [a_home(household=[a_member(risks=risk("bullying"), **both)])],
    )
    assert bounds_of(pair.risks_to_weigh, *given) == (1, 1, 1)
    assert bounds_of(pair.risks_now, *given) == (1, 1, 1)


BULLY = [a_child(risks=risk("bullying"))]
BULLIED = {"household": [a_member(vulnerable_to=["bullying"])]}


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("assessment", "bounds"),
    [
        pytest.param({"child": "amy", "outcome": "accept", "on": TODAY}, (0, 0, 0), id="accepts"),
        pytest.param({"child": "amy", "outcome": "accept_with_conditions", "on": TODAY}, (0, 0, 0), id="on conditions"),
        pytest.param({"child": "amy", "outcome": "accept", "on": days_ago(14)}, (0, 0, 0), id="14 days old"),
        pytest.param({"child": "amy", "outcome": "accept", "on": days_ago(15)}, (1, 1, 1), id="15 days old"),
        pytest.param({"child": "amy", "outcome": "reject", "on": TODAY}, (1, 1, 1), id="rejects"),
        pytest.param({"child": "ben", "outcome": "accept", "on": TODAY}, (1, 1, 1), id="of another child"),
        pytest.param({"child": "amy", "outcome": "accept", "on": days_ago(-1)}, (1, 1, 1), id="to be done tomorrow"),
        pytest.param({"child": "amy", "outcome": "accept", "on": False}, (1, 1, 1), id="not done"),
        pytest.param({"child": "amy", "outcome": "accept"}, (None, 0, 1), id="on a day nobody recorded"),
        pytest.param({"outcome": "accept", "on": TODAY}, (None, 0, 1), id="of a child whom nobody named"),
        pytest.param({"child": "amy", "on": TODAY}, (None, 0, 1), id="with an outcome nobody recorded"),
    ],
)
def test_risks_that_the_home_has_weighed_and_accepted_are_not_still_to_weigh(assessment, bounds):
    there = [a_home(impact_assessments=[assessment], **BULLIED)]
    assert bounds_of(pair.risks_to_weigh, BULLY, there) == bounds
    assert bounds_of(pair.risks_now, BULLY, there) == bounds


def test_where_the_home_has_weighed_all_its_risks_nobody_unlisted_has_one_to_weigh():
    accepts = [{"child": "amy", "outcome": "accept", "on": TODAY}]
    there = [a_home(impact_assessments=accepts, household=None)]
    assert bounds_of(pair.risks_to_weigh, BULLY, there) == (0, 0, 0)
    assert bounds_of(pair.risks_now, BULLY, there) == (0, 0, 0)
    exact, least, most = bounds_of(pair.unrelated_children, BULLY, there)
    assert (exact, least) == (None, 0)
    assert most >= MANY


def who_joins(**changes: Any) -> Child:
    """Ben, of the case, who is vulnerable to bullying."""
    return a_child(id="ben", vulnerable_to=["bullying"], **changes)


def test_a_child_who_lives_there_by_his_own_record_is_counted_with_what_he_is_vulnerable_to():
    there = [a_home(household=[])]
    assert bounds_of(pair.risks_to_weigh, [*BULLY, who_joins(current_home="oak")], there) == (1, 1, 1)
    assert bounds_of(pair.unrelated_children, [*BULLY, who_joins(current_home="oak")], there) == (1, 1, 1)
    assert bounds_of(pair.risks_to_weigh, [*BULLY, who_joins()], there) == (0, 0, 0)


def test_a_child_for_whom_the_home_is_agreed_joins_those_who_live_there():
    found = _with_a_decision([*BULLY, who_joins()])
    assert found == {"pair.unrelated_children": [1], "pair.risks_to_weigh": [1], "pair.own_near_in_age": [0]}


def _with_a_decision(children: list[Child]) -> dict[str, list[int | None]]:
    """The three counts once the home is agreed for Ben."""
    decided = [{"child": "ben", "home": "oak", "on": TODAY, "start": a_referral().start}]
    engine = Engine.of(a_case(children=tuple(children), decided=decided))
    question = ask(engine.case, "r1", engine.figures)
    frame = lay_out(question, with_decided(engine.register, question)).frames[0]
    counts = (pair.unrelated_children, pair.risks_to_weigh, pair.own_near_in_age)
    return {count.name: frame[count.name].to_list() for count in counts}


def test_who_lives_in_one_home_counts_in_no_other():
    homes = [a_home(id="ash", **BULLIED), a_home(household=[]), a_home(id="elm", household=[own(born=BORN)])]
    frame = laid_out(BULLY, homes).frames[0]
    assert frame[pair.risks_to_weigh.name].to_list() == [1, 0, 0]
    assert frame[pair.unrelated_children.name].to_list() == [1, 0, 1]
    assert frame[pair.own_near_in_age.name].to_list() == [0, 0, 1]
