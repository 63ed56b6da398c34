"""Where a proposed home is, and what speaks for it and against it: the weightiest of each, and what nobody knows."""

from collections.abc import Iterator, Sequence

from matching.cli.panel import Panel, named
from matching.cli.reasons_text import AGAINST, FOR, HALF, NOT_RECORDED, UNKNOWN, mark_of, said_once
from matching.domain.plan import Assignment
from matching.domain.ranking import CriterionPoints, Option
from matching.scoring.criterion import Head

MOST = 2
"""How many of a kind are told; `matching rank --home` tells all of them."""


def spoken(panel: Panel, option: Option) -> Iterator[tuple[str, str]]:
    """The indicators of stability with what each asks: for, against, and what is not known."""
    by = option.indicators
    indicators = {*by.speak_for, *by.speak_against, *by.between, *by.unknown}
    asked = [criterion for criterion in option.criteria if criterion.id in indicators]
    for mark in (FOR, AGAINST, UNKNOWN):
        those = [criterion for criterion in asked if mark_of(criterion) == mark]
        yield from ((mark, _said(panel, option, each, mark)) for each in _weightiest(those))


def place_said(panel: Panel, of: Assignment) -> str:
    """How far it is from home and from school, and whether it is in the area, as the head of distance says it."""
    asked = [c for c in (of.option.criteria if of.option else ()) if c.head == Head.DISTANCE and c.weight]
    return "; ".join(_of_place(panel, of, criterion) for criterion in asked)


def _of_place(panel: Panel, of: Assignment, criterion: CriterionPoints) -> str:
    if NOT_RECORDED in criterion.because:
        return f"not recorded ({named(panel.questions.get(criterion.id, criterion.id), of.children)})"
    return named(said_once(criterion.because, of.children), of.children)


def _weightiest(criteria: Sequence[CriterionPoints]) -> list[CriterionPoints]:
    return sorted(criteria, key=lambda c: -c.weight * abs(c.central - HALF))[:MOST]


def _said(panel: Panel, option: Option, of: CriterionPoints, mark: str) -> str:
    """What a criterion asks, and what was found or that nobody recorded it."""
    asked = named(panel.questions.get(of.id, of.id), option.children)
    nothing = mark == UNKNOWN and NOT_RECORDED in of.because
    because = NOT_RECORDED if nothing else said_once(of.because, option.children)
    return f"{asked} {named(because, option.children)}"
