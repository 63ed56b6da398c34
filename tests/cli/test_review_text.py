"""A review's page for the terminal: the unlawful first, short lists, and where the rest is."""

import pytest

from matching.cli.page import Page
from matching.cli.review_text import write_review
from matching.domain.review import Review
from tests.reporting.reviews import empty, large, rich

Captured = pytest.CaptureFixture[str]


def page_of(capsys: Captured, review: Review) -> str:
    write_review(Page(), review)
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Everybody in this case is made up.", id="that nobody is real"),
        pytest.param("The engine proposes; people decide.", id="who decides"),
        pytest.param("2 Unlawful now", id="how many of each"),
        pytest.param("what would make today's home lawful, or where else", id="what to do first"),
        pytest.param("better there Near home, Education not disrupted and Within the area", id="what would be gained"),
        pytest.param("2. kit could leave Gull Lodge (gull) for Elm Cottage (elm)", id="chains step by step"),
        pytest.param("If a step is not agreed, nobody after it goes.", id="what a chain rests on"),
        pytest.param("None of: a home that may be used. 1 home needed: behaviour: high (3 of 4)", id="what is missing"),
        pytest.param("near HP20; aged 10 to 12, 2 together: dan and eve", id="for whom it is missing"),
        pytest.param("(asked on 1 October 2026)", id="when the child was asked"),
        pytest.param("wishes not recorded: ask the child", id="that she is to be asked"),
        pytest.param("waits for another child (chain 1)", id="that another child is waited for"),
        pytest.param("nobody has been asked yet", id="that nobody said yes"),
        pytest.param("before anybody decides it is not recorded", id="what must be recorded first"),
        pytest.param("1 children for whom a search is under way", id="searches"),
        pytest.param("has special guardianship been thought of?", id="prompts"),
        pytest.param("19, then 5 (-14)", id="today and afterwards"),
        pytest.param("And 7 more children. --out FOLDER writes all of them", id="where the rest is"),
    ],
)
def test_the_page_says(capsys, said):
    assert said in page_of(capsys, rich())


def test_those_whose_home_a_rule_forbids_stand_first(capsys):
    page = page_of(capsys, rich())
    assert page.index("Where children live") < page.index("Proven:") < page.index("Facts 0123456789ab")
    assert page.index("made up") < page.index("kit, aged 15") < page.index("bea, aged 12") < page.index("Chains")


def test_a_review_of_nobody_and_a_large_one_are_short(capsys):
    write_review(Page(), empty())
    assert "None." in capsys.readouterr().out
    write_review(Page(), large())
    assert len(capsys.readouterr().out.splitlines()) < 450
