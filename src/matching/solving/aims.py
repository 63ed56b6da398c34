"""What a plan aims at, aim by aim: in words, and what each part in a home and each way of dividing a group adds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import AimId, Outcome, Tier, Urgency
from matching.solving.problem import Flags, Ints

TIERS = tuple(Tier)
FAMILY = [TIERS.index(tier) for tier in (Tier.PARENTS, Tier.FAMILY_AND_FRIENDS)]
OWN = [*FAMILY, TIERS.index(Tier.IN_HOUSE)]


@dataclass(frozen=True, slots=True)
class InHomes:
    """What is known of one part in several homes, an entry a home, and how many of its children are how urgent.

    `standing` are numbers of `Outcome`, `tier` of `Tier`; `suitability` is the sum over the children, in hundredths;
    `approvals` is how many are outstanding; `stays` says where all of them live already and nothing asks that they
    leave; `whole_stay` where no rule ends the stay before its time. `pairs_outside` is how many pairs a home would
    bring together with brothers and sisters who are not planned for and live there; `joins_all` says where the whole
    group would live with all of those.
    """

    urgencies: Mapping[Urgency, int]
    standing: Ints
    tier: Ints
    suitability: Ints
    approvals: Ints
    stays: Flags
    whole_stay: Flags
    pairs_outside: Ints
    joins_all: Flags

    @property
    def children(self) -> int:
        """How many children the part has."""
        return sum(self.urgencies.values())


@dataclass(frozen=True, slots=True)
class Way:
    """One way of dividing a group: whether it parts nobody who should be together, and how many pairs it keeps."""

    keeps_together: bool
    pairs: int


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: the more the better, or, of what is counted against a plan, the `fewest`."""

    id: AimId
    means: str
    unit: str
    of_option: Callable[[InHomes], Ints] | None = None
    of_way: Callable[[Way], int] | None = None
    fewest: bool = False
    divided_by: int = 1

    def said(self, reached: int) -> float | int:
        """What is reached, as people count it."""
        counted = -reached if self.fewest else reached
        return counted if self.divided_by == 1 else counted / self.divided_by


def _usable(of: InHomes) -> Ints:
    """1 where the home can go ahead or needs an approval, or is where they live already, else 0.

    What nobody recorded of the home in which a child lives is flagged and to be settled; it leaves her with a home, and
    neither moves her nor parts her from brothers and sisters who live there too.
    """
    return ((of.standing >= Outcome.NEEDS_APPROVAL) | of.stays).astype(np.int64)


def _urgent(urgency: Urgency) -> Callable[[InHomes], Ints]:
    return lambda of: of.urgencies.get(urgency, 0) * _usable(of)


def _in(tiers: list[int]) -> Callable[[InHomes], Ints]:
    return lambda of: of.children * np.isin(of.tier, tiers).astype(np.int64)


AIMS: Mapping[AimId, Aim] = {
    aim.id: aim
    for aim in (
        Aim(
            AimId.HOME_SAME_DAY,
            "children who need one the same day have a home that can go ahead, needs an approval or is theirs already",
            "children",
            _urgent(Urgency.SAME_DAY),
        ),
        Aim(
            AimId.HOME_WITHIN_72_HOURS,
            "children who need one within 72 hours have one that can go ahead, needs an approval or is theirs already",
            "children",
            _urgent(Urgency.WITHIN_72_HOURS),
        ),
        Aim(
            AimId.HOME,
            "children have a home that can go ahead, needs an approval or is theirs already",
            "children",
            lambda of: of.children * _usable(of),
        ),
        Aim(
            AimId.HOME_IF_SETTLED,
            "children have a home, those counted of which nobody can tell yet whether they may live there",
            "children",
            lambda of: np.full(len(of.standing), of.children, dtype=np.int64),
        ),
        Aim(
            AimId.SIBLINGS_TOGETHER,
            "groups of brothers and sisters who should live together do, all of them",
            "groups",
            lambda of: of.joins_all.astype(np.int64),
            of_way=lambda way: int(way.keeps_together),
        ),
        Aim(
            AimId.SIBLING_PAIRS,
            "pairs of brothers and sisters who should live together do",
            "pairs",
            lambda of: of.pairs_outside,
            of_way=lambda way: way.pairs,
        ),
        Aim(
            AimId.WHOLE_STAY,
            "children have a home that no rule ends before the stay does: carers outside their terms take a child for "
            "six working days",
            "children",
            lambda of: of.children * of.whole_stay.astype(np.int64),
        ),
        Aim(
            AimId.FAMILY_AND_FRIENDS,
            "children live with a parent, family or friends",
            "children",
            _in(FAMILY),
        ),
        Aim(
            AimId.STAYS,
            "children keep the home in which they live, unless it is an emergency or they are to step down",
            "children",
            lambda of: of.children * of.stays.astype(np.int64),
        ),
        Aim(
            AimId.IN_HOUSE,
            "children live with a parent, family, friends or the council's own carers",
            "children",
            _in(OWN),
        ),
        Aim(
            AimId.SUITABILITY,
            "points of suitability, as things are known, added over the children",
            "points",
            lambda of: of.suitability,
            divided_by=100,
        ),
        Aim(
            AimId.APPROVALS,
            "approvals are still to be given, for each group's home by itself",
            "approvals",
            lambda of: -of.approvals,
            fewest=True,
        ),
    )
}
"""Every aim that there is, by its id."""


def worth_of_options(of: InHomes, aims: tuple[AimId, ...]) -> Ints:
    """What one part adds in each of several homes: a line a home, a column an aim."""
    nothing = np.zeros(len(of.standing), dtype=np.int64)
    each = (AIMS[aim].of_option for aim in aims)
    return np.stack([nothing if worth is None else worth(of) for worth in each], axis=1)


def worth_of_way(way: Way, aims: tuple[AimId, ...]) -> tuple[int, ...]:
    """What one way of dividing a group adds to each aim."""
    each = (AIMS[aim].of_way for aim in aims)
    return tuple(0 if worth is None else worth(way) for worth in each)
