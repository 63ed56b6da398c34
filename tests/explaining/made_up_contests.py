"""Homes of made-up points that stand close to each other, by a made-up policy: the same for the same seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.explaining.found import Found
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA, Scale
from tests.explaining.contesting import Stand, found_of
from tests.scoring.pointing import policy

COARSE = ((0, 5_000, 10_000), (0, 1, 999, 1_000, 9_000, 9_999, 10_000), (2_500, 5_000, 7_500))
STANDINGS = (Outcome.CANNOT_TELL, Outcome.NEEDS_APPROVAL, Outcome.MET)


@dataclass(frozen=True)
class Contested:
    """The homes, and what was found of them."""

    stands: Sequence[Stand]
    scale: Scale
    found: Found

    @property
    def first(self) -> str:
        """The home that is first today."""
        return self.stands[int(self.found.ordered.at[0])].id


def contested(seed: int) -> Contested:
    """One case: 1 to 14 homes."""
    dice = np.random.default_rng(seed)
    scale, stands = _scale(dice), _stands(dice)
    return Contested(stands, scale, found_of(stands, scale))


def _scale(dice: np.random.Generator) -> Scale:
    exams = bool(dice.random() < 0.2)
    local = policy(
        weights=_weights(dice),
        weights_in_key_stage_4={"education": int(dice.integers(1, 101)), "near-home": 7},
        band_width=int(dice.choice((1, 5, 10, 10, 33, 60, 100))),
        cost_alike_within=int(dice.choice((0, 2, 10, 100))),
        cost_counts=str(dice.choice(("ties", "ties", "weighted"))),
    )
    return Scale(local, exam_years=exams)


def _weights(dice: np.random.Generator) -> dict[str, int]:
    """Some of nothing, some of all, and a few alike; the first of each head weighs something."""
    most = int(dice.choice((3, 25, 100)))
    some = {c.id: int(dice.integers(0, most + 1)) * int(dice.random() < 0.8) for c in CRITERIA}
    firsts = {head: next(c.id for c in CRITERIA if c.head is head) for head in Head}
    return some | {i: max(1, some[i]) for i in firsts.values()}


@dataclass(frozen=True)
class _Usual:
    """What homes of a case are like: the usual points, the shares of other ones, of gaps and of sides that are kept."""

    points: dict[str, int]
    values: Sequence[int]
    others: float
    gaps: float
    kept: float


def _stands(dice: np.random.Generator) -> list[Stand]:
    asked = [c.id for c in CRITERIA if dice.random() < 0.8]
    values = COARSE[int(dice.integers(3))] if dice.random() < 0.5 else range(0, 10_001, 7)
    others, gaps, kept = (float(dice.choice(of)) for of in ((0.1, 0.5, 1), (0, 0, 0.1), (0.5, 0.9, 1)))
    usual = _Usual({i: int(dice.choice(values)) for i in asked}, values, others, gaps, kept)
    numbers = dice.permutation(40)[: int(dice.integers(1, 15))]
    return [_stand(dice, f"h{k:02}", usual) for k in numbers.tolist()]


def _stand(dice: np.random.Generator, name: str, usual: _Usual) -> Stand:
    points = {i: int(dice.choice(usual.values)) if dice.random() < usual.others else p for i, p in usual.points.items()}
    return Stand(
        id=name,
        points={i: p for i, p in points.items() if dice.random() >= usual.gaps},
        together=bool(dice.random() < usual.kept),
        school=bool(dice.random() < usual.kept),
        wishes=bool(dice.random() < usual.kept),
        standing=STANDINGS[int(dice.integers(3))],
        tier=Tier.INDEPENDENT_OR_RESIDENTIAL if dice.random() < 0.1 else Tier.IN_HOUSE,
        later=bool(dice.random() < 0.1),
    )
