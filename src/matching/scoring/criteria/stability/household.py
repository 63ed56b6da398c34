"""How the child would fit in with those who live there already."""

from matching.facts.catalogue import pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import Loss, less
from matching.scoring.points import Points


@criterion(
    "household",
    head=Head.STABILITY,
    question="How would the child fit in with those who live there?",
    serves="Sinclair et al. 2003 to 2005 (from memory), the carers' own of about the same age; Children's Homes "
    "Regulations 2015 reg 12 and domain practice, the impact on those there",
)
def household() -> Points:
    """Full points, less 5 for each unrelated child (to 20), 15 more for each of the carers' own within about three
    years of the child's age (to 30), 10 for each person with whom a risk, now or past, meets a vulnerability (to 20),
    and 10 more where the risk is there now (to 20).

    Risks that the home's own assessment has weighed and accepted lose nothing.
    """
    return less(
        Loss(pair.unrelated_children, each=500, most=2_000),
        Loss(pair.own_near_in_age, each=1_500, most=3_000),
        Loss(pair.risks_to_weigh, each=1_000, most=2_000),
        Loss(pair.risks_now, each=1_000, most=2_000),
    ).saying(
        "unrelated children: {pair.unrelated_children}; carers' own near in age: {pair.own_near_in_age}; "
        "people with risks to weigh: {pair.risks_to_weigh}, now: {pair.risks_now}"
    )
