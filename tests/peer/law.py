"""What a law is here: a question about one pair, entered in its instrument under the rule's id."""

from collections.abc import Callable

from matching.domain.codes import Outcome
from tests.peer.knowing import Possible
from tests.peer.pairing import Pairing

Law = Callable[[Pairing], Possible]
Findings = dict[tuple[str, str, str], Outcome]
"""What was found, by rule, child and home."""


class Instrument(dict[str, Law]):
    """The laws of an Act, of regulations or of a local policy, by the id of their rule."""

    def law(self, rule: str) -> Callable[[Law], Law]:
        """Enters a law under the rule's id."""

        def enter(said: Law) -> Law:
            self[rule] = said
            return said

        return enter
