"""The rows that are to be shown, read out of the frames: facts, conditions and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import polars as pl

from matching.domain.ranking import FactValues
from matching.explaining.findings import Row, ShownPairing, findings_of
from matching.explaining.sentences import Words
from matching.facts.fact import columns_behind
from matching.facts.layout import Layout
from matching.rules.deadlines import ASK as DEADLINES_ASK
from matching.rules.duties import DUTIES
from matching.rules.rulebook import Rulebook
from matching.scoring.weighing import CRITERIA


@dataclass(frozen=True, slots=True)
class ShownHome:
    """A home to be shown, with a pairing for each arriving child, in their order."""

    at: int
    pairings: tuple[ShownPairing, ...]


def read_out(layout: Layout, rulebook: Rulebook, at: Sequence[int]) -> list[ShownHome]:
    """The homes at these rows of the register, in this order."""
    if not at:
        return []
    pairings = [_of_child(c.id, f, rulebook, at) for c, f in zip(layout.question.children, layout.frames, strict=True)]
    return [ShownHome(row, tuple(of_home)) for row, *of_home in zip(at, *pairings, strict=True)]


def _of_child(child: str, frame: pl.DataFrame, rulebook: Rulebook, at: Sequence[int]) -> list[ShownPairing]:
    shown = frame.select(columns_needed(rulebook))[list(at)]
    rows = shown.to_dicts()
    held = shown.select(findings_of(rulebook).conditions).rows()
    return [ShownPairing(child, row, h, Words(row)) for row, h in zip(rows, held, strict=True)]


@cache
def facts_said(rulebook: Rulebook) -> tuple[str, ...]:
    """The facts that rules, duties and criteria use or name: all that an answer says of anybody."""
    of_criteria = (c.points.said for c in CRITERIA)
    return tuple(sorted(rulebook.facts.union(*of_criteria, *(d.facts for d in DUTIES))))


@cache
def columns_needed(rulebook: Rulebook) -> tuple[str, ...]:
    """The columns of the facts said, and of what they are made from, so that a cause can be traced."""
    return columns_behind({*facts_said(rulebook), *(fact.name for fact in DEADLINES_ASK)})


@cache
def facts_about(rulebook: Rulebook, *about: str) -> tuple[str, ...]:
    """The facts said of these things."""
    return tuple(name for name in facts_said(rulebook) if name.partition(".")[0] in about)


def values(row: Row, rulebook: Rulebook, *about: str) -> FactValues:
    """The facts said of these things, from one row."""
    return {name: row[name] for name in facts_about(rulebook, *about)}
