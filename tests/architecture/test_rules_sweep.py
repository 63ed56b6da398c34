"""Every rule is one of the contract's, cited, dated, documented, tested by name and told by a scenario."""

import re
import tomllib
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from matching.rules.citation import Confidence
from matching.rules.rule import Rule
from matching.rules.rulebook import INSTRUMENTS, RULES

ROOT = Path(__file__).parents[2]
NAMED = """
CA89-22C-2 CA89-22C-7A CA89-22C-9A CA89-20 CA89-25 CA89-SCH7
CPPCR-10 CPPCR-11-1A CPPCR-11-1B CPPCR-12 CPPCR-14 CPPCR-17
CPPCR-22-APPROVED CPPCR-22-AGREEMENT CPPCR-22-AGE CPPCR-22-NUMBER CPPCR-22-SEX CPPCR-22-KIND CPPCR-22-NAMED
CPPCR-22-CONSENT CPPCR-22-OTHERS CPPCR-24 CPPCR-25 CPPCR-25A CPPCR-27 CPPCR-27A CPPCR-27C
CSA-11 CSA-CAPACITY CHR-12-IMPACT CHR-16-NEEDS CHR-16-RANGE
POL-IN-HOUSE-FIRST POL-ACCESS POL-APART POL-BEDROOM POL-DOES-NOT-TAKE POL-EMERGENCY-BED POL-GRADE POL-KEEP-AWAY
POL-OFFER POL-REQUIRED POL-RESIDENTIAL-NEED POL-VACANCY
"""
CONTRACT = frozenset(NAMED.split())
"""The ids that case files and the register may rely on. None is ever renamed."""

ADDED = frozenset({"POL-MANUAL-LANE"})
"""Ids that were missing and came later, in the same spirit."""

NAMES = {id(value): name for module in INSTRUMENTS for name, value in vars(module).items() if isinstance(value, Rule)}
every_rule = pytest.mark.parametrize("rule", RULES, ids=[f"{r.id} from {r.from_day}" for r in RULES])


def test_every_rule_of_the_contract_is_built_and_no_other():
    assert {rule.id for rule in RULES} == CONTRACT | ADDED


@every_rule
def test_a_rule_is_cited_where_it_can_be_read(rule):
    assert rule.cites.instrument
    assert rule.cites.provision
    if rule.id.startswith("POL-"):
        assert rule.cites.address is None, "local policy is not published law"
    else:
        assert re.match(r"https://www\.legislation\.gov\.uk/(ukpga|uksi)/\d{4}/\d+/\S+$", rule.cites.address or "")


@every_rule
def test_a_rule_says_how_its_text_was_confirmed(rule):
    assert isinstance(rule.confidence, Confidence)
    assert (rule.confidence is Confidence.LOCAL) is rule.id.startswith("POL-")


@every_rule
def test_a_rule_has_days(rule):
    assert date(1989, 11, 16) <= rule.from_day, "no rule here is older than the Children Act 1989"
    assert rule.until_day is None or rule.until_day >= rule.from_day


@every_rule
def test_a_rule_says_what_it_means_in_one_sentence(rule):
    assert re.fullmatch(r"[A-Z][^.]{20,200}\.", rule.means)
    assert rule.title


@every_rule
def test_a_rule_is_tested_by_name(rule):
    assert re.search(rf"\b{NAMES[id(rule)]}\b", _tests()), f"no test under tests/rules names {NAMES[id(rule)]}"


@every_rule
def test_a_rule_has_a_scenario_that_expects_a_finding_of_it(rule):
    assert rule.id in _expected_in_scenarios(), f"no scenario expects a finding of {rule.id}"


@pytest.mark.parametrize(
    ("one", "other"), [pair for pair in combinations(RULES, 2) if pair[0].id == pair[1].id], ids=lambda rule: rule.id
)
def test_two_versions_of_a_rule_never_bind_on_one_day(one, other):
    first, second = sorted((one, other), key=lambda rule: rule.from_day)
    assert first.until_day is not None
    assert first.until_day < second.from_day


@cache
def _tests() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "rules").rglob("test_*.py"))


@cache
def _expected_in_scenarios() -> frozenset[str]:
    scenarios = [tomllib.loads(p.read_text(encoding="utf-8")) for p in (ROOT / "scenarios").glob("*.toml")]
    ranks = [rank for s in scenarios for rank in s.get("expect", {}).get("rank", {}).values()]
    return frozenset(rule for rank in ranks for found in rank.get("findings", {}).values() for rule in found)
