"""What made-up homes can do, what support stands behind them, and how it is to live there."""

from collections.abc import Mapping
from random import Random

from matching.demo.people import Dwelling
from matching.demo.words import Record
from matching.domain.codes import FOSTERING, HomeKind, NeedDomain

SKILL: Mapping[str, float] = {"childrens_home": 2.2, "residential_school": 2.2, "family_centre": 2.0, "foster": 1.5}
SUPPORT_OF: Mapping[str, tuple[str, ...]] = {
    "own": ("supervising_social_worker", "training", "support_group", "respite", "out_of_hours", "mockingbird_hub"),
    "agency": ("supervising_social_worker", "training", "out_of_hours", "respite", "therapist", "support_group"),
    "person": ("supervising_social_worker", "support_group", "training"),
    "private": ("therapist", "out_of_hours", "clinical_supervision", "education_on_site"),
    "voluntary": ("key_worker", "out_of_hours", "therapist"),
    "other_authority": ("supervising_social_worker", "training", "out_of_hours"),
}
NOT_TAKEN = (
    "fire_setting",
    "harmful_sexual_behaviour",
    "violence_to_carers",
    "violence_to_children",
    "criminal_exploitation",
    "substance",
)
ACCESS = ("step_free", "ground_floor", "wet_room")
TONGUES = ("Urdu", "Punjabi", "Polish", "Arabic", "Somali", "Hindi", "Bengali", "Portuguese", "Romanian", "Pashto")
FAITHS = ("none",) * 9 + ("Christian",) * 8 + ("Muslim",) * 3 + ("Hindu", "Sikh")


def offering_of(rng: Random, home: Dwelling, children: dict[str, Record]) -> Record:
    """Skills, support, languages, faith, access and the household's ways; fit for the children who live there."""
    there = [children[child.id] for child in home.children]
    record: Record = {"does_not_take": _not_taken(rng, home, there), "skills": _skills(rng, home)}
    record["support"] = [word for word in SUPPORT_OF[home.run_by] if rng.random() < 0.6]
    record |= {"languages": _languages(rng), "religion": rng.choice(FAITHS), "access": _access(rng, there)}
    record |= {"pets": rng.random() < 0.4, "smoking": rng.random() < 0.07}
    if HomeKind(home.kind) in FOSTERING:
        record |= _of_carers(rng, home)
    return record


def _of_carers(rng: Random, home: Dwelling) -> Record:
    family = home.kind == "connected_foster"
    years = rng.randrange(0, 3) if family else min(30, int(rng.expovariate(1 / 7)))
    bedrooms = max(0, home.free - (rng.random() < 0.12 and home.free > 1))
    return {"years_fostering": years, "carers": rng.choice((1, 2, 2, 2)), "bedrooms_free": bedrooms}


def _not_taken(rng: Random, home: Dwelling, there: list[Record]) -> list[str]:
    if home.kind in ("parent", "connected_foster"):
        return []
    share = 0.06 if home.kind == "childrens_home" else 0.2
    lived_with = {risk["kind"] for child in there for risk in child["risks"]}
    return [kind for kind in NOT_TAKEN if rng.random() < share and kind not in lived_with]


def _skills(rng: Random, home: Dwelling) -> Record:
    middle = SKILL.get(home.kind, 1.2)
    graded = [domain.value for domain in NeedDomain if rng.random() < 0.75]
    return {domain: max(0, min(4, round(rng.gauss(middle, 0.8)))) for domain in graded}


def _languages(rng: Random) -> list[str]:
    return ["English", rng.choice(TONGUES)] if rng.random() < 0.22 else ["English"]


def _access(rng: Random, there: list[Record]) -> list[str]:
    draw = rng.random()
    usual = ACCESS if draw < 0.05 else ACCESS[:2] if draw < 0.15 else ()
    needed = {word for child in there for word in child["access_needs"]}
    return [word for word in ACCESS if word in usual or word in needed]
