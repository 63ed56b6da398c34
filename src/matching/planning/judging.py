"""Every home judged for a question, once: a panel asks the same of a part when it looks, tells and checks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from matching.explaining.found import Found
from matching.explaining.many import find_all
from matching.facts.question import Question
from matching.facts.register import Register
from matching.scoring.weighing import Scale

KEPT = 200_000
"""So many pairings are kept whole, some hundreds of megabytes; what is asked beyond is judged again each time."""

Key = tuple[str, tuple[str, ...], frozenset[str], tuple[tuple[str | None, str | None], ...]]


@dataclass(frozen=True, eq=False)
class Judging:
    """Judges homes by one register and one scale. Questions of one panel differ in nothing but what the key holds."""

    register: Register
    scale: Scale
    _known: dict[Key, Found] = field(default_factory=dict)

    def found(self, question: Question) -> Found:
        """What is found of every home for a question."""
        return self.found_all([question])[0]

    def found_all(self, questions: Sequence[Question]) -> list[Found]:
        """The same for several, those that were not asked yet at once: that takes less than half the time of each."""
        keys = [_key(question) for question in questions]
        new = {key: question for key, question in zip(keys, questions, strict=True) if key not in self._known}
        found = dict(zip(new, find_all([*new.values()], self.register, self.scale), strict=True))
        room = max(0, KEPT // max(1, self.register.size) - len(self._known))
        self._known.update(islice(found.items(), room))
        return [found[key] if key in found else self._known[key] for key in keys]


def _key(question: Question) -> Key:
    agreed = tuple((decided.child, decided.home) for decided in question.decided)
    return (question.referral.id, question.referral.children, question.elsewhere, agreed)
