"""What the engine found, read out so that it can stand beside what the peer says."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from matching.data.case_files import parse_case
from matching.domain.codes import Outcome
from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.rules.judging import judge
from matching.rules.rulebook import rulebook_on

OUTCOMES = tuple(Outcome)
Key = tuple[str, str, str]
Findings = dict[Key, Outcome]
"""What was found, by rule, child and home."""


def engine_of(case: Mapping[str, Any]) -> Engine:
    """The engine for a case, read from JSON as a file would be."""
    return Engine.of(parse_case(json.dumps(case).encode(), name="made-up.json", kind="json"))


def judged(engine: Engine, referral_id: str, rules: Collection[str]) -> Findings:
    """What these rules found of every pairing of a referral, from the arrays that make the order."""
    question = ask(engine.case, referral_id, engine.figures)
    rulebook, homes = rulebook_on(question.day), [home.id for home in engine.case.homes]
    layout = lay_out(question, with_decided(engine.register, question))
    _, judged, _ = judge(layout, rulebook)
    found: Findings = {}
    for child, of_child in zip(question.children, judged, strict=True):
        for rule, line in zip(rulebook.rules, of_child.outcomes.tolist(), strict=True):
            if rule.id in rules:
                said = (OUTCOMES[number] for number in line)
                found.update(zip(((rule.id, child.id, home) for home in homes), said, strict=True))
    return found


def explained(ranking: Ranking, rules: Collection[str]) -> Findings:
    """What an answer says that these rules found, of the options that it gives in full."""
    options = [*(option for tier in ranking.tiers for option in tier.options), *ranking.in_full]
    return {key: outcome for option in options for key, outcome in _findings(option) if key[0] in rules}


def _findings(option: Option) -> Iterator[tuple[Key, Outcome]]:
    """What was found of a home; what is found of a household is found for every child."""
    for finding in option.findings:
        for child in (finding.child,) if finding.child else option.children:
            yield (finding.rule, child, option.home), Outcome[finding.outcome.upper()]
