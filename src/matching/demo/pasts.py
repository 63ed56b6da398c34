"""What came before: when children came into care, since when they live where they do, and how often they moved."""

from datetime import date, timedelta
from random import Random

from matching.demo.dealing import apportioned, deal
from matching.demo.families import share
from matching.demo.people import AS_OF, Family, Young
from matching.demo.published import published
from matching.demo.young import YEAR, at_age

LONG, WITH_ONE_CARER = 2.5, 2.0
LONG_OF_UNDER_16 = 138 / 338
"""Of 338 children under 16 so many had been in care for two and a half years."""


def remember(rng: Random, made: list[Young], groups: list[Family]) -> None:
    """Say of every child when she came into care, and since when she is where she is."""
    _deal_spans(rng, [child for child in made if not child.new])
    share(rng, _together(groups), made, "span", _may_have)
    _deal_moves(rng, made)
    for group in _alike(groups) + [[child] for child in made if child.family is None or not child.family.together]:
        _date(rng, group)


def _deal_spans(rng: Random, settled: list[Young]) -> None:
    same = published().measures["same_carer"].counts
    counts = {"long_same": same["yes"], "long_moved": same["no"]}
    under = [child for child in settled if child.age < 16]
    long = round(LONG_OF_UNDER_16 * len(under))
    counts = apportioned(counts, long) | {"short": len(under) - long}
    dealt = deal(rng, counts, under, lambda _, child: float(_may_have(child, "long_same")))
    for n, child in enumerate(under):
        child.span = dealt[n] if child.age >= 3 else "short"
    for child in settled:
        if child.age >= 16:
            child.span = "short" if child.unaccompanied else rng.choice(("long_same", "long_moved", "short"))


def _may_have(child: Young, span: str) -> bool:
    """The published share is of those under 16: older children keep the past that they have."""
    if child.span == span or child.age >= 16:
        return child.span == span
    return child.age >= 3 and child.cell != "adoption" and not child.unaccompanied and not child.new


def _deal_moves(rng: Random, made: list[Young]) -> None:
    """Three placements or more in the year mean two moves or more; those who stayed with one carer have none."""
    counts = apportioned(published().measures["moves"].counts, len(made))
    dealt = deal(rng, counts, made, lambda _, child: _unsettled(child))
    for n, child in enumerate(made):
        child.often = dealt[n]
        steady = child.span == "long_same" or child.new
        child.moves = rng.choice((2, 2, 2, 3, 3, 4, 6)) if dealt[n] == "yes" else int(rng.random() < 0.3 * (not steady))


def _unsettled(child: Young) -> float:
    if child.new or child.span == "long_same":
        return 0.0
    return 2.5 if child.cell.startswith(("childrens_home", "supported", "elsewhere")) else 0.8


def _date(rng: Random, group: list[Young]) -> None:
    """Those who came together came on one day, but for who was born later."""
    entered = _years_ago(_entered(rng, group[0]))
    since = _since(rng, group[0], entered)
    for child in group:
        child.entered = max(entered, at_age(child, 0) + timedelta(days=1 + rng.randrange(3)))
        child.since = max(child.entered, since if child.moves == 0 or child.often == "no" else _lately(rng))
        if child.moves and child.since < _years_ago(1):
            child.moves = 0


def _entered(rng: Random, child: Young) -> float:
    if child.new:
        return rng.uniform(0.003, 0.03)
    if child.span.startswith("long"):
        return rng.uniform(LONG + 0.1, min(max(child.age - 0.1, LONG + 0.15), 9.0))
    return rng.uniform(0.15, 2.0 if child.unaccompanied else LONG - 0.15)


def _since(rng: Random, child: Young, entered: date) -> date:
    years = (AS_OF - entered).days / YEAR
    if child.span == "long_same":
        return _years_ago(rng.uniform(WITH_ONE_CARER + 0.05, years))
    if child.moves:
        return max(entered, _years_ago(rng.uniform(0.05, 0.9)))
    return max(entered, _years_ago(rng.uniform(0.1, min(years, WITH_ONE_CARER - 0.05))))


def _lately(rng: Random) -> date:
    return _years_ago(rng.uniform(0.02, 0.4))


def _years_ago(years: float) -> date:
    return AS_OF - timedelta(days=int(years * YEAR))


def _alike(groups: list[Family]) -> list[list[Young]]:
    """Brothers and sisters who are together, those apart from them in time by themselves."""
    parted: dict[tuple[int, str, bool], list[Young]] = {}
    for group in _together(groups):
        for child in group:
            parted.setdefault((group[0].number, child.span, child.moves > 0), []).append(child)
    return list(parted.values())


def _together(groups: list[Family]) -> list[list[Young]]:
    return [family.children for family in groups if family.together]
