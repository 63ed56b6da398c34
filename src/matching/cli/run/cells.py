"""What the tables of a run have in common: points in three columns, and whether everybody is made up."""

from matching.domain.ranking import Interval, Ranking
from matching.explaining.words import MADE_UP


def levels(points: Interval) -> tuple[float, float, float]:
    """Points at least, as known, at most."""
    return points.low, points.central, points.high


def levels_of(name: str) -> tuple[str, str, str]:
    """The names of the three columns that hold points."""
    return f"{name}_low", f"{name}_central", f"{name}_high"


def made_up(ranking: Ranking) -> bool:
    """Whether everybody in the case is made up, as each row says."""
    return MADE_UP in ranking.warnings
