"""Steps done one after another on paper: what is lawful on its day is let by, and everything else is told."""

from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.engine import Engine
from matching.reviewing.replay import Replay, Stepped
from matching.rules.rulebook import rulebook_on
from tests.builders import a_member, ordinary
from tests.reviewing.asking import asks_of
from tests.reviewing.worlds import a_house, a_world, placed

SOON, LATER = date(2026, 12, 8), date(2026, 12, 15)


def faults(case: Case, *steps: tuple[str, str] | tuple[str, str, date]) -> list[tuple[int, str]]:
    """What is wrong with steps: who would go where, soon unless a day is given."""
    each = [Stepped((who,), home, on) for who, home, on in ((*step, SOON)[:3] for step in steps)]
    return faults_of(case, each)


def faults_of(case: Case, steps: list[Stepped]) -> list[tuple[int, str]]:
    replay = Replay(asks_of(case), Engine.of(case).register, rulebook_on(case.as_of))
    return list(replay.faults(steps))


def amy(**changes: Any) -> dict[str, Any]:
    return placed("amy", "oak", "HP20 1UA", **changes)


def ben(**changes: Any) -> dict[str, Any]:
    return placed("ben", "elm", "HP20 1UA", **changes)


def oak(**changes: Any) -> dict[str, Any]:
    return a_house("oak", "SY2 6BU", **changes)


def elm(beds: int = 0, **changes: Any) -> dict[str, Any]:
    return a_house("elm", "HP20 2NF", beds, **changes)


def ash(beds: int = 1, **changes: Any) -> dict[str, Any]:
    return a_house("ash", "HP21 8EB", beds, **changes)


def two(homes: list[dict[str, Any]], **of_ben: Any) -> Case:
    """Amy in oak and ben in elm, with these homes beside oak."""
    return a_world([amy(), ben(**of_ben)], [oak(), *homes])


def terms(**changes: Any) -> dict[str, Any]:
    approval = ordinary("home")["approval"]
    return {"approval": approval | {"terms": approval["terms"] | changes}}


def test_a_step_to_a_free_bed_is_let_by():
    assert faults(a_world([amy()], [oak(), elm(1)]), ("amy", "elm")) == []


def test_a_step_to_a_full_home_is_not():
    found = faults(a_world([amy()], [oak(), elm()]), ("amy", "elm"))
    assert (0, "POL-VACANCY does not let amy go to elm") in found


def test_a_bed_that_another_left_before_is_free():
    case = two([elm(), ash()])
    assert faults(case, ("ben", "ash"), ("amy", "elm", LATER)) == []


def test_a_bed_that_another_leaves_afterwards_is_not():
    found = faults(two([elm(), ash()]), ("amy", "elm"), ("ben", "ash", LATER))
    assert (0, "POL-VACANCY does not let amy go to elm") in found
    assert {number for number, _ in found} == {0}


def test_a_bed_is_taken_by_whoever_comes_first():
    found = faults(two([elm(), ash()]), ("ben", "ash"), ("amy", "ash"))
    assert {number for number, _ in found} == {1}
    assert (1, "POL-VACANCY does not let amy go to ash") in found


def test_two_steps_to_a_home_with_two_beds_are_let_by():
    assert faults(two([elm(), ash(2)]), ("ben", "ash"), ("amy", "ash")) == []


def test_a_step_to_a_home_that_a_rule_forbids_is_not_let_by():
    found = faults(a_world([amy()], [oak(), elm(1, **terms(age_max=9))]), ("amy", "elm"))
    assert found == [(0, "CPPCR-22-AGE does not let amy go to elm")]


def test_a_step_of_which_nobody_can_tell_is_not_let_by():
    found = faults(a_world([amy()], [oak(), elm(1, household=None)]), ("amy", "elm"))
    assert found
    assert {number for number, _ in found} == {0}


@pytest.mark.parametrize(
    ("on", "lawful"),
    [
        pytest.param(SOON, True, id="soon"),
        pytest.param(date(2027, 5, 31), True, id="two years to the day before the birthday"),
        pytest.param(date(2027, 6, 1), False, id="two years to the birthday"),
        pytest.param(date(2029, 6, 1), False, id="on the birthday itself"),
    ],
)
def test_a_birthday_before_a_later_day_ends_the_terms(on, lawful):
    """Amy is 14 on 1 June 2029, the carers take children up to 13, and a stay is for two years."""
    found = faults(a_world([amy()], [oak(), elm(1, **terms(age_max=13))]), ("amy", "elm", on))
    assert found == ([] if lawful else [(0, "CPPCR-22-AGE does not let amy go to elm")])


def test_a_step_from_no_home_is_told():
    case = a_world([amy() | {"current_home": False}], [oak(), elm(1)])
    assert faults(case, ("amy", "elm"))[0] == (0, "amy has no home to leave")


def requires(kind: str) -> dict[str, Any]:
    """A referral that asks for ben to have it so where he lives."""
    return ordinary("referral") | {"id": "r-ben", "children": ["ben"], "required": [kind]}


def test_who_comes_to_a_child_who_can_have_no_others_beside_her_is_told():
    case = Case.model_validate(two([elm(1)]).model_dump(by_alias=True) | {"referrals": [requires("no_other_children")]})
    found = faults(case, ("amy", "elm"))
    assert [(number, said.partition(" ")[2]) for number, said in found] == [(0, "forbids ben to stay in elm")]
    assert faults(two([elm(1)]), ("amy", "elm")) == []


def test_what_is_so_already_is_not_told_of_who_comes():
    """Ben can have no others beside him, and has had one all along: it is for people, but not this step's fault."""
    living = elm(1, household=[a_member(id="x1").model_dump(exclude_none=True)])
    case = Case.model_validate(two([living]).model_dump(by_alias=True) | {"referrals": [requires("no_other_children")]})
    assert faults(case, ("amy", "elm")) == []


def test_who_must_be_kept_apart_may_not_come_and_may_once_the_other_has_left():
    case = two([elm(1), ash()], must_not_live_with=["amy"])
    assert {number for number, _ in faults(case, ("amy", "elm"))} == {0}
    assert faults(case, ("ben", "ash"), ("amy", "elm", LATER)) == []


def test_who_has_left_is_out_of_the_household_that_listed_him_too():
    case = two([elm(household=[a_member(id="ben").model_dump(exclude_none=True)]), ash()], must_not_live_with=["amy"])
    assert faults(case, ("ben", "ash"), ("amy", "elm", LATER)) == []


def test_it_is_the_last_who_came_of_whom_it_is_told_that_another_cannot_stay():
    case = a_world(
        [amy(), ben(), placed("cat", "oak", "HP20 1UA")],
        [oak(), elm(2)],
    )
    case = Case.model_validate(case.model_dump(by_alias=True) | {"referrals": [requires("no_other_children")]})
    assert [number for number, said in faults(case, ("amy", "elm"), ("cat", "elm"))] == [1]


def test_brothers_and_sisters_are_judged_together():
    case = a_world([amy(), placed("ben", "oak", "HP20 1UA")], [oak(), elm(1, bedrooms_free=2)])
    assert faults_of(case, [Stepped(("amy", "ben"), "elm", SOON)])
    roomy = a_world([amy(), placed("ben", "oak", "HP20 1UA")], [oak(), elm(2)])
    assert faults_of(roomy, [Stepped(("amy", "ben"), "elm", SOON)]) == []


def test_a_bed_in_one_entry_of_a_home_is_none_in_another():
    entries = [elm(), elm(1) | {"id": "annexe", "same_home_as": "elm"}]
    case = two(entries)
    assert faults(case, ("amy", "annexe")) == []
    assert {number for number, _ in faults(case, ("amy", "elm"))} == {0}


def test_who_came_to_one_entry_lives_with_those_of_the_others():
    entries = [elm(), elm(1) | {"id": "annexe", "same_home_as": "elm"}]
    case = two(entries, must_not_live_with=["amy"])
    assert {number for number, _ in faults(case, ("amy", "annexe"))} == {0}


def test_a_chain_in_which_everybody_has_a_bed_leaves_no_fault_and_turned_round_it_does():
    case = a_world(
        [amy(), ben(), placed("cat", "ash", "HP20 1UA")], [oak(), elm(), ash(0), a_house("yew", "HP27 9JG", 1)]
    )
    chain = [("cat", "yew", SOON), ("ben", "ash", SOON), ("amy", "elm", SOON)]
    assert faults(case, *chain) == []
    assert {number for number, _ in faults(case, *reversed(chain))} == {0, 1}


def test_of_no_steps_nothing_is_wrong():
    assert faults(a_world([amy()], [oak()])) == []
