"""What tables say of a child of the review: who she is, where she lives, what was found and why."""

from collections.abc import Callable
from typing import TypeVar

from matching.domain.ranking import Interval
from matching.domain.review import Because, Due, Reviewed
from matching.reporting import saying
from matching.reporting.cells import Cell
from matching.reporting.columns import Column, level_columns
from matching.reporting.saying import NONE
from matching.reporting.told import Told

Child = Column[Told]
D = TypeVar("D")


def found(value: Callable[[Reviewed], Cell]) -> Callable[[Told], Cell]:
    """What was found of the child; nothing where people decide alone."""
    return lambda told: value(told.found) if told.found else None


def in_words(value: Callable[[Reviewed], Cell]) -> Callable[[Told], Cell]:
    """The same in words: of whom people decide alone, that she was not looked at, and not that nothing is recorded."""
    return lambda told: value(told.found) if told.found else saying.NOT_LOOKED_AT


def due(value: Callable[[Due], Cell]) -> Callable[[Told], Cell]:
    """Why her home was looked at, and where that is."""
    return lambda told: value(told.due) if told.due else None


def either(of_found: Callable[[Reviewed], Cell], of_due: Callable[[Due], Cell]) -> Callable[[Told], Cell]:
    """What was found, else what is known of whoever was looked at."""

    def value(told: Told) -> Cell:
        said = of_found(told.found) if told.found else None
        return of_due(told.due) if said is None and told.due else said

    return value


def _words(of: tuple[Because, ...]) -> tuple[str, ...]:
    return tuple(each.words for each in of)


def _ids(of: tuple[Because, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in of)


def _because(told: Told) -> Cell:
    if told.left:
        return (told.left.because,)
    return _words(told.found.because) if told.found else None


def _settled(of: Reviewed) -> tuple[str, ...]:
    return tuple(
        f"{saying.home(each.name, each.home)}: {'; '.join(_words(each.missing)) or saying.NOT_RECORDED}"
        for each in of.if_settled
    )


def also_suits(of: Reviewed) -> tuple[str, ...]:
    """Other homes that would serve her better too, and why none of them is suggested: never for which other child."""
    said = []
    for each in of.also_suits:
        taken = f"suggested for {saying.others(each.taken_by)}" if each.taken_by else ""
        kept = "a bed is kept free for new referrals" if each.kept_free else ""
        waits = f"waits for {saying.others(each.waits_for)}" if each.waits_for else ""
        about = ", ".join(filter(None, (taken, kept, waits))) or "it does not go together with the other suggestions"
        said.append(f"{saying.home(each.name, each.home)}: {about}")
    return tuple(said)


WHO: tuple[Child, ...] = (
    Child("child", "Child", "The child's id", lambda told: told.child, 10),
    Child("outcome", "Found", "What the review finds", lambda told: saying.outcome(told.outcome), 14),
    Child("age", "Age", "Age in years on the day of the review", found(lambda f: f.age), 5),
    Child(
        "wishes",
        "Wishes",
        "What is recorded of the child's wishes",
        in_words(lambda f: f.wishes),
        26,
        saying.ASK,
        in_words=True,
    ),
    Child("wishes_on", "Asked on", "The day on which the child was asked", found(lambda f: f.wishes_on), 12),
)
WHERE: tuple[Child, ...] = (
    Child(
        "home",
        "Home",
        "The id of the home where the child lives",
        either(lambda f: f.home, lambda d: d.home),
        14,
        in_words=True,
    ),
    Child("home_name", "Home's name", "Its name", in_words(lambda f: f.name), 20, in_words=True),
    Child("kind", "Kind", "Its kind", in_words(lambda f: saying.kind(f.kind)), 16, in_words=True),
    Child("since", "Since", "Since when the child lives there", either(lambda f: f.since, lambda d: d.since), 12),
    Child("miles", "Miles", "Miles from the child's own home", either(lambda f: f.miles, lambda d: d.miles), 7),
    Child("outside", "Outside the area", "Whether it is outside the area", due(lambda d: d.outside), 9, in_words=True),
    Child(
        "distant",
        "At a distance",
        "Whether it is neither in the area nor in one that adjoins it",
        either(lambda f: f.distant, lambda d: d.distant),
        9,
        in_words=True,
    ),
    Child("why_due", "Why due", "Why the home is due to be considered", due(lambda d: d.why_due), 30),
    Child("last_considered", "Considered", "When it was last considered", due(lambda d: d.last_considered), 12),
    Child(
        "today",
        "Stands today",
        "How the home stands today by the rules",
        in_words(saying.stands_today),
        22,
        in_words=True,
    ),
)
WHY: tuple[Child, ...] = (
    Child("because", "Why", "Why that was found", _because, 28),
    Child("because_ids", "Reasons", "The ids of these reasons", found(lambda f: _ids(f.because)), 18),
    Child("against", "Forbidden by", "Which rules forbid it today, and why", found(lambda f: _words(f.against)), 36),
    Child("against_ids", "Rules", "The ids of these rules", found(lambda f: _ids(f.against)), 18),
    Child("unknown", "Cannot tell", "Rules of which nobody can tell, and why", found(lambda f: _words(f.unknown)), 36),
    Child("unknown_ids", "Open rules", "The ids of these rules", found(lambda f: _ids(f.unknown)), 18),
    Child(
        "approvals_today",
        "Still to be approved",
        "What of the home of today is still to be approved",
        found(lambda f: _words(f.approvals_today)),
        28,
    ),
    Child("approvals_today_ids", "Approvals", "The ids of these rules", found(lambda f: _ids(f.approvals_today)), 18),
    Child("referrals", "Searches", "Searches that are under way", found(lambda f: _words(f.referrals)), 28),
    Child("left_alone", "Left alone", "Why no other home is suggested", found(lambda f: _words(f.left_alone)), 28),
    Child("left_alone_ids", "Left alone by", "The ids of these reasons", found(lambda f: _ids(f.left_alone)), 18),
)


def _suitability(told: Told) -> Interval | None:
    return told.found.suitability if told.found else None


def _stability(told: Told) -> Interval | None:
    return told.found.stability if told.found else None


POINTS: tuple[Child, ...] = (
    *level_columns("suitability", "Suitability", "Points of today's home", _suitability),
    *level_columns("stability", "Stability", "Its points of stability", _stability),
)
BEYOND: tuple[Child, ...] = (
    Child(
        "suggested_home",
        "Suggested",
        "The id of the home suggested to be explored",
        found(lambda f: f.suggested.home if f.suggested else NONE),
        14,
    ),
    Child(
        "suggested_name",
        "Its name",
        "The name of that home",
        found(lambda f: f.suggested.name if f.suggested else NONE),
        20,
    ),
    Child("also_suits", "Also suits", "Other homes that would serve better too", found(also_suits), 34),
    Child("if_settled", "If settled", "Homes that may, and what is to be found out", found(_settled), 40),
    Child(
        "opened_since",
        "Opened since",
        "How many homes in the area, forbidden by no rule, had a bed free since the last consideration",
        found(lambda f: len(f.opened_since)),
        9,
    ),
    Child(
        "opened_first",
        "First of these",
        "The ids of the first three of them",
        found(lambda f: f.opened_since[: saying.MOST_OPENED]),
        14,
    ),
)
CHILDREN: tuple[Child, ...] = (*WHO, *WHERE, *WHY, *POINTS, *BEYOND)
"""Everything, in the order of `children.csv`."""
