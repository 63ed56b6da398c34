"""How many would live in a home once the arriving children are in, where part of it may be unknown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.codes import Relation
from matching.facts.catalogue import home, household, pair
from matching.facts.fact import AT_LEAST, AT_MOST, Count
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import bounds_of, laid_out, value_of

MANY = 1_000
TWO = a_referral(children=["amy", "ben"])
AMY_AND_BEN = (a_child(), a_child(id="ben"))


@pytest.mark.parametrize(
    ("people", "fostered", "residents", "other_children"),
    [
        pytest.param([], 1, 1, 0, id="nobody"),
        pytest.param([a_member()], 2, 2, 1, id="a looked-after child"),
        pytest.param([a_member(relation="privately_fostered")], 2, 1, 1, id="a privately fostered child"),
        pytest.param([a_member(relation="resident")], 1, 2, 1, id="a resident"),
        pytest.param([a_member(relation="own_child")], 1, 1, 1, id="the carers' own child"),
        pytest.param([a_member(relation="adult")], 1, 1, 0, id="an adult"),
        pytest.param([a_member(), a_member(id="x2"), a_member(id=None)], 4, 4, 3, id="three, one of them unnamed"),
        pytest.param([a_member(id="amy"), a_member()], 2, 2, 1, id="the child herself, listed there, is counted once"),
        pytest.param([a_member(id="amy", relation=None)], 1, 1, 0, id="herself, and it is not said as what"),
    ],
)
def test_who_would_live_there_is_counted(people, fostered, residents, other_children):
    there = [a_home(household=people)]
    assert bounds_of(household.fostered, homes=there) == (fostered, fostered, fostered)
    assert bounds_of(household.residents, homes=there) == (residents, residents, residents)
    assert bounds_of(household.other_children, homes=there) == (other_children,) * 3


@pytest.mark.parametrize(
    ("people", "bounds"),
    [
        pytest.param([a_member(relation=None)], (None, 1, 2), id="one of whom it is not said as what"),
        pytest.param([a_member(), a_member(id="x2", relation=None)], (None, 2, 3), id="one known and one not"),
    ],
)
def test_somebody_of_whom_it_is_not_said_as_what_may_count(people, bounds):
    assert bounds_of(household.fostered, homes=[a_home(household=people)]) == bounds
    assert bounds_of(household.residents, homes=[a_home(household=people)]) == bounds


@pytest.mark.parametrize("count", [household.fostered, household.residents, household.authorities_to_consent])
def test_of_an_unknown_household_only_the_least_is_known(count):
    exact, least, most = bounds_of(count, homes=[a_home(household=None)])
    assert (exact, least) == (None, 0 if count is household.authorities_to_consent else 1)
    assert most >= MANY


@pytest.mark.parametrize(
    ("current_home", "people", "lives_there", "beds"),
    [
        pytest.param("previous", [], False, (1, 1, 1), id="lives elsewhere"),
        pytest.param("oak", [a_member(id="amy")], True, (0, 0, 0), id="by both records"),
        pytest.param("previous", [a_member(id="amy")], True, (0, 0, 0), id="listed in the household only"),
        pytest.param("oak", [], True, (0, 0, 0), id="by her own record only"),
        pytest.param("oak", None, True, (0, 0, 0), id="by her own record, in an unknown household"),
        pytest.param("previous", None, False, (1, 1, 1), id="elsewhere by her own record, in an unknown household"),
        pytest.param(False, [], False, (1, 1, 1), id="lives nowhere"),
        pytest.param(None, [], False, (1, 1, 1), id="nobody knows where, and she is not listed"),
        pytest.param(None, [a_member(id="amy")], True, (0, 0, 0), id="nobody knows where, and she is listed"),
        pytest.param(None, None, None, (None, 0, 1), id="nobody knows where, nor who is there"),
        pytest.param(None, [a_member(id=None)], None, (None, 0, 1), id="nobody knows where, and one there has no name"),
    ],
)
def test_a_child_who_lives_there_already_needs_no_bed(current_home, people, lives_there, beds):
    given = ([a_child(current_home=current_home)], [a_home(household=people)])
    assert value_of(pair.lives_there, *given) is lives_there
    assert value_of(pair.stays_in_home, *given) is lives_there
    assert bounds_of(household.beds_needed, *given) == beds


@pytest.mark.parametrize(
    ("current_home", "people", "bed", "stays"),
    [
        pytest.param("oak", [], [True, False, False], [True, True, False], id="of the first entry"),
        pytest.param("bed", [], [False, True, False], [True, True, False], id="of the second"),
        pytest.param("elm", [], [False, False, True], [False, False, True], id="of another home"),
        pytest.param("previous", [], [False] * 3, [False] * 3, id="elsewhere"),
        pytest.param(None, [a_member(id="amy")], [True, True, False], [True, True, False], id="as the home lists her"),
        pytest.param(None, None, [None, None, False], [None, None, False], id="nobody knows"),
        pytest.param("bed", None, [False, True, False], [True, True, False], id="of the second, by her record alone"),
    ],
)
def test_who_lives_in_one_entry_of_a_home_stays_in_the_home_in_any_bed_of_it(current_home, people, bed, stays):
    homes = [
        a_home(household=people),
        a_home(id="bed", same_home_as="oak", household=people),
        a_home(id="elm", household=[]),
    ]
    frame = laid_out([a_child(current_home=current_home)], homes).frames[0]
    assert frame[pair.lives_there.name].to_list() == bed
    assert frame[pair.stays_in_home.name].to_list() == stays


def test_a_child_who_lives_there_by_her_own_record_only_is_counted_once():
    assert bounds_of(household.fostered, [a_child(current_home="oak")], [a_home(household=[])]) == (1, 1, 1)


def test_one_there_without_a_name_is_not_taken_for_the_child_who_arrives():
    given = ([a_child(current_home=None)], [a_home(household=[a_member(id=None)])])
    assert bounds_of(household.fostered, *given) == (2, 2, 2)


def test_of_two_who_arrive_the_one_who_lives_there_is_counted_once():
    there = [a_home(household=[a_member(id="ben"), a_member()])]
    layout = laid_out(AMY_AND_BEN, there, TWO)
    assert bounds_of(household.fostered, AMY_AND_BEN, there, TWO) == (3, 3, 3)
    assert layout.frames[0][household.beds_needed.name][0] == 1
    assert [frame[pair.lives_there.name][0] for frame in layout.frames] == [False, True]


def test_who_lives_in_one_home_is_not_counted_in_the_next():
    homes = [a_home(household=[a_member()]), a_home(id="elm", household=[]), a_home(id="ash", household=None)]
    frame = laid_out(homes=homes).frames[0]
    assert frame[household.fostered.name].to_list() == [2, 1, None]
    assert frame[home.household.name].to_list() == [True, True, None]


RELATIONS = st.sampled_from([*Relation, None])
HOUSEHOLDS = st.lists(st.lists(RELATIONS, max_size=4), min_size=1, max_size=12)
FOSTERED = {Relation.LOOKED_AFTER, Relation.PRIVATELY_FOSTERED}
RESIDENT = {Relation.LOOKED_AFTER, Relation.RESIDENT}


def possible_counts(people: list[Relation | None], coming: int, counting: set[Relation]) -> set[int]:
    """Who is coming, and those who count in each way of filling in what is not said."""
    ways = product(*([r] if r else list(Relation) for r in people))
    return {coming + sum(r in counting for r in way) for way in ways}


@given(HOUSEHOLDS)
def test_the_bounds_are_the_least_and_the_most_of_every_way_of_filling_in_what_is_not_said(households):
    homes = [
        a_home(id=f"h{k}", household=[a_member(id=f"x{k}-{i}", relation=r) for i, r in enumerate(people)])
        for k, people in enumerate(households)
    ]
    frame = laid_out(homes=homes).frames[0]
    counts: list[tuple[Count, int, set[Relation]]] = [
        (household.fostered, 1, FOSTERED),
        (household.residents, 1, RESIDENT),
        (household.other_children, 0, set(Relation) - {Relation.ADULT}),
    ]
    for count, coming, counting in counts:
        ends = (frame[count.name + end].to_list() for end in ("", AT_LEAST, AT_MOST))
        for people, exact, least, most in zip(households, *ends, strict=True):
            possible = possible_counts(people, coming, counting)
            assert (least, most) == (min(possible), max(possible))
            assert exact == (least if least == most else None)


@pytest.mark.parametrize(
    ("connected_to", "one", "both"),
    [
        pytest.param(["amy", "ben"], True, True, id="to both"),
        pytest.param(["amy"], True, False, id="to one"),
        pytest.param([], False, False, id="to nobody"),
        pytest.param(None, None, None, id="nobody knows to whom"),
    ],
)
def test_carers_are_connected_to_all_only_where_every_child_is_named(connected_to, one, both):
    there = [a_home(kind="connected_foster", connected_to=connected_to)]
    assert value_of(pair.connected, AMY_AND_BEN, there, TWO) is one
    assert value_of(household.all_connected, AMY_AND_BEN, there, TWO) is both
