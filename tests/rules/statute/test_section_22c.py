"""Children Act 1989 section 22C: whom the law puts first, and what asking the family ruled out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.statute.section_22c import connected_people_preferred, early_permanence, parents_first
from tests.builders import a_child, a_home
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, TODAY, judge
from tests.rules.people import registered

TOMORROW = TODAY + timedelta(days=1)
RULED_OUT = ("ruled_out_welfare", "not_practicable", "declined")


def asked(outcome: str | None = "ruled_out_welfare", home: str | None = "oak", **more: Any) -> dict[str, Any]:
    """What came of asking one of the family; None takes out what would be said."""
    said = {"person": "Jo", "relation": "mother", "home": home, "outcome": outcome, "on": date(2026, 10, 1)} | more
    return {key: value for key, value in said.items() if value is not None}


def parents(**changes: Any) -> Home:
    return a_home(kind="parent", connected_to=["amy"], **changes)


def aunt(connected_to: Sequence[str] | None = ("amy",)) -> Home:
    return a_home(kind="connected_foster", connected_to=connected_to)


OF_ONE_HOME = [
    *(pytest.param([asked(outcome)], PROHIBITED, id=outcome) for outcome in RULED_OUT),
    pytest.param([asked("proposed")], MET, id="proposed"),
    pytest.param([asked(on=TODAY)], PROHIBITED, id="ruled out today"),
    pytest.param([asked(on=TOMORROW)], CANNOT_TELL, id="to be ruled out tomorrow"),
    pytest.param([asked(on=False)], CANNOT_TELL, id="ruled out, and known not to have been asked"),
    pytest.param([asked(on=None)], PROHIBITED, id="ruled out, nobody recorded when"),
    pytest.param([asked(None)], CANNOT_TELL, id="what came of it is not recorded"),
    pytest.param([asked("proposed"), asked("declined")], PROHIBITED, id="proposed by one, declined by another"),
    pytest.param([asked(None), asked("declined")], PROHIBITED, id="ruled out, whatever the other says"),
    pytest.param([asked("proposed"), asked(None)], CANNOT_TELL, id="proposed, and one that does not say"),
    pytest.param([asked("proposed"), asked(on=TOMORROW)], CANNOT_TELL, id="proposed, and ruled out tomorrow"),
    pytest.param([asked("proposed"), asked(home=None)], MET, id="proposed, and another entry names no home"),
]
"""What entries that name the home say; the same of parents and of anybody else."""


@pytest.mark.parametrize(("family", "expected"), OF_ONE_HOME)
def test_a_parents_home_is_ruled_out_by_what_came_of_asking(family, expected):
    assert judge(parents_first, a_child(family_explored=family), parents()).outcome == expected


@pytest.mark.parametrize(("family", "expected"), OF_ONE_HOME)
@pytest.mark.parametrize("home", [pytest.param(aunt(), id="an aunt"), pytest.param(a_home(), id="foster carers")])
def test_any_other_home_is_ruled_out_by_what_came_of_asking(home, family, expected):
    assert judge(connected_people_preferred, a_child(family_explored=family), home).outcome == expected


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        pytest.param([], MET, id="nobody was asked"),
        pytest.param(None, CANNOT_TELL, id="nobody recorded who was asked"),
        pytest.param([asked(home="elm")], MET, id="another home was ruled out"),
        *(pytest.param([asked(home=None, relation=r)], CANNOT_TELL, id=r) for r in ("parent", "mother", "father")),
        pytest.param([asked(home=None, relation=None)], CANNOT_TELL, id="somebody, which is not recorded"),
        pytest.param([asked(home=None, relation="aunt")], MET, id="an aunt was ruled out"),
        pytest.param([asked(home=None, relation="stepfather")], CANNOT_TELL, id="a stepfather may be a parent"),
        pytest.param([asked("proposed", home=None)], MET, id="the mother was proposed, nobody recorded where"),
        pytest.param([asked(None, home=None)], CANNOT_TELL, id="the mother, and not what came of it"),
    ],
)
def test_an_entry_without_a_home_may_mean_a_parents_home(family, expected):
    assert judge(parents_first, a_child(family_explored=family), parents()).outcome == expected


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        pytest.param([], MET, id="nobody was asked"),
        pytest.param(None, CANNOT_TELL, id="nobody recorded who was asked"),
        pytest.param([asked(home="elm", relation="aunt")], MET, id="another home was ruled out"),
        pytest.param([asked(home=None, relation="aunt")], CANNOT_TELL, id="an aunt was ruled out"),
        pytest.param([asked(home=None, relation="stepfather")], CANNOT_TELL, id="a stepfather was ruled out"),
        pytest.param([asked(home=None, relation=None)], CANNOT_TELL, id="somebody, which is not recorded"),
        *(pytest.param([asked(home=None, relation=r)], MET, id=r) for r in ("parent", "mother", "father")),
        pytest.param([asked("proposed", home=None, relation="aunt")], MET, id="an aunt was proposed"),
        pytest.param([asked(None, home=None, relation="aunt")], CANNOT_TELL, id="an aunt, and not what came of it"),
    ],
)
def test_an_entry_without_a_home_may_mean_connected_carers(family, expected):
    assert judge(connected_people_preferred, a_child(family_explored=family), aunt()).outcome == expected


AN_AUNT = [asked(home=None, relation="aunt")]


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(aunt(None), CANNOT_TELL, id="connected carers, nobody recorded to whom"),
        pytest.param(aunt([]), MET, id="connected to nobody"),
        pytest.param(aunt(["bea"]), MET, id="connected to another child"),
        pytest.param(a_home(connected_to=["amy"]), MET, id="foster carers, who are connected too"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_it_means_only_carers_who_are_or_may_be_connected_to_the_child(home, expected):
    assert judge(connected_people_preferred, a_child(family_explored=AN_AUNT), home).outcome == expected


@pytest.mark.parametrize(
    ("rule", "home"),
    [
        pytest.param(parents_first, a_home(), id="22C(2) is not about foster carers"),
        pytest.param(parents_first, aunt(), id="nor about an aunt"),
        pytest.param(connected_people_preferred, parents(), id="22C(7)(a) is not about parents"),
    ],
)
def test_each_is_about_its_own_kind_of_home(rule, home):
    finding = judge(rule, a_child(family_explored=[asked()]), home)
    assert (finding.outcome, finding.applies) == (MET, False)


@pytest.mark.parametrize(
    ("rule", "home", "because"),
    [
        pytest.param(parents_first, parents(), "with a parent, whom the law puts first", id="a parent"),
        pytest.param(
            connected_people_preferred,
            aunt(),
            "with people connected to the child, whom the law prefers",
            id="an aunt",
        ),
        pytest.param(
            connected_people_preferred,
            a_home(),
            "not with connected people: a reason is owed where one of them could care for the child",
            id="a stranger",
        ),
    ],
)
def test_they_say_whom_the_law_prefers(rule, home, because):
    assert judge(rule, a_child(family_explored=[]), home).because == because


@pytest.mark.parametrize("outcome", RULED_OUT)
def test_they_say_why_a_home_was_ruled_out(outcome):
    said = {"ruled_out_welfare": "for the child's welfare", "not_practicable": "not practicable", "declined": "them"}
    assert said[outcome] in judge(parents_first, a_child(family_explored=[asked(outcome)]), parents()).because


ADOPTION: dict[str, Any] = {"considering_adoption": True, "placement_order_refused": False}


@pytest.mark.parametrize(
    ("child", "applies"),
    [
        pytest.param(a_child(ought_to_be_placed=False), False, id="adoption is not considered"),
        pytest.param(a_child(**ADOPTION), True, id="adoption is considered"),
    ],
)
def test_early_permanence_is_said_and_never_prohibits(child, applies):
    finding = judge(early_permanence, child)
    assert (finding.outcome, finding.applies) == (MET, applies)


def test_early_permanence_is_met_where_nobody_recorded_whether_adoption_is_considered():
    assert judge(early_permanence, a_child(considering_adoption=None)).outcome == MET
