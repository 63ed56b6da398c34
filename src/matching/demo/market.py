"""The rest of the register: homes in which none of the authority's children live yet, and who else lives in each."""

from collections.abc import Mapping
from random import Random

from matching.demo.dealing import apportioned, shuffled, sorted_by
from matching.demo.ground import Ground, Point, wales
from matching.demo.people import Dwelling, Young
from matching.demo.settling import Settling
from matching.demo.stock import stocks

WITH_A_BED = 0.38
"""The share of homes with a bed free now or soon."""

INSIDE_AND_NEAR: Mapping[str, tuple[float, float]] = {
    "foster_own": (0.85, 0.12),
    "foster_private": (0.35, 0.35),
    "foster_voluntary": (0.35, 0.35),
    "foster_public": (0.0, 0.8),
    "adopters": (0.6, 0.3),
    "childrens_home_own": (1.0, 0.0),
    "childrens_home_private": (0.18, 0.3),
    "childrens_home_voluntary": (0.3, 0.3),
    "supported_private": (0.45, 0.3),
    "supported_voluntary": (0.5, 0.3),
    "residential_public": (0.2, 0.4),
}
FILLED_BY_OTHERS: Mapping[str, float] = {"foster_own": 0.08, "foster_public": 0.5, "childrens_home_own": 0.1}
RARELY_FREE: Mapping[str, float] = {"foster_own": 0.3}
"""The council's own carers are asked first, so that fewer of them have a bed free."""

WELSH = frozenset({"childrens_home_private", "foster_private"})
BLOCK_SHARE, EMERGENCY_FROM, WALES_FROM = 0.02, 20, 100


def open_the_rest(settling: Settling, rng: Random) -> None:
    """Open every home that is still to come, in the area and out of it as homes of its kind lie."""
    total = sum(settling.quota.values()) + len(settling.homes)
    for cell, stock in stocks().items():
        for n in range(settling.quota.get(cell, 0)):
            abroad = n == 0 and cell in WELSH and total >= WALES_FROM
            point = _in_wales(rng) if abroad else _somewhere(settling, rng, cell)
            settling.add(cell, stock.kind, stock.run_by, point, rng.choice(stock.beds))
        settling.quota[cell] = 0


def _somewhere(settling: Settling, rng: Random, cell: str) -> Point:
    inside, near = INSIDE_AND_NEAR.get(cell, (0.12, 0.3))
    draw = rng.random()
    return settling.ground.a_home(rng, inside=draw < inside, near=draw < inside + near)


def _in_wales(rng: Random) -> Point:
    return wales().at(rng.randrange(len(wales())))


def open_for_relatives(settling: Settling, rng: Random, made: list[Young], count: int) -> None:
    """Homes of family and friends who offer to care for children who do not live with them, new children first."""
    asked = sorted_by(rng, made, _may_have_an_offer_of_family)
    taken = set[int]()
    for child in asked[:count]:
        if settling.quota.get("foster_connected", 0) < 1 or _may_have_an_offer_of_family(child) <= 0:
            break
        if child.number in taken:
            continue
        settling.quota["foster_connected"] -= 1
        _open_for(settling, rng, child, taken)


def _may_have_an_offer_of_family(child: Young) -> float:
    if child.unaccompanied or child.cell in ("foster_connected", "parents", "adoption"):
        return 0.0
    return 6.0 if child.new else 1.0


def _open_for(settling: Settling, rng: Random, child: Young, taken: set[int]) -> None:
    draw = rng.random()
    point = settling.ground.a_home(rng, inside=draw < 0.6, near=draw < 0.85)
    children = [child, *(s for s in child.siblings if s.new == child.new and not _may_not(s))]
    children = children if child.family and child.family.assessment != "apart" else [child]
    home = settling.add("foster_connected", "connected_foster", "person", point, len(children))
    for relative in children:
        relative.relatives.append(home)
        home.relatives.append(relative)
        taken.add(relative.number)


def _may_not(child: Young) -> bool:
    return _may_have_an_offer_of_family(child) <= 0


def fill(homes: list[Dwelling], rng: Random) -> None:
    """Let children of other authorities live in some of the room, and say where beds are free."""
    for home in homes:
        share = FILLED_BY_OTHERS.get(home.stock, 0.0 if home.kind in ("parent", "connected_foster") else 0.45)
        home.others = sum(rng.random() < share for _ in range(home.room))
    with_room = [home for home in homes if home.room > 0 and home.kind not in ("parent", "connected_foster")]
    wanted = apportioned({"free": WITH_A_BED, "not": 1 - WITH_A_BED}, len(homes))["free"]
    for home in sorted_by(rng, with_room, lambda home: RARELY_FREE.get(home.stock, 1.0))[:wanted]:
        home.free = rng.randint(1, home.room) if home.room < 4 else rng.randint(1, 2)
    for home in homes:
        home.free = len(home.relatives) if home.relatives else home.free


def mark_blocks(homes: list[Dwelling], rng: Random, ground: Ground) -> None:
    """Beds within reach that the council pays for, used or not: some in the north, the others in the south."""
    free = [home for home in homes if home.free and home.stock in WELSH]
    wanted = round(BLOCK_SHARE * len(homes))
    chosen = shuffled(rng, sorted(free, key=lambda home: ground.miles_from_the_middle(home.point))[: 2 * wanted])[
        :wanted
    ]
    for n, home in enumerate(sorted(chosen, key=lambda home: -home.point.northing)):
        home.block = "north" if n < (len(chosen) + 1) // 2 else "south"


def open_the_emergency_bed(settling: Settling) -> None:
    """One bed of the council's own children's home is the emergency bed, listed as a home of its own."""
    own = next((home for home in settling.homes if home.stock == "childrens_home_own"), None)
    if own is None:
        return
    bed = settling.add(own.stock, own.kind, own.run_by, own.point, 1)
    bed.emergency_bed_of, bed.free = own, 1
