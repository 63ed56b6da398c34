"""Family of made-up children: who was asked to care for them, time spent together, and from whom they are kept."""

from datetime import timedelta
from random import Random

from matching.demo.dealing import shuffled
from matching.demo.ground import Ground
from matching.demo.people import AS_OF, Young
from matching.demo.words import Record, words
from matching.geography.distance import miles_between

ASKED = 0.75
NO = ("ruled_out_welfare", "not_practicable", "declined", "declined")


def explored(rng: Random, child: Young) -> list[Record]:
    """Who of the family was asked, and what came of it; none for those who came alone."""
    if child.unaccompanied:
        return []
    relations = iter(shuffled(rng, words()["names"]["relations"]))
    parents = [_parent(rng, who, new=child.new) for who in ("mother", "father") if rng.random() < ASKED]
    others = [_asked(rng, rng.choice(NO), next(relations), new=child.new) for _ in range(rng.choice((0, 0, 1, 1, 2)))]
    homes = [*child.relatives, *([child.dwelling] if child.cell == "foster_connected" and child.dwelling else [])]
    proposed = [_asked(rng, "proposed", next(relations), new=child.new) | {"home": home.id} for home in homes]
    return [*([] if child.cell == "parents" else parents), *proposed, *others]


def _parent(rng: Random, who: str, *, new: bool) -> Record:
    return _asked(rng, rng.choice(NO[:2]), "parent", new=new) | {"person": who}


def _asked(rng: Random, outcome: str, relation: str, *, new: bool) -> Record:
    because = rng.choice(words()["because"][outcome])
    day = AS_OF - timedelta(days=rng.randrange(5, 60 if new else 300))
    who = relation.replace("_", " ")
    return {"person": who, "relation": relation, "outcome": outcome, "because": because, "on": day}


def family_time(rng: Random, child: Young, ground: Ground) -> list[Record]:
    """Time with the family, most of it at home or not far from it."""
    if child.unaccompanied or child.point is None or child.status == "E1":
        return []
    times = [{"with": "mother", "postcode": child.point.postcode, "times_a_month": rng.choice((0.5, 1, 2, 4))}]
    if rng.random() < 0.4:
        other = rng.choice(("father", "grandmother", "grandfather", "aunt"))
        place = ground.a_home(rng, inside=rng.random() < 0.75, near=True)
        times.append({"with": other, "postcode": place.postcode, "times_a_month": rng.choice((0.5, 1, 1, 2))})
    return times if rng.random() < 0.9 else []


def keep_away(rng: Random, child: Young, ground: Ground, *, exploited: bool) -> list[Record]:
    """A place from which a few children must be kept away, never the one where they live."""
    if rng.random() >= (0.2 if exploited else 0.015):
        return []
    place = ground.a_home(rng, inside=True, near=True)
    home = child.dwelling.point if child.dwelling else None
    if home and miles_between(home.easting, home.northing, place.easting, place.northing) < 6:
        return []
    why = "those who exploited the child meet there" if exploited else "somebody who hurt the child lives there"
    return [{"postcode": place.postcode, "miles": rng.choice((2.0, 3.0, 5.0)), "why": why}]


def siblings_of(child: Young) -> list[Record]:
    """The brothers and sisters, and whether they are to live together; both records say the same."""
    assessment = child.family.assessment if child.family else ""
    return [{"child": other.id, "assessment": assessment} for other in child.siblings]
