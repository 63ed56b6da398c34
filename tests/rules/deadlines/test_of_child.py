"""What is due for a child wherever she lives: reviews of her case, and what follows at 18."""

from datetime import date

import pytest

from matching.rules.deadlines import DEADLINES
from tests.builders import a_child, a_referral
from tests.rules.deadlines.following import answered
from tests.rules.judging import TODAY

FOUND_OUT = (None, None, False)


def of_the_child(deadline: str, day: date = TODAY, **child: object) -> list[tuple[date | None, date | None, bool]]:
    said = answered(child=a_child(**child), day=day).deadlines
    return [(d.by, d.latest, d.overdue) for d in said if d.id == deadline]


@pytest.mark.parametrize(
    ("since", "day", "by"),
    [
        pytest.param(date(2026, 11, 2), TODAY, date(2026, 11, 30), id="four plain weeks"),
        pytest.param(date(2026, 8, 3), date(2026, 8, 10), date(2026, 9, 1), id="over the August bank holiday"),
        pytest.param(date(2026, 12, 7), date(2026, 12, 14), date(2027, 1, 7), id="over Christmas and New Year"),
        pytest.param(date(2027, 3, 15), date(2027, 3, 20), date(2027, 4, 14), id="over Easter"),
        pytest.param(date(2027, 4, 19), date(2027, 4, 20), date(2027, 5, 18), id="over the early May bank holiday"),
    ],
)
@pytest.mark.parametrize("last", [None, False])
def test_the_first_review_is_within_20_working_days_of_being_looked_after(since, day, by, last):
    assert of_the_child("CPPCR-33", day, became_looked_after=since, last_review_on=last) == [(by, None, False)]


@pytest.mark.parametrize(
    ("since", "last", "expected"),
    [
        pytest.param(date(2026, 10, 27), None, (TODAY, None, False), id="due today"),
        pytest.param(date(2026, 10, 26), False, (date(2026, 11, 23), None, True), id="due yesterday, and not held"),
        pytest.param(date(2026, 10, 26), None, FOUND_OUT, id="due yesterday, and nobody knows whether it was held"),
        pytest.param(date(2025, 10, 1), None, FOUND_OUT, id="long looked after, and no day recorded"),
        pytest.param(None, None, FOUND_OUT, id="nobody knows since when, nor of any review"),
        pytest.param(None, False, FOUND_OUT, id="nobody knows since when, and none was held"),
        pytest.param(False, None, FOUND_OUT, id="not looked after yet"),
    ],
)
def test_a_review_of_which_nobody_knows_is_found_out_and_one_that_was_not_held_is_overdue(since, last, expected):
    assert of_the_child("CPPCR-33", became_looked_after=since, last_review_on=last) == [expected]


@pytest.mark.parametrize(
    ("since", "last", "day", "by"),
    [
        pytest.param(date(2026, 8, 3), date(2026, 9, 1), TODAY, date(2026, 12, 1), id="the first, on its last day"),
        pytest.param(date(2026, 8, 3), date(2026, 8, 24), TODAY, date(2026, 11, 24), id="the first, and due today"),
        pytest.param(
            date(2026, 11, 2), date(2026, 11, 30), date(2026, 12, 1), date(2027, 2, 28), id="30 November to February"
        ),
        pytest.param(date(2025, 10, 1), date(2026, 11, 10), TODAY, date(2027, 5, 10), id="a later one"),
        pytest.param(date(2025, 10, 1), date(2026, 8, 31), TODAY, date(2027, 2, 28), id="31 August to February"),
        pytest.param(date(2025, 10, 1), date(2027, 8, 31), date(2027, 9, 1), date(2028, 2, 29), id="to a leap day"),
        pytest.param(date(2025, 10, 1), date(2026, 10, 31), TODAY, date(2027, 4, 30), id="31 October to April"),
    ],
)
def test_the_second_is_within_three_months_of_the_first_and_each_later_one_within_six(since, last, day, by):
    assert of_the_child("CPPCR-33", day, became_looked_after=since, last_review_on=last) == [(by, None, False)]


@pytest.mark.parametrize(
    ("last", "overdue"),
    [
        pytest.param(date(2026, 5, 24), False, id="six months ago today"),
        pytest.param(date(2026, 5, 23), True, id="a day longer ago"),
    ],
)
def test_a_review_is_overdue_from_the_day_after(last, overdue):
    assert of_the_child("CPPCR-33", last_review_on=last)[0][2] is overdue


@pytest.mark.parametrize(
    ("status", "since", "expected"),
    [
        pytest.param("L1", date(2026, 11, 23), [date(2026, 11, 26)], id="police protection, 72 hours"),
        pytest.param("L1", date(2026, 11, 27), [date(2026, 11, 30)], id="police protection, over a weekend"),
        pytest.param("L1", None, [None], id="police protection, nobody knows since when"),
        pytest.param("C2", date(2026, 11, 23), [], id="a care order"),
        pytest.param("V2", date(2026, 11, 23), [], id="section 20"),
    ],
)
def test_police_protection_ends_after_72_hours(status, since, expected):
    found = of_the_child("CA89-PROTECTION", legal_status=status, became_looked_after=since)
    assert [by for by, *_ in found] == expected


@pytest.mark.parametrize("status", ["V3", "V4"])
def test_who_has_short_breaks_has_no_review_by_this_regulation(status):
    assert of_the_child("CPPCR-33", legal_status=status) == []


def test_a_review_dated_tomorrow_was_not_held_yet():
    since = date(2026, 11, 2)
    said = of_the_child("CPPCR-33", became_looked_after=since, last_review_on=date(2026, 11, 25))
    assert said == [(date(2026, 11, 30), None, False)]


@pytest.mark.parametrize(
    ("born", "day", "expected"),
    [
        pytest.param(date(2010, 11, 25), TODAY, [], id="the eve of 16"),
        pytest.param(date(2010, 11, 24), TODAY, [date(2028, 11, 24)], id="16 today"),
        pytest.param(date(2008, 11, 25), TODAY, [date(2026, 11, 25)], id="the eve of 18"),
        pytest.param(date(2008, 11, 24), TODAY, [], id="18 today"),
        pytest.param(date(2012, 2, 29), date(2028, 2, 28), [], id="born on 29 February, the eve of 16"),
        pytest.param(date(2012, 2, 29), date(2028, 2, 29), [date(2030, 3, 1)], id="16 on one, and 18 on 1 March"),
        pytest.param(date(2010, 2, 28), TODAY, [date(2028, 2, 28)], id="18 on 28 February of a leap year"),
    ],
)
def test_from_16_on_what_follows_at_18_is_planned(born, day, expected):
    assert [by for by, *_ in of_the_child("POL-NEAR-18", day, born=born)] == expected


def test_each_who_arrives_is_named():
    children = (a_child(born=date(2010, 1, 1)), a_child(id="ben", last_review_on=date(2026, 11, 10)))
    said = answered(children=children, referrals=(a_referral(children=["ben", "amy"]),)).deadlines
    assert [(d.child, d.id) for d in said] == [("ben", "CPPCR-33"), ("amy", "CPPCR-33"), ("amy", "POL-NEAR-18")]


@pytest.mark.parametrize("deadline", [pytest.param(d, id=d.id) for d in DEADLINES])
def test_every_deadline_binds_from_its_first_day_says_what_it_means_and_whence(deadline):
    assert deadline.binds_on(deadline.from_day)
    assert not deadline.binds_on(date.fromordinal(deadline.from_day.toordinal() - 1))
    assert deadline.means.endswith(".")
    assert str(deadline.cites)
