"""What a review asks for each child: how long a stay, of what kind, with what requirements and which approvals."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.facts.question import Question
from tests.builders import a_case, a_child, a_home, a_referral
from tests.reviewing.asking import asks_of

DAY, START = date(2026, 11, 24), date(2026, 12, 8)
NO_PLAN: dict[str, Any] = {"permanence_plan": []}


def a_stay(*children: Mapping[str, Any], start: date | None = None, **tables: Any) -> Question:
    """What is asked for Amy, or for her and for those who are named; no referral asks for them unless it is given."""
    case = a_case_of(*(children or ({},)), **tables)
    return asks_of(case).stay(case.children, start)


def a_case_of(*children: Mapping[str, Any], **tables: Any) -> Case:
    named = zip(("amy", "ben", "cat"), children, strict=False)
    of = tuple(a_child(**({"id": name, "current_home": "oak"} | dict(facts))) for name, facts in named)
    return a_case(**({"children": of, "referrals": ()} | tables))


@pytest.mark.parametrize(
    ("children", "start", "end"),
    [
        pytest.param(({"born": date(2015, 6, 1)},), None, date(2028, 12, 8), id="two years"),
        pytest.param(
            ({"born": date(2015, 6, 1)},), date(2027, 2, 1), date(2029, 2, 1), id="two years from a later day"
        ),
        pytest.param(
            ({"born": date(2015, 6, 1)},), date(2028, 2, 29), date(2030, 2, 28), id="two years from a leap day"
        ),
        pytest.param(({"born": date(2010, 12, 9)},), None, date(2028, 12, 8), id="18 the day after two years"),
        pytest.param(({"born": date(2010, 12, 8)},), None, date(2028, 12, 7), id="18 two years on: to the day before"),
        pytest.param(({"born": date(2009, 3, 1)},), None, date(2027, 2, 28), id="to the day before 18"),
        pytest.param(({"born": date(2008, 2, 29)},), date(2026, 2, 1), date(2026, 2, 28), id="born on a leap day"),
        pytest.param(({"born": date(2008, 12, 8)},), None, START, id="18 on the first day: a stay of that day"),
        pytest.param(
            ({"born": date(2015, 6, 1)}, {"born": date(2009, 3, 1)}), None, date(2027, 2, 28), id="the eldest of two"
        ),
    ],
)
def test_a_stay_is_for_two_years_or_to_the_day_before_18(children, start, end):
    referral = a_stay(*children, start=start).referral
    assert (referral.start, referral.expected_end) == (start or START, end)


def test_the_policy_says_from_when_and_for_how_long():
    policy = {"name": "buckinghamshire-2026", "review": {"stay_months": 6, "days_to_prepare": 0}}
    referral = a_stay(policy=policy).referral
    assert (referral.start, referral.expected_end) == (DAY, date(2027, 5, 24))


def test_today_is_asked_for_the_day_alone():
    case = a_case_of({})
    referral = asks_of(case).today(case.children[0]).referral
    assert (referral.start, referral.expected_end) == (DAY, DAY)


def test_what_is_sought_for_a_child_counts_for_who_comes_to_her_and_not_for_her_home_of_today():
    case = a_case_of({}, referrals=(asking("long_term", required=["no_other_children"]),))
    asks, (amy,) = asks_of(case), case.children
    assert asks.today(amy).referral.required == ()
    assert asks.staying(amy).referral.required == asks.stay([amy]).referral.required == ("no_other_children",)
    assert asks.staying(amy).referral.expected_end == DAY


def asking(kind: str | None, **changes: Any) -> Any:
    return a_referral(**({"id": f"r-{kind}", "kind": kind} | changes))


@pytest.mark.parametrize(
    ("children", "referrals", "kind"),
    [
        pytest.param(({},), (), "long_term", id="a plan to grow up in care"),
        pytest.param(({"permanence_plan": ["LTRELFR"]},), (), "long_term", id="a plan to grow up with relatives"),
        pytest.param(({"permanence_plan": ["RETURNEV"]},), (), "short_term", id="another plan"),
        pytest.param(({"permanence_plan": None},), (), "short_term", id="no plan is recorded"),
        pytest.param(({}, NO_PLAN), (), "short_term", id="a brother for whom it is not planned"),
        pytest.param(({},), (asking("short_term"),), "short_term", id="as a referral asks"),
        pytest.param((NO_PLAN,), (asking("long_term"),), "long_term", id="as a referral asks, whatever the plan"),
        pytest.param((NO_PLAN,), (asking("parent_and_child"),), "parent_and_child", id="with her own child"),
        pytest.param(({},), (asking("emergency"),), "long_term", id="a referral in an emergency says nothing"),
        pytest.param(({},), (asking("respite"),), "long_term", id="nor one for a break"),
        pytest.param(({},), (asking(None),), "long_term", id="nor one of no kind"),
        pytest.param(
            ({},), (asking("long_term"), asking("short_term")), "long_term", id="where two differ the plan decides"
        ),
        pytest.param(
            (NO_PLAN,), (asking("long_term"), asking("short_term")), "short_term", id="and says so either way"
        ),
        pytest.param(
            (NO_PLAN,), (asking("long_term"), asking("emergency")), "long_term", id="of two the one that counts"
        ),
    ],
)
def test_the_kind_of_a_stay(children, referrals, kind):
    assert a_stay(*children, referrals=referrals).referral.kind == kind


def test_a_referral_for_another_child_says_nothing_of_this_one():
    case = a_case_of(NO_PLAN, NO_PLAN, referrals=(asking("long_term", children=["ben"], required=["solo"]),))
    amy = asks_of(case).stay(case.children[:1]).referral
    assert (amy.kind, amy.required) == ("short_term", ())


def test_what_any_referral_requires_is_required_once():
    referrals = (
        asking("long_term", required=["two_carers", "solo"]),
        asking("emergency", required=["no_other_children", "solo"]),
        asking("respite", required=None),
    )
    required = a_stay(referrals=referrals).referral.required
    assert required == ("two_carers", "solo", "no_other_children")


def test_what_is_required_for_a_sister_is_required_for_both_together():
    referrals = (asking("long_term", children=["ben"], required=["two_carers"]),)
    assert a_stay({}, {}, referrals=referrals).referral.required == ("two_carers",)


def test_what_is_asked_is_planned_and_no_emergency():
    question = a_stay({}, {}, referrals=(asking("emergency", emergency=True, urgency="same_day"),))
    referral = question.referral
    assert (referral.id, referral.children) == ("review-amy", ("amy", "ben"))
    assert (referral.emergency, referral.urgency) == (False, "planned")


def approval(**changes: Any) -> dict[str, Any]:
    given = {"rule": "BCC-SUFF-20MI", "child": "amy", "home": "elm", "by": "nominated_officer", "on": DAY}
    return given | changes


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        pytest.param({}, True, id="of this child, for no referral"),
        pytest.param({"home": None}, True, id="of this child, for no home and no referral"),
        pytest.param({"referral": "r1"}, False, id="for a referral, and another home: that was another question"),
        pytest.param({"referral": "r1", "home": "oak"}, True, id="for the home where she lives, when she came"),
        pytest.param({"child": "ben"}, False, id="of another child"),
        pytest.param({"child": "ben", "home": "oak"}, False, id="of another child, for this home"),
        pytest.param({"child": None}, False, id="of no child"),
    ],
)
def test_which_approvals_count(given, counts):
    case = a_case_of({}, {}, homes=(a_home(), a_home(id="elm")), approvals=(approval(**given),))
    assert bool(asks_of(case).stay(case.children[:1]).approvals) is counts


def test_of_brothers_and_sisters_the_approvals_of_each_count():
    given = (approval(), approval(child="ben"), approval(child="cat"))
    question = a_stay({}, {}, homes=(a_home(), a_home(id="elm")), approvals=given)
    assert [of.child for of in question.approvals] == ["amy", "ben"]
