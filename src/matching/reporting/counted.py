"""What a review comes to: how many of each outcome, and where children live today and if all were taken up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from matching.domain.review import Picture, Review, Reviewed
from matching.reporting import saying
from matching.reporting.told import everybody

TODAY = "Today"
AFTER = "If everything suggested were taken up"
Number = int | float | None
DUE_SINCE = re.compile(r"due since (\d{1,2} \w+ \d{4})")
A_DAY = re.compile(r"(\d{1,2} \w+ \d{4})")
CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is counted, today and if everything suggested were taken up."""

    what: str
    today: Number
    after: Number

    @property
    def difference(self) -> Number:
        """How much more it would be."""
        return None if self.today is None or self.after is None else round(self.after - self.today, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers of children that are drawn, and what the drawing shows in words."""

    title: str
    lines: tuple[Line, ...]

    @property
    def alt(self) -> str:
        """The same in words, for who does not see it."""
        return f"{self.title}. {TODAY}: {self._said('today')}. {AFTER}: {self._said('after')}."

    def _said(self, which: str) -> str:
        return "; ".join(f"{line.what} {getattr(line, which)}" for line in self.lines)


def outcomes(review: Review) -> tuple[tuple[str, int], ...]:
    """How many children of each outcome."""
    found = [told.outcome for told in everybody(review)]
    return tuple((outcome, found.count(outcome)) for outcome in saying.OUTCOMES)


def at_a_glance(review: Review) -> tuple[tuple[str, int], ...]:
    """What else whoever opens it must know, counted."""
    found = (*review.unlawful_now, *review.explore, *review.keep, *review.cannot_assess)
    shut = {of.home for of in found if any(each.id == CLOSED for each in of.because)}
    counted = (
        (
            "children due since a day that is past already",
            sum(_overdue(due.why_due, review.as_of) for due in review.due),
        ),
        ("children who are 18 before the next review", sum(_of_age(of, review.next_review_by) for of in found)),
        ("children for whom a search is under way", sum(bool(of.referrals) for of in found)),
        ("homes that are closed, or that a rule forbids today", len(shut | {of.home for of in review.unlawful_now})),
    )
    return counted[1:] if review.everyone else counted


def _overdue(why: tuple[str, ...], on: date) -> bool:
    days = [said for words in why for said in DUE_SINCE.findall(words)]
    return any(_day(said) < on for said in days)


def _of_age(of: Reviewed, by: date) -> bool:
    """Whether a child is 18 by a day, as the reason for which she is left alone says."""
    soon = [said for each in of.left_alone if each.id == "nearly_grown" for said in A_DAY.findall(each.words)]
    return of.age < 18 and any(_day(said) <= by for said in soon)


def _day(said: str) -> date:
    return datetime.strptime(said, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone


def charts(review: Review) -> tuple[Chart, ...]:
    """Area, distance and stability, in numbers of children."""
    before, after = review.before, review.after
    return (
        Chart("In and out of the area", tuple(_area(before, after))),
        Chart("Miles from the child's own home", tuple(_bands(before.miles, after.miles))),
        Chart("Stability, in points", tuple(_bands(before.stability, after.stability))),
    )


def _area(before: Picture, after: Picture) -> Iterator[Line]:
    yield Line("In the area", before.inside, after.inside)
    yield Line("Outside the area", before.outside, after.outside)
    yield Line("Not recorded", before.not_known, after.not_known)


def _bands(before: dict[str, int], after: dict[str, int]) -> Iterator[Line]:
    for code in dict.fromkeys((*before, *after)):
        yield Line(saying.band(code), before.get(code, 0), after.get(code, 0))


def besides(review: Review) -> tuple[Line, ...]:
    """What is counted and not drawn."""
    before, after = review.before, review.after
    return (
        Line("Outside the area, in none that adjoins it", before.distant, after.distant),
        Line("Miles on average", before.mean_miles, after.mean_miles),
        Line("Points of stability on average", before.mean_stability, after.mean_stability),
    )
