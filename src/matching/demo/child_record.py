"""A made-up child as a record of a case file."""

from dataclasses import dataclass
from random import Random

from matching.demo.ground import Ground
from matching.demo.kin import explored, family_time, keep_away, siblings_of
from matching.demo.needs import exploited_now, needs_of, open_to, risks_of, severity
from matching.demo.people import Young
from matching.demo.plans import course_of, plan_of, standing_of
from matching.demo.schools import Schools
from matching.demo.voices import parents_wishes_of, wishes_of
from matching.demo.words import Record, words
from matching.demo.young import ORIGINS

ACCESS = (["step_free"], ["step_free", "wet_room"], ["ground_floor"])
GROUP_OF = {code: group for group, codes in ORIGINS.items() for code in codes}


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What a child's record is made from beside the child: the area, its schools and the authority's name."""

    authority: str
    council: str
    ground: Ground
    schools: Schools
    everybody: list[Young]


def child_record(seed: int, child: Young, around: Around, *, to_move: bool) -> Record:
    """Everything that is recorded of a child, before any of it is lost; of a family's children the same is drawn."""
    rng, kin = Random(f"{seed}:{child.id}"), Random(f"{seed}:{_eldest(child)}:family")
    record = _identity(rng, kin, child, around) | standing_of(rng, kin, child, around.council)
    record["siblings"] = siblings_of(child)
    record |= _needs(rng, child, around)
    record["school"] = around.schools.attended(rng, child)
    record["family_time"] = family_time(kin, child, around.ground)
    record |= _safety(rng, child, around, record)
    at_school = record["school"].get("registered") is True
    record["wishes"] = wishes_of(rng, child, at_school=at_school)
    record["parents_wishes"] = parents_wishes_of(kin, child)
    record |= course_of(rng, child, to_move=to_move) | plan_of(rng, child)
    record["deprivation_of_liberty"] = child.cell.startswith("childrens_home") and rng.random() < 0.04
    record["family_explored"] = explored(kin, child)
    return record


def _eldest(child: Young) -> str:
    return child.family.children[0].id if child.family else child.id


def _identity(rng: Random, kin: Random, child: Young, around: Around) -> Record:
    record: Record = {"id": child.id, "born": child.born, "sex": child.sex, "legal_status": child.status}
    record["age_disputed"] = child.unaccompanied and rng.random() < 0.06
    record["responsible_authority"] = around.authority
    record["home_postcode"] = child.point.postcode if child.point else False
    identity, group = words()["identity"], GROUP_OF[child.ethnicity]
    tongues = identity["alone" if child.unaccompanied else "languages"].get(child.ethnicity, [])
    own = [kin.choice(tongues)] if tongues and (child.unaccompanied or kin.random() < 0.4) else []
    return record | {
        "became_looked_after": child.entered,
        "languages": own if child.unaccompanied and rng.random() < 0.5 else ["English", *own],
        "religion": kin.choice(identity["religions"][group]),
        "ethnicity": child.ethnicity,
    }


def _needs(rng: Random, child: Young, around: Around) -> Record:
    return {
        "needs": needs_of(rng, child),
        "risks": risks_of(rng, child.age, severity(child)),
        "vulnerable_to": open_to(rng, child.age),
        "must_not_live_with": _kept_from(rng, child, around.everybody),
        "access_needs": list(rng.choice(ACCESS)) if rng.random() < 0.03 else [],
    }


def _kept_from(rng: Random, child: Young, everybody: list[Young]) -> list[str]:
    """Very few must not live with another of the authority's children, never one with whom they live."""
    if child.age < 8 or rng.random() >= 0.02:
        return []
    other = rng.choice(everybody)
    alike = other.family is not None and other.family is child.family
    lives_with = child.dwelling is not None and child.dwelling is other.dwelling
    return [] if other is child or alike or lives_with else [other.id]


def _safety(rng: Random, child: Young, around: Around, record: Record) -> Record:
    exploited = exploited_now(record["risks"])
    return {
        "keep_away_from": keep_away(rng, child, around.ground, exploited=exploited),
        "away_for_safety": exploited and child.locality in ("", "out_far") and rng.random() < 0.4,
    }


def ethnic_group(code: str) -> str:
    """The published group that a code of ethnic origin belongs to."""
    return GROUP_OF[code]
