"""Who lives in a made-up home beside the carers: the authority's children, others', the carers' own, and adults."""

from datetime import date, timedelta
from random import Random

from matching.demo.ground import Point
from matching.demo.needs import open_to, risks_of
from matching.demo.people import ADJOINING, AS_OF, Dwelling, Young
from matching.demo.words import Record

OWN_CHILDREN = {"foster": (0, 0, 0, 1, 1, 2), "connected_foster": (0, 0, 1, 1, 2), "foster_for_adoption": (0, 0, 1)}
WEIGHT = {"childrens_home": 0.9, "residential_school": 0.6, "supported_accommodation": 0.5}
AGES = {"childrens_home": (9, 17), "supported_accommodation": (16, 17), "residential_school": (9, 17)}


def household_of(rng: Random, home: Dwelling, authority: str, children: dict[str, Record]) -> list[Record]:
    """Everybody who lives there; what is said of the authority's children is what their own records say."""
    members = [_ours(child, home, authority, children[child.id]) for child in home.children]
    members += [_anothers(rng, home, n, authority) for n in range(home.others)]
    members += [_own_child(rng, home, n) for n in range(rng.choice(OWN_CHILDREN.get(home.kind, (0,))))]
    if home.kind in ("foster", "connected_foster", "parent") and rng.random() < 0.1:
        members.append(
            {"id": f"{home.id}-adult", "born": _born(rng, 18, 70), "sex": rng.choice("MF"), "relation": "adult"}
        )
    return members


def _ours(child: Young, home: Dwelling, authority: str, record: Record) -> Record:
    brothers_and_sisters = [other.id for other in child.siblings if other.dwelling is home]
    member: Record = {"id": child.id, "born": child.born, "sex": child.sex, "relation": "looked_after"}
    member |= {"placed_by": authority, "sibling_of": brothers_and_sisters}
    return member | {"risks": record["risks"], "vulnerable_to": record["vulnerable_to"]}


def _anothers(rng: Random, home: Dwelling, n: int, authority: str) -> Record:
    low, high = AGES.get(home.kind, (2, 17))
    born = _born(rng, low, high)
    age, weight = (AS_OF - born).days // 366, WEIGHT.get(home.kind, 0.35)
    member: Record = {"id": f"{home.id}-child-{n + 1}", "born": born, "sex": rng.choice("MF")}
    member |= {
        "relation": "looked_after",
        "placed_by": _another_authority(rng, home.point, authority),
        "sibling_of": [],
    }
    return member | {"risks": risks_of(rng, age, weight), "vulnerable_to": open_to(rng, age)}


def _another_authority(rng: Random, point: Point, authority: str) -> str:
    if point.authority != authority and rng.random() < 0.5:
        return point.authority
    return rng.choice([code for code in ADJOINING if code != authority])


def _own_child(rng: Random, home: Dwelling, n: int) -> Record:
    return {"id": f"{home.id}-own-{n + 1}", "born": _born(rng, 3, 17), "sex": rng.choice("MF"), "relation": "own_child"}


def _born(rng: Random, low: int, high: int) -> date:
    return AS_OF - timedelta(days=rng.randrange(int(low * 365.25) + 2, int((high + 1) * 365.25) - 2))
