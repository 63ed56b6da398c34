"""A plan for a panel from the command line: which referrals, in which form, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from matching.cli import plan as plan_command
from matching.domain import plan as plan_answer
from matching.domain.plan import Plan
from matching.engine import Engine
from matching.errors import EngineDefect, SearchIncomplete
from matching.plan import Asked
from tests.cli.panels import PANEL
from tests.cli.running import ROOT, case_file, matching, program
from tests.data.files import child, home, referral


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What the engine is asked, instead of a plan."""
    seen: list[Asked] = []

    def plan(_: Engine, __: Any, asked: Asked) -> Plan:
        seen.append(asked)
        raise SearchIncomplete("no plan was reached in time", "Allow more.")

    monkeypatch.setattr(Engine, "plan", plan)
    return seen


def test_it_plans_for_all_referrals_of_a_file_as_one_panel(tmp_path: Path) -> None:
    file = case_file(
        tmp_path,
        children=[child(), child(id="ben")],
        referrals=[referral(), referral(id="r2", children=["ben"])],
        homes=[home(), home(id="elm", postcode="SL9 7AA")],
    )
    plan = Plan.model_validate_json(matching("plan", file, "--json").out)
    assert {child: each.home for each in plan.assignments for child in each.children} in (
        {"amy": "oak", "ben": "elm"},
        {"amy": "elm", "ben": "oak"},
    )


def test_it_plans_for_the_referrals_that_are_named_and_no_other() -> None:
    plan = json.loads(matching("plan", ROOT / PANEL, "--referral", "r3", "--referral", "r4", "--json").out)
    assert plan["referrals"] == ["r3", "r4"]
    assert [(each["children"], each["home"]) for each in plan["assignments"]] == [(["ben"], "okafor")]


def test_a_plan_as_data_is_one_line_and_the_same_each_time() -> None:
    first, again = (matching("plan", ROOT / PANEL, "--json").raw for _ in range(2))
    assert first == again
    assert first.count(b"\n") == 1


def test_it_asks_for_what_the_options_say(asked: list[Asked]) -> None:
    matching("plan", ROOT / PANEL, "--next-best", "3", "--costs", "--seconds", "2.5")
    matching("plan", ROOT / PANEL)
    assert asked == [Asked(next_best=3, costs_others=True, seconds=2.5), Asked()]


def test_no_plan_in_the_time_allowed_ends_with_3(asked: list[Asked]) -> None:
    ran = matching("plan", ROOT / PANEL, "--seconds", "1")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == "No plan was reached in time. Allow more.\n"


def test_a_plan_that_does_not_pass_its_own_check_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def plan(*_: Any) -> Plan:
        raise EngineDefect("a plan did not pass its own check", "Tell somebody.")

    monkeypatch.setattr(Engine, "plan", plan)
    ran = matching("plan", ROOT / PANEL)
    assert (ran.status, ran.out) == (70, "")


def test_a_file_without_a_referral_has_nothing_to_plan(tmp_path: Path) -> None:
    ran = matching("plan", case_file(tmp_path, referrals=[]))
    assert (ran.status, ran.out) == (2, "")
    assert "case.json: referrals: found none, expected at least one." in ran.err


def test_every_referral_that_the_file_lacks_is_a_fault() -> None:
    ran = matching("plan", ROOT / PANEL, "--referral", "r1", "--referral", "r8", "--referral", "r9")
    assert (ran.status, ran.out) == (2, "")
    assert "referrals r8: id: found r8, expected one of: r1, r2, r3, r4, r5." in ran.err
    assert "referrals r9: id: found r9" in ran.err


def test_a_referral_is_named_once() -> None:
    ran = matching("plan", ROOT / PANEL, "--referral", "r1", "--referral", "r1")
    assert ran.status == 2
    assert "command: --referral: found r1 2 times, expected each referral once." in ran.err


def test_a_child_who_is_asked_for_twice_is_a_fault(tmp_path: Path) -> None:
    ran = matching("plan", case_file(tmp_path, referrals=[referral(), referral(id="r2")]), "--json")
    assert ran.status == 2
    assert "case.json: children amy: referrals: found r1, r2, expected one referral a child." in ran.err
    assert json.loads(ran.out)["faults"]


@pytest.mark.parametrize("seconds", ["0", "-1", "86401", "nan", "inf"])
def test_seconds_are_more_than_none_and_at_most_a_day(seconds: str) -> None:
    ran = matching("plan", ROOT / PANEL, f"--seconds={seconds}")
    assert (ran.status, ran.out) == (2, "")
    assert "command: --seconds: found " in ran.err
    assert "expected more than 0 seconds and at most 86,400." in ran.err


@pytest.mark.parametrize("number", ["-1", "21", "many"])
def test_at_most_twenty_plans_come_next(number: str) -> None:
    assert matching("plan", ROOT / PANEL, f"--next-best={number}").status == 2


def test_the_program_plans() -> None:
    ran = program("plan", PANEL, "--referral", "r3")
    assert (ran.status, ran.err) == (0, "")
    assert "ben (12)" in ran.out


def test_the_command_and_the_answer_have_one_bound_on_the_next_plans() -> None:
    """The command does not load the answer's module, so that its help is quick."""
    assert plan_command.MOST_NEXT == plan_answer.MOST_NEXT
