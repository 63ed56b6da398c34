"""What is unknown is answered: no rule says more than every value of the fact that is missing would let it say.

Each fact that rules use is taken out of ordinary and less ordinary pairings, one at a time, and then given each of some
values. Where two values lead to two answers, the answer without it is that nobody can tell.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

import numpy as np
import polars as pl
import pytest

from matching.domain.codes import Outcome
from matching.facts.fact import CATALOGUE, NEVER, Count, Fact, column_type
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.rulebook import RULES, Rulebook
from tests.builders import a_case, a_child, a_home, a_referral
from tests.rules.judging import TODAY, all_figures
from tests.rules.people import SERVICE, approval, people

START, END = date(2026, 12, 1), date(2027, 6, 1)
A_DAY = timedelta(days=1)
DAYS = [d + n * A_DAY for d in (TODAY, START, END) for n in (-1, 0, 1)] + [NEVER]
NUMBERS = [0, 1, 2, 3, 4, 5, 8, 10, 11, 12, 14, 15, 16, 17, 28, 29, 45, 46, 182, 999]
TEXTS = ["E06000060", "E06000042", "E10000025", "good", "110000"]
VALUES: Mapping[type[Any], Sequence[Any]] = {
    bool: [True, False],
    int: NUMBERS,
    float: [0.0, 3.0, 40.0],
    str: TEXTS,
    date: DAYS,
}
ANY_NUMBER = 10_000
JUDGED = [rule for rule in RULES if not rule.waiting]
BOOKS = (
    Rulebook(TODAY, tuple(rule for rule in JUDGED if rule.binds_on(TODAY))),
    Rulebook(TODAY, tuple(rule for rule in JUDGED if not rule.binds_on(TODAY))),
)
"""Two, since versions of one rule never stand in one rulebook."""

IDS = [rule.id for book in BOOKS for rule in book.rules]
CONDITIONS = {f for rule in JUDGED for line in rule.table for f in line.condition.facts}

HOMES = (
    a_home(),
    a_home(
        id="elm",
        run_by="agency",
        postcode="MK9 3XL",
        household=people(2, placed_by="E06000042"),
        approval=approval(approved_by=SERVICE, terms={"age_min": 12, "sex": "M", "max_children": 2, "kinds": []}),
        offer={"referral": "r1", "valid_until": TODAY - A_DAY},
    ),
    a_home(
        id="aunt",
        kind="connected_foster",
        connected_to=["amy"],
        postcode="RG1 1AA",
        approval=approval(approved_by=SERVICE, terms={"children": ["amy"]}),
        vacancies={"beds": 1, "from": START, "until": END},
    ),
    a_home(id="full", household=people(3)),
    a_home(id="house", kind="childrens_home", emergency_bed=True, longest_stay_days=28),
    a_home(id="flat", kind="supported_accommodation"),
    a_home(id="other", kind="other_arrangements", setting="care_home"),
    a_home(id="secure", kind="secure"),
)
AMY, CAL = a_child(), a_child(id="cal", born=date(2010, 6, 1), sex="M", access_needs=["step_free"])
EVE = a_child(
    id="eve",
    born=date(2011, 11, 1),
    school={"urn": "110000", "postcode": "MK18 1AA", "year_group": 10, "registered": True},
    keep_away_from=[{"postcode": "HP20 1UA", "miles": 5.0}],
)
QUESTIONS = (
    (AMY, a_referral()),
    (AMY, a_referral(emergency=True, kind="emergency")),
    (CAL, a_referral(children=["cal"])),
    (EVE, a_referral(children=["eve"], expected_end=None, kind="long_term")),
)


@cache
def frame() -> pl.DataFrame:
    """Every one of these children in every one of these homes."""
    register = Register.of(HOMES, directory())
    cases = [a_case(children=(child,), referrals=(referral,), homes=HOMES) for child, referral in QUESTIONS]
    return pl.concat(lay_out(ask(case, "r1", all_figures(TODAY)), register).frames[0] for case in cases)


def samples(fact: Fact[Any]) -> Sequence[Any]:
    """Some values of a fact: all of them, where there are few."""
    if issubclass(fact.of, StrEnum):
        return [member.value for member in fact.of]
    return VALUES[fact.of]


def columns(fact: Fact[Any], value: Any) -> Mapping[str, Any]:
    """What the columns of a fact hold for a value; of a count that is unknown, its widest bounds."""
    if isinstance(fact, Count):
        bounds = (value, value, value) if value is not None else (None, 0, ANY_NUMBER)
        return dict(zip(fact.columns, bounds, strict=True))
    return {fact.name: value}


def outcomes(fact: Fact[Any], value: Any) -> np.ndarray:
    """What each rule finds of each pairing where this fact has this value in all of them: a line a rule."""
    said = [pl.lit(v, dtype=column_type(fact.of)).alias(name) for name, v in columns(fact, value).items()]
    changed = frame().with_columns(said)
    return np.vstack([book.judge(changed).outcomes for book in BOOKS])


@pytest.mark.parametrize("name", sorted(CONDITIONS))
def test_an_answer_without_a_fact_is_the_answer_with_any_value_of_it(name):
    fact = CATALOGUE[name]
    without = outcomes(fact, None)
    told = without != Outcome.CANNOT_TELL
    for value in samples(fact):
        differs = told & (outcomes(fact, value) != without)
        rules = {IDS[k] for k in np.flatnonzero(differs.any(axis=1))}
        assert not rules, f"without {name} these say something, and with {value} something else: {rules}"


@pytest.mark.parametrize("name", sorted(CONDITIONS))
def test_the_pairings_of_this_sweep_turn_on_each_fact(name):
    felt = bool((outcomes(CATALOGUE[name], None) == Outcome.CANNOT_TELL).any())
    assert felt, f"leaving {name} out changes no answer here: add a home or a child of whom it decides something"
