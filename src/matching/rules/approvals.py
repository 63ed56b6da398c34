"""Approvals already given, or refused, laid over what the rules found: only where an approval is what is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from matching.domain.codes import Approver, Outcome
from matching.domain.panel import GivenApproval
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.rule import HOUSEHOLD, OPTIONS, Rule
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
    question: Question,
    register: Register,
    rulebook: Rulebook,
    judged: Sequence[Judged],
    frames: Sequence[pl.DataFrame],
    *,
    again: bool = False,
) -> tuple[tuple[Judged, ...], Given]:
    """What one pass found, with every approval that counts; and where each of them counted.

    One counts only where an approval is needed, and `by` is whom the rule asks. It never lifts a prohibition, nor what
    nobody can tell; a refusal prohibits.
    """
    counted: dict[Place, GivenApproval] = {}
    for about in _asked_about(question, register, rulebook, again=again):
        first = about.children[0]
        needed = judged[first].outcomes[about.line, about.row] == Outcome.NEEDS_APPROVAL
        said = _settling(about, question, frames[first]) if needed else {}
        for k, given in said.items():
            judged[k].outcomes[about.line, about.row] = _outcome(said)
            counted[about.line, about.row, k] = given
    return (tuple(Judged.of(j.outcomes, j.held) for j in judged) if counted else tuple(judged)), counted


def _asked_about(question: Question, register: Register, rulebook: Rulebook, *, again: bool) -> Iterator[AskedAbout]:
    """The findings of a pass that some approval is about, each once."""
    everybody = tuple(range(len(question.children)))
    for rule_id, home in sorted({(a.rule or "", a.home or "") for a in question.approvals}):
        line, row = rulebook.line_of.get(rule_id), register.row_of.get(home)
        if line is not None and row is not None and (rulebook.rules[line].about is OPTIONS) is again:
            rule = rulebook.rules[line]
            for children in [everybody] if rule.about is HOUSEHOLD else [(k,) for k in everybody]:
                yield AskedAbout(rule, line, home, row, children)


def _outcome(said: Mapping[int, GivenApproval]) -> Outcome:
    return Outcome.PROHIBITED if any(given.refused for given in said.values()) else Outcome.MET


def _settling(about: AskedAbout, question: Question, frame: pl.DataFrame) -> Mapping[int, GivenApproval]:
    """What was said last for each child concerned, where that settles the finding: a refusal, or leave for all."""
    approver = approver_of(about.rule, frame[about.row])
    each = {k: _last_said(about, question, k, approver) for k in about.children} if approver else {}
    said = {k: given for k, given in each.items() if given is not None}
    refusals = [given for given in said.values() if given.refused]
    if refusals:
        return {k: said.get(k, refusals[0]) for k in about.children}
    return said if len(said) == len(about.children) else {}


def _last_said(about: AskedAbout, question: Question, k: int, by: Approver) -> GivenApproval | None:
    """What was said last by the day of one child's finding; nothing, where it has ended before the start."""
    given = (a for a in question.approvals if a.rule == about.rule.id and a.home == about.home and a.by is by)
    said = [a for a in given if _is_about(a, question, k) and a.on is not None and a.on <= question.day]
    last = max(said, key=_by_content, default=None)
    return last if last is not None and counts_on(last, question) else None


def _is_about(given: GivenApproval, question: Question, k: int) -> bool:
    """Whether it is about one of the arriving children; a refusal of the whole referral is about each."""
    if given.child is None:
        return len(question.children) == 1 or (bool(given.refused) and given.referral == question.referral.id)
    return given.child == question.children[k].id


def _by_content(given: GivenApproval) -> tuple[str, ...]:
    """The later said the later; of one day a refusal last, so that no order of rows decides."""
    return (str(given.on), str(bool(given.refused)), str(given.until), str(given.conditions))


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
