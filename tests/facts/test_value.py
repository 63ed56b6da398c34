"""Values over columns: whatever is done with them, what nobody knows stays unknown."""

import operator
from datetime import date
from itertools import product
from typing import Any

import polars as pl
import pytest

from matching.domain.codes import HomeKind
from matching.facts.catalogue import home, referral
from matching.facts.value import Condition, Value

KLEENE = (True, False, None)
PAIRS = tuple(product(KLEENE, KLEENE))
ONE, OTHER = home.emergency_bed, home.household
TWO_FACTS = pl.DataFrame(
    {ONE.name: [one for one, _ in PAIRS], OTHER.name: [other for _, other in PAIRS]},
    schema={ONE.name: pl.Boolean, OTHER.name: pl.Boolean},
)
FIRST = Condition(ONE.expr, ONE.facts)
SECOND = Condition(OTHER.expr, OTHER.facts)
OPERANDS = [
    pytest.param(ONE, OTHER, id="two facts"),
    pytest.param(ONE, SECOND, id="a fact and a condition"),
    pytest.param(FIRST, OTHER, id="a condition and a fact"),
    pytest.param(FIRST, SECOND, id="two conditions"),
]
COMPARISONS = [
    pytest.param(operator.eq, id="equal"),
    pytest.param(operator.ne, id="not equal"),
    pytest.param(operator.lt, id="less"),
    pytest.param(operator.le, id="at most"),
    pytest.param(operator.gt, id="more"),
    pytest.param(operator.ge, id="at least"),
]


def answers(condition: Condition, frame: pl.DataFrame) -> list[bool | None]:
    """What a condition says of each row."""
    return frame.select(condition.expr.alias("said"))["said"].to_list()


def both(one: bool | None, other: bool | None) -> bool | None:
    if False in (one, other):
        return False
    return None if None in (one, other) else True


def either(one: bool | None, other: bool | None) -> bool | None:
    if True in (one, other):
        return True
    return None if None in (one, other) else False


@pytest.mark.parametrize(("one", "other"), OPERANDS)
def test_and_is_kleenes(one, other):
    assert answers(one & other, TWO_FACTS) == [both(*pair) for pair in PAIRS]


@pytest.mark.parametrize(("one", "other"), OPERANDS)
def test_or_is_kleenes(one, other):
    assert answers(one | other, TWO_FACTS) == [either(*pair) for pair in PAIRS]


@pytest.mark.parametrize("of", [pytest.param(ONE, id="a fact"), pytest.param(FIRST, id="a condition")])
def test_not_is_kleenes(of):
    assert answers(~of, TWO_FACTS) == [None if one is None else not one for one, _ in PAIRS]


def test_what_is_joined_names_the_facts_of_both():
    assert (ONE & ~OTHER | FIRST).facts == {ONE.name, OTHER.name}


@pytest.mark.parametrize("compare", COMPARISONS)
@pytest.mark.parametrize(
    ("fact", "values"),
    [
        pytest.param(home.vacant_beds, (0, 1, 2), id="whole numbers"),
        pytest.param(home.weekly_cost, (0.0, 479.99, 480.0), id="decimals"),
        pytest.param(home.vacant_from, (date(2026, 11, 30), date(2026, 12, 1)), id="days"),
    ],
)
def test_a_comparison_is_unknown_only_where_a_side_is(compare, fact, values):
    other: Value[Any] = Value(pl.col("other"), frozenset(["other"]))
    pairs = list(product((*values, None), repeat=2))
    frame = pl.DataFrame({fact.name: [a for a, _ in pairs], "other": [b for _, b in pairs]})
    expected = [None if None in (a, b) else compare(a, b) for a, b in pairs]
    assert answers(compare(fact, other), frame) == expected
    assert compare(fact, other).facts == {fact.name, "other"}


@pytest.mark.parametrize("compare", COMPARISONS)
def test_a_fact_is_compared_with_a_plain_value(compare):
    frame = pl.DataFrame({home.vacant_beds.name: [0, 1, 2, None]})
    said = compare(home.vacant_beds, 1)
    assert answers(said, frame) == [compare(0, 1), compare(1, 1), compare(2, 1), None]
    assert said.facts == {home.vacant_beds.name}


KINDS = pl.DataFrame(
    {home.kind.name: ["foster", "parent", None]}, schema={home.kind.name: pl.Enum([k.value for k in HomeKind])}
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(home.kind == HomeKind.FOSTER, [True, False, None], id="is a code"),
        pytest.param(home.kind != HomeKind.FOSTER, [False, True, None], id="is not a code"),
        pytest.param(home.kind.one_of(HomeKind.FOSTER, HomeKind.SECURE), [True, False, None], id="one of two"),
        pytest.param(home.kind.one_of(*HomeKind), [True, True, None], id="one of all: an unknown kind stays unknown"),
        pytest.param(~home.kind.one_of(HomeKind.FOSTER), [False, True, None], id="not one of them"),
    ],
)
def test_codes_are_compared_as_codes(condition, expected):
    assert answers(condition, KINDS) == expected


def test_one_of_takes_plain_words_too():
    frame = pl.DataFrame({home.judgement.name: ["good", "inadequate", None]})
    assert answers(home.judgement.one_of("good", "outstanding"), frame) == [True, False, None]


A_CONDITION: Any = FIRST
A_FACT: Any = ONE
A_DAY: Any = referral.start


@pytest.mark.parametrize(
    "misuse",
    [
        pytest.param(lambda: A_CONDITION and SECOND, id="a condition and another"),
        pytest.param(lambda: A_CONDITION or SECOND, id="a condition or another"),
        pytest.param(lambda: not A_CONDITION, id="not a condition"),
        pytest.param(lambda: 1 if A_CONDITION else 0, id="if a condition"),
        pytest.param(lambda: A_FACT and OTHER, id="a fact and another"),
        pytest.param(lambda: A_FACT or OTHER, id="a fact or another"),
        pytest.param(lambda: not A_FACT, id="not a fact"),
        pytest.param(lambda: 1 if A_FACT else 0, id="if a fact"),
        pytest.param(lambda: 1 if A_DAY else 0, id="if a day"),
        pytest.param(lambda: 1 <= home.vacant_beds <= 2, id="a chained comparison"),
        pytest.param(lambda: home.kind in ("foster", "parent"), id="a fact in a list"),
        pytest.param(lambda: any([FIRST, SECOND]), id="any of several"),
    ],
)
def test_what_python_would_decide_at_import_is_refused(misuse):
    with pytest.raises(TypeError, match="join conditions with"):
        misuse()


def test_a_fact_is_no_key():
    with pytest.raises(TypeError, match="unhashable"):
        hash(home.kind)
