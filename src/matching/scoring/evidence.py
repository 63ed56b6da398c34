"""Published associations with moves that nobody planned, and what their ranges mean for points. Never probabilities.

An association r is turned into the logarithm of an odds ratio, `2r / √(1 − r²) × π / √3`, and halved: the studies are
one factor at a time, overlap, are mostly from elsewhere, and are published the more often the more they find.
"""

from dataclasses import dataclass
from math import pi, sqrt

HALVED = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A factor, the association as reported and as its weakest published estimate has it, and where they stand."""

    factor: str
    reported: float
    weakest: float
    source: str

    @property
    def weakest_share(self) -> float:
        """How much of the reported effect the weakest estimate leaves, 0 to 1."""
        return log_odds(self.weakest) / log_odds(self.reported)


def log_odds(r: float) -> float:
    """The logarithm of the odds ratio that an association r amounts to, halved for what the studies leave open."""
    return 2 * r / sqrt(1 - r * r) * pi / sqrt(3) / HALVED


CARERS_SKILL = Evidence(
    "low quality of parenting",
    reported=0.29,
    weakest=0.24,
    source="Konijn et al. 2019, Children and Youth Services Review 96; the weaker from its first version, 2016",
)
WITHOUT_SIBLINGS = Evidence(
    "placed without siblings", reported=0.16, weakest=0.16, source="Konijn et al. 2019: one estimate, no range"
)
BEHAVIOUR = Evidence(
    "behaviour problems",
    reported=0.35,
    weakest=0.09,
    source="Konijn et al. 2019; after correction for publication bias in its first version, 2016",
)
OLDER = Evidence("older age", reported=0.25, weakest=0.25, source="Konijn et al. 2019; Oosterman et al. 2007")
