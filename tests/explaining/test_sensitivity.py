"""How far the weight of each criterion may change before another home is first: small cases that can be followed."""

from collections.abc import Sequence
from typing import Any

import pytest

from matching.domain.case import Case
from matching.domain.codes import Tier
from matching.domain.sureness import WeightInterval
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.explaining.found import Found, find
from matching.explaining.sensitivity import weight_intervals
from matching.facts.question import ask
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.builders import a_case, a_child, a_home, ordinary
from tests.explaining.asking import options
from tests.explaining.contesting import Stand, found_of, scale_of

WISHED = Stand("oak", {"wishes": 10_000, "near-home": 0})
NEAR = Stand("elm", {"wishes": 4_000, "near-home": 10_000})


def intervals_of(found: Found) -> dict[str, WeightInterval]:
    return {interval.criterion: interval for interval in weight_intervals(found)}


def ends(stands: Sequence[Stand], weights: dict[str, int], **overrides: Any) -> dict[str, tuple[Any, ...]]:
    """Of each criterion that weighs something, who would be first below, the interval, and who would be first above."""
    intervals = intervals_of(found_of(stands, scale_of(weights, **overrides)))
    return {i: (o.below, o.low, o.high, o.above) for i, o in intervals.items() if i in weights}


def test_one_more_lets_another_home_be_first():
    """With 29 for near-home the wished for home has 63.29 to 62.02; with 30 both have 62.50, and elm comes before oak.

    Each head must weigh something: with 0 for near-home there is no policy.
    """
    assert ends([WISHED, NEAR], {"wishes": 50, "near-home": 20}) == {
        "wishes": ("elm", 34, 100, None),
        "near-home": (None, 1, 29, "elm"),
    }


def test_an_interval_says_its_criterion_head_and_weight():
    found = intervals_of(found_of([WISHED, NEAR], scale_of({"wishes": 50, "near-home": 20})))
    assert [*found] == [c.id for c in CRITERIA]
    assert found["near-home"] == WeightInterval(
        criterion="near-home", head="distance", weight=20, low=1, high=29, below=None, above="elm"
    )


def test_a_criterion_that_weighs_nothing_yet_may_weigh_so_much():
    keeps = Stand("elm", NEAR.points | {"education": 10_000})
    loses = Stand("oak", WISHED.points | {"education": 0})
    found = ends([loses, keeps], {"wishes": 50, "near-home": 10, "education": 0})
    assert found["education"] == (None, 0, 19, "elm")


def test_what_is_asked_of_none_of_them_may_weigh_anything():
    found = intervals_of(found_of([WISHED, NEAR], scale_of({"wishes": 50, "near-home": 20})))
    unasked = found["siblings"]
    assert (unasked.low, unasked.high, unasked.below, unasked.above) == (0, 100, None, None)


def test_a_side_decides_inside_a_band_whatever_the_exact_points():
    """With 18 for near-home elm has 55.88 points, one band below oak's 73.52; with 25 both are in the seventh band."""
    elm, oak = Stand("elm", NEAR.points), Stand("oak", WISHED.points, together=False)
    assert ends([oak, elm], {"wishes": 50, "near-home": 18})["near-home"] == (None, 1, 24, "elm")


COSTLY = {"full-cost": 4, "marginal-cost": 1}
CHEAP_IN_FULL = Stand("oak", {"wishes": 5_000, "near-home": 5_000, "full-cost": 9_000, "marginal-cost": 5_000})
CHEAP_TO_ADD = Stand("elm", {"wishes": 5_000, "near-home": 5_000, "full-cost": 8_000, "marginal-cost": 10_000})


def test_the_weights_of_cost_decide_between_options_that_are_alike():
    """With 8 and 1 oak has 85.55 points of cost to 82.22; with 8 and 2 elm has 84.00 to 82.00, the cheaper by a step.

    With 5 and 1 both have 83.33: alike in all, and elm comes before oak.
    """
    found = ends([CHEAP_IN_FULL, CHEAP_TO_ADD], {"wishes": 5, "near-home": 5} | {"full-cost": 8, "marginal-cost": 1})
    assert found["marginal-cost"] == (None, 0, 1, "elm")
    assert found["full-cost"] == ("elm", 6, 100, None)
    assert found["wishes"] == (None, 1, 100, None)


def test_the_weights_of_cost_decide_nothing_between_options_of_two_bands():
    better = Stand("oak", CHEAP_IN_FULL.points | {"wishes": 10_000})
    found = ends([better, CHEAP_TO_ADD], {"wishes": 5, "near-home": 5} | COSTLY)
    assert (found["marginal-cost"], found["full-cost"]) == ((None, 0, 100, None), (None, 0, 100, None))


def test_cost_that_is_weighed_in_moves_suitability():
    cheap, dear = {"full-cost": 10_000}, {"full-cost": 0}
    stands = [Stand("oak", WISHED.points | dear), Stand("elm", WISHED.points | {"wishes": 6_000} | cheap)]
    weights = {"wishes": 50, "near-home": 1, "full-cost": 10}
    assert ends(stands, weights)["full-cost"] == (None, 1, 100, None)
    assert ends(stands, weights, cost_counts="weighted")["full-cost"] == (None, 1, 19, "elm")


def test_costs_of_one_step_are_alike_whatever_weighs_more():
    found = ends([CHEAP_IN_FULL, CHEAP_TO_ADD], {"wishes": 5, "near-home": 5} | COSTLY, cost_alike_within=100)
    assert (found["marginal-cost"], found["full-cost"]) == ((None, 0, 100, None), (None, 0, 100, None))


def test_a_home_of_another_tier_or_kind_overtakes_with_no_weight():
    others = [Stand("elm", NEAR.points, tier=Tier.INDEPENDENT_OR_RESIDENTIAL), Stand("ash", NEAR.points, later=True)]
    found = ends([WISHED, *others], {"wishes": 50, "near-home": 20})
    assert found == {"wishes": (None, 1, 100, None), "near-home": (None, 1, 100, None)}


def test_the_only_lawful_home_is_first_with_any_weight():
    assert ends([WISHED], {"wishes": 50, "near-home": 20})["wishes"] == (None, 1, 100, None)


def test_where_no_home_is_lawful_there_is_no_interval():
    assert weight_intervals(found_of([], scale_of({"wishes": 50, "near-home": 20}))) == ()


EXPERIENCED = (a_home(id="skilled", postcode="MK9 3XL", years_fostering=10), a_home(id="near", years_fostering=0))
"""Carers of ten years far away, and new ones near by: alike but for experience and distance."""


def in_year(year: int, **overrides: Any) -> Case:
    school = ordinary("child")["school"] | {"year_group": year}
    return a_case(homes=EXPERIENCED, children=(a_child(school=school),), policy=overrides)


def intervals_in(case: Case) -> dict[str, WeightInterval]:
    engine = Engine.of(case)
    return intervals_of(find(ask(case, "r1", engine.figures), engine.register, engine.scale))


def first_in(case: Case) -> str:
    return options(Engine.of(case).rank("r1"))[0].home


def test_the_whole_engine_says_the_same_with_the_weights_at_the_end_and_beyond():
    experience = intervals_in(in_year(7))["carers-experience"]
    assert (experience.low, experience.weight, experience.high, experience.above) == (0, 3, 7, "skilled")
    for weight, home in ((0, "near"), (7, "near"), (8, "skilled")):
        assert first_in(in_year(7, weights={"carers-experience": weight})) == home


def test_in_key_stage_4_the_weights_are_those_that_count_there():
    nearer = {"near-home": 30, "carers-experience": 4}
    older, younger = (intervals_in(in_year(year, weights_in_key_stage_4=nearer)) for year in (10, 7))
    assert [(i["near-home"].weight, i["carers-experience"].weight) for i in (younger, older)] == [(10, 3), (30, 4)]
    assert [i["carers-experience"].high for i in (younger, older)] == [7, 14]
    for weight, home in ((14, "near"), (15, "skilled")):
        assert first_in(in_year(10, weights_in_key_stage_4=nearer | {"carers-experience": weight})) == home


def test_a_head_must_keep_some_weight_in_the_years_that_count_and_in_all_others():
    nothing = {c.id: 0 for c in CRITERIA if c.head is Head.DISTANCE}
    policy = {"weights": nothing | {"near-home": 5}, "weights_in_key_stage_4": {"near-home": 0, "family-journey": 5}}
    younger, older = (intervals_in(in_year(year, **policy)) for year in (7, 10))
    assert (younger["near-home"].low, older["near-home"].low, older["family-journey"].low) == (1, 0, 1)
    for year, nothing_for in ((7, "near-home"), (10, "family-journey")):
        table = "weights" if year == 7 else "weights_in_key_stage_4"
        with pytest.raises(InvalidInput):
            Engine.of(in_year(year, **policy | {table: policy[table] | {nothing_for: 0}}))
