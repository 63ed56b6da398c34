"""The path for one child or one sibling group: from a referral and a register to the homes in the panel's order."""

from collections.abc import Sequence

import numpy as np

from matching.domain.codes import Outcome
from matching.domain.ranking import Ranking
from matching.explaining.found import Found
from matching.explaining.ranking import ranking
from matching.facts.catalogue import child
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.judging import judge, worst
from matching.rules.rulebook import rulebook_on
from matching.scoring.ordering import PLACES_NEED, in_order, placing
from matching.scoring.weighing import Scale, mean_of

IN_FULL = 20


def rank(
    question: Question, register: Register, *, scale: Scale, limit: int = IN_FULL, in_full: Sequence[str] = ()
) -> Ranking:
    """Put the homes that the children of a referral could live in into the panel's order, with reasons.

    Children asked for together are ranked whole, all in one home. The first `limit` options are given in full, and at
    least the first of each tier; `in_full` names others, lawful or not. A home that no rule prohibits is never left
    out, and no home is hidden. `scale` holds the criteria with the weights of the policy.
    """
    register = with_decided(register, question)
    layout = lay_out(question, register)
    scale = scale.heeding(values[child.key_stage.name] for values in layout.children)
    rulebook = rulebook_on(question.day)
    layout, judged, given = judge(layout, rulebook)
    standing = worst(judged)
    columns = [*{*scale.needs, *PLACES_NEED}]
    lawful = np.flatnonzero(standing != Outcome.PROHIBITED)
    frames = [frame[columns][lawful] for frame in layout.frames]
    weighed = mean_of(tuple(scale.weigh(frame) for frame in frames), scale)
    places = placing(frames, standing[lawful].astype(np.int64), register.by_id[lawful])
    ordered = in_order(places, weighed, scale.policy)
    found = Found(layout, rulebook, judged, given, standing, lawful, weighed, places, ordered)
    return ranking(found, scale, limit=limit, in_full=in_full)
