"""A plan's page ends with commands that can be copied, and offers nothing that was asked for already."""

import pytest

from matching.domain.made import changed, made
from matching.domain.plan import Costs
from tests.cli.panels import PANEL, page_of, plan
from tests.cli.running import ROOT, matching

Captured = pytest.CaptureFixture[str]


def test_every_referral_of_the_panel_is_named(capsys: Captured) -> None:
    some = tuple(f"--referral=r{n}" for n in (1, 2, 3, 4))
    ran = matching("plan", ROOT / PANEL, *some)
    assert "Panel      r1, r2, r3 and r4\n" in ran.out
    assert "        --referral r1 --referral r2 --referral r3 --referral r4 \\\n        --json > plan.json" in ran.out
    assert "--referral r1 --referral r2 --referral r3 --referral r4 \\ --next-best 3 --costs" in ran.line


def test_a_panel_that_is_the_whole_file_names_none(capsys: Captured) -> None:
    assert "--referral" not in page_of(capsys).partition("To go on")[2]


def test_what_was_asked_for_is_not_offered_again(capsys: Captured) -> None:
    costs = (made(Costs, referral="r3", children=("ben",), homes=("hughes",), planned=True),)
    end = page_of(capsys, costs_others=costs).partition("To go on")[2]
    assert "The plans that come next: matching plan" in end
    assert "--costs --json > plan.json" in end, "kept with what was asked for"
    assert end.count("--costs") == 1
    end = page_of(capsys, next_best=(changed(plan()),)).partition("To go on")[2]
    assert "What each choice costs the others: matching plan" in end
    assert end.count("--next-best") == 1
    assert "--next-best 1 --json > plan.json" in end
    both = page_of(capsys, next_best=(changed(plan()),), costs_others=costs).partition("To go on")[2]
    assert both.split("as data")[0].strip("─ ") == "The same"


def test_many_referrals_are_wrapped(capsys: Captured) -> None:
    referrals = plan().referrals * 6
    ran = page_of(capsys, referrals=referrals).partition("To go on")[2]
    assert ran.count("--referral r1 ") == 12
