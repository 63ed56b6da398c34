"""How long the usual journey to family time would take."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import falling
from matching.scoring.points import Points


@criterion(
    "family-journey",
    head=Head.DISTANCE,
    question="How long is the journey to family time?",
    serves="Children Act 1989 s.34 and Sch 2 para 15: to promote contact",
)
def family_journey() -> Points:
    """Full points up to 15 minutes, none from 90: the mean of the journeys, each as often as it is planned."""
    journey = falling(
        pair.minutes_to_family,
        full_at=15,
        none_at=90,
        least=pair.minutes_to_family_least,
        most=pair.minutes_to_family_most,
    )
    return journey.asked_where(child.family_time, "no family time is planned").saying(
        "about {pair.minutes_to_family} to family time without traffic, {pair.miles_to_family}"
    )
