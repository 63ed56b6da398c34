"""How long each home can keep a child, how long the plan is for, and how long she has lived there."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.facts.catalogue import NO_LIMIT, child, pair
from tests.builders import a_child, a_home, a_referral, ordinary
from tests.facts.laying_out import approval, laid_out, value_of

START: date = a_referral().start
TO_18 = (date(2033, 6, 1) - START).days
REGISTRATION = ordinary("home")["registration"]


def from_start(days: int) -> date:
    return START + timedelta(days=days)


def vacancy(**changes: Any) -> dict[str, Any]:
    return dict(ordinary("home")["vacancies"]) | changes


def terms(**changes: Any) -> dict[str, Any]:
    """An approval with these terms."""
    return approval(terms=ordinary("home")["approval"]["terms"] | changes)


@pytest.mark.parametrize(
    ("home", "days"),
    [
        pytest.param({}, NO_LIMIT, id="no limit"),
        pytest.param({"vacancies": vacancy(until=from_start(0))}, 1, id="the vacancy ends on the first day"),
        pytest.param({"vacancies": vacancy(until=from_start(29))}, 30, id="the vacancy lasts for 30 days"),
        pytest.param({"vacancies": vacancy(until=from_start(-1))}, 0, id="the vacancy ended the day before"),
        pytest.param({"vacancies": None}, None, id="nobody knows about the vacancy"),
        pytest.param({"longest_stay_days": 28}, 28, id="stays of 28 days"),
        pytest.param({"emergency_bed": True, "longest_stay_days": 7}, 7, id="an emergency bed for a week"),
        pytest.param({"emergency_bed": True}, None, id="an emergency bed without a limit recorded"),
        pytest.param({"emergency_bed": None}, NO_LIMIT, id="nobody says that it is an emergency bed"),
        pytest.param({"vacancies": vacancy(until=from_start(29)), "longest_stay_days": 7}, 7, id="the least counts"),
        pytest.param({"vacancies": None, "longest_stay_days": 7}, None, id="one limit is unknown"),
        pytest.param({"approval": terms(age_max=11)}, 182, id="to the 12th birthday"),
        pytest.param({"approval": terms(age_max=10)}, 0, id="too old already"),
        pytest.param({"approval": terms(age_max=16)}, (date(2032, 6, 1) - START).days, id="to the 17th birthday"),
        pytest.param({"approval": terms(age_max=17)}, NO_LIMIT, id="to 17 is to the end of childhood"),
        pytest.param({"approval": terms(age_max=None)}, NO_LIMIT, id="terms without an age"),
        pytest.param({"approval": approval(terms=None)}, None, id="terms not recorded"),
        pytest.param({"approval": None}, None, id="approval not recorded"),
        pytest.param({"kind": "childrens_home"}, NO_LIMIT, id="a children's home to 17"),
        pytest.param(
            {"kind": "childrens_home", "registration": REGISTRATION | {"age_max": 11}},
            182,
            id="one to 11",
        ),
        pytest.param({"kind": "childrens_home", "registration": None}, None, id="registration not recorded"),
        pytest.param({"kind": "other_arrangements"}, NO_LIMIT, id="a kind without terms or registration"),
        pytest.param({"kind": "parent", "vacancies": None, "emergency_bed": True}, NO_LIMIT, id="a parent's home"),
    ],
)
def test_the_least_of_bed_longest_stay_and_ages_limits_a_stay(home, days):
    assert value_of(pair.days_open, homes=[a_home(**home)]) == days


HERS = a_child(current_home="oak", current_since=from_start(-80))


@pytest.mark.parametrize(
    ("home", "days"),
    [
        pytest.param({"vacancies": vacancy(until=from_start(3))}, NO_LIMIT, id="she holds her bed"),
        pytest.param({"vacancies": None}, NO_LIMIT, id="nobody knows about other beds"),
        pytest.param({"longest_stay_days": 84}, 4, id="four of 84 days are left"),
        pytest.param({"longest_stay_days": 28}, 0, id="she has stayed longer than that already"),
        pytest.param({"emergency_bed": True}, None, id="an emergency bed without a limit recorded"),
        pytest.param({"approval": terms(age_max=11)}, 182, id="ages count all the same"),
    ],
)
def test_of_her_own_home_the_bed_is_no_limit_and_the_longest_stay_runs_already(home, days):
    assert value_of(pair.days_open, [HERS], [a_home(**home)]) == days


def test_nobody_can_tell_what_is_left_of_a_longest_stay_of_unknown_beginning():
    unknown = [a_child(current_home="oak", current_since=None)]
    assert value_of(pair.days_open, unknown, [a_home(longest_stay_days=84)]) is None
    assert value_of(pair.days_open, unknown, [a_home()]) == NO_LIMIT


@pytest.mark.parametrize(
    ("born", "days"),
    [
        pytest.param(date(2015, 12, 1), 365, id="ten, and eleven on the first day: a year is left"),
        pytest.param(date(2014, 12, 1), 0, id="twelve on the first day"),
        pytest.param(date(2014, 12, 2), 1, id="twelve on the second day"),
        pytest.param(date(2016, 2, 29), 455, id="born on a leap day: on it in the leap year 2028"),
    ],
)
def test_a_child_may_stay_until_the_birthday_after_the_last_age(born, days):
    assert value_of(pair.days_open, [a_child(born=born)], [a_home(approval=terms(age_max=11))]) == days


def test_one_born_on_a_leap_day_is_a_year_older_on_1_march_of_a_common_year():
    leap = [a_child(born=date(2016, 2, 29))]
    assert value_of(pair.days_open, leap, [a_home(approval=terms(age_max=10))]) == (date(2027, 3, 1) - START).days


@pytest.mark.parametrize(
    ("kind", "plan", "to_adulthood", "days"),
    [
        pytest.param("short_term", [], False, 182, id="a short stay"),
        pytest.param("long_term", [], True, TO_18, id="a long one, though an end is said"),
        pytest.param("short_term", ["LTFOST18"], True, TO_18, id="the plan is fostering to 18"),
        pytest.param("short_term", ["RETURN6M", "LTRELFR"], True, TO_18, id="one plan of two"),
        pytest.param("short_term", ["RETURN6M"], False, 182, id="a plan to return"),
        pytest.param("short_term", None, None, 182, id="nobody knows the plan"),
        pytest.param(None, [], None, 182, id="nobody knows the kind"),
        pytest.param(None, ["LTFOST18"], True, TO_18, id="nobody knows the kind, and the plan says so"),
    ],
)
def test_a_plan_is_to_adulthood_by_the_referral_or_by_the_care_plan(kind, plan, to_adulthood, days):
    given = ([a_child(permanence_plan=plan)], [a_home()], a_referral(kind=kind))
    assert value_of(child.to_adulthood, *given) is to_adulthood
    assert value_of(child.days_intended, *given) == days


@pytest.mark.parametrize(
    ("end", "days"),
    [
        pytest.param(from_start(0), 0, id="it ends as it starts"),
        pytest.param(from_start(1), 1, id="a day"),
        pytest.param(None, None, id="nobody knows the end"),
    ],
)
def test_the_length_of_the_plan_is_from_the_start_to_the_end(end, days):
    given = ([a_child(permanence_plan=[])], [a_home()], a_referral(expected_end=end))
    assert value_of(child.days_intended, *given) == days


def test_a_plan_to_adulthood_of_one_born_on_a_leap_day_ends_on_1_march_of_a_common_year():
    given = ([a_child(born=date(2012, 2, 29), permanence_plan=["LTFOST18"])], [a_home()], a_referral())
    assert value_of(child.days_intended, *given) == (date(2030, 3, 1) - START).days


@pytest.mark.parametrize(
    ("since", "days"),
    [
        pytest.param(from_start(-365), 365, id="a year ago"),
        pytest.param(from_start(0), 0, id="today"),
        pytest.param(from_start(5), 0, id="a day to come"),
        pytest.param(False, None, id="she never came"),
        pytest.param(None, None, id="nobody knows"),
    ],
)
def test_the_days_there_run_from_the_day_she_came_to_the_start(since, days):
    assert value_of(child.days_there, [a_child(current_since=since)]) == days


@pytest.mark.parametrize(
    ("home", "approved"),
    [
        pytest.param({}, True, id="terms that hold it"),
        pytest.param({"approval": terms(kinds=["short_term"])}, False, id="terms for short stays"),
        pytest.param({"approval": terms(kinds=None)}, True, id="terms for any kind"),
        pytest.param({"approval": terms(kinds=[])}, False, id="terms for no kind"),
        pytest.param({"approval": approval(terms=None)}, None, id="terms not recorded"),
        pytest.param({"kind": "childrens_home"}, True, id="not a foster home"),
        pytest.param({"kind": "parent"}, True, id="a parent"),
    ],
)
def test_carers_are_approved_for_long_stays_by_their_terms(home, approved):
    assert value_of(pair.approved_long_term, homes=[a_home(**home)]) is approved


def test_each_home_has_its_own_limits():
    homes = [a_home(longest_stay_days=7), a_home(id="elm"), a_home(id="ash", vacancies=None)]
    assert laid_out(homes=homes).frames[0][pair.days_open.name].to_list() == [7, NO_LIMIT, None]
