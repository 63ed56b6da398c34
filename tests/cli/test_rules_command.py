"""The rule register at the command line: listed, one whole, on a day, and what is said where there is no such rule."""

import json
import os

import pytest

from matching.rules.register import register
from matching.rules.rulebook import RULES
from tests.cli.running import matching
from tests.cli.test_golden import GOLDEN


def test_every_rule_duty_deadline_and_figure_is_listed_within_80_columns():
    ran = matching("rules")
    said = register()
    assert ran.status == 0
    assert not ran.err
    assert max(map(len, ran.out.splitlines())) <= 80
    assert all(f"\n{name} " in ran.out for name in said.ids)
    assert all(f"({figure.name})" in ran.line for figure in said.figures)
    assert "rules CPPCR-27A" in ran.line


def test_a_row_says_class_confidence_and_who_approves():
    ran = matching("rules")
    assert "CPPCR-11-1B At a distance approval · secondary source · the director" in ran.line
    assert "approval · from memory · the nominated officer · until 26 January 2014" in ran.line
    assert "CPPCR-27A Under 16 only in a listed setting prohibition · primary text" in ran.line


def test_one_rule_is_shown_whole():
    ran = matching("rules", "CPPCR-22-NAMED")
    assert ran.status == 0
    rule, scenarios = ran.out.split("\nThe scenarios that expect a finding of it\n")
    if os.environ.get("MATCHING_GOLDEN") == "1":
        (GOLDEN / "rules.txt").write_text(rule, encoding="utf-8")
    assert rule == (GOLDEN / "rules.txt").read_text(encoding="utf-8")
    assert "carers_take_the_children_and_the_stays_they_are_approved_for.toml" in scenarios


def test_every_version_is_shown_and_what_shares_the_id():
    both = matching("rules", "CPPCR-11-1A")
    assert "in force from 1 April 2011 to 26 January 2014" in both.line
    assert "in force from 27 January 2014" in both.line
    assert "A temporary approval of connected carers lasts sixteen weeks at most." in matching("rules", "CPPCR-24").line


def test_a_duty_says_when_it_is_owed_and_met():
    ran = matching("rules", "CA89-22C-9")
    assert "met when the home is in the responsible authority's area" in ran.line


def test_a_rule_that_no_scenario_tells_says_so(monkeypatch):
    monkeypatch.setattr("matching.data.rule_scenarios.worked_in", lambda _: ())
    assert "None expects a finding of it." in matching("rules", "CPPCR-27A").line


def test_on_a_day_only_what_binds_is_listed():
    ran = matching("rules", "--on", "2013-06-03")
    assert "until 26 January 2014" in ran.line
    assert "CPPCR-27A" not in ran.out.split("To go on")[0]


def test_a_rule_that_does_not_bind_on_the_day_says_when_it_does():
    ran = matching("rules", "CPPCR-27A", "--on", "2013-06-03")
    assert (ran.status, ran.line) == (0, "CPPCR-27A does not bind on that day. It binds from 9 September 2021.")


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "1764000000", "", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_a_fault_in_words(day):
    ran = matching("rules", "--on", day)
    assert ran.status == 2
    assert not ran.out
    assert f"command: --on: found {day!r}, expected a date such as 2026-12-01. Give a day from 1900-01-01" in ran.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("CPPCR-27X", "found 'CPPCR-27X', expected the id of a rule, such as CPPCR-27"),
        ("cppcr-27a", "such as CPPCR-27A"),
        ("!", "expected the id of a rule. Correct the id, or leave it out: then every rule is listed."),
    ],
)
def test_an_id_that_nothing_has_is_a_fault_that_names_the_nearest(asked, said):
    ran = matching("rules", asked)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_fault_is_data_too():
    ran = matching("rules", "CPPCR-27X", "--json")
    assert ran.status == 2
    (fault,) = json.loads(ran.out)["faults"]
    assert (fault["field"], fault["found"]) == ("ID", "'CPPCR-27X'")


def test_the_register_is_data():
    said = json.loads(matching("rules", "--json").out)
    assert [rule["id"] for rule in said["rules"]] == [rule.id for rule in RULES]
    assert set(said) == {"rules", "duties", "deadlines", "figures"}
    (one,) = json.loads(matching("rules", "CPPCR-27A", "--json").out)["rules"]
    assert one == next(rule for rule in said["rules"] if rule["id"] == "CPPCR-27A")
    assert one["table"][-1]["when"] == "otherwise"
    assert one["scenarios"][0]["file"].endswith(".toml")
    assert json.loads(matching("rules", "CPPCR-27A", "--on", "2013-06-03", "--json").out)["rules"] == []


def test_it_reads_in_ascii():
    ran = matching("rules", "CPPCR-22-NAMED", charset="ascii")
    assert ran.status == 0
    assert 'Said: "not a fostering home"' in ran.line
