"""How far from home the child would live; where the plan is to be away, how far away."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import falling_exactly, rising
from matching.scoring.points import Points


@criterion(
    "near-home",
    head=Head.DISTANCE,
    question="How far from home would the child live?",
    serves="Children Act 1989 s.22C(8)(a); where the plan is to be away for safety, that plan",
)
def near_home() -> Points:
    """Full points within 3 miles of home, none from 40, by the straight line.

    Turned round where the plan is to be away from home: none within 3 miles, full from 20, and no more beyond that.
    """
    near = falling_exactly(pair.miles_from_home, full_at=3, none_at=40).saying(
        "{pair.miles_from_home} from home, about {pair.minutes_from_home}"
    )
    away = rising(pair.miles_from_home, none_at=3, full_at=20)
    return (
        near.where(~child.near_home_counts, away)
        .asked_where(child.has_home, "the child has no home in this country")
        .saying_where(
            child.near_home_counts, "{pair.miles_from_home} from home, which the plan is to be away from", holds=False
        )
    )
