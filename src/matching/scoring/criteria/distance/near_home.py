"""How far from home the child would live."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, Points, criterion, falling_exactly


@criterion(
    "near-home",
    head=Head.DISTANCE,
    question="Can the child keep living near home?",
    serves="Children Act 1989 s.22C(8)(a)",
)
def near_home() -> Points:
    """Full points within 3 miles of home, none from 40, by the straight line; none where the plan is to be away."""
    near = falling_exactly(pair.miles_from_home, full_at=3, none_at=40).saying("{pair.miles_from_home} from home")
    return near.nothing_without(child.near_home_counts, "the plan is to be away from home: nearness earns nothing")
