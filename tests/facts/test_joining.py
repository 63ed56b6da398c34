"""Who joins households that are laid out already: as if they had been laid out with everybody in the first place."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.home import Home, Member
from matching.facts.joining import Joins, with_people
from matching.facts.people import People, people
from matching.facts.truth import NO
from tests.builders import a_home, a_member

PLACING = ("E06000060", "E06000042", None)


def with_those(homes: Sequence[Home], joins: Sequence[Joins]) -> dict[int, Home]:
    """The homes that somebody joins, with them in it, by row."""
    joining: dict[int, list[Member]] = {}
    for join in joins:
        joining.setdefault(join.row, []).append(join.member)
    return {
        row: homes[row].model_copy(update={"household": (*(homes[row].household or ()), *members)})
        for row, members in joining.items()
    }


def joined(homes: Sequence[Home], joins: Sequence[Joins]) -> People:
    """The people laid out, and then those who join."""
    return with_people(people(homes), joins, with_those(homes, joins))


def at_once(homes: Sequence[Home], joins: Sequence[Joins]) -> People:
    """Everybody laid out in one go."""
    changed = with_those(homes, joins)
    return people([changed.get(row, home) for row, home in enumerate(homes)])


def in_words(table: People) -> Counter[tuple[Any, ...]]:
    """What a table says of each person, in whatever order it holds them."""
    columns = (table.home, table.fostered, table.resident, table.child, table.siblings_recorded, table.unnamed)
    rows = zip(table.ids.tolist(), *(column.tolist() for column in columns), strict=True)
    by_id, siblings = _told(table.by_id.by_id), _told(table.says_sibling.by_id)
    return Counter((*row, by_id[k], siblings[k], placed(table, k)) for k, row in enumerate(rows))


def _told(links: Any) -> defaultdict[int, tuple[str, ...]]:
    """For each row the ids that it is linked to."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for i in sorted(links):
        for row in links[i].tolist():
            found[row] = (*found[row], i)
    return found


def placed(table: People, person: int) -> tuple[Any, ...]:
    """By which authority a person is, or may be, placed, in which home; that nobody placed her says nothing."""
    names = {number: authority for authority, number in table.placings.number_of.items()} | {-1: None}
    of = table.placings
    told = [(at, said) for who, at, said in zip(of.person, of.of, of.placed, strict=True) if who == person]
    return tuple((int(of.home[at]), names[int(of.authority[at])], int(said)) for at, said in told if said != NO)


def children_of(number: int) -> list[Member]:
    return [a_member(id=f"x{k}") for k in range(number)]


HOMES = (a_home(household=children_of(2)), a_home(id="elm", household=[]), a_home(id="ash", household=None))


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(a_member(id="ben"), id="a child of a known authority"),
        pytest.param(a_member(id="ben", placed_by="E06000042"), id="a child of another"),
        pytest.param(a_member(id="ben", placed_by=None), id="a child of nobody knows which"),
        pytest.param(a_member(id="ben", sibling_of=["x0", "amy"]), id="a brother"),
        pytest.param(a_member(id="ben", sibling_of=None), id="a child of whose siblings nobody knows"),
        pytest.param(a_member(id=None), id="a child without a name"),
        pytest.param(a_member(id="ben", relation=None), id="somebody of nobody knows which kind"),
        pytest.param(a_member(id="ben", relation="adult"), id="an adult"),
    ],
)
@pytest.mark.parametrize("row", [0, 1])
def test_who_joins_counts_as_if_there_from_the_first(member, row):
    joins = [Joins(row, member)]
    one, other = joined(HOMES, joins), at_once(HOMES, joins)
    assert in_words(one) == in_words(other)
    assert np.array_equal(one.siblings_now, other.siblings_now)


def test_nobody_joining_changes_nothing():
    table = people(HOMES)
    assert with_people(table, [], {}) is table


def test_the_first_table_is_left_as_it_was():
    table = people(HOMES)
    before, siblings = in_words(table), table.siblings_now.copy()
    with_people(table, [Joins(0, a_member(id="ben", placed_by="E08000025"))], with_those(HOMES, []))
    assert in_words(table) == before
    assert np.array_equal(table.siblings_now, siblings)


def test_homes_keep_one_row_for_each_authority_that_places_there():
    joins = [Joins(0, a_member(id=f"y{k}", placed_by=by)) for k, by in enumerate((PLACING[0], PLACING[1], PLACING[1]))]
    table = joined(HOMES, joins).placings
    assert table.home.tolist() == [0, 0]
    assert sorted(table.in_home[0]) == [0, 1]


members = st.builds(
    lambda i, relation, by, siblings: a_member(id=i, relation=relation, placed_by=by, sibling_of=siblings),
    st.sampled_from(["a", "b", "c", "d", None]),
    st.sampled_from(["looked_after", "privately_fostered", "own_child", "adult", "resident", None]),
    st.sampled_from(PLACING),
    st.none() | st.lists(st.sampled_from("abcd"), max_size=2, unique=True),
)


@given(
    st.lists(st.lists(members, max_size=3), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 2), members), max_size=4),
)
def test_whoever_joins_and_wherever_it_is_as_if_laid_out_at_once(households, coming):
    homes = [a_home(id=f"h{k}", household=household) for k, household in enumerate(households)]
    joins = [Joins(row % len(homes), member) for row, member in coming]
    one, other = joined(homes, joins), at_once(homes, joins)
    assert in_words(one) == in_words(other)
    assert np.array_equal(one.siblings_now, other.siblings_now)
