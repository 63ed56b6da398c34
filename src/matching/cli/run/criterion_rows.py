"""`criteria.csv`: a row for each criterion of each option that is given in full."""

from collections.abc import Iterator

from matching.cli.run.cells import Row
from matching.domain.ranking import Ranking

HEADER = ("referral", "home", "criterion", "head", "weight", "low", "central", "high", "because")


def criterion_rows(ranking: Ranking) -> Iterator[Row]:
    """Every criterion's points, weight and reason; of weight 0 where it counts for nothing here."""
    for group in ranking.tiers:
        for option in group.options:
            for c in option.criteria:
                yield (ranking.referral, option.home, c.id, c.head, c.weight, c.low, c.central, c.high, c.because)
