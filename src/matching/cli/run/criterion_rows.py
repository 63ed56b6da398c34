"""`criteria.csv`: a row for each criterion of each option that is given in full."""

from collections.abc import Iterator

from matching.cli.run.cells import made_up
from matching.domain.ranking import Ranking
from matching.reporting.cells import Row

HEADER = ("referral", "home", "criterion", "head", "weight", "low", "central", "high", "because", "made_up")


def criterion_rows(ranking: Ranking) -> Iterator[Row]:
    """Every criterion's points, weight and reason; of weight 0 where it counts for nothing here."""
    for group in ranking.tiers:
        for option in group.options:
            for c in option.criteria:
                points = (c.weight, c.low, c.central, c.high, c.because)
                yield (ranking.referral, option.home, c.id, c.head, *points, made_up(ranking))
