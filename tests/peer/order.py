"""The panel's order once more, from the contract: what the engine's packed numbers are checked against.

Points are whole hundredths, as low, central and high.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.domain.codes import Outcome, Tier
from matching.domain.home import Home
from matching.domain.policy import Policy
from tests.peer.family import early_permanence
from tests.peer.knowing import Known, every
from tests.peer.pairing import KINDS_OF_FOSTERING, Asked, Pairing

LOW, CENTRAL, HIGH = range(3)
HUNDRED_POINTS = 10_000
Points = tuple[int, int, int]
Place = tuple[int | str | bool, ...]


@dataclass(frozen=True)
class Candidate:
    """A lawful home with all that the order asks about it; `sides` are siblings together, school kept, wishes met."""

    home: str
    tier: Tier
    residential: bool
    suitability: Points
    sides: tuple[Known, ...]
    cost: Points
    standing: Outcome
    early: bool = False

    def group(self, policy: Policy) -> tuple[int, str]:
        """Where its group stands, and the name: carers who may adopt follow family and friends in early permanence."""
        if self.early:
            return 2 * policy.tiers.index(Tier.FAMILY_AND_FRIENDS) + 1, "foster_for_adoption"
        return 2 * policy.tiers.index(self.tier), self.tier.value


def in_panel_order(candidates: Sequence[Candidate], policy: Policy) -> list[Candidate]:
    """Best first, as things are known."""
    return sorted(candidates, key=lambda c: place(c, CENTRAL, policy))


def best_rank(candidate: Candidate, all_of_them: Sequence[Candidate], policy: Policy) -> int:
    """The rank it could have: it at its high, the others at their low."""
    return 1 + _before(candidate, HIGH, all_of_them, LOW, policy)


def worst_rank(candidate: Candidate, all_of_them: Sequence[Candidate], policy: Policy) -> int:
    """The rank to which it could fall: it at its low, the others at their high."""
    return 1 + _before(candidate, LOW, all_of_them, HIGH, policy)


def _before(candidate: Candidate, at: int, all_of_them: Sequence[Candidate], others_at: int, policy: Policy) -> int:
    mine = place(candidate, at, policy)
    return sum(place(other, others_at, policy) < mine for other in all_of_them if other.home != candidate.home)


def place(candidate: Candidate, level: int, policy: Policy) -> Place:
    """What decides between two options, the first first; the smaller stands before."""
    return (*alike_in(candidate, level, policy), *_rest(candidate, level, policy))


def alike_in(candidate: Candidate, level: int, policy: Policy) -> Place:
    """What stands above cost: tier, residential care not needed, the band, and the three sides; unknown is no."""
    at_best = level == HIGH
    return (
        candidate.group(policy)[0],
        candidate.residential,
        -band(candidate.suitability[level], policy.band_width),
        *((side is False) if at_best else (side is not True) for side in candidate.sides),
    )


def _rest(candidate: Candidate, level: int, policy: Policy) -> Place:
    """Cost, unless it is weighed in already; then the exact points, what can go ahead, and the id."""
    step = max(1, 100 * policy.cost_alike_within)
    cost = candidate.cost[level] // step if policy.cost_counts == "ties" else 0
    return (-cost, -candidate.suitability[level], -candidate.standing, candidate.home)


def band(points: int, width: int) -> int:
    """Which band of so many points holds these hundredths; a hundred points belong to the band below."""
    return min(points, HUNDRED_POINTS - 1) // (width * 100)


def tier_of(asked: Asked, home: Home) -> Tier:
    """The tier of a home for all who arrive: what is not known to be of an earlier one is of the last."""
    pairs = [Pairing(asked, child, home) for child in asked.arriving]
    connected = every(*(pair.connected for pair in pairs)) is True
    own = home.run_by == "own" or every(*(pair.own_approved for pair in pairs)) is True
    if home.kind == "parent" and connected:
        return Tier.PARENTS
    if home.kind == "connected_foster" and connected:
        return Tier.FAMILY_AND_FRIENDS
    return Tier.IN_HOUSE if home.kind in KINDS_OF_FOSTERING and own else Tier.INDEPENDENT_OR_RESIDENTIAL


def adopts_early(asked: Asked, home: Home) -> bool:
    """Whether the carers may adopt, and adoption is surely considered for all who arrive."""
    considered = all(early_permanence(child) is True for child in asked.arriving)
    return home.kind == "foster_for_adoption" and considered


def residential_unneeded(asked: Asked, home: Home) -> bool:
    """Whether a home is no fostering home, and no need for residential care is recorded."""
    needed = "residential_care" in (asked.referral.required or ())
    return home.kind not in KINDS_OF_FOSTERING and not needed
