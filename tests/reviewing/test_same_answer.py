"""The same question has the same answer, whatever of it was kept before, and a review may be kept as JSON."""

import pytest

from matching.domain.review import Review
from matching.engine import Engine
from matching.review import AskedReview, review
from tests.reviewing.worlds import a_large_world, a_random_world


@pytest.mark.parametrize("seed", [2, 7])
def test_twice_on_the_same_day_it_is_the_same_to_the_byte(seed):
    case = a_random_world(seed)
    first, second = (review(Engine.of(case)).model_dump_json() for _ in range(2))
    assert first == second


def test_a_review_is_what_its_json_says():
    answer = review(Engine.of(a_random_world(2)))
    assert Review.model_validate_json(answer.model_dump_json()) == answer


def test_what_was_kept_is_not_looked_at_again():
    case, kept, made = a_large_world(60, 100, seed=3), {}, []

    def keep(name, work):
        if name not in kept:
            made.append(name)
            kept[name] = work()
        return kept[name]

    first = review(Engine.of(case), keep=keep)
    assert made == ["children-00000", "children-00001"]
    del kept["children-00001"]
    again = review(Engine.of(case), keep=keep)
    assert made == ["children-00000", "children-00001", "children-00001"]
    assert first.model_dump_json() == again.model_dump_json()


def test_a_run_may_be_ended_between_its_parts():
    class Stop(Exception):
        pass

    def done(stage, so_many, of_all):
        if so_many >= 50:
            raise Stop

    with pytest.raises(Stop):
        review(Engine.of(a_large_world(60, 100, seed=3)), done=done)


def test_since_the_last_review_it_is_said_what_is_different():
    case = a_random_world(2)
    last = review(Engine.of(case))
    again = review(Engine.of(case), AskedReview(last=last))
    assert again.since_last is not None
    assert again.facts_hash != last.facts_hash
    said = {of.child: of.words for of in again.since_last.changed}
    suggested = {row.child for row in (*last.unlawful_now, *last.explore) if row.suggested}
    assert set(said) == suggested
    assert all("was not taken up" in words for words in said.values())
