"""What holds of every panel: more beds place no fewer, names decide nothing, and the same question has one answer."""

import json
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from matching.domain.plan import Plan
from matching.plan import Asked
from tests.peer.engine_says import engine_of
from tests.planning.made import placed, reached
from tests.planning.panels import panel

HOME_AIMS = ("home_same_day", "home_within_72_hours", "home", "home_if_settled")
SIZES = (st.integers(0, 10**6), st.integers(1, 6), st.integers(1, 5))


def plan_for(case: dict[str, Any]) -> Plan:
    return engine_of(case).plan(asked=Asked(next_best=1))


@given(*SIZES, st.integers(0, 4))
def test_one_more_bed_never_places_fewer(seed, children, homes, which):
    case = panel(seed, children, homes)
    before = plan_for(case)
    home = case["homes"][which % homes]
    assume("vacancies" in home)
    home["vacancies"]["beds"] += 1
    after = plan_for(case)
    assert len(placed(after)) >= len(placed(before))
    assert [reached(after)[aim] for aim in HOME_AIMS] >= [reached(before)[aim] for aim in HOME_AIMS]


def renamed(case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The case with every child, home and referral under another name, in the same order of the file."""
    ids = [entry["id"] for table in ("children", "homes", "referrals") for entry in case[table]]
    names = {name: f"z{len(ids) - k:03}" for k, name in enumerate(ids)}
    told = json.dumps(case)
    for name, other in names.items():
        told = told.replace(f'"{name}"', f'"{other}"')
    return json.loads(told), names


@given(*SIZES)
def test_other_names_change_the_names_alone(seed, children, homes):
    case = panel(seed, children, homes)
    other, names = renamed(case)
    plan, again = plan_for(case), plan_for(other)
    assert {names[child]: names[home] for child, home in placed(plan).items()} == placed(again)
    assert [aim.reached for aim in plan.aims] == [aim.reached for aim in again.aims]


@given(*SIZES)
def test_the_same_question_has_the_same_answer_to_the_byte(seed, children, homes):
    case = panel(seed, children, homes)
    assert plan_for(case).model_dump_json() == plan_for(case).model_dump_json()
