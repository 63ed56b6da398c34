"""How long the carers have fostered."""

from matching.facts.catalogue import home
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import rising
from matching.scoring.points import Points


@criterion(
    "carers-experience",
    head=Head.STABILITY,
    question="How experienced are the carers?",
    serves="Rock et al. 2015, more experienced carers",
)
def carers_experience() -> Points:
    """No points in the first year of fostering, full points from ten years; asked of foster homes only."""
    years = rising(home.years_fostering, none_at=0, full_at=10).saying("{home.years_fostering} of fostering")
    return years.asked_where(home.fosters, "not a foster home")
