"""`matching demo`: a made-up authority in a folder, and everywhere it is shown that everybody in it is made up."""

import json
from pathlib import Path

import pytest

from tests.cli.running import matching

LABEL = "Everybody in this case is made up."
SMALL = ("--children", "5", "--homes", "12")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    assert matching("demo", tmp_path / "made-up", *SMALL).status == 0
    return tmp_path / "made-up" / "case.json"


def test_it_says_what_it_wrote_and_how_to_go_on(tmp_path: Path) -> None:
    ran = matching("demo", tmp_path / "made-up", *SMALL)
    assert (ran.status, ran.err) == (0, "")
    assert "5 children" in ran.out
    assert "Everybody in it is made up." in ran.out
    assert "rank" in ran.out
    assert "--referral r0001" in ran.out


def test_it_says_in_json_what_it_wrote(tmp_path: Path) -> None:
    said = json.loads(matching("demo", tmp_path / "made-up", *SMALL, "--seed", "3", "--json").out)
    assert (said["children"], said["homes"], said["seed"]) == (5, 12, 3)
    assert all(Path(file).is_file() for file in said["files"])


def test_a_ranking_of_it_says_that_everybody_is_made_up(case: Path) -> None:
    assert LABEL in matching("rank", case, "--referral", "r0001").line
    assert LABEL in json.loads(matching("rank", case, "--referral", "r0001", "--json").out)["warnings"]


def test_a_check_of_it_says_that_everybody_is_made_up(case: Path) -> None:
    assert LABEL in matching("check", case).line
    assert LABEL in json.loads(matching("check", case, "--json").out)["warnings"]


@pytest.mark.parametrize("made_up", [False, None])
def test_a_case_that_does_not_say_so_is_not_called_made_up(case: Path, made_up: bool | None) -> None:
    case.write_bytes(case.read_bytes().replace(b'"made_up":true', b'"made_up":' + json.dumps(made_up).encode(), 1))
    assert LABEL not in matching("rank", case, "--referral", "r0001").line


def test_a_folder_with_other_things_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    ran = matching("demo", tmp_path, *SMALL)
    assert (ran.status, ran.out) == (2, "")
    assert "notes.txt" in ran.err
    assert "Name a new folder" in ran.err


@pytest.mark.parametrize("size", [("--children", "0"), ("--homes", "0"), ("--seed", "-1")])
def test_a_size_that_cannot_be_is_refused(size: tuple[str, str], tmp_path: Path) -> None:
    ran = matching("demo", tmp_path / "made-up", *size)
    assert ran.status == 2
    assert not (tmp_path / "made-up").exists()
