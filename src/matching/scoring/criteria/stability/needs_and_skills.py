"""Whether those who would care for the child have the skills that the child's needs call for."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, Points, criterion, share


@criterion(
    "needs-and-skills",
    head=Head.STABILITY,
    question="Do the carers have the skills that the child's needs call for?",
    serves="Konijn et al. 2019, low quality of parenting r=.29; Rock et al. 2015, strong parenting skills",
)
def needs_and_skills() -> Points:
    """The share of the child's needs that a recorded skill of at least the same level meets."""
    return share(pair.needs_met, pair.needs_unmet, of=child.needs).saying(
        "of {child.needs} needs, a recorded skill meets {pair.needs_met} and falls short of {pair.needs_unmet}; "
        "for {pair.needs_untold} no skill is recorded"
    )
