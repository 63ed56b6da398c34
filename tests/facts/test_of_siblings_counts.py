"""How many of the brothers and sisters to live with would be in each home, and how many would not."""

from typing import Any

import pytest

from matching.facts.catalogue import child, pair
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import laid_out, value_of

COUNTS = (child.siblings, pair.siblings_with, pair.siblings_without)
BEN, CAT = a_member(id="ben"), a_member(id="cat")


def counted(siblings: Any, household: Any = (), others: Any = (), **asked: Any) -> tuple[Any, ...]:
    """How many there are to live with, how many of them would be there, and how many not."""
    frame = laid_out([a_child(siblings=siblings), *others], [a_home(household=household)], **asked).frames[0]
    return tuple(frame[fact.name][0] for fact in COUNTS)


@pytest.mark.parametrize(
    ("siblings", "household", "counts"),
    [
        pytest.param([], [], (0, 0, 0), id="she has none"),
        pytest.param(listed("ben"), [BEN], (1, 1, 0), id="one, who is there"),
        pytest.param(listed("ben"), [], (1, 0, 1), id="one, who is not"),
        pytest.param(listed("ben", "cat"), [BEN], (2, 1, 1), id="one of two"),
        pytest.param(listed("ben", "cat"), [BEN, CAT], (2, 2, 0), id="both"),
        pytest.param(listed("ben"), None, (1, 0, 0), id="nobody knows who is there"),
        pytest.param(listed("ben"), [a_member(id=None)], (1, 0, 0), id="one there has no name"),
        pytest.param(listed("ben", assessment="apart"), [BEN], (0, 0, 0), id="assessed to live apart"),
        pytest.param(listed("ben", assessment="not_assessed"), [], (1, 0, 1), id="not assessed counts as together"),
        pytest.param(listed("ben", assessment=None), [], (1, 0, 1), id="of unknown assessment too"),
        pytest.param([*listed("ben"), {"assessment": "together"}], [BEN], (None, None, None), id="another has no name"),
        pytest.param([*listed("ben"), {"assessment": "apart"}], [BEN], (1, 1, 0), id="the nameless one is to be apart"),
        pytest.param(None, [BEN], (None, None, None), id="nobody knows of siblings"),
    ],
)
def test_brothers_and_sisters_to_live_with_are_there_or_not_or_nobody_can_tell(siblings, household, counts):
    assert counted(siblings, household) == counts


def test_who_arrives_with_her_would_be_there():
    ben = a_child(id="ben", siblings=listed("amy"))
    assert counted(listed("ben"), others=[ben], referral=a_referral(children=["amy", "ben"])) == (1, 1, 0)


@pytest.mark.parametrize(
    ("current_home", "counts"),
    [
        pytest.param("oak", (1, 1, 0), id="there by his own record"),
        pytest.param("elm", (1, 0, 1), id="elsewhere"),
        pytest.param(False, (1, 0, 1), id="nowhere"),
        pytest.param(None, (1, 0, 1), id="nobody knows where, and the home lists him not"),
    ],
)
def test_a_brother_of_the_case_is_where_his_own_record_says(current_home, counts):
    assert counted([], others=[a_child(id="ben", siblings=listed("amy"), current_home=current_home)]) == counts


@pytest.mark.parametrize("lives_in", ["oak", "bed"])
def test_a_brother_in_another_entry_of_the_home_lives_in_the_home(lives_in):
    children = [a_child(siblings=listed("ben")), a_child(id="ben", siblings=listed("amy"), current_home=lives_in)]
    frame = laid_out(children, [a_home(), a_home(id="bed", same_home_as="oak"), a_home(id="elm")]).frames[0]
    assert frame[pair.siblings_with.name].to_list() == [1, 1, 0]
    assert frame[pair.siblings_together.name].to_list() == [True, True, False]


def test_of_two_siblings_each_counts_the_other():
    children = [a_child(siblings=listed("ben")), a_child(id="ben", siblings=[])]
    given = (children, [a_home()], a_referral(children=["amy", "ben"]))
    assert [value_of(pair.siblings_with, *given, arrival=k) for k in range(2)] == [1, 1]
