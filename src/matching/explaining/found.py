"""Everything that was worked out for a question, from which the answer is put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import Outcome
from matching.facts.catalogue import child
from matching.facts.decided import with_decided
from matching.facts.layout import Layout, Stack, lay_out_all
from matching.facts.links import Rows
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.approvals import Given
from matching.rules.judging import judge_all, worst
from matching.rules.rulebook import Judged, Rulebook, Standings, rulebook_on
from matching.scoring.ordering import PLACES_NEED, Ints, Ordered, Placing, in_order, placed, places_of
from matching.scoring.weighing import Scale, Weighed, mean_of


@dataclass(frozen=True, slots=True)
class Found:
    """What was laid out, judged, weighed and ordered: `lawful` are rows of the register, and the rest go by them.

    `scale` is the one by which these children's homes were weighed.
    """

    layout: Layout
    rulebook: Rulebook
    judged: tuple[Judged, ...]
    given: Given
    standing: np.ndarray
    lawful: np.ndarray
    scale: Scale
    weighed: Weighed
    placing: Placing
    ordered: Ordered


def find(question: Question, register: Register, scale: Scale) -> Found:
    """Judge, weigh and order every home of a register for the children of a question, all in one home.

    Homes agreed for other children are laid over the register first.
    """
    return find_stacked([question], [register], scale)[0]


def find_stacked(questions: Sequence[Question], registers: Sequence[Register], scale: Scale) -> list[Found]:
    """The same for questions that can be stacked, each with its register, as many at once as they are.

    All registers have as many homes, in the same order of ids; such as are not the same one keep nothing that lasts.
    """
    rulebook = rulebook_on(questions[0].day)
    there = [with_decided(register, question) for question, register in zip(questions, registers, strict=True)]
    stack, judged, given = judge_all(lay_out_all(questions, there), rulebook)
    scales = [scale.heeding(values[child.key_stage.name] for values in of) for of in stack.children]
    lawful = _Lawful.of(stack, worst(judged), scales)
    found = []
    for layout, rows, counted, by in zip(stack.layouts, stack.parts, given, scales, strict=True):
        at, weighed, places = lawful.part(rows, by)
        ordered = in_order(places, weighed, by.policy)
        of_children, standing = tuple(j.part(rows) for j in judged), lawful.standing[rows]
        found.append(Found(layout, rulebook, of_children, counted, standing, at, by, weighed, places, ordered))
    return found


@dataclass(frozen=True, slots=True)
class _Lawful:
    """The rows of a stack in which no rule forbids the home, weighed by each scale that a question needs, and placed.

    `at` are those rows, `standing` is of all of them, `by_id` of all homes; the rest have an entry a lawful row.
    """

    by_id: Rows
    standing: Standings
    at: Rows
    weighed: Mapping[bool, Weighed]
    places: tuple[Mapping[str, Ints], ...]

    @classmethod
    def of(cls, stack: Stack, standing: Standings, scales: Sequence[Scale]) -> "_Lawful":
        """Weighed and placed at once for all questions."""
        at, columns = np.flatnonzero(standing != Outcome.PROHIBITED), [*{*scales[0].needs, *PLACES_NEED}]
        frames = [frame[columns][at] for frame in stack.frames]
        by_years = {scale.exam_years: scale for scale in scales}
        weighed = {years: mean_of(tuple(by.weigh(frame) for frame in frames), by) for years, by in by_years.items()}
        return cls(stack.registers[0].by_id, standing, at, weighed, tuple(places_of(frame) for frame in frames))

    def part(self, rows: slice, scale: Scale) -> tuple[Rows, Weighed, Placing]:
        """The lawful homes of one question, their points by its scale, and their places."""
        among = slice(*np.searchsorted(self.at, (rows.start, rows.stop)))
        at = self.at[among] - rows.start
        each = [{name: numbers[among] for name, numbers in of.items()} for of in self.places]
        places = placed(each, self.standing[rows][at].astype(np.int64), self.by_id[at])
        return at, self.weighed[scale.exam_years].part(among), places
