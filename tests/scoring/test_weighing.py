"""Weights: by the policy, all of them and no others; what the heads and suitability are made of."""

from typing import Any

import pytest

from matching.errors import InvalidInput
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA, Scale, Weighed, mean_of
from tests.builders import a_home
from tests.facts.laying_out import laid_out
from tests.scoring.pointing import policy

WEIGHTS = {c.id: 1 for c in CRITERIA}
SHIPPED = policy().weights


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


def test_heads_and_suitability_are_weighted_means_rounded_down():
    found = weighed(Scale(policy()), postcode="MK9 3XL", years_fostering=6)
    assert {name: points(found, name) for name in WEIGHTS} == {
        "needs-and-skills": 10_000,
        "carers-experience": 6_000,
        "near-home": 6_405,
        "school-journey": 6_154,
        "full-cost": 9_564,
        "marginal-cost": 10_000,
    }
    assert int(found.heads[Head.STABILITY].central[0]) == (25 * 10_000 + 5 * 6_000) // 30
    assert int(found.heads[Head.DISTANCE].central[0]) == (10 * 6_405 + 15 * 6_154) // 25
    assert int(found.heads[Head.COST].central[0]) == (4 * 9_564 + 1 * 10_000) // 5
    assert int(found.suitability.central[0]) == (25 * 10_000 + 5 * 6_000 + 10 * 6_405 + 15 * 6_154) // 55


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
