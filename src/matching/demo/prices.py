"""What made-up homes cost: sample data, within the bounds that `stock.toml` gives with their sources."""

from functools import cache
from random import Random
from typing import Any

from matching.demo.people import Dwelling
from matching.demo.published import data_file
from matching.demo.words import Record

BY_STOCK = {
    "foster_connected": "connected",
    "foster_public": "other_authority",
    "childrens_home_own": "childrens_home_own",
}
BY_KIND = {
    "foster_for_adoption": "adopters",
    "childrens_home": "childrens_home",
    "supported_accommodation": "supported",
    "residential_school": "residential_school",
    "family_centre": "family_centre",
    "other_arrangements": "other_arrangements",
    "parent": "parent",
}


@cache
def _bounds() -> dict[str, Any]:
    return dict(data_file("stock.toml")["costs"])


def cost_of(rng: Random, home: Dwelling) -> Record:
    """What a stay adds, and what the place costs in full; a bed in a block contract is paid for already."""
    bounds = _bounds()[_priced_as(home)]
    weekly, full = _between(rng, bounds["weekly"]), _between(rng, bounds["full_weekly"])
    sold = bounds["weekly"] == bounds["full_weekly"]
    cost: Record = {"weekly": full if sold else weekly, "full_weekly": full, "basis": bounds["basis"]}
    if home.block:
        cost |= {"weekly": 0, "basis": "block"}
    elif sold and rng.random() < 0.3:
        cost["basis"] = "spot"
    cost |= {"education": _education(rng, home), "health": 0, "transport": rng.choice((0, 0, 0, 35, 60, 90))}
    return cost | {"one_off": rng.choice((0, 0, 0, 150, 250, 400))}


def _priced_as(home: Dwelling) -> str:
    usual = "agency" if home.run_by == "agency" else "foster_own"
    return BY_STOCK.get(home.stock) or BY_KIND.get(home.kind) or usual


def _between(rng: Random, bounds: list[int]) -> int:
    low, high = bounds
    step = 5 if high < 2_000 else 25
    return low + step * rng.randrange((high - low) // step + 1)


def _education(rng: Random, home: Dwelling) -> int:
    return rng.choice((0, 0, 0, 650, 900)) if home.kind == "childrens_home" and home.run_by != "own" else 0
