"""Homes that are made up as one home with two entries: its emergency bed, or other beds, stand by themselves."""

from copy import deepcopy

from tests.peer.dice import Dice, Record, record

SHARED = ("kind", "run_by", "postcode", "authority", "country", "setting", "connected_to", "approval", "registration")


def twins(dice: Dice, register: list[Record]) -> None:
    """Make one in twenty homes another entry of a home before it."""
    for at in range(1, len(register)):
        if dice.chance(0.05):
            register[at] = _entry_of(dice, register[dice.number(0, at - 1)], register[at])


def _entry_of(dice: Dice, home: Record, entry: Record) -> Record:
    own = {fact: said for fact, said in entry.items() if fact not in {*SHARED, "household"}}
    shared = {fact: deepcopy(home[fact]) for fact in SHARED if fact in home}
    household = dice.known(_listed(dice, home, entry))
    return own | shared | record(household=household, same_home_as=home["id"], emergency_bed=dice.known(True))


def _listed(dice: Dice, home: Record, entry: Record) -> list[Record]:
    """Some of those whom the first entry names, as it does, and sometimes others; who has no name is listed once."""
    there = [deepcopy(member) for member in home.get("household", ()) if "id" in member and dice.chance(0.7)]
    return there + (entry.get("household", []) if dice.chance(0.2) else [])
