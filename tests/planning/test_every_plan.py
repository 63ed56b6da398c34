"""The plan is the best of all that there are, and those after it come in exact order: everything is tried."""

from hypothesis import given
from hypothesis import strategies as st

from matching.domain.codes import AimId
from matching.domain.plan import Plan
from matching.plan import Asked
from matching.solving.aims import AIMS
from tests.peer.engine_says import engine_of
from tests.planning.every import EveryPlan, Worth
from tests.planning.panels import panel

NEXT = 4


def worth(plan: Plan) -> Worth:
    """What a plan says that it reaches, in whole numbers, the more the better."""
    each = ((AIMS[AimId(aim.aim)], aim.reached) for aim in plan.aims)
    return tuple(round(reached * aim.divided_by) * (-1 if aim.fewest else 1) for aim, reached in each)


@given(st.integers(0, 10**6), st.integers(1, 5), st.integers(1, 4))
def test_no_plan_is_better_and_none_between_the_next_ones_is_left_out(seed, children, homes):
    engine = engine_of(panel(seed, children, homes))
    values = EveryPlan(engine.case, engine.policy).values()
    best = sorted(values.values(), reverse=True)
    plan = engine.plan(asked=Asked(next_best=NEXT))
    assert plan.proven
    assert [worth(plan), *map(worth, plan.next_best)] == best[: 1 + NEXT]
