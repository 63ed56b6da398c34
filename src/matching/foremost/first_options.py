"""The first options of many referrals, each exactly as if every home had been judged, weighed and ordered.

Homes are judged in full in rounds: those that know the children, and those that may be best. It is enough once so many
options were found, and no home that was left out could come before the last of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.explaining.found import Found, find_stacked
from matching.facts.layout import stackable
from matching.facts.links import Rows
from matching.facts.part_of_register import part_of
from matching.facts.question import Question
from matching.facts.register import Register
from matching.foremost.looking import Looking
from matching.foremost.prospects import Prospects
from matching.rules.rulebook import rulebook_on
from matching.rules.surely import Kept
from matching.scoring.weighing import Scale

MOST_PAIRINGS, MOST_QUESTIONS = 16_000, 48
"""So many are judged at once."""

MOST_PROSPECTS = 8


@dataclass(frozen=True, eq=False)
class Foremost:
    """Finds the first options among the homes of a register."""

    register: Register
    scale: Scale
    top: int
    _prospects: Kept = field(default_factory=lambda: Kept(MOST_PROSPECTS), init=False)

    def of_all(self, questions: Iterable[Question]) -> Iterator[tuple[Question, Found]]:
        """What was found for each question, in any order: its first options are those of all homes.

        Questions that stand beside each other should be of children who are alike and live near each other: they are
        judged together.
        """
        looking = [Looking.of(q, self._of(q), self.top, self.scale) for q in questions]
        while looking:
            further = list[Looking]()
            for block, rows in blocks(looking, self.register):
                for one, found in zip(block, self._found(block, rows), strict=True):
                    if one.is_enough(found):
                        yield one.question, found
                    else:
                        further.append(one)
            looking = further

    def _found(self, block: Sequence[Looking], rows: Rows) -> list[Found]:
        register = part_of(self.register, rows)
        return find_stacked([one.question for one in block], [register] * len(block), self.scale)

    def _of(self, question: Question) -> Prospects:
        """The prospects for as many strangers."""
        settled = all(c.current_home is not None for c in question.children)
        rulebook = rulebook_on(question.day)
        key = (len(question.children), settled)
        return self._prospects.get(key, lambda: Prospects.of(question, self.register, rulebook, settled=settled))


def blocks(looking: Sequence[Looking], register: Register) -> Iterator[tuple[list[Looking], Rows]]:
    """Questions that are judged together, with all the rows that one of them asks about."""
    block, rows = list[Looking](), set[int]()
    for one in looking:
        of_one = set(one.rows.tolist())
        more = rows | of_one
        if block and not _together(block, one, len(more)):
            yield block, _whole(rows, register)
            block, more = [], of_one
        block, rows = [*block, one], more
    if block:
        yield block, _whole(rows, register)


def _together(block: Sequence[Looking], one: Looking, rows: int) -> bool:
    pairings = rows * (len(block) + 1) * len(one.question.children)
    few = pairings <= MOST_PAIRINGS and len(block) < MOST_QUESTIONS
    return few and stackable(block[0].question, one.question)


def _whole(rows: set[int], register: Register) -> Rows:
    """In their order, with all entries of a home that has several."""
    more = {entry for row in rows & register.entries.keys() for entry in register.entries[row]}
    return np.array(sorted(rows | more), dtype=np.int64)
