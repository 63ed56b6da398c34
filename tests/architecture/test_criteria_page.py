"""docs/criteria.md says what the criteria are: made from them, and compared here."""

import os
from pathlib import Path

from matching.cli.criteria_page import criteria_page
from matching.scoring.weighing import CRITERIA, Scale
from tests.scoring.pointing import policy

PAGE = Path(__file__).parents[2] / "docs" / "criteria.md"


def test_the_page_of_criteria_is_what_the_criteria_are():
    page = criteria_page(Scale(policy()))
    if os.environ.get("MATCHING_GOLDEN"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_criterion_stands_on_it_with_how_its_points_fall():
    page = PAGE.read_text(encoding="utf-8")
    assert [c.id for c in CRITERIA if f"### {c.id} · weight" not in page or c.means not in page] == []
