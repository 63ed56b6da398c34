"""The path for one child or one sibling group: from a referral and a register to the homes in the panel's order."""

from collections.abc import Sequence

from matching.domain.ranking import Ranking
from matching.explaining.found import find
from matching.explaining.ranking import ranking
from matching.facts.question import Question
from matching.facts.register import Register
from matching.scoring.weighing import Scale

IN_FULL = 20


def rank(
    question: Question, register: Register, *, scale: Scale, limit: int = IN_FULL, in_full: Sequence[str] = ()
) -> Ranking:
    """Put the homes that the children of a referral could live in into the panel's order, with reasons.

    Children asked for together are ranked whole, all in one home. The first `limit` options are given in full, and at
    least the first of each tier; `in_full` names others, lawful or not. A home that no rule prohibits is never left
    out, and no home is hidden. `scale` holds the criteria with the weights of the policy.
    """
    found = find(question, register, scale)
    return ranking(found, limit=limit, in_full=in_full)
