"""Many questions about one register answered at once: what a question costs is steps, and rows hardly add to a step."""

from collections.abc import Iterator, Sequence

import numpy as np

from matching.domain.home import Home
from matching.explaining.found import Found, find_stacked
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out_all, stackable
from matching.facts.question import Question
from matching.facts.register import Register
from matching.geography.postcodes import PostcodeDirectory
from matching.rules.judging import judge_all
from matching.rules.rulebook import Rulebook, Standings
from matching.scoring.weighing import Scale

MOST_PAIRINGS = 24_000
"""So many are judged at once, about 60 MB; twice as many gain a tenth."""


def find_all(questions: Sequence[Question], register: Register, scale: Scale) -> list[Found]:
    """What `find` gives for each of these questions, in their order."""
    found = dict[int, Found]()
    for batch in _batches(questions, register):
        found.update(
            zip(batch, find_stacked([questions[k] for k in batch], [register] * len(batch), scale), strict=True)
        )
    return [found[k] for k in range(len(questions))]


def outcomes_of_many(questions: Sequence[Question], register: Register, rulebook: Rulebook) -> list[Standings]:
    """What every rule finds of every child of each question in every home: children by rules by homes."""
    found = dict[int, Standings]()
    for batch in _batches(questions, register):
        asked = [questions[k] for k in batch]
        stack, judged, _ = judge_all(lay_out_all(asked, [with_decided(register, q) for q in asked]), rulebook)
        found.update(
            (k, np.stack([j.outcomes[:, rows] for j in judged])) for k, rows in zip(batch, stack.parts, strict=True)
        )
    return [found[k] for k in range(len(questions))]


def outcomes_in(
    asked: Sequence[tuple[Question, Sequence[Home]]], directory: PostcodeDirectory, rulebook: Rulebook
) -> list[Standings]:
    """The same for questions that are each about a few homes of their own; rules that look at others say nothing."""
    found = dict[int, Standings]()
    alike: dict[tuple[int, int], list[int]] = {}
    for k, (question, homes) in enumerate(asked):
        alike.setdefault((len(question.children), len(homes)), []).append(k)
    for (_, size), of in alike.items():
        most = max(1, MOST_PAIRINGS // (50 * size))
        for batch in (of[at : at + most] for at in range(0, len(of), most)):
            registers = Register.several([asked[k][1] for k in batch], directory)
            there = [with_decided(r, asked[k][0]) for k, r in zip(batch, registers, strict=True)]
            stack, judged, _ = judge_all(lay_out_all([asked[k][0] for k in batch], there), rulebook)
            outcomes = (np.stack([j.outcomes[:, rows] for j in judged]) for rows in stack.parts)
            found.update(zip(batch, outcomes, strict=True))
    return [found[k] for k in range(len(asked))]


def _batches(questions: Sequence[Question], register: Register) -> Iterator[list[int]]:
    """The places of the questions that are stacked, so many at once."""
    alike = list[list[int]]()
    for k, question in enumerate(questions):
        those = next((of for of in alike if stackable(questions[of[0]], question)), None)
        if those is None:
            alike.append([k])
        else:
            those.append(k)
    for of in alike:
        most = max(1, MOST_PAIRINGS // max(1, register.size * len(questions[of[0]].children)))
        yield from (of[at : at + most] for at in range(0, len(of), most))
