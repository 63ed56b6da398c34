"""The registrations of made-up children's homes, supported accommodation and the like."""

from datetime import timedelta
from random import Random

from matching.demo.people import AS_OF, Dwelling
from matching.demo.terms import Taken
from matching.demo.words import Record
from matching.domain.codes import NeedDomain

JUDGEMENTS = ("outstanding",) * 10 + ("good",) * 66 + ("requires_improvement",) * 20 + ("inadequate",) * 4
A_NEED = 2
RESTRICTED, SUSPENDED, TAKES_EMERGENCIES = 0.02, 0.01, 0.3
LIKELY_NEEDS = {
    "behaviour_regulation": 0.95,
    "mental_emotional_health": 0.9,
    "attachment_relationships": 0.9,
    "education_learning": 0.9,
    "safety_exploitation": 0.7,
    "stability_transition": 0.9,
    "social_peers_leisure": 0.85,
    "self_care_independence": 0.8,
    "family_time_identity": 0.85,
    "cultural_religious_identity": 0.8,
    "development_disability": 0.45,
    "physical_health": 0.5,
}


def registration_of(rng: Random, home: Dwelling, terms: Taken, children: dict[str, Record]) -> Record:
    """What the home is registered for, and how it was judged."""
    away = home.free and not home.children
    status = "suspended" if away and rng.random() < SUSPENDED else "registered"
    record: Record = {"urn": _urn(home), "status": status, "capacity": max(home.beds, len(home.children) + home.free)}
    record |= {"restricted": rng.random() < RESTRICTED, "age_min": terms.age_min, "age_max": terms.age_max}
    record |= {"sex": terms.sex, "needs": _needs(rng, [children[child.id] for child in home.children])}
    record["takes_emergencies"] = home.emergency_bed_of is not None or rng.random() < TAKES_EMERGENCIES
    if home.kind == "childrens_home" or rng.random() < 0.4:
        record["judgement"] = rng.choice(JUDGEMENTS) if home.kind == "childrens_home" else "not_yet_inspected"
        record["judged_on"] = AS_OF - timedelta(days=rng.randrange(20, 420))
    return record


def _needs(rng: Random, there: list[Record]) -> list[str]:
    """What the home is for: always what those who live there need."""
    needed = {need for child in there for need, level in child["needs"].items() if level >= A_NEED}
    likely = [domain.value for domain in NeedDomain if rng.random() < LIKELY_NEEDS[domain.value]]
    return [domain.value for domain in NeedDomain if domain.value in needed or domain.value in likely]


def _urn(home: Dwelling) -> str:
    """A reference number of our own making; the emergency bed has that of its home."""
    whole = home.emergency_bed_of or home
    return f"SC{900_000 + int(whole.id[1:]) % 100_000}"
