"""Children in draft: ages, legal status, sex and ethnic origin, each dealt in the published shares."""

from datetime import date, timedelta
from random import Random

from matching.demo.dealing import apportioned, deal, shuffled
from matching.demo.people import AS_OF, Young
from matching.demo.published import published

AGES = {"under_1": (0, 0), "1_to_4": (1, 4), "5_to_9": (5, 9), "10_to_15": (10, 15), "16_and_over": (16, 17)}
NEW_SHARE = 0.10
YEAR = 365.25
UNACCOMPANIED_AGES = {13: 0.05, 14: 0.15, 15: 0.4, 16: 2.0, 17: 4.0}
ORIGINS = {
    "white": ("WBRI",) * 16 + ("WOTH",) * 3 + ("WIRI", "WIRT", "WROM"),
    "mixed": ("MWBC",) * 4 + ("MWBA",) * 2 + ("MWAS",) * 3 + ("MOTH",) * 3,
    "asian": ("APKN",) * 6 + ("AIND",) * 2 + ("ABAN", "AOTH"),
    "black": ("BAFR",) * 4 + ("BCRB",) * 3 + ("BOTH",) * 2,
    "other": ("OOTH",),
    "unknown": ("REFU", "NOBT", "NOBT"),
}
ABROAD = {
    "white": ("WOTH",),
    "asian": ("AOTH",),
    "black": ("BAFR",),
    "other": ("OOTH",),
    "mixed": ("MOTH",),
    "unknown": ("NOBT",),
}
"""Origins of children who came alone, most of them from Sudan, Eritrea, Afghanistan and Iran."""


def children(rng: Random, count: int, prefix: str, first: int, width: int) -> list[Young]:
    """So many children, each share of the published tables dealt out whole."""
    bands = apportioned(published().measures["age"].counts, count)
    dealt = shuffled(rng, [band for band, number in bands.items() for _ in range(number)])
    made = [_born(rng, band, f"{prefix}{first + n:0{width}}", first + n) for n, band in enumerate(dealt)]
    _deal_new(rng, made)
    _deal_unaccompanied(rng, made)
    _deal_status(rng, made)
    _deal_sex(rng, made)
    _deal_ethnicity(rng, made)
    return made


def _born(rng: Random, band: str, name: str, number: int) -> Young:
    low, high = AGES[band]
    age = rng.randint(low, high)
    born = AS_OF - timedelta(days=int(age * YEAR) + 2 + rng.randrange(360))
    return Young(number, name, born, age)


def _deal_new(rng: Random, made: list[Young]) -> None:
    """A tenth have come into care just now and live nowhere yet, the same share of every age."""
    for band in AGES.values():
        of_age = [child for child in made if band[0] <= child.age <= band[1]]
        number = apportioned({"new": NEW_SHARE, "settled": 1 - NEW_SHARE}, len(of_age))["new"]
        for child in shuffled(rng, of_age)[:number]:
            child.new = True


def _deal_unaccompanied(rng: Random, made: list[Young]) -> None:
    counts = apportioned(published().measures["unaccompanied"].counts, len(made))
    dealt = deal(rng, counts, made, lambda _, child: UNACCOMPANIED_AGES.get(child.age, 0))
    for n, child in enumerate(made):
        child.unaccompanied = dealt[n] == "yes" and child.age in UNACCOMPANIED_AGES


def _deal_status(rng: Random, made: list[Young]) -> None:
    published_counts = published().measures["legal_status"].counts
    counts = apportioned({code: published_counts[code] for code in ("E1", "V2", "C1", "C2")}, len(made))
    dealt = deal(rng, counts, made, _likely_status)
    for n, child in enumerate(made):
        child.status = dealt[n]


def _likely_status(code: str, child: Young) -> float:
    if code == "E1":
        return 0.0 if child.unaccompanied or child.new else {0: 2.0, 1: 4.0, 2: 4.0, 3: 2.0, 4: 1.0}.get(child.age, 0.0)
    if code == "V2":
        return 1e9 if child.unaccompanied else 0.15 + child.age / 20
    return (4.0 if child.new else 1.0) * (3.0 if child.age < 5 else 0.7)


def may_have_status(child: Young, code: str) -> bool:
    """Whether a child of this age and history can have this legal status."""
    return not child.unaccompanied and _likely_status(code, child) > 0


def _deal_sex(rng: Random, made: list[Young]) -> None:
    counts = apportioned({"F": 199, "M": 323}, len(made))
    dealt = deal(rng, counts, made, lambda _, child: 0.05 if child.unaccompanied else 1.0)
    for n, child in enumerate(made):
        child.sex = dealt[n]


def _deal_ethnicity(rng: Random, made: list[Young]) -> None:
    counts = published().measures["ethnicity"].counts
    order = ("other", "black", "unknown", "asian", "mixed", "white")
    dealt = deal(rng, apportioned({group: counts[group] for group in order}, len(made)), made, _likely_origin)
    for n, child in enumerate(made):
        origins = ABROAD if child.unaccompanied else ORIGINS
        child.ethnicity = rng.choice(origins[dealt[n]])


def _likely_origin(group: str, child: Young) -> float:
    if not child.unaccompanied:
        return 1.0
    return {"other": 12.0, "black": 9.0, "asian": 6.0, "unknown": 1.5}.get(group, 0.3)


def at_age(child: Young, years: float) -> date:
    """The day on which a child reached so many years, at least a day ago."""
    return min(child.born + timedelta(days=int(years * YEAR)), AS_OF - timedelta(days=1))
