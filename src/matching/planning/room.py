"""How many beds may be taken in a home with a part in it: found by asking the rules about the household."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.apartness import apartness
from matching.facts.harmless import with_harmless
from matching.planning.finding import PartFound
from matching.planning.groups import Group
from matching.rules.rulebook import Rulebook
from matching.solving.problem import Flags, Ints

OPTION = "_option"
NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Room:
    """Asks how many may come to a home beside a part; `homes` are those of several entries, by their rows."""

    parts: Sequence[PartFound]
    groups: Sequence[Group]
    rulebook: Rulebook
    homes: Sequence[tuple[int, ...]]

    def most_beds(self) -> list[Ints]:
        """For each part and each of its homes, how many beds may be taken there in all with the part among them.

        Company is possible only where the rules about the household can say that it is: neither where they forbid it
        nor where they cannot tell. So a home of which nobody recorded how many beds are free takes one part, and so
        does one with a child of whom nobody recorded from whom to keep her.
        """
        in_several = pl.Series(self._in_several)
        company = self._company(self._asked(~in_several)) + self._company(self._asked(in_several), people=False)
        open_to = [not _may_be_anybody(p, self.groups[p.part.group]) for p in self.parts]
        each = (company[a:b] for a, b in pairwise(self._starts))
        return [p.takes + more * is_open for p, more, is_open in zip(self.parts, each, open_to, strict=True)]

    def most_people(self) -> dict[tuple[int, ...], int]:
        """For each home of several entries how many may come to all of them together, at the most.

        Who comes to one entry lives with those who come to the others, and may come from another: the rules about the
        household are asked here as if the beds of an entry were no hindrance, and above as if nobody came anew.
        """
        comes = np.concatenate([NONE, *(p.comes for p in self.parts)])
        most = comes + self._company(self._asked(pl.Series(self._in_several)), beds=False)
        return {rows: int(most[np.isin(self._row, rows)].max(initial=0)) for rows in self.homes}

    @cached_property
    def _starts(self) -> Ints:
        """The first option of each part, and the end."""
        return np.cumsum([0, *(len(p.rows) for p in self.parts)])

    @cached_property
    def _row(self) -> Ints:
        return np.concatenate([NONE, *(p.rows for p in self.parts)])

    @cached_property
    def _in_several(self) -> Flags:
        """Of each option whether its home has several entries."""
        return np.isin(self._row, [row for rows in self.homes for row in rows])

    @cached_property
    def _stacked(self) -> pl.DataFrame:
        """Every part in every home, a row for each referral of the part."""
        frames = [
            frame.with_columns(pl.Series(OPTION, np.arange(start, start + frame.height, dtype=np.int64)))
            for part, start in zip(self.parts, self._starts[:-1], strict=True)
            for frame in part.households
        ]
        return pl.concat(frames) if frames else pl.DataFrame(schema={OPTION: pl.Int64})

    def _asked(self, options: pl.Series) -> pl.DataFrame:
        """The rows of some of the options."""
        return self._stacked.filter(options[self._stacked[OPTION]])

    def _company(self, frame: pl.DataFrame, **what: bool) -> Ints:
        """How many more may live there, option by option: twice as many numbers asked at once each time."""
        company, first = np.zeros(self._starts[-1], dtype=np.int64), 1
        at_most = sum(len(group.children) for group in self.groups) - 1
        while first <= at_most and not frame.is_empty():
            asked = range(first, min(2 * first, at_most + 1))
            options, allowed = frame[OPTION].to_numpy(), np.full(len(company), len(asked))
            np.minimum.at(allowed, options, self._allowed(frame, asked, **what))
            company[options] += allowed[options]
            frame, first = frame.filter(pl.Series(allowed[options] == len(asked))), asked.stop
        return company

    def _allowed(self, frame: pl.DataFrame, asked: Sequence[int], **what: bool) -> Ints:
        """For each row how many of these numbers of more are allowed, before the first that is not."""
        found = self.rulebook.worst_of_household(pl.concat([with_harmless(frame, more, **what) for more in asked]))
        in_turn = np.logical_and.accumulate(found.reshape(len(asked), frame.height) >= Outcome.NEEDS_APPROVAL, axis=0)
        allowed: Ints = in_turn.sum(axis=0)
        return allowed


def _may_be_anybody(part: PartFound, group: Group) -> bool:
    """Whether it is not recorded from whom to keep a child of the part, so that it may be anybody."""
    chosen = {group.children[place] for place in part.part.places}
    return any(
        apartness(child, question).anybody
        for question in group.questions
        for child in question.children
        if child.id in chosen
    )
