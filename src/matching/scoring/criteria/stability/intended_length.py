"""Whether the home can keep the child for as long as the plan is for."""

import numpy as np

from matching.facts.catalogue import NO_LIMIT, child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import of_share
from matching.scoring.points import Amount, Points, amount

APPROVAL_MUST_CHANGE = 5_000


def _open_for() -> Amount:
    """The days for which the child can be there; without end where nothing limits them."""
    days = amount(pair.days_open)
    return Amount(lambda rows: np.where(days.series(rows) >= NO_LIMIT, np.inf, days.series(rows)), days.facts)


@criterion(
    "intended-length",
    head=Head.STABILITY,
    question="Can the child stay for as long as the plan is for?",
    serves="Care Planning Regulations 2010 reg 22B; strategy 2021 to 2024, permanence: the fewest moves",
)
def intended_length() -> Points:
    """The share of the planned stay for which the bed, the longest stay and the ages taken allow the child to be there.

    At most half where the plan is for the rest of childhood and the carers are not approved for long-term stays, or it
    is a family centre.
    """
    whole = of_share(_open_for(), of=child.days_intended)
    approved = ~child.to_adulthood | pair.approved_long_term
    return (
        whole.at_most(APPROVAL_MUST_CHANGE, unless=approved)
        .saying("can stay {pair.days_open}")
        .saying_where(
            child.to_adulthood, "can stay {pair.days_open}; approved for the long term: {pair.approved_long_term}"
        )
    )
