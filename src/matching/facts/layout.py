"""Questions laid out over a register: for each arriving child a frame, one row a home, a column a fact."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from matching.facts.derived import temporary_approval
from matching.facts.frames import frame_of
from matching.facts.held import Lasting, Told
from matching.facts.kleene import Column, held_by_name
from matching.facts.living import living_there
from matching.facts.of_child import Values, child_values, question_values
from matching.facts.of_household import household_columns
from matching.facts.of_pair import pair_columns
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.stacking import alike_in_all, under_each_other
from matching.facts.value import plain


@dataclass(frozen=True, slots=True)
class Layout:
    """The pairings of a question: for each arriving child a frame in the register's order, all of one height.

    `asked` holds what is the same for every pairing; `children`, for each arriving child, what is so in every home;
    `told`, for each of them, what is known of her frame before anybody judges (nothing, once others were with it).
    """

    question: Question
    register: Register
    asked: Values
    children: tuple[Values, ...]
    frames: tuple[pl.DataFrame, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Questions laid out under each other: the homes for the first, then for the next, and so on.

    All have as many children: `frames` and `told` have an entry for the first child of each, one for the second, ...
    `registers` is one register as it stands for each question.
    """

    questions: tuple[Question, ...]
    registers: tuple[Register, ...]
    asked: tuple[Values, ...]
    children: tuple[tuple[Values, ...], ...]
    frames: tuple[pl.DataFrame, ...]
    told: tuple[Told, ...]

    @classmethod
    def of(cls, layout: Layout) -> "Stack":
        """One layout alone."""
        question, register, asked, children = layout.question, layout.register, layout.asked, layout.children
        return cls((question,), (register,), (asked,), (children,), layout.frames, layout.told)

    @property
    def size(self) -> int:
        """The number of homes."""
        return self.registers[0].size

    @property
    def parts(self) -> list[slice]:
        """The rows of each question."""
        return [slice(k * self.size, (k + 1) * self.size) for k in range(len(self.questions))]

    def frames_of(self, rows: slice) -> tuple[pl.DataFrame, ...]:
        """The frames of one question."""
        return tuple(frame[rows] for frame in self.frames)

    @property
    def layouts(self) -> list[Layout]:
        """The layout of each question."""
        alone = len(self.questions) == 1
        told = self.told if alone else tuple(Told() for _ in self.told)
        frames = [self.frames if alone else self.frames_of(rows) for rows in self.parts]
        each = zip(self.questions, self.registers, self.asked, self.children, frames, strict=True)
        return [Layout(*of_question, told) for of_question in each]


def lay_out(question: Question, register: Register) -> Layout:
    """Every fact of every arriving child in every home."""
    return lay_out_all([question], [register]).layouts[0]


def lay_out_all(questions: Sequence[Question], registers: Sequence[Register]) -> Stack:
    """The same for questions that can be stacked, each with the register as it stands for it."""
    each = list(zip(questions, registers, strict=True))
    asked = tuple(question_values(question) for question in questions)
    children = tuple(tuple(child_values(q, c, register.directory) for c in q.children) for q, register in each)
    lasting, frames, told = _lasting(registers), list[pl.DataFrame](), list[Told]()
    for place, of_place in enumerate(zip(*(_columns(q, register) for q, register in each), strict=True)):
        columns = under_each_other(of_place, registers[0].size)
        values = [_plain(a | of[place]) for a, of in zip(asked, children, strict=True)]
        alike = alike_in_all(values)
        frames.append(frame_of([(q, q.children[place]) for q in questions], registers, columns, values, alike))
        told.append(Told(lasting, held_by_name(columns), alike, len(questions)))
    return Stack(tuple(questions), tuple(registers), asked, children, tuple(frames), tuple(told))


def stackable(one: Question, other: Question) -> bool:
    """Whether two questions have as many children, and are of one day and one authority and by the same figures."""
    return (
        len(one.children) == len(other.children)
        and one.day == other.day
        and one.figures == other.figures
        and one.authority == other.authority
    )


def _lasting(registers: Sequence[Register]) -> Lasting:
    """What lasts in all of these: of one register, as it stands for several questions."""
    lasting = registers[0].lasting
    return lasting.but_for(lasting.facts.difference(lasting.facts.intersection(*(r.lasting.facts for r in registers))))


def _columns(question: Question, register: Register) -> list[list[Column]]:
    """The columns of each arriving child that are worked out from lists and places."""
    there = living_there(question, register)
    of_home = [*temporary_approval(question, register), *household_columns(question, register, there)]
    each = zip(question.children, there, strict=True)
    return [[*of_home, *pair_columns(question, child, lives, register)] for child, lives in each]


def _plain(values: Values) -> Values:
    return {name: plain(value) for name, value in values.items()}
