"""Every line of every rule's table can be reached: some pairing is answered by it, and by no other."""

import pytest

from matching.rules.rule import Rule
from matching.rules.rulebook import RULES
from tests.architecture.pairings import frame


def reached(rule: Rule) -> set[int]:
    """The lines of a table that surely answer for some pairing."""
    conditions = [line.condition.expr.alias(str(k)) for k, line in enumerate(rule.table[:-1])]
    possible = {rule.possible(held) for held in frame().select(conditions).unique().rows()}
    return {lines[0] for lines in possible if len(lines) == 1}


@pytest.mark.parametrize("rule", RULES, ids=[f"{r.id} from {r.from_day}" for r in RULES])
def test_every_line_answers_for_some_pairing(rule):
    never = [rule.table[k].because for k in set(range(len(rule.table))) - reached(rule)]
    assert not never, f"no pairing of this sweep reaches these lines; they may never answer: {never}"
