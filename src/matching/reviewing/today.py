"""How the home in which a child lives stands today: by the rules about her and it, whatever other homes there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from matching.domain.codes import ApprovalStatus, Outcome, RegistrationStatus
from matching.domain.home import Home
from matching.domain.made import made
from matching.domain.review import Because
from matching.explaining.found import Found
from matching.explaining.ranking import options_of
from matching.rules.rule import OPTIONS
from matching.rules.rulebook import Rulebook

MANUAL_LANE = "POL-MANUAL-LANE"
"""The rule that says of whom people decide: it is about the child, and says nothing against her home."""


@dataclass(frozen=True, slots=True)
class Today:
    """How today's home stands, which rules forbid it, and of which nobody can tell."""

    standing: Outcome
    against: tuple[Because, ...] = ()
    unknown: tuple[Because, ...] = ()


def today_of(found: Found, home: str) -> Today:
    """How a home stands for the child of a question about today."""
    row, lines = found.layout.register.row_of[home], _lines(found.rulebook)
    standing = Outcome(int(found.judged[0].outcomes[lines, row].min()))
    if standing >= Outcome.NEEDS_APPROVAL:
        return Today(standing)
    return Today(
        standing,
        against=tuple(_those(found, home, Outcome.PROHIBITED)),
        unknown=tuple(_those(found, home, Outcome.CANNOT_TELL)),
    )


@cache
def _lines(rulebook: Rulebook) -> npt.NDArray[np.int64]:
    """The rules that do not look at other homes, and speak of the home."""
    each = enumerate(rulebook.rules)
    return np.array([k for k, rule in each if rule.about is not OPTIONS and rule.id != MANUAL_LANE])


def _those(found: Found, home: str, outcome: Outcome) -> Iterator[Because]:
    """What the rules with an outcome say, in words."""
    asked = {found.rulebook.rules[line].id for line in _lines(found.rulebook)}
    for finding in options_of(found, [home])[home].findings:
        if finding.rule in asked and finding.outcome == outcome.word:
            yield made(Because, id=finding.rule, words=finding.because)


def closed(home: Home) -> str | None:
    """Why nobody can live in a home any more, where its own record says so."""
    if home.registration is not None and home.registration.status is RegistrationStatus.CANCELLED:
        return "its registration is cancelled"
    if home.approval is not None and home.approval.status is ApprovalStatus.ENDED:
        return "its carers' approval has ended"
    return None
