"""Whether the home is in the authority's own area."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import best_of
from matching.scoring.points import FULL, Points

NEXT_DOOR = FULL // 2


@criterion(
    "within-area",
    head=Head.DISTANCE,
    question="Is the home in the authority's area?",
    serves="Children Act 1989 s.22C(9)",
)
def within_area() -> Points:
    """Full points in the responsible authority's area, half in an adjoining one; not asked where the plan is away."""
    area = best_of((pair.in_area, FULL), (pair.in_adjoining_area, NEXT_DOOR))
    return (
        area.asked_where(child.near_home_counts, "the plan is to be away from home")
        .saying("outside the area; in an adjoining authority's: {pair.in_adjoining_area}")
        .saying_where(pair.in_area, "within the authority's area")
    )
