"""The page on what-ifs names every difference that there may be, and its change is one."""

import re
from pathlib import Path

import pytest

from matching.cli.what_if_words import ALSO
from matching.comparing.about_referral import ABOUT
from matching.comparing.answers import NEW_REFERRAL, REFERRAL_GONE
from matching.comparing.homes import WHATS
from matching.comparing.plans import AIM, HOME, MONEY, PROVEN, STANDING, WARNINGS
from matching.comparing.rows import FIRST
from matching.comparing.ways import FIRST_WAY
from matching.data.change_form import TABLES
from matching.data.changes import changed_case, read_change
from matching.domain.comparison import Comparison
from tests.builders import a_case, a_home

PAGE = (Path(__file__).parents[2] / "docs" / "what-if.md").read_text(encoding="utf-8")


def named(heading: str) -> set[str]:
    """The codes in the first column of the table under a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n#")[0]
    return {code for row in re.findall(r"^\| (`.+?) \|", section, re.MULTILINE) for code in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("What is answered", set(Comparison.model_fields) - {"versions"}),
        ("Of a ranking", {FIRST, FIRST_WAY, NEW_REFERRAL, REFERRAL_GONE, *WHATS, *ABOUT, "what"}),
        ("Of a plan", {HOME, STANDING, AIM, PROVEN, MONEY, WARNINGS, "what"}),
    ],
)
def test_every_difference_is_named(heading, codes):
    assert named(heading) == codes


def test_every_table_of_a_change_is_named():
    said = PAGE.partition("with the tables of a case file")[2].partition("It says only")[0]
    assert set(re.findall(r"`(\w+)`", said)) == set(TABLES)


def test_the_change_that_it_shows_is_one(tmp_path):
    (tmp_path / "change.toml").write_text(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0], encoding="utf-8")
    aunt = a_home(id="aunt", kind="connected_foster", connected_to=["amy"])
    after = changed_case(a_case(homes=(aunt, a_home(id="elm"))), read_change(tmp_path / "change.toml"))
    assert [home.id for home in after.homes] == ["aunt", "fifth_home"]


def test_the_page_has_words_for_every_group_of_homes():
    assert set(ALSO) == set(WHATS)
