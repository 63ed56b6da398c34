"""What the home costs a week: in full, and at the margin."""

from matching.facts.catalogue import home
from matching.scoring.criterion import Head, Points, criterion, falling_exactly

LOW, HIGH = 500, 6_000
"""Pounds a week: about an in-house carer's full cost, and a children's home's average (NAO 2025, £6,100)."""


@criterion(
    "full-cost",
    head=Head.COST,
    question="What does the home cost in full?",
    serves="best value; domain practice: like for like, overheads included",
)
def full_cost() -> Points:
    """Full points up to £500 a week, none from £6,000, in between by the pounds."""
    return falling_exactly(home.full_weekly_cost, full_at=LOW, none_at=HIGH).saying(
        "{home.full_weekly_cost} a week in full"
    )


@criterion(
    "marginal-cost",
    head=Head.COST,
    question="What does this placement add to what is spent?",
    serves="best value; a bed already paid for adds little, and counts for little",
)
def marginal_cost() -> Points:
    """Full points up to £500 a week, none from £6,000, in between by the pounds."""
    return falling_exactly(home.weekly_cost, full_at=LOW, none_at=HIGH).saying(
        "{home.weekly_cost} a week added to what is spent already"
    )
