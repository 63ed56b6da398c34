"""Regulation 25: a temporary approval is extended once, by eight weeks, or until a review is decided."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.rules.statute.connected_carers import extension_of_temporary_approval as rule
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import approval, carers, registered

A_DAY, SIXTEEN_WEEKS, EIGHT_WEEKS = timedelta(days=1), timedelta(days=112), timedelta(days=56)
START = date(2026, 12, 1)
LAST, EXTENDED_LAST = date(2027, 3, 23), date(2027, 5, 18)
"""Sixteen weeks from the start, and eight more."""

IN_ORDER = {"panel_view_on": TODAY, "iro_informed_on": TODAY}
LONG_AGO = START - SIXTEEN_WEEKS - A_DAY
"""Sixteen weeks from here end on the eve of the stay."""


def aunt(**said: Any) -> Home:
    """Connected carers approved for sixteen weeks from the start, save for what is said."""
    plain = {"temporary_from": START, "temporary_until": False, "extended_until": False, "review_pending": False}
    papers = approval(status="temporary", **(plain | said))
    return a_home(kind="connected_foster", run_by="person", connected_to=["amy"], approval=papers)


def extended(until: Any = date(2030, 1, 1), **said: Any) -> Home:
    """Extended in due form until this day."""
    return aunt(**(IN_ORDER | {"extended_until": until} | said))


def until(end: date | None) -> Referral:
    return a_referral(expected_end=end)


@pytest.mark.parametrize(
    ("home", "end", "expected"),
    [
        pytest.param(aunt(), LAST, MET, id="to the last day of sixteen weeks"),
        pytest.param(aunt(), LAST + A_DAY, NEEDS_APPROVAL, id="a day longer"),
        pytest.param(
            aunt(temporary_until=date(2027, 1, 15)), date(2027, 1, 15), MET, id="to the last day, as recorded"
        ),
        pytest.param(
            aunt(temporary_until=date(2027, 1, 15)), date(2027, 1, 16), NEEDS_APPROVAL, id="a day longer than recorded"
        ),
        pytest.param(
            aunt(temporary_until=date(2030, 1, 1)), LAST + A_DAY, NEEDS_APPROVAL, id="recorded longer than is lawful"
        ),
        pytest.param(aunt(temporary_from=None), LAST, CANNOT_TELL, id="from when is not recorded"),
        pytest.param(aunt(temporary_until=None), LAST, CANNOT_TELL, id="until when is not recorded"),
        pytest.param(aunt(), None, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param(aunt(extended_until=None), LAST + A_DAY, NEEDS_APPROVAL, id="no extension recorded is none"),
    ],
)
def test_a_stay_that_outlasts_the_temporary_approval_needs_its_extension(home, end, expected):
    assert judge(rule, home=home, referral=until(end)).outcome == expected


def test_the_nominated_officer_extends_it_by_its_last_day():
    finding = judge(rule, home=aunt(), referral=until(LAST + A_DAY))
    assert (finding.approver, finding.by) == ("nominated_officer", LAST)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *(pytest.param({s: TODAY + A_DAY}, CANNOT_TELL, id=f"{s}: tomorrow") for s in IN_ORDER),
        *(pytest.param({s: False}, CANNOT_TELL, id=f"{s}: known not to be done") for s in IN_ORDER),
        *(pytest.param({s: None}, CANNOT_TELL, id=f"{s}: not recorded") for s in IN_ORDER),
        pytest.param({}, MET, id="both done today"),
        pytest.param({"review_pending": True, "panel_view_on": False}, CANNOT_TELL, id="and no review lifts that"),
    ],
)
def test_before_it_is_extended_the_panel_and_the_reviewing_officer_are_asked(said, expected):
    assert judge(rule, home=extended(**said), referral=until(EXTENDED_LAST)).outcome == expected


def test_what_is_to_be_done_before_it_is_extended_is_said():
    finding = judge(rule, home=extended(panel_view_on=False), referral=until(EXTENDED_LAST))
    assert {m.fact for m in finding.missing} == {"home.panel_view_on"}


@pytest.mark.parametrize("step", sorted(IN_ORDER))
def test_a_stay_within_the_sixteen_weeks_waits_for_neither(step):
    assert judge(rule, home=extended(**{step: False}), referral=until(LAST)).outcome == MET


@pytest.mark.parametrize(
    ("home", "end", "expected"),
    [
        pytest.param(extended(), EXTENDED_LAST, MET, id="to the last of eight weeks more"),
        pytest.param(extended(), EXTENDED_LAST + A_DAY, NEEDS_APPROVAL, id="a day longer"),
        pytest.param(extended(date(2027, 4, 30)), date(2027, 4, 30), MET, id="to the last day, as recorded"),
        pytest.param(extended(date(2027, 4, 30)), date(2027, 5, 1), NEEDS_APPROVAL, id="a day longer than recorded"),
        pytest.param(extended(temporary_from=None), EXTENDED_LAST, CANNOT_TELL, id="from when is not recorded"),
        pytest.param(extended(), None, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param(extended(review_pending=True), date(2028, 1, 1), MET, id="a review is pending, however long"),
        pytest.param(
            extended(review_pending=None),
            EXTENDED_LAST,
            MET,
            id="long enough, whether a review is pending or not",
        ),
        pytest.param(
            extended(review_pending=None),
            EXTENDED_LAST + A_DAY,
            CANNOT_TELL,
            id="nobody recorded whether a review is pending",
        ),
    ],
)
def test_it_is_extended_by_eight_weeks_at_most(home, end, expected):
    assert judge(rule, home=home, referral=until(end)).outcome == expected


def test_for_the_rest_of_the_stay_the_agency_decides_on_full_approval():
    finding = judge(rule, home=extended(), referral=until(EXTENDED_LAST + A_DAY))
    assert (finding.approver, finding.by) == ("agency_decision_maker", EXTENDED_LAST)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        pytest.param(START - SIXTEEN_WEEKS - EIGHT_WEEKS, NEEDS_APPROVAL, id="the stay starts on the last day"),
        pytest.param(START - SIXTEEN_WEEKS - EIGHT_WEEKS - A_DAY, PROHIBITED, id="it starts the day after"),
    ],
)
def test_no_stay_starts_after_the_extension(first, expected):
    assert judge(rule, home=extended(temporary_from=first)).outcome == expected


@pytest.mark.parametrize(
    ("first", "pending", "expected"),
    [
        pytest.param(START - SIXTEEN_WEEKS, False, NEEDS_APPROVAL, id="the stay starts on the last day"),
        pytest.param(LONG_AGO, False, PROHIBITED, id="it starts the day after"),
        pytest.param(LONG_AGO, True, NEEDS_APPROVAL, id="the day after, and a review is pending"),
        pytest.param(LONG_AGO, None, CANNOT_TELL, id="the day after, and nobody recorded whether one is"),
    ],
)
def test_without_an_extension_no_stay_starts_after_the_sixteen_weeks(first, pending, expected):
    assert judge(rule, home=aunt(temporary_from=first, review_pending=pending)).outcome == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param(date(2009, 3, 23), MET, id="18 on the last day of sixteen weeks"),
        pytest.param(date(2009, 3, 24), NEEDS_APPROVAL, id="18 on the day after"),
    ],
)
def test_a_long_term_stay_ends_on_the_18th_birthday(born, expected):
    referral = a_referral(kind="long_term", expected_end=None)
    assert judge(rule, a_child(born=born), aunt(), referral).outcome == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [pytest.param(date(2026, 3, 1), MET, id="1 March"), pytest.param(date(2026, 2, 28), NEEDS_APPROVAL, id="the eve")],
)
def test_one_born_on_29_february_is_18_on_1_march(last, expected):
    referral = a_referral(kind="long_term", start=date(2026, 1, 5), expected_end=None)
    home = aunt(temporary_from=date(2026, 1, 5), temporary_until=last)
    assert judge(rule, a_child(born=date(2008, 2, 29)), home, referral, day=date(2026, 1, 5)).outcome == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(a_home(), MET, id="foster carers"),
        pytest.param(carers(status="temporary"), MET, id="foster carers: regulation 22"),
        pytest.param(carers("foster_for_adoption", status="temporary"), MET, id="adopters: regulation 25A"),
        pytest.param(registered(), MET, id="a children's home"),
        *(pytest.param(carers("connected_foster", status=s), MET, id=s) for s in ("active", "on_hold", "none")),
        pytest.param(carers("connected_foster", status=None), CANNOT_TELL, id="the approval's state is not recorded"),
    ],
)
def test_it_is_for_connected_carers_with_a_temporary_approval(home, expected):
    assert judge(rule, home=home).outcome == expected
