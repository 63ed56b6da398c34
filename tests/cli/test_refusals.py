"""What is wrong in a file is told in full, a line each, and nothing is ranked."""

import json
from pathlib import Path
from typing import Any

import pytest

from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.cli.running import case_file, matching
from tests.data.files import as_json, child, home, referral, tables

NO_DISTANCE = {c.id: 0 for c in CRITERIA if c.head is Head.DISTANCE}

COMMANDS = ("rank", "check", "plan")


def written(folder: Path, data: bytes, name: str = "case.toml") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(
            {"homes": [home(colour="red")]},
            'case.json: homes oak: colour: found "red", expected a field that the contract names.',
            id="an unknown key",
        ),
        pytest.param(
            {"referrals": [referral(start="01/12/2026")]},
            'case.json: referrals r1: start: found "01/12/2026", expected a date such as 2026-12-01.',
            id="a date of another form",
        ),
        pytest.param(
            {"homes": [home(), home()]},
            'case.json: homes oak: id: found "oak", expected an id that no other of the homes has.',
            id="two homes with one id",
        ),
        pytest.param(
            {"children": [child(home_postcode="HP20 1UAX")]},
            'home_postcode: found "HP20 1UAX", expected a UK postcode such as HP20 1UA, or false.',
            id="a postcode with a typo",
        ),
        pytest.param(
            {"homes": [home(cost={"weekly": -5})]},
            "case.json: homes oak: cost.weekly: found -5, expected 0 or more.",
            id="a negative cost",
        ),
        pytest.param(
            {"referrals": [referral(children=["amy", "bo"])]},
            'found "bo", expected a child of this file.',
            id="a child who is not in the file",
        ),
        pytest.param(
            {"approvals": [{"rule": "NO-SUCH-RULE", "child": "amy", "home": "oak"}]},
            'found "NO-SUCH-RULE", expected the id of a rule.',
            id="an approval of no rule",
        ),
        pytest.param(
            {"policy": {"name": "nowhere-2026"}},
            "case.json: policy: name: found nowhere-2026, expected one of: buckinghamshire-2026",
            id="a policy that there is not",
        ),
        pytest.param(
            {"policy": {"weights": NO_DISTANCE}},
            "case.json: policy buckinghamshire-2026: weights.distance: found all weights 0",
            id="a head without weight",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_remedy(
    tmp_path: Path, command: str, changes: dict[str, Any], said: str
) -> None:
    ran = matching(command, case_file(tmp_path, **changes))
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.endswith("The input has 1 fault. Mend every fault that is listed, then ask again.\n")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        pytest.param(b"", "case.toml", "found an empty file, expected a case file.", id="empty"),
        pytest.param(
            "a = 1".encode("utf-16"), "case.toml", "found text in UTF-16, expected text in UTF-8.", id="UTF-16"
        ),
        pytest.param(b'{"as_of":', "case.json", "found Expecting value, expected JSON.", id="junk JSON"),
        pytest.param(b"as_of = [", "case.toml", "expected TOML.", id="junk TOML"),
        pytest.param(b"\x00\x01\x02\x03\xff", "case.toml", "expected text in UTF-8.", id="no text at all"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, command: str, data: bytes, name: str, said: str) -> None:
    ran = matching(command, written(tmp_path, data, name))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(name)
    assert said in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_is_no_file_says_so(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "missing.toml: found no such file" in matching(command, "missing.toml").err
    assert f"{tmp_path.name}: found a folder" in matching(command, tmp_path).err
    assert matching(command, ".").err.startswith(".: found a folder")
    assert matching(command, tmp_path).status == 2


def test_a_name_of_four_megabytes_is_refused_in_a_line(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(name="x" * 4_000_000)]))
    assert ran.status == 2
    assert "expected text of at most 200 characters" in ran.err
    assert max(map(len, ran.err.splitlines())) < 300


def test_all_faults_are_told_at_once_a_line_each(tmp_path: Path) -> None:
    homes = [home(colour="red", cost={"weekly": -5}), home()]
    ran = matching("check", case_file(tmp_path, children=[child(born="soon")], homes=homes))
    *faults, last = ran.err.splitlines()
    assert len(faults) == 4
    assert last.startswith("The input has 4 faults.")
    assert all(fault.startswith("case.json: ") and ", expected " in fault for fault in faults)


def test_faults_beyond_the_list_are_counted(tmp_path: Path) -> None:
    ran = matching("check", case_file(tmp_path, homes=[home(id=f"oak{n}", colour="red") for n in range(1_200)]))
    *_, more, total = ran.err.splitlines()
    assert more == "and 200 more like these"
    assert total.startswith("The input has 1200 faults.")


@pytest.mark.parametrize("command", COMMANDS)
def test_faults_are_data_too_on_standard_output(tmp_path: Path, command: str) -> None:
    ran = matching(command, case_file(tmp_path, homes=[home(cost={"weekly": -5})]), "--json")
    assert ran.status == 2
    said = json.loads(ran.out)
    assert said["more"] == 0
    (fault,) = said["faults"]
    assert {"file": "case.json", "table": "homes", "id": "oak", "field": "cost.weekly"}.items() <= fault.items()
    assert {"found": "-5", "expected": "0 or more"}.items() <= fault.items()
    assert fault["remedy"]
    assert "case.json: homes oak: cost.weekly" in ran.err


def test_a_referral_or_a_home_that_the_file_lacks_is_a_fault(tmp_path: Path) -> None:
    file = case_file(tmp_path)
    no_referral, no_homes = (
        matching("rank", file, "--referral", "r9"),
        matching("rank", file, "--home", "a", "--home", "b"),
    )
    assert no_referral.status == no_homes.status == 2
    assert "case.json: referrals r9: id: found r9, expected one of: r1." in no_referral.err
    assert "The input has 2 faults." in no_homes.err
    assert no_referral.out == no_homes.out == ""


def test_a_file_without_a_referral_has_nothing_to_rank(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, referrals=[]))
    assert ran.status == 2
    assert "case.json: referrals: found none, expected at least one." in ran.err


def test_a_fault_in_a_scenario_is_told_as_in_a_case(tmp_path: Path) -> None:
    data = as_json(tables(homes=[home(colour="red")]) | {"expect": {}})
    ran = matching("rank", written(tmp_path, data, "scenario.json"))
    assert ran.status == 2
    assert "scenario.json: homes oak: colour: found" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["rank"], id="no file"),
        pytest.param(["rank", "case.toml", "--limit", "0"], id="a limit of none"),
        pytest.param(["rank", "case.toml", "--limit", "many"], id="a limit that is no number"),
        pytest.param(["rank", "case.toml", "--colour"], id="an option that there is not"),
        pytest.param(["serve", "--port", "70000"], id="a port that there is not"),
        pytest.param(["place", "case.toml"], id="a command that there is not"),
    ],
)
def test_a_command_that_is_put_wrongly_ends_with_2(arguments: list[str]) -> None:
    ran = matching(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err
