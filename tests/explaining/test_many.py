"""Many questions answered at once have the answers that each has alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.made import made
from matching.domain.panel import Decided
from matching.engine import Engine
from matching.explaining import many
from matching.explaining.found import find
from matching.explaining.many import find_all
from matching.facts.question import Question, ask
from tests.explaining.same_found import assert_same
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

worlds = st.builds(
    world,
    homes=st.integers(1, 25),
    children=st.integers(1, 8),
    seed=st.integers(0, 10**6),
    gaps=st.sampled_from((0, 0.04, 0.2)),
)


def questions_of(engine: Engine) -> list[Question]:
    """About every referral, and about every part of its children with the others elsewhere."""
    whole = [ask(engine.case, r.id, engine.figures, engine.children_hash) for r in engine.case.referrals]
    return [*whole, *(part for question in whole for part in parts_of(question))]


def parts_of(question: Question) -> Iterator[Question]:
    for size in range(1, len(question.children)):
        for children in combinations(question.children, size):
            yield question.about(children, question.arriving - {child.id for child in children})


def assert_as_alone(engine: Engine, questions: list[Question]) -> None:
    together = find_all(questions, engine.register, engine.scale)
    for question, found in zip(questions, together, strict=True):
        assert_same(found, find(question, engine.register, engine.scale))


@given(worlds)
def test_many_at_once_are_found_as_each_alone(case: Mapping[str, Any]):
    engine = engine_of(case)
    assert_as_alone(engine, questions_of(engine))


@pytest.mark.parametrize("seed", range(4))
def test_many_over_a_register_of_ordinary_size_are_found_as_each_alone(seed):
    engine = engine_of(world(150, 30, seed))
    assert_as_alone(engine, questions_of(engine))


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_asked_changes_nothing(case, dice):
    engine = engine_of(case)
    questions = questions_of(engine)
    dice.shuffle(questions)
    assert_as_alone(engine, questions)


@given(worlds, st.data())
def test_homes_agreed_for_some_questions_are_theirs_alone(case, data):
    engine = engine_of(case)
    ids = [child.id for child in engine.case.children]
    agreed = st.builds(
        lambda child, home: made(Decided, child=child, home=home.id),
        st.sampled_from([*ids, "somebody"]),
        st.sampled_from(engine.case.homes),
    )
    each = [q.with_agreed(data.draw(st.lists(agreed, max_size=2))) for q in questions_of(engine)[:8]]
    assert_as_alone(engine, each)


@given(worlds, st.integers(1, 60))
def test_however_many_are_judged_at_once_they_are_found_as_each_alone(case, pairings):
    engine = engine_of(case)
    with patch.object(many, "MOST_PAIRINGS", pairings):
        assert_as_alone(engine, questions_of(engine))


def test_questions_of_another_day_authority_or_figure_are_found_as_each_alone():
    engine = engine_of(world(20, 6, seed=1))
    asked = questions_of(engine)
    nearby = engine.case.authority.model_copy(update={"adjoining": tuple(h.authority or "" for h in engine.case.homes)})
    figures = {**engine.figures, "temporary_approval_days": 1, "own_bedroom_from_age": 0}
    others = ({"day": date(2013, 1, 1)}, {"authority": nearby}, {"figures": figures})
    assert_as_alone(engine, [q for question in asked for q in (question, *(replace(question, **o) for o in others))])


def test_children_in_key_stage_4_are_weighed_by_their_own_scale_among_others():
    engine = engine_of(world(30, 40, seed=7))
    questions = questions_of(engine)
    found = find_all(questions, engine.register, engine.scale)
    assert {of.scale.exam_years for of in found} == {True, False}
    assert_as_alone(engine, questions)


def test_approvals_count_for_their_own_question_among_others():
    engines = [engine_of(world(40, 60, seed)) for seed in range(3)]
    found = [of for e in engines for of in find_all(questions_of(e), e.register, e.scale)]
    assert any(of.given for of in found)
    assert not all(of.given for of in found)


def test_one_question_is_found_as_alone_and_none_is_nothing():
    engine = engine_of(world(12, 3, seed=2))
    assert_as_alone(engine, questions_of(engine)[:1])
    assert find_all([], engine.register, engine.scale) == []
