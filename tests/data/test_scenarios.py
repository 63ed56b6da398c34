"""Scenarios: what they leave out is ordinary, and what they expect is checked too."""

import tomllib
from pathlib import Path

import pytest

from matching.data.case_files import load, parse_case, read_case, read_scenario
from matching.data.ordinary import laid_over, shipped
from matching.domain.codes import HomeKind
from matching.errors import Fault, InvalidInput
from tests.builders import ORDINARY, SCENARIOS, a_child, a_home, a_referral
from tests.data.files import as_json, tables

OUTSIDE = Path(__file__).parents[3] / "shared" / "cases"
AMY = """
title = "Amy and the oak"
source = "nobody"
[[children]]
id = "amy"
[[referrals]]
id = "r1"
children = ["amy"]
[[homes]]
id = "oak"
"""
EXPECT = """
[expect.rank.r1]
order = ["oak"]
standing = { oak = "met" }
findings."amy in oak" = { "POL-APART" = "met" }
[expect.plan]
placed = { amy = "oak" }
aims = { siblings_together = 0 }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(folder: Path, text: str) -> list[Fault]:
    with pytest.raises(InvalidInput) as refused:
        load(written(folder, text))
    return list(refused.value.faults)


def test_what_a_scenario_does_not_say_is_ordinary(tmp_path):
    scenario = read_scenario(written(tmp_path, AMY + EXPECT))
    assert (scenario.title, scenario.source) == ("Amy and the oak", "nobody")
    assert scenario.case.children == (a_child(),)
    assert scenario.case.referrals == (a_referral(),)
    assert scenario.case.homes == (a_home(),)
    assert scenario.case.as_of == ORDINARY["as_of"]
    assert scenario.case.policy is not None
    assert scenario.case.authority.code == "E06000060"


def test_what_must_come_out_is_typed(tmp_path):
    expect = read_scenario(written(tmp_path, AMY + EXPECT)).expect
    assert expect.rank["r1"].order == ("oak",)
    assert expect.rank["r1"].findings == {"amy in oak": {"POL-APART": "met"}}
    assert expect.plan is not None
    assert (expect.plan.placed, expect.plan.aims) == ({"amy": "oak"}, {"siblings_together": 0})
    assert (expect.plan.unplaced, expect.plan.placed_count) == (None, None)


def test_a_table_stands_whole_and_other_fields_one_by_one(tmp_path):
    text = AMY + 'run_by = "agency"\napproval = { status = "on_hold" }\npostcode = ""\n' + EXPECT
    (home,) = load(written(tmp_path, text)).case.homes
    assert home == a_home(run_by="agency", approval={"status": "on_hold"}, postcode=None)


@pytest.mark.parametrize("kind", list(HomeKind))
def test_a_home_starts_with_the_approval_or_registration_of_its_kind(tmp_path, kind):
    (home,) = load(written(tmp_path, AMY + f'kind = "{kind}"\n' + EXPECT)).case.homes
    assert home == a_home(kind=kind)


def test_what_a_home_of_another_kind_is_given_stays_for_its_fault(tmp_path):
    (fault,) = faults_of(tmp_path, AMY + 'kind = "parent"\napproval = { status = "active" }\n' + EXPECT)
    assert (fault.table, fault.id, fault.field) == ("homes", "oak", "approval")


def test_the_ordinary_file_beside_a_scenario_is_used_before_the_shipped_one(tmp_path):
    beside = shipped().read_text(encoding="utf-8").replace("2026-11-24", "2026-11-23")
    (tmp_path / "ordinary.toml").write_text(beside, encoding="utf-8")
    assert str(load(written(tmp_path, AMY + EXPECT)).case.as_of) == "2026-11-23"


def test_the_shipped_ordinary_file_is_that_of_the_scenarios():
    assert shipped() == (SCENARIOS / "ordinary.toml").resolve()


def test_without_expectations_nothing_is_filled_in(tmp_path):
    loaded = load(written(tmp_path, 'as_of = 2026-11-24\nauthority = { code = "E06000060" }\n'))
    assert not loaded.filled_from_ordinary
    assert loaded.case.homes == ()
    assert load(written(tmp_path, AMY + EXPECT)).filled_from_ordinary


def test_a_scenario_is_no_plain_case(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        read_case(written(tmp_path, AMY + EXPECT))
    assert "expect" in {fault.table for fault in refused.value.faults}


@pytest.mark.parametrize(
    ("expect", "field", "found", "expected"),
    [
        pytest.param(
            '[expect.rank.r2]\norder = ["oak"]', "rank.r2", '"r2"', "one of the referrals of this file", id="a referral"
        ),
        pytest.param(
            '[expect.rank.r1]\norder = ["elm"]', "rank.r1.order", '"elm"', "one of the homes of this file", id="a home"
        ),
        pytest.param(
            '[expect.rank.r1]\nfindings."ben in oak" = {}',
            "rank.r1.findings.ben in oak",
            '"ben"',
            "one of the children of this file",
            id="a child",
        ),
        pytest.param(
            '[expect.rank.r1]\nstanding = { oak = "fine" }',
            "rank.r1.standing.oak",
            '"fine"',
            "one of: prohibited, cannot_tell, needs_approval, met",
            id="no standing",
        ),
        pytest.param(
            "[expect.plan]\nunplacd = []", "plan.unplacd", "a list of 0", "a field that the contract names", id="a slip"
        ),
    ],
)
def test_an_expectation_of_something_else_is_a_fault(tmp_path, expect, field, found, expected):
    (fault,) = faults_of(tmp_path, AMY + expect)
    assert (fault.table, fault.field, fault.found, fault.expected) == ("expect", field, found, expected)


def test_an_option_in_two_homes_is_known_by_both(tmp_path):
    text = AMY + '[[homes]]\nid = "elm"\n[expect.rank.r1]\norder = ["oak+elm"]\n'
    assert load(written(tmp_path, text)).scenario is not None


def test_faults_of_the_case_and_of_what_is_expected_are_in_one_answer(tmp_path):
    text = AMY.replace('id = "amy"', 'id = "amy"\nsex = "X"') + EXPECT.replace(
        '"met" }\nfindings', '"fine" }\nfindings'
    )
    assert [(fault.table, fault.field) for fault in faults_of(tmp_path, text)] == [
        ("expect", "rank.r1.standing.oak"),
        ("children", "sex"),
    ]


def test_what_is_no_entry_stays_for_its_fault():
    assert laid_over(ORDINARY, {"homes": [5], "children": "none"})["homes"] == [5]


@pytest.mark.parametrize("text", [pytest.param(AMY + EXPECT, id="a scenario")])
def test_toml_and_json_of_one_scenario_are_one_case(tmp_path, text):
    path = tmp_path / "case.json"
    path.write_bytes(as_json(tomllib.loads(text)))
    assert load(path) == load(written(tmp_path, text))


def test_a_key_given_twice_in_a_scenario_is_a_fault_too(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(as_json(tomllib.loads(AMY + EXPECT)).replace(b'"id": "oak"', b'"id": "elm", "id": "oak"'))
    with pytest.raises(InvalidInput) as refused:
        load(path)
    assert [(fault.id, fault.field) for fault in refused.value.faults] == [("oak", "id")]


def test_toml_and_json_of_one_case_are_one_case():
    given = 'as_of = 2026-11-24\nauthority = { code = "E06000060" }\n[[homes]]\nid = "oak"\nkind = "foster"\n'
    given += 'run_by = "own"\nname = ""\ncost = { weekly = 480.5, basis = "" }\nskills = { education_learning = 2 }\n'
    toml = parse_case(given.encode(), name="x", kind="toml")
    assert toml == parse_case(as_json(tomllib.loads(given)), name="x", kind="json")
    assert toml.homes[0].cost is not None
    assert toml.homes[0].cost.basis is None


def test_a_case_written_as_json_reads_back_as_itself():
    case = parse_case(as_json(tables()), name="x", kind="json")
    assert parse_case(case.model_dump_json(by_alias=True).encode(), name="x", kind="json") == case


@pytest.mark.external
def test_every_case_that_was_handed_over_reads():
    if not OUTSIDE.is_dir():
        pytest.skip("no shared/cases beside the checkout")
    cases = sorted(path for path in OUTSIDE.glob("*.toml") if path.name != "ordinary.toml")
    assert cases
    assert all(load(path).filled_from_ordinary for path in cases)


@pytest.mark.external
def test_the_ordinary_entries_are_those_that_were_handed_over():
    if not OUTSIDE.is_dir():
        pytest.skip("no shared/cases beside the checkout")
    assert tomllib.loads((OUTSIDE / "ordinary.toml").read_text(encoding="utf-8")) == ORDINARY
