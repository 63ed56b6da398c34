"""The engine's codes in a panel member's words."""

from decimal import Decimal

from matching.explaining.words import word

RUN_BY = {
    "own": "the council's own",
    "other_authority": "of another authority",
    "agency": "of an agency",
    "private": "privately run",
    "voluntary": "run by a charity",
}
OUTCOMES = {
    "prohibited": "Prohibited",
    "cannot_tell": "Cannot tell",
    "needs_approval": "Needs approval",
    "met": "Met",
}
STYLES = {"met": "green", "needs_approval": "yellow", "cannot_tell": "magenta", "prohibited": "red"}
LEGAL_STATUS = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freeing order",
    "E1": "placement order",
    "J1": "remand",
    "J2": "police and criminal evidence",
    "J3": "youth rehabilitation order",
    "L1": "police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
    "V2": "section 20",
    "V3": "short breaks, episodes recorded",
    "V4": "short breaks, agreement recorded",
}
AIMS = {
    "home_same_day": ("child", "with a home that may be used, of those who need one the same day"),
    "home_within_72_hours": ("child", "with a home that may be used, of those who need one within 72 hours"),
    "home": ("child", "with a home that can go ahead or needs an approval"),
    "home_if_settled": ("child", "with a home, those counted of which nobody can tell yet"),
    "siblings_together": ("group", "of brothers and sisters all together"),
    "sibling_pairs": ("pair", "of brothers and sisters together"),
    "whole_stay": ("child", "with a home that no rule ends before the stay does"),
    "stays": ("child", "who keep the home in which they live"),
    "family_and_friends": ("child", "with a parent, family or friends"),
    "in_house": ("child", "with a parent, family, friends or the council's own carers"),
    "suitability": ("point", "of suitability"),
    "approvals": ("approval", "still to be given"),
}
"""What a plan aims at, as one says how much more or less of it there is: one of its unit, and what is said of it."""

BASES = {
    "allowance": "allowances",
    "framework": "framework prices",
    "spot": "spot prices",
    "block": "block contracts",
    "not_recorded": "on a basis that is not recorded",
}
SHORTER = {
    "Care Planning, Placement and Case Review (England) Regulations 2010": "Care Planning Regulations 2010",
    "Children's Homes (England) Regulations 2015": "Children's Homes Regulations 2015",
    "Supported Accommodation (England) Regulations 2023": "Supported Accommodation Regulations 2023",
}
"""Instruments as people name them in a meeting; the list of rules at the end gives each in full."""

LOCAL_POLICY = "Local policy"


def in_full(citation: str) -> str:
    """A citation as it is written."""
    return citation.replace(LOCAL_POLICY, f"{LOCAL_POLICY}:", 1) if citation.startswith(LOCAL_POLICY) else citation


def cited(citation: str) -> str:
    """A citation as it is said in a meeting."""
    if citation.startswith(LOCAL_POLICY):
        return LOCAL_POLICY.lower()
    for instrument, shorter in SHORTER.items():
        if citation.startswith(instrument):
            return f"{shorter}{citation[len(instrument) :]}"
    return citation


def pounds(amount: str | Decimal) -> str:
    """An amount of money: £1,204.50."""
    return f"£{Decimal(amount):,.2f}"


def less_or_more(aim: str, by: float, unit: str) -> str:
    """What is less of an aim, or more: `1 child less with a home that can go ahead or needs an approval`."""
    one, what = AIMS.get(aim, (unit, f"of {word(aim)}"))
    number = f"{abs(by):,.2f}".rstrip("0").rstrip(".") if by % 1 else f"{abs(by):,.0f}"
    return f"{number} {one if number == '1' else unit} {'less' if by > 0 else 'more'} {what}"
