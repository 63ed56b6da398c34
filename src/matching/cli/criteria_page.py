"""The criteria as a page for those who agree the weights: what each asks, how its points fall, whom it serves."""

from collections.abc import Iterator

from matching.scoring.criterion import Criterion, Head
from matching.scoring.evidence import BEHAVIOUR as BEHAVES
from matching.scoring.evidence import CARERS_SKILL, OLDER, WITHOUT_SIBLINGS, Evidence, log_odds
from matching.scoring.weighing import Scale

HEAD = """# The criteria

Made from the code by `MATCHING_GOLDEN=1 pytest tests/architecture/test_criteria_page.py`; a test compares the two.

Points run from 0 to 100, at least, as known and at most. What is unknown gives 0 to 100 and counts as 0: silence is
never good news. What is not asked of a home or of a child counts for nothing there: its weight drops out of the mean.
Stability and distance together are suitability; cost decides only between homes that are alike in all that comes
before it (`docs/answers.md`). Weights are those of the policy `{policy}`, agreed by {agreed}; in brackets
those that hold where a child is in years 10 or 11. No criterion sees sex, ethnicity, religion, language or disability;
a test flips each. What is so of the child alone (age, moves, behaviour, years in care) ranks nothing: it sets the
support to plan.
"""
EVIDENCE = """
## Published associations

With moves that nobody planned: an association r as reported and as its weakest published estimate has it, and the
logarithm of the odds ratio that each amounts to, halved for what such studies leave open. They are not chances.

| factor | r | weakest r | halved log odds | source |
|---|---|---|---|---|
"""
USED = (CARERS_SKILL, WITHOUT_SIBLINGS, BEHAVES, OLDER)


def criteria_page(scale: Scale) -> str:
    """The page, as Markdown."""
    policy = scale.policy
    agreed = policy.agreed_by or "nobody yet"
    sections = [line for head in Head for line in _section(scale, head)]
    return "\n".join([HEAD.format(policy=policy.name, agreed=agreed), *sections]) + EVIDENCE + "".join(map(_row, USED))


def _section(scale: Scale, head: Head) -> Iterator[str]:
    yield f"## {head.value.capitalize()}\n"
    for criterion in (c for c in scale.criteria if c.head is head):
        yield from _criterion(criterion, _weight(scale, criterion))


def _weight(scale: Scale, of: Criterion) -> str:
    ordinary, exams = (by.weight(of) for by in (scale, scale.heeding([4])))
    return f"weight {ordinary}" if ordinary == exams else f"weight {ordinary} ({exams})"


def _criterion(of: Criterion, weight: str) -> Iterator[str]:
    yield f"### {of.id} · {weight}\n"
    yield f"{of.question} {of.means}\n"
    unasked = f" Not asked: {of.points.unasked}." if of.points.unasked else ""
    yield f"Serves: {of.serves}.{unasked}\n"


def _row(of: Evidence) -> str:
    effect = f"{log_odds(of.reported):.2f} to {log_odds(of.weakest):.2f}"
    return f"| {of.factor} | {of.reported} | {of.weakest} | {effect} | {of.source} |\n"
