"""What people should weigh between those who would live together: suggested from records, and never assessed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.child import Child
from matching.domain.codes import Relation, RiskKind, RiskLevel
from matching.domain.home import Home
from matching.domain.ranking import ImpactCell
from matching.explaining.impact import impact
from tests.builders import a_child, a_home, a_member
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, option, rank

SUGGESTED = "suggested, not assessed"
ONCE, NOW, EITHER = "a risk in the past", "a risk now", "a risk, now or past"


def cells(*children: Child, household: Any = ()) -> list[ImpactCell]:
    """What is suggested of these who arrive and those who live there."""
    home: Home = a_home(household=household)
    return list(impact(children or (a_child(),), home))


def risky(kind: str | None = "bullying", level: str | None = "current", **more: Any) -> dict[str, Any]:
    """A record with one risk."""
    return {"risks": [{"kind": kind, "level": level}]} | more


def told(found: list[ImpactCell]) -> list[tuple[str, str, str]]:
    return [(c.source, c.towards, c.risk) for c in found]


OPEN_TO_IT: dict[str, Any] = {"vulnerable_to": ["bullying"]}
FROM_AMY, TO_AMY = ("amy", "x1", "bullying"), ("x1", "amy", "bullying")


@pytest.mark.parametrize(
    ("amy", "there", "expected"),
    [
        pytest.param(risky(), OPEN_TO_IT, [FROM_AMY], id="from her to one who lives there"),
        pytest.param(OPEN_TO_IT, risky(), [TO_AMY], id="from one who lives there to her"),
        pytest.param(risky(**OPEN_TO_IT), risky(**OPEN_TO_IT), [FROM_AMY, TO_AMY], id="both ways"),
        pytest.param(risky(), {}, [], id="a risk that meets no vulnerability"),
        pytest.param({}, OPEN_TO_IT, [], id="a vulnerability that meets no risk"),
        pytest.param(risky("theft"), OPEN_TO_IT, [], id="another risk"),
    ],
)
def test_a_risk_of_one_that_meets_a_vulnerability_of_the_other_is_said_both_ways(amy, there, expected):
    assert told(cells(a_child(**amy), household=[a_member(**there)])) == expected


@pytest.mark.parametrize(
    ("level", "words"),
    [
        pytest.param("current", NOW, id="now"),
        pytest.param("history", ONCE, id="in the past"),
        pytest.param(None, EITHER, id="nobody knows when"),
        pytest.param("none", None, id="known not to be"),
    ],
)
def test_a_risk_of_the_past_counts_and_says_so_and_one_known_not_to_be_does_not(level, words):
    found = cells(a_child(**risky(level=level)), household=[a_member(**OPEN_TO_IT)])
    assert [c.because for c in found] == ([f"{words}, and x1 is vulnerable to it"] if words else [])


@pytest.mark.parametrize(
    ("risk", "open_to", "expected"),
    [
        pytest.param("violence", ["violence"], True, id="violence, to violence"),
        pytest.param("violence", ["violence_to_children"], True, id="violence may be to children"),
        pytest.param("violence_to_children", ["violence"], True, id="violence to children is violence"),
        pytest.param("violence_to_children", ["violence_to_children"], True, id="the same kind"),
        pytest.param("violence_to_carers", ["violence_to_children"], False, id="two particular kinds"),
        pytest.param("theft", ["violence"], False, id="another risk"),
        pytest.param(None, ["theft"], True, id="a risk of which nobody knows the kind"),
        pytest.param(None, [], False, id="that risk, to one vulnerable to nothing"),
    ],
)
def test_violence_in_general_and_of_a_kind_meet_each_other(risk, open_to, expected):
    found = cells(a_child(**risky(risk)), household=[a_member(vulnerable_to=open_to)])
    assert bool(found) is expected


def test_to_what_somebody_is_vulnerable_may_not_be_recorded():
    (found,) = cells(a_child(**risky()), household=[a_member(vulnerable_to=None)])
    assert (found.source, found.towards, found.risk) == FROM_AMY
    assert found.because == f"{NOW}, and to what x1 is vulnerable is not recorded"


def test_whose_risks_are_not_recorded_may_have_any():
    found = cells(a_child(risks=None), household=[a_member(risks=None)])
    assert [(c.source, c.towards, c.risk, c.because) for c in found] == [
        ("amy", "x1", "not recorded", "the risks of amy are not recorded"),
        ("x1", "amy", "not recorded", "the risks of x1 are not recorded"),
    ]


CHILDREN_THERE = [*(relation for relation in Relation if relation is not Relation.ADULT), None]


@pytest.mark.parametrize("relation", CHILDREN_THERE)
def test_all_children_there_are_weighed_whoever_placed_them(relation):
    found = cells(a_child(**risky(**OPEN_TO_IT)), household=[a_member(relation=relation, **risky(**OPEN_TO_IT))])
    assert told(found) == [FROM_AMY, TO_AMY]


@pytest.mark.parametrize(
    ("adult", "expected"),
    [
        pytest.param({}, [], id="nothing recorded of one"),
        pytest.param({"risks": None, "vulnerable_to": None}, [], id="nobody knows anything of one"),
        pytest.param(risky("theft"), [("x1", "amy", "theft")], id="one with a risk, to whom she is not vulnerable"),
        pytest.param(risky(level="none"), [], id="one known not to have it"),
        pytest.param(OPEN_TO_IT, [FROM_AMY], id="one who is vulnerable to hers"),
    ],
)
def test_of_an_adult_there_what_is_recorded_is_said(adult, expected):
    found = cells(a_child(**risky()), household=[a_member(relation="adult", **adult)])
    assert told(found) == expected


def test_who_lives_there_without_a_name_is_somebody():
    (found,) = cells(a_child(**risky()), household=[a_member(id=None, **OPEN_TO_IT)])
    assert (found.towards, found.because) == ("somebody there", f"{NOW}, and somebody there is vulnerable to it")


def test_where_nobody_knows_who_lives_there_each_who_arrives_is_told_so():
    found = cells(a_child(), a_child(id="ben"), household=None)
    assert [(c.source, c.towards, c.risk, c.because) for c in found] == [
        (child, "somebody there", "not recorded", "who lives in the home is not recorded") for child in ("amy", "ben")
    ]


def test_those_who_arrive_are_weighed_with_each_other():
    found = cells(a_child(**risky()), a_child(id="ben", risks=None, **OPEN_TO_IT))
    assert told(found) == [("amy", "ben", "bullying"), ("ben", "amy", "not recorded")]


def test_who_lives_there_already_is_not_weighed_with_herself():
    assert not cells(a_child(**risky(**OPEN_TO_IT)), household=[a_member(id="amy", **risky(**OPEN_TO_IT))])


def test_where_all_is_recorded_and_nothing_meets_nothing_is_suggested():
    assert not cells(household=[a_member()])


def test_an_option_shows_it_ruled_out_or_not():
    at_risk = a_home(household=[a_member(**OPEN_TO_IT)], vacancies={"beds": 0})
    children = (a_child(**risky()),)
    ranking = rank(at_risk, at_risk.model_copy(update={"id": "elm"}), children=children, in_full=["oak"])
    assert told(list(option(ranking, "oak").impact)) == [FROM_AMY]


def test_an_option_shows_it_for_each_of_several_and_who_lives_there_by_her_own_record():
    there = a_child(id="cat", current_home="oak", **OPEN_TO_IT)
    amy, ben = SIBLINGS["children"]
    children = (amy.model_copy(update={"risks": a_child(**risky()).risks}), ben, there)
    found = option(rank(a_home(**ROOM_FOR_TWO), **(SIBLINGS | {"children": children})), "oak").impact
    assert told(list(found)) == [("amy", "cat", "bullying")]


records = st.fixed_dictionaries(
    {
        "risks": st.none()
        | st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from([*RiskKind, None]), "level": st.sampled_from([*RiskLevel, None])}
            ),
            max_size=3,
        ),
        "vulnerable_to": st.none() | st.lists(st.sampled_from(list(RiskKind)), max_size=3),
    }
)


@given(records, records, records)
def test_every_cell_says_that_it_was_not_assessed_and_none_says_that_anybody_is_safe(amy, ben, there):
    found = cells(a_child(**amy), a_child(id="ben", **ben), household=[a_member(**there)])
    for cell in found:
        assert cell.assessed == SUGGESTED
        assert cell.because
        assert "safe" not in " ".join((cell.risk, cell.because, cell.assessed))
        assert cell.source != cell.towards
