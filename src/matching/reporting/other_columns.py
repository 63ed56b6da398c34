"""What tables say of the rest: prompts, what is different from the last review, and every reason by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.domain.review import Because, Changed, Prompt, Review
from matching.reporting import saying
from matching.reporting.columns import Column
from matching.reporting.told import Told, everybody

Prompts = Column[Prompt]
Differences = Column[Changed]

PROMPTS: tuple[Prompts, ...] = (
    Prompts("child", "Child", "The child's id", lambda of: of.child, 14),
    Prompts("home", "Home", "The id of the home where the child lives", lambda of: of.home, 20),
    Prompts("since", "Since", "Since when", lambda of: of.since, 14),
    Prompts("words", "To think of", "Something that no plan answers", lambda of: of.words, 70),
    Prompts("id", "Prompt", "What kind of prompt it is", lambda of: of.id, 24),
)
DIFFERENCES: tuple[Differences, ...] = (
    Differences("child", "Child", "The child's id", lambda of: of.child, 14),
    Differences("before", "Then", "What the last review found", lambda of: _found(of.before), 24),
    Differences("after", "Now", "What this one finds", lambda of: _found(of.after), 24),
    Differences("words", "What became of it", "The difference in words", lambda of: of.words, 70),
)


def _found(outcome: str | None) -> str:
    return saying.outcome(outcome) if outcome else "not in that review"


def changes(review: Review) -> tuple[Changed, ...]:
    """What is different from the last review; nothing where there is none to compare with."""
    return review.since_last.changed if review.since_last else ()


@dataclass(frozen=True, slots=True)
class ReasonOf:
    """A reason of one child: `about` says of what."""

    told: Told
    about: str
    because: Because


Reasons = Column[ReasonOf]
REASONS: tuple[Reasons, ...] = (
    Reasons("child", "Child", "The child's id", lambda of: of.told.child, 14),
    Reasons("outcome", "Found", "What the review finds", lambda of: saying.outcome(of.told.outcome), 16),
    Reasons("about", "Says", "Of what it is a reason", lambda of: of.about, 24),
    Reasons("id", "Reason", "Its id: a rule, a duty, a reason to leave alone, or a gap", lambda of: of.because.id, 26),
    Reasons("words", "In words", "What it says", lambda of: of.because.words, 90),
)


def reasons(review: Review) -> tuple[ReasonOf, ...]:
    """Every reason of every child, a row each."""
    return tuple(reason for told in everybody(review) for reason in _of(told))


def _of(told: Told) -> Iterator[ReasonOf]:
    if told.left:
        yield ReasonOf(told, "why people decide", Because(id="people_decide", words=told.left.because))
    if told.found is None:
        return
    found = told.found
    for about, each in (
        ("why it was found", found.because),
        ("forbids the home of today", found.against),
        ("nobody can tell of today", found.unknown),
        ("still to be approved of today", found.approvals_today),
        ("why the child is left alone", found.left_alone),
    ):
        yield from (ReasonOf(told, about, because) for because in each)
    if found.suggested:
        yield from (ReasonOf(told, "before anybody decides", because) for because in found.suggested.before)
    for settled in found.if_settled:
        about = f"to be found out of {saying.home(settled.name, settled.home)}"
        yield from (ReasonOf(told, about, because) for because in settled.missing)
