"""What the engine puts into an answer without looking through it again is what the answer's nouns may hold."""

from hypothesis import given
from hypothesis import strategies as st

from matching.domain.ranking import Ranking
from matching.engine import Engine
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

worlds = st.builds(
    world,
    homes=st.integers(4, 25),
    children=st.integers(1, 4),
    seed=st.integers(0, 10**6),
    gaps=st.sampled_from((0, 0.04, 0.2)),
)


@given(worlds)
def test_a_whole_answer_is_valid_in_every_noun(case):
    engine: Engine = engine_of(case)
    for referral in engine.case.referrals:
        ranking = engine.rank(referral.id, limit=3, in_full=[home.id for home in engine.case.homes])
        read_again = Ranking.model_validate(ranking.model_dump(), strict=True)
        assert read_again == ranking
        assert read_again.model_dump_json() == ranking.model_dump_json()
