"""Rules of which only the reach is built: where one binds it cannot tell, and it never says that all is well."""

from datetime import timedelta

import pytest

from matching.rules import waiting
from matching.rules.rulebook import rules_in
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, TODAY, judge
from tests.rules.people import carers, registered

EDINBURGH, CARDIFF = "EH1 1YZ", "CF10 1EP"
FIRE_SETTING = [{"kind": "fire_setting", "level": "current"}]
TOMORROW = TODAY + timedelta(days=1)
PLAINLY_NOT = {"emergency": True, "kind": "emergency"}


@pytest.mark.parametrize(
    ("rule", "child", "home", "referral"),
    [
        pytest.param(
            waiting.outside_england_and_wales, {}, a_home(postcode=EDINBURGH, country=None), {}, id="in Scotland"
        ),
        pytest.param(waiting.outside_england_and_wales, {}, a_home(postcode=None, country="France"), {}, id="abroad"),
        pytest.param(
            waiting.outside_england_and_wales,
            {},
            a_home(postcode=EDINBURGH, country="England"),
            {},
            id="said to be in England, and its postcode is in Scotland",
        ),
        pytest.param(waiting.outside_england_and_wales, {}, a_home(postcode=None, country=None), {}, id="somewhere"),
        pytest.param(waiting.review_before_a_move, {"reviewed_on": False}, a_home(), {}, id="never reviewed"),
        pytest.param(waiting.review_before_a_move, {"reviewed_on": None}, a_home(), {}, id="perhaps reviewed"),
        pytest.param(waiting.review_before_a_move, {"reviewed_on": False}, a_home(), PLAINLY_NOT, id="in an emergency"),
        pytest.param(waiting.with_a_parent, {}, a_home(kind="parent"), {}, id="with a parent"),
        pytest.param(
            waiting.connected_carers_not_yet_approved, {}, carers("connected_foster", status="none"), {}, id="an aunt"
        ),
        pytest.param(
            waiting.connected_carers_not_yet_approved,
            {},
            carers("connected_foster", status="temporary"),
            {},
            id="an aunt approved for weeks",
        ),
        pytest.param(
            waiting.connected_carers_not_yet_approved, {}, carers("connected_foster", status=None), {}, id="perhaps"
        ),
        pytest.param(
            waiting.fostering_for_adoption, {}, carers("foster_for_adoption", status="temporary"), {}, id="adopters"
        ),
        pytest.param(
            waiting.fostering_for_adoption, {}, carers("foster_for_adoption", status=None), {}, id="adopters, perhaps"
        ),
        pytest.param(
            waiting.before_other_arrangements,
            {},
            registered("supported_accommodation"),
            {},
            id="supported accommodation",
        ),
        pytest.param(waiting.before_other_arrangements, {}, registered("residential_school"), {}, id="a school"),
        pytest.param(waiting.impact_on_those_there, {}, registered(), {}, id="no assessment of impact"),
        pytest.param(
            waiting.impact_on_those_there,
            {},
            a_home(kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "reject", "on": TODAY}]),
            {},
            id="an assessment that says no",
        ),
        pytest.param(
            waiting.impact_on_those_there,
            {},
            a_home(kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "accept", "on": TOMORROW}]),
            {},
            id="an assessment dated tomorrow",
        ),
        pytest.param(
            waiting.impact_on_those_there,
            {},
            a_home(impact_assessments=[{"child": "amy", "outcome": "reject", "on": TODAY}]),
            {},
            id="a foster home's assessment that says no",
        ),
        pytest.param(
            waiting.needs_within_the_statement_of_purpose, {}, registered(), {}, id="a children's home's needs"
        ),
        pytest.param(waiting.inspection_grade, {}, registered(judgement="inadequate"), {}, id="judged inadequate"),
        pytest.param(waiting.inspection_grade, {}, registered(judgement=None), {}, id="not judged yet"),
        pytest.param(waiting.residential_only_where_needed, {}, registered(), {}, id="no need recorded"),
        pytest.param(
            waiting.residential_only_where_needed, {}, registered(), {"required": None}, id="perhaps a need recorded"
        ),
        pytest.param(
            waiting.what_the_carers_do_not_take,
            {"risks": FIRE_SETTING},
            a_home(does_not_take=["fire_setting"]),
            {},
            id="a risk they do not take",
        ),
        pytest.param(
            waiting.what_the_carers_do_not_take,
            {"risks": FIRE_SETTING},
            a_home(does_not_take=None),
            {},
            id="perhaps one",
        ),
        pytest.param(
            waiting.what_the_carers_do_not_take,
            {"risks": None},
            a_home(does_not_take=["fire_setting"]),
            {},
            id="risks?",
        ),
        pytest.param(
            waiting.what_the_referral_requires, {}, a_home(), {"required": ["two_carers"]}, id="two carers asked for"
        ),
        pytest.param(waiting.what_the_referral_requires, {}, a_home(), {"required": None}, id="perhaps more asked for"),
        pytest.param(waiting.bedrooms, {}, a_home(bedrooms_free=0), {}, id="no bedroom free"),
        pytest.param(waiting.bedrooms, {}, a_home(bedrooms_free=None), {}, id="bedrooms not recorded"),
        pytest.param(waiting.agreement_under_section_20, {"legal_status": "V2"}, a_home(), {}, id="section 20"),
        pytest.param(waiting.agreement_under_section_20, {"legal_status": None}, a_home(), {}, id="perhaps section 20"),
    ],
)
def test_where_it_binds_it_cannot_tell(rule, child, home, referral):
    assert judge(rule, a_child(**child), home, a_referral(**referral)).outcome == CANNOT_TELL


@pytest.mark.parametrize(
    ("rule", "child", "home", "referral"),
    [
        pytest.param(waiting.outside_england_and_wales, {}, a_home(postcode=CARDIFF, country=None), {}, id="in Wales"),
        pytest.param(waiting.review_before_a_move, {"reviewed_on": TODAY}, a_home(), {}, id="reviewed today"),
        pytest.param(waiting.review_before_a_move, {"current_home": False}, a_home(), {}, id="a first placement"),
        pytest.param(waiting.review_before_a_move, {"current_home": "oak"}, a_home(), {}, id="she stays"),
        pytest.param(waiting.with_a_parent, {}, a_home(), {}, id="not with a parent"),
        pytest.param(waiting.connected_carers_not_yet_approved, {}, carers("connected_foster"), {}, id="approved"),
        pytest.param(waiting.connected_carers_not_yet_approved, {}, carers(status="none"), {}, id="not connected"),
        pytest.param(waiting.fostering_for_adoption, {}, carers("foster_for_adoption"), {}, id="approved as carers"),
        pytest.param(waiting.fostering_for_adoption, {}, a_home(), {}, id="no adopters"),
        pytest.param(waiting.before_other_arrangements, {}, registered(), {}, id="a children's home is none"),
        pytest.param(
            waiting.impact_on_those_there,
            {},
            a_home(kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "accept", "on": TODAY}]),
            {},
            id="an assessment that says yes",
        ),
        pytest.param(waiting.needs_within_the_statement_of_purpose, {}, a_home(), {}, id="no children's home"),
        pytest.param(waiting.inspection_grade, {}, registered(judgement="good"), {}, id="judged good"),
        pytest.param(waiting.inspection_grade, {}, registered(judgement="outstanding"), {}, id="judged outstanding"),
        pytest.param(
            waiting.residential_only_where_needed, {}, registered(), {"required": ["residential_care"]}, id="the need"
        ),
        pytest.param(waiting.what_the_carers_do_not_take, {"risks": FIRE_SETTING}, a_home(), {}, id="they take all"),
        pytest.param(
            waiting.what_the_carers_do_not_take, {"risks": []}, a_home(does_not_take=["fire_setting"]), {}, id="no risk"
        ),
        pytest.param(waiting.what_the_referral_requires, {}, a_home(), {"required": []}, id="nothing more asked for"),
        pytest.param(waiting.bedrooms, {}, a_home(bedrooms_free=1), {}, id="a bedroom for her"),
        pytest.param(
            waiting.bedrooms, {}, a_home(bedrooms_free=0, household=[a_member(id="amy")]), {}, id="she sleeps there"
        ),
        pytest.param(
            waiting.bedrooms,
            {},
            a_home(kind="childrens_home", bedrooms_free=None),
            {},
            id="a children's home has places, not bedrooms",
        ),
        pytest.param(waiting.agreement_under_section_20, {"legal_status": "C2"}, a_home(), {}, id="a care order"),
    ],
)
def test_where_it_does_not_bind_it_is_met(rule, child, home, referral):
    assert judge(rule, a_child(**child), home, a_referral(**referral)).outcome == MET


def test_every_rule_that_waits_says_so():
    assert all(rule.waiting for rule in rules_in(waiting))
