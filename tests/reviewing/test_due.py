"""Whose home is due to be looked at: outside the area, and not considered for six months by the calendar."""

from datetime import date
from typing import Any

import pytest

from matching.domain.policy import ReviewPolicy
from matching.engine import Engine
from matching.review import AskedReview, review
from matching.reviewing.due import due_of, why_due
from matching.reviewing.living import living_of
from tests.builders import a_case, a_child, a_home, ordinary
from tests.reviewing.asking import AYLESBURY, OXFORDSHIRE, POLICY, SHROPSHIRE, living_in
from tests.reviewing.worlds import a_house, a_world, placed

DAY = date(2026, 11, 24)
FAR_OFF = "outside the area, at a distance"
NOT_SAID = "it is not recorded when the home was last considered"


@pytest.mark.parametrize(
    ("child", "by", "waiting"),
    [
        pytest.param({"last_considered_on": date(2026, 5, 25)}, DAY, None, id="one day less than six months ago"),
        pytest.param(
            {"last_considered_on": date(2026, 5, 24)},
            DAY,
            "last considered on 24 May 2026: due since 24 November 2026",
            id="six months ago",
        ),
        pytest.param({"last_considered_on": date(2026, 8, 31)}, date(2027, 2, 27), None, id="August, by 27 February"),
        pytest.param(
            {"last_considered_on": date(2026, 8, 31)},
            date(2027, 2, 28),
            "last considered on 31 August 2026: due since 28 February 2027",
            id="31 August, by the last day of February",
        ),
        pytest.param(
            {"last_considered_on": date(2027, 8, 31)}, date(2028, 2, 28), None, id="31 August, in a leap year not yet"
        ),
        pytest.param({"last_considered_on": date(2026, 6, 1)}, DAY, None, id="not due by the day of the case"),
        pytest.param(
            {"last_considered_on": date(2026, 6, 1)},
            date(2026, 12, 1),
            "last considered on 1 June 2026: due since 1 December 2026",
            id="due by a later day that is asked for",
        ),
        pytest.param(
            {"last_considered_on": False, "current_since": date(2026, 5, 25)},
            DAY,
            None,
            id="never considered, came one day less than six months ago",
        ),
        pytest.param(
            {"last_considered_on": False, "current_since": date(2026, 5, 24)},
            DAY,
            "never considered; the child came on 24 May 2026: due since 24 November 2026",
            id="never considered, came six months ago",
        ),
        pytest.param(
            {"last_considered_on": False, "current_since": None},
            DAY,
            "never considered, and it is not recorded since when the child lives there",
            id="never considered, and nobody knows since when",
        ),
        pytest.param({"last_considered_on": None}, DAY, NOT_SAID, id="nothing recorded"),
        pytest.param(
            {"last_considered_on": None, "current_since": date(2026, 11, 20)}, DAY, NOT_SAID, id="nothing, came lately"
        ),
        pytest.param({"last_considered_on": date(2026, 12, 24)}, DAY, None, id="considered on a day to come"),
    ],
)
def test_outside_the_area_a_home_is_due_six_months_after_it_was_considered(child, by, waiting):
    assert why_due(living_in(**child), by, POLICY) == ((FAR_OFF, waiting) if waiting else ())


def test_the_policy_may_ask_for_less_than_six_months():
    of = living_in(last_considered_on=date(2026, 7, 24))
    assert not why_due(of, DAY, POLICY)
    assert why_due(of, DAY, ReviewPolicy(due_after_months=4))


@pytest.mark.parametrize("considered", [None, False, date(2020, 1, 1)], ids=["not recorded", "never", "long ago"])
def test_in_the_area_no_home_is_due(considered):
    assert why_due(living_in(a_home(postcode=AYLESBURY), last_considered_on=considered), DAY, POLICY) == ()


@pytest.mark.parametrize(
    ("child", "homes", "where", "outside", "distant"),
    [
        pytest.param({}, (a_home(postcode=SHROPSHIRE),), FAR_OFF, True, True, id="at a distance"),
        pytest.param({}, (a_home(postcode=OXFORDSHIRE),), "outside the area", True, False, id="in an adjoining area"),
        pytest.param({}, (a_home(postcode=None, country="France"),), FAR_OFF, True, True, id="abroad"),
        pytest.param(
            {"responsible_authority": "E10000025"},
            (a_home(postcode=AYLESBURY),),
            "outside the area",
            True,
            None,
            id="another authority's child in this area",
        ),
        pytest.param(
            {},
            (a_home(postcode=None),),
            "it is not known whether the home is in the area",
            None,
            None,
            id="a home of which the area is unknown",
        ),
        pytest.param(
            {},
            (a_home(id="elm"),),
            "the home is not in the register, so nobody can tell whether it is in the area",
            None,
            None,
            id="a home that the register does not hold",
        ),
        pytest.param(
            {"current_home": None},
            (a_home(),),
            "it is not recorded where the child lives",
            None,
            None,
            id="a child without a recorded home",
        ),
    ],
)
def test_why_a_home_is_due_says_where_it_is(child, homes, where, outside, distant):
    of = living_in(*homes, **({"last_considered_on": None} | child))
    due = due_of(of, why_due(of, DAY, POLICY))
    assert (due.why_due, due.outside, due.distant) == ((where, NOT_SAID), outside, distant)


def test_another_authoritys_child_in_that_authoritys_area_is_not_outside_it():
    of = living_in(a_home(postcode=OXFORDSHIRE), responsible_authority="E10000025", last_considered_on=None)
    assert (of.outside, of.distant, why_due(of, DAY, POLICY)) == (False, False, ())


def test_where_the_neighbours_are_not_given_a_distance_cannot_be_told():
    case = a_case(
        authority={"code": "E06000060"},
        children=(a_child(current_home="oak"),),
        referrals=(),
        homes=(a_home(postcode=SHROPSHIRE),),
    )
    (of,) = living_of(case, Engine.of(case).register)
    assert (of.outside, of.distant) == (True, None)


@pytest.mark.parametrize(
    ("considered", "shown"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 1, 1), id="the day"),
        pytest.param(False, None, id="none where it never was"),
        pytest.param(None, None, id="none where nobody recorded it"),
    ],
)
def test_the_list_shows_when_a_home_was_last_considered(considered, shown):
    assert due_of(living_in(last_considered_on=considered), ("so",)).last_considered == shown


@pytest.mark.parametrize(
    ("child", "homes", "miles"),
    [
        pytest.param({"home_postcode": "SY2 6BU"}, (a_home(postcode=SHROPSHIRE),), 0.0, id="at home"),
        pytest.param({"home_postcode": "GU11 3ED"}, (a_home(postcode="GU14 6DF"),), 2.4, id="2.4 miles"),
        pytest.param({"home_postcode": False}, (a_home(),), None, id="the child has no home of her own here"),
        pytest.param({"home_postcode": None}, (a_home(),), None, id="her home is not recorded"),
        pytest.param({"home_postcode": "ZZ99 9ZZ"}, (a_home(),), None, id="nobody knows her postcode"),
        pytest.param({}, (a_home(postcode=None),), None, id="the home has no postcode"),
        pytest.param({}, (a_home(id="elm"),), None, id="the home is not in the register"),
    ],
)
def test_how_far_it_is_from_home(child, homes, miles):
    found = living_in(*homes, **child).miles
    assert found == (None if miles is None else pytest.approx(miles, abs=0.05))


def test_a_child_who_has_no_home_is_none_of_those_who_live_in_one():
    case = a_case(children=(a_child(current_home=False),), referrals=())
    assert list(living_of(case, Engine.of(case).register)) == []


def due_in(asked: AskedReview, **child: Any) -> list[str]:
    world = a_world([placed("amy", "oak", "HP20 1UA", **child)], [a_house("oak", SHROPSHIRE)])
    return [due.child for due in review(Engine.of(world), asked).due]


def test_a_review_asks_by_its_own_day_or_by_a_later_one_or_for_everyone():
    lately = {"last_considered_on": date(2026, 6, 1)}
    assert due_in(AskedReview(), **lately) == []
    assert due_in(AskedReview(due_by=date(2026, 12, 1)), **lately) == ["amy"]
    assert due_in(AskedReview(everyone=True), **lately) == ["amy"]


def approval(**changes: Any) -> dict[str, Any]:
    return {"approval": ordinary("home")["approval"] | changes}


YOUNG_ONLY = approval(terms=ordinary("home")["approval"]["terms"] | {"age_max": 9})


@pytest.mark.parametrize(
    ("postcode", "home", "why"),
    [
        pytest.param(
            SHROPSHIRE,
            approval(status="ended"),
            "the home of today is closed: it cannot wait",
            id="a home that is closed",
        ),
        pytest.param(
            SHROPSHIRE,
            YOUNG_ONLY,
            "a rule of law forbids the home of today: it cannot wait",
            id="a home that the law forbids",
        ),
        pytest.param(SHROPSHIRE, {}, None, id="a home in order"),
        pytest.param(AYLESBURY, YOUNG_ONLY, None, id="a home in the area"),
    ],
)
def test_outside_the_area_what_cannot_wait_is_due_though_it_was_considered_lately(postcode, home, why):
    lately = placed("amy", "oak", "HP20 1UA", last_considered_on=date(2026, 11, 20))
    world = a_world([lately], [a_house("oak", postcode, **home)])
    assert [due.why_due for due in review(Engine.of(world)).due] == ([(FAR_OFF, why)] if why else [])
