"""What made-up children need, what risks are recorded of them, and what they are open to."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from matching.demo.people import AS_OF, Young
from matching.demo.words import Record
from matching.domain.codes import NeedDomain

SEVERITY: Mapping[str, float] = {"childrens_home": 1.0, "elsewhere": 0.9, "residential": 0.7, "foster_private": 0.55}
FROM_AGE: Mapping[str, int] = {
    "safety_exploitation": 10,
    "education_learning": 3,
    "social_peers_leisure": 4,
    "self_care_independence": 4,
    "mental_emotional_health": 3,
}
RARER: Mapping[str, float] = {
    "development_disability": 0.6,
    "physical_health": 0.5,
    "cultural_religious_identity": 0.4,
}
RISKS: Mapping[str, tuple[int, float, str]] = {
    "missing": (11, 0.34, "self"),
    "child_sexual_exploitation": (11, 0.14, "self"),
    "criminal_exploitation": (11, 0.18, "self"),
    "self_harm": (10, 0.2, "self"),
    "suicide": (12, 0.06, "self"),
    "violence_to_carers": (7, 0.18, "carers"),
    "violence_to_children": (5, 0.13, "children"),
    "harmful_sexual_behaviour": (8, 0.06, "children"),
    "fire_setting": (9, 0.03, "others"),
    "damage": (8, 0.16, "others"),
    "theft": (10, 0.08, "others"),
    "substance": (12, 0.18, "self"),
    "online": (9, 0.14, "self"),
    "bullying": (6, 0.1, "children"),
    "allegations": (9, 0.05, "carers"),
    "violence_to_animals": (6, 0.02, "others"),
}
OPEN_TO: Mapping[str, tuple[int, float]] = {
    "bullying": (5, 0.16),
    "child_sexual_exploitation": (10, 0.1),
    "criminal_exploitation": (10, 0.1),
    "violence_to_children": (2, 0.08),
    "harmful_sexual_behaviour": (3, 0.05),
    "self_harm": (11, 0.06),
    "online": (9, 0.06),
}
EXPLOITATION = frozenset({"child_sexual_exploitation", "criminal_exploitation"})


def severity(child: Young) -> float:
    """How much there is to carry, 0 to about 1; more for those who live in children's homes."""
    if child.unaccompanied:
        return 0.3
    known = next((weight for cell, weight in SEVERITY.items() if child.cell.startswith(cell)), 0.4)
    return known + (0.15 if child.often == "yes" else 0.0)


def needs_of(rng: Random, child: Young) -> Record:
    """A level in each of the twelve domains."""
    weight = severity(child)
    return {domain.value: _level(rng, domain.value, child, weight) for domain in NeedDomain}


def _level(rng: Random, domain: str, child: Young, weight: float) -> int:
    if child.age < FROM_AGE.get(domain, 0):
        return 0
    if child.unaccompanied and domain == "cultural_religious_identity":
        return rng.choice((1, 2, 2, 3))
    draw = rng.random() / ((0.45 + weight) * RARER.get(domain, 1.0))
    return 4 if draw < 0.012 else 3 if draw < 0.07 else 2 if draw < 0.24 else 1 if draw < 0.5 else 0


def risks_of(rng: Random, age: int, weight: float) -> list[Record]:
    """The risks recorded of somebody of this age; most of the young have none."""
    found = []
    for kind, (start, share, to) in RISKS.items():
        if age >= start and rng.random() < share * weight * (0.5 if age < 12 else 1.0):
            current = rng.random() < 0.55
            last = AS_OF - timedelta(days=rng.randrange(3, 150) if current else rng.randrange(200, 900))
            found.append({"kind": kind, "level": "current" if current else "history", "to": to, "last": last})
    return found


def open_to(rng: Random, age: int) -> list[str]:
    """The risks from others that would harm somebody most."""
    return [kind for kind, (start, share) in OPEN_TO.items() if age >= start and rng.random() < share]


def exploited_now(risks: list[Record]) -> bool:
    """Whether somebody is being exploited, by what is recorded."""
    return any(risk["kind"] in EXPLOITATION and risk["level"] == "current" for risk in risks)
