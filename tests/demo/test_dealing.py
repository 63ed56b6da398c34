"""Dealing shares out: whole, to the nearest, by the seed alone."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from matching.demo.dealing import apportioned, deal, sorted_by

counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 500), min_size=1)


@given(counts, st.integers(0, 2_000))
def test_all_are_dealt_and_every_share_is_within_one(of, total):
    dealt, whole = apportioned(of, total), sum(of.values())
    if not whole:
        assert set(dealt.values()) == {0}
        return
    assert sum(dealt.values()) == total
    assert all(abs(dealt[name] - total * of[name] / whole) < 1 for name in of)


def test_the_largest_remainder_wins_and_of_equal_ones_the_first():
    assert apportioned({"a": 1, "b": 2}, 4) == {"a": 1, "b": 3}
    assert apportioned({"a": 1, "b": 1}, 3) == {"a": 2, "b": 1}


def test_who_cannot_have_a_value_gets_it_only_when_nobody_else_is_left():
    people = list(range(10))
    rng = Random(1)  # noqa: S311 - it deals, and must deal the same way every time
    dealt = deal(rng, {"old": 3, "any": 7}, people, lambda value, n: float(value == "any" or n >= 7))
    assert {n for n, value in dealt.items() if value == "old"} == {7, 8, 9}


def test_a_greater_weight_comes_earlier_more_often():
    draws = [Random(n) for n in range(400)]  # noqa: S311 - as above
    first = [sorted_by(rng, ["light", "heavy"], lambda x: 9.0 if x == "heavy" else 1.0)[0] for rng in draws]
    assert 330 <= first.count("heavy") <= 390
