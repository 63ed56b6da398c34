"""The page on case files says all that a file can hold, and its whole file is read and ranked."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from matching import Engine, load
from matching.data.shape import fields_of
from matching.data.unknowns import unknowns
from matching.domain import codes
from matching.domain.case import Case, PolicyChoice
from matching.domain.policy import Policy

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "case-files.md").read_text(encoding="utf-8")
PLAIN = DOCS / "a-plain-case.toml"
TITLES = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL), flags=re.MULTILINE)
SECTIONS: dict[str, str] = dict(re.findall(r"^##+ (.+)\n((?:(?!##).*\n)*)", PAGE, flags=re.MULTILINE))
THE_FILE = "The file"
CODE_LISTS = [one for one in StrEnum.__subclasses__() if one.__module__ == codes.__name__]


def parts(annotation: Any) -> Iterator[type]:
    """The plain types that an annotation is made of."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def places(noun: type[BaseModel], path: str) -> Iterator[tuple[str, type[BaseModel]]]:
    """Each noun of a case file, by the path that heads its section."""
    yield path, noun
    for name, field in fields_of(noun).items():
        below = name if path == THE_FILE else f"{path}.{name}"
        for part in parts(field.annotation):
            if issubclass(part, BaseModel):
                yield from places(part, below)


def first_column(text: str) -> set[str]:
    """What the rows of a section's tables are about."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE))


def section_of(path: str) -> str:
    """The section that a path heads, alone or with another."""
    return next(text for title, text in SECTIONS.items() if path == title or f"`{path}`" in title)


def anchor(title: str) -> str:
    """The address of a heading on its page."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


PLACES = dict(places(Case, THE_FILE))
OF_CODES = [
    pytest.param(path, name, part, id=f"{path}.{name}")
    for path, noun in PLACES.items()
    for name, field in fields_of(noun).items()
    for part in parts(field.annotation)
    if part in CODE_LISTS
]


@pytest.mark.parametrize(("path", "noun"), PLACES.items(), ids=PLACES)
def test_a_section_names_the_fields_of_its_noun_and_no_others(path, noun):
    overrides = set(Policy.model_fields) if noun is PolicyChoice else set()
    assert first_column(section_of(path)) == set(fields_of(noun)) | overrides


@pytest.mark.parametrize(("path", "noun"), PLACES.items(), ids=PLACES)
def test_what_must_be_there_is_said_to_be(path, noun):
    said = re.findall(r"^\| `([^`]+)` \|.*\*\*must be there\*\*", section_of(path), flags=re.MULTILINE)
    assert set(said) == {name for name, field in fields_of(noun).items() if field.is_required()}


@pytest.mark.parametrize("codes_of", CODE_LISTS, ids=lambda one: one.__name__)
def test_every_code_list_stands_on_the_page_in_full(codes_of):
    assert set(codes_of) in [first_column(text) for text in SECTIONS.values()]


@pytest.mark.parametrize(("path", "name", "codes_of"), OF_CODES)
def test_a_field_of_codes_leads_to_its_list(path, name, codes_of):
    row = next(line for line in section_of(path).splitlines() if line.startswith(f"| `{name}` |"))
    if codes_of is codes.NeedDomain and "grades" in row:
        row = next(line for line in SECTIONS["Forms"].splitlines() if line.startswith("| grades |"))
    lead = re.search(r"\[(?:codes?|domains)\]\(#([^)]+)\)", row)
    assert lead is not None
    assert first_column(next(text for title, text in SECTIONS.items() if anchor(title) == lead[1])) == set(codes_of)


def test_words_that_are_read_as_a_risk_stand_beside_it():
    for said, risk in codes.SAME_RISK.items():
        assert re.search(rf"^\| `{risk}` \|.*`{said}`", SECTIONS["Risks"], flags=re.MULTILINE)


def test_every_link_leads_somewhere():
    anchors = {anchor(title) for title in TITLES}
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        page, _, place = target.partition("#")
        assert (DOCS / page).exists() if page else place in anchors, target


def test_the_least_that_can_be_ranked_is_ranked(tmp_path):
    least = tmp_path / "least.toml"
    least.write_text(re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)[0], encoding="utf-8")
    assert Engine.of(load(least).case).rank("r1").children == ("nia",)


def test_the_plain_case_is_a_whole_file_and_no_scenario():
    loaded = load(PLAIN)
    assert loaded.scenario is None
    assert list(unknowns(loaded.case)) == []


def test_the_plain_case_has_a_home_that_can_go_ahead_and_one_that_is_ruled_out():
    ranking = Engine.of(load(PLAIN).case).rank("r1")
    standings = {option.home: option.standing for tier in ranking.tiers for option in tier.options}
    assert standings["gran"] == standings["adeyemi"] == "met"
    assert standings["sharma"] == "needs_approval"
    assert [home for group in ranking.ruled_out for home in group.homes] == ["larkin"]
