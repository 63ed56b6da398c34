"""Everything that was worked out for a question, from which the answer is put together."""

from dataclasses import dataclass

import numpy as np

from matching.facts.layout import Layout
from matching.rules.approvals import Given
from matching.rules.rulebook import Judged, Rulebook
from matching.scoring.ordering import Ordered, Placing
from matching.scoring.weighing import Weighed


@dataclass(frozen=True, slots=True)
class Found:
    """What was laid out, judged, weighed and ordered: `lawful` are rows of the register, and the rest go by them."""

    layout: Layout
    rulebook: Rulebook
    judged: tuple[Judged, ...]
    given: Given
    standing: np.ndarray
    lawful: np.ndarray
    weighed: Weighed
    placing: Placing
    ordered: Ordered
