"""Every scenario holds: those of the project, and the worked cases that may lie beside the checkout."""

import re
from pathlib import Path

import pytest

from matching.expectations import check, scenarios_in

ROOT = Path(__file__).parents[2]
OURS = scenarios_in(ROOT / "scenarios")
BESIDE = ROOT.parent / "shared" / "cases"
THEIRS = scenarios_in(BESIDE)
ROW = re.compile(r"^\| \[(?P<stem>\w+)\]\((?P<file>\S+)\) \| (?P<title>.+) \| (?P<source>.+) \|$", re.MULTILINE)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_scenario_holds(path):
    checked = check(path)
    assert not checked.unmet, "\n".join(str(unmet) for unmet in checked.unmet)


@pytest.mark.external
@pytest.mark.skipif(
    not BESIDE.is_dir(), reason=f"no worked cases in {BESIDE.parent.name}/{BESIDE.name} beside the checkout"
)
@pytest.mark.parametrize("path", THEIRS, ids=lambda path: path.stem)
def test_a_worked_case_holds(path):
    checked = check(path)
    assert not checked.unmet, "\n".join(str(unmet) for unmet in checked.unmet)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_scenario_says_what_it_shows_and_who_vouches(path):
    checked = check(path)
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+){3,}", path.stem), "its name is a sentence"
    assert len(checked.title.split()) >= 6
    assert checked.source


def test_the_readme_lists_every_scenario_with_its_title_and_source():
    listed = {row["file"]: (row["title"], row["source"]) for row in ROW.finditer(_readme())}
    said = {path.name: (checked.title, checked.source) for path in OURS for checked in [check(path)]}
    assert listed == said


def _readme() -> str:
    return (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
