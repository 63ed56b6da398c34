"""Whether the child would live with the brothers and sisters to live with."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import share
from matching.scoring.points import Points


@criterion(
    "siblings",
    head=Head.STABILITY,
    question="Would the child live with the brothers and sisters to live with?",
    serves="Children Act 1989 s.22C(8)(c); Konijn et al. 2019, placed without siblings r=.16; Rock et al. 2015",
)
def siblings() -> Points:
    """The share of the brothers and sisters whom no assessment parts from the child that would be there."""
    together = share(pair.siblings_with, pair.siblings_without, of=child.siblings)
    return together.asked_where(child.siblings_to_be_with, "no brothers or sisters to live with").saying(
        "{pair.siblings_with} of {child.siblings} brothers and sisters would be there"
    )
