"""The facts of a home that are read off its record."""

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
        pytest.param(home.takes_all, {"does_not_take": []}, True, id="takes every risk"),
        pytest.param(home.takes_all, {"does_not_take": ["fire_setting"]}, False, id="does not take one"),
        pytest.param(home.takes_all, {"does_not_take": None}, None, id="nobody knows what they take"),
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
