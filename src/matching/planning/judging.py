"""Every home judged for a question, once: a panel asks the same of a part when it looks, tells and checks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from matching.explaining.found import Found
from matching.explaining.many import find_all
from matching.facts.question import Question
from matching.facts.register import Register
from matching.scoring.weighing import Scale

KEPT = 300_000
"""So many pairings are kept whole, about 750 MB; what is asked beyond is judged again each time."""

ASKED_AT_ONCE = 25_000
"""So many pairings are asked for together; what else is to be done, as to look at the time, is done in between."""

Key = tuple[str, tuple[str, ...], frozenset[str], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, eq=False)
class Judging:
    """Judges homes by one register and one scale. Questions of one panel differ in nothing but what the key holds."""

    register: Register
    scale: Scale
    _known: dict[Key, Found] = field(default_factory=dict)

    def found(self, question: Question) -> Found:
        """What is found of every home for a question."""
        return self.found_all([question])[0]

    def each(self, questions: Sequence[Question]) -> Iterator[Found]:
        """What is found of every home for each of these, in their order: some at a time, so that not all are held."""
        most = max(1, ASKED_AT_ONCE // max(1, self.register.size))
        for at in range(0, len(questions), most):
            yield from self.found_all(questions[at : at + most])

    def found_all(self, questions: Sequence[Question]) -> list[Found]:
        """The same for several, those that were not asked yet at once: that takes less than half the time of each."""
        keys = [_key(question) for question in questions]
        new = {key: question for key, question in zip(keys, questions, strict=True) if key not in self._known}
        found = dict(zip(new, find_all([*new.values()], self.register, self.scale), strict=True))
        room = max(0, KEPT // max(1, self.register.size) - len(self._known))
        self._known.update(islice(found.items(), room))
        return [found[key] if key in found else self._known[key] for key in keys]


def _key(question: Question) -> Key:
    agreed = tuple(sorted((str(decided.child), str(decided.home)) for decided in question.decided))
    return (question.referral.id, question.referral.children, question.elsewhere, agreed)
