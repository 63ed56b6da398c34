"""Questions are judged together, each once, and what does not fit into memory is judged again."""

from collections.abc import Sequence
from unittest.mock import patch

import pytest

from matching.engine import Engine
from matching.explaining.many import find_all
from matching.facts.question import Question, ask
from matching.planning import judging
from matching.planning.judging import Judging
from tests.explaining.same_found import assert_same
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world


@pytest.fixture
def engine() -> Engine:
    return engine_of(world(8, 6, seed=5))


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The referrals that were judged, as they are."""
    seen = list[str]()

    def watched(questions: Sequence[Question], *rest):
        seen.extend(question.referral.id for question in questions)
        return find_all(questions, *rest)

    monkeypatch.setattr(judging, "find_all", watched)
    return seen


def questions(engine: Engine) -> list[Question]:
    return [ask(engine.case, r.id, engine.figures, engine.children_hash) for r in engine.case.referrals]


def test_a_question_is_judged_once_however_often_it_is_asked(engine, judged):
    first, *others = questions(engine)
    by = Judging(engine.register, engine.scale)
    again = by.found_all([first, *others, first])
    assert again[0] is again[-1] is by.found(first)
    assert judged == [q.referral.id for q in (first, *others)]


def test_what_is_found_comes_in_the_order_in_which_it_was_asked(engine):
    asked = questions(engine)[::-1]
    found = Judging(engine.register, engine.scale).found_all(asked)
    assert [of.layout.question for of in found] == asked


def test_what_is_not_kept_is_judged_again_and_found_the_same(engine, judged):
    first, second, *_ = questions(engine)
    with patch.object(judging, "KEPT", engine.register.size):
        by = Judging(engine.register, engine.scale)
        found = by.found_all([first, second])
        assert by.found(first) is found[0]
        assert_same(by.found(second), found[1])
    assert judged == [first.referral.id, second.referral.id, second.referral.id]
