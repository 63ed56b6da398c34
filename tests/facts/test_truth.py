"""Answers as whole numbers: they follow Kleene as the conditions over columns do."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.truth import NO, UNKNOWN, YES, all_of, any_of, either_record, every, negated, some, truth, truths

ANSWERS = (YES, NO, UNKNOWN)
KNOWN = {True: YES, False: NO, None: UNKNOWN}


def as_truths(*answers: int) -> np.ndarray:
    return np.array(answers, dtype=np.int8)


@pytest.mark.parametrize(("answer", "number"), KNOWN.items())
def test_an_answer_has_its_number(answer, number):
    assert truth(answer) == number


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        pytest.param(YES, YES, YES, id="both say so"),
        pytest.param(YES, NO, YES, id="one says so"),
        pytest.param(YES, UNKNOWN, YES, id="one says so, the other is silent"),
        pytest.param(NO, NO, NO, id="neither says so"),
        pytest.param(NO, UNKNOWN, NO, id="one is known and does not"),
        pytest.param(UNKNOWN, UNKNOWN, UNKNOWN, id="both are silent"),
    ],
)
def test_two_records_say_yes_if_either_does_and_no_if_either_is_known_and_neither_does(one, other, said):
    for pair in ((one, other), (other, one)):
        found = either_record(as_truths(pair[0]), as_truths(pair[1]))
        assert (found.tolist(), found.dtype) == ([said], np.dtype(np.int8))


@pytest.mark.parametrize("answers", [pytest.param(a, id="-".join(map(str, a))) for a in product(ANSWERS, repeat=3)])
def test_all_is_the_least_and_any_the_greatest(answers):
    assert all_of(answers) == (NO if NO in answers else UNKNOWN if UNKNOWN in answers else YES)
    assert any_of(answers) == (YES if YES in answers else UNKNOWN if UNKNOWN in answers else NO)
    assert negated(as_truths(*answers)).tolist() == [{YES: NO, NO: YES, UNKNOWN: UNKNOWN}[a] for a in answers]


def test_of_nothing_all_is_yes_and_any_is_no():
    assert (all_of([]), any_of([])) == (YES, NO)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ANSWERS)), max_size=20))
def test_each_thing_is_answered_by_what_is_said_of_it(said):
    of, answers = np.array([i for i, _ in said], dtype=np.int64), as_truths(*(a for _, a in said))
    about = [[a for i, a in said if i == thing] for thing in range(5)]
    assert some(answers, of, 5).tolist() == [any_of(a) for a in about]
    assert every(answers, of, 5).tolist() == [all_of(a) for a in about]


def test_answers_are_all_alike_at_first():
    assert truths(2).tolist() == [NO, NO]
    assert truths(2, UNKNOWN).tolist() == [UNKNOWN, UNKNOWN]
