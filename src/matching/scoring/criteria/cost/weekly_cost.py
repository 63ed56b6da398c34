"""What the home costs a week, like for like: in full, and what this placement adds to it."""

from matching.facts.catalogue import home
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import falling
from matching.scoring.points import Points

LOW, HIGH = 500, 6_000
"""Pounds a week: about an in-house carer's full cost, and a children's home's average (NAO 2025, £6,100)."""


@criterion(
    "full-cost",
    head=Head.COST,
    question="What does the home cost in full?",
    serves="best value; domain practice: like for like, overheads included",
)
def full_cost() -> Points:
    """Full points up to £500 a week, none from £6,000, in between by the pounds; overheads and all parts included."""
    full, known = home.full_weekly_cost, home.full_cost_at_least
    return falling(full, full_at=LOW, none_at=HIGH, least=known, most=full).saying(
        "{home.full_weekly_cost} a week in full"
    )


@criterion(
    "marginal-cost",
    head=Head.COST,
    question="What does this placement add to what is spent?",
    serves="best value; a bed already paid for is not free, and counts at its full cost",
)
def marginal_cost() -> Points:
    """Full points up to £500 a week added, none from £6,000; a bed of a block counts at its full cost."""
    counted, least = home.counted_weekly_cost, home.counted_cost_least
    added = falling(counted, full_at=LOW, none_at=HIGH, least=least, most=counted)
    return added.saying("{home.weekly_cost} a week added to what is spent already").saying_where(
        home.block_bed, "a bed of a block, paid for already: counted at its full {home.counted_weekly_cost} a week"
    )
