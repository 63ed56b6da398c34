"""An interval of a weight is what the whole engine says where the policy gives that weight."""

from hypothesis import given
from hypothesis import strategies as st

from matching.data.policies import read_policy
from matching.domain.case import PolicyChoice
from matching.domain.sureness import WeightInterval
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.explaining.found import Found, find
from matching.explaining.sensitivity import weight_intervals
from matching.facts.question import ask
from matching.scoring.weighing import CRITERIA, EXAMS, WEIGHTS, Scale
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

worlds = st.builds(world, homes=st.integers(60, 150), children=st.integers(2, 3), seed=st.integers(0, 10**6))
policies = st.fixed_dictionaries(
    {"cost_counts": st.sampled_from(("ties", "weighted")), "band_width": st.sampled_from((1, 5, 10, 33))}
)
NO_POLICY = "no policy"


@given(worlds, policies, st.integers(0, len(CRITERIA) - 1))
def test_at_the_ends_of_an_interval_the_first_stays_first_and_beyond_them_it_does_not(case, overrides, any_one):
    engine = engine_of(case | {"policy": overrides})
    for referral in engine.case.referrals:
        found = found_by(engine, referral.id, engine.scale)
        intervals = weight_intervals(found)
        for interval in [i for i in intervals if i.below or i.above] + [*intervals[any_one : any_one + 1]]:
            _replayed(engine, found, interval)


def _replayed(engine: Engine, found: Found, interval: WeightInterval) -> None:
    for weight, home in _expected(found, interval).items():
        assert first_by(engine, found, interval.criterion, weight) == home, (interval, weight)


def _expected(found: Found, interval: WeightInterval) -> dict[int, str]:
    """Who is first with the weights at both ends, and with those beyond them."""
    expected = {weight: first_of(found) for weight in (interval.low, interval.high)}
    if interval.low > 0:
        expected[interval.low - 1] = interval.below or NO_POLICY
    if interval.high < 100:
        assert interval.above
        expected[interval.high + 1] = interval.above
    assert first_of(found) not in (interval.below, interval.above)
    return expected


def first_by(engine: Engine, found: Found, criterion: str, weight: int) -> str:
    """Who is first for the same referral where the policy gives one criterion this weight, where it counts for her."""
    years = EXAMS if found.scale.exam_years and criterion in found.scale.policy.weights_in_key_stage_4 else WEIGHTS
    overrides = {**engine.case.policy.overrides, years: {criterion: weight}} if engine.case.policy else {}
    try:
        scale = Scale(read_policy(PolicyChoice.model_validate(overrides)))
    except InvalidInput:
        return NO_POLICY
    return first_of(found_by(engine, found.layout.question.referral.id, scale))


def found_by(engine: Engine, referral: str, scale: Scale) -> Found:
    return find(ask(engine.case, referral, engine.figures, engine.children_hash), engine.register, scale)


def first_of(found: Found) -> str:
    return str(found.layout.register.ids[found.lawful[found.ordered.at[0]]])
