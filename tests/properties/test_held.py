"""What is kept with the register, and what is known before anybody judges, changes nothing that is found."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from matching.facts.decided import with_decided
from matching.facts.layout import Layout, lay_out
from matching.facts.question import ask
from matching.rules.judging import judge
from matching.rules.rule import Table
from matching.rules.rulebook import rulebook_on
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
def test_conditions_hold_where_their_own_columns_say_so(case):
    """Each condition is worked out whole, as it was written, question after question."""
    engine = engine_of(case)
    for referral in engine.case.referrals:
        question = ask(engine.case, referral.id, engine.figures, engine.children_hash)
        rulebook = rulebook_on(question.day)
        layout, judged, _ = judge(lay_out(question, with_decided(engine.register, question)), rulebook)
        rows = range(engine.register.size)
        for k, found in enumerate(judged):
            assert found.held_at(rows) == by_columns(layout, k, [r.table for r in rulebook.rules])


def by_columns(layout: Layout, child: int, tables: Sequence[Table]) -> list[tuple[bool | None, ...]]:
    conditions = [line.condition.expr for table in tables for line in table[:-1]]
    return layout.frames[child].select(c.alias(str(k)) for k, c in enumerate(conditions)).rows()
