"""What homes recorded about one child's coming: checks before other arrangements, and the impact on those there."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np

from matching.domain.child import Child
from matching.domain.home import Check, ImpactAssessment
from matching.facts.catalogue import home, pair
from matching.facts.kleene import Column, answered
from matching.facts.lists import ACCEPTS, REJECTS, assessed, happened_by
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, all_of, truth, truths


def check_columns(question: Question, child: Child, register: Register) -> list[Column]:
    """Whether regulation 27's three steps are done for the child."""
    day = question.day
    return [
        answered(pair.found_suitable, _done(child, register, lambda c: happened_by(c.suitable_on, day))),
        answered(pair.visited, _done(child, register, lambda c: _visited(c, day))),
        answered(pair.officer_informed, _done(child, register, lambda c: happened_by(c.iro_informed_on, day))),
    ]


def _visited(check: Check, day: date) -> int:
    """Whether the child has visited, or it is recorded why that was not practicable."""
    visited = happened_by(check.visited_on, day)
    return YES if check.visit_not_practicable_because else visited


def _done(child: Child, register: Register, how: Callable[[Check], int]) -> Truths:
    """Whether a step is recorded for the child; unknown where the home's checks are, or do not say of whom."""
    found = np.where(register.silent[home.checks.name], UNKNOWN, NO).astype(np.int8)
    for row, _ in register.lists.checks.get(None, ()):
        found[row] = UNKNOWN
    for row, check in register.lists.checks.get(child.id, ()):
        found[row] = max(found[row], how(check))
    return found


def impact_accepted(question: Question, child: Child, register: Register) -> Truths:
    """Whether the home's assessment of the impact on those there, while it holds, accepts the child."""
    day, holds = question.day, timedelta(days=question.figures["impact_assessment_holds"])
    return _impact(child, register, lambda a: _accepts(a, day - holds, day))


def impact_columns(question: Question, child: Child, accepted: Truths, register: Register) -> list[Column]:
    """Whether the home's assessment of the impact on those there accepts the child, and whether it rejects her."""
    return [
        answered(pair.impact_accepted, accepted),
        answered(pair.impact_rejected, _rejected(child, register, question.day)),
    ]


def _accepts(assessment: ImpactAssessment, since: date, day: date) -> int:
    """Whether an assessment of the last days accepts the child."""
    recent = None if assessment.on is None else assessment.on is not False and assessment.on >= since
    return all_of((assessed(assessment, ACCEPTS, day), truth(recent)))


def _impact(child: Child, register: Register, came_out: Callable[[ImpactAssessment], int]) -> Truths:
    """Homes whose assessment came out so for the child; one that does not say for whom may be for her."""
    found = truths(register.size)
    for row, assessment in _about(child, register):
        known = came_out(assessment)
        found[row] = max(found[row], min(known, UNKNOWN) if assessment.child is None else known)
    return found


def _rejected(child: Child, register: Register, day: date) -> Truths:
    """Homes that do not take the child, unless a later assessment of theirs surely accepts her."""
    accepted: dict[int, date] = {}
    for row, said in register.lists.assessments.get(child.id, ()):
        if isinstance(said.on, date) and assessed(said, ACCEPTS, day) == YES:
            accepted[row] = max(accepted.get(row, said.on), said.on)
    found = truths(register.size)
    for row, said in _about(child, register):
        later = accepted.get(row)
        if later is None or not isinstance(said.on, date) or said.on >= later:
            known = assessed(said, REJECTS, day)
            found[row] = max(found[row], min(known, UNKNOWN) if said.child is None else known)
    return found


def _about(child: Child, register: Register) -> Iterator[tuple[int, ImpactAssessment]]:
    yield from register.lists.assessments.get(child.id, ())
    yield from register.lists.assessments.get(None, ())
