"""The made-up world as records, an authority at a time, so that a world of any size needs room for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from matching.demo import child_record, home_record
from matching.demo.dealing import apportioned
from matching.demo.drafting import Draft, Size, draft
from matching.demo.gaps import lose
from matching.demo.ground import postcodes_by_authority
from matching.demo.offers import Offers
from matching.demo.people import ADJOINING, AS_OF, BUCKINGHAMSHIRE
from matching.demo.referral_record import referral_record
from matching.demo.schools import Schools
from matching.demo.words import Record
from matching.geography.authorities import name_of

FIRST_URN, URNS_EACH = 900_000, 10_000
"""Reference numbers of schools begin here, where the real ones have not come to."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked for: how many children and homes, by which seed, of Buckinghamshire or of all England."""

    children: int
    homes: int
    seed: int
    england: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """One authority's records, with what nobody recorded left out."""

    authority: str
    children: list[Record]
    referrals: list[Record]
    homes: list[Record]


def opening() -> Record:
    """What stands at the top of the case file."""
    title = {"made_up": True, "as_of": AS_OF, "policy": {"name": "buckinghamshire-2026"}}
    return title | {"authority": {"code": BUCKINGHAMSHIRE, "adjoining": list(ADJOINING)}}


def batches(asking: Asking) -> Iterator[Batch]:
    """Every authority's records, in the order of the authorities' codes."""
    sizes = _sizes(asking)
    for number, (authority, size) in enumerate(sizes.items()):
        made = draft(asking.seed, authority, size)
        yield _recorded(made, asking.seed, FIRST_URN + number * URNS_EACH)


def first_referral(asking: Asking) -> str:
    """The id of a referral that every made-up case has: that of its first child."""
    return f"r{1:0{_digits(asking.children)}}"


def _digits(number: int) -> int:
    return max(4, len(str(number)))


def _sizes(asking: Asking) -> dict[str, Size]:
    by = postcodes_by_authority() if asking.england else {BUCKINGHAMSHIRE: 1}
    children, homes = apportioned(by, asking.children), apportioned(by, asking.homes)
    digits = _digits(asking.children), _digits(asking.homes)
    sizes, first_child, first_home = dict[str, Size](), 1, 1
    for authority in by:
        if children[authority] or homes[authority]:
            sizes[authority] = Size(children[authority], homes[authority], first_child, first_home, *digits)
        first_child, first_home = first_child + children[authority], first_home + homes[authority]
    return sizes


def _recorded(made: Draft, seed: int, first_urn: int) -> Batch:
    rng = Random(f"{seed}:{made.authority}:records")
    schools = Schools(rng, made.ground, first_urn)
    around = child_record.Around(made.authority, name_of(made.authority), made.ground, schools, made.children)
    moving = {child.number for asked in made.referrals if asked.why == "move" for child in asked.children}
    children = {
        child.id: child_record.child_record(seed, child, around, to_move=child.number in moving)
        for child in made.children
    }
    homes = _homes(rng, made, seed, children, schools)
    asked = [referral_record(Random(f"{seed}:{asked.id}"), asked) for asked in made.referrals]
    return Batch(
        made.authority,
        [lose(Random(f"{seed}:{record['id']}:gaps"), "children", record) for record in children.values()],
        [lose(Random(f"{seed}:{record['id']}:gaps"), "referrals", record) for record in asked],
        [lose(Random(f"{seed}:{record['id']}:gaps"), "homes", record) for record in homes],
    )


def _homes(rng: Random, made: Draft, seed: int, children: dict[str, Record], schools: Schools) -> list[Record]:
    names = home_record.names_of(rng, made.homes)
    around = home_record.Around(made.authority, children, schools, Offers(rng, made.referrals), names)
    return [home_record.home_record(Random(f"{seed}:{home.id}"), home, around) for home in made.homes]
