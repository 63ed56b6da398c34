"""Whether homes meet what a referral says it cannot do without."""

import numpy as np

from matching.facts.kleene import Numbers
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths

ALONE = frozenset({"no_other_children", "solo"})


def requirements_met(question: Question, register: Register, others: Numbers, perhaps: Numbers) -> Truths:
    """Whether each home meets them all; `others` children surely live there, and `perhaps` so many more."""
    required = question.referral.required
    if required is None:
        return truths(register.size, UNKNOWN)
    found = truths(register.size, YES)
    for word in required:
        met = _alone(word, question, others, perhaps) if word in ALONE else _met(word, register)
        found = np.minimum(found, met)
    return found


def _alone(word: str, question: Question, others: Numbers, perhaps: Numbers) -> Truths:
    """Whether no other child lives there; solo is also without brothers and sisters who arrive."""
    nobody = np.where(others > 0, NO, np.where(perhaps > 0, UNKNOWN, YES)).astype(np.int8)
    with_siblings = word == "solo" and len(question.children) > 1
    return truths(len(nobody), NO) if with_siblings else nobody


def _met(word: str, register: Register) -> Truths:
    """Whether each home meets what one word asks of the home alone; unknown where nothing says so."""
    lists = register.lists
    known = lists.answers.get(word, truths(register.size, UNKNOWN))
    listed = lists.access.flags([word], register.size) | lists.support.flags([word], register.size)
    return np.where(listed & (known == UNKNOWN), YES, known).astype(np.int8)
