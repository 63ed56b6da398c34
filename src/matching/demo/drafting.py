"""One authority in draft: its children, where they live, and every other home of its register."""

from dataclasses import dataclass
from random import Random

from matching.demo.dealing import shuffled
from matching.demo.families import families, share
from matching.demo.ground import Ground, ground_of
from matching.demo.market import (
    EMERGENCY_FROM,
    fill,
    mark_blocks,
    open_for_relatives,
    open_the_emergency_bed,
    open_the_rest,
)
from matching.demo.pasts import remember
from matching.demo.people import Dwelling, Young
from matching.demo.placing import place
from matching.demo.published import published
from matching.demo.referring import Asked, referrals
from matching.demo.settling import Settling, units_of
from matching.demo.stock import homes_of_each
from matching.demo.young import children, may_have_status

MOST_PARENTS, MOST_CONNECTED, OFFERING = 0.08, 0.19, 0.04
"""The most of the register that are parents' and connected people's homes, and how many more relatives offer."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many children and homes an authority has, from which numbers its ids run, and how wide they are written."""

    children: int
    homes: int
    first_child: int = 1
    first_home: int = 1
    child_digits: int = 4
    home_digits: int = 4


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One authority's children, homes and referrals before they are written down."""

    authority: str
    ground: Ground
    children: list[Young]
    homes: list[Dwelling]
    referrals: list[Asked]


def draft(seed: int, authority: str, size: Size) -> Draft:
    """An authority of this size, the same for one seed."""
    rng = Random(f"{seed}:{authority}:draft")
    ground = ground_of(authority, seed)
    made = children(rng, size.children, "c", size.first_child, size.child_digits)
    groups = families(rng, made, published().split_percent)
    share(rng, [group.children for group in groups], made, "ethnicity", lambda child, _: not child.unaccompanied)
    share(rng, [group.children for group in groups], made, "status", may_have_status)
    place(rng, made, groups)
    remember(rng, made, groups)
    settling = Settling(rng, ground, _quota(size, units_of(made, groups)), "h")
    settling.settle(made, groups)
    for child in made:
        if child.new:
            child.point = None if child.unaccompanied else settling.family_point(child)
    homes = _register(settling, rng, made, size)
    return Draft(authority, ground, made, homes, referrals(rng, made))


def _quota(size: Size, units: list[list[Young]]) -> dict[str, int]:
    """How many homes of each kind: parents' and connected people's follow the children, the others their shares."""
    parents = min(sum(unit[0].cell == "parents" for unit in units), int(MOST_PARENTS * size.homes))
    connected = sum(unit[0].cell == "foster_connected" for unit in units) + round(OFFERING * size.children)
    connected = min(connected, int(MOST_CONNECTED * size.homes))
    emergency = int(size.homes >= EMERGENCY_FROM)
    rest = homes_of_each(size.homes - parents - connected - emergency)
    return rest | {"parents": parents, "foster_connected": connected}


def _register(settling: Settling, rng: Random, made: list[Young], size: Size) -> list[Dwelling]:
    open_for_relatives(settling, rng, made, round(OFFERING * size.children))
    spare = settling.quota.pop("foster_connected", 0) + settling.quota.pop("parents", 0)
    settling.quota["foster_own"] = settling.quota.get("foster_own", 0) + spare
    open_the_rest(settling, rng)
    fill(settling.homes, rng)
    if size.homes >= EMERGENCY_FROM:
        open_the_emergency_bed(settling)
    homes = shuffled(rng, settling.homes)
    for n, home in enumerate(homes):
        home.id = f"h{size.first_home + n:0{size.home_digits}}"
    mark_blocks(homes, rng, settling.ground)
    return homes
