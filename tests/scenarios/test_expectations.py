"""What did not come out as expected is said in words, and nothing passes that was not asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from matching.errors import InvalidInput
from matching.expectations import Unmet, check, scenarios_in

CASE = """
title = "Amy and her two homes"
source = "made up"

[[children]]
id = "amy"

[[children]]
id = "bea"

[[referrals]]
id = "r1"
children = ["amy"]

[[homes]]
id = "near"

[[homes]]
id = "far"
postcode = "SL9 7AA"

[[homes]]
id = "full"
vacancies = { beds = 0 }
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Callable[[str], Path]:
    """A file of the case above with these expectations."""

    def write(expect: str) -> Path:
        path = tmp_path / "amy_has_two_homes.toml"
        path.write_text(CASE + expect, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    "expect",
    [
        pytest.param('order = ["near", "far"]', id="the whole order"),
        pytest.param('order = ["near"]', id="the first, and another anywhere after"),
        pytest.param("order = []", id="nobody named"),
        pytest.param('tiers = { far = "in_house", full = "in_house" }', id="tiers, also of a home ruled out"),
        pytest.param('standing = { near = "met", full = "prohibited" }', id="standing"),
        pytest.param('ruled_out = ["full"]', id="ruled out"),
        pytest.param(
            'findings."amy in full" = { "POL-VACANCY" = "prohibited", "CPPCR-22-AGE" = "met" }', id="findings"
        ),
    ],
)
def test_what_comes_out_as_expected_is_not_mentioned(scenario, expect):
    checked = check(scenario(f"[expect.rank.r1]\n{expect}\n"))
    assert checked.unmet == ()


@pytest.mark.parametrize(
    ("expect", "unmet"),
    [
        pytest.param('order = ["far", "near"]', ("order for r1", "far, near", "near, far"), id="another order"),
        pytest.param('order = ["far"]', ("order for r1", "far", "near"), id="another first"),
        pytest.param(
            'order = ["near", "far", "full"]', ("order for r1", "near, far, full", "near, far"), id="too long"
        ),
        pytest.param('tiers = { near = "parents" }', ("tier of near", "parents", "in_house"), id="another tier"),
        pytest.param(
            'standing = { near = "cannot_tell" }', ("standing of near", "cannot_tell", "met"), id="another standing"
        ),
        pytest.param('ruled_out = ["full", "far"]', ("standing of far", "ruled out", "met"), id="not ruled out"),
        pytest.param(
            'findings."amy in near" = { "POL-VACANCY" = "prohibited" }',
            ("POL-VACANCY for amy in near", "prohibited", "met"),
            id="another finding",
        ),
        pytest.param(
            'findings."amy in near" = { "CA89-1" = "met" }',
            ("CA89-1 for amy in near", "met", "not judged"),
            id="a rule that there is not",
        ),
        pytest.param(
            'findings."bea in near" = { "CPPCR-22-AGE" = "met" }',
            ("CPPCR-22-AGE for bea in near", "met", "bea does not arrive by this referral"),
            id="a child who does not arrive",
        ),
    ],
)
def test_what_comes_out_otherwise_is_said_in_words(scenario, expect, unmet):
    checked = check(scenario(f"[expect.rank.r1]\n{expect}\n"))
    assert checked.unmet == (Unmet(*unmet),)


def test_an_unmet_expectation_reads_as_one_line():
    unmet = Unmet("standing of far", "ruled out", "met")
    assert str(unmet) == "standing of far: expected ruled out, found met"


def test_everything_that_did_not_hold_is_said_at_once(scenario):
    checked = check(scenario('[expect.rank.r1]\norder = ["far"]\nruled_out = ["near", "far"]\n'))
    assert [unmet.what for unmet in checked.unmet] == ["order for r1", "standing of near", "standing of far"]


def test_each_sister_has_her_own_findings_and_both_have_the_households(scenario):
    path = scenario(
        """
[[referrals]]
id = "r2"
children = ["amy", "bea"]

[expect.rank.r2]
findings."amy in near" = { "CPPCR-22-AGE" = "met", "POL-VACANCY" = "prohibited" }
findings."bea in near" = { "CPPCR-22-AGE" = "met", "POL-VACANCY" = "prohibited" }
"""
    )
    assert check(path).unmet == ()


@pytest.mark.parametrize(
    "expect",
    [
        pytest.param('placed = { amy = "near" }', id="who is placed where"),
        pytest.param("unplaced = []", id="nobody left"),
        pytest.param("aims = { home = 1, siblings_together = 0 }", id="what is reached"),
        pytest.param('placed_count = 1\nhomes_used = ["near"]', id="how many, and where"),
    ],
)
def test_a_plan_that_comes_out_as_expected_is_not_mentioned(scenario, expect):
    assert check(scenario(f"[expect.plan]\n{expect}\n")).unmet == ()


@pytest.mark.parametrize(
    ("expect", "unmet"),
    [
        pytest.param('placed = { amy = "far" }', ("home of amy in the plan", "far", "near"), id="another home"),
        pytest.param('unplaced = ["amy"]', ("children without a home", "amy", "none"), id="placed after all"),
        pytest.param("aims = { home = 2 }", ("aim home", "2", "1"), id="another number"),
        pytest.param("placed_count = 0", ("children with a home", "0", "1"), id="another count"),
        pytest.param('homes_used = ["far"]', ("homes used", "far", "near"), id="other homes"),
    ],
)
def test_a_plan_that_comes_out_otherwise_is_said_in_words(scenario, expect, unmet):
    assert check(scenario(f"[expect.plan]\n{expect}\n")).unmet == (Unmet(*unmet),)


def test_an_aim_that_there_is_not_is_said_with_those_that_there_are(scenario):
    (unmet,) = check(scenario("[expect.plan]\naims = { happiness = 1 }\n")).unmet
    assert "no such aim; there are: home_same_day" in str(unmet)


def test_what_names_nobody_of_the_file_cannot_be_run(scenario):
    with pytest.raises(InvalidInput):
        check(scenario('[expect.rank.r1]\norder = ["oak"]\n'))


def test_a_file_that_is_not_there_cannot_be_run(tmp_path):
    with pytest.raises(InvalidInput):
        check(tmp_path / "no_such.toml")


def test_a_scenario_without_a_title_goes_by_its_name(tmp_path):
    path = tmp_path / "nobody_named_this.toml"
    path.write_text('[[children]]\nid = "amy"\n[expect]\n', encoding="utf-8")
    assert check(path).title == "nobody named this"


def test_a_folder_holds_its_scenarios_by_name_and_not_what_is_ordinary(tmp_path):
    for name in ("b_case.toml", "a_case.json", "ordinary.toml", "README.md"):
        (tmp_path / name).touch()
    assert [path.name for path in scenarios_in(tmp_path)] == ["a_case.json", "b_case.toml"]


def test_a_file_is_its_own_scenario(tmp_path):
    assert scenarios_in(tmp_path / "one.toml") == [tmp_path / "one.toml"]
