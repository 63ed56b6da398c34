"""`matching why-not` and `matching how-sure`: what they write, and what they refuse."""

import json
from pathlib import Path

import pytest

from matching.data.case_files import load
from matching.engine import Engine
from tests.cli.running import EXAMPLE, ROOT, matching

CASE = load(ROOT / EXAMPLE).case
TWO = "scenarios/one_question_decides_between_two_carers.toml"


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_json_is_what_the_engine_says():
    ran = matching("why-not", EXAMPLE, "ellis", "doyle", "--json")
    engine = Engine.of(CASE)
    assert ran.out.splitlines() == [engine.why_not("r1", home).model_dump_json() for home in ("ellis", "doyle")]
    assert matching("how-sure", EXAMPLE, "--json").out.strip() == engine.how_sure("r1").model_dump_json()


def test_without_a_home_those_in_front_but_the_first_are_asked_about():
    told = [json.loads(line)["home"] for line in matching("why-not", EXAMPLE, "--json").out.splitlines()]
    order = [option.home for tier in Engine.of(CASE).rank("r1").tiers for option in tier.options]
    assert told == order[1:11]


def test_where_nothing_is_lawful_it_is_said_what_leaves_nothing_and_what_would_open_most(tmp_path: Path):
    file = tmp_path / "full.toml"
    text = (ROOT / TWO).read_text(encoding="utf-8").partition("[expect")[0]
    full = "[[homes]]\nvacancies = { beds = 0, from = 2026-10-01 }\n"
    file.write_text(text.replace("[[homes]]\n", full) + "[expect]\n", encoding="utf-8")
    told = {json.loads(line)["home"] for line in matching("why-not", str(file), "--json").out.splitlines()}
    assert told == {"barnes", "clarke"}
    page = matching("how-sure", str(file)).out
    assert "None of 2 homes may take amy." in page
    assert "The single change that would open most" in page


REFUSED = [
    pytest.param(["why-not", EXAMPLE, "elis"], "Is ellis meant?", id="a home misspelt"),
    pytest.param(["why-not", EXAMPLE, "x", "y"], "The input has 2 faults", id="two homes that are not there"),
    pytest.param(["why-not", EXAMPLE, "ellis", "--referral", "r7"], "expected one of: r1", id="no such referral"),
    pytest.param(["how-sure", EXAMPLE, "--referral", "r7"], "expected one of: r1", id="how sure of none"),
    pytest.param(["how-sure", "nowhere.toml"], "no such file", id="no file"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_is_wrong_is_told_in_words(arguments, said):
    ran = matching(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_to_a_child_it_is_said_without_what_is_for_the_panel():
    page = matching("why-not", EXAMPLE, "doyle", "--to-child").out
    assert "The engine proposes" not in page
    assert "That is to keep everyone safe and well." in page
    assert "POL-" not in page


def test_a_ranking_says_why_beside_each_home():
    page = matching("rank", EXAMPLE, "--why").out
    assert "stays first" in page
    assert page.count("why not 1st") == 8
    assert "--why with it" not in page
    ran = matching("rank", EXAMPLE, "--why", "--all", "--out", "nowhere")
    assert ran.status == 2
    assert "--why" in ran.err
