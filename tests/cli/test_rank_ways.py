"""A ranking of brothers and sisters whom no home takes together says how many ways there are, and who is where."""

from pathlib import Path
from typing import Any

import pytest

from matching.cli.ways_text import beds_lacking
from matching.domain.made import changed
from tests.cli.panels import plan
from tests.cli.running import ROOT, Ran, case_file, matching
from tests.data.files import child, home, referral

WHO = ("amy", "bea", "cy")


def sibling(who: str) -> dict[str, Any]:
    """A child who is to live with the others."""
    return child(id=who, siblings=[{"child": other, "assessment": "together"} for other in WHO if other != who])


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Three of whom two and one can live together."""
    oak = home(vacancies={"beds": 2, "from": "2026-10-01"}, bedrooms_free=2)
    far = home(id="a_home_with_a_long_name")
    folder: Path = tmp_path_factory.mktemp("ways")
    file = case_file(
        folder, children=[sibling(w) for w in WHO], referrals=[referral(children=WHO)], homes=[oak, home(id="elm"), far]
    )
    return matching("rank", file)


def test_it_says_at_a_glance_how_many_ways_there_are(parted: Ran) -> None:
    assert parted.status == 0
    assert "ways to part them; no home takes all of them" in parted.line
    assert "0 in the order" not in parted.line


def test_each_row_says_who_is_where_and_no_two_look_alike(parted: Ran) -> None:
    table = parted.out.partition("Brothers and sisters parted\n")[2].partition("100 points are best")[0]
    assert "  1 amy: elm; bea, cy: oak   can go ahead " in table
    assert "amy: oak; bea: elm; cy: a_home_with_a_long_name\n                             can go ahead" in table
    rows = [line[4:29] for line in table.splitlines() if ":" in line]
    assert len(set(rows)) == len(rows) == 4


def test_it_says_how_many_beds_lack(parted: Ran) -> None:
    assert "elm could with a bed for each of them, from the first day to the last (1 of 3 beds is free: 2 lack)" in (
        parted.line
    )
    assert "(2 of 3 beds are free: 1 lacks) [POL-VACANCY]" in parted.line


def test_beds_that_nobody_recorded_are_not_counted() -> None:
    (option, *_) = (each.option for each in plan().assignments if each.option)
    unknown = changed(option, facts={**option.facts, "home.vacant_beds": None})
    assert beds_lacking(option.home, (unknown,)) == ""
    assert beds_lacking(option.home, (option,)) == ""
    assert beds_lacking("nowhere", (option,)) == ""


def test_those_who_are_to_live_apart_have_ways_and_are_not_parted() -> None:
    ran = matching("rank", ROOT / "scenarios/sisters_assessed_apart_go_to_two_homes.toml")
    assert "2 ways in several homes; no home takes all of them" in ran.line
    assert "1 amy: oak; bea: elm" in ran.line


def test_ways_stand_beside_the_homes_that_take_all() -> None:
    ran = matching("rank", ROOT / "scenarios/four_siblings_may_be_fostered_together.toml")
    assert "2 homes: 1 in the order, 1 ruled out; 1 way to part them" in ran.line
