"""Values over columns: whatever is done with them, what nobody knows stays unknown."""

import operator
from datetime import date
from itertools import product
from typing import Any

import polars as pl
import pytest

from matching.domain.codes import HomeKind, SexTaken
from matching.facts.catalogue import child, home, household, pair, referral
from matching.facts.value import Condition, Phrase, Value

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


AGE, LOWEST, HIGHEST = child.age_at_start, home.terms_age_min, home.terms_age_max
EMERGENCY, HERS = referral.emergency, pair.lives_there


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        pytest.param(
            AGE >= LOWEST,
            "the child's age at the start of the stay is at least the lowest age within the terms of approval",
            id="at least another fact",
        ),
        pytest.param(AGE <= 12, "the child's age at the start of the stay is at most 12", id="at most a number"),
        pytest.param(AGE > 12, "the child's age at the start of the stay is more than 12", id="more"),
        pytest.param(AGE < 12, "the child's age at the start of the stay is less than 12", id="less"),
        pytest.param(AGE == 12, "the child's age at the start of the stay is 12", id="equal"),
        pytest.param(AGE != 12, "the child's age at the start of the stay is not 12", id="not equal"),
        pytest.param(~(AGE >= 12), "the child's age at the start of the stay is less than 12", id="not at least"),
        pytest.param(~(AGE == 12), "the child's age at the start of the stay is not 12", id="not equal, turned round"),
        pytest.param(~~(AGE > 12), "the child's age at the start of the stay is more than 12", id="turned round twice"),
        pytest.param(
            child.age_at_end > 12, "the child's age at the end of the stay is more than 12", id="a count within bounds"
        ),
        pytest.param(
            household.beds_needed > home.vacant_beds,
            "the number of beds that the arriving children need is more than the number of vacant beds",
            id="several things are",
        ),
        pytest.param(home.vacant_beds <= 1, "the number of vacant beds is at most 1 bed", id="a number with its unit"),
        pytest.param(home.terms_sex == SexTaken.M, "the sex within the terms of approval is boys", id="a code's words"),
        pytest.param(home.kind == HomeKind.CHILDRENS_HOME, "the kind of home is children's home", id="a plain code"),
        pytest.param(
            home.kind.one_of(HomeKind.FOSTER, HomeKind.SECURE),
            "the kind of home is one of: foster carers, secure",
            id="one of",
        ),
        pytest.param(
            ~home.kind.one_of(HomeKind.FOSTER, HomeKind.SECURE),
            "the kind of home is none of: foster carers, secure",
            id="none of",
        ),
        pytest.param(home.kind.one_of(HomeKind.FOSTER), "the kind of home is foster carers", id="one of one"),
        pytest.param(
            home.vacant_from <= referral.start,
            "the day from which the bed is free is on or before the day on which the placement starts",
            id="on or before",
        ),
        pytest.param(
            home.vacant_from > date(2026, 12, 1),
            "the day from which the bed is free is after 1 December 2026",
            id="after",
        ),
        pytest.param(EMERGENCY & HERS, "it is an emergency and the child already lives there", id="and"),
        pytest.param(EMERGENCY | HERS, "it is an emergency or the child already lives there", id="or"),
        pytest.param(~EMERGENCY, "not: it is an emergency", id="not"),
        pytest.param(
            EMERGENCY & ~HERS, "it is an emergency and (not: the child already lives there)", id="not, as a part"
        ),
        pytest.param(~(EMERGENCY & HERS), "not: (it is an emergency and the child already lives there)", id="not both"),
        pytest.param(
            EMERGENCY & HERS & (AGE == 12),
            "it is an emergency and the child already lives there and the child's age at the start of the stay is 12",
            id="three in a row need no brackets",
        ),
        pytest.param(
            (EMERGENCY | HERS) & (AGE == 12),
            "(it is an emergency or the child already lives there) and the child's age at the start of the stay is 12",
            id="or within and",
        ),
        pytest.param(
            EMERGENCY | HERS & (AGE == 12),
            "it is an emergency or (the child already lives there and the child's age at the start of the stay is 12)",
            id="and within or",
        ),
        pytest.param(
            EMERGENCY & home.kind.one_of(HomeKind.FOSTER, HomeKind.SECURE),
            "it is an emergency and (the kind of home is one of: foster carers, secure)",
            id="a list as a part",
        ),
        pytest.param(
            EMERGENCY & child.deprivation_of_liberty,
            "it is an emergency and (the child is, or is to be, deprived of liberty)",
            id="words with an or of their own",
        ),
        pytest.param(home.terms & EMERGENCY, "(the terms of approval: yes) and it is an emergency", id="not a whether"),
        pytest.param(FIRST, "what follows from home.emergency_bed", id="made without words"),
    ],
)
def test_a_condition_says_itself(condition, words):
    assert condition.phrase.text == words


def test_a_value_without_words_is_said_by_its_facts():
    of_two: Value[int] = Value(pl.col("a"), frozenset(["pair.a", "home.b"]))
    assert (of_two > 2).phrase.text == "what follows from home.b, pair.a is more than 2"
    assert (AGE >= of_two).phrase.text.endswith("is at least what follows from home.b, pair.a")  # noqa: SIM300


def test_words_are_worked_out_only_when_they_are_asked_for():
    asked: list[str] = []

    def saying():
        asked.append("now")
        return Phrase("it is")

    silent = Condition(ONE.expr, ONE.facts, saying)
    joined = ~(silent & OTHER) | silent
    assert not asked
    assert joined.phrase.text == "(not: (it is and (who lives in the home: yes))) or it is"
    assert asked == ["now", "now"]
