"""A made-up home as a record of a case file."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from matching.demo.approvals import approval_of
from matching.demo.household import household_of
from matching.demo.offering import offering_of
from matching.demo.offers import Offers
from matching.demo.people import AS_OF, Dwelling
from matching.demo.prices import cost_of
from matching.demo.registrations import registration_of
from matching.demo.schools import Schools
from matching.demo.terms import terms_of
from matching.demo.words import Record, words
from matching.domain.codes import FOSTERING, REGISTERED, HomeKind

SETTINGS = ("care_home", "hospital")


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What a home's record is made from beside the home: the authority, its children's records, schools and offers."""

    authority: str
    children: dict[str, Record]
    schools: Schools
    offers: Offers
    names: dict[str, str]


def home_record(rng: Random, home: Dwelling, around: Around) -> Record:
    """Everything that is recorded of a home, before any of it is lost."""
    record = _what_and_where(home, around)
    terms = terms_of(rng, home)
    if HomeKind(home.kind) in FOSTERING:
        record["approval"] = approval_of(rng, home, terms, around.authority)
    if HomeKind(home.kind) in REGISTERED:
        record["registration"] = registration_of(rng, home, terms, around.children)
    record |= _of_its_kind(rng, home)
    record["household"] = household_of(rng, home, around.authority, around.children)
    record["vacancies"] = _vacancies(rng, home)
    record |= _special_beds(home)
    record |= around.offers.made_by(rng, home, terms, record["household"], around.authority)
    record |= offering_of(rng, home, around.children)
    record["can_keep"] = _schools(rng, home, around)
    record["cost"] = cost_of(rng, home)
    old = rng.random() < 0.12
    record["checked_on"] = AS_OF - timedelta(days=rng.randrange(200, 500) if old else rng.randrange(1, 75))
    return record


def _what_and_where(home: Dwelling, around: Around) -> Record:
    country = "Wales" if home.point.authority.startswith("W") else "England"
    record: Record = {"id": home.id, "name": around.names[home.id], "kind": home.kind, "run_by": home.run_by}
    record |= {"postcode": home.point.postcode, "country": country}
    if home.kind in ("parent", "connected_foster"):
        record["connected_to"] = [child.id for child in (*home.children, *home.relatives)]
    return record


def _of_its_kind(rng: Random, home: Dwelling) -> Record:
    if home.kind == "other_arrangements":
        return {"setting": rng.choice(SETTINGS), "checks": _checks(rng, home)}
    if home.kind in ("supported_accommodation", "residential_school", "family_centre"):
        return {"checks": _checks(rng, home)}
    if home.kind == "parent":
        return {"parent_assessment": _assessment(rng, home)}
    return {}


def _checks(rng: Random, home: Dwelling) -> list[Record]:
    return [
        {
            "child": child.id,
            "suitable_on": child.since - timedelta(days=rng.randrange(1, 10)),
            "visited_on": child.since - timedelta(days=rng.randrange(1, 8)),
            "iro_informed_on": child.since - timedelta(days=rng.randrange(0, 5)),
        }
        for child in home.children
    ]


def _assessment(rng: Random, home: Dwelling) -> Record:
    before = min((child.since for child in home.children), default=AS_OF)
    days: tuple[date | bool, ...] = tuple(before - timedelta(days=rng.randrange(1, 40)) for _ in range(3))
    iro = days[2] if rng.random() < 0.85 else False
    return {"sch3_on": days[0], "plan_on": days[1], "iro_consulted_on": iro}


def _vacancies(rng: Random, home: Dwelling) -> Record:
    if not home.free:
        return {"beds": 0, "from": AS_OF}
    now = home.relatives or home.emergency_bed_of or rng.random() < 0.7
    start = AS_OF - timedelta(days=rng.randrange(0, 60)) if now else AS_OF + timedelta(days=rng.randrange(3, 45))
    vacancies: Record = {"beds": home.free, "from": start}
    if rng.random() < 0.08 and not home.relatives:
        vacancies["until"] = start + timedelta(days=rng.randrange(60, 250))
    return vacancies


def _special_beds(home: Dwelling) -> Record:
    record: Record = {"emergency_bed": home.emergency_bed_of is not None}
    if home.emergency_bed_of is not None:
        record |= {"same_home_as": home.emergency_bed_of.id, "longest_stay_days": 14}
    if home.block:
        record["block_contract"] = home.block
    return record


def _schools(rng: Random, home: Dwelling, around: Around) -> list[str]:
    known = (around.children[child.id].get("school", {}).get("urn") for child in home.children)
    kept = [urn for urn in known if urn and rng.random() < 0.9]
    if home.kind in ("supported_accommodation", "other_arrangements", "family_centre", "residential_school"):
        return sorted(set(kept))
    return sorted({*kept, *around.schools.within_reach(home.point)})


def names_of(rng: Random, homes: list[Dwelling]) -> dict[str, str]:
    """A made-up name for each home; where the bank runs out a name comes again with a number."""
    bank = words()["names"]
    families = [f"The {a} {b} household".replace("  ", " ") for a in bank["households"] for b in bank["second"]]
    houses = [f"{a} {b}" for a in bank["trees"] for b in bank["residential"]]
    rng.shuffle(families)
    rng.shuffle(houses)
    used, names = {True: 0, False: 0}, dict[str, str]()
    for home in homes:
        a_family = HomeKind(home.kind) in FOSTERING or home.kind == "parent"
        pool = families if a_family else houses
        round_, at = divmod(used[a_family], len(pool))
        names[home.id] = pool[at] if round_ == 0 else f"{pool[at]} {round_ + 1}"
        used[a_family] += 1
    return names
