"""Why a criterion gives its points, in words: what is known, what there is nothing to ask of, what nobody recorded."""

from typing import Any

import pytest

from matching.domain.ranking import CriterionPoints
from matching.scoring.weighing import CRITERIA
from tests.builders import a_child, a_home, a_member, a_referral, ordinary
from tests.explaining.asking import option, rank
from tests.facts.laying_out import approval, brothers_and_sisters

PUPIL = {"urn": "110000", "postcode": "HP19 8FF", "year_group": 7, "registered": True}
NO_PUPIL = {"registered": False}
SHORT = approval(terms=ordinary("home")["approval"]["terms"] | {"kinds": ["short_term"]})


def of_criterion(criterion: str, child: dict[str, Any], home: dict[str, Any]) -> CriterionPoints:
    bed = a_home(id="bed", same_home_as="oak")
    found = rank(a_home(**home), bed, children=(a_child(**child),), in_full=["oak"])
    return next(c for c in option(found, "oak").criteria if c.id == criterion)


def because(criterion: str, child: dict[str, Any], home: dict[str, Any]) -> str:
    return of_criterion(criterion, child, home).because


WORDS_ALONE = "no wishes that homes can be held against: read the child's own words"

KNOWN = [
    pytest.param("needs-and-skills", {}, {}, "needs that skills meet: 2 of 2; short of 0, unknown 0", id="needs"),
    pytest.param(
        "needs-and-skills",
        {"needs": {"behaviour_regulation": 4, "physical_health": 1, "education_learning": 2}},
        {"skills": {"behaviour_regulation": 3, "education_learning": 2}},
        "needs that skills meet: 1 of 3; short of 1, unknown 1 (behaviour regulation (need 4, skill 3))",
        id="a need that skills half cover is not met",
    ),
    pytest.param(
        "siblings",
        {"siblings": brothers_and_sisters("x1", "x2")},
        {"household": [a_member()]},
        "1 of 2 brothers and sisters would be there",
        id="siblings",
    ),
    pytest.param(
        "education", {}, {}, "about 9 minutes to the present school, kept up to 45 minutes", id="a school near enough"
    ),
    pytest.param(
        "education",
        {},
        {"can_keep": ["110000"], "postcode": None},
        "the carers can keep the present school",
        id="a school that is kept, however far",
    ),
    pytest.param(
        "household",
        {},
        {"household": [a_member(), a_member(id="x2", relation="own_child")]},
        "unrelated children: 2; carers' own near in age: 1; people with risks to weigh: 0, now: 0",
        id="who lives there",
    ),
    pytest.param(
        "household",
        {"vulnerable_to": ["bullying", "theft"]},
        {
            "household": [
                a_member(risks=[{"kind": "bullying", "level": "history"}]),
                a_member(id="x2", risks=[{"kind": "theft", "level": "current"}]),
            ]
        },
        "unrelated children: 2; carers' own near in age: 0; people with risks to weigh: 2, now: 1",
        id="a past risk, and one of today",
    ),
    pytest.param("wishes", {}, {}, "wishes met: 1; not met: 0; nobody can tell: 0", id="wishes"),
    pytest.param("settled", {}, {}, "the child would move", id="a move"),
    pytest.param(
        "settled", {"current_home": "oak"}, {}, "the child has lived here for about 14 months", id="her own home"
    ),
    pytest.param(
        "settled", {"current_home": "bed"}, {}, "the child has lived here for about 14 months", id="another bed of it"
    ),
    pytest.param("family-time", {}, {}, "about 0.7 hours a month on the road to family time", id="hours"),
    pytest.param(
        "intended-length",
        {"permanence_plan": []},
        {"longest_stay_days": 28},
        "can stay 28 days",
        id="a short plan",
    ),
    pytest.param(
        "intended-length",
        {},
        {"approval": SHORT},
        "can stay as long as is needed; approved for the long term: no",
        id="a plan for the rest of childhood",
    ),
    pytest.param("carers-experience", {}, {}, "6 years of fostering", id="years"),
    pytest.param("carers-experience", {}, {"years_fostering": 1}, "1 year of fostering", id="one year"),
    pytest.param("carers-support", {}, {}, "kinds of support: 1", id="support"),
    pytest.param("near-home", {}, {}, "0.4 miles from home, about 8 minutes", id="miles"),
    pytest.param(
        "near-home",
        {"away_for_safety": True},
        {},
        "0.4 miles from home, which the plan is to be away from",
        id="miles, and the plan is to be away",
    ),
    pytest.param(
        "school-journey", {}, {}, "about 9 minutes to school without traffic, 0.5 miles", id="a journey to school"
    ),
    pytest.param(
        "family-journey", {}, {}, "about 10 minutes to family time without traffic, 1.3 miles", id="to family time"
    ),
    pytest.param("within-area", {}, {}, "within the authority's area", id="in the area"),
    pytest.param(
        "within-area",
        {},
        {"postcode": "MK9 3XL"},
        "outside the area; in an adjoining authority's: yes",
        id="next door",
    ),
    pytest.param(
        "within-area", {}, {"postcode": "RG1 1AA"}, "outside the area; in an adjoining authority's: no", id="further"
    ),
    pytest.param("full-cost", {}, {}, "£740.00 a week in full", id="pounds in full"),
    pytest.param("marginal-cost", {}, {}, "£480.00 a week added to what is spent already", id="pounds added"),
    pytest.param(
        "marginal-cost",
        {},
        {"block_contract": "lot-7"},
        "a bed of a block, paid for already: counted at its full £740.00 a week",
        id="a bed of a block",
    ),
]


@pytest.mark.parametrize(("criterion", "child", "home", "words"), KNOWN)
def test_points_are_explained_by_what_is_known(criterion, child, home, words):
    assert because(criterion, child, home) == words


NOT_RECORDED = [
    pytest.param("needs-and-skills", {"needs": None}, {}, "the child's needs", id="needs not graded"),
    pytest.param("siblings", {"siblings": None}, {}, "the number of brothers and sisters to live with", id="siblings"),
    pytest.param("education", {}, {"postcode": None}, "the home's postcode", id="no place for a journey"),
    pytest.param("wishes", {"wishes": None}, {}, "the child's wishes", id="wishes"),
    pytest.param(
        "settled",
        {"current_home": "oak", "current_since": None},
        {},
        "the day on which the child came to live where she lives now",
        id="since when",
    ),
    pytest.param(
        "family-time",
        {"family_time": [{"postcode": "HP21 8AJ"}]},
        {},
        "how often the family time is",
        id="how often",
    ),
    pytest.param(
        "family-time", {"family_time": [{"times_a_month": 2}]}, {}, "where the family time is", id="where it is"
    ),
    pytest.param(
        "intended-length",
        {"permanence_plan": []},
        {"approval": approval(terms=None)},
        "the terms of approval",
        id="terms",
    ),
    pytest.param("carers-experience", {}, {"years_fostering": None}, "the carers' years of fostering", id="years"),
    pytest.param("carers-support", {}, {"support": None}, "the support that the carers have", id="support"),
    pytest.param("near-home", {"home_postcode": None}, {}, "the child's home postcode", id="no place"),
    pytest.param(
        "near-home",
        {"home_postcode": "HP99 9ZZ"},
        {},
        "the position of the child's home postcode",
        id="a lost place",
    ),
    pytest.param("school-journey", {"school": PUPIL}, {"postcode": None}, "the home's postcode", id="no journey"),
    pytest.param("family-journey", {"family_time": None}, {}, "what family time is planned", id="no visits"),
    pytest.param("full-cost", {}, {"cost": None}, "the full weekly cost", id="the price in full"),
    pytest.param(
        "full-cost",
        {},
        {"cost": {"basis": "block", "weekly": 800, "education": 100, "health": 50, "transport": 25}},
        "the full weekly cost",
        id="what a bed of a block adds is no full price",
    ),
    pytest.param("marginal-cost", {}, {"cost": None}, "the marginal weekly cost", id="the price added"),
]


@pytest.mark.parametrize(("criterion", "child", "home", "missing"), NOT_RECORDED)
def test_points_are_explained_by_what_nobody_recorded(criterion, child, home, missing):
    assert because(criterion, child, home).startswith(f"not recorded: {missing}")


def test_what_is_partly_known_is_said_with_what_is_not_recorded():
    assert because("household", {}, {"household": [a_member(), a_member(id="x2", relation=None)]}) == (
        "unrelated children: at least 1; carers' own near in age: at least 0; "
        "people with risks to weigh: 0, now: 0; "
        "not recorded: the children there who are not the child's brothers and sisters, "
        "the carers' own children near to the child in age"
    )


NOT_ASKED = [
    pytest.param(
        "needs-and-skills", {"needs": {"behaviour_regulation": 0}}, {}, "no needs are recorded", id="no needs"
    ),
    pytest.param("siblings", {}, {}, "no brothers or sisters to live with", id="no siblings"),
    pytest.param("education", {"school": NO_PUPIL}, {}, "not a registered pupil", id="no school"),
    pytest.param("wishes", {"wishes": {"wants": [], "does_not_want": []}}, {}, WORDS_ALONE, id="no wishes"),
    pytest.param(
        "settled", {"current_home": False}, {}, "the child has no home that another would end", id="no home yet"
    ),
    pytest.param("family-time", {"family_time": []}, {}, "no family time is planned", id="no family time"),
    pytest.param("carers-experience", {}, {"kind": "childrens_home"}, "not a foster home", id="no carers"),
    pytest.param("near-home", {"home_postcode": False}, {}, "the child has no home in this country", id="no home"),
    pytest.param("school-journey", {"school": NO_PUPIL}, {}, "not a registered pupil", id="no journey to school"),
    pytest.param("family-journey", {"family_time": []}, {}, "no family time is planned", id="no journey to family"),
    pytest.param(
        "within-area", {"away_for_safety": True}, {}, "the plan is to be away from home", id="away for safety"
    ),
]


@pytest.mark.parametrize(("criterion", "child", "home", "words"), NOT_ASKED)
def test_what_is_not_asked_says_why_and_weighs_nothing(criterion, child, home, words):
    found = of_criterion(criterion, child, home)
    assert (found.because, found.weight) == (words, 0)
    assert (found.low, found.central, found.high) == (0, 0, 0)


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        pytest.param(KNOWN, {c.id for c in CRITERIA}, id="known"),
        pytest.param(NOT_ASKED, {c.id for c in CRITERIA if c.points.unasked}, id="not asked"),
        pytest.param(
            NOT_RECORDED, {c.id for c in CRITERIA} - {"household", "within-area"}, id="not recorded, or in part"
        ),
    ],
)
def test_every_criterion_is_said_above(examples, expected):
    assert {p.values[0] for p in examples} == expected


def test_without_a_school_there_is_no_journey_to_explain():
    words = because("school-journey", {"school": NO_PUPIL}, {})
    assert "not recorded" not in words
    assert "minutes" not in words


def test_siblings_who_differ_are_each_named():
    children = (a_child(), a_child(id="ben", home_postcode="MK9 3XL"))
    found = rank(children=children, referrals=(a_referral(children=["amy", "ben"]),), in_full=["oak"])
    said = {c.id: c.because for c in option(found, "oak").criteria}
    assert said["near-home"].startswith("amy: 0.4 miles from home, about 8 minutes; ben: ")
    assert said["carers-experience"] == "6 years of fostering"
