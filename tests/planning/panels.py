"""Made-up panels, small enough that everything can be tried: brothers and sisters, limits, people to keep apart."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.builders import MEMBER, NOBODY, ORDINARY, ordinary

Raw = dict[str, Any]
OWN = "E06000060"
RATES = {
    "unrecorded": 0.08,
    "apart": 0.12,
    "alone": 0.08,
    "current": 0.15,
    "urgent": 0.35,
    "agreed": 0.1,
    "risks": 0.1,
}


def panel(seed: int, children: int, homes: int) -> Raw:
    """A case with so many children in some families, and so many homes, of which most can take most of them."""
    made: Raw = json.loads(json.dumps(_panel(Random(seed), children, homes), default=str))  # noqa: S311 - made up
    return made


def _panel(rng: Random, children: int, homes: int) -> Raw:
    families = list(_families(rng, [f"c{k}" for k in range(children)]))
    referrals = [r for number, family in enumerate(families) for r in _referrals(rng, number, family)]
    names = [f"h{k}" for k in range(homes)]
    return {
        **{key: ORDINARY[key] for key in ("as_of", "policy", "authority")},
        "children": [_child(rng, name, family, names) for family in families for name in family],
        "referrals": referrals,
        "homes": [
            _home(rng, k, [r["id"] for r in referrals], [f"c{k}" for k in range(children)]) for k in range(homes)
        ],
        "decided": list(_agreed(rng, children, names)) if rng.random() < RATES["agreed"] else [],
    }


def _agreed(rng: Random, children: int, homes: list[str]) -> Iterator[Raw]:
    """A home that is agreed for one of them, now, till before the stay, or from long after it on."""
    child, home = (children - 1, 0) if rng.random() < 0.5 else (rng.randrange(children), rng.randrange(len(homes)))
    when = rng.choice(({}, {}, {"until": "2026-11-25"}, {"start": "2040-01-01"}))
    yield {"child": f"c{child}", "home": homes[home], **when}


def _families(rng: Random, children: list[str]) -> Iterator[list[str]]:
    while children:
        size = rng.choice((1, 1, 1, 2, 2, 3, 4))
        yield children[:size]
        children = children[size:]


def _referrals(rng: Random, number: int, family: list[str]) -> Iterator[Raw]:
    """One for the whole family, or one for each child."""
    asked = [family] if rng.random() < 0.75 else [[child] for child in family]
    for k, children in enumerate(asked):
        referral = {"id": f"r{number}_{k}", "children": children, **ordinary("referral")}
        if rng.random() < RATES["urgent"]:
            referral["urgency"] = rng.choice(("same_day", "within_72_hours"))
        if rng.random() < RATES["alone"]:
            referral["required"] = ["no_other_children"]
        yield referral


def _child(rng: Random, name: str, family: list[str], homes: list[str]) -> Raw:
    child = {"id": name, **ordinary("child")}
    child["born"] = child["born"].replace(year=rng.randint(2011, 2023))
    assessments = ("together", "together", "not_assessed", "apart") if rng.random() < 0.4 else ("together",)
    child["siblings"] = [{"child": s, "assessment": rng.choice(assessments)} for s in family if s != name]
    if rng.random() < RATES["apart"]:
        child["must_not_live_with"] = [f"c{rng.randrange(6)}", "x0"]
        child["must_not_live_with"] = [i for i in child["must_not_live_with"] if i != name]
    if rng.random() < RATES["unrecorded"]:
        del child[rng.choice(("must_not_live_with", "siblings", "school", "legal_status"))]
    if rng.random() < RATES["risks"]:
        child["risks"] = [{"kind": "fire_setting", "level": rng.choice(("current", "history"))}]
    child["vulnerable_to"] = ["fire_setting"] if rng.random() < RATES["risks"] else []
    if rng.random() < RATES["unrecorded"]:
        del child["vulnerable_to"]
    if rng.random() < RATES["current"]:
        child["current_home"] = rng.choice(homes)
    return child


def _home(rng: Random, number: int, referrals: list[str], children: list[str]) -> Raw:
    home = {"id": f"h{number}", **ordinary("home")}
    del home["registration"]  # of no home that fosters
    home["vacancies"] = {"beds": rng.choice((0, 1, 1, 2, 2, 3)), "from": home["vacancies"]["from"]}
    home["bedrooms_free"] = rng.choice((0, 1, 2, 3))
    home["approval"] = {
        **home["approval"],
        "terms": {**home["approval"]["terms"], "max_children": rng.choice((1, 2, 3, 4))},
    }
    home["household"] = [_member(rng, number, k) for k in range(rng.choice((0, 0, 1, 2)))]
    if number == 0 and rng.random() < RATES["apart"] * 3:
        home["household"].append(_member(rng, number, 0) | {"id": "x0"})
    home["skills"] = {domain: rng.randint(0, 4) for domain in home["skills"]}
    if rng.random() < RATES["unrecorded"]:
        del home[rng.choice(("vacancies", "household", "bedrooms_free", "skills"))]
    kind = rng.random()
    if kind < 0.2:
        home |= {"kind": "connected_foster", "connected_to": rng.sample(children, min(2, len(children)))}
    elif kind < 0.4:
        home |= {"run_by": "agency", "offer": {"referral": rng.choice(referrals), "valid_until": "2026-12-31"}}
    elif kind < 0.5 and number:
        home |= {"same_home_as": "h0"}
    return home


def _member(rng: Random, home: int, number: int) -> Raw:
    relation = rng.choice(("looked_after", "looked_after", "own_child"))
    name = f"m{home}_{number}"
    born = ORDINARY["child"]["born"].replace(year=rng.randint(2010, 2020))
    return {**MEMBER, **NOBODY, "id": name, "born": born, "relation": relation, "placed_by": OWN}
