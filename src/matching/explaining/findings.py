"""What every rule found for the rows to be shown: which line answered, in words, with what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from matching.domain.codes import Outcome
from matching.domain.finding import Finding, MissingFact
from matching.domain.made import changed, made
from matching.explaining.sentences import Say, Words, sentence
from matching.facts.catalogue import referral
from matching.facts.fact import columns_behind, root_causes
from matching.rules.rule import HOUSEHOLD, SLOT, Line, Rule
from matching.rules.rulebook import Rulebook

ASKED_ON = referral.asked_on.name
Held = tuple[bool | None, ...]
Row = Mapping[str, Any]
Said = dict[tuple[Any, ...], Finding]


@dataclass(frozen=True, slots=True)
class ShownPairing:
    """One arriving child in one home: every fact, how each condition held, and the words for both."""

    child: str
    row: Row
    held: Held
    words: Words


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says for one pattern of its conditions; `ready` where no fact of the row is needed to say it.

    `turns_on` are the columns on which the words turn: rows alike in them are told the same.
    """

    line: Line | None
    outcome: Outcome
    facts: tuple[str, ...]
    say: Say | None
    ready: Finding | None
    turns_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Findings:
    """A rulebook ready to explain: its answers worked out once for each pattern of its conditions."""

    rulebook: Rulebook

    @cached_property
    def _spans(self) -> tuple[tuple[Rule, slice], ...]:
        spans, start = [], 0
        for rule in self.rulebook.rules:
            end = start + len(rule.table) - 1
            spans.append((rule, slice(start, end)))
            start = end
        return tuple(spans)

    def of(self, pairings: Sequence[ShownPairing], said: Said) -> list[Finding]:
        """What every rule found: of the household once, of each arriving child; in the rulebook's order.

        `said` keeps what was said before in the same answer: much of it is the same for many homes.
        """
        if len(pairings) == 1:
            return [_finding_of(rule, span, pairings[0], said) for rule, span in self._spans]
        return [finding for rule, span in self._spans for finding in _of_several(rule, span, pairings, said)]


def _of_several(rule: Rule, span: slice, pairings: Sequence[ShownPairing], said: Said) -> list[Finding]:
    if rule.about is HOUSEHOLD:
        return [_finding_of(rule, span, pairings[0], said)]
    return [changed(_finding_of(rule, span, p, said), child=p.child) for p in pairings]


def _finding_of(rule: Rule, span: slice, pairing: ShownPairing, said: Said) -> Finding:
    answer = answer_of(rule, pairing.held[span])
    if answer.ready is not None:
        return answer.ready
    key = (id(answer), *map(pairing.row.__getitem__, answer.turns_on))
    found = said.get(key)
    if found is None:
        found = said[key] = _fill(rule, answer, pairing.row, pairing.words)
    return found


@cache
def answer_of(rule: Rule, held: Held) -> Answer:
    """Which line answers where the conditions hold so, or that nobody can tell."""
    possible = rule.possible(held)
    lines = [rule.table[i] for i in possible]
    if len({line.outcome for line in lines}) > 1:
        return _undecided(rule, possible)
    return _decided(rule, possible[-1], lines)


def _undecided(rule: Rule, possible: tuple[int, ...]) -> Answer:
    """Lines that disagree are possible: what is missing is sought in their conditions."""
    asked = frozenset[str]().union(*(rule.table[i].condition.facts for i in possible[:-1]))
    return Answer(None, Outcome.CANNOT_TELL, tuple(sorted(asked)), None, None, columns_behind(asked))


def _decided(rule: Rule, at: int, possible: list[Line]) -> Answer:
    """The line that answers; it rests on every condition down to its own."""
    line, because = possible[-1], _because(possible)
    rests_on = frozenset[str]().union(*(before.condition.facts for before in rule.table[: at + 1]), line.said)
    facts = tuple(sorted(rests_on))
    if SLOT.search(because) or line.by is not None or line.asks:
        named = frozenset(SLOT.findall(because)) | line.said
        return Answer(line, line.outcome, facts, sentence(because), None, columns_behind(named))
    return Answer(line, line.outcome, facts, None, _finding(rule, line, facts, because))


def _because(possible: list[Line]) -> str:
    """What the surely true line says; where none is surely true, what each that may be says."""
    if possible[-1].when is not None:
        return possible[-1].because
    return ", or ".join(dict.fromkeys(line.because for line in possible))


def _fill(rule: Rule, answer: Answer, row: Row, words: Words) -> Finding:
    if answer.line is None or answer.say is None:
        return _cannot_tell(rule, answer, row)
    line = answer.line
    by = next(iter(line.by.facts)) if line.by is not None else None
    open_still = tuple(made(MissingFact, fact=f.name, words=f.words) for f in line.asks if not _done(row[f.name], row))
    return _finding(rule, line, answer.facts, answer.say(words), by=row[by] if by else None, missing=open_still)


def _done(value: Any, row: Row) -> bool:
    """Whether a step is done: a yes, or a day up to the one on which everything is judged."""
    return value <= row[ASKED_ON] if isinstance(value, date) else value is not None and value is not False


def _cannot_tell(rule: Rule, answer: Answer, row: Row) -> Finding:
    causes = {m.fact: m for name in answer.facts for m in root_causes(name, row)}
    missing = tuple(made(MissingFact, fact=m.fact, words=m.words) for _, m in sorted(causes.items()))
    because = "not recorded: " + ", ".join(dict.fromkeys(m.words for m in missing))
    return made(
        Finding, rule=rule.id, outcome=Outcome.CANNOT_TELL.word, because=because, facts=answer.facts, missing=missing
    )


def _finding(rule: Rule, line: Line, facts: tuple[str, ...], because: str, **more: Any) -> Finding:
    approver = line.approver.value if line.approver else None
    return made(
        Finding,
        rule=rule.id,
        outcome=line.outcome.word,
        because=because,
        applies=line.applies,
        facts=facts,
        approver=approver,
        **more,
    )


@cache
def findings_of(rulebook: Rulebook) -> Findings:
    """A rulebook's findings, made ready once."""
    return Findings(rulebook)
