"""Regulation 24: connected carers who are not yet approved, for up to sixteen weeks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.statute.connected_carers import connected_carers_not_yet_approved as rule
from tests.builders import a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import approval, carers, registered

A_DAY, SIXTEEN_WEEKS = timedelta(days=1), timedelta(days=112)
START = date(2026, 12, 1)
DONE = {"assessed_on": TODAY, "adults_checked_on": TODAY, "full_assessment_started_on": TODAY}


def aunt(status: str | None, connected_to: Sequence[str] | None = ("amy",), **said: Any) -> Home:
    """Connected carers of this status, with what is said of their approval."""
    papers = approval(status=status, **said)
    return a_home(kind="connected_foster", run_by="person", connected_to=connected_to, approval=papers)


def unapproved(connected_to: Any = ("amy",), **steps: Any) -> Home:
    return aunt("none", connected_to, reg24=DONE | steps)


def temporary(first: Any, until: Any = False, **said: Any) -> Home:
    plain = {"temporary_from": first, "temporary_until": until, "review_pending": False}
    return aunt("temporary", **(plain | said))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(unapproved(), NEEDS_APPROVAL, id="all three done today"),
        *(pytest.param(unapproved(**{s: TODAY + A_DAY}), CANNOT_TELL, id=f"{s}: tomorrow") for s in DONE),
        *(pytest.param(unapproved(**{s: False}), CANNOT_TELL, id=f"{s}: known not to be done") for s in DONE),
        *(pytest.param(unapproved(**{s: None}), CANNOT_TELL, id=f"{s}: not recorded") for s in DONE),
        pytest.param(aunt("none"), CANNOT_TELL, id="nothing of regulation 24 is recorded"),
        pytest.param(unapproved([]), PROHIBITED, id="connected to nobody"),
        pytest.param(unapproved(["bea"]), PROHIBITED, id="connected to another child"),
        pytest.param(unapproved(None), CANNOT_TELL, id="to whom is not recorded"),
    ],
)
def test_carers_without_approval_are_first_assessed(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_then_the_nominated_officer_approves_for_sixteen_weeks_from_the_start():
    finding = judge(rule, home=unapproved())
    assert (finding.approver, finding.by) == ("nominated_officer", START)
    assert finding.because == ("temporary approval, which would end on 23 March 2027 unless they are approved in full")


def test_before_that_it_says_what_is_to_be_done_first():
    finding = judge(rule, home=unapproved(adults_checked_on=False))
    assert finding.because.startswith("first their suitability is to be assessed")
    assert [m.fact for m in finding.missing] == ["home.adults_checked_on"], "what is done already is not asked for"


@pytest.mark.parametrize(
    ("first", "until", "expected"),
    [
        pytest.param(START, False, MET, id="from the first day of the stay"),
        pytest.param(START + A_DAY, False, PROHIBITED, id="from the day after"),
        pytest.param(START - SIXTEEN_WEEKS, False, MET, id="the stay starts on the last of sixteen weeks"),
        pytest.param(START - SIXTEEN_WEEKS - A_DAY, False, PROHIBITED, id="on the day after"),
        pytest.param(TODAY, START, MET, id="until the first day of the stay"),
        pytest.param(TODAY, START - A_DAY, PROHIBITED, id="until its eve"),
        pytest.param(START - SIXTEEN_WEEKS, date(2030, 1, 1), MET, id="said to be longer than the law allows"),
        pytest.param(
            START - SIXTEEN_WEEKS - A_DAY,
            date(2030, 1, 1),
            PROHIBITED,
            id="longer than the law allows, and sixteen weeks are over",
        ),
        pytest.param(False, date(2030, 1, 1), PROHIBITED, id="known not to have begun"),
        pytest.param(None, date(2030, 1, 1), CANNOT_TELL, id="from when is not recorded"),
        pytest.param(TODAY, None, CANNOT_TELL, id="until when is not recorded"),
        pytest.param(START + A_DAY, None, PROHIBITED, id="too late, whenever it ends"),
    ],
)
def test_a_temporary_approval_is_for_sixteen_weeks_at_most(first, until, expected):
    assert judge(rule, home=temporary(first, until)).outcome == expected


def test_sixteen_weeks_from_a_29_february_end_on_20_june():
    home, referral = temporary(date(2028, 2, 29)), a_referral(start=date(2028, 6, 20), expected_end=date(2028, 9, 1))
    assert judge(rule, home=home, referral=referral).because == "temporarily approved until 20 June 2028"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"extended_until": START}, MET, id="extended"),
        pytest.param({"extended_until": False}, PROHIBITED, id="known not to be extended"),
        pytest.param({"extended_until": None}, PROHIBITED, id="an extension that is not recorded was not given"),
        pytest.param({"review_pending": True}, MET, id="a review is pending"),
        pytest.param({"review_pending": None}, CANNOT_TELL, id="nobody recorded whether a review is pending"),
        pytest.param({"extended_until": START, "review_pending": None}, MET, id="extended, whatever is pending"),
    ],
)
def test_after_it_regulation_25_judges_what_is_extended_or_awaits_a_review(said, expected):
    assert judge(rule, home=temporary(TODAY, START - A_DAY, **said)).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(), MET, id="foster carers"),
        pytest.param(carers(status="none"), MET, id="foster carers who are not approved: regulation 22"),
        pytest.param(carers("foster_for_adoption", status="temporary"), MET, id="adopters: regulation 25A"),
        pytest.param(registered(), MET, id="a children's home"),
        *(pytest.param(aunt(s, []), MET, id=f"connected carers, {s}") for s in ("active", "on_hold", "ended")),
        pytest.param(aunt(None), CANNOT_TELL, id="nobody recorded whether they are approved"),
        pytest.param(a_home(kind="connected_foster", approval=None), CANNOT_TELL, id="no approval is recorded"),
    ],
)
def test_it_is_for_connected_carers_whose_approval_is_awaited(home, expected):
    assert judge(rule, home=home).outcome == expected


def test_temporary_carers_who_are_not_connected_to_the_child_do_not_take_her():
    assert judge(rule, home=aunt("temporary", [], temporary_from=TODAY, temporary_until=False)).outcome == PROHIBITED
