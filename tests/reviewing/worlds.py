"""Made-up children in made-up homes, most outside the area, of whom everything is known: so that much can be suggested.

Full homes stand where other children would be nearer home, so that beds are wanted that only another child can free.
"""

from datetime import date
from random import Random
from typing import Any

from matching.domain.case import Case
from tests.builders import ORDINARY, a_child, a_home

AYLESBURY = ("HP20 2NF", "HP21 8EB", "MK18 9BP", "HP27 9JG", "HP4 1RR")
OXFORD = ("OX4 6HD", "OX4 6PY", "OX12 8FD", "OX10 8HD")
FAR = ("WV16 4ET", "SY2 6BU", "ME17 4BH", "CM1 5UL", "GU14 6DF", "RG21 7QJ", "GU11 3ED")
SETTLED = date(2025, 10, 1)
"""Since when everybody lives where she does: long enough to be looked at again, in the ordinary case."""


def placed(name: str, home: str, near: str, **changes: Any) -> dict[str, Any]:
    """A child who lives in a home, wishes to be near family, and has not been considered for over six months."""
    wishes = {"ascertained_on": date(2026, 11, 18), "words": "Nearer my nan.", "wants": ["near_family"]}
    facts = {
        "id": name,
        "current_home": home,
        "current_since": SETTLED,
        "last_considered_on": date(2026, 3, 1),
        "home_postcode": near,
        "therapy_until": False,
        "wishes": wishes | {"does_not_want": []},
        "school": {"urn": "110000", "postcode": near, "year_group": 7, "registered": True},
        "family_time": [{"with": "mother", "postcode": near, "times_a_month": 4}],
    }
    return a_child(**(facts | changes)).model_dump(by_alias=True, exclude_none=True)


def a_house(name: str, postcode: str, beds: int = 0, **changes: Any) -> dict[str, Any]:
    """A foster home of the council's own, with so many beds free."""
    facts = {"id": name, "postcode": postcode, "vacancies": {"beds": beds, "from": date(2026, 10, 1)}}
    return a_home(**(facts | {"bedrooms_free": beds} | changes)).model_dump(by_alias=True, exclude_none=True)


def a_world(children: list[dict[str, Any]], homes: list[dict[str, Any]], **review: Any) -> Case:
    """A case of these, with nothing asked for; `review` are figures of the policy for reviews."""
    figures = {"continuity_credit": 0, "beds_kept_free": 0} | review
    about = {"as_of": ORDINARY["as_of"], "authority": ORDINARY["authority"]}
    policy = {"name": "buckinghamshire-2026", "review": figures}
    return Case.model_validate(about | {"policy": policy, "children": children, "homes": homes})


def a_chain(**review: Any) -> Case:
    """Ben lives where Amy would be near home, and would himself be nearer home where a bed is free."""
    children = [placed("amy", "shropshire", "GU11 3ED"), placed("ben", "farnborough", "HP20 1UA", sex="M")]
    homes = [a_house("shropshire", "SY2 6BU"), a_house("farnborough", "GU14 6DF")]
    homes.append(a_house("aylesbury", "HP20 2NF", beds=1))
    return a_world(children, homes, **review)


def a_random_world(seed: int) -> Case:
    """So many children and homes by chance: some live together, are brothers and sisters, or must be kept apart."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    places = [*AYLESBURY, *OXFORD, *FAR]
    homes: list[dict[str, Any]] = []
    children: list[dict[str, Any]] = []
    for number in range(dice.randint(4, 12)):
        living = dice.choice([0, 1, 1, 1, 2, 3])
        name = f"h{number}"
        beds = dice.choice([0, 0, 0, 1, 2]) if living else 1
        homes.append(a_house(name, dice.choice(FAR + OXFORD if living else places), beds=beds))
        for _ in range(living):
            children.append(_somebody(dice, f"c{len(children)}", name, places))
    _families(dice, children)
    figures = {"beds_kept_free": dice.choice([0, 0, 1]), "days_between": dice.choice([0, 7, 30])}
    return a_world(children, homes, continuity_credit=dice.choice([0, 0, 5, 10]), **figures)


def _somebody(dice: Random, name: str, home: str, places: list[str]) -> dict[str, Any]:
    changes: dict[str, Any] = {"sex": dice.choice(["M", "F"]), "born": date(dice.randint(2009, 2020), 5, 3)}
    if dice.random() < 0.1:
        changes["long_term_match"] = True
    if dice.random() < 0.1:
        changes["therapy_until"] = None
    if dice.random() < 0.1:
        changes["risks"] = [{"kind": "violence", "level": "current", "to": "children", "last": date(2026, 5, 1)}]
    return placed(name, home, dice.choice(places), **changes)


def _families(dice: Random, children: list[dict[str, Any]]) -> None:
    """Some of them brothers and sisters to live together, some kept from each other."""
    for one, other in zip(children[::2], children[1::2], strict=False):
        chance = dice.random()
        if chance < 0.2:
            one["siblings"] = [{"child": other["id"], "assessment": "together"}]
            other["siblings"] = [{"child": one["id"], "assessment": "together"}]
        elif chance < 0.3:
            one["must_not_live_with"] = [other["id"]]


def a_small_world(seed: int) -> Case:
    """Three or four children who are no family, each in a home, and so few other homes that all plans can be tried."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    places = [*AYLESBURY, *OXFORD, *FAR]
    number = dice.randint(3, 4)
    homes = [a_house(f"h{k}", dice.choice(FAR + OXFORD), beds=dice.choice([0, 0, 0, 1])) for k in range(number)]
    homes.append(a_house("free", dice.choice(places), beds=1))
    children = [placed(f"c{k}", f"h{k}", dice.choice(places), sex=dice.choice("MF")) for k in range(number)]
    if dice.random() < 0.3:
        children[0]["must_not_live_with"] = ["c1"]
    if dice.random() < 0.3:
        homes[0]["approval"]["terms"]["age_max"] = 9
    return a_world(children, homes, continuity_credit=dice.choice([0, 5, 20]))


def a_large_world(children: int, homes: int, seed: int, **review: Any) -> Case:
    """Many children in full homes far from home, and some free beds: nobody is left alone, and much hangs together."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    places, lived_in = [*AYLESBURY, *OXFORD, *FAR], children * 3 // 4
    register = [a_house(f"h{k}", dice.choice(FAR + OXFORD), beds=int(dice.random() < 0.1)) for k in range(lived_in)]
    free = [a_house(f"f{k}", dice.choice(places), beds=dice.choice([0, 1, 1, 2])) for k in range(homes - lived_in)]
    living = [f"h{k % lived_in}" for k in range(children)]
    each = [placed(f"c{k}", home, dice.choice(places), sex=dice.choice("MF")) for k, home in enumerate(living)]
    _families(dice, each)
    return a_world(each, [*register, *free], **review)
