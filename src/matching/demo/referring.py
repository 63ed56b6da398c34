"""Referrals in draft: every child is in exactly one, brothers and sisters who move as one together."""

from dataclasses import dataclass
from random import Random

from matching.demo.people import Young

MOVING, EMERGENCIES = 0.16, 0.2
"""The share of settled children for whom a move is asked, and of new ones for whom it cannot wait."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A referral in draft: for whom, and whether they are new, are to move, or are only looked at again."""

    id: str
    children: tuple[Young, ...]
    why: str
    kind: str
    emergency: bool


def referrals(rng: Random, made: list[Young]) -> list[Asked]:
    """One referral for every child or group, in the order of the children."""
    asked, done = list[Asked](), set[int]()
    for child in made:
        if child.number not in done:
            group = _with(child)
            done |= {one.number for one in group}
            asked.append(_asked(rng, group))
    return asked


def _with(child: Young) -> tuple[Young, ...]:
    """The child and those brothers and sisters who arrive with her, or live with her and are not to be parted."""
    if child.family is None or not child.family.together or child.family.assessment == "apart":
        return (child,)
    if child.cell in ("adoption", "elsewhere"):
        return (child,)
    return tuple(one for one in child.family.children if one is child or _goes_along(one, child))


def _goes_along(one: Young, child: Young) -> bool:
    return one.new == child.new and one.dwelling is child.dwelling and one.outside == child.outside


def _asked(rng: Random, group: tuple[Young, ...]) -> Asked:
    first = group[0]
    why = "new" if first.new else ("move" if _is_to_move(rng, first) else "review")
    emergency = why != "review" and rng.random() < _cannot_wait(why)
    referral = Asked("r" + first.id[1:], group, why, _kind(rng, first, why, emergency=emergency), emergency)
    for child in group:
        child.referral = referral.id
    return referral


def _is_to_move(rng: Random, child: Young) -> bool:
    if child.cell in ("parents", "adoption"):
        return False
    if child.cell == "elsewhere":
        return True
    share = 0.4 if child.often == "yes" else MOVING
    return rng.random() < (share * 0.4 if child.cell == "foster_connected" else share)


def _kind(rng: Random, child: Young, why: str, *, emergency: bool) -> str:
    if emergency:
        return "emergency"
    if why == "new" or child.status == "C1":
        return "short_term"
    if child.cell.startswith("childrens_home") and why == "move":
        return rng.choice(("step_down", "step_down", "short_term", "long_term"))
    if child.age >= 16:
        return rng.choice(("short_term", "short_term", "bridging" if child.age == 17 else "long_term"))
    grown_up = child.status == "C2" or child.span == "long_same"
    return "long_term" if grown_up and rng.random() < (0.85 if child.span == "long_same" else 0.5) else "short_term"


def _cannot_wait(why: str) -> float:
    return EMERGENCIES if why == "new" else 0.04
