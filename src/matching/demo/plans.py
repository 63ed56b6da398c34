"""Legal standing and plans: who agreed, what the court ordered, and where a made-up child is to grow up."""

from datetime import date, timedelta
from random import Random

from matching.demo.people import AS_OF, Young
from matching.demo.words import Record

ADOPTION_CONSIDERED = 0.12


def standing_of(rng: Random, kin: Random, child: Young, council: str) -> Record:
    """Parental responsibility, agreement under section 20 and the orders of a court."""
    facts: Record = {"parental_responsibility": _responsible(kin, child, council)}
    if child.status == "V2":
        facts["s20"] = _agreement(rng, child)
    facts["court_orders"] = []
    if rng.random() < 0.02 and not child.unaccompanied:
        until = AS_OF + timedelta(days=rng.randrange(60, 600))
        facts["court_orders"] = [{"kind": "no_contact", "against": f"adult-of-{child.id}", "until": until}]
    return facts


def _responsible(rng: Random, child: Young, council: str) -> list[str]:
    if child.unaccompanied:
        return []
    parents = ["mother"] if rng.random() < 0.45 else ["mother", "father"]
    return parents if child.status == "V2" else [*parents, council]


def _agreement(rng: Random, child: Young) -> Record:
    if child.unaccompanied:
        by = "the young person, at 16" if child.age >= 16 else "nobody with parental responsibility can be reached"
        return {"consent_by": by, "on": child.entered, "objection": False}
    return {"consent_by": "mother", "on": child.entered, "objection": rng.random() < 0.04}


def plan_of(rng: Random, child: Young) -> Record:
    """The plan for permanence, and whether adoption is considered."""
    facts: Record = {"permanence_plan": _plan(rng, child), "considering_adoption": False}
    if child.status == "E1":
        facts |= {"permanence_plan": ["ADOPTION"], "considering_adoption": True, "ought_to_be_placed": True}
        facts |= {"s19_consent": False, "placement_order": True, "placement_order_refused": False}
    elif child.age < 4 and child.status == "C1" and rng.random() < ADOPTION_CONSIDERED:
        facts |= {"permanence_plan": ["RETURN6M", "ADOPTION"], "considering_adoption": True}
        facts |= {"ought_to_be_placed": False, "s19_consent": False}
        facts |= {"placement_order": False, "placement_order_refused": False}
    return facts


def _plan(rng: Random, child: Young) -> list[str]:
    if child.cell == "parents":
        return ["REMAINSUP"]
    if child.cell == "foster_connected":
        return ["LTRELFR"]
    if child.cell.startswith("supported") or (child.age == 17 and rng.random() < 0.6):
        return ["SUPPLIV"]
    if child.status == "C1" or child.new:
        return rng.choice((["RETURN6M"], ["RETURN6M", "LTRELFR"], ["RETURNEV"], ["RETURN6M", "LTFOST18"]))
    if child.cell.startswith("childrens_home"):
        return rng.choice((["RESPLMT"], ["RESPLMT"], ["LTFOST18"], ["RETURNEV"]))
    return rng.choice((["LTFOST18"], ["LTFOST18"], ["LTFOST18"], ["RETURNEV"], ["OTHERPLN"]))


def course_of(rng: Random, child: Young, *, to_move: bool) -> Record:
    """Since when, how often moved, when last reviewed, visited and thought about, and what a move would break off."""
    facts: Record = {"current_home": False}
    if not child.new:
        facts = {"current_home": child.dwelling.id if child.dwelling else child.outside, "current_since": child.since}
        facts["reviewed_on"] = _reviewed(rng, child, to_move=to_move)
    late = rng.random() < 0.1
    facts["last_considered_on"] = _ago(rng, child, 190 if late else 5, 400 if late else 175)
    facts["last_review_on"] = _ago(rng, child, 190 if late else 10, 260 if late else 180)
    facts["last_visit_on"] = _ago(rng, child, 2, 80 if rng.random() < 0.15 else 40)
    facts["moves_in_12_months"] = child.moves
    facts["long_term_match"] = child.span == "long_same" and child.cell.startswith("foster") and rng.random() < 0.6
    therapy = AS_OF + timedelta(days=rng.randrange(40, 300))
    facts["therapy_until"] = therapy if child.age > 4 and rng.random() < 0.14 else False
    return facts


def _reviewed(rng: Random, child: Young, *, to_move: bool) -> date | bool:
    """Most moves were reviewed in the last weeks; of the others four in five."""
    if rng.random() < (0.93 if to_move else 0.82):
        return _ago(rng, child, 2, 45)
    return False


def _ago(rng: Random, child: Young, least: int, most: int) -> date | bool:
    """A day so long ago; false where the child had not come into care yet."""
    day = AS_OF - timedelta(days=rng.randrange(least, most))
    return day if day > child.entered else False
