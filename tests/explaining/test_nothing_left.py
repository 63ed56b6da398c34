"""Where no option is left the answer says why: it is an answer, and never an error."""

from typing import Any

import pytest

from matching.domain.ranking import Ranking
from tests.builders import a_child, a_home, a_member
from tests.explaining.asking import listed, rank

UNSIGNED = dict(a_home().model_dump(exclude_none=True)["approval"]) | {"agreement_signed": False}


def nothing_is_left(found: Ranking) -> bool:
    return found.tiers == () and found.beyond == () and found.in_full == ()


def test_a_child_deprived_of_liberty_has_no_options():
    homes = (a_home(), a_home(id="full", vacancies={"beds": 0}), a_home(id="locked", kind="secure"))
    found = rank(*homes, children=(a_child(deprivation_of_liberty=True),))
    assert nothing_is_left(found)
    assert listed(found.ruled_out) == {("CA89-25",): ("locked", "oak"), ("CA89-25", "POL-VACANCY"): ("full",)}
    assert listed(found.cannot_place_because) == {("CA89-25",): ("locked", "oak")}


def test_why_a_home_was_ruled_out_is_given_in_full_when_asked_for():
    found = rank(children=(a_child(deprivation_of_liberty=True),), in_full=["oak"])
    (oak,) = found.in_full
    (why,) = (f for f in oak.findings if f.outcome == "prohibited")
    assert (why.rule, why.because) == (
        "CA89-25",
        "the child is, or is to be, deprived of liberty: people decide this, not the list",
    )
    assert (oak.rank, oak.standing) == (None, "prohibited")


@pytest.mark.parametrize("status", ["E1", "J1", "V3", "V4"])
def test_a_child_whose_placement_other_law_governs_has_no_options(status):
    found = rank(children=(a_child(legal_status=status),))
    assert nothing_is_left(found)
    assert listed(found.cannot_place_because) == {("POL-MANUAL-LANE",): ("oak",)}


def test_the_smallest_sets_of_reasons_are_those_that_hold_no_other():
    homes: list[Any] = [
        a_home(id="full", vacancies={"beds": 0}),
        a_home(id="full_too", vacancies={"beds": 0}),
        a_home(id="unsigned", approval=UNSIGNED),
        a_home(id="both", approval=UNSIGNED, vacancies={"beds": 0}),
        a_home(id="apart_and_full", household=[a_member()], vacancies={"beds": 0}),
    ]
    found = rank(*homes, children=(a_child(must_not_live_with=["x1"]),))
    assert listed(found.cannot_place_because) == {
        ("POL-VACANCY",): ("full", "full_too"),
        ("CPPCR-22-AGREEMENT",): ("unsigned",),
    }
    assert sorted(home for group in found.ruled_out for home in group.homes) == sorted(h.id for h in homes)


def test_where_an_option_is_left_nothing_is_said_of_what_cannot_be():
    found = rank(a_home(), a_home(id="full", vacancies={"beds": 0}))
    assert found.cannot_place_because == ()
    assert listed(found.ruled_out) == {("POL-VACANCY",): ("full",)}


def test_what_nobody_can_tell_is_left():
    found = rank(a_home(vacancies=None), children=(a_child(deprivation_of_liberty=None),))
    assert [(t.tier, t.count) for t in found.tiers] == [("in_house", 1)]
    assert found.tiers[0].options[0].standing == "cannot_tell"
