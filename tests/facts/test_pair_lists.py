"""What a home lists for a child: its school, its offers, consents, access, kinds of stay, names, skills, needs."""

from datetime import date
from typing import Any

import pytest

from matching.facts.catalogue import pair
from tests.builders import a_child, a_home, a_referral
from tests.facts.laying_out import MILTON_KEYNES, OURS, approval, laid_out, value_of

ON = date(2026, 11, 1)
NEAR, FAR = "HP20 2NF", "RG1 1AA"
AT_SCHOOL = {"urn": "110000", "postcode": "HP19 8FF", "year_group": 7, "registered": True}


def pupil(**changes: Any) -> list[Any]:
    return [a_child(school=AT_SCHOOL | changes)]


@pytest.mark.parametrize(
    ("can_keep", "urn", "expected"),
    [
        pytest.param(["110000", "110001"], "110000", True, id="listed"),
        pytest.param(["110001"], "110000", False, id="others are listed"),
        pytest.param([], "110000", False, id="none is listed"),
        pytest.param(None, "110000", None, id="nobody knows which it can keep"),
        pytest.param(["110000"], None, None, id="nobody knows which school"),
        pytest.param([], None, False, id="none is listed, and nobody knows which school"),
    ],
)
def test_a_home_keeps_the_school_that_it_lists(can_keep, urn, expected):
    assert value_of(pair.keeps_school, pupil(urn=urn), [a_home(can_keep=can_keep)]) is expected


@pytest.mark.parametrize(
    ("can_keep", "postcode", "year", "expected"),
    [
        pytest.param([], NEAR, 7, True, id="near enough"),
        pytest.param([], FAR, 7, False, id="too far"),
        pytest.param(["110000"], FAR, 7, True, id="too far, and listed"),
        pytest.param(["110000"], None, 7, True, id="nobody knows where, and listed"),
        pytest.param([], None, 7, None, id="nobody knows where, and not listed"),
        pytest.param(None, NEAR, 7, True, id="near enough, and nobody knows what it lists"),
        pytest.param(None, FAR, 7, None, id="too far, and nobody knows what it lists"),
        pytest.param([], "MK9 3XL", 7, True, id="35 minutes in a secondary year"),
        pytest.param([], "MK9 3XL", 6, False, id="35 minutes in a primary year"),
        pytest.param([], NEAR, None, None, id="nobody knows which year"),
    ],
)
def test_the_school_is_kept_where_the_home_lists_it_or_the_journey_is_short_enough(can_keep, postcode, year, expected):
    there = [a_home(can_keep=can_keep, postcode=postcode)]
    assert value_of(pair.school_kept, pupil(year_group=year), there) is expected


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        pytest.param({"referral": "r1"}, True, id="for this referral"),
        pytest.param({"referral": "r2"}, False, id="for another"),
        pytest.param(None, False, id="none is recorded"),
    ],
)
def test_an_offer_is_for_one_referral(offer, expected):
    assert value_of(pair.offered, homes=[a_home(offer=offer)]) is expected


@pytest.mark.parametrize(
    ("by", "child", "on", "expected"),
    [
        pytest.param("acorn", "amy", ON, True, id="by the carers' own service"),
        pytest.param(MILTON_KEYNES, "amy", ON, False, id="by somebody else"),
        pytest.param("acorn", "ben", ON, False, id="to another child"),
        pytest.param("acorn", "amy", None, None, id="without its day"),
        pytest.param("acorn", "amy", False, False, id="known not to have been given"),
    ],
)
def test_the_carers_own_service_consents(by, child, on, expected):
    theirs = a_home(approval=approval(approved_by="acorn"), consents=[{"by": by, "child": child, "on": on}])
    assert value_of(pair.service_consents, homes=[theirs]) is expected


def test_one_homes_consent_is_not_anothers():
    consents = [{"by": "acorn", "child": "amy", "on": ON}]
    homes = [
        a_home(approval=approval(approved_by="acorn")),
        a_home(id="elm", approval=approval(approved_by="acorn"), consents=consents),
        a_home(id="ash", approval=approval(approved_by="beech"), consents=consents),
        a_home(id="yew", approval=None, consents=consents),
    ]
    found = laid_out(homes=homes).frames[0].get_column(pair.service_consents.name)
    assert found.to_list() == [False, True, False, None]


@pytest.mark.parametrize(
    ("approved_by", "expected"),
    [
        pytest.param(OURS, True, id="the child's authority"),
        pytest.param("acorn", False, id="an agency"),
        pytest.param(None, None, id="nobody knows who"),
    ],
)
def test_carers_are_our_own_where_the_childs_authority_approved_them(approved_by, expected):
    assert value_of(pair.own_approved, homes=[a_home(approval=approval(approved_by=approved_by))]) is expected


@pytest.mark.parametrize(
    ("needs", "access", "expected"),
    [
        pytest.param([], [], True, id="none needed, none there"),
        pytest.param([], None, True, id="none needed, nobody knows what is there"),
        pytest.param(["step_free"], ["step_free", "wet_room"], True, id="what is needed and more"),
        pytest.param(["step_free", "wet_room"], ["step_free"], False, id="one of two"),
        pytest.param(["step_free"], [], False, id="needed and not there"),
        pytest.param(["step_free"], None, None, id="needed, and nobody knows what is there"),
        pytest.param(None, ["step_free"], None, id="nobody knows what is needed"),
        pytest.param(None, None, None, id="nobody knows either"),
    ],
)
def test_access_is_met_where_all_that_is_needed_is_there(needs, access, expected):
    assert value_of(pair.access_met, [a_child(access_needs=needs)], [a_home(access=access)]) is expected


@pytest.mark.parametrize(
    ("terms", "kind", "expected"),
    [
        pytest.param({"kinds": ["short_term", "bridging"]}, "short_term", True, id="listed"),
        pytest.param({"kinds": ["bridging"]}, "short_term", False, id="not listed"),
        pytest.param({"kinds": []}, "short_term", False, id="none is listed"),
        pytest.param({}, "short_term", True, id="no limit"),
        pytest.param({}, None, True, id="no limit, whatever is asked for"),
        pytest.param({"kinds": ["bridging"]}, None, None, id="nobody knows what is asked for"),
        pytest.param(None, "short_term", None, id="the terms are not recorded"),
    ],
)
def test_a_kind_of_stay_is_within_terms_that_list_it_or_list_none(terms, kind, expected):
    there = [a_home(approval=approval(terms=terms))]
    assert value_of(pair.kind_within_terms, homes=there, referral=a_referral(kind=kind)) is expected


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param({"children": ["ben", "amy"]}, True, id="named"),
        pytest.param({"children": ["ben"]}, False, id="another is named"),
        pytest.param({}, False, id="nobody is named"),
        pytest.param(None, None, id="the terms are not recorded"),
    ],
)
def test_terms_name_the_child(terms, expected):
    assert value_of(pair.named_in_terms, homes=[a_home(approval=approval(terms=terms))]) is expected


HEALTH, LEARNING, SAFETY = "physical_health", "education_learning", "safety_exploitation"


@pytest.mark.parametrize(
    ("needs", "skills", "met", "unmet"),
    [
        pytest.param({HEALTH: 2}, {HEALTH: 2}, 1, 0, id="the same level"),
        pytest.param({HEALTH: 2}, {HEALTH: 3}, 1, 0, id="a higher one"),
        pytest.param({HEALTH: 2}, {HEALTH: 1}, 0, 1, id="a lower one"),
        pytest.param({HEALTH: 2}, {}, 0, 0, id="a skill that nobody graded"),
        pytest.param({HEALTH: 2}, None, 0, 0, id="skills not recorded"),
        pytest.param({HEALTH: 0}, {HEALTH: 0}, 0, 0, id="no need"),
        pytest.param({HEALTH: 2, LEARNING: 1, SAFETY: 4}, {HEALTH: 2, SAFETY: 3}, 1, 1, id="one of each"),
        pytest.param({}, {HEALTH: 2}, 0, 0, id="no needs"),
        pytest.param(None, {HEALTH: 2}, None, None, id="needs not recorded"),
    ],
)
def test_a_skill_of_at_least_the_same_level_meets_a_need(needs, skills, met, unmet):
    given = ([a_child(needs=needs)], [a_home(skills=skills)])
    assert value_of(pair.needs_met, *given) == met
    assert value_of(pair.needs_unmet, *given) == unmet


@pytest.mark.parametrize(
    ("needs", "skills", "covered", "left"),
    [
        pytest.param({HEALTH: 1}, {HEALTH: 1}, 2, 0, id="level 1, met"),
        pytest.param({HEALTH: 4}, {HEALTH: 4}, 8, 0, id="level 4, met"),
        pytest.param({HEALTH: 1}, {HEALTH: 4}, 2, 0, id="a higher skill covers no more than the need"),
        pytest.param({HEALTH: 1}, {HEALTH: 0}, 1, 1, id="level 1, a level short"),
        pytest.param({HEALTH: 2}, {HEALTH: 1}, 2, 2, id="level 2, a level short"),
        pytest.param({HEALTH: 4}, {HEALTH: 3}, 4, 4, id="level 4, a level short"),
        pytest.param({HEALTH: 2}, {HEALTH: 0}, 0, 4, id="level 2, two levels short"),
        pytest.param({HEALTH: 4}, {HEALTH: 2}, 0, 8, id="level 4, two levels short"),
        pytest.param({HEALTH: 4}, {HEALTH: 0}, 0, 8, id="level 4, four levels short"),
        pytest.param({HEALTH: 2}, {}, 0, 0, id="a skill that nobody graded"),
        pytest.param({HEALTH: 2}, None, 0, 0, id="skills not recorded"),
        pytest.param({HEALTH: 0}, {HEALTH: 0}, 0, 0, id="no need"),
        pytest.param({HEALTH: 0}, {HEALTH: 3}, 0, 0, id="no need, and a skill"),
        pytest.param({HEALTH: 2, LEARNING: 1, SAFETY: 4}, {HEALTH: 2, SAFETY: 3}, 8, 4, id="one of each"),
        pytest.param({}, {HEALTH: 2}, 0, 0, id="no needs"),
        pytest.param(None, {HEALTH: 2}, None, None, id="needs not recorded"),
    ],
)
def test_a_need_is_as_heavy_as_its_level_and_a_skill_a_level_short_covers_half_of_it(needs, skills, covered, left):
    given = ([a_child(needs=needs)], [a_home(skills=skills)])
    assert value_of(pair.need_covered, *given) == covered
    assert value_of(pair.need_not_covered, *given) == left


@pytest.mark.parametrize(
    ("needs", "purpose", "expected"),
    [
        pytest.param({HEALTH: 2}, [HEALTH], True, id="listed"),
        pytest.param({HEALTH: 2}, [LEARNING], False, id="not listed"),
        pytest.param({HEALTH: 1}, [LEARNING], True, id="too low to be a need"),
        pytest.param({HEALTH: 2, LEARNING: 4}, [LEARNING], False, id="one of two"),
        pytest.param({}, [], True, id="none, for none"),
        pytest.param({HEALTH: 4}, None, True, id="a home that lists none is for all"),
        pytest.param(None, [HEALTH], None, id="her needs are not recorded"),
    ],
)
def test_a_statement_of_purpose_is_for_the_needs_that_it_lists(needs, purpose, expected):
    there = [a_home(kind="childrens_home", registration={"status": "registered", "needs": purpose})]
    assert value_of(pair.needs_in_purpose, [a_child(needs=needs)], there) is expected


@pytest.mark.parametrize(
    ("needs", "registration", "expected"),
    [
        pytest.param({HEALTH: 2}, None, None, id="a need, and no registration is recorded"),
        pytest.param({HEALTH: 1}, None, True, id="no need, whatever the home is for"),
        pytest.param(None, None, None, id="nothing is recorded"),
        pytest.param(None, {"status": "registered"}, True, id="whatever she needs, the home is for all"),
    ],
)
def test_what_is_not_recorded_matters_only_where_it_could(needs, registration, expected):
    there = [a_home(kind="childrens_home", registration=registration)]
    assert value_of(pair.needs_in_purpose, [a_child(needs=needs)], there) is expected
