"""Which criteria of stability speak for an option and which against: bands, and never a chance."""

import re

import pytest

from matching.domain.ranking import CriterionPoints, Indicators
from matching.explaining.indicators import indicators
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.builders import a_child, a_home
from tests.explaining.asking import option, rank


def scored(low: float, high: float, **changes: object) -> CriterionPoints:
    said = {"id": "it", "head": "stability", "low": low, "central": low, "high": high, "weight": 1, "because": "so"}
    return CriterionPoints.model_validate(said | changes)


@pytest.mark.parametrize(
    ("low", "high", "speaks"),
    [
        pytest.param(100, 100, "speak_for", id="full"),
        pytest.param(60, 60, "speak_for", id="60 exactly"),
        pytest.param(60, 100, "speak_for", id="60 at least"),
        pytest.param(59.99, 100, "between", id="just under 60 at least"),
        pytest.param(50, 50, "between", id="half way"),
        pytest.param(40.01, 40.01, "between", id="just over 40"),
        pytest.param(40, 40, "speak_against", id="40 exactly"),
        pytest.param(0, 40, "speak_against", id="40 at most"),
        pytest.param(0, 0, "speak_against", id="none"),
        pytest.param(0, 40.01, "between", id="just over 40 at most"),
        pytest.param(0, 100, "unknown", id="anything"),
        pytest.param(0, 99.99, "between", id="nearly anything"),
        pytest.param(0.01, 100, "between", id="nearly nothing known"),
    ],
)
def test_a_criterion_speaks_for_from_60_at_its_low_and_against_to_40_at_its_high(low, high, speaks):
    found = indicators([scored(low, high)])
    assert {name: getattr(found, name) for name in Indicators.model_fields if getattr(found, name)} == {speaks: ("it",)}


@pytest.mark.parametrize(
    "criterion",
    [
        pytest.param(scored(100, 100, weight=0), id="not asked"),
        pytest.param(scored(100, 100, head="distance"), id="of distance"),
        pytest.param(scored(100, 100, head="cost"), id="of cost"),
    ],
)
def test_only_criteria_of_stability_that_are_asked_speak(criterion):
    assert indicators([criterion]) == Indicators(speak_for=(), speak_against=(), between=(), unknown=())


def test_each_criterion_of_stability_that_is_asked_speaks_once_in_the_order_of_the_criteria():
    found = option(rank(a_home(support=None, skills={})), "oak")
    told = {name: list(getattr(found.indicators, name)) for name in Indicators.model_fields}
    everyone = [name for names in told.values() for name in names]
    asked = [c.id for c in found.criteria if c.weight and c.head == Head.STABILITY.value]
    assert sorted(everyone) == sorted(asked)
    assert all(names == [c.id for c in CRITERIA if c.id in names] for names in told.values())
    assert told["unknown"] == ["needs-and-skills", "carers-support"]


def test_an_option_is_explained_in_bands_and_no_chance_is_given():
    found = option(rank(a_home(), children=(a_child(current_home="oak"),)), "oak")
    assert found.indicators.speak_for[:3] == ("needs-and-skills", "education", "household")
    assert found.indicators.speak_against == ("carers-support",)
    said = " ".join(c.because for c in found.criteria)
    assert not re.search(r"chance|probab|likelihood|per cent|%|\bsafe\b", said)
