"""What is made up as settled before: beds that are promised, and approvals that were given or refused."""

from collections.abc import Callable, Sequence
from datetime import date

from tests.peer.approvers import APPROVERS
from tests.peer.dice import Dice, Record, record
from tests.peer.made_up_words import AS_OF

SELDOM_NEEDED = ("CA89-20", "CA89-SCH7", "CPPCR-10", "CPPCR-17", "CPPCR-22-OTHERS", "CPPCR-22-SEX", "POL-OFFER")
OF_KINDS = {
    "CPPCR-17": ("parent",),
    "CPPCR-24": ("connected_foster",),
    "CPPCR-25": ("connected_foster",),
    "CPPCR-25A": ("foster_for_adoption",),
    "CHR-12-IMPACT": ("childrens_home",),
    "CHR-16-NEEDS": ("childrens_home",),
    "POL-GRADE": ("childrens_home",),
    "POL-RESIDENTIAL-NEED": ("childrens_home", "residential_school"),
}
"""The kinds of home that a rule is about, where there are few of them."""


SEEN_IN: dict[str, Callable[[Record], bool]] = {
    "CPPCR-12": lambda home: home.get("country") in {"France", "Scotland"},
    "CPPCR-24": lambda home: home.get("approval", {}).get("status") == "none",
    "POL-OFFER": lambda home: "referral" in home.get("offer", {}),
}
"""How a home looks in which a rule may need an approval, where that is rare."""


def decided(dice: Dice, ids: Sequence[str], referrals: Sequence[Record], register: Sequence[Record]) -> list[Record]:
    """Homes that are agreed for some children of the case, and for others whom it does not hold."""
    return [_decided(dice, f"x{k}", ids, referrals, register) for k in range(min(len(register) // 5, 200) + 1)]


def _decided(
    dice: Dice, stranger: str, ids: Sequence[str], referrals: Sequence[Record], register: Sequence[Record]
) -> Record:
    home, asked = dice.one(register), dice.one(referrals)
    there = [member["id"] for member in home.get("household", ()) if "id" in member]
    who = dice.one(there) if there and dice.chance(0.15) else dice.one((stranger, dice.one(ids)))
    last = date.fromisoformat(str(asked.get("expected_end", asked["start"])))
    start = dice.near(last) if dice.chance(0.4) else dice.near(AS_OF)
    until = max(start, dice.near(date.fromisoformat(asked["start"]))) if dice.chance(0.5) else None
    without = dice.chance(0.2)
    return record(
        child=dice.known(who),
        home=dice.known(home["id"]),
        on=dice.known(start if without else min(start, AS_OF.isoformat())),
        start=None if without else dice.known(start),
        until=until,
    )


def approvals(dice: Dice, referrals: Sequence[Record], register: Sequence[Record]) -> list[Record]:
    """Approvals, each by one who may give it, of homes that the rule is about, mostly for all who arrive."""
    about = {rule: _homes_for(rule, register) for rule in APPROVERS}
    often = [*APPROVERS, *(rule for rule in SELDOM_NEEDED for _ in range(4))]
    rules = [dice.one(often) for _ in range(min(len(referrals) * len(register) // 2, 5_000) + 1)]
    return [said for rule in rules for said in _given(dice, rule, referrals, dice.one(about[rule]))]


def _homes_for(rule: str, register: Sequence[Record]) -> Sequence[Record]:
    of_kind = [home for home in register if home["kind"] in OF_KINDS.get(rule, (home["kind"],))]
    return [home for home in of_kind if rule not in SEEN_IN or SEEN_IN[rule](home)] or of_kind or register


def _given(dice: Dice, rule: str, referrals: Sequence[Record], home: Record) -> list[Record]:
    """An approval for each child of a referral; an only child, or an only referral, often goes without saying."""
    offered = home.get("offer", {}).get("referral")
    asked = next((r for r in referrals if rule == "POL-OFFER" and r["id"] == offered), dice.one(referrals))
    by, on = dice.one(APPROVERS[rule]).value, min(dice.near(AS_OF), AS_OF.isoformat())
    until = max(on, dice.near(date.fromisoformat(asked["start"]))) if dice.chance(0.3) else None
    return [
        record(
            rule=dice.known(rule),
            child=None if dice.chance(0.3 / len(asked["children"]) ** 2) else child,
            home=dice.known(home["id"]),
            referral=asked["id"] if dice.chance(0.7) else None,
            by=dice.known(by),
            on=dice.known(on),
            until=until,
            refused=dice.chance(0.5) if dice.chance(0.6) else None,
        )
        for child in asked["children"]
    ]
