"""How far from home the child would live."""

from matching.facts.catalogue import pair
from matching.scoring.criterion import Head, Points, criterion, falling_exactly


@criterion(
    "near-home",
    head=Head.DISTANCE,
    question="Can the child keep living near home?",
    serves="Children Act 1989 s.22C(8)(a)",
)
def near_home() -> Points:
    """Full points within 3 miles of home, none from 40, in between by the straight line."""
    return falling_exactly(pair.miles_from_home, full_at=3, none_at=40).saying("{pair.miles_from_home} from home")
