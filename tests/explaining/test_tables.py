"""Decision tables: as columns and line by line they give the one answer that every way of filling in would give."""

from collections.abc import Sequence
from itertools import product

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.codes import Approver, Outcome
from matching.explaining.findings import answer_of
from matching.facts.catalogue import home
from matching.facts.fact import YesNo
from matching.facts.value import Condition
from matching.rules.rule import (
    Line,
    Rule,
    cannot_tell,
    met,
    needs,
    prohibited,
)
from matching.rules.rulebook import RULES, Rulebook
from tests.explaining.made_up import DAY, a_rule

FACTS: tuple[YesNo, ...] = (home.emergency_bed, home.restricted, home.takes_emergencies, home.access)
KNOWN = (True, False, None)
EVERY_ROW = list(product(KNOWN, repeat=len(FACTS)))
FRAME = pl.DataFrame(
    {fact.name: [row[k] for row in EVERY_ROW] for k, fact in enumerate(FACTS)},
    schema={fact.name: pl.Boolean for fact in FACTS},
)


def line(outcome: Outcome, when: Condition | YesNo | None) -> Line:
    if outcome is Outcome.NEEDS_APPROVAL:
        return needs(Approver.DIRECTOR, "it needs approval", when)
    say = {Outcome.PROHIBITED: prohibited, Outcome.CANNOT_TELL: cannot_tell, Outcome.MET: met}[outcome]
    return say(f"it is {outcome.word}", when)


def answers(table: Rule, of: pl.Expr) -> list[bool | None]:
    return FRAME.select(of.alias(table.id))[table.id].to_list()


def held(table: Rule) -> list[tuple[bool | None, ...]]:
    """How each condition of the table holds, for every row."""
    conditions = [answers(table, of.condition.expr) for of in table.table[:-1]]
    return [tuple(column[k] for column in conditions) for k in range(FRAME.height)]


def completions(row: Sequence[bool | None]) -> list[tuple[bool, ...]]:
    """Every way of filling in what a row leaves unknown."""
    return list(product(*((True, False) if said is None else (said,) for said in row)))


def first_that_holds(conditions: Sequence[bool]) -> int:
    return next((k for k, holds in enumerate(conditions) if holds), len(conditions))


OUTCOMES = st.sampled_from(list(Outcome))
TABLES_OF_SINGLE_FACTS = st.tuples(
    st.permutations(range(len(FACTS))), st.lists(st.tuples(OUTCOMES, st.booleans()), max_size=len(FACTS)), OUTCOMES
)


@given(TABLES_OF_SINGLE_FACTS)
@settings(deadline=None)
def test_a_table_answers_as_every_way_of_filling_in_does_or_cannot_tell(given_):
    """Each line asks another fact, so that every way of filling in the facts is one of filling in the conditions."""
    order, lines, otherwise = given_
    asked = order[: len(lines)]
    conditions = [FACTS[k] if straight else ~FACTS[k] for k, (_, straight) in zip(asked, lines, strict=True)]
    table = a_rule(*(line(o, when) for (o, _), when in zip(lines, conditions, strict=True)), line(otherwise, None))
    for row, holds in zip(EVERY_ROW, held(table), strict=True):
        ways = [
            first_that_holds([way[f] is straight for f, (_, straight) in zip(asked, lines, strict=True)])
            for way in completions(row)
        ]
        outcomes = {table.table[way].outcome for way in ways}
        assert set(table.possible(holds)) == set(ways)
        answer = answer_of(table, holds)
        assert answer.outcome is (outcomes.pop() if len(outcomes) == 1 else Outcome.CANNOT_TELL)


def conditions_on(facts: Sequence[YesNo]) -> st.SearchStrategy[Condition]:
    """Conditions that share facts with each other."""
    single = st.sampled_from(facts).map(lambda f: Condition(f.expr, f.facts))
    return st.recursive(
        single,
        lambda inner: st.one_of(
            inner.map(lambda c: ~c),
            st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
            st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
        ),
        max_leaves=3,
    )


TABLES = st.tuples(st.lists(st.tuples(OUTCOMES, conditions_on(FACTS)), max_size=4), OUTCOMES)


def known_rows(table: Rule) -> dict[tuple[bool, ...], Outcome]:
    """The outcome for every row of which all is known."""
    return {
        tuple(map(bool, row)): table.table[first_that_holds([bool(h) for h in holds])].outcome
        for row, holds in zip(EVERY_ROW, held(table), strict=True)
        if None not in row
    }


@given(TABLES)
@settings(deadline=None)
def test_whatever_a_table_answers_no_way_of_filling_in_denies(given_):
    lines, otherwise = given_
    table = a_rule(*(line(o, when) for o, when in lines), line(otherwise, None))
    truth = known_rows(table)
    for row, holds in zip(EVERY_ROW, held(table), strict=True):
        outcomes = {truth[way] for way in completions(row)}
        answer = answer_of(table, holds).outcome
        assert answer is Outcome.CANNOT_TELL or outcomes == {answer}


@given(TABLES)
@settings(deadline=None)
def test_judging_all_rows_at_once_is_answering_them_one_by_one(given_):
    lines, otherwise = given_
    table = a_rule(*(line(o, when) for o, when in lines), line(otherwise, None))
    judged = Rulebook(DAY, (table,)).judge(FRAME)
    found = [answer_of(table, holds).outcome for holds in held(table)]
    assert judged.outcomes.tolist() == [[o.value for o in found]]
    assert judged.standing.tolist() == [o.value for o in found]


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.MET])
def test_a_table_that_never_says_met_is_judged_all_the_same(outcome):
    judged = Rulebook(DAY, (a_rule(line(outcome, None)),)).judge(FRAME)
    assert set(judged.standing.tolist()) == {outcome.value}


def test_every_rule_there_is_can_say_that_it_is_met():
    assert all(Outcome.MET in each.outcomes for each in RULES)


def test_of_several_rules_each_row_stands_by_the_worst():
    rules = [
        a_rule(prohibited("shut", when=home.restricted), met("open")),
        a_rule(needs(Approver.DIRECTOR, "asked", when=home.takes_emergencies), met("not asked")),
    ]
    judged = Rulebook(DAY, tuple(rules)).judge(FRAME)
    found = [
        min(answer_of(r, h).outcome for r, h in zip(rules, hs, strict=True))
        for hs in zip(*map(held, rules), strict=True)
    ]
    assert judged.standing.tolist() == [o.value for o in found]


def test_by_no_rules_at_all_everything_is_met():
    assert set(Rulebook(DAY, ()).judge(FRAME).standing.tolist()) == {Outcome.MET.value}
