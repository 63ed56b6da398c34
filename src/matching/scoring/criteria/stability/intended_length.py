"""Whether the home can keep the child for as long as the plan is for."""

import polars as pl

from matching.facts.catalogue import NO_LIMIT, child, pair
from matching.scoring.criterion import FULL, Head, Points, criterion, exactly, of_share

APPROVAL_MUST_CHANGE = 5_000


@criterion(
    "intended-length",
    head=Head.STABILITY,
    question="Can the child stay for as long as the plan is for?",
    serves="Care Planning Regulations 2010 reg 22B; strategy 2021 to 2024, permanence: the fewest moves",
)
def intended_length() -> Points:
    """The share of the planned stay for which the bed, the longest stay and the ages taken allow the child to be there.

    At most half where the plan is for the rest of childhood and the carers are not approved for long-term stays.
    """
    planned = pl.when(child.days_intended.expr > 0).then(child.days_intended.expr)
    open_for = of_share(pair.days_open.expr, planned, pair.days_open.facts | child.days_intended.facts)
    whole = open_for.where(pair.days_open >= NO_LIMIT, exactly(FULL)).where(child.days_intended == 0, exactly(FULL))
    approved = ~child.to_adulthood | pair.approved_long_term
    return (
        whole.at_most(APPROVAL_MUST_CHANGE, unless=approved)
        .saying("can stay {pair.days_open}")
        .saying_where(
            child.to_adulthood, "can stay {pair.days_open}; approved for the long term: {pair.approved_long_term}"
        )
    )
