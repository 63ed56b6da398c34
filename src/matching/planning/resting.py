"""What a plan rests on, as one number: the same facts give the same."""

import hashlib
from collections.abc import Sequence

from matching.explaining.ranking import facts_hash_of
from matching.facts.question import Question
from matching.planning.judging import Judging


def facts_hash_of_panel(questions: Sequence[Question], judging: Judging) -> str:
    """The SHA-256 of everything that a plan rests on: each question, the homes and the policy."""
    each = [facts_hash_of(question, judging.register, judging.scale.policy) for question in questions]
    return hashlib.sha256(repr(each).encode()).hexdigest()
