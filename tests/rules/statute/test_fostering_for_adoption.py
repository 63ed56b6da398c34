"""Regulation 25A: approved adopters who are temporarily approved to foster one named child."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.rulebook import rulebook_on
from matching.rules.statute.connected_carers import fostering_for_adoption as rule
from tests.builders import a_home
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import approval, carers, registered

A_DAY = timedelta(days=1)
START = date(2026, 12, 1)


def adopters(status: str | None, children: list[str] | None = None, **said: Any) -> Home:
    """Approved adopters of this status, whose terms name these children."""
    papers = {"status": status, "adopter_approved_on": TODAY, "terms": {"children": children}} | said
    return a_home(kind="foster_for_adoption", approval=approval(**papers))


def named(**said: Any) -> Home:
    return adopters("temporary", ["amy"], **({"temporary_until": False} | said))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(named(), MET, id="the child, without an end"),
        pytest.param(named(temporary_until=START), MET, id="the child, until the first day"),
        pytest.param(named(temporary_until=START - A_DAY), NEEDS_APPROVAL, id="the child, until its eve"),
        pytest.param(named(temporary_until=None), CANNOT_TELL, id="the child, until when is not recorded"),
        pytest.param(adopters("temporary", ["bea", "amy"], temporary_until=False), MET, id="the child among others"),
        pytest.param(adopters("temporary", ["bea"], temporary_until=False), PROHIBITED, id="another child"),
        pytest.param(adopters("temporary", temporary_until=False), NEEDS_APPROVAL, id="no child"),
        pytest.param(named(terms=None), CANNOT_TELL, id="whom is not recorded"),
        pytest.param(adopters("none", ["bea"]), NEEDS_APPROVAL, id="another, once: no temporary approval stands"),
    ],
)
def test_a_temporary_approval_is_to_foster_the_child_that_it_names(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_the_nominated_officer_approves_before_the_move():
    finding = judge(rule, home=adopters("none"))
    assert (finding.approver, finding.by) == ("nominated_officer", START)


@pytest.mark.parametrize("status", ["temporary", "none"])
@pytest.mark.parametrize(
    ("approved_on", "expected"),
    [
        pytest.param(TODAY, NEEDS_APPROVAL, id="today"),
        pytest.param(TODAY + A_DAY, PROHIBITED, id="tomorrow"),
        pytest.param(False, PROHIBITED, id="known not to be"),
        pytest.param(None, CANNOT_TELL, id="not recorded"),
    ],
)
def test_only_approved_adopters_foster_for_adoption(status, approved_on, expected):
    assert judge(rule, home=adopters(status, adopter_approved_on=approved_on)).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(adopters("active", ["bea"], adopter_approved_on=False), MET, id="approved as foster carers"),
        pytest.param(adopters("on_hold", adopter_approved_on=False), MET, id="on hold: regulation 22 judges"),
        pytest.param(adopters("ended", adopter_approved_on=False), MET, id="ended: regulation 22 judges"),
        pytest.param(adopters(None), CANNOT_TELL, id="the approval's state is not recorded"),
        pytest.param(adopters(None, ["amy"], temporary_until=START), CANNOT_TELL, id="not recorded, and it names her"),
        pytest.param(a_home(kind="foster_for_adoption", approval=None), CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="temporary"), MET, id="connected carers"),
        pytest.param(a_home(), MET, id="foster carers"),
        pytest.param(registered(), MET, id="a children's home"),
    ],
)
def test_it_is_for_adopters_whose_approval_to_foster_is_awaited(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_it_binds_from_its_first_day():
    assert rule not in rulebook_on(date(2013, 6, 30)).rules
    assert rule in rulebook_on(date(2013, 7, 1)).rules
