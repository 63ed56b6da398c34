"""The path for one child or one sibling group: from a referral and a register to the homes in the panel's order."""

from collections.abc import Sequence

from matching.domain.ranking import Ranking
from matching.explaining.ranking import ranking
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.judging import Judging
from matching.planning.parted import with_parted
from matching.scoring.weighing import Scale

IN_FULL = 20


def rank(
    question: Question, register: Register, *, scale: Scale, limit: int = IN_FULL, in_full: Sequence[str] = ()
) -> Ranking:
    """Put the homes that the children of a referral could live in into the panel's order, with reasons.

    Children asked for together are ranked whole, all in one home; the ways of dividing them come last. The first
    `limit` options are given in full, and at least the first of each tier; `in_full` names others, lawful or not. A
    home that no rule prohibits is never left out, and no home is hidden. `scale` holds the criteria with the weights
    of the policy.
    """
    judging = Judging(register, scale)
    found = judging.found(question)
    return with_parted(ranking(found, limit=limit, in_full=in_full), found, judging, limit)
