"""How many beds may be taken in a home with a part in it: found by asking the rules about the household."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.apartness import apartness
from matching.facts.harmless import with_harmless
from matching.planning.finding import PartFound
from matching.planning.groups import Group
from matching.rules.rulebook import Rulebook
from matching.solving.problem import Ints

ROW = "_row"


def most_beds(parts: Sequence[PartFound], groups: Sequence[Group], rulebook: Rulebook) -> list[Ints]:
    """For each part and each of its homes, how many beds may be taken there in all with the part among them.

    Company is possible only where the rules about the household can say that it is: neither where they forbid it nor
    where they cannot tell. So a home of which nobody recorded how many beds are free takes one part, and so does one
    with a child of whom nobody recorded from whom to keep her.
    """
    children = sum(len(group.children) for group in groups)
    starts = np.cumsum([0, *(len(p.rows) for p in parts)])
    company = np.zeros(starts[-1], dtype=np.int64)
    frame = _stacked(parts, starts)
    for more in range(1, children):
        frame = _settled(frame, rulebook, more)
        if frame.is_empty():
            break
        company[_rows_left(frame)] = more
    each = [company[a:b] for a, b in pairwise(starts)]
    open_ones = [_may_be_anybody(p, groups[p.part.group]) for p in parts]
    return [p.takes + np.where(is_open, 0, more) for p, more, is_open in zip(parts, each, open_ones, strict=True)]


def _stacked(parts: Sequence[PartFound], starts: Ints) -> pl.DataFrame:
    """Every part in every home, a row for each referral of the part."""
    frames = [
        frame.with_columns(pl.Series(ROW, np.arange(start, start + frame.height, dtype=np.int64)))
        for part, start in zip(parts, starts[:-1], strict=True)
        for frame in part.households
    ]
    return pl.concat(frames) if frames else pl.DataFrame(schema={ROW: pl.Int64})


def _settled(frame: pl.DataFrame, rulebook: Rulebook, more: int) -> pl.DataFrame:
    """The rows in which so many more may live too, for every referral of the part."""
    found = rulebook.worst_of_household(with_harmless(frame, more))
    wrong = frame[ROW].to_numpy()[found < Outcome.NEEDS_APPROVAL]
    return frame.filter(~pl.Series(np.isin(frame[ROW].to_numpy(), wrong)))


def _rows_left(frame: pl.DataFrame) -> Ints:
    rows: Ints = frame[ROW].unique().to_numpy()
    return rows


def _may_be_anybody(part: PartFound, group: Group) -> bool:
    """Whether it is not recorded from whom to keep a child of the part, so that it may be anybody."""
    chosen = {group.children[place] for place in part.part.places}
    return any(
        apartness(child, question).anybody
        for question in group.questions
        for child in question.children
        if child.id in chosen
    )
