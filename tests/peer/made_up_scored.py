"""Made-up worlds with all that criteria read: family time, stays, plans, risks and vulnerabilities, parts of prices."""

from datetime import date, timedelta
from typing import Any

from tests.peer.dice import Dice, Record, record
from tests.peer.made_up import world
from tests.peer.made_up_homes import postcode
from tests.peer.made_up_words import AS_OF, FOSTERING, RISKS

KINDS_OF_RISK = (*RISKS, "violence_to_children", "child_sexual_exploitation", "bullying")
PLANS = ("LTFOST18", "LTRELFR", "RETURN6M", "SUPPLIV", "OTHERPLN")
WISHES = ("same_school", "with_siblings", "stay", "family_home", "no_other_children", "near_family", "pets", "a_garden")
BASES = {"allowance": 30, "framework": 25, "spot": 25, "block": 20}


def scored_world(homes: int, children: int, seed: int, gaps: float = 0.04) -> dict[str, Any]:
    """A made-up world in which every fact that a criterion reads varies, and is left out as often as any other.

    One child in ten lives in one of the entries of a home that has several, whoever the home lists.
    """
    case, dice = world(homes, children, seed, gaps), Dice(seed + 1, gaps)
    case["children"] = [_but_for_none(child | _of_child(dice, child)) for child in case["children"]]
    born = [child["born"] for child in case["children"]]
    known: dict[str, Record] = {}
    case["homes"] = [_but_for_none(home | _of_home(dice, home)) for home in case["homes"]]
    for home in case["homes"]:
        if home.get("household"):
            home["household"] = [_as_known(dice, member, born, known) for member in home["household"]]
    entries = [home["id"] for home in case["homes"] if "same_home_as" in home]
    entries += [home["same_home_as"] for home in case["homes"] if "same_home_as" in home]
    for child in case["children"]:
        if entries and dice.chance(0.1):
            child["current_home"] = dice.one(entries)
    return case


def _as_known(dice: Dice, member: Record, born: list[str], known: dict[str, Record]) -> Record:
    """Somebody with risks and vulnerabilities: the same in each entry of one home that lists her."""
    said = _member(dice, member, born)
    return known.setdefault(member["id"], said) if "id" in member else said


def _but_for_none(said: Record) -> Record:
    return {name: value for name, value in said.items() if value is not None}


def _of_child(dice: Dice, child: Record) -> Record:
    visits = [_visit(dice) for _ in range(dice.of({0: 15, 1: 50, 2: 25, 3: 10}))]
    since = dice.day(AS_OF - timedelta(days=1_200), 1_230)
    return {
        "home_postcode": False if dice.chance(0.06) else child.get("home_postcode"),
        "vulnerable_to": dice.known(dice.some(KINDS_OF_RISK, 4)),
        "family_time": dice.known(visits),
        "away_for_safety": dice.known(dice.chance(0.15)),
        "long_term_match": dice.known(dice.chance(0.15)),
        "permanence_plan": dice.known(dice.some(PLANS, 2)),
        "current_since": dice.known(False if dice.chance(0.03) else since),
        "wishes": dice.known(_wishes(dice)) if dice.chance(0.5) else child.get("wishes"),
        "siblings": [] if dice.chance(0.2) else child.get("siblings"),
        "needs": {"behaviour_regulation": 0} if dice.chance(0.08) else child.get("needs"),
    }


def _visit(dice: Dice) -> Record:
    return record(
        with_="mother",
        postcode=dice.known(postcode(dice)),
        times_a_month=dice.known(dice.one((0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0))),
    )


def _wishes(dice: Dice) -> Record:
    if dice.chance(0.2):
        return record(not_ascertained_because="she is a baby", ascertained_on=dice.known(False))
    return record(
        ascertained_on="2026-11-18",
        wants=dice.known(dice.some(WISHES, 2)),
        does_not_want=dice.known(dice.some(WISHES, 2)),
    )


def _of_home(dice: Dice, home: Record) -> Record:
    return {
        "support": dice.known(
            dice.some(("therapy", "respite", "night_staff", "mentor", "supervising_social_worker"), 5)
        ),
        "block_contract": dice.known(dice.chance(0.3) and "block-7"),
        "cost": dice.known(_cost(dice)),
        "longest_stay_days": dice.known(dice.one((0, 7, 84, 365))) if dice.chance(0.3) else None,
        "vacancies": home.get("vacancies") if dice.chance(0.9) else None,
        "years_fostering": dice.known(dice.number(0, 15)) if home["kind"] in FOSTERING else None,
    }


def _member(dice: Dice, member: Record, born: list[str]) -> Record:
    risks = [_risk(dice) for _ in range(dice.of({0: 60, 1: 30, 2: 10}))]
    near = dice.near(date.fromisoformat(dice.one(born)) + timedelta(days=dice.one((-1096, 0, 1096))), 400)
    said = {
        "risks": dice.known(risks),
        "vulnerable_to": dice.known(dice.some(KINDS_OF_RISK, 3) if dice.chance(0.5) else []),
        "born": dice.known(min(near, AS_OF.isoformat())),
    }
    return _but_for_none({**member, "risks": None, "vulnerable_to": None} | said)


def _risk(dice: Dice) -> Record:
    return record(
        kind=dice.known(dice.one(KINDS_OF_RISK)), level=dice.known(dice.of({"none": 30, "history": 35, "current": 35}))
    )


def _cost(dice: Dice) -> Record:
    parts = {part: dice.known(dice.number(0, 900)) for part in ("education", "health", "transport")}
    return record(
        weekly=dice.known(dice.number(0, 6_500)),
        full_weekly=dice.known(dice.number(0, 7_000)) if dice.chance(0.4) else None,
        basis=dice.known(dice.of(BASES)),
        **(parts if dice.chance(0.6) else {}),
    )
