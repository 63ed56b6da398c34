"""The facts of a home that are read off its record."""

from datetime import date

import pytest

from matching.facts.catalogue import NO_LIMIT, home
from matching.facts.fact import NEVER
from tests.builders import a_home, ordinary
from tests.facts.laying_out import approval, laid_out, value_of


@pytest.mark.parametrize(
    ("fact", "given", "expected"),
    [
        pytest.param(home.agreement_signed, {"approval": approval(agreement_signed=False)}, NEVER, id="never signed"),
        pytest.param(home.agreement_signed, {"approval": approval(agreement_signed=None)}, None, id="nobody knows"),
        pytest.param(home.vacant_until, {"vacancies": {"beds": 1}}, NEVER, id="no end of the vacancy is no end"),
        pytest.param(home.vacant_until, {"vacancies": None}, None, id="no vacancy recorded"),
        pytest.param(home.offer_valid_until, {"offer": {"referral": "r1"}}, None, id="nobody knows until when"),
        pytest.param(home.offer_valid_until, {}, None, id="no offer"),
        pytest.param(home.terms_max_children, {"approval": approval(terms={})}, NO_LIMIT, id="no limit in the terms"),
        pytest.param(home.terms_max_children, {"approval": approval(terms=None)}, None, id="no terms recorded"),
        pytest.param(home.terms_age_min, {"approval": approval(terms={})}, 0, id="no lowest age in the terms"),
        pytest.param(home.does_not_take, {"does_not_take": []}, True, id="recorded that they take every risk"),
        pytest.param(home.does_not_take, {"does_not_take": None}, None, id="nobody knows what they take"),
        pytest.param(home.purpose_needs, {}, None, id="a foster home has no statement of purpose"),
        pytest.param(home.checks, {"checks": []}, True, id="recorded that nothing was checked"),
        pytest.param(home.checks, {}, None, id="nobody knows what was checked"),
        pytest.param(home.parent_plan_on, {"parent_assessment": {"plan_on": False}}, NEVER, id="known not to be ready"),
        pytest.param(home.parent_plan_on, {"parent_assessment": {}}, None, id="nobody knows whether it is ready"),
        pytest.param(home.parent_plan_on, {}, None, id="nothing of the parents is recorded"),
        pytest.param(home.suitability_assessed_on, {}, None, id="nothing of regulation 24 is recorded"),
    ],
)
def test_what_is_known_of_a_home_is_told_from_what_is_not(fact, given, expected):
    assert value_of(fact, homes=[a_home(**given)]) == expected


@pytest.mark.parametrize(
    ("kind", "setting", "expected"),
    [
        pytest.param("residential_school", None, "school", id="a residential school"),
        pytest.param("family_centre", None, "family_centre", id="a family centre"),
        pytest.param("supported_accommodation", None, "none", id="supported accommodation"),
        pytest.param("other_arrangements", "hospital", "hospital", id="as recorded"),
        pytest.param("other_arrangements", None, None, id="not recorded"),
    ],
)
def test_some_kinds_of_home_imply_their_setting(kind, setting, expected):
    assert value_of(home.setting, homes=[a_home(kind=kind, setting=setting)]) == expected


def test_the_ordinary_home_is_what_its_record_says():
    row = laid_out().frames[0].to_dicts()[0]
    said = ordinary("home")
    assert row[home.years_fostering.name] == said["years_fostering"]
    assert row[home.weekly_cost.name] == said["cost"]["weekly"]
    assert row[home.full_weekly_cost.name] == said["cost"]["full_weekly"]
    assert row[home.vacant_beds.name] == said["vacancies"]["beds"]


REG24 = {"assessed_on": False, "adults_checked_on": date(2026, 11, 1)}


def test_what_regulation_24_asks_is_read_off_the_approval():
    row = laid_out(homes=[a_home(approval=approval(reg24=REG24))]).frames[0].to_dicts()[0]
    facts = (home.suitability_assessed_on, home.adults_checked_on, home.full_assessment_started_on)
    assert [row[fact.name] for fact in facts] == [NEVER, date(2026, 11, 1), None]


FROM, BY_LAW, EXTENDED_BY_LAW = date(2026, 12, 1), date(2027, 3, 23), date(2027, 5, 18)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"temporary_until": False}, BY_LAW, id="no end is sixteen weeks"),
        pytest.param({"temporary_until": date(2030, 1, 1)}, BY_LAW, id="later than the law allows"),
        pytest.param({"temporary_until": BY_LAW}, BY_LAW, id="on the last day that it allows"),
        pytest.param({"temporary_until": date(2027, 1, 15)}, date(2027, 1, 15), id="earlier"),
        pytest.param({"temporary_until": None}, None, id="until when is not recorded"),
        pytest.param({"temporary_until": BY_LAW, "temporary_from": None}, None, id="from when is not recorded"),
    ],
)
def test_a_temporary_approval_ends_when_it_says_and_at_the_latest_after_sixteen_weeks(said, expected):
    papers = approval(**({"temporary_from": FROM} | said))
    assert value_of(home.temporary_last, homes=[a_home(approval=papers)]) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        pytest.param(date(2027, 4, 1), (True, date(2027, 4, 1)), id="as recorded"),
        pytest.param(EXTENDED_BY_LAW, (True, EXTENDED_BY_LAW), id="by eight weeks"),
        pytest.param(date(2030, 1, 1), (True, EXTENDED_BY_LAW), id="by more than the law allows"),
        pytest.param(False, (False, EXTENDED_BY_LAW), id="known not to be extended"),
        pytest.param(None, (False, EXTENDED_BY_LAW), id="an extension that is not recorded was not given"),
    ],
)
def test_an_extension_ends_when_it_says_and_at_the_latest_after_eight_weeks_more(until, expected):
    there = [a_home(approval=approval(temporary_from=FROM, extended_until=until))]
    assert (value_of(home.extended, homes=there), value_of(home.extended_last, homes=there)) == expected


def test_a_temporary_approval_that_never_began_has_no_last_day():
    papers = approval(temporary_from=False, temporary_until=False)
    assert value_of(home.temporary_last, homes=[a_home(approval=papers)]) is None
