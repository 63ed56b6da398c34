"""Every file of a review is there, the same to the byte, and loses nobody."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from matching.domain.review import Review
from matching.errors import EngineDefect
from matching.reporting.child_columns import CHILDREN
from matching.reporting.files import files
from matching.reporting.told import everybody
from tests.reporting.reviews import NASTY, empty, rich

ROOT = Path(__file__).parents[2]
NAMES = [
    "README.md",
    "review.pdf",
    "review.xlsx",
    "children.csv",
    "suggestions.csv",
    "chains.csv",
    "missing-homes.csv",
    "differences.csv",
    "review.json",
]
IN_ANOTHER = """
import hashlib
from matching.reporting.files import files
from tests.reporting.reviews import rich
for name, data in files(rich()): print(name, hashlib.sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """The files of the rich review."""
    return dict(files(rich()))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("review", [rich, empty], ids=["rich", "empty"])
def test_every_file_is_there_whatever_the_review_holds(review):
    assert [name for name, data in files(review()) if data] == NAMES


def test_another_process_writes_the_same_bytes(written):
    ran = subprocess.run([sys.executable, "-c", IN_ANOTHER], cwd=ROOT, capture_output=True, text=True, check=True)
    here = {name: hashlib.sha256(data).hexdigest() for name, data in written.items()}
    assert dict(line.split() for line in ran.stdout.splitlines()) == here


def test_the_same_review_gives_the_same_bytes_again(written):
    assert dict(files(rich())) == written


def test_the_json_is_the_review(written):
    assert Review.model_validate_json(written["review.json"], strict=False) == rich()


def test_every_child_who_was_looked_at_has_a_row_with_those_first_whose_home_a_rule_forbids(written):
    found = [(row["child"], row["outcome"]) for row in rows(written["children.csv"])]
    assert [child for child, _ in found] == [told.child for told in everybody(rich())]
    assert {child for child, _ in found} == {due.child for due in rich().due}
    assert found[0] == ("kit", "Unlawful now")


def test_a_row_says_what_is_recorded_and_that_the_rest_is_not(written):
    kit, lou = rows(written["children.csv"])[:2]
    assert (kit["since"], kit["miles"], kit["distant"], kit["opened_first"]) == (
        "2025-03-14",
        "42.3",
        "yes",
        "ash; yew",
    )
    assert (kit["wishes_on"], kit["opened_since"], kit["today"]) == ("2026-10-01", "2", "a rule forbids it")
    assert (lou["wishes"], lou["since"], lou["miles"], lou["distant"]) == (
        "not recorded: ask the child",
        "",
        "",
        "not recorded",
    )
    assert (lou["opened_since"], lou["opened_first"]) == ("0", "none")


def test_suggestions_say_each_duty_today_and_there(written):
    kit = rows(written["suggestions.csv"])[0]
    assert kit["CA89-22C-8A_today"] == "42.3 miles from home"
    assert kit["CA89-22C-8A_there"] == "6.1 miles from home"
    assert kit["CA89-22C-8A_change"] == "better"
    assert (kit["today_central"], kit["suitability_central"], kit["waits_for"]) == ("51.0", "74.0", "another child")
    assert kit["today_stands"] == "a rule forbids it"
    assert kit["before"] == "it is not recorded which of family and friends were asked [CA89-22C-7A]"


def test_of_whom_people_decide_nothing_is_said_to_be_unrecorded(written):
    left = [row for row in rows(written["children.csv"]) if row["outcome"] == "People decide"]
    assert left
    said = {row[name] for row in left for name in ("wishes", "home_name", "kind", "today")}
    assert said == {"not looked at: people decide"}


def test_no_list_of_homes_is_longer_than_three(written):
    eve = next(row for row in rows(written["children.csv"]) if row["child"] == "eve")
    assert (eve["opened_since"], eve["opened_first"]) == ("5", "h1; h2; h3")
    assert eve["approvals_today"] == "with a parent of a child in care"
    assert eve["referrals"] == "a search is under way: r7"


def test_a_childs_own_row_never_tells_where_another_may_live(written):
    for name in ("children.csv", "suggestions.csv"):
        kit = next(row for row in rows(written[name]) if row["child"] == "kit")
        assert not [said for said in kit.values() if "bea" in said or "cy" in said.split()], name
        assert [said for said in kit.values() if "another child" in said], name


def test_the_other_tables_have_a_row_for_each(written):
    assert [row["children"] for row in rows(written["chains.csv"])] == ["bea", "kit"]
    assert [row["number"] for row in rows(written["missing-homes.csv"])] == ["2", "1"]
    assert [row["child"] for row in rows(written["differences.csv"])] == ["amy", "zed", "kit"]


def test_no_cell_of_any_table_can_start_a_formula(written):
    for name in NAMES:
        if name.endswith(".csv"):
            cells = [
                cell for row in csv.reader(io.StringIO(written[name].decode("utf-8-sig"), newline="")) for cell in row
            ]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], name
    wishes = [row["wishes"] for row in rows(written["children.csv"])]
    assert {f"'{NASTY[0]}", f"'{NASTY[1]}", f"'{NASTY[2]}", f"'{NASTY[3]}"} < set(wishes)


def test_nothing_that_is_written_holds_a_cost_or_goes_by_one(written):
    names = {column.name for column in CHILDREN} | set(rows(written["suggestions.csv"])[0])
    assert not [name for name in names if any(word in name for word in ("cost", "saving", "weekly", "pound"))]
    suggested = [row["child"] for row in rows(written["suggestions.csv"])]
    assert suggested == [told.child for told in everybody(rich()) if told.found and told.found.suggested]


def test_the_readme_says_what_every_file_and_column_is_and_takes_nothing_for_markup(written):
    page = written["README.md"].decode()
    assert all(f"`{name}`" in page for name in NAMES if name != "README.md")
    assert all(f"`{column.name}`" in page for column in CHILDREN)
    assert "The engine proposes; people decide." in page
    assert "Everybody in this case is made up." in page
    assert "nobody has agreed it yet" in page
    nasty = rich().model_copy(update={"warnings": ("[x](https://example.org) | <b>",)})
    assert "\\[x\\](https://example.org) \\| \\<b\\>" in dict(files(nasty))["README.md"].decode()


@pytest.mark.parametrize(
    "lists",
    [
        pytest.param({"keep": ()}, id="a child who is due stands in no list"),
        pytest.param({"explore": rich().unlawful_now + rich().explore}, id="a child stands in two"),
    ],
)
def test_nothing_is_written_where_a_child_would_be_lost(lists):
    with pytest.raises(EngineDefect):
        next(files(rich().model_copy(update=lists)))


def test_no_text_says_that_a_child_is_to_be_moved(written):
    said = json.dumps([data.decode() for name, data in written.items() if name.endswith((".csv", ".md"))])
    assert "move" not in said.replace("is to be moved", "")
