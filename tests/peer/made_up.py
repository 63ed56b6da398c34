"""A made-up authority: children, referrals and a register of homes with gaps, as a JSON case file would hold them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.peer.dice import Dice, Record, record
from tests.peer.made_up_children import child
from tests.peer.made_up_homes import home
from tests.peer.made_up_settled import approvals, decided
from tests.peer.made_up_twins import twins
from tests.peer.made_up_words import AS_OF, OURS, PLACING

ADJOINING = ["E06000042", "E06000062", "E06000056", "E10000015", "E09000017"]
ADJOINING += ["E06000039", "E06000040", "E06000041", "E10000025"]
"""Those of `scenarios/ordinary.toml`."""

BECAUSE = {"immediate_risk": 30, "protect_others": 20, "no_home_tonight": 35, "other": 15}
REQUIRED = ("no_other_children", "two_carers", "solo", "no_pets", "non_smoking", "no_smoking", "step_free", "therapy")


def world(homes: int, children: int, seed: int, gaps: float = 0.04) -> dict[str, Any]:
    """A whole case: so many homes, and so many children in referrals of one to three siblings.

    `gaps` is the share of facts that nobody recorded. The same arguments make the same case.
    """
    dice = Dice(seed, gaps)
    ids = [f"c{k}" for k in range(children)]
    groups = list(_groups(dice, ids))
    referrals = [_referral(dice, f"r{k}", group) for k, group in enumerate(groups)]
    referrals += [_referral(dice, f"again{k}", group[:2]) for k, group in enumerate(groups) if dice.chance(0.08)]
    register = [home(dice, k, ids, referrals) for k in range(homes)]
    twins(dice, register)
    return {
        "as_of": AS_OF.isoformat(),
        "policy": {"name": "buckinghamshire-2026"},
        "authority": record(code=OURS, adjoining=dice.known(ADJOINING)),
        "children": [one for group in groups for one in _family(dice, group, ids, register)],
        "referrals": referrals,
        "homes": register,
        "decided": decided(dice, ids, referrals, register),
        "approvals": approvals(dice, referrals, register),
    }


def _groups(dice: Dice, ids: list[str]) -> Iterator[list[str]]:
    """The children as they are referred: most alone, some with one or two siblings."""
    left = ids
    while left:
        size = dice.of({1: 70, 2: 22, 3: 8})
        group, left = left[:size], left[size:]
        yield group


def _referral(dice: Dice, referral_id: str, children: list[str]) -> Record:
    """Most start within weeks, some once the school year has turned; some stay for days, and some for years."""
    first, days = (date(2027, 8, 28), 8) if dice.chance(0.1) else (date(2026, 12, 1), 20)
    start = dice.day(first, days)
    emergency = dice.chance(0.25)
    return record(
        id=referral_id,
        children=children,
        start=start,
        expected_end=dice.known(dice.day(date.fromisoformat(start), 60 if dice.chance(0.3) else 900)),
        kind=dice.known(dice.of({"short_term": 60, "long_term": 20, "emergency": 10, "bridging": 10})),
        emergency=dice.known(emergency),
        emergency_because=dice.known(dice.of(BECAUSE)) if emergency else None,
        required=dice.known(_required(dice)),
        urgency=dice.known("planned"),
    )


def _required(dice: Dice) -> list[str]:
    if dice.chance(0.5):
        return []
    return ["residential_care"] if dice.chance(0.25) else dice.some(REQUIRED, 2)


def _family(dice: Dice, group: list[str], ids: list[str], register: list[Record]) -> list[Record]:
    """The siblings of one referral, of one authority; some live in a home of the register, and it mostly says so."""
    authority = dice.of(PLACING) if dice.chance(0.2) else None
    lived_in = dice.one(register) if dice.chance(0.15) else None
    return [_settled(dice, child(dice, i, group, ids, register), authority, lived_in) for i in group]


def _settled(dice: Dice, said: Record, authority: str | None, lived_in: Record | None) -> Record:
    if lived_in is None:
        now = dice.of({"elsewhere": 75, False: 25})
    else:
        now = lived_in["id"]
        if "household" in lived_in and dice.chance(0.85):
            lived_in["household"].append(_listed(dice, said, authority))
    return said | record(responsible_authority=authority, current_home=dice.known(now))


def _listed(dice: Dice, said: Record, authority: str | None) -> Record:
    """A child as the home that she lives in lists her."""
    return record(
        id=said["id"],
        relation=dice.known("looked_after"),
        placed_by=dice.known(authority or OURS),
        sibling_of=dice.known([s["child"] for s in said.get("siblings", ())]),
    )
