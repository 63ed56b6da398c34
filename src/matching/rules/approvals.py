"""Approvals already given, or refused, laid over what the rules found: only where an approval is what is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from matching.domain.codes import Approver, Outcome
from matching.domain.panel import GivenApproval
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.rule import HOUSEHOLD, Rule
from matching.rules.rulebook import Judged, Rulebook

Place = tuple[int, int, int]
"""A rule's line, a home's row, and which of the arriving children (the first, for a rule about the household)."""

Given = Mapping[Place, GivenApproval]


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A finding that some approval is about: the rule and its line, the home and its row, which arriving children."""

    rule: Rule
    line: int
    home: str
    row: int
    children: tuple[int, ...]


def lay_over(
    question: Question, register: Register, rulebook: Rulebook, judged: Sequence[Judged], frames: Sequence[pl.DataFrame]
) -> tuple[tuple[Judged, ...], Given]:
    """What was found, with every approval that counts; and where each of them counted.

    One counts only where an approval is needed, and `by` is whom the rule asks. It never lifts a prohibition, nor what
    nobody can tell; a refusal prohibits.
    """
    counted: dict[Place, GivenApproval] = {}
    for about in _asked_about(question, register, rulebook):
        first = about.children[0]
        needed = judged[first].outcomes[about.line, about.row] == Outcome.NEEDS_APPROVAL
        if needed and (given := _settling(about, question, frames[first])):
            for k in about.children:
                judged[k].outcomes[about.line, about.row] = Outcome.PROHIBITED if given.refused else Outcome.MET
                counted[about.line, about.row, k] = given
    return (tuple(Judged.of(j.outcomes) for j in judged) if counted else tuple(judged)), counted


def _asked_about(question: Question, register: Register, rulebook: Rulebook) -> Iterator[AskedAbout]:
    """The findings that some approval is about, each once."""
    everybody = tuple(range(len(question.children)))
    for rule_id, home in sorted({(a.rule or "", a.home or "") for a in question.approvals}):
        line, row = rulebook.line_of.get(rule_id), register.row_of.get(home)
        if line is not None and row is not None:
            rule = rulebook.rules[line]
            for children in [everybody] if rule.about is HOUSEHOLD else [(k,) for k in everybody]:
                yield AskedAbout(rule, line, home, row, children)


def _settling(about: AskedAbout, question: Question, frame: pl.DataFrame) -> GivenApproval | None:
    """The refusal, or else the approval for every child concerned, that settles a finding: for each the latest said."""
    approver = approver_of(about.rule, frame[about.row])
    each = [_counting(about, question, k, approver) for k in about.children] if approver else [[]]
    refused = [of_child[0] for of_child in each if of_child and of_child[0].refused]
    if refused:
        return refused[0]
    return each[0][0] if all(each) else None


def _counting(about: AskedAbout, question: Question, k: int, by: Approver) -> list[GivenApproval]:
    """The approvals that count for one child's finding, the latest first, and of one day a refusal first."""
    alone = len(question.children) == 1
    children = {question.children[k].id, None} if alone else {question.children[k].id}
    given = (a for a in question.approvals if a.rule == about.rule.id and a.home == about.home and a.by is by)
    counting = [a for a in given if a.child in children and counts_on(a, question)]
    return sorted(counting, key=lambda a: (str(a.on), bool(a.refused)), reverse=True)


def counts_on(given: GivenApproval, question: Question) -> bool:
    """Whether an approval was given by the day, and still holds when the stay starts."""
    if given.on is None or given.on > question.day:
        return False
    return given.until is None or given.until >= question.referral.start


def approver_of(rule: Rule, row: pl.DataFrame) -> Approver | None:
    """Whose approval a rule asks for in one row; None where the lines that may answer ask different people."""
    held = row.select([line.condition.expr.alias(str(k)) for k, line in enumerate(rule.table[:-1])]).row(0)
    asked = {rule.table[k].approver for k in rule.possible(held)}
    return asked.pop() if len(asked) == 1 else None
