"""What homes recorded about one child's coming: checks before other arrangements, and the impact on those there."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import home, pair
from matching.facts.days import NEVER, NOT_RECORDED, happened
from matching.facts.kleene import Column, answered
from matching.facts.links import Flags
from matching.facts.question import Question
from matching.facts.records import NO_ASSESSMENTS, NO_CHECKS, Assessments, Checks
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths


def check_columns(question: Question, child: Child, register: Register) -> list[Column]:
    """Whether regulation 27's three steps are done for the child."""
    day = question.day
    return [
        answered(pair.found_suitable, _done(child, register, lambda c: happened(c.suitable, day))),
        answered(pair.visited, _done(child, register, lambda c: _visited(c, day))),
        answered(pair.officer_informed, _done(child, register, lambda c: happened(c.informed, day))),
    ]


def _visited(checks: Checks, day: date) -> Truths:
    """Whether the child has visited, or it is recorded why that was not practicable."""
    return np.where(checks.excused, YES, happened(checks.visited, day)).astype(np.int8)


def _done(child: Child, register: Register, how: Callable[[Checks], Truths]) -> Truths:
    """Whether a step is recorded for the child; unknown where the home's checks are, or do not say of whom."""
    found = np.where(register.silent[home.checks.name], UNKNOWN, NO).astype(np.int8)
    found[register.lists.checks.get(None, NO_CHECKS).home] = UNKNOWN
    checks = register.lists.checks.get(child.id, NO_CHECKS)
    np.maximum.at(found, checks.home, how(checks))
    return found


def impact_accepted(question: Question, child: Child, register: Register) -> Truths:
    """Whether the home's assessment of the impact on those there, while it holds, accepts the child."""
    day, since = question.day, question.day - timedelta(days=question.figures["impact_assessment_holds"])
    return _accepted(child, register, since, day)


def impact_columns(question: Question, child: Child, accepted: Truths, register: Register) -> list[Column]:
    """Whether the home's assessment of the impact on those there accepts the child, and whether it rejects her."""
    return [
        answered(pair.impact_accepted, accepted),
        answered(pair.impact_rejected, _rejected(child, register, question.day)),
    ]


def _accepted(child: Child, register: Register, since: date, day: date) -> Truths:
    """Homes whose assessment of the last days accepts the child; one that does not say for whom may be for her."""
    found, (hers, anybodys) = truths(register.size), _about(child, register)
    np.maximum.at(found, hers.home, _accepts(hers, since, day))
    np.maximum.at(found, anybodys.home, np.minimum(_accepts(anybodys, since, day), UNKNOWN))
    return found


def _accepts(said: Assessments, since: date, day: date) -> Truths:
    """Whether each assessment accepts the child by a day, and is of the last days."""
    recent = np.where(said.on == NOT_RECORDED, UNKNOWN, np.where(said.on >= since.toordinal(), YES, NO))
    return np.minimum(_came_out(said.accepts, said, day), recent).astype(np.int8)


def _came_out(how: Truths, said: Assessments, day: date) -> Truths:
    """Whether each came out so by a day."""
    return np.minimum(how, happened(said.on, day))


def _rejected(child: Child, register: Register, day: date) -> Truths:
    """Homes that do not take the child, unless a later assessment of theirs surely accepts her."""
    found, (hers, anybodys) = truths(register.size), _about(child, register)
    accepts = _came_out(hers.accepts, hers, day) == YES
    accepted = np.full(register.size, NOT_RECORDED, dtype=np.int32)
    np.maximum.at(accepted, hers.home[accepts], hers.on[accepts])
    for said, most in ((hers, YES), (anybodys, UNKNOWN)):
        counts = said.on >= accepted[said.home]
        counts |= ~_on_a_day(said)
        known = np.minimum(_came_out(said.rejects, said, day), most).astype(np.int8)
        np.maximum.at(found, said.home[counts], known[counts])
    return found


def _on_a_day(said: Assessments) -> Flags:
    on_a_day: Flags = (said.on != NOT_RECORDED) & (said.on != NEVER)
    return on_a_day


def _about(child: Child, register: Register) -> tuple[Assessments, Assessments]:
    """Those of the child's coming, and those that do not say of whose."""
    recorded = register.lists.assessments
    return recorded.get(child.id, NO_ASSESSMENTS), recorded.get(None, NO_ASSESSMENTS)
