"""Where no home fits: the smallest sets of rules that together forbid all, and what would open most."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.nothing_fits import NothingFits
from matching.engine import Engine
from matching.explaining.nothing_fits import smallest_hitting
from tests.builders import a_case, a_child, a_home, ordinary
from tests.explaining.replaying import asked_again, in_order
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

APPROVAL: dict[str, Any] = ordinary("home")["approval"]
FULL = ordinary("home")["vacancies"] | {"beds": 0}
UNSIGNED = APPROVAL | {"agreement_signed": False}


def nothing_fits(*homes: Any, **tables: Any) -> NothingFits | None:
    case = a_case(homes=homes, **tables)
    return Engine.of(case).how_sure("r1").nothing_fits


def test_two_rules_that_together_leave_nothing():
    told = nothing_fits(
        a_home(id="a", vacancies=FULL),
        a_home(id="b", vacancies=FULL, approval=UNSIGNED),
        a_home(id="c", approval=UNSIGNED),
        a_home(id="d", approval=UNSIGNED | {"status": "on_hold"}),
    )
    assert told is not None
    assert [(of.rules, of.forbids) for of in told.together] == [(("CPPCR-22-AGREEMENT", "POL-VACANCY"), (3, 2))]
    opened = [(of.fact, of.homes) for of in told.opens]
    assert opened == [("home.agreement_signed", ("c",)), ("home.vacant_beds", ("a",))]


def test_what_opens_most_stands_first():
    told = nothing_fits(a_home(id="a", approval=UNSIGNED), *(a_home(id=f"h{k}", vacancies=FULL) for k in range(3)))
    assert told is not None
    assert [(of.fact, len(of.homes)) for of in told.opens] == [("home.vacant_beds", 3), ("home.agreement_signed", 1)]


def test_nothing_that_protects_is_offered():
    told = nothing_fits(a_home(approval=APPROVAL | {"status": "on_hold"}))
    assert told is not None
    assert told.opens == ()
    assert [of.rules for of in told.together] == [("CPPCR-22-APPROVED",)]


def test_where_a_home_is_lawful_there_is_nothing_to_tell():
    assert nothing_fits(a_home()) is None


def test_where_people_decide_it_is_not_told_as_if_nothing_were_found():
    assert nothing_fits(a_home(), children=(a_child(deprivation_of_liberty=True),)) is None


patterns = st.sets(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=4), min_size=1, max_size=8)


@given(patterns)
def test_the_smallest_sets_are_all_of_the_smallest(sets):
    smallest = smallest_hitting(sets)
    rules = sorted(frozenset[str]().union(*sets))
    for size in range(1, len(rules) + 1):
        if hit := [some for some in combinations(rules, size) if all(set(some) & pattern for pattern in sets)]:
            assert smallest == hit
            return
    pytest.fail("some set meets them all")


seeds = st.integers(0, 10**6)


@given(
    st.builds(world, homes=st.integers(1, 6), children=st.integers(1, 3), seed=seeds, gaps=st.sampled_from((0, 0.1)))
)
def test_each_single_change_opens_the_homes_that_it_names(case):
    told = engine_of(case).how_sure("r0").nothing_fits
    if told is None:
        return
    for opens in told.opens:
        _, ranking = asked_again(case, "r0", [opens.change])
        assert in_order(ranking) == [h for h in in_order(ranking) if h in opens.homes]
        assert in_order(ranking)
        if not opens.at_once:
            assert in_order(ranking) == [opens.homes[0]]
