"""Both passes over all the homes: rule by rule, then by what that leaves open, with the approvals already given."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.domain.codes import Outcome
from matching.facts.catalogue import options
from matching.facts.layout import Layout, Stack
from matching.facts.stacking import alike_in_all, each_repeated
from matching.rules.approvals import Given, lay_over
from matching.rules.rulebook import Judged, Rulebook, Standings

JudgedAll = tuple[Judged, ...]
"""What was found for each arriving child; in a stack for the first child of each question, for the second, ..."""


def judge(layout: Layout, rulebook: Rulebook) -> tuple[Layout, JudgedAll, Given]:
    """What every rule finds of each arriving child in each home; the layout with what the second pass asks."""
    stack, judged, (given,) = judge_all(Stack.of(layout), rulebook)
    return stack.layouts[0], judged, given


def judge_all(stack: Stack, rulebook: Rulebook) -> tuple[Stack, JudgedAll, list[Given]]:
    """The same for questions under each other, with what approvals counted for each."""
    first = tuple(rulebook.judge(f, t) for f, t in zip(stack.frames, stack.told, strict=True))
    judged, given = _with_approvals(stack, rulebook, first, again=False)
    stack = _with_options(stack, lawful_family_homes(stack, worst(judged)))
    each = zip(stack.frames, judged, stack.told, strict=True)
    judged, more = _with_approvals(stack, rulebook, [rulebook.judge_again(f, j, t) for f, j, t in each], again=True)
    return stack, judged, [{**one, **other} for one, other in zip(given, more, strict=True)]


def _with_approvals(
    stack: Stack, rulebook: Rulebook, judged: Sequence[Judged], *, again: bool
) -> tuple[JudgedAll, list[Given]]:
    """What one pass found with every approval that counts: they are written into the rows of their question."""
    given = list[Given]()
    for question, register, rows in zip(stack.questions, stack.registers, stack.parts, strict=True):
        of_question = [j.part(rows) for j in judged] if question.approvals else []
        frames = stack.frames_of(rows) if question.approvals else ()
        given.append(lay_over(question, register, rulebook, of_question, frames, again=again)[1])
    return tuple(Judged.of(j.outcomes, j.held) for j in judged) if any(given) else tuple(judged), given


def worst(judged: tuple[Judged, ...]) -> Standings:
    """The standing of each home: the worst of what was found for any of those who arrive."""
    standing: Standings = np.min([j.standing for j in judged], axis=0)
    return standing


def lawful_family_homes(stack: Stack, standing: Standings) -> list[bool | None]:
    """For each question whether a family home is lawful or needs approval only; unknown where one may be, at best."""
    families = stack.registers[0].families
    best = [standing[rows][families].max(initial=Outcome.PROHIBITED) for rows in stack.parts]
    return [None if b == Outcome.CANNOT_TELL else bool(b >= Outcome.NEEDS_APPROVAL) for b in best]


def _with_options(stack: Stack, family_homes: list[bool | None]) -> Stack:
    """The stack with what is true of all the homes together."""
    name = options.lawful_family_home.name
    asked = tuple({**of, name: lawful} for of, lawful in zip(stack.asked, family_homes, strict=True))
    alike = alike_in_all([{name: lawful} for lawful in family_homes])
    said = each_repeated(asked, [name], stack.size)
    frames = tuple(frame.hstack(said) for frame in stack.frames)
    told = tuple(replace(t, everywhere={**t.everywhere, **alike}) for t in stack.told)
    return replace(stack, asked=asked, frames=frames, told=told)
