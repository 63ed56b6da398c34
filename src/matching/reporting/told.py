"""Every child of a review in the order in which people look at them: what was found, and why that was looked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.domain.plan import PeopleDecide
from matching.domain.review import OUTCOMES, Due, Review, Reviewed, Suggested
from matching.errors import EngineDefect

PEOPLE_DECIDE = "people_decide"


@dataclass(frozen=True, slots=True)
class Told:
    """One child: `found` is None of whom people decide alone, and `due` where the review does not say why."""

    outcome: str
    child: str
    found: Reviewed | None = None
    due: Due | None = None
    left: PeopleDecide | None = None


def everybody(review: Review) -> tuple[Told, ...]:
    """Every child, those first whose home a rule forbids today; inside a list in the review's own order."""
    due = {each.child: each for each in review.due}
    return (*_found(review, due), *_left(review, due))


def _found(review: Review, due: dict[str, Due]) -> Iterator[Told]:
    for outcome in OUTCOMES:
        found: tuple[Reviewed, ...] = getattr(review, outcome)
        for each in found:
            yield Told(outcome, each.child, found=each, due=due.get(each.child))


def _left(review: Review, due: dict[str, Due]) -> Iterator[Told]:
    for each in review.people_decide:
        yield Told(PEOPLE_DECIDE, each.child, due=due.get(each.child), left=each)


def of_outcome(review: Review, outcome: str) -> tuple[Told, ...]:
    """The children of one list."""
    return tuple(each for each in everybody(review) if each.outcome == outcome)


def suggestions(review: Review) -> tuple[tuple[Reviewed, Suggested], ...]:
    """Every home that is suggested to be explored, with the child."""
    found = (each.found for each in everybody(review) if each.found)
    return tuple((each, each.suggested) for each in found if each.suggested)


def nobody_is_lost(review: Review) -> None:
    """Raise EngineDefect where a child who is due stands in no list, or in two: nothing is then written."""
    told = sorted(each.child for each in everybody(review))
    if len(set(told)) != len(told) or {each.child for each in review.due} - set(told):
        message = "a child who is due stands in no list of the review, or in two"
        raise EngineDefect(message, "Report this with the version; nothing of the review is written.")
