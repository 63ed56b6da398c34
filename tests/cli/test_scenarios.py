"""Worked cases: held against what they expect, with a status that a script can trust."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import flat, matching
from tests.data.files import as_json, home, tables


def scenario(folder: Path, name: str, expect: dict[str, Any], **changes: Any) -> Path:
    file = folder / f"{name}.json"
    file.write_bytes(as_json({"title": f"The case {name}", **tables(**changes), "expect": expect}))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One that holds, one that does not, one whose plan comes out as expected."""
    scenario(tmp_path, "holds", {"rank": {"r1": {"order": ["oak"]}}})
    scenario(tmp_path, "fails", {"rank": {"r1": {"ruled_out": ["oak"]}}}, homes=[home(), flat()])
    scenario(tmp_path, "planned", {"plan": {"placed": {"amy": "oak"}}})
    return tmp_path


def test_a_case_that_holds_ends_with_0(folder: Path) -> None:
    ran = matching("scenarios", folder / "holds.json")
    assert ran.status == 0
    assert re.search(r"^holds +The case holds$", ran.out, re.MULTILINE)


def test_one_that_does_not_hold_says_what_was_expected_and_found_and_ends_with_1(folder: Path) -> None:
    ran = matching("scenarios", folder)
    assert ran.status == 1
    assert re.search(r"^does not hold +The case fails$", ran.out, re.MULTILINE)
    assert "- standing of oak: expected ruled out, found met" in ran.line
    assert ran.out.endswith("3 scenarios: 2 hold and 1 does not.\n")


def test_what_is_expected_of_a_plan_is_held_against_it(folder: Path) -> None:
    assert matching("scenarios", folder / "planned.json").status == 0
    scenario(folder, "planned", {"plan": {"unplaced": ["amy"]}})
    ran = matching("scenarios", folder / "planned.json")
    assert ran.status == 1
    assert "children without a home: expected amy, found none" in ran.line


def test_one_that_cannot_be_read_is_told_in_full_beside_the_others_and_ends_with_2(folder: Path) -> None:
    scenario(folder, "wrong", {}, homes=[home(colour="red")])
    ran = matching("scenarios", folder)
    assert ran.status == 2
    assert "wrong.json: homes oak: colour: found" in ran.line
    assert "1 cannot be read." in ran.line
    assert "holds The case holds" in ran.line


def test_a_path_without_a_scenario_ends_with_2(tmp_path: Path) -> None:
    assert "no scenario in it" in matching("scenarios", tmp_path).err
    nowhere = matching("scenarios", tmp_path / "nowhere")
    assert nowhere.status == 2
    assert "nothing there" in nowhere.err


def test_without_a_path_those_that_come_with_the_engine_are_run() -> None:
    ran = matching("scenarios")
    assert "Amy is 11 and needs a home from which she can stay at her school" in ran.line
    assert re.search(r"\d+ scenarios?: ", ran.out)


def test_they_are_data_too(folder: Path) -> None:
    ran = matching("scenarios", folder, "--json")
    said = json.loads(ran.out)
    assert ran.status == 1
    assert (said["hold"], said["do_not_hold"], said["cannot_be_read"]) == (2, 1, 0)
    (fails,) = [s for s in said["scenarios"] if s["status"] == "fails"]
    assert fails["unmet"] == ["standing of oak: expected ruled out, found met"]
