"""Why a head has its points: what counts most for it, what counts most against it, and what nobody knows."""

from collections.abc import Iterator, Sequence

from matching.cli.answer import Answer
from matching.domain.ranking import CriterionPoints, Option
from matching.explaining.indicators import AGAINST_TO, FOR_FROM

NOT_RECORDED = "not recorded"
FOR, AGAINST, BETWEEN, UNKNOWN, PLAIN = "+", "-", "~", "?", ""
MARKS = (
    f"{FOR} speaks for the home, {AGAINST} against it, {BETWEEN} is between, {UNKNOWN} is not known for sure: the "
    "weightiest of each; --home ID gives them all"
)
HALF, OPEN = 50, 25
"""Points that speak neither way; how many are open where a criterion is not known for sure."""

MOST = 2
"""How many reasons of a kind are given; `--home` and `--full` give all of them."""

Reason = tuple[str, str]
"""A mark and what is said."""


def reasons(answer: Answer, option: Option, head: str, *, most: int | None = MOST) -> Iterator[Reason]:
    """The reasons of a head, each with its mark, the weightiest of each kind."""
    asked = [c for c in option.criteria if c.head == head and c.weight]  # of weight 0: not asked here
    shown = [c for mark in (FOR, AGAINST, BETWEEN, UNKNOWN, PLAIN) for c in _weightiest(asked, mark, most)]
    for criterion in shown:
        yield mark_of(criterion), because(answer, criterion)


def strongest(answer: Answer, option: Option) -> str:
    """What counts most for a home and most against it, over stability and distance, in a line."""
    asked = [c for c in option.criteria if c.head != "cost" and c.weight]
    shown = [(mark, c) for mark in (FOR, AGAINST) for c in _weightiest(asked, mark, 1)]
    return "; ".join(f"{mark} {because(answer, criterion)}" for mark, criterion in shown)


def _weightiest(criteria: Sequence[CriterionPoints], mark: str, most: int | None) -> list[CriterionPoints]:
    """The criteria of a mark that count most, weightiest first."""
    alike = [c for c in criteria if mark_of(c) == mark]
    return sorted(alike, key=lambda c: -c.weight * abs(c.central - HALF))[:most]


def mark_of(criterion: CriterionPoints) -> str:
    """Whether a criterion speaks for the home or against it; cost is a plain fact, and does neither."""
    if is_unknown(criterion):
        return UNKNOWN
    if criterion.head == "cost":
        return PLAIN
    return FOR if criterion.central >= FOR_FROM else AGAINST if criterion.central <= AGAINST_TO else BETWEEN


def is_unknown(criterion: CriterionPoints) -> bool:
    """Whether it is not recorded, or so much of it is not known that its points may be far higher."""
    return NOT_RECORDED in criterion.because or criterion.high - criterion.low >= OPEN


def because(answer: Answer, criterion: CriterionPoints) -> str:
    """Why a criterion gives its points; what it asks, where nobody recorded the answer."""
    if NOT_RECORDED in criterion.because:
        return f"not recorded: {answer.named(answer.questions[criterion.id])}"
    return answer.named(said_once(criterion.because, answer.ranking.children))


def said_once(text: str, children: Sequence[str]) -> str:
    """A sentence that is the same for each of several children, once; else as it is."""
    said = text.split("; ")
    if len(said) != len(children) or len(children) == 1:
        return text
    alike = {part.removeprefix(f"{child}: ") for part, child in zip(said, children, strict=True)}
    return f"each: {alike.pop()}" if len(alike) == 1 else text
