"""A criterion turns what is known of a child in a home into points, and says whom it serves and what it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matching.domain.child import Child
from matching.domain.home import Home
from matching.scoring.points import Points


class Head(StrEnum):
    """The three heads of the score, as the owner named them."""

    STABILITY = "stability"
    DISTANCE = "distance"
    COST = "cost"


Detail = Callable[[Child, Home], str]


@dataclass(frozen=True, eq=False)
class Criterion:
    """One consideration: its head, the question it answers, whom it serves, and its points.

    `detail` says of one child and one home what no column holds, where there is something to say.
    """

    id: str
    head: Head
    question: str
    serves: str
    from_day: date
    means: str
    points: Points
    detail: Detail | None = None


def criterion(
    id: str,  # noqa: A002
    *,
    head: Head,
    question: str,
    serves: str,
    from_day: date = date(2026, 1, 1),
    detail: Detail | None = None,
) -> Callable[[Callable[[], Points]], Criterion]:
    """Makes a criterion of a function that gives its points; the docstring says how they fall."""

    def build(points: Callable[[], Points]) -> Criterion:
        means = " ".join((points.__doc__ or "").split())
        return Criterion(id, head, question, serves, from_day, means, points(), detail)

    return build
