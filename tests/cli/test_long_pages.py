"""A long list stays readable: what matters first, what several homes share once, the rest in a few lines each."""

import re
from pathlib import Path
from typing import Any

import pytest

from matching.cli.answer import Answer
from matching.cli.close_calls_text import groups
from matching.cli.reasons_text import reasons, strongest
from matching.cli.rest import together
from matching.cli.said_once import places
from matching.domain.ranking import CriterionPoints
from tests.cli.running import agency_home, case_file, matching
from tests.data.files import child, home, referral

SCREEN = 50
TWO_BEDS = {"beds": 2, "from": "2026-10-01"}


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty homes of agencies, and one of the council's own."""
    homes = [agency_home(id=f"elm{n}", name=f"Elm {n}", years_fostering=n % 12) for n in range(19)]
    return case_file(tmp_path_factory.mktemp("twenty"), homes=[home(), *homes])


def tier(page: str) -> str:
    """What is said of the last tier."""
    return page.partition("4 · Independent")[2].partition("Deadlines, whichever")[0]


def test_the_childs_own_words_come_before_all_else_but_the_question(twenty: Path) -> None:
    page = matching("rank", twenty).out
    first = page.splitlines()[3]
    assert first.startswith("amy        says (18 November 2026): “I want to stay at my school.”")


def test_what_stands_before_a_decision_and_the_table_come_before_the_notes(twenty: Path) -> None:
    page = matching("rank", twenty).line
    parts = ["“I want to stay", "Before anybody decides", "At a glance", "Too close to call", "1 · Parents"]
    assert sorted(parts, key=page.index) == parts


def test_a_tier_of_many_homes_is_three_screens_at_most(twenty: Path) -> None:
    page = tier(matching("rank", twenty).out)
    assert len(page.splitlines()) <= 3 * SCREEN + 5
    assert all(f"(elm{n})" in page for n in range(19))


def test_in_full_every_home_has_its_whole_block(twenty: Path) -> None:
    short, full = (tier(matching("rank", twenty, *more).out) for more in ([], ["--full"]))
    assert [len(re.findall(r"^     suitability   ", page, re.MULTILINE)) for page in (short, full)] == [3, 19]
    assert "True of several" not in full


def test_what_is_true_of_all_is_said_once_above_them(twenty: Path) -> None:
    page = " ".join(tier(matching("rank", twenty).out).split())
    assert "True of several, and said once:" in page
    assert "to ask all 19: whether there is an offer for this referral [POL-OFFER: local policy]" in page
    assert page.count("whether there is an offer for this referral [") == 1


def test_a_home_in_short_says_its_standing_points_and_what_counts_most(twenty: Path) -> None:
    page = " ".join(tier(matching("rank", twenty).out).split())
    assert re.search(
        r" 6 Elm 7 \(elm7\) · foster carers, of an agency, in Buckinghamshire cannot tell yet; needs the fostering "
        r"service's approval suitability [\d–]+ \(stability \d+, distance \d+, cost \d+\) \+ needs",
        page,
    )
    assert "--home ID gives one of them whole, and --full all" in page


def test_what_only_two_of_many_share_is_said_at_each(tmp_path: Path) -> None:
    asked = {"approval": {"status": "active"}}
    homes = [home(id="a", **asked), home(id="b", **asked), home(id="c")]
    assert matching("rank", case_file(tmp_path, homes=homes)).line.count("to ask the terms of approval [") == 2


def test_close_calls_name_what_nobody_knows(tmp_path: Path) -> None:
    homes = [home(years_fostering=0), home(id="ash", skills=None, years_fostering=12)]
    said = matching("rank", case_file(tmp_path, homes=homes)).line.partition("Too close to call")[2]
    assert "are too close to call: what is not known for sure of ash's needs and skills could put it 1st." in said


def test_where_nothing_is_a_close_call_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert "Too close to call" not in matching("rank", case_file(tmp_path)).line


def test_one_child_is_named_and_several_are_not(tmp_path: Path) -> None:
    children = [child(), child(id="bea")]
    both = [referral(children=["amy", "bea"])]
    homes = [home(vacancies=TWO_BEDS, bedrooms_free=2), agency_home(vacancies=TWO_BEDS)]
    one = matching("rank", case_file(tmp_path, homes=homes)).line
    two = matching("rank", case_file(tmp_path, homes=homes, children=children, referrals=both)).line
    assert "the council's own carers could care for amy" in one
    assert "the council's own carers could care for amy" not in two


def test_cost_is_a_plain_fact_and_has_no_mark(twenty: Path) -> None:
    page = matching("rank", twenty).out
    assert re.search(r"^ {19}£740.00 a week in full$", page, re.MULTILINE)
    assert not re.search(r"[+~?-] £", page)


class Scored:
    """An option with criteria alone."""

    home = "oak"

    def __init__(self, *criteria: CriterionPoints) -> None:
        self.criteria = criteria


class Asked(Answer):
    """An answer that names criteria by their ids."""

    def __init__(self) -> None:
        object.__setattr__(self, "ranking", Ids())

    questions = {"x": "How is x?"}  # noqa: RUF012 - stands for a property


class Ids:
    children = ("amy",)


def points(name: str, central: float, weight: int = 10, **more: Any) -> CriterionPoints:
    said: dict[str, Any] = {"low": central, "high": central, "because": name, "head": "stability"}
    return CriterionPoints(id=name, central=central, weight=weight, **said | more)


def test_of_many_criteria_the_two_weightiest_of_each_kind_are_told() -> None:
    option: Any = Scored(
        *(points(f"good{n}", 90, weight=n) for n in range(1, 5)),
        *(points(f"poor{n}", 10, weight=n) for n in range(1, 4)),
        points("middling", 50),
        points("half heard", 70, high=95),
    )
    told = list(reasons(Asked(), option, "stability"))
    assert told == [
        ("+", "good4"),
        ("+", "good3"),
        ("-", "poor3"),
        ("-", "poor2"),
        ("~", "middling"),
        ("?", "half heard"),
    ]
    assert strongest(Asked(), option) == "+ good4; - poor3"
    assert len(list(reasons(Asked(), option, "stability", most=None))) == 9


def test_a_criterion_that_is_not_asked_here_is_left_out() -> None:
    option: Any = Scored(points("asked", 90), points("not asked", 0, weight=0))
    assert list(reasons(Asked(), option, "stability")) == [("+", "asked")]


def test_approvals_that_do_not_count_for_one_reason_are_one_note() -> None:
    notes = [
        "Something else.",
        "The approval A in oak does not count: it is late.",
        "The approval B in elm does not count: it is late.",
        "The refusal A in ash does not count: it is late.",
    ]
    assert together(notes) == [
        "Something else.",
        "2 approvals do not count. Of each: it is late (A in oak and B in elm).",
        "The refusal A in ash does not count: it is late.",
    ]


@pytest.mark.parametrize(
    ("ranks", "said"),
    [([1], "1"), ([1, 2], "1, 2"), ([1, 2, 3], "1 to 3"), ([2, 4, 5, 6, 9], "2, 4 to 6, 9")],
)
def test_places_that_follow_one_another_are_said_together(ranks: list[int], said: str) -> None:
    assert places(ranks) == said


class Close:
    """An option with its close calls alone."""

    def __init__(self, home: str, rank: int, *others: str) -> None:
        self.home, self.rank, self.close_call_with = home, rank, others


def test_homes_that_close_calls_tie_together_are_one_group() -> None:
    options: Any = [Close("a", 1, "b"), Close("b", 2, "a", "c"), Close("c", 3, "b"), Close("d", 4), Close("e", 5, "z")]
    assert [[o.home for o in group] for group in groups(options)] == [["a", "b", "c"]]
