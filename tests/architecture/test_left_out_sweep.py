"""What is left out of a record is answered: no rule says more than every value of what is missing would let it say.

The same as the sweep over facts, but from the records themselves: each field of a child, a referral or a home is left
out, and then given each of some values, by the real layout and in both passes, beside a children's home. Every field of
the records is tried so, or stands in `records.py` with what leaving it out means, or among those that no rule asks.
"""

import copy
from functools import cache
from typing import Any

import numpy as np
import pytest

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.judging import judge
from matching.rules.rulebook import rulebook_on
from tests.architecture.records import (
    ALWAYS_THERE,
    MEANS,
    PAIRINGS,
    SAMPLES,
    UNASKED,
    Records,
    Tables,
    every_field_of_the_records,
    home,
)
from tests.builders import ordinary
from tests.rules.judging import TODAY, all_figures

BOOK = rulebook_on(TODAY)
HOUSE = Home.model_validate(home("childrens_home", id="house"))


def _tables(records: Records) -> Tables:
    child, referral, at = copy.deepcopy(records)
    return {"child": child, "referral": referral, "home": at, "authority": ordinary("authority")}


def _has(record: Any, field: str) -> bool:
    """Whether the records hold the field."""
    for step in field.split("."):
        known = int(step) < len(record) if isinstance(record, list) else step in (record or {})
        if not known:
            return False
        record = record[int(step) if isinstance(record, list) else step]
    return True


def holding(field: str) -> list[str]:
    """The pairings whose records have the field."""
    return [name for name, records in PAIRINGS.items() if _has(_tables(records), field)]


def contradicts(pairing: str, field: str, value: Any) -> bool:
    """Whether the child's record would say that she lives in a home whose own record lists everybody but her."""
    there = {member.get("id") for member in PAIRINGS[pairing][2].get("household", ())}
    return field == "child.current_home" and value == "oak" and "amy" not in there


@pytest.mark.parametrize("field", SAMPLES)
def test_an_answer_without_a_field_is_the_answer_with_any_value_of_it(field):
    felt = False
    for pairing in holding(field):
        without = outcomes(pairing, field, None)
        told = without != Outcome.CANNOT_TELL
        for value in SAMPLES[field]:
            differs = told & (outcomes(pairing, field, value) != without)
            rules = {BOOK.rules[k].id for k in np.flatnonzero(differs.any(axis=1))}
            assert not rules or contradicts(pairing, field, value), (
                f"{pairing}: without {field} these say something, and with {value} something else: {rules}"
            )
        felt |= bool((~told & (as_it_is(pairing) != Outcome.CANNOT_TELL)).any())
    assert felt, f"leaving {field} out changes no answer here: add a pairing of which it does"


@pytest.mark.parametrize("pairing", PAIRINGS)
def test_what_no_rule_asks_may_be_left_out(pairing):
    tables = _tables(PAIRINGS[pairing])
    for field in sorted(UNASKED):
        if _has(tables, field):
            _set(tables, field, None)
    assert (judged(tables) == as_it_is(pairing)).all()


def test_every_field_of_the_records_is_tried_or_said_what_leaving_it_out_means():
    known = {*SAMPLES, *MEANS, *ALWAYS_THERE, *UNASKED}
    below = tuple(f"{field}." for field in UNASKED)
    fields = every_field_of_the_records()
    assert [f for f in fields if f not in known and not f.startswith(below)] == []
    assert known - set(fields) == {"authority.adjoining"}


def test_no_field_is_said_to_mean_something_and_tried_as_unknown_too():
    tables = (set(SAMPLES), set(MEANS), set(ALWAYS_THERE), set(UNASKED))
    assert sum(map(len, tables)) == len(set().union(*tables))


def outcomes(pairing: str, field: str, value: Any) -> np.ndarray:
    """What each rule finds where a field of the records has this value, or none."""
    tables = _tables(PAIRINGS[pairing])
    _set(tables, field, value)
    return judged(tables, None if field.startswith("home.") else register(pairing))


@cache
def as_it_is(pairing: str) -> np.ndarray:
    """What each rule finds where nothing is left out."""
    return judged(_tables(PAIRINGS[pairing]), register(pairing))


@cache
def register(pairing: str) -> Register:
    """The home of a pairing with the children's home beside it."""
    return beside_the_house(PAIRINGS[pairing][2])


def beside_the_house(record: Tables) -> Register:
    """A home with the children's home beside it."""
    return Register.of((Home.model_validate(record), HOUSE), directory())


def judged(tables: Tables, homes: Register | None = None) -> np.ndarray:
    """What each rule finds, in both passes, of both homes: a line a rule."""
    case = Case(
        as_of=TODAY,
        authority=tables["authority"],
        children=(Child.model_validate(tables["child"]),),
        referrals=(Referral.model_validate(tables["referral"]),),
    )
    layout = lay_out(ask(case, "r1", all_figures(TODAY)), homes or beside_the_house(tables["home"]))
    return judge(layout, BOOK)[1][0].outcomes


def _set(tables: Tables, field: str, value: Any) -> None:
    *path, last = field.split(".")
    table: Any = tables
    for step in path:
        table = table[int(step) if step.isdigit() else step]
    table[last] = copy.deepcopy(value)
