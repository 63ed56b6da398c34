"""How far all weights may change at once before another home is first: small cases that can be followed."""

from typing import Any

from matching.domain.codes import Outcome, Tier
from matching.domain.sureness import WeightsSurvived
from matching.explaining.joint_weights import weights_survived
from matching.explaining.reaching import AT_ONCE
from tests.explaining.contesting import Stand, found_of, scale_of

WISHED = Stand("oak", {"wishes": 10_000, "near-home": 0})
NEAR = Stand("elm", {"wishes": 4_000, "near-home": 10_000})
WEIGHTS = {"wishes": 50, "near-home": 20}
ALIKE = {"wishes": 5_000, "near-home": 5_000}


def survived(*stands: Stand, **weights: Any) -> WeightsSurvived:
    """What the first of these survives; weights are by criterion, and a policy's other figures by name."""
    figures = {
        name: weights.pop(name) for name in ("cost_counts", "cost_alike_within", "band_width") if name in weights
    }
    by = {name.replace("_", "-"): weight for name, weight in weights.items()}
    found = weights_survived(found_of(stands, scale_of(by or WEIGHTS, **figures)))
    assert found is not None
    return found


def weighing(found: WeightsSurvived) -> dict[str, float]:
    """The weights that are named, of what weighs anything."""
    return {i: weight for i, weight in (found.weights or {}).items() if weight}


def test_the_percent_is_the_last_with_which_no_weights_let_another_be_first():
    """With 40 for wishes and 24 for near-home, a fifth less and a fifth more, both have 62.50 and elm comes first."""
    found = survived(WISHED, NEAR)
    assert (found.percent, found.overtaken_by, found.only_one) == (19, "elm", False)
    assert weighing(found) == {"wishes": 40.0, "near-home": 24.0, "full-cost": 1.0}


def test_to_be_level_is_not_enough_where_the_first_goes_before_by_id():
    """With 39.5 and 24.2, 21 percent, elm has 62.79 to oak's 62.00."""
    found = survived(Stand("ash", WISHED.points), NEAR)
    assert (found.percent, found.overtaken_by) == (20, "elm")
    assert weighing(found) == {"wishes": 39.5, "near-home": 24.2, "full-cost": 1.0}


def test_an_exact_tie_of_points_is_decided_by_standing():
    waits = Stand("elm", NEAR.points, standing=Outcome.NEEDS_APPROVAL)
    assert survived(WISHED, waits).percent == 20


def test_a_side_that_the_first_does_not_keep_is_lost_by_it_inside_a_band():
    """With 41.5 and 21.06, 17 percent, elm has 60.19 points to oak's 66.33: one band, and elm keeps them together."""
    apart = Stand("oak", WISHED.points, together=False)
    found = survived(apart, NEAR, wishes=50, near_home=18)
    assert (found.percent, found.overtaken_by) == (16, "elm")


def test_a_rival_without_the_side_must_reach_a_higher_band():
    """With 37.5 and 25, 25 percent, oak has 60 points to 64: one band still. With a percent more it has 59.48."""
    found = survived(WISHED, Stand("elm", NEAR.points, together=False))
    assert (found.percent, found.overtaken_by) == (25, "elm")


def test_the_very_top_belongs_to_the_band_below_it():
    """With 12 and 8 elm has 90 points: level with a hundred, and elm keeps siblings together."""
    full = Stand("oak", {"wishes": 10_000, "near-home": 10_000}, together=False)
    nearly = Stand("elm", {"wishes": 9_400, "near-home": 8_400})
    found = survived(full, nearly, wishes=10, near_home=10)
    assert (found.percent, found.overtaken_by) == (19, "elm")


def test_at_a_hundred_percent_each_still_weighs_something():
    """Elm has 90 points with nothing for near-home, and less with anything; yew passes 90 with one part in 9,000."""
    full = Stand("oak", {"wishes": 10_000, "near-home": 10_000}, together=False)
    never, seldom = (Stand(i, {"wishes": points, "near-home": 0}) for i, points in (("elm", 9_000), ("yew", 9_001)))
    assert survived(full, never, wishes=50, near_home=1).percent == 100
    assert survived(full, seldom, wishes=50, near_home=1).percent == 98
    found = survived(full, seldom, wishes=40, near_home=1)
    assert (found.percent, found.overtaken_by) == (99, "yew")
    assert 0 < weighing(found)["near-home"] < 0.01


CHEAP_IN_FULL = Stand("oak", ALIKE | {"full-cost": 9_000, "marginal-cost": 5_000})
CHEAP_TO_ADD = Stand("elm", ALIKE | {"full-cost": 8_000, "marginal-cost": 10_000})
COSTS = {"wishes": 5, "near_home": 5, "full_cost": 8, "marginal_cost": 1}


def test_costs_decide_between_options_that_are_alike():
    """With 6.56 and 1.18, 18 percent, oak has 83.90 points of cost to 83.04: one step, and elm comes before oak."""
    found = survived(CHEAP_IN_FULL, CHEAP_TO_ADD, **COSTS)
    assert (found.percent, found.overtaken_by) == (17, "elm")
    assert weighing(found) == {"wishes": 5.0, "near-home": 5.0, "full-cost": 6.56, "marginal-cost": 1.18}


def test_costs_of_one_step_leave_it_to_the_points():
    found = survived(CHEAP_IN_FULL, CHEAP_TO_ADD, **COSTS, cost_alike_within=100)
    assert found.overtaken_by is None


def test_cost_that_is_weighed_in_changes_with_all_the_others():
    cheap = Stand("elm", {"wishes": 6_000, "near-home": 0, "full-cost": 10_000})
    dear = Stand("oak", {"wishes": 10_000, "near-home": 0, "full-cost": 0})
    weights = {"wishes": 50, "near_home": 1, "full_cost": 10}
    assert survived(dear, cheap, **weights).percent == 99
    found = survived(dear, cheap, **weights, cost_counts="weighted")
    assert (found.percent, found.overtaken_by) == (33, "elm")


def test_what_weighs_nothing_stays_so():
    educating = Stand("elm", WISHED.points | {"education": 10_000})
    first = Stand("ash", WISHED.points | {"education": 0})
    assert survived(first, educating, wishes=50, near_home=20, education=0).percent == 100


def test_a_home_that_has_less_in_nothing_is_overtaken_with_no_weights():
    worse = Stand("elm", {"wishes": 10_000, "near-home": 0, "education": 0})
    found = survived(WISHED, worse)
    assert (found.percent, found.overtaken_by, found.weights, found.only_one) == (100, None, None, False)


def test_an_only_home_of_its_group_survives_everything_and_it_is_said_why():
    others = [Stand("elm", NEAR.points, tier=Tier.INDEPENDENT_OR_RESIDENTIAL), Stand("ash", NEAR.points, later=True)]
    expected = WeightsSurvived(percent=100, only_one=True)
    assert survived(WISHED) == survived(WISHED, *others) == expected


def test_where_no_home_is_lawful_nothing_is_said():
    assert weights_survived(found_of([], scale_of(WEIGHTS))) is None


def test_the_home_that_is_named_is_the_one_that_would_be_first():
    """With 40 and 24 elm, today the second, has 62.75 points and passes oak; but yew has 63.12."""
    second, third = Stand("elm", {"wishes": 5_000, "near-home": 8_400}), Stand("yew", NEAR.points | {"wishes": 4_100})
    found = survived(WISHED, second, third)
    assert (found.percent, found.overtaken_by) == (19, "yew")


def test_among_more_homes_than_are_looked_at_together_the_last_may_overtake():
    """The others have more for what is wished than elm and so stand before it today, but less than oak in all."""
    others = [Stand(f"h{k}", {"wishes": 9_900, "near-home": 0}) for k in range(AT_ONCE)]
    found = survived(WISHED, *others, NEAR)
    assert (found.percent, found.overtaken_by) == (19, "elm")
