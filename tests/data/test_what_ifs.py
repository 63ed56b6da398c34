"""A scenario's own what-ifs: a change in the tables of a case, and what must come out with it."""

from pathlib import Path

import pytest

from matching.data.case_files import load, read_scenario
from matching.errors import Fault, InvalidInput
from matching.expectations import Unmet, check
from tests.builders import a_home

CASE = """
title = "Amy and her two homes"
source = "made up"
[[children]]
id = "amy"
[[referrals]]
id = "r1"
children = ["amy"]
[[homes]]
id = "near"
[[homes]]
id = "far"
postcode = "SL9 7AA"
[expect.rank.r1]
order = ["near", "far"]
"""
NO_BED = """
[what_if.no_bed]
title = "What if near had no bed?"
[[what_if.no_bed.homes]]
id = "near"
vacancies = { beds = 0 }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "amy_has_two_homes.toml"
    path.write_text(CASE + text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[Fault]:
    with pytest.raises(InvalidInput) as refused:
        load(written(folder, text))
    return list(refused.value.faults)


def test_a_what_if_has_a_title_a_change_and_what_must_come_out(tmp_path):
    scenario = read_scenario(
        written(tmp_path, NO_BED + '[what_if.no_bed.expect.changed.r1]\nfirst = ["near", "far"]\n')
    )
    asked = scenario.what_if["no_bed"]
    assert asked.title == "What if near had no bed?"
    assert asked.tables == {"homes": [{"id": "near", "vacancies": {"beds": 0}}]}
    assert asked.expect.changed["r1"].first == ("near", "far")


def test_without_a_title_it_goes_by_its_name(tmp_path):
    text = "[what_if.a_later_day]\nas_of = 2026-11-25\n"
    assert read_scenario(written(tmp_path, text)).what_if["a_later_day"].title == "a later day"


@pytest.mark.parametrize(
    "expect",
    [
        pytest.param("", id="nothing"),
        pytest.param('rank.r1.order = ["far"]', id="an order"),
        pytest.param('rank.r1.ruled_out = ["near"]', id="what is ruled out"),
        pytest.param('rank.r1.standing = { far = "met", near = "prohibited" }', id="how homes stand"),
        pytest.param('rank.r1.findings."amy in near" = { "POL-VACANCY" = "prohibited" }', id="findings"),
        pytest.param('plan.placed = { amy = "far" }', id="the plan"),
        pytest.param('changed.r1.first = ["near", "far"]', id="the first home"),
        pytest.param("changed.r1 = {}", id="nothing of what changes"),
    ],
)
def test_what_comes_out_as_expected_is_not_mentioned(tmp_path, expect):
    assert check(written(tmp_path, f"{NO_BED}[what_if.no_bed.expect]\n{expect}\n")).unmet == ()


@pytest.mark.parametrize(
    ("expect", "unmet"),
    [
        pytest.param('rank.r1.order = ["near"]', ("order for r1", "near", "far"), id="another order"),
        pytest.param('plan.placed = { amy = "near" }', ("home of amy in the plan", "near", "far"), id="another home"),
        pytest.param(
            'changed.r1.first = ["far", "near"]',
            ("first home for r1", "far to near", "near to far"),
            id="another",
        ),
        pytest.param(
            "changed.r1.first = [false, false]", ("first home for r1", "none to none", "near to far"), id="no first"
        ),
        pytest.param(
            'unchanged = ["r1"]',
            ("what changes for r1", "nothing", "first_option, no_option_any_more, place"),
            id="that nothing would change",
        ),
    ],
)
def test_what_comes_out_otherwise_is_said_with_the_name_of_the_what_if(tmp_path, expect, unmet):
    what, expected, found = unmet
    told = check(written(tmp_path, f"{NO_BED}[what_if.no_bed.expect]\n{expect}\n")).unmet
    assert told == (Unmet(f"what if no_bed: {what}", expected, found),)


def test_that_the_first_home_stays_is_said_where_another_was_expected(tmp_path):
    text = (
        '[what_if.pets.expect.changed.r1]\nfirst = ["near", "far"]\n[[what_if.pets.homes]]\nid = "far"\npets = true\n'
    )
    (unmet,) = check(written(tmp_path, text)).unmet
    assert unmet.found == "the same first home"


def test_that_nothing_would_change_may_be_expected(tmp_path):
    text = '[what_if.it.expect]\nunchanged = ["r1"]\n[[what_if.it.children]]\nid = "amy"\nethnicity = "BAFR"\n'
    assert check(written(tmp_path, text)).unmet == ()


def test_what_is_expected_before_the_change_still_holds_of_the_case_as_it_is(tmp_path):
    assert check(written(tmp_path, NO_BED)).unmet == ()


def test_an_added_home_starts_from_the_ordinary_one_and_may_be_expected(tmp_path):
    text = '[[what_if.more.homes]]\nid = "new"\nkind = "foster"\nrun_by = "own"\npets = true\n'
    text += '[what_if.more.expect.rank.r1]\nstanding = { new = "met" }\n'
    path = written(tmp_path, text)
    assert check(path).unmet == ()
    assert read_scenario(path).what_if["more"].tables["homes"][0]["pets"] is True
    assert a_home(id="new").kind == "foster"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(
            '[[what_if.x.homes]]\nid = "nera"\n',
            ("amy_has_two_homes.toml: what_if.x", "homes", "nera", "id"),
            id="no such home",
        ),
        pytest.param("[what_if.x]\n", ("amy_has_two_homes.toml: what_if.x", "", "", ""), id="no change"),
        pytest.param(
            "[what_if.x.rules]\na = 1\n", ("amy_has_two_homes.toml: what_if.x", "", "", "rules"), id="the law"
        ),
        pytest.param(
            f"{NO_BED}[what_if.no_bed.expect]\nranks = 3\n",
            ("amy_has_two_homes.toml", "what_if", "", "no_bed.expect.ranks"),
            id="a slip in what is expected",
        ),
        pytest.param(
            f'{NO_BED}[what_if.no_bed.expect.rank.r1]\norder = ["elm"]\n',
            ("amy_has_two_homes.toml", "what_if", "", "no_bed.expect.rank.r1.order"),
            id="a home that there is not",
        ),
        pytest.param(
            f'{NO_BED}[what_if.no_bed.expect.changed.r2]\nfirst = ["near", "far"]\n',
            ("amy_has_two_homes.toml", "what_if", "", "no_bed.expect.changed.r2"),
            id="a referral that there is not",
        ),
        pytest.param(
            f'{NO_BED}[what_if.no_bed.expect]\nunchanged = ["r2"]\n',
            ("amy_has_two_homes.toml", "what_if", "", "no_bed.expect.unchanged"),
            id="another",
        ),
        pytest.param("what_if = 3\n", ("amy_has_two_homes.toml", "what_if", "", ""), id="no table"),
    ],
)
def test_what_is_wrong_in_one_is_a_fault_at_its_place(tmp_path, text, fault):
    path = tmp_path / "amy_has_two_homes.toml"
    path.write_text(text + CASE if text.startswith("what_if =") else CASE + text, encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        load(path)
    assert fault in [(f.file, f.table, f.id, f.field) for f in refused.value.faults]


def test_a_plain_case_has_no_what_if_of_its_own(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text('as_of = 2026-11-24\n[authority]\ncode = "E06000060"\n[what_if.x]\nas_of = 2026-11-25\n', "utf-8")
    with pytest.raises(InvalidInput) as refused:
        load(path)
    assert [f.table for f in refused.value.faults] == ["what_if"]
