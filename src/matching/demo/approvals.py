"""The approvals of made-up carers, and of family and friends who are not approved yet."""

from datetime import timedelta
from random import Random

from matching.demo.people import AS_OF, Dwelling, Young
from matching.demo.terms import Taken
from matching.demo.words import Record, words

KINDS = (("short_term", 0.85), ("long_term", 0.65), ("emergency", 0.4), ("bridging", 0.3), ("respite", 0.35))
TEMPORARY_DAYS, EXTENSION_DAYS = 112, 56
ON_HOLD, ON_HOLD_WITH_CHILDREN = 0.05, 0.015


def approval_of(rng: Random, home: Dwelling, terms: Taken, authority: str) -> Record:
    """Where the approval stands, by whom it was given and for what."""
    if home.kind == "connected_foster":
        return _of_a_connected_person(rng, home, authority)
    held = rng.random() < (ON_HOLD_WITH_CHILDREN if home.children else ON_HOLD)
    approval: Record = {"status": "on_hold" if held else "active", "approved_by": service_of(home, authority)}
    approval["terms"] = _terms(rng, home, terms)
    approval["agreement_signed"] = AS_OF - timedelta(days=rng.randrange(500, 5_000))
    if home.kind == "foster_for_adoption":
        approval["adopter_approved_on"] = AS_OF - timedelta(days=rng.randrange(60, 500))
    return approval


def service_of(home: Dwelling, authority: str) -> str:
    """The council or the agency that approved the carers; the same each time it is asked of a home."""
    if home.stock == "foster_public":
        return home.point.authority
    bank = words()["names"]["charities" if home.stock == "foster_voluntary" else "agencies"]
    return str(bank[int(home.id[1:]) % len(bank)]) if home.run_by == "agency" else authority


def _terms(rng: Random, home: Dwelling, terms: Taken) -> Record:
    given: Record = {"age_min": terms.age_min, "age_max": terms.age_max, "sex": terms.sex}
    given["max_children"] = max(home.beds, len(home.children) + home.free + home.others)
    usual = ("short_term", "long_term") if home.children else ()
    kinds = [kind for kind, share in KINDS if kind in usual or rng.random() < share]
    return given | {"kinds": kinds or ["short_term"]}


def _of_a_connected_person(rng: Random, home: Dwelling, authority: str) -> Record:
    draw = rng.random()
    if home.children:
        days = (AS_OF - max(child.since for child in home.children)).days
        lately = days < TEMPORARY_DAYS + EXTENSION_DAYS
        return _temporary(rng, days) if lately else _named(rng, home.children, authority)
    if draw < 0.35:
        return _named(rng, home.relatives, authority)
    if draw < 0.6:
        return {"status": "none", "reg24": {"assessed_on": False, "adults_checked_on": False}}
    return {"status": "none", "reg24": _reg24(rng, 20)}


def _named(rng: Random, children: list[Young], authority: str) -> Record:
    terms = {"max_children": len(children), "children": [child.id for child in children]}
    signed = AS_OF - timedelta(days=rng.randrange(20, 900))
    return {"status": "active", "approved_by": authority, "terms": terms, "agreement_signed": signed}


def _temporary(rng: Random, days: int) -> Record:
    since = AS_OF - timedelta(days=days)
    until = since + timedelta(days=TEMPORARY_DAYS)
    approval: Record = {"status": "temporary", "temporary_from": since, "temporary_until": until}
    approval["reg24"] = _reg24(rng, days)
    if until < AS_OF:
        approval["extended_until"] = until + timedelta(days=EXTENSION_DAYS)
        approval["panel_view_on"] = until - timedelta(days=rng.randrange(5, 20))
        approval["iro_informed_on"] = until - timedelta(days=rng.randrange(1, 15))
        approval["review_pending"] = False
    return approval


def _reg24(rng: Random, days: int) -> Record:
    assessed = AS_OF - timedelta(days=days + rng.randrange(1, 8))
    begun = AS_OF - timedelta(days=max(1, days - rng.randrange(0, 10)))
    checked = assessed if rng.random() < 0.9 else False
    return {"assessed_on": assessed, "adults_checked_on": checked, "full_assessment_started_on": begun}
