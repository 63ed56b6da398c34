"""The same case on another day is judged by the law of that day, and nothing else changes."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.codes import Outcome
from matching.engine import Engine
from matching.rules.rulebook import rulebook_on
from tests.peer.engine_says import engine_of, judged
from tests.peer.made_up import world
from tests.peer.made_up_words import AS_OF

UNDER_16, AT_16 = "CPPCR-27A", "CPPCR-27C"
IN_FORCE = {UNDER_16: date(2021, 9, 9), AT_16: date(2023, 10, 28)}
A_DAY = timedelta(days=1)
A_FORTNIGHT = 14
"""So many days an assessment of impact is current."""

Shift = Callable[[date], date]
Found = dict[tuple[str, str, str, str], Outcome]


def dates_of(said: Any, move: Shift) -> Any:
    """The same records with every date moved."""
    if isinstance(said, dict):
        return {key: dates_of(value, move) for key, value in said.items()}
    if isinstance(said, list):
        return [dates_of(value, move) for value in said]
    day = _as_date(said)
    return said if day is None else move(day).isoformat()


def _as_date(said: Any) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) and len(said) == 10 else None
    except ValueError:
        return None


def moved_to(case: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The case as it would have been on another day: every date as many days away from it as it was."""
    moved: dict[str, Any] = dates_of(dict(case), lambda d: d + (day - AS_OF))
    return moved


def around(case: Mapping[str, Any], first_day: date) -> dict[str, Any]:
    """The case about the first day of a law, with no record that the eve and the day read otherwise.

    Those are records of either day, and those as old as an assessment may be; the order of all dates stays.
    """

    def move(day: date) -> date:
        ago = (AS_OF - day).days
        if ago >= 0:
            ago = ago + 2 if ago >= A_FORTNIGHT else min(max(ago, 2), A_FORTNIGHT - 1)
        return first_day - timedelta(days=ago)

    moved: dict[str, Any] = dates_of({k: v for k, v in case.items() if k != "as_of"}, move)
    return moved


def found_by(engine: Engine) -> Found:
    """What every rule of the day finds of every pairing."""
    rules = {rule.id for rule in rulebook_on(engine.case.as_of).rules}
    return {(r.id, *key): o for r in engine.case.referrals for key, o in judged(engine, r.id, rules).items()}


def of_rules(found: Found) -> set[str]:
    return {rule for _, rule, *_ in found}


def but(found: Found, *rules: str) -> Found:
    return {key: outcome for key, outcome in found.items() if key[1] not in rules}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("rule", "first_day"), [pytest.param(r, d, id=r) for r, d in IN_FORCE.items()])
def test_from_the_eve_to_the_first_day_of_a_law_that_law_is_all_that_is_added(rule, first_day, seed):
    case = around(world(80, 20, seed), first_day)
    eve, day = (found_by(engine_of(case | {"as_of": d.isoformat()})) for d in (first_day - A_DAY, first_day))
    assert of_rules(day) - of_rules(eve) == {rule}
    assert but(day, rule) == eve
    assert Outcome.PROHIBITED in {outcome for key, outcome in day.items() if key[1] == rule}


@pytest.mark.parametrize("seed", range(2))
def test_between_1_september_2021_and_28_october_2023_two_regulations_are_added_and_no_finding_changes(seed):
    made = world(80, 20, seed)
    before, after = (engine_of(moved_to(made, day)) for day in (date(2021, 9, 1), IN_FORCE[AT_16]))
    then, now = found_by(before), found_by(after)
    other = born_otherwise(before, after)
    assert len(other) <= len(before.case.children) // 10
    assert of_rules(now) - of_rules(then) == {UNDER_16, AT_16}
    assert of_rules(then) <= of_rules(now)
    assert without(but(now, UNDER_16, AT_16), other) == without(then, other)


def without(found: Found, referrals: set[str]) -> Found:
    return {key: outcome for key, outcome in found.items() if key[0] not in referrals}


AGES = ("child.age_at_start", "child.age_at_end")


def born_otherwise(one: Engine, other: Engine) -> set[str]:
    """Referrals of children who are of another age in completed years, since leap years fall otherwise."""
    return {r.id for r in one.case.referrals if ages(one, r.id) != ages(other, r.id)}


def ages(engine: Engine, referral: str) -> list[Any]:
    return [said.facts[age] for said in engine.rank(referral, limit=0).child_facts for age in AGES]


def standing(engine: Engine, referral: str) -> dict[str, frozenset[str]]:
    """Which rules rule each home out."""
    return {h: frozenset(g.rules) for g in engine.rank(referral, limit=0).ruled_out for h in g.homes}


@pytest.mark.parametrize(("rule", "first_day"), [pytest.param(r, d, id=r) for r, d in IN_FORCE.items()])
def test_a_whole_answer_rules_no_home_out_but_by_that_law(rule, first_day):
    case = around(world(80, 8, seed=7), first_day)
    eve, day = (engine_of(case | {"as_of": d.isoformat()}) for d in (first_day - A_DAY, first_day))
    for referral in eve.case.referrals:
        before, after = standing(eve, referral.id), standing(day, referral.id)
        assert {home: rules - {rule} for home, rules in after.items() if rules - {rule}} == before
        cited = [[r.id for r in engine.rank(referral.id, limit=0).rules] for engine in (eve, day)]
        assert set(cited[1]) - set(cited[0]) == {rule}


@pytest.mark.parametrize("day", [date(2021, 9, 1), *(d + k * A_DAY for d in IN_FORCE.values() for k in (-1, 0))])
def test_the_list_of_rules_is_that_of_the_day(day):
    today = {rule.id for rule in rulebook_on(AS_OF).rules}
    assert {rule.id for rule in rulebook_on(day).rules} == today - {r for r, first in IN_FORCE.items() if day < first}
