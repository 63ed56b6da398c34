"""Which criteria of stability speak for an option and which against: bands that people can weigh, never a chance."""

from collections.abc import Sequence

from matching.domain.made import made
from matching.domain.ranking import CriterionPoints, Indicators
from matching.scoring.criterion import Head

WORDS = tuple(Indicators.model_fields)
FOR_FROM, AGAINST_TO = 60.0, 40.0
"""Points: one speaks for an option from the first on, at its low; against it up to the second, at its high."""


def indicators(criteria: Sequence[CriterionPoints]) -> Indicators:
    """Sort the criteria of stability that are asked by how they speak."""
    asked = [c for c in criteria if c.head == Head.STABILITY.value and c.weight]
    told = [(c.id, _speaks(c)) for c in asked]
    return made(Indicators, **{word: tuple(i for i, said in told if said == word) for word in WORDS})


def _speaks(of: CriterionPoints) -> str:
    if of.low <= 0 and of.high >= 100:
        return "unknown"
    if of.low >= FOR_FROM:
        return "speak_for"
    return "speak_against" if of.high <= AGAINST_TO else "between"
