"""Why a criterion gives its points, in words: what is known, what there is nothing to ask of, what nobody recorded."""

from typing import Any

import pytest

from tests.builders import a_child, a_home
from tests.explaining.asking import option, rank

PUPIL = {"urn": "110000", "postcode": "HP19 8FF", "year_group": 7}


def because(criterion: str, child: dict[str, Any], home: dict[str, Any]) -> str:
    found = option(rank(a_home(**home), children=(a_child(**child),)), "oak")
    return next(c.because for c in found.criteria if c.id == criterion)


@pytest.mark.parametrize(
    ("criterion", "child", "home", "words"),
    [
        pytest.param("near-home", {}, {}, "0.4 miles from home", id="miles"),
        pytest.param(
            "near-home", {"home_postcode": None}, {}, "not recorded: the child's home postcode", id="no place"
        ),
        pytest.param(
            "near-home",
            {"home_postcode": "HP99 9ZZ"},
            {},
            "not recorded: the position of the child's home postcode",
            id="a lost place",
        ),
        pytest.param(
            "school-journey",
            {"school": PUPIL | {"registered": True}},
            {"postcode": None},
            "not recorded: the home's postcode",
            id="no journey",
        ),
        pytest.param("carers-experience", {}, {}, "6 years of fostering", id="years"),
        pytest.param("carers-experience", {}, {"years_fostering": 1}, "1 year of fostering", id="one year"),
        pytest.param(
            "carers-experience",
            {},
            {"years_fostering": None},
            "not recorded: the carers' years of fostering",
            id="nobody knows for how long",
        ),
        pytest.param("full-cost", {}, {}, "£740.00 a week in full", id="pounds"),
        pytest.param(
            "full-cost", {}, {"cost": None}, "not recorded: the full weekly cost", id="nobody knows the price"
        ),
        pytest.param(
            "needs-and-skills",
            {},
            {},
            "of 2 needs, a recorded skill meets 2 and falls short of 0; for 0 no skill is recorded",
            id="needs",
        ),
        pytest.param("needs-and-skills", {"needs": None}, {}, "not recorded: the child's needs", id="needs not graded"),
    ],
)
def test_points_are_explained_by_what_is_known_or_by_what_nobody_recorded(criterion, child, home, words):
    assert because(criterion, child, home) == words


def test_without_a_school_there_is_no_journey_to_explain():
    words = because("school-journey", {"school": PUPIL | {"registered": False}}, {})
    assert "not recorded" not in words
    assert "minutes" not in words
