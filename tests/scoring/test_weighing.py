"""Weights: by the policy, all of them and no others; what the heads and suitability are made of."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from matching.errors import InvalidInput
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA, Range, Scale, Weighed, mean_of
from tests.builders import a_child, a_home, a_referral
from tests.facts.laying_out import laid_out
from tests.scoring.pointing import NOBODY_KNOWS, NOT_ASKED, exactly, policy

WEIGHTS = {c.id: 1 for c in CRITERIA}
SHIPPED = policy().weights
UNKNOWN_CRITERION = "a criterion that is not known"


def faults_of(**overrides: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        Scale(policy(**overrides))
    return [(fault.field, fault.found) for fault in refused.value.faults]


def test_the_shipped_policy_weighs_every_criterion():
    assert set(SHIPPED) == set(WEIGHTS)
    assert [Scale(policy()).weight(c) for c in CRITERIA] == [SHIPPED[c.id] for c in CRITERIA]


def test_every_fault_in_the_weights_is_said_at_once():
    wrong = policy().model_copy(
        update={
            "weights": {i: w for i, w in SHIPPED.items() if i != "near-home"}
            | {"nearness": 3, "full-cost": 0, "marginal-cost": 0}
        }
    )
    with pytest.raises(InvalidInput) as refused:
        Scale(wrong)
    assert [(fault.field, fault.found) for fault in refused.value.faults] == [
        ("weights.near-home", "no weight"),
        ("weights.nearness", "a criterion that is not known"),
        ("weights.cost", "all weights 0"),
    ]
    assert all(
        (f.table, f.id, f.remedy) == ("policy", wrong.name, "Mend the policy's weights.") for f in refused.value.faults
    )


@pytest.mark.parametrize("head", [pytest.param(h, id=h.value) for h in Head])
def test_a_head_whose_weights_are_all_0_is_refused(head):
    zero = {c.id: 0 for c in CRITERIA if c.head is head}
    assert faults_of(weights=zero) == [(f"weights.{head.value}", "all weights 0")]


def test_one_criterion_of_a_head_may_weigh_nothing():
    assert Scale(policy(weights={"marginal-cost": 0})).policy.weights["marginal-cost"] == 0


def weighed(by: Scale, **home: Any) -> Weighed:
    return by.weigh(laid_out(homes=[a_home(**home)]).frames[0])


def points(of: Weighed, name: str) -> int:
    return int(of.criteria[name].central[0])


ORDINARY_POINTS = {
    "needs-and-skills": 10_000,
    "siblings": NOT_ASKED,
    "education": 10_000,
    "household": 10_000,
    "wishes": 10_000,
    "settled": 0,
    "family-time": 10_000,
    "intended-length": 10_000,
    "carers-experience": 6_000,
    "carers-support": 3_333,
    "near-home": 6_405,
    "school-journey": 6_154,
    "family-journey": 7_067,
    "within-area": 5_000,
    "full-cost": 9_564,
    "marginal-cost": 10_000,
}
"""Of the ordinary child in a home in Milton Keynes."""


def by_hand(found: Weighed, names: Iterable[str], weights: Mapping[str, int]) -> tuple[int, int, int]:
    """The weighted mean of the criteria that are asked, rounded down."""
    asked = [name for name in names if found.criteria[name].is_asked(0)]
    carried = sum(weights[name] for name in asked)
    if not carried:
        return NOBODY_KNOWS
    low, central, high = (
        sum(int(found.criteria[name].levels[k][0]) * weights[name] for name in asked) // carried for k in range(3)
    )
    return (low, central, high)


def levels(of: Range) -> tuple[int, int, int]:
    low, central, high = (int(level[0]) for level in of.levels)
    return (low, central, high)


def test_the_ordinary_child_in_milton_keynes_has_these_points():
    found = weighed(Scale(policy()), postcode="MK9 3XL", years_fostering=6, can_keep=["110000"])
    asked = {name: points(found, name) if found.criteria[name].is_asked(0) else NOT_ASKED for name in WEIGHTS}
    assert asked == ORDINARY_POINTS


GAPS: dict[str, Any] = {
    "ordinary": {},
    "not a foster home": {"kind": "childrens_home"},
    "nobody knows the carers": {"years_fostering": None, "skills": None, "support": None},
    "nobody knows where": {"postcode": None},
    "nobody knows who lives there, nor the price": {"household": None, "cost": None},
}
CHILDREN: dict[str, Any] = {
    "ordinary": {},
    "no pupil, with no needs and no family time": {
        "school": {"registered": False},
        "needs": {"behaviour_regulation": 0},
        "family_time": [],
    },
    "with a brother": {"siblings": [{"child": "ben", "assessment": "together"}]},
    "away for safety, and no home that a move would end": {"away_for_safety": True, "current_home": False},
}


@pytest.mark.parametrize("home", [pytest.param(home, id=about) for about, home in GAPS.items()])
@pytest.mark.parametrize("child", [pytest.param(child, id=about) for about, child in CHILDREN.items()])
@pytest.mark.parametrize("cost_counts", ["ties", "weighted"])
def test_heads_and_suitability_are_the_means_of_what_is_asked(home, child, cost_counts):
    scale = Scale(policy(cost_counts=cost_counts))
    found = scale.weigh(laid_out([a_child(**child)], [a_home(**home)]).frames[0])
    of_heads = {head: [c.id for c in CRITERIA if c.head is head] for head in Head}
    assert {head: levels(found.heads[head]) for head in Head} == {
        head: by_hand(found, names, SHIPPED) for head, names in of_heads.items()
    }
    counted = [
        name for head, names in of_heads.items() if head is not Head.COST or cost_counts == "weighted" for name in names
    ]
    assert levels(found.suitability) == by_hand(found, counted, SHIPPED)


def test_what_is_not_asked_takes_its_weight_with_it():
    only = {c.id: 0 for c in CRITERIA} | {"needs-and-skills": 60, "carers-support": 20, "near-home": 1, "full-cost": 1}
    scale = Scale(policy(weights=only))
    child = a_child(needs={"behaviour_regulation": 0})
    found = scale.weigh(laid_out([child], [a_home(support=["therapy"])]).frames[0])
    assert levels(found.heads[Head.STABILITY]) == exactly(3_333)
    assert not found.criteria["needs-and-skills"].is_asked(0)
    assert levels(found.criteria["needs-and-skills"]) == exactly(0)


def test_where_nothing_of_a_head_is_asked_nobody_can_tell_and_the_other_head_is_suitability():
    only = {c.id: 0 for c in CRITERIA} | {"siblings": 9, "near-home": 1, "full-cost": 1}
    found = weighed(Scale(policy(weights=only)), postcode="MK9 3XL")
    assert levels(found.heads[Head.STABILITY]) == NOBODY_KNOWS
    assert levels(found.suitability) == exactly(6_405)


def test_where_nothing_at_all_is_asked_nobody_can_tell():
    only = {c.id: 0 for c in CRITERIA} | {"siblings": 9, "school-journey": 1, "full-cost": 1}
    child = a_child(school={"registered": False})
    found = Scale(policy(weights=only)).weigh(laid_out([child]).frames[0])
    assert levels(found.suitability) == NOBODY_KNOWS


@pytest.mark.parametrize(
    ("key_stages", "weight"),
    [
        pytest.param([4], 25, id="in years 10 and 11"),
        pytest.param([3], 15, id="before"),
        pytest.param([5], 15, id="after"),
        pytest.param([None], 15, id="nobody knows the year"),
        pytest.param([2, 4], 25, id="a younger brother too"),
        pytest.param([], 15, id="nobody"),
    ],
)
def test_a_child_in_key_stage_4_is_scored_by_its_weights(key_stages, weight):
    education = next(c for c in CRITERIA if c.id == "education")
    settled = next(c for c in CRITERIA if c.id == "settled")
    heeding = Scale(policy()).heeding(key_stages)
    assert (heeding.weight(education), heeding.weight(settled)) == (weight, SHIPPED["settled"])


def test_the_weights_of_key_stage_4_make_the_means_there():
    scale = Scale(policy(weights_in_key_stage_4={"education": 100, "wishes": 0}))
    frame = laid_out(homes=[a_home(postcode="RG1 1AA")]).frames[0]
    found = scale.heeding([4]).weigh(frame)
    in_exam_years = {**SHIPPED, "education": 100, "wishes": 0}
    stability = [c.id for c in CRITERIA if c.head is Head.STABILITY]
    assert levels(found.heads[Head.STABILITY]) == by_hand(found, stability, in_exam_years)
    assert levels(found.heads[Head.STABILITY]) != levels(scale.weigh(frame).heads[Head.STABILITY])


def test_a_policy_that_weighs_something_unknown_in_key_stage_4_is_refused_with_its_place_and_remedy():
    wrong = policy(weights_in_key_stage_4={"shool": 25, "edukation": 3})
    with pytest.raises(InvalidInput) as refused:
        Scale(wrong)
    assert [(f.table, f.id, f.field, f.found, f.remedy) for f in refused.value.faults] == [
        (
            "policy",
            wrong.name,
            f"weights_in_key_stage_4.{name}",
            "a criterion that is not known",
            "Mend the policy's weights.",
        )
        for name in ("edukation", "shool")
    ]
    assert all("education" in f.expected for f in refused.value.faults)


def test_suitability_is_stability_and_distance_unless_the_policy_weighs_cost_in():
    ties, weighs = Scale(policy()), Scale(policy(cost_counts="weighted"))
    cheap, dear = ({"cost": {"weekly": pounds, "full_weekly": pounds}} for pounds in (500, 6_000))
    assert ties.heads_of_suitability == (Head.STABILITY, Head.DISTANCE)
    assert weighs.heads_of_suitability == tuple(Head)
    assert int(weighed(ties, **cheap).suitability.central[0]) == int(weighed(ties, **dear).suitability.central[0])
    assert int(weighed(weighs, **cheap).suitability.central[0]) > int(weighed(weighs, **dear).suitability.central[0])


def test_a_weight_of_nothing_leaves_a_criterion_out():
    by = Scale(policy(weights={"carers-experience": 0}))
    assert int(weighed(by, years_fostering=0).suitability.central[0]) == int(
        weighed(by, years_fostering=30).suitability.central[0]
    )


def test_more_weight_brings_suitability_nearer_to_the_criterion():
    light, heavy = Scale(policy(weights={"carers-experience": 1})), Scale(policy(weights={"carers-experience": 90}))
    novice = {"years_fostering": 0}
    assert int(weighed(heavy, **novice).suitability.central[0]) < int(weighed(light, **novice).suitability.central[0])


def test_siblings_are_scored_by_the_mean_of_theirs_rounded_down():
    scale = Scale(policy())
    one, other, third = (weighed(scale, years_fostering=y) for y in (5, 6, 6))
    mean = mean_of((one, other, third), scale)
    assert points(mean, "carers-experience") == (5_000 + 6_000 + 6_000) // 3
    assert points(mean, "near-home") == points(one, "near-home")
    expected = scale.total(mean.criteria)
    assert int(mean.suitability.central[0]) == int(expected.suitability.central[0])


def test_the_mean_of_an_only_child_is_the_childs_own():
    scale = Scale(policy())
    only = weighed(scale)
    assert mean_of((only,), scale) is only


def test_the_mean_of_siblings_is_open_where_one_of_theirs_is():
    scale = Scale(policy())
    known, unknown = weighed(scale, years_fostering=10), weighed(scale, years_fostering=None)
    mean = mean_of((known, unknown), scale).criteria["carers-experience"]
    assert tuple(int(level[0]) for level in mean.levels) == (5_000, 5_000, 10_000)


def test_the_mean_of_siblings_is_over_those_of_whom_something_is_asked():
    scale = Scale(policy())
    pupil, toddler = a_child(), a_child(id="tot", born=date(2024, 5, 1), school=None)
    there = [a_home(postcode="MK9 3XL")]
    frames = (laid_out([c], there, a_referral(children=[c.id])).frames[0] for c in (pupil, toddler))
    asked, not_asked = (scale.weigh(frame) for frame in frames)
    assert not not_asked.criteria["school-journey"].is_asked(0)
    mean = mean_of((asked, not_asked), scale)
    assert levels(mean.criteria["school-journey"]) == levels(asked.criteria["school-journey"])
    assert mean.criteria["school-journey"].is_asked(0)
    distance = [c.id for c in CRITERIA if c.head is Head.DISTANCE]
    assert levels(mean.heads[Head.DISTANCE]) == by_hand(mean, distance, SHIPPED)


def test_what_is_asked_of_none_of_the_siblings_drops_out():
    scale = Scale(policy())
    each = weighed(scale)
    mean = mean_of((each, each), scale)
    assert not mean.criteria["siblings"].is_asked(0)
    assert levels(mean.suitability) == levels(each.suitability)


@pytest.mark.parametrize("head", [pytest.param(h, id=h.value) for h in Head])
def test_a_head_that_weighs_nothing_in_years_10_and_11_alone_is_refused(head):
    zero = {c.id: 0 for c in CRITERIA if c.head is head}
    with pytest.raises(InvalidInput) as refused:
        Scale(policy(weights_in_key_stage_4=zero))
    assert [(f.field, f.found) for f in refused.value.faults] == [
        (f"weights_in_key_stage_4.{head.value}", "all weights 0")
    ]
