"""What a reader must know about an answer that no single home shows."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import rank

UNAGREED = "Nobody has agreed the policy buckinghamshire-2026: its weights and figures are proposals."
ALWAYS = ("This version knows to whom", "This version does not judge")
HELD_NOT = "The policy buckinghamshire-2026 does not hold on 2026-11-24."


def warnings(*homes: Any, **tables: Any) -> list[str]:
    """The warnings of an ordinary case, but for those that this version always gives."""
    found = rank(*homes, **tables).warnings
    return [w for w in found if not w.startswith(ALWAYS)]


def test_an_ordinary_case_is_warned_of_the_policy_that_nobody_agreed():
    assert warnings() == [UNAGREED]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        pytest.param({"agreed_by": "director"}, [], id="agreed"),
        pytest.param({"agreed_by": False}, [UNAGREED], id="not agreed"),
        pytest.param({"agreed_by": "director", "from_day": "2026-11-24"}, [], id="from this day"),
        pytest.param({"agreed_by": "director", "from_day": "2026-11-25"}, [HELD_NOT], id="from the day after"),
        pytest.param({"agreed_by": "director", "until_day": "2026-11-24"}, [], id="until this day"),
        pytest.param({"agreed_by": "director", "until_day": "2026-11-23"}, [HELD_NOT], id="until the day before"),
        pytest.param(
            {"agreed_by": "director", "cost_counts": "weighted"},
            ["By this policy cost is weighed into suitability."],
            id="cost weighed in",
        ),
    ],
)
def test_what_the_policy_lacks_is_said(policy, expected):
    assert warnings(policy=policy) == expected


def judged_on(day: date, start: date) -> list[str]:
    stay = {"start": start, "expected_end": start.replace(year=start.year + 1)}
    return [w for w in warnings(as_of=day, referrals=(a_referral(**stay),)) if "the law of" in w]


@pytest.mark.parametrize(
    ("day", "start", "expected"),
    [
        pytest.param(
            date(2021, 9, 1),
            date(2021, 9, 9),
            ["Judged by the law of 2021-09-01; before the start these rules change: CPPCR-27A."],
            id="a rule begins on the first day of the stay",
        ),
        pytest.param(date(2021, 9, 1), date(2021, 9, 8), [], id="it begins on the day after"),
        pytest.param(date(2021, 9, 9), date(2021, 9, 20), [], id="it has begun already"),
        pytest.param(
            date(2014, 1, 1),
            date(2014, 2, 1),
            ["Judged by the law of 2014-01-01; before the start these rules change: CPPCR-11-1A, CPPCR-11-1B."],
            id="one is amended and one begins",
        ),
    ],
)
def test_a_rule_that_changes_before_the_start_is_named(day, start, expected):
    assert judged_on(day, start) == expected


def test_the_law_is_that_of_the_day_and_not_of_the_start():
    before = rank(as_of=date(2021, 9, 1), referrals=(a_referral(start=date(2021, 9, 20)),))
    assert before.rulebook_day == date(2021, 9, 1)
    assert "CPPCR-27A" not in {r.id for r in before.rules}


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            {"age_disputed": True},
            ["The age of amy is disputed: every rule about age rests on the date of birth recorded."],
            id="a disputed age",
        ),
        pytest.param(
            {"home_postcode": "HP99 9ZZ"},
            ["The home postcode of amy is not in the directory: distances from it are unknown."],
            id="a lost home postcode",
        ),
        pytest.param(
            {"school": {"postcode": "HP99 9ZZ"}},
            ["The school postcode of amy is not in the directory: distances from it are unknown."],
            id="a lost school postcode",
        ),
        pytest.param({"home_postcode": None, "school": None}, [], id="no postcode at all"),
        pytest.param({"home_postcode": False}, [], id="no home in this country"),
    ],
)
def test_what_is_odd_about_a_child_is_said(child, expected):
    assert warnings(children=(a_child(**child),), policy={"agreed_by": "director"}) == expected


def test_only_the_children_who_arrive_are_warned_of():
    children = (a_child(), a_child(id="ben", age_disputed=True))
    assert warnings(children=children) == [UNAGREED]


def test_homes_without_a_place_or_a_connection_are_named():
    homes = (
        a_home(postcode="HP99 9ZZ"),
        a_home(id="elm", postcode=None),
        a_home(id="ash", postcode="HP98 8ZZ"),
        a_home(id="aunt", kind="connected_foster", connected_to=None),
    )
    assert warnings(*homes, policy={"agreed_by": "director"}) == [
        "The postcodes of ash, oak are not in the directory: where these homes are is unknown.",
        "It is not recorded to whom aunt are connected: they are not counted as parents, family or friends.",
    ]


def test_of_many_homes_ten_are_named_and_the_others_counted():
    homes = [a_home(id=f"h{k:02}", postcode="HP99 9ZZ") for k in range(12)]
    (said,) = warnings(*homes, policy={"agreed_by": "director"})
    assert "h00, h01, h02, h03, h04, h05, h06, h07, h08, h09 and 2 more are not" in said
    (said,) = warnings(*homes[:10], policy={"agreed_by": "director"})
    assert "h08, h09 are not" in said


LASTS_NOT = "it lasts until 30 November 2026, and not to the start"
TWICE_ASKED = "it does not say for which referral it was given"
GIVEN = {"rule": "CPPCR-11-1B", "child": "amy", "home": "oak", "by": "director", "on": date(2026, 11, 20)}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({}, "what the rule found is met, and an approval changes only what needs one", id="not needed"),
        pytest.param({"on": None}, "not recorded: on", id="no day"),
        pytest.param({"by": None}, "not recorded: by", id="nobody"),
        pytest.param({"until": date(2026, 11, 30)}, LASTS_NOT, id="it ended"),
        pytest.param({"child": None, "referral": None}, TWICE_ASKED, id="of whom?"),
    ],
)
def test_an_approval_that_settles_nothing_is_said_with_why(changes, why):
    referrals = (a_referral(), a_referral(id="r2")) if why is TWICE_ASKED else (a_referral(),)
    said = [w for w in warnings(approvals=[GIVEN | changes], referrals=referrals) if "does not count" in w]
    whom = "" if changes.get("child", 1) is None else " for amy"
    assert said == [f"The approval CPPCR-11-1B{whom} in oak does not count: {why}."]


def test_a_refusal_that_settles_nothing_is_said_too():
    assert any(w.startswith("The refusal CPPCR-11-1B") for w in warnings(approvals=[GIVEN | {"refused": True}]))


def test_a_home_that_is_agreed_and_not_named_is_said():
    assert any("it is not recorded which they are" in w for w in warnings(decided=[{"child": "ben"}]))


def test_that_nobody_recorded_whether_adoption_is_considered_is_said():
    (said,) = warnings(children=(a_child(considering_adoption=None),), policy={"agreed_by": "director"})
    assert said.startswith("It is not recorded whether adoption is considered for amy: ranked as if it were not")
