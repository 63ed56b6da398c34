"""A ranking as data: the shape that the contract names, one a line."""

import json
from pathlib import Path

from matching.domain.ranking import Ranking
from tests.cli.running import case_file, flat, matching
from tests.data.files import home, referral


def test_one_referral_is_one_ranking_on_one_line(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path), "--json")
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    assert Ranking.model_validate_json(ran.out).referral == "r1"


def test_several_referrals_are_a_line_each(tmp_path: Path) -> None:
    file = case_file(tmp_path, referrals=[referral(), referral(id="r2")])
    lines = matching("rank", file, "--json").out.splitlines()
    assert [json.loads(line)["referral"] for line in lines] == ["r1", "r2"]


def test_homes_asked_for_are_given_in_full(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[home(), flat()])
    said = json.loads(matching("rank", file, "--json", "--home", "flat").out)
    assert [option["home"] for option in said["in_full"]] == ["flat"]


def test_the_limit_is_kept(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[home(id=f"oak{n}") for n in range(5)])
    said = json.loads(matching("rank", file, "--json", "--limit", "2").out)
    assert [len(tier["options"]) for tier in said["tiers"]] == [2]


def test_the_same_question_has_the_same_answer_to_the_byte(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[home(), flat()])
    assert matching("rank", file, "--json").out == matching("rank", file, "--json").out
