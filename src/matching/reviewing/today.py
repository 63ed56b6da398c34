"""How the home in which a child lives stands today: by the rules about her and it, whatever other homes there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from matching.domain.codes import ApprovalStatus, Outcome, RegistrationStatus
from matching.domain.home import Home
from matching.domain.made import made
from matching.domain.review import Because
from matching.explaining.found import Found, find
from matching.explaining.many import outcomes_in
from matching.explaining.ranking import options_of
from matching.facts.question import Question
from matching.facts.register import Register
from matching.geography.postcodes import directory as the_directory
from matching.rules.rule import OPTIONS
from matching.rules.rulebook import Rulebook, rulebook_on
from matching.scoring.weighing import Scale

BY_WORD = {outcome.word: outcome for outcome in Outcome}
OWN_RULES = "POL-"
FROM_HARM = frozenset({"POL-APART", "POL-KEEP-AWAY"})
"""Rules of the council's own that keep a child from harm: against a home they speak as the law does."""

OF_THE_FAMILY = frozenset({"CA89-22C-2", "CA89-22C-7A"})
"""Rules that ask what came of asking the family: where a child lives with them already, that puts nothing in doubt."""

MANUAL_LANE = "POL-MANUAL-LANE"
"""The rule that says of whom people decide: it is about the child, and says nothing against her home."""


@dataclass(frozen=True, slots=True)
class Today:
    """How today's home stands: which rules forbid it, which of the council's own, of which nobody can tell.

    `against` are rules of law, and those that keep a child from harm; `not_as_asked` all others of the council's.
    `approvals` are still to be given.
    """

    standing: Outcome
    against: tuple[Because, ...] = ()
    not_as_asked: tuple[Because, ...] = ()
    unknown: tuple[Because, ...] = ()
    approvals: tuple[Because, ...] = ()


def todays(asked: Sequence[tuple[Question, Sequence[Home]]], homes: Sequence[str], scale: Scale) -> list[Today]:
    """How each home stands for the child of a question about today; with each question all entries of its home."""
    rulebook = rulebook_on(asked[0][0].day)
    lines, found = _lines(rulebook), list[Today]()
    each = zip(asked, homes, outcomes_in(asked, the_directory(), rulebook), strict=True)
    for (question, entries), home, outcomes in each:
        row = [entry.id for entry in entries].index(home)
        standing = Outcome(int(outcomes[0, lines, row].min()))
        in_order = standing is Outcome.MET
        found.append(Today(standing) if in_order else _in_full(question, entries, home, scale))
    return found


def _in_full(question: Question, entries: Sequence[Home], home: str, scale: Scale) -> Today:
    return _told(find(question, Register.of(entries, the_directory()), scale), home)


def _told(found: Found, home: str) -> Today:
    """How a home stands that is not in order, and why."""
    said = list(_said(found, home))
    forbidden = [because for outcome, because in said if outcome is Outcome.PROHIBITED]
    unknown = [b for outcome, b in said if outcome is Outcome.CANNOT_TELL and b.id not in OF_THE_FAMILY]
    approvals = tuple(because for outcome, because in said if outcome is Outcome.NEEDS_APPROVAL)
    least = [outcome for outcome, because in said if outcome is not Outcome.CANNOT_TELL or because in unknown]
    return Today(
        standing=min(least, default=Outcome.MET),
        against=tuple(because for because in forbidden if of_law(because)),
        not_as_asked=tuple(because for because in forbidden if not of_law(because)),
        unknown=tuple(unknown),
        approvals=approvals,
    )


def of_law(because: Because) -> bool:
    """Whether a rule is of the law, or keeps a child from harm, and no other that the council made itself."""
    return not because.id.startswith(OWN_RULES) or because.id in FROM_HARM


@cache
def _lines(rulebook: Rulebook) -> npt.NDArray[np.int64]:
    """The rules that do not look at other homes, and speak of the home."""
    each = enumerate(rulebook.rules)
    return np.array([k for k, rule in each if rule.about is not OPTIONS and rule.id != MANUAL_LANE])


def _said(found: Found, home: str) -> Iterator[tuple[Outcome, Because]]:
    """What each rule finds, in words."""
    asked = {found.rulebook.rules[line].id for line in _lines(found.rulebook)}
    for finding in options_of(found, [home])[home].findings:
        if finding.rule in asked:
            yield BY_WORD[finding.outcome], made(Because, id=finding.rule, words=finding.because)


def closed(home: Home) -> str | None:
    """Why nobody can live in a home any more, where its own record says so."""
    if home.registration is not None and home.registration.status is RegistrationStatus.CANCELLED:
        return "its registration is cancelled"
    if home.approval is not None and home.approval.status is ApprovalStatus.ENDED:
        return "its carers' approval has ended"
    return None
