"""What must be recorded before anybody decides: wishes, why not with each parent, that the family was asked."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, rank
from tests.rules.judging import TODAY

WISHES, PARENTS, FAMILY = "CA89-22-4", "CA89-22C-2", "CA89-22C-7A"
RULED_OUT = {"person": "mother", "relation": "parent", "outcome": "ruled_out_welfare", "because": "court's findings"}
FATHER = {"person": "father", "because": "abroad"}
AUNT_ASKED = {"person": "aunt", "relation": "aunt", "outcome": "declined"}
COMPLETE: dict[str, Any] = {"family_explored": [RULED_OUT, AUNT_ASKED]}
"""What leaves nothing open: an ordinary child's wishes are known."""


def gaps(rule: str | None = None, *homes: Any, **child: Any) -> list[str]:
    """What stands between the answer and a decision, by one rule or by all."""
    found = rank(*homes, children=(a_child(**(COMPLETE | child)),)).before_deciding
    return [b.because for b in found if rule in {None, b.id}]


def test_where_all_is_recorded_nothing_stands_in_between():
    assert gaps() == []


def test_a_ranking_does_not_wait_for_it():
    ranking = rank(children=(a_child(wishes=None, parents_wishes=None, parental_responsibility=None),))
    assert {b.id for b in ranking.before_deciding} == {WISHES, PARENTS, FAMILY}
    assert [t.count for t in ranking.tiers] == [1]


WHOSE = {"wishes": "the child", "parents_wishes": "the parents"}
OPEN = {
    "wishes": "the wishes of the child are to be found out, or why that is not practicable recorded",
    "parents_wishes": "the wishes of the parents are to be found out, or why that is not practicable recorded",
}


@pytest.mark.parametrize("of", list(WHOSE))
@pytest.mark.parametrize(
    "said",
    [
        pytest.param(None, id="nothing recorded"),
        pytest.param({}, id="an empty record"),
        pytest.param({"ascertained_on": False}, id="known not to be asked, and no reason"),
        pytest.param({"words": "I want to stay."}, id="words of no day"),
        pytest.param({"ascertained_on": date(2026, 11, 25)}, id="dated tomorrow"),
    ],
)
def test_wishes_are_to_be_found_out(of, said):
    assert gaps(**{of: said}) == [OPEN[of]]


@pytest.mark.parametrize("of", list(WHOSE))
@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"ascertained_on": TODAY}, id="asked today"),
        pytest.param({"ascertained_on": date(2026, 10, 27)}, id="asked 28 days ago"),
        pytest.param({"ascertained_on": False, "not_ascertained_because": "a baby"}, id="never, with a reason"),
        pytest.param({"not_ascertained_because": "whereabouts unknown"}, id="nobody knows when, with a reason"),
    ],
)
def test_what_was_said_lately_or_why_it_could_not_be_asked_will_do(of, said):
    assert gaps(**{of: said}) == []


@pytest.mark.parametrize("of", list(WHOSE))
def test_what_was_said_29_days_ago_is_asked_again(of):
    long_ago: dict[str, Any] = {of: {"ascertained_on": date(2026, 10, 26)}}
    said = f"what {WHOSE[of]} said is of 26 October 2026, over 28 days ago: ask again"
    assert gaps(**long_ago) == [said]


@pytest.mark.parametrize(
    ("holds", "expected"),
    [pytest.param(6, [], id="as long as the policy says"), pytest.param(5, [WISHES, WISHES], id="and no longer")],
)
def test_for_how_long_wishes_hold_the_policy_says(holds, expected):
    policy = {"name": "buckinghamshire-2026", "figures": {"wishes_hold": holds}}
    found = rank(children=(a_child(**COMPLETE),), policy=policy).before_deciding
    assert [b.id for b in found] == expected


def test_who_has_parental_responsibility_is_to_be_recorded():
    assert gaps(parental_responsibility=None) == ["it is not recorded who has parental responsibility"]


def test_where_nobody_has_it_no_parent_is_asked_about():
    assert gaps(parental_responsibility=[]) == []


def not_with(*people: str) -> list[str]:
    return [f"it is not recorded why the child cannot live with {person}" for person in people]


@pytest.mark.parametrize(
    ("explored", "expected"),
    [
        pytest.param([RULED_OUT], not_with("father"), id="one of two ruled out"),
        pytest.param([], not_with("mother", "father"), id="neither asked about"),
        pytest.param(None, not_with("mother", "father"), id="nobody knows who was"),
        pytest.param([RULED_OUT, RULED_OUT | {"person": "father"}], [], id="both ruled out"),
        pytest.param([RULED_OUT, FATHER | {"outcome": "not_practicable"}], [], id="with the other not practicable"),
        pytest.param([RULED_OUT, FATHER | {"outcome": "declined"}], [], id="the other declined"),
        pytest.param(
            [RULED_OUT, FATHER | {"outcome": "declined", "because": None}],
            ["it is recorded that the child cannot live with father, and not why"],
            id="the other declined, and not why",
        ),
        pytest.param([RULED_OUT, FATHER | {"outcome": "proposed"}], not_with("father"), id="the other put forward"),
        pytest.param([RULED_OUT, FATHER], not_with("father"), id="the other, and no outcome"),
        pytest.param(
            [RULED_OUT, {"relation": "father", "outcome": "declined"}], not_with("father"), id="somebody without a name"
        ),
    ],
)
def test_why_not_with_each_who_has_it_is_to_be_recorded(explored, expected):
    child = {"parental_responsibility": ["mother", "father"], "family_explored": explored}
    assert gaps(PARENTS, **child) == expected


NOT_ASKED = ["it is not recorded which of family and friends were asked, as in a family group conference"]
PROPOSED = AUNT_ASKED | {"outcome": "proposed"}
WITHOUT_A_HOME = ["aunt was proposed: what came of it is to be recorded, with the home"]


@pytest.mark.parametrize(
    ("explored", "expected"),
    [
        pytest.param([RULED_OUT, AUNT_ASKED], [], id="an aunt"),
        pytest.param([RULED_OUT, PROPOSED | {"home": "oak"}], [], id="an aunt, put forward with her home"),
        pytest.param([RULED_OUT, PROPOSED], WITHOUT_A_HOME, id="an aunt, put forward without one"),
        pytest.param(
            [RULED_OUT, PROPOSED | {"home": "elm"}], WITHOUT_A_HOME, id="with one that is not in the register"
        ),
        pytest.param([RULED_OUT], NOT_ASKED, id="a parent only"),
        pytest.param([RULED_OUT | {"relation": "mother"}], NOT_ASKED, id="the mother only"),
        pytest.param([RULED_OUT | {"relation": "father"}], NOT_ASKED, id="the father only"),
        pytest.param([], NOT_ASKED, id="nobody"),
        pytest.param(None, NOT_ASKED, id="nobody knows who"),
    ],
)
def test_family_and_friends_beside_the_parents_are_to_be_asked(explored, expected):
    assert gaps(FAMILY, family_explored=explored) == expected


@pytest.mark.parametrize("connected_to", [["amy"], ["ben"], None])
def test_that_somebody_is_put_forward_does_not_say_who_was_asked(connected_to):
    home = a_home(kind="connected_foster", run_by="person", connected_to=connected_to)
    assert gaps(FAMILY, home, family_explored=[RULED_OUT]) == NOT_ASKED


@pytest.mark.parametrize("said", ["council", "the local authority", "Buckinghamshire", "Buckinghamshire Council"])
def test_the_authority_that_shares_it_is_not_asked_about(said):
    assert gaps(PARENTS, parental_responsibility=["mother", said]) == []


def test_another_authority_is():
    assert gaps(PARENTS, parental_responsibility=["mother", "Oxfordshire Council"]) == not_with("Oxfordshire Council")


def test_each_who_arrives_is_named_and_nobody_else():
    amy, ben = SIBLINGS["children"]
    cat = a_child(id="cat", wishes=None)
    children = (amy.model_copy(update={"wishes": None}), ben, cat)
    found = rank(a_home(**ROOM_FOR_TWO), **(SIBLINGS | {"children": children})).before_deciding
    assert [(b.child, b.id) for b in found] == [("amy", WISHES), ("amy", FAMILY), ("ben", FAMILY)]


def test_it_is_said_though_nothing_is_left():
    full = a_home(vacancies={"beds": 0})
    assert rank(full, referrals=(a_referral(),), children=(a_child(wishes=None),)).before_deciding
