"""How a child fares where she lives, and which other homes might serve her better: never for a gap in a record."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from matching.data.policies import read_policy
from matching.domain.case import Case
from matching.domain.codes import Outcome, Tier
from matching.domain.home import Home
from matching.engine import Engine
from matching.explaining.found import Found
from matching.facts.truth import NO, UNKNOWN, YES
from matching.reviewing.here import Better, Here, Sought, better_than, enough, here_of, may_be_used, place_of
from tests.builders import a_case, a_home, ordinary
from tests.reviewing.asking import AYLESBURY, SHROPSHIRE, found_for
from tests.reviewing.worlds import placed

SOUGHT = Sought(gains=2, credit=1000, margins=(5, 0, 0, 0, 0, 0))
AGENCY = {"run_by": "agency", "approval": ordinary("home")["approval"] | {"approved_by": "agency-1"}}
CHILDRENS = {"kind": "childrens_home", "run_by": "private"}
FULL = {"vacancies": {"beds": 0}, "bedrooms_free": 0}


def the_case(*homes: Home, **child: Any) -> Case:
    """Amy, who is from Aylesbury, lives in `oak`."""
    return a_case(children=(placed("amy", "oak", "HP20 1UA", **child),), referrals=(), homes=homes)


def oak(**changes: Any) -> Home:
    """The home where Amy lives, which is full and far from hers."""
    return a_home(**({"postcode": SHROPSHIRE} | FULL | changes))


def elm(**changes: Any) -> Home:
    """A home with a bed near hers."""
    return a_home(**({"id": "elm", "postcode": AYLESBURY} | changes))


def here(case: Case) -> tuple[Here, Found]:
    """How Amy fares in the first home, and what is found of all."""
    found = found_for(case)
    (of,) = here_of([(found, 0)])
    return of, found


def better(today: Here, found: Found, sought: Sought = SOUGHT) -> bool:
    """Whether the second home is better by points and of no later tier."""
    return 1 in better_than(today, found, sought).rows


def test_where_all_is_recorded_and_near_there_is_no_doubt():
    today, _ = here(the_case(oak(postcode="HP20 1UA", can_keep=["110000"])))
    assert today.in_doubt == round(100 * today.suitability.central)


def test_what_nobody_recorded_of_todays_home_speaks_for_it():
    skills = ordinary("home")["skills"]
    silent, skilled, unskilled = (here(the_case(oak(skills=of)))[0] for of in (None, skills, dict.fromkeys(skills, 0)))
    assert silent.suitability.central < unskilled.suitability.central < skilled.suitability.central
    assert unskilled.in_doubt < silent.in_doubt == skilled.in_doubt


def test_a_home_that_is_more_suitable_only_for_a_gap_in_a_record_is_not_better():
    case = the_case(oak(postcode=AYLESBURY, skills=None), elm())
    today, found = here(case)
    there = int(found.weighed.suitability.central[1])
    assert there > round(100 * today.suitability.central) + SOUGHT.credit
    assert not better(today, found, replace(SOUGHT, credit=0))
    unskilled, beside_it = here(
        the_case(oak(postcode=AYLESBURY, skills=dict.fromkeys(ordinary("home")["skills"], 0)), elm())
    )
    assert better(unskilled, beside_it, replace(SOUGHT, credit=0))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param(1001, True, id="by more than staying is given"),
        pytest.param(1000, False, id="by exactly what staying is given"),
        pytest.param(999, False, id="by less"),
    ],
)
def test_another_home_must_be_better_by_more_than_staying_is_given(more, expected):
    today, found = here(the_case(oak(), elm()))
    there = int(found.weighed.suitability.central[1])
    assert better(replace(today, in_doubt=there - more), found) is expected


def test_the_home_where_she_lives_is_not_better_than_itself():
    today, found = here(the_case(oak()))
    assert len(better_than(today, found, replace(SOUGHT, credit=0)).rows) == 0


POLICY = read_policy(None)
NUMBERS = {tier: number for number, tier in enumerate(Tier)}


@pytest.mark.parametrize(
    ("home", "tier", "later"),
    [
        pytest.param({"kind": "parent", "run_by": "person", "connected_to": ["amy"]}, Tier.PARENTS, 1, id="a parent"),
        pytest.param(
            {"kind": "connected_foster", "run_by": "person", "connected_to": ["amy"]},
            Tier.FAMILY_AND_FRIENDS,
            0,
            id="connected carers",
        ),
        pytest.param({}, Tier.IN_HOUSE, 0, id="the council's own carers"),
        pytest.param(AGENCY, Tier.INDEPENDENT_OR_RESIDENTIAL, 0, id="an agency's carers"),
        pytest.param(CHILDRENS, Tier.INDEPENDENT_OR_RESIDENTIAL, 1, id="a children's home"),
    ],
)
def test_the_place_of_todays_home_is_that_of_its_tier_and_of_residential_care_after_fostering(home, tier, later):
    today, _ = here(the_case(oak(**home)))
    assert today.place == 2 * POLICY.tiers.index(tier) + later


def test_the_places_follow_the_policys_order_of_the_tiers():
    turned = POLICY.model_copy(update={"tiers": tuple(reversed(POLICY.tiers))})
    tiers, later = np.array([NUMBERS[t] for t in Tier]), np.zeros(len(Tier), dtype=np.int64)
    assert place_of(tiers, later, turned).tolist() == list(reversed(place_of(tiers, later, POLICY).tolist()))
    assert place_of(tiers, later + 1, POLICY).tolist() == (place_of(tiers, later, POLICY) + 1).tolist()


@pytest.mark.parametrize(
    ("today", "there", "expected"),
    [
        pytest.param({}, {}, True, id="from the council's own carers to others of its own"),
        pytest.param(AGENCY, {}, True, id="from an agency's carers to the council's own"),
        pytest.param(AGENCY, AGENCY, True, id="from an agency's carers to an agency's"),
        pytest.param({}, AGENCY, False, id="never from the council's own carers to an agency's"),
        pytest.param(CHILDRENS, AGENCY, True, id="from a children's home to a family"),
        pytest.param(CHILDRENS, CHILDRENS, True, id="from a children's home to another"),
        pytest.param(AGENCY, CHILDRENS, False, id="never from a family to a children's home"),
        pytest.param({}, CHILDRENS, False, id="nor from the council's own carers"),
    ],
)
def test_no_home_of_a_later_place_is_better(today, there, expected):
    of, found = here(the_case(oak(**today), elm(**there)))
    assert 1 in found.lawful
    assert better(replace(of, in_doubt=0), found, replace(SOUGHT, credit=0)) is expected


def test_a_home_that_a_rule_forbids_is_never_better():
    of, found = here(the_case(oak(), elm(vacancies={"beds": 0})))
    assert not better(replace(of, in_doubt=0), found, replace(SOUGHT, credit=0))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, (YES, YES, YES, YES), id="it may be used, gains enough and loses nothing"),
        pytest.param({"household": None}, (UNKNOWN, YES, YES, UNKNOWN), id="nobody can tell whether it may be used"),
        pytest.param({"postcode": "SY2 6PY"}, (YES, NO, YES, NO), id="it gains too little"),
    ],
)
def test_what_is_found_of_a_home_that_is_better_by_points(home, expected):
    of, found = here(the_case(oak(), elm(**home)))
    by: Better = better_than(replace(of, in_doubt=0), found, replace(SOUGHT, credit=0))
    at = by.rows.tolist().index(1)
    assert tuple(int(each[at]) for each in (by.standing, by.gains, by.harmless, by.all)) == expected


@pytest.mark.parametrize(
    ("surely", "perhaps", "expected"),
    [
        pytest.param(2, 2, YES, id="as many as are asked"),
        pytest.param(3, 5, YES, id="more"),
        pytest.param(1, 2, UNKNOWN, id="as many, if what is not known is so"),
        pytest.param(0, 1, NO, id="too few whatever is so"),
    ],
)
def test_whether_enough_is_gained(surely, perhaps, expected):
    assert enough((np.array([surely]), np.array([perhaps])), 2).tolist() == [expected]


@pytest.mark.parametrize(
    ("standing", "expected"),
    [(Outcome.MET, YES), (Outcome.NEEDS_APPROVAL, YES), (Outcome.CANNOT_TELL, UNKNOWN)],
)
def test_what_needs_an_approval_may_be_used_and_of_what_nobody_can_tell_nobody_can(standing, expected):
    assert may_be_used(np.array([standing])).tolist() == [expected]


def test_children_of_several_scales_are_told_in_the_order_in_which_they_were_asked():
    case = the_case(oak(), elm(), school={"urn": "1", "postcode": "HP20 1UA", "year_group": 10, "registered": True})
    exams, other = found_for(case), found_for(the_case(oak(), elm()))
    assert exams.scale is not other.scale
    each = here_of([(exams, 0), (other, 0), (exams, 1), (other, 1)])
    alone = [here_of([pair])[0] for pair in ((exams, 0), (other, 0), (exams, 1), (other, 1))]
    assert [(h.suitability, h.in_doubt, h.place) for h in each] == [(h.suitability, h.in_doubt, h.place) for h in alone]
    assert len({h.suitability.central for h in each}) == 4


def test_what_a_review_asks_is_what_the_policy_says():
    engine = Engine.of(the_case(oak()))
    assert engine.policy.review.gains_needed >= 2
    assert engine.figures["nearer_by"] == 5
