"""One home in full, and what is never shown of any."""

import re
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, ROOT, agency_home, case_file, flat, matching
from tests.data.files import home, referral

POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")
HOMES = re.findall(r'^\[\[homes\]\]\nid = "(\w+)"', (ROOT / EXAMPLE).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_home_in_full_has_every_finding_by_outcome_with_its_facts(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[home(), agency_home(postcode="SL1 1AA")])
    ran = matching("rank", file, "--home", "elm")
    assert ran.status == 0
    headings = re.findall(r"^  ([A-Z][a-z ]+): (\d+) rules?$", ran.out, re.MULTILINE)
    assert [name for name, _ in headings] == ["Cannot tell", "Needs approval", "Met", "Does not apply"]
    assert "and that authority notified. It needs the nominated officer's approval by 1 December 2026" in ran.line
    assert "the authority that the home is in: Slough" in ran.line
    assert "the number of beds that the arriving children need: 1 bed" in ran.line
    assert "the day until which the bed is free: no end" in ran.line


def test_every_rule_that_was_judged_stands_in_it_once(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path), "--home", "oak")
    told = re.findall(r"\[([A-Z0-9-]+):", ran.line.partition("Met: ")[2])
    number = sum(int(n) for n in re.findall(r"^  [A-Z][a-z ]+: (\d+) rules?$", ran.out, re.MULTILINE))
    assert len(told) == len(set(told)) == number


def test_a_home_that_is_ruled_out_is_given_in_full_too(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(), flat()]), "--home", "flat")
    assert "Prohibited: 1 rule" in ran.line
    assert "suitability " not in ran.line.partition("Ruled out")[2]


def test_several_homes_are_given_for_each_referral(tmp_path: Path) -> None:
    file = case_file(tmp_path, homes=[home(), home(id="ash")], referrals=[referral(), referral(id="r2")])
    ran = matching("rank", file, "--home", "ash", "--home", "oak")
    assert len(re.findall(r"^ +\d  (oak|ash)$", ran.out, re.MULTILINE)) == 4


def test_no_homes_postcode_is_ever_shown() -> None:
    asked = [argument for home_id in HOMES for argument in ("--home", home_id)]
    assert len(HOMES) == 12
    for arguments in (["rank"], ["rank", *asked], ["rank", "--json", *asked], ["check"], ["check", "--json"]):
        ran = matching(*arguments, ROOT / EXAMPLE)
        assert ran.status == 0
        assert not POSTCODE.findall(ran.out), arguments


@pytest.mark.parametrize("name", ["\x1b[31mOak\x1b[0m", "Oak\nLodge", "Oak [bold]", "Oak \u202eegdol", "树屋" * 60])
def test_a_name_can_do_nothing_to_the_screen(tmp_path: Path, name: str) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(name=name)]))
    assert ran.status == 0
    assert all(line.isprintable() for line in ran.out.splitlines())
    assert "[bold]" in ran.out or "bold" not in name
