"""The rows that are to be shown, read out of the frames: facts, conditions and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matching.domain.ranking import FactValues
from matching.explaining.findings import Held, Row, ShownPairing
from matching.explaining.sentences import Words
from matching.facts.fact import columns_behind
from matching.facts.layout import Layout
from matching.facts.value import plain
from matching.rules.deadlines import ASK as DEADLINES_ASK
from matching.rules.duties import DUTIES
from matching.rules.rulebook import Judged, Rulebook
from matching.scoring.weighing import CRITERIA


@dataclass(frozen=True, slots=True)
class ShownHome:
    """A home to be shown, with a pairing for each arriving child, in their order."""

    at: int
    pairings: tuple[ShownPairing, ...]


def read_out(layout: Layout, rulebook: Rulebook, judged: Sequence[Judged], at: Sequence[int]) -> list[ShownHome]:
    """The homes at these rows of the register, in this order; `judged` is what was found of each arriving child."""
    if not at:
        return []
    columns = columns_needed(rulebook)
    pairings = [_of_child(layout, k, columns, of_child.held_at(at), at) for k, of_child in enumerate(judged)]
    return [ShownHome(row, tuple(of_home)) for row, *of_home in zip(at, *pairings, strict=True)]


def _of_child(
    layout: Layout, child: int, columns: Sequence[str], held: Sequence[Held], at: Sequence[int]
) -> list[ShownPairing]:
    """One arriving child in these homes: what is the same in all of them is not read out of each."""
    everywhere = {name: plain(value) for name, value in (layout.asked | layout.children[child]).items()}
    rows = layout.frames[child][[c for c in columns if c not in everywhere]][list(at)].to_dicts()
    shown = [everywhere | row for row in rows]
    name = layout.question.children[child].id
    return [ShownPairing(name, row, h, Words(row)) for row, h in zip(shown, held, strict=True)]


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
