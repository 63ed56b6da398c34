"""What is to be found out of the children of a review, a row for each thing, and whom to ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.domain.review import Because, Due, Review, Reviewed
from matching.reporting import saying
from matching.reporting.columns import Column
from matching.reporting.told import Told, everybody

THE_CHILD, SOCIAL_WORKER = "the child", "the child's social worker"
FOSTERING, MANAGER = "the fostering service", "the registered manager"
ASKED = (THE_CHILD, SOCIAL_WORKER, FOSTERING, MANAGER)
"""Whom to ask, in the order in which a page has them."""

OF_A_SERVICE = (("CPPCR-22-", FOSTERING), ("CHR-", MANAGER), ("CSA-", MANAGER))
WHOM = {"wants_to_stay": THE_CHILD, "wishes": THE_CHILD, "CPPCR-24": FOSTERING, "CPPCR-25": FOSTERING}
MAY_LEAVE_ALONE = frozenset(
    {
        "matched_long_term",
        "key_stage_4",
        "wants_to_stay",
        "away_for_safety",
        "came_lately",
        "adoption",
        "special_guardianship",
        "going_home",
        "therapy",
        "nearly_grown",
        "brothers_and_sisters",
    }
)
"""Reasons to leave a child alone, of each of which it may be unknown whether it holds."""

OF_THE_RECORD = frozenset({"home", "closed", "since", "CPPCR-14"})
"""What may be missing of where a child lives, and of her case."""

CONSIDERED = "it is not recorded when"


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """One thing to find out of a child: of which home, and whom to ask."""

    told: Told
    home: str | None
    name: str | None
    kind: str | None
    because: Because

    @property
    def whom(self) -> str:
        """Whom to ask, where that follows from what it is about; else the child's social worker knows who would."""
        return whom(self.because.id)


def whom(of: str) -> str:
    """Whom to ask about a rule or a gap."""
    if of in WHOM:
        return WHOM[of]
    return next((asked for begins, asked in OF_A_SERVICE if of.startswith(begins)), SOCIAL_WORKER)


def to_find_out(review: Review) -> tuple[ToFindOut, ...]:
    """Every thing to find out of every child who is due, in the review's order; each of a child and a home once."""
    kinds = home_kinds(review)
    return tuple(each for told in everybody(review) for each in of_child(told, kinds))


def home_kinds(review: Review) -> dict[str, str]:
    """What kind each home is of that anybody lives in or may live in."""
    found = [told.found for told in everybody(review) if told.found]
    kinds = {of.home: of.kind for of in found if of.home and of.kind}
    return kinds | {of.suggested.home: of.suggested.kind for of in found if of.suggested}


def of_child(told: Told, kinds: dict[str, str]) -> tuple[ToFindOut, ...]:
    """What is to be found out of one child: of the home of today first."""
    return tuple(dict.fromkeys(_each(told, kinds)))


def _each(told: Told, kinds: dict[str, str]) -> Iterator[ToFindOut]:
    if told.found is None:
        yield from (_of_due(told, told.due, because) for because in _considered(told.due) if told.due)
        return
    of = told.found
    today = (*_wishes(of), *_gaps(of), *of.unknown, *_considered(told.due))
    yield from (ToFindOut(told, of.home, of.name, of.kind, because) for because in today)
    if of.suggested:
        there = of.suggested
        yield from (ToFindOut(told, there.home, there.name, there.kind, because) for because in there.before)
    for settled in of.if_settled:
        kind = kinds.get(settled.home)
        yield from (ToFindOut(told, settled.home, settled.name, kind, because) for because in settled.missing)


def _of_due(told: Told, due: Due, because: Because) -> ToFindOut:
    return ToFindOut(told, due.home, None, None, because)


def _wishes(of: Reviewed) -> Iterator[Because]:
    """The child is asked first, where nobody recorded what she said."""
    asked_already = any(each.id == "wants_to_stay" for each in of.because)
    if not of.wishes and not asked_already:
        yield Because(id="wishes", words="what the child wishes for is not recorded: ask the child")


def _gaps(of: Reviewed) -> Iterator[Because]:
    """What is not recorded of her and of where she lives: reasons that surely hold are no gaps."""
    asked = MAY_LEAVE_ALONE | OF_THE_RECORD
    left_alone = {each.id for each in of.left_alone}
    forbids = set(of.against)
    yield from (each for each in of.because if each.id in asked - left_alone and each not in forbids)


def _considered(due: Due | None) -> Iterator[Because]:
    said = (words for words in due.why_due if words.startswith(CONSIDERED)) if due else ()
    yield from (Because(id="last_considered", words=words) for words in said)


Finding = Column[ToFindOut]
FIND_OUT: tuple[Finding, ...] = (
    Finding("child", "Child", "The child's id", lambda of: of.told.child, 12),
    Finding("whom", "Whom to ask", "Whom to ask, where that is plain; else the social worker", lambda of: of.whom, 24),
    Finding("words", "To find out", "What is to be found out", lambda of: of.because.words, 60),
    Finding("home", "Home", "The home it is about", lambda of: saying.home(of.name, of.home), 26),
    Finding("kind", "Kind of home", "Its kind", lambda of: saying.kind(of.kind), 22),
    Finding("id", "Id", "The rule or the gap", lambda of: of.because.id, 24),
    Finding("outcome", "Found", "What the review finds", lambda of: saying.outcome(of.told.outcome), 16),
)
