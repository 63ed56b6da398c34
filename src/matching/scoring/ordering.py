"""The panel's order: tier, then suitability in bands, then what cost may never offset, then cost, then the rest.

Each option's place is one whole number, the smaller the better: tier, with fostering for adoption after family and
friends where adoption is considered (3 bits), residential after fostering (1), band
of suitability (7), siblings together, school kept, wishes met (1 each), cost (14), exact suitability (14), standing
(2), and the home's place in the order of ids (19). Two options never share one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import FOSTERING, HomeKind, Outcome, RunBy, Tier
from matching.domain.policy import Policy
from matching.errors import EngineDefect
from matching.facts.catalogue import child, home, household, pair, referral
from matching.scoring.criterion import Head
from matching.scoring.points import FULL
from matching.scoring.weighing import Weighed

HUNDREDTHS = 100
CENTRAL, HIGH = 1, 2
ID_BITS, STANDING_BITS, POINTS_BITS, TIER_BITS = 19, 2, 14, 3
MOST_HOMES = 1 << ID_BITS
BELOW_COST = ID_BITS + STANDING_BITS + POINTS_BITS
ALIKE_BUT_FOR_COST = BELOW_COST + POINTS_BITS
ABOVE_SUITABILITY = ALIKE_BUT_FOR_COST + 3 + 7
"""How far to shift a place's number, so that what is left is equal where only suitability and less decide."""

Ints = npt.NDArray[np.int64]
SIDES = (pair.siblings_together, pair.school_kept, pair.wishes_met)
"""What decides inside a band before cost, the first first; unknown counts as no."""

FOSTERING_KINDS = [k.value for k in sorted(FOSTERING)]
TIER_NUMBERS = {tier: number for number, tier in enumerate(Tier)}


def tier_number() -> pl.Expr:
    """The tier of a row as its number in `Tier`; what is not known to be of an earlier tier is of the last."""
    kind = pl.col(home.kind.name)
    own = (pl.col(home.run_by.name) == RunBy.OWN.value) | pl.col(pair.own_approved.name)
    return (
        pl.when((kind == HomeKind.PARENT.value) & pl.col(pair.connected.name))
        .then(TIER_NUMBERS[Tier.PARENTS])
        .when((kind == HomeKind.CONNECTED_FOSTER.value) & pl.col(household.all_connected.name))
        .then(TIER_NUMBERS[Tier.FAMILY_AND_FRIENDS])
        .when(kind.is_in(FOSTERING_KINDS) & own)
        .then(TIER_NUMBERS[Tier.IN_HOUSE])
        .otherwise(TIER_NUMBERS[Tier.INDEPENDENT_OR_RESIDENTIAL])
        .cast(pl.Int64)
        .alias("tier")
    )


def residential_last() -> pl.Expr:
    """1 where the home is not a fostering one and no need for residential care is recorded, else 0."""
    needed = pl.col(referral.residential_need_recorded.name).fill_null(value=False)
    return (~pl.col(home.kind.name).is_in(FOSTERING_KINDS) & ~needed).cast(pl.Int64).alias("later")


def adoption_considered() -> pl.Expr:
    """1 where section 22C(9A) surely holds for the child, else 0."""
    return pl.col(child.early_permanence.name).fill_null(value=False).cast(pl.Int64).alias("adoption")


def fosters_for_adoption() -> pl.Expr:
    """1 where the carers may foster the child and adopt her, else 0."""
    return (pl.col(home.kind.name) == HomeKind.FOSTER_FOR_ADOPTION.value).cast(pl.Int64).alias("adopters")


PLACES: tuple[pl.Expr, ...] = (
    tier_number(),
    adoption_considered(),
    fosters_for_adoption(),
    residential_last(),
    *(pl.col(s.name).fill_null(value=False).cast(pl.Int64).alias(f"{s.name} at worst") for s in SIDES),
    *(pl.col(s.name).fill_null(value=True).cast(pl.Int64).alias(f"{s.name} at best") for s in SIDES),
)
PLACES_NEED: tuple[str, ...] = tuple(sorted({name for e in PLACES for name in e.meta.root_names()}))
"""The columns from which a row's place is made."""


class Steps(NamedTuple):
    """Points in steps of one width, in hundredths, 0 the lowest; what lies above the last belongs to it."""

    width: int
    last: int

    def of(self, points: Ints) -> Ints:
        """The step in which points lie."""
        steps: Ints = np.minimum(points // self.width, self.last)
        return steps

    @property
    def widest(self) -> int:
        """How many hundredths lie in the widest step, which may be the last."""
        return max(self.width, FULL + 1 - self.last * self.width)


def bands(policy: Policy) -> Steps:
    """The bands of suitability; the very top belongs to the band below it."""
    width = policy.band_width * HUNDREDTHS
    return Steps(width, (FULL - 1) // width)


def cost_steps(policy: Policy) -> Steps:
    """The steps in which costs are alike."""
    width = max(1, policy.cost_alike_within * HUNDREDTHS)
    return Steps(width, FULL // width)


@dataclass(frozen=True, slots=True)
class Placing:
    """What the order is made of, an entry a lawful row; `sides` holds, for each of SIDES, yes at worst and best.

    `early` marks carers who may also adopt where adoption is considered for all who arrive: `adoption_considered`.
    """

    tier: Ints
    early: Ints
    adoption_considered: bool
    later: Ints
    sides: tuple[tuple[Ints, Ints], ...]
    standing: Ints
    by_id: Ints

    def place_in(self, policy: Policy) -> Ints:
        """The place of each row's group: twice its tier's, and one after family and friends for those who may adopt."""
        places: Ints = 2 * _place_in_policy(policy)[self.tier]
        after_family = 2 * policy.tiers.index(Tier.FAMILY_AND_FRIENDS) + 1
        return np.where(self.early == 1, after_family, places)

    def part(self, at: Ints) -> "Placing":
        """The same of some of the rows."""
        sides = tuple((at_worst[at], at_best[at]) for at_worst, at_best in self.sides)
        rest = {name: getattr(self, name)[at] for name in ("tier", "early", "later", "standing", "by_id")}
        return replace(self, sides=sides, **rest)


@dataclass(frozen=True, slots=True)
class Ordered:
    """The lawful rows in the panel's order: `at` are positions among them, `key` the numbers that made the order."""

    at: Ints
    key: Ints
    best: Ints
    worst: Ints


def placing(frames: Sequence[pl.DataFrame], standing: Ints, by_id: Ints) -> Placing:
    """The parts of the order from the frames of the arriving children, all of one height.

    Siblings are placed by what holds for all of them: the last of their tiers, and a yes only if each has it.
    """
    return placed([places_of(frame) for frame in frames], standing, by_id)


def places_of(frame: pl.DataFrame) -> dict[str, Ints]:
    """What a row's place is made of, by name."""
    return {column.name: column.to_numpy() for column in frame.select(PLACES).get_columns()}


def placed(each: Sequence[Mapping[str, Ints]], standing: Ints, by_id: Ints) -> Placing:
    """The same from what was worked out of each frame."""
    tier = np.max([e["tier"] for e in each], axis=0)
    later = each[0]["later"]
    sides = tuple((_least(each, f"{s.name} at worst"), _least(each, f"{s.name} at best")) for s in SIDES)
    considered = bool(by_id.size) and all(bool(e["adoption"][0]) for e in each)
    early = each[0]["adopters"] * int(considered)
    return Placing(tier, early, considered, later, sides, standing, by_id)


def _least(each: Sequence[Mapping[str, Ints]], name: str) -> Ints:
    least: Ints = np.min([e[name] for e in each], axis=0)
    return least


def in_order(placing: Placing, weighed: Weighed, policy: Policy) -> Ordered:
    """Put the rows into the panel's order, with the best and the worst place that each could have.

    Best: the same order with this option at its high and all others at their low. Worst: the reverse.
    """
    if len(placing.by_id) and placing.by_id.max() >= MOST_HOMES:
        raise EngineDefect(f"more than {MOST_HOMES} homes do not fit into the order's number", "Widen ID_BITS.")
    low, central, high = (_keys(placing, weighed, policy, level) for level in range(3))
    at = np.argsort(central, kind="stable")
    lows, highs = np.sort(low), np.sort(high)
    best = 1 + np.searchsorted(lows, high, side="left")
    worst = 1 + np.searchsorted(highs, low, side="left") - (high < low)
    return Ordered(at, central[at], best[at], worst[at])


def at_best(placing: Placing, weighed: Weighed, policy: Policy) -> Ints:
    """Every row's number with its points at high, and what is not known of siblings, school and wishes a yes."""
    return _keys(replace(placing, standing=np.full_like(placing.standing, Outcome.MET)), weighed, policy, 2)


def _keys(placing: Placing, weighed: Weighed, policy: Policy, level: int) -> Ints:
    """Every row's number with its points at low (0), central (1) or high (2)."""
    suitability, cost = weighed.suitability.levels[level], weighed.heads[Head.COST].levels[level]
    return numbered(placing, suitability, cost, policy, at_best=level == 2)


def numbered(placing: Placing, suitability: Ints, cost: Ints, policy: Policy, *, at_best: bool = False) -> Ints:
    """Every row's number with these points; points may be given in several lines, an entry a row in each."""
    key = np.zeros_like(suitability)
    for part in made_of(placing, suitability, cost, policy, at_best=at_best):
        key = (key << part.bits) | part.numbers
    return key


class PlacePart(NamedTuple):
    """One thing of which a place in the order is made: its name, its bits, and its numbers, the smaller the better."""

    name: str
    bits: int
    numbers: Ints


def made_of(
    placing: Placing, suitability: Ints, cost: Ints, policy: Policy, *, at_best: bool = False
) -> Iterator[PlacePart]:
    """What every row's place in the order is made of, what decides first first."""
    steps = cost_steps(policy)
    ties = policy.cost_counts == "ties"
    yield PlacePart("tier", TIER_BITS, placing.place_in(policy))
    yield PlacePart("residential", 1, placing.later)
    yield PlacePart("band", 7, 100 - bands(policy).of(suitability))
    for side, (worst, best) in zip(SIDES, placing.sides, strict=True):
        yield PlacePart(side.name, 1, 1 - (best if at_best else worst))
    in_steps = steps.of(cost) * steps.width if ties else np.zeros_like(suitability)
    yield PlacePart("cost", POINTS_BITS, FULL - in_steps)
    yield PlacePart("suitability", POINTS_BITS, FULL - suitability)
    yield PlacePart("standing", STANDING_BITS, Outcome.MET - placing.standing)
    yield PlacePart("id", ID_BITS, placing.by_id)


def _place_in_policy(policy: Policy) -> Ints:
    """For each tier's number, its place in the policy's order."""
    return np.array([policy.tiers.index(tier) for tier in Tier], dtype=np.int64)
