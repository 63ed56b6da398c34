"""Who lives in a home by a child's own record joins those whom the home's record lists."""

from typing import Any

import pytest

from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.facts.catalogue import household
from matching.facts.everybody import with_everybody
from tests.builders import a_case, a_child, a_home, a_member
from tests.facts.laying_out import HILLINGDON, OURS, bounds_of
from tests.facts.laying_out import brothers_and_sisters as listed

OAK = {"current_home": "oak"}


def oak_with(child: dict[str, Any], *people: Member) -> Home:
    """The oak with everybody, of a case that knows Amy and Ben."""
    case = a_case(children=(a_child(), a_child(id="ben", **child)), homes=(a_home(household=people), a_home(id="elm")))
    return with_everybody(case)[0]


def test_a_child_joins_the_household_of_the_home_that_her_record_names():
    *there, ben = oak_with(OAK, a_member()).household or ()
    assert [m.id for m in there] == ["x1"]
    assert (ben.id, ben.relation, ben.placed_by) == ("ben", Relation.LOOKED_AFTER, OURS)
    assert (ben.born, ben.sex, ben.sibling_of, ben.risks) == (a_child().born, a_child().sex, (), ())


def test_a_child_is_placed_by_the_authority_that_answers_for_her():
    (ben,) = oak_with(OAK | {"responsible_authority": HILLINGDON}).household or ()
    assert ben.placed_by == HILLINGDON


@pytest.mark.parametrize(
    ("siblings", "expected"),
    [
        pytest.param(listed("cat"), ("cat",), id="named"),
        pytest.param([], (), id="none"),
        pytest.param(None, None, id="nobody knows"),
        pytest.param([*listed("cat"), {"assessment": "together"}], None, id="one of them without a name"),
    ],
)
def test_her_siblings_are_those_of_her_own_record(siblings, expected):
    (ben,) = oak_with(OAK | {"siblings": siblings}).household or ()
    assert ben.sibling_of == expected


@pytest.mark.parametrize(
    ("child", "people"),
    [
        pytest.param(OAK, [a_member(id="ben", relation="resident")], id="listed there already"),
        pytest.param({"current_home": "elm"}, [a_member()], id="lives in another home"),
        pytest.param({"current_home": False}, [], id="lives nowhere"),
        pytest.param({"current_home": None}, [], id="nobody knows where"),
    ],
)
def test_else_the_homes_record_stands_as_it_is(child, people):
    assert oak_with(child, *people) == a_home(household=people)


def test_one_child_more_does_not_make_an_unknown_household_known():
    case = a_case(children=(a_child(**OAK),), homes=(a_home(household=None),))
    assert with_everybody(case) == (a_home(household=None),)


def test_homes_keep_their_order():
    case = a_case(children=(a_child(**OAK),), homes=(a_home(id="elm"), a_home(), a_home(id="ash")))
    assert [h.id for h in with_everybody(case)] == ["elm", "oak", "ash"]


def test_who_lives_there_by_her_own_record_is_counted_with_those_who_arrive():
    children = (a_child(), a_child(id="ben", **OAK))
    assert bounds_of(household.fostered, children, [a_home(household=[a_member()])]) == (3, 3, 3)
    assert bounds_of(household.fostered, children, [a_home(household=[a_member(id="ben")])]) == (2, 2, 2)


def part(i: str, of: str | None, *people: Member, **changes: Any) -> Home:
    """An entry of the register that is a part of another."""
    return a_home(**({"id": i, "same_home_as": of, "household": people} | changes))


def ids_in(*homes: Home, **child: Any) -> list[list[str | None] | None]:
    """Who lives in each entry, by id."""
    case = a_case(children=(a_child(), a_child(id="ben", **child)), homes=homes)
    found = [h.household for h in with_everybody(case)]
    return [None if household is None else [m.id for m in household] for household in found]


X1, X2, NOBODY_NAMED = a_member(), a_member(id="x2"), a_member(id=None)


@pytest.mark.parametrize(
    ("homes", "expected"),
    [
        pytest.param([part("oak", None, X1), part("bed", "oak", X2)], {"x1", "x2"}, id="each lists one"),
        pytest.param([part("oak", None, X1), part("bed", "oak", X1)], {"x1"}, id="both list the same"),
        pytest.param([part("bed", "oak", X2), part("oak", None, X1)], {"x1", "x2"}, id="the part comes first"),
        pytest.param(
            [part("oak", None, X1), part("bed", "oak"), part("cot", "bed", X2)], {"x1", "x2"}, id="a part of a part"
        ),
        pytest.param([part("oak", "bed", X1), part("bed", "oak", X2)], {"x1", "x2"}, id="each a part of the other"),
        pytest.param([part("bed", "elm", X1), part("cot", "elm", X2)], {"x1", "x2"}, id="of one that is not there"),
        pytest.param([part("oak", None, X1), part("bed", "oak", household=None)], {"x1"}, id="one does not say"),
    ],
)
def test_entries_of_one_home_share_their_household(homes, expected):
    found = ids_in(*homes)
    assert all(household is not None and set(household) == expected for household in found)
    assert all(household is not None and len(household) == len(expected) for household in found)


def test_entries_of_which_none_says_who_lives_there_leave_it_unknown():
    assert ids_in(part("oak", None, household=None), part("bed", "oak", household=None)) == [None, None]


def test_somebody_without_a_name_in_each_is_somebody_in_each():
    assert ids_in(part("oak", None, NOBODY_NAMED), part("bed", "oak", NOBODY_NAMED)) == [[None, None], [None, None]]


def test_of_two_entries_that_list_one_child_the_first_is_taken():
    boy = a_member(sex="M")
    case = a_case(homes=(part("oak", None, X1), part("bed", "oak", boy)))
    assert [h.household for h in with_everybody(case)] == [(X1,), (X1,)]


@pytest.mark.parametrize("lives_in", ["oak", "bed"])
def test_who_lives_in_one_entry_by_her_own_record_lives_in_the_other_too(lives_in):
    assert ids_in(part("oak", None, X1), part("bed", "oak"), current_home=lives_in) == [["x1", "ben"]] * 2


def test_another_home_does_not_share_it():
    assert ids_in(part("oak", None, X1), part("bed", "oak"), a_home(id="elm")) == [["x1"], ["x1"], []]
