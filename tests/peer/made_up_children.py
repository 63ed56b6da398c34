"""Children who are made up, with brothers and sisters, people and places to keep from, schools, and gaps."""

from datetime import date, timedelta
from typing import Any

from tests.peer.dice import Dice, Record, record
from tests.peer.made_up_homes import postcode
from tests.peer.made_up_words import ACCESS, AS_OF, DOMAINS, RISKS, SCHOOLS

WISHES = ("same_school", "with_siblings", "stay", "family_home", "no_other_children", "pets")
STATUS = {"C1": 28, "C2": 28, "V2": 26, "E1": 3, "J1": 2, "V3": 2, "V4": 2, "J2": 2, "L2": 4, "D1": 3}
RELATIONS = ("parent", "mother", "father", "aunt", "grandparent", "family_friend")
OUTCOMES = {"proposed": 40, "ruled_out_welfare": 25, "not_practicable": 20, "declined": 15}
LEVELS = {0: 35, 1: 35, 2: 15, 3: 10, 4: 5}
TURNS_A_YEAR_GROUP = date(2026, 9, 1)


def child(dice: Dice, child_id: str, group: list[str], ids: list[str], register: list[Record]) -> Record:
    """A child of a referral's group, among all the children of the case and all who live in the register's homes."""
    born = date.fromisoformat(dice.day(date(2009, 1, 15), 6300))
    near = dice.one(register).get("household", [])
    known_to = [m["id"] for m in near if "id" in m and m["id"] not in ids]
    others = [i for i in (*known_to, *dice.some(ids, 3)) if i not in group]
    return record(
        id=child_id,
        born=born.isoformat(),
        age_disputed=dice.known(dice.chance(0.04)),
        sex=dice.known(dice.of({"M": 48, "F": 48, "U": 4})),
        legal_status=dice.known(dice.of(STATUS)),
        s20=dice.known(_section_20(dice)),
        home_postcode=dice.known(postcode(dice)),
        siblings=dice.known(_siblings(dice, [i for i in group if i != child_id], known_to)),
        must_not_live_with=dice.known(dice.some(others, 2) if dice.chance(0.4) else []),
        court_orders=dice.known(_no_contact(dice, others)),
        access_needs=dice.known(dice.some(ACCESS, 2) if dice.chance(0.2) else []),
        school=dice.known(_school(dice, born)),
        keep_away_from=dice.known(_to_avoid(dice)),
        needs=dice.known({d: dice.of(LEVELS) for d in dice.random.sample(DOMAINS, 5)}),
        risks=dice.known(_risks(dice)),
        wishes=dice.known(_wishes(dice)),
        family_explored=dice.known(_family_explored(dice, child_id, register)),
        **_planned(dice),
    )


def _planned(dice: Dice) -> Record:
    """Reviews and plans: a review may be from before the child came to where she lives."""
    reviewed = dice.happened(AS_OF, 0.7)
    since = dice.near(date.fromisoformat(reviewed) if isinstance(reviewed, str) else AS_OF)
    long_since = dice.day(AS_OF - timedelta(days=500), 480)
    return record(
        reviewed_on=dice.known(reviewed),
        current_since=dice.known(since if dice.chance(0.5) else (dice.chance(0.95) and long_since)),
        deprivation_of_liberty=dice.known(dice.chance(0.01)),
        considering_adoption=dice.known(dice.chance(0.15)),
        ought_to_be_placed=dice.known(dice.chance(0.2)),
        s19_consent=dice.chance(0.5) if dice.chance(0.3) else None,
        placement_order=dice.chance(0.5) if dice.chance(0.3) else None,
        placement_order_refused=dice.known(dice.chance(0.2)),
    )


def _section_20(dice: Dice) -> Record:
    return record(
        consent_by="mother" if dice.chance(0.9) else None,
        on=dice.happened(AS_OF, 0.85) if dice.chance(0.95) else None,
        objection=dice.known(dice.chance(0.25)),
    )


def _risks(dice: Dice) -> list[Record]:
    kinds = dice.some(RISKS, 3) if dice.chance(0.6) else []
    levels = {"none": 30, "history": 35, "current": 35}
    return [record(kind=dice.known(kind), level=dice.known(dice.of(levels))) for kind in kinds]


def _family_explored(dice: Dice, child_id: str, register: list[Record]) -> list[Record]:
    """The family that was asked: some of the homes that say they know her, a few others, and some without a home."""
    known = [h["id"] for h in register if child_id in h.get("connected_to", ())]
    named = dice.some(known, 5) + ([dice.one(register)["id"]] if dice.chance(0.2) else [])
    named += [i for i in named if dice.chance(0.1)]
    return [_asked(dice, i) for i in [*named, *(None for _ in range(dice.of({0: 50, 1: 35, 2: 15})))]]


def _asked(dice: Dice, home_id: str | None) -> Record:
    outcome, on = dice.known(dice.of(OUTCOMES)), dice.happened(AS_OF, 0.85)
    return record(relation=dice.known(dice.one(RELATIONS)), home=home_id, outcome=outcome, on=dice.known(on))


def _siblings(dice: Dice, referred: list[str], known_to: list[str]) -> list[Record]:
    """Those referred with her, mostly; and one time in four all the children of some household."""
    named = [i for i in referred if not dice.chance(0.05)] + (known_to if dice.chance(0.25) else [])
    return [record(child=i, assessment=dice.known(_assessment(dice))) for i in named]


def _assessment(dice: Dice) -> str:
    return dice.of({"together": 70, "not_assessed": 20, "apart": 10})


def _no_contact(dice: Dice, others: list[str]) -> list[Record]:
    if not others or dice.chance(0.85):
        return []
    until = dice.day(date(2026, 10, 1), 200) if dice.chance(0.5) else None
    return [record(kind="no_contact", against=dice.known(dice.one(others)), until=until)]


def _school(dice: Dice, born: date) -> Record:
    year = TURNS_A_YEAR_GROUP.year - born.year - (born.month >= TURNS_A_YEAR_GROUP.month) - 4
    if year < 0:
        return {"registered": False}
    return record(
        urn=dice.known(dice.one(SCHOOLS)),
        postcode=dice.known(postcode(dice)),
        year_group=dice.known(min(year, 13)),
        registered=dice.known(not dice.chance(0.05)),
    )


def _to_avoid(dice: Dice) -> list[Record]:
    places = range(dice.of({0: 60, 1: 25, 2: 15}))
    return [record(postcode=dice.known(postcode(dice)), miles=dice.known(dice.one((1.5, 3.0, 5.0)))) for _ in places]


def _wishes(dice: Dice) -> Record:
    wants: Any = dice.known(dice.some(WISHES[:4], 2))
    unwanted: Any = dice.known(dice.some(WISHES[3:], 1))
    return record(ascertained_on=dice.known("2026-11-18"), wants=wants, does_not_want=unwanted)
