"""A made-up referral as a record of a case file."""

from datetime import timedelta
from random import Random

from matching.demo.people import AS_OF
from matching.demo.referring import Asked
from matching.demo.words import Record, words

BECAUSE = ("immediate_risk", "no_home_tonight", "no_home_tonight", "protect_others", "other")
IN_RESIDENTIAL = ("childrens_home", "residential")


def referral_record(rng: Random, asked: Asked) -> Record:
    """What is asked for, from when, for how long and why."""
    soon = {"new": (1, 12), "move": (7, 40), "review": (10, 60)}[asked.why]
    start = AS_OF + timedelta(days=rng.randrange(2) if asked.emergency else rng.randrange(*soon))
    record: Record = {"id": asked.id, "children": [child.id for child in asked.children], "start": start}
    if asked.kind != "long_term" and rng.random() < 0.85:
        record["expected_end"] = start + timedelta(days=_length(rng, asked))
    record["emergency"] = asked.emergency
    if asked.emergency:
        record["emergency_because"] = rng.choice(BECAUSE)
    record |= {"kind": asked.kind, "reason": _reason(rng, asked), "required": _required(rng, asked)}
    return record | {"urgency": _urgency(asked)}


def _length(rng: Random, asked: Asked) -> int:
    if asked.emergency:
        return rng.randrange(5, 28)
    return rng.randrange(40, 120) if asked.kind == "bridging" else rng.randrange(90, 400)


def _urgency(asked: Asked) -> str:
    if asked.emergency:
        return "same_day"
    return "within_72_hours" if asked.why == "new" and int(asked.id[1:]) % 3 == 0 else "planned"


def _reason(rng: Random, asked: Asked) -> str:
    bank, first = words()["reasons"], asked.children[0]
    if asked.why == "new":
        return str(rng.choice(bank["alone" if first.unaccompanied else "new"]))
    if asked.why == "review":
        return str(rng.choice(bank["adult"] if first.age == 17 and rng.random() < 0.5 else _reasons_to_look(asked)))
    return str(rng.choice(_reasons_to_move(asked)))


def _reasons_to_look(asked: Asked) -> list[str]:
    first, (usual, *others) = asked.children[0], words()["reasons"]["review"]
    matching, outside, compared, proceedings = others
    if asked.kind == "long_term" and first.status != "C1":
        return [usual, matching, matching]
    if first.status == "C1":
        return [usual, proceedings, proceedings]
    return [usual, compared, outside] if first.locality.startswith("out") else [usual, compared]


def _reasons_to_move(asked: Asked) -> list[str]:
    cell, reasons = asked.children[0].cell, list(words()["reasons"]["move"])
    if asked.kind == "step_down":
        return [reasons[4]]
    if cell.startswith("childrens_home"):
        return [reasons[1], reasons[5]]
    return reasons[:4] if cell.startswith("foster") else [reasons[1]]


def _required(rng: Random, asked: Asked) -> list[str]:
    """The panel's record that residential care is needed, for most who live in it, and a few other conditions."""
    cell = asked.children[0].cell
    if cell.startswith(IN_RESIDENTIAL) and asked.kind != "step_down" and rng.random() < 0.8:
        return ["residential_care"]
    if cell == "elsewhere" and rng.random() < 0.4:
        return ["residential_care"]
    if asked.why == "review" or len(asked.children) > 1:
        return []
    draw = rng.random()
    return ["no_other_children"] if draw < 0.08 else ["two_carers"] if draw < 0.13 else []
