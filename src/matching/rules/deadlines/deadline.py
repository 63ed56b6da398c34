"""What a deadline is: its source, and how it follows from a placement or from a child."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from matching.domain.child import Child
from matching.domain.codes import HomeKind, LegalStatus
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.catalogue import pair
from matching.rules.citation import Citation, Confidence
from matching.rules.sourced import FromASource

SINCE_2011 = date(2011, 4, 1)
Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class Placement:
    """A child who would live, or lives, in a home from a day on.

    `facts` are those of the pairing; `stops` the days by which approvals are needed, by the rule that asks for them.
    """

    child: Child
    home: Home
    referral: Referral
    day: date
    facts: Mapping[str, Any]
    stops: Mapping[str, date | None]

    @property
    def stays(self) -> bool:
        """Whether the child lives there already."""
        return self.facts[pair.lives_there.name] is True

    @property
    def begins(self) -> bool:
        """Whether a placement begins: not where the child lives there already, nor where she goes home."""
        return not self.stays and not self.ends_care

    @property
    def ends_care(self) -> bool:
        """Whether a child under section 20 would go home to a parent, which is no placement."""
        return self.home.kind is HomeKind.PARENT and self.child.legal_status is LegalStatus.V2

    @property
    def since(self) -> date | None:
        """The first day there: of the placement, or since when the child has lived there."""
        return self.child.current_since or None if self.stays else self.referral.start

    @property
    def elsewhere(self) -> bool:
        """Whether the home is not surely in the authority's own area."""
        return self.facts[pair.in_area.name] is not True


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done by a day; by `latest` with a reason; None says as soon as can be."""

    what: str
    by: date | None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class ChildOnADay:
    """A child, wherever she lives, on a day."""

    child: Child
    day: date


@dataclass(frozen=True, eq=False, kw_only=True)
class Deadline(FromASource, Generic[Of]):
    """A deadline with its source, the days on which it binds, and what is due by it."""

    due: Callable[[Of], Iterator[Due]]


def deadline(
    id: str,  # noqa: A002
    *,
    title: str,
    cites: Citation,
    confidence: Confidence,
    from_day: date = SINCE_2011,
    until_day: date | None = None,
) -> Callable[[Callable[[Of], Iterator[Due]]], Deadline[Of]]:
    """Makes a deadline of a function that says what is due; the function's docstring says what the deadline means."""

    def build(due: Callable[[Of], Iterator[Due]]) -> Deadline[Of]:
        means = " ".join((due.__doc__ or "").split())
        return Deadline(
            id=id,
            title=title,
            means=means,
            cites=cites,
            confidence=confidence,
            from_day=from_day,
            until_day=until_day,
            due=due,
        )

    return build
