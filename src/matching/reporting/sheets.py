"""The sheets of the workbook: one for each outcome, then what hangs together, what is missing, and every reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from matching.domain.review import Review, Reviewed, Suggested
from matching.reporting import saying
from matching.reporting.cells import Cell
from matching.reporting.chain_columns import CHAINS, steps
from matching.reporting.child_columns import CHILDREN, Child, found
from matching.reporting.columns import Column
from matching.reporting.find_out import FIND_OUT, to_find_out
from matching.reporting.missing_columns import missing_columns
from matching.reporting.other_columns import DIFFERENCES, PROMPTS, REASONS, changes, reasons
from matching.reporting.suggestion_columns import waits
from matching.reporting.told import Told, of_outcome

BY_NAME = {column.name: column for column in CHILDREN}
NOBODY = "Nobody. No child of this review is in this list."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns, what it has a row for, and what it says where there is nothing."""

    name: str
    holds: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Any]
    nobody: str


def suggested(value: Any) -> Any:
    """What is said of the home suggested to a child; that there is none, where there is none."""

    def said(told: Told) -> Cell:
        of: Suggested | None = told.found.suggested if told.found else None
        cell: Cell = value(of) if of else saying.NONE
        return cell

    return said


def _where(told: Told) -> tuple[str, ...]:
    if told.found is None:
        return (told.due.home or saying.NOT_RECORDED if told.due else saying.NOT_RECORDED,)
    outside = told.due.outside if told.due else None
    place = saying.area(outside, told.found.distant)
    return saying.home(told.found.name, told.found.home), saying.kind(told.found.kind), place


def _why(of: Reviewed) -> tuple[str, ...]:
    return tuple(each.words for each in saying.own_reasons(of))


def _suggestion(of: Suggested) -> tuple[str, ...]:
    inside = saying.NOT_RECORDED if of.inside is None else "in the area" if of.inside else "outside the area"
    standing = saying.stands_there(of)
    together = (f"together with {', '.join(of.together_with)}",) if of.together_with else ()
    return saying.home(of.name, of.home), saying.tier(of.tier), f"{standing}; {inside}", *together


LIVES = Child("lives_now", "Lives now", "The home of today, its kind, and where that is", _where, 21)
AGAINST = Child(
    "forbidden_by",
    "Forbidden by",
    "Which rules forbid the home of today, and why",
    found(lambda f: saying.reasons(f.against)),
    28,
)
OPEN = Child(
    "find_out",
    "To be found out today",
    "Rules of which nobody can tell, and why",
    found(lambda f: saying.reasons(f.unknown)),
    30,
)
WHY = Child("why", "Why", "Why no other home is suggested", found(_why), 34)
OFFER: tuple[Child, ...] = (
    Child(
        "to_explore", "To explore", "The home suggested, its tier, how it stands", suggested(_suggestion), 22, "none"
    ),
    Child("miles_there", "Miles there", "Its miles from the child's own home", suggested(lambda s: s.miles), 8),
    Child(
        "duties",
        "Duties, today and there",
        "How both homes serve each duty",
        suggested(lambda s: tuple(map(saying.duty, s.duties))),
        36,
    ),
    Child(
        "points_today",
        "Suitability today",
        "Points of today's home as known, whether or not a rule forbids it",
        found(lambda f: f.suitability.central if f.suitability else None),
        11,
    ),
    Child(
        "points_there",
        "Suitability there",
        "Points of the suggested home as known",
        suggested(lambda s: s.suitability.central),
        11,
    ),
    Child(
        "approvals",
        "Approvals first",
        "Approvals to be given before it may begin",
        suggested(saying.asked_first),
        22,
    ),
    Child(
        "before",
        "Before anybody decides",
        "What must be recorded before anybody decides",
        suggested(lambda s: saying.reasons(s.before)),
        26,
    ),
    Child("earliest", "Not before", "The first day on which it could begin", suggested(lambda s: s.earliest), 12),
    Child(
        "waits_for",
        "Waits for",
        "Whether others would have to live elsewhere first: the sheet Chains says who",
        suggested(waits),
        9,
    ),
)


def _named(*names: str) -> tuple[Child, ...]:
    return tuple(BY_NAME[name] for name in names)


OF_OUTCOME: dict[str, tuple[Child, ...]] = {
    "unlawful_now": (
        *_named("child", "age", "wishes", "wishes_on"),
        LIVES,
        *_named("since", "miles", "today"),
        AGAINST,
        *OFFER,
    ),
    "explore": (*_named("child", "age", "wishes", "wishes_on"), LIVES, *_named("since", "miles", "because"), *OFFER),
    "keep": (
        *_named("child", "age", "wishes", "wishes_on"),
        LIVES,
        *_named("since", "miles", "last_considered", "today"),
        WHY,
        *_named("approvals_today", "unknown", "opened_since", "opened_first"),
    ),
    "cannot_assess": (
        *_named("child", "age", "wishes", "wishes_on"),
        LIVES,
        *_named("since", "miles", "today", "because"),
        OPEN,
        *_named("if_settled", "opened_since", "opened_first"),
    ),
    "people_decide": _named("child", "home", "since", "miles", "why_due", "because"),
}


def sheets(review: Review) -> Iterator[Sheet]:
    """Every sheet but the first and the last, in order."""
    for outcome, columns in OF_OUTCOME.items():
        yield Sheet(saying.OUTCOMES[outcome], saying.MEANS[outcome], columns, of_outcome(review, outcome), NOBODY)
    holds = "What is to be found out, a row each: filter by whom to ask, and ask once for many children."
    yield Sheet("To find out", holds, FIND_OUT, to_find_out(review), "Nothing.")
    holds = f"Suggestions that wait for one another, step by step. {saying.NOT_AGREED}"
    yield Sheet("Chains", holds, CHAINS, steps(review), "None.")
    yield Sheet(
        "Missing homes", "What nobody in the area has.", missing_columns(review), review.no_suitable_option, "None."
    )
    yield Sheet("Prompts", "To think of; no plan answers it.", PROMPTS, review.prompts, "None.")
    yield Sheet("Since the last review", "What is different.", DIFFERENCES, changes(review), _no_change(review))
    yield Sheet("Reasons", "Every reason, a row each.", REASONS, reasons(review), "None.")


def _no_change(review: Review) -> str:
    return "Nothing is different." if review.since_last else "No earlier review was given to compare with."
