"""Whether siblings would be together, and whether what a child wishes for would be so."""

from typing import Any

import pytest

from matching.facts.catalogue import pair
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import laid_out, value_of

OAK = {"current_home": "oak"}


@pytest.mark.parametrize(
    ("siblings", "people", "expected"),
    [
        pytest.param([], [], True, id="no siblings"),
        pytest.param(listed("ben"), [], False, id="a brother who lives elsewhere"),
        pytest.param(listed("ben"), [a_member(id="ben")], True, id="a brother who lives there"),
        pytest.param(listed("ben", assessment="not_assessed"), [], False, id="not assessed counts as together"),
        pytest.param(listed("ben", assessment="apart"), [], True, id="assessed to live apart"),
        pytest.param(listed("ben", "cat"), [a_member(id="ben")], False, id="one of two lives there"),
        pytest.param(
            listed("ben", "cat"), [a_member(id="ben"), a_member(id="cat", relation="adult")], True, id="both do"
        ),
        pytest.param(None, [], None, id="nobody knows of any"),
        pytest.param(
            listed("ben"),
            None,
            None,
            id="nobody knows who lives there",
        ),
        pytest.param(
            listed("ben"),
            [a_member(id=None)],
            None,
            id="somebody without a name lives there",
        ),
        pytest.param(
            [{"assessment": "together"}],
            [],
            None,
            id="a sibling without a name",
        ),
    ],
)
def test_siblings_are_together_where_those_who_should_be_live_there(siblings, people, expected):
    assert value_of(pair.siblings_together, [a_child(siblings=siblings)], [a_home(household=people)]) is expected


@pytest.mark.parametrize(
    ("ben", "expected"),
    [
        pytest.param(OAK, True, id="in the home, by his own record"),
        pytest.param({"current_home": "elm"}, False, id="in another home"),
        pytest.param({"current_home": False}, False, id="nowhere"),
    ],
)
def test_a_sibling_lives_where_his_own_record_says(ben, expected):
    children = [a_child(siblings=listed("ben")), a_child(id="ben", siblings=listed("amy"), **ben)]
    assert value_of(pair.siblings_together, children) is expected


def test_siblings_who_arrive_together_are_together():
    children = [a_child(siblings=listed("ben")), a_child(id="ben", siblings=listed("amy"))]
    layout = laid_out(children, referral=a_referral(children=["amy", "ben"]))
    assert [frame[pair.siblings_together.name][0] for frame in layout.frames] == [True, True]


def test_siblings_who_arrive_without_a_third_are_not():
    children = [a_child(siblings=listed("ben", "cat")), a_child(id="ben", siblings=listed("amy"))]
    layout = laid_out(children, referral=a_referral(children=["amy", "ben"]))
    assert [frame[pair.siblings_together.name][0] for frame in layout.frames] == [False, True]


FAMILY: dict[str, dict[str, str]] = {
    "amy": {"ben": "apart", "cat": "together"},
    "ben": {"amy": "apart", "cat": "together"},
    "cat": {"amy": "together", "ben": "together", "dan": "apart"},
    "dan": {"cat": "apart"},
}


def the_family(said: dict[str, dict[str, str]]) -> list[Any]:
    return [
        a_child(id=i, siblings=[{"child": other, "assessment": how} for other, how in of.items()])
        for i, of in said.items()
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"amy": {"ben": "apart"}, "ben": {"amy": "apart"}}, True, id="apart by both records"),
        pytest.param({"amy": {"ben": "apart"}, "ben": {"amy": "together"}}, True, id="apart by her own"),
        pytest.param(
            {"amy": {"ben": "together"}, "ben": {"amy": "apart"}},
            True,
            id="apart by the other's",
        ),
        pytest.param(
            FAMILY,
            False,
            id="together with one, each of them apart from another",
        ),
        pytest.param(
            {"amy": {}, "ben": {"amy": "together"}},
            False,
            id="together by the other's record only",
        ),
    ],
)
def test_who_should_be_together_is_said_by_either_record(said, expected):
    assert value_of(pair.siblings_together, the_family(said)) is expected


def wishing(*wants: str, against: Any = ()) -> list[Any]:
    return [a_child(wishes={"wants": list(wants), "does_not_want": None if against is None else list(against)})]


OWN_CHILD = a_member(relation="own_child")


@pytest.mark.parametrize(
    ("children", "home", "expected"),
    [
        pytest.param(wishing(), {}, True, id="nothing wished for"),
        pytest.param(wishing("same_school"), {}, True, id="the same school, near enough"),
        pytest.param(wishing("same_school"), {"postcode": "RG1 1AA"}, False, id="the same school, too far"),
        pytest.param(wishing("same_school"), {"postcode": None}, None, id="the same school, nobody knows where"),
        pytest.param(wishing("stay"), {}, False, id="to stay, elsewhere"),
        pytest.param(wishing("stay"), {"household": [a_member(id="amy")]}, True, id="to stay, there"),
        pytest.param(wishing("family_home"), {}, True, id="a family home, with foster carers"),
        pytest.param(wishing("family_home"), {"kind": "childrens_home"}, False, id="not in a children's home"),
        pytest.param(wishing("no_other_children"), {}, True, id="no other children, and none is there"),
        pytest.param(wishing("no_other_children"), {"household": [a_member()]}, False, id="and one is there"),
        pytest.param(wishing("no_other_children"), {"household": None}, None, id="and nobody knows who is there"),
        pytest.param(
            wishing("no_other_children"), {"household": [a_member(relation="adult")]}, True, id="and an adult is there"
        ),
        pytest.param(wishing("with_siblings"), {}, True, id="with siblings, and has none"),
        pytest.param(wishing("same_school", "stay"), {}, False, id="two wishes, one met"),
        pytest.param(wishing("own_garden"), {}, None, id="a wish that nothing answers is never met"),
        pytest.param(wishing("own_garden", "stay"), {}, False, id="one that nothing answers and one that is not met"),
        pytest.param(wishing("same_school", "own_garden"), {}, None, id="one that nothing answers and one that is met"),
        pytest.param(wishing(against=["family_home"]), {}, False, id="does not want a family home, with foster carers"),
        pytest.param(wishing(against=["stay"]), {}, True, id="does not want to stay, elsewhere"),
        pytest.param(wishing(against=["own_garden"]), {}, None, id="does not want what nothing answers"),
        pytest.param([a_child(wishes=None)], {}, None, id="nobody knows what she wishes"),
        pytest.param(
            wishing("stay", against=None),
            {},
            False,
            id="a wish that is not met, and nobody knows what she does not want",
        ),
        pytest.param([a_child(wishes={"wants": None})], {}, None, id="nobody knows what she wants"),
        pytest.param(
            wishing("no_other_children"),
            {"household": [OWN_CHILD]},
            False,
            id="and the carers' own child is there",
        ),
        pytest.param(
            wishing("no_other_children"),
            {"household": [a_member(relation="privately_fostered")]},
            False,
            id="and a privately fostered child is there",
        ),
        pytest.param(
            wishing("family_home"),
            {"kind": "parent", "connected_to": ["amy"]},
            True,
            id="a family home, with a parent",
        ),
        pytest.param(
            wishing("same_school", against=None),
            {},
            None,
            id="nobody knows what she does not want",
        ),
    ],
)
def test_wishes_are_met_where_all_that_is_wanted_is_so_and_nothing_that_is_not(children, home, expected):
    assert value_of(pair.wishes_met, children, [a_home(**home)]) is expected
