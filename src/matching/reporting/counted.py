"""What a review comes to: how many of each outcome, and where children live today and if all were taken up."""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.domain.review import Picture, Review
from matching.reporting import saying
from matching.reporting.told import everybody

TODAY = "Today"
AFTER = "If everything suggested were taken up"
Number = int | float | None


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
