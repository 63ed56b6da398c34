"""Whether the family time that is planned can go on."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import falling
from matching.scoring.points import Points


@criterion(
    "family-time",
    head=Head.STABILITY,
    question="Can the family time that is planned go on?",
    serves="Children Act 1989 s.34 and Sch 2 para 15; Moyers et al. 2006 (from memory)",
)
def family_time() -> Points:
    """Full points up to 4 hours a month on the road for all of it, there and back, none from 24."""
    going_on = falling(
        pair.family_hours, full_at=4, none_at=24, least=pair.family_hours_least, most=pair.family_hours_most
    )
    return going_on.asked_where(child.family_time, "no family time is planned").saying(
        "about {pair.family_hours} a month on the road to family time"
    )
