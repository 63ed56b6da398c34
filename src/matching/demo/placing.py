"""Where children are to live: kinds of place, providers and localities, dealt in the published shares."""

from collections.abc import Callable, Mapping
from random import Random

from matching.demo.dealing import apportioned, deal
from matching.demo.families import share
from matching.demo.people import Family, Young
from matching.demo.published import published

OUT_OF_THE_FILE = frozenset({"adoption", "elsewhere"})
"""Who lives so lives at a place that the register does not hold."""

FROM_AGE = {"childrens_home": 8, "supported": 16, "residential_public": 16, "elsewhere": 14}
OUTSIDE: Mapping[str, float] = {
    "childrens_home_private": 3.0,
    "childrens_home_voluntary": 3.0,
    "childrens_home_own": 0.0,
    "foster_private": 1.6,
    "foster_voluntary": 1.4,
    "foster_public": 1e6,
    "foster_own": 0.3,
    "foster_connected": 0.9,
    "parents": 0.15,
}


def place(rng: Random, made: list[Young], groups: list[Family]) -> None:
    """Say for every child who is not new in which kind of place she lives, with which provider and how far away."""
    settled = [child for child in made if not child.new]
    together = [family.children for family in groups if family.together and not family.children[0].new]
    counts = {cell.id: cell.count for cell in published().cells.values()}
    dealt = deal(rng, apportioned(counts, len(settled)), settled, likely_cell)
    for n, child in enumerate(settled):
        child.cell = dealt[n]
    share(rng, together, settled, "cell", lambda child, cell: likely_cell(cell, child) > 0)
    _localities(rng, [child for child in settled if child.cell not in OUT_OF_THE_FILE])
    alike = [[child for child in group if child.cell == group[0].cell] for group in together]
    share(rng, alike, settled, "locality", _may_live)


def likely_cell(cell: str, child: Young) -> float:
    """How likely a child lives in this kind of place, beside others of the same kind; 0 where it cannot be."""
    start = next((age for kind, age in FROM_AGE.items() if cell.startswith(kind)), 0)
    if child.age < start:
        return 0.0
    return LIKELY.get(cell, _in_a_foster_home)(child)


def _localities(rng: Random, living: list[Young]) -> None:
    counts = published().measures["locality"].counts
    alone = [child for child in living if child.unaccompanied]
    others = [child for child in living if not child.unaccompanied]
    _deal(rng, alone, {name: counts[name] for name in ("out_unknown", "in_unknown")})
    _deal(rng, others, {name: counts[name] for name in ("out_far", "out_near", "in_far", "in_near")})


def _deal(rng: Random, living: list[Young], counts: dict[str, int]) -> None:
    dealt = deal(rng, apportioned(counts, len(living)), living, _likely_locality)
    for n, child in enumerate(living):
        child.locality = dealt[n]


def _likely_locality(locality: str, child: Young) -> float:
    if locality.startswith("out"):
        return OUTSIDE.get(child.cell, 1.0)
    return 0.0 if child.cell == "parents" else 1.0


def _may_live(child: Young, locality: str) -> bool:
    return child.locality != "" and _likely_locality(locality, child) > 0


def _for_adoption(child: Young) -> float:
    return 1.0 if child.status == "E1" and child.age < 5 else 0.0


def _with_parents(child: Young) -> float:
    return {"C1": 0.6, "C2": 1.0}.get(child.status, 0.0)


def _in_supported_accommodation(child: Young) -> float:
    return 3.0 if child.unaccompanied else 0.4 + (child.age == 17)


def _in_a_family_centre(child: Young) -> float:
    return 0.0 if child.status == "E1" else {0: 4.0, 1: 1.0}.get(child.age, 0.0)


def _in_a_childrens_home(child: Young) -> float:
    if child.unaccompanied or child.status == "E1":
        return 0.02
    return 0.25 if child.age < 11 else (0.8 if child.age < 13 else 2.0)


def _with_family_or_friends(child: Young) -> float:
    if child.unaccompanied or child.status == "E1":
        return 0.0
    return 1.4 if child.age < 11 else 0.7


def _in_a_foster_home(child: Young) -> float:
    return 1.6 if child.age < 11 else 1.0


LIKELY: Mapping[str, Callable[[Young], float]] = {
    "adoption": _for_adoption,
    "parents": _with_parents,
    "supported_private": _in_supported_accommodation,
    "supported_voluntary": _in_supported_accommodation,
    "residential_private": _in_a_family_centre,
    "childrens_home_own": _in_a_childrens_home,
    "childrens_home_private": _in_a_childrens_home,
    "childrens_home_voluntary": _in_a_childrens_home,
    "foster_connected": _with_family_or_friends,
}
