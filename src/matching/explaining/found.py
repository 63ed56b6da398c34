"""Everything that was worked out for a question, from which the answer is put together."""

from dataclasses import dataclass

import numpy as np

from matching.domain.codes import Outcome
from matching.facts.catalogue import child
from matching.facts.decided import with_decided
from matching.facts.layout import Layout, lay_out
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.approvals import Given
from matching.rules.judging import judge, worst
from matching.rules.rulebook import Judged, Rulebook, rulebook_on
from matching.scoring.ordering import PLACES_NEED, Ordered, Placing, in_order, placing
from matching.scoring.weighing import Scale, Weighed, mean_of


@dataclass(frozen=True, slots=True)
class Found:
    """What was laid out, judged, weighed and ordered: `lawful` are rows of the register, and the rest go by them.

    `scale` is the one by which these children's homes were weighed.
    """

    layout: Layout
    rulebook: Rulebook
    judged: tuple[Judged, ...]
    given: Given
    standing: np.ndarray
    lawful: np.ndarray
    scale: Scale
    weighed: Weighed
    placing: Placing
    ordered: Ordered


def find(question: Question, register: Register, scale: Scale) -> Found:
    """Judge, weigh and order every home of a register for the children of a question, all in one home.

    Homes agreed for other children are laid over the register first.
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
    return Found(layout, rulebook, judged, given, standing, lawful, scale, weighed, places, ordered)
