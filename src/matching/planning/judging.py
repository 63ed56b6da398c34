"""Every home judged for a question, once: a panel asks the same of a part when it looks, tells and checks."""

from dataclasses import dataclass, field

from matching.explaining.found import Found, find
from matching.facts.question import Question
from matching.facts.register import Register
from matching.scoring.weighing import Scale

KEPT = 200_000
"""So many pairings are kept whole, about 500 MB; what is asked beyond them is judged again each time."""

Key = tuple[str, tuple[str, ...], frozenset[str], tuple[tuple[str | None, str | None], ...]]


@dataclass(frozen=True, eq=False)
class Judging:
    """Judges homes by one register and one scale. Questions of one panel differ in nothing but what the key holds."""

    register: Register
    scale: Scale
    _known: dict[Key, Found] = field(default_factory=dict)

    def found(self, question: Question) -> Found:
        """What is found of every home for a question."""
        agreed = tuple((decided.child, decided.home) for decided in question.decided)
        key = (question.referral.id, question.referral.children, question.elsewhere, agreed)
        found = self._known.get(key)
        if found is None:
            found = find(question, self.register, self.scale)
            if (len(self._known) + 1) * self.register.size <= KEPT:
                self._known[key] = found
        return found
