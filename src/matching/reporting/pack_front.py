"""The first pages of the pack: what it is, how many of each and who they are; then where children live."""

from collections.abc import Iterator
from typing import Any

from matching.domain.review import Review
from matching.explaining.words import listed
from matching.reporting import saying
from matching.reporting.counted import AFTER, TODAY, Line, at_a_glance, besides, charts, outcomes
from matching.reporting.heads import (
    CONFIDENTIAL,
    PEOPLE_DECIDE,
    figures,
    must_know,
    title,
)

MOST_NAMED = 40


def front(review: Review) -> dict[str, Any]:
    """The page, and what stands at the edge of every page, as data."""
    return {
        "title": title(review),
        "author": "placement-matching",
        "confidential": CONFIDENTIAL,
        "edge": PEOPLE_DECIDE,
        "day": review.as_of.isoformat(),
        "warnings": review.warnings,
        "heads": must_know(review),
        "outcomes": [_outcome(review, code, number) for code, number in outcomes(review)],
        "glance": [f"{said[0].upper()}{said[1:]}: {number:,}" for said, number in at_a_glance(review)],
        "named": (TODAY, AFTER),
        "charts": list(_charts(review)),
        "counts": [_line(line) for line in (*charts(review)[0].lines, *besides(review))],
        "figures": figures(review),
    }


def _outcome(review: Review, code: str, number: int) -> dict[str, Any]:
    return {
        "code": code,
        "name": saying.OUTCOMES[code],
        "means": saying.MEANS[code],
        "number": number,
        "who": _who(review, code),
    }


def _who(review: Review, code: str) -> str:
    """Who they are, of those whom people are to look at first."""
    of = {"unlawful_now": review.unlawful_now, "explore": review.explore}.get(code, ())
    return listed((f"{each.child} ({each.age})" for each in of), MOST_NAMED)


def _charts(review: Review) -> Iterator[dict[str, Any]]:
    for chart in charts(review):
        yield {"title": chart.title, "alt": chart.alt, "lines": [_line(line) for line in chart.lines]}


def _line(of: Line) -> dict[str, Any]:
    return {
        "what": of.what,
        "numbers": (of.today or 0, of.after or 0),
        "said": (_number(of.today), _number(of.after), _more(of.difference)),
    }


def _number(number: float | None) -> str:
    if number is None:
        return saying.NOT_RECORDED
    return f"{number:,}" if isinstance(number, int) else f"{number:,.1f}"


def _more(number: float | None) -> str:
    """How much more or less: `+3`, `−2`, or that it is the same."""
    if number is None:
        return saying.NOT_RECORDED
    if not number:
        return "same"
    return f"{'+' if number > 0 else '−'}{_number(abs(number))}"
