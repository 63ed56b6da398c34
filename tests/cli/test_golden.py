"""The shipped examples' pages, as they were looked at and found clear. MATCHING_GOLDEN=1 writes it anew: then look."""

import os
import re
from pathlib import Path

import pytest

from tests.cli.panels import PANEL
from tests.cli.running import EXAMPLE, ROOT, matching

TWO_CARERS = "scenarios/one_question_decides_between_two_carers.toml"
STEPPING_DOWN = "scenarios/from_a_childrens_home_to_a_foster_family.toml"
AUNT = "scenarios/the_aunt_is_approved_by_march.toml"
GOLDEN = Path(__file__).parent / "golden"
CHANGES_WITH_EACH_RELEASE = re.compile(r"facts [0-9a-f]{12}(, rules of .*), matching \S+")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("rank.txt", ["rank", EXAMPLE], id="the ranking"),
        pytest.param("home.txt", ["rank", EXAMPLE, "--home", "mbeki"], id="one home in full"),
        pytest.param("plan.txt", ["plan", PANEL], id="the plan"),
        pytest.param("check.txt", ["check", EXAMPLE], id="the check"),
        pytest.param("review.txt", ["review", STEPPING_DOWN, "--everyone"], id="the review"),
        pytest.param("why_not.txt", ["why-not", EXAMPLE, "ellis", "doyle", "carter"], id="why not"),
        pytest.param("why_not_to_child.txt", ["why-not", EXAMPLE, "doyle", "carter", "--to-child"], id="to a child"),
        pytest.param("how_sure.txt", ["how-sure", TWO_CARERS], id="how sure"),
        pytest.param("what_if.txt", ["what-if", EXAMPLE, "--set", "homes.okafor.vacancies.beds=0"], id="a what-if"),
        pytest.param("what_if_named.txt", ["what-if", AUNT, "--named", "approved_by_march"], id="one of a scenario's"),
        pytest.param(
            "what_if_plan.txt", ["what-if", AUNT, "--named", "approved_by_march", "--plan"], id="a what-if of a plan"
        ),
    ],
)
def test_the_shipped_example_reads_as_before(name: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ran = matching(*arguments)
    assert ran.status == 0
    text = CHANGES_WITH_EACH_RELEASE.sub(r"facts ************\1, matching *", ran.out)
    if os.environ.get("MATCHING_GOLDEN") == "1":
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_page_on_the_commands_shows_what_they_write() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    shown = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert shown
    written = "\n".join(file.read_text(encoding="utf-8") for file in sorted(GOLDEN.iterdir()))
    for block in shown:
        for part in block.split("…\n"):
            assert part.strip("\n") in written
