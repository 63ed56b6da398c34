"""How long the journey to the child's present school would take."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import falling
from matching.scoring.points import Points


@criterion(
    "school-journey",
    head=Head.DISTANCE,
    question="How long is the journey to school?",
    serves="Children Act 1989 s.22C(8)(b)",
)
def school_journey() -> Points:
    """Full points up to 10 minutes, none from 75; the model's middle 80 % gives the range."""
    journey = falling(
        pair.minutes_to_school,
        full_at=10,
        none_at=75,
        least=pair.minutes_to_school_least,
        most=pair.minutes_to_school_most,
    )
    return journey.asked_where(child.registered_pupil, "not a registered pupil").saying(
        "about {pair.minutes_to_school} to school without traffic, {pair.miles_to_school}"
    )
