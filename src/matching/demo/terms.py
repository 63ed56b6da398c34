"""Whom a made-up home takes, wide enough for the children who live there."""

from dataclasses import dataclass
from random import Random

from matching.demo.people import Dwelling

FOSTER_AGES = ((0, 17), (0, 17), (0, 17), (5, 17), (5, 17), (0, 10), (0, 4), (8, 17), (11, 17), (4, 12), (0, 17))
RESIDENTIAL_AGES = ((8, 17), (8, 17), (10, 17), (11, 17), (12, 17), (7, 14))
AGES_OF = {
    "supported_accommodation": ((16, 17),),
    "residential_school": ((7, 17), (8, 17), (11, 17)),
    "family_centre": ((0, 17),),
    "other_arrangements": ((16, 17),),
    "connected_foster": ((0, 17),),
    "parent": ((0, 17),),
    "foster_for_adoption": ((0, 4), (0, 6)),
    "childrens_home": RESIDENTIAL_AGES,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """The ages and the sex that a home takes."""

    age_min: int
    age_max: int
    sex: str


def terms_of(rng: Random, home: Dwelling) -> Taken:
    """The ages and the sex, with room for those who live there and, nearly always, for their growing up there."""
    low, high = rng.choice(AGES_OF.get(home.kind, FOSTER_AGES))
    ages = [child.age for child in home.children]
    if ages:
        grown = 17 if rng.random() < 0.96 else max(ages)
        low, high = min(low, *ages), max(high, grown, *ages)
    return Taken(low, high, _sex(rng, home))


def _sex(rng: Random, home: Dwelling) -> str:
    there = sorted({child.sex for child in home.children})
    if rng.random() < 0.82 or len(there) > 1 or home.relatives:
        return "any"
    return there[0] if there else rng.choice(("M", "F"))
