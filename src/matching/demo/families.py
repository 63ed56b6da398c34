"""Brothers and sisters: who belongs together, and what they share without changing how often anything occurs."""

from collections.abc import Callable, Iterable
from random import Random

from matching.demo.dealing import shuffled
from matching.demo.people import Family, Young

IN_A_FAMILY = 0.5
"""The share of the children (but those who came alone) with a brother or sister in the file; our own."""

SPLIT_ON_PURPOSE = 0.45
"""Of the published share of those split so much comes of itself, in that some families find no home together."""

NOT_ASSESSED, APART_WHO_COULD_NOT = 0.22, 0.45
SIZES = (2, 2, 2, 2, 3, 3, 4)
LEAST_DAYS, MOST_DAYS = 300, 3_300
TRIES = 25


def families(rng: Random, made: list[Young], split_percent: int) -> list[Family]:
    """Groups of brothers and sisters, so many of them to be split as children are."""
    alone = [child for child in shuffled(rng, made) if not child.unaccompanied]
    wanted, found = int(len(alone) * IN_A_FAMILY), list[Family]()
    for child in alone:
        if wanted > 1 and child.family is None:
            group = _group(rng, child, alone, min(rng.choice(SIZES), wanted))
            wanted -= len(group) if len(group) > 1 else 0
            if len(group) > 1:
                found.append(_family(rng, len(found), group, split_percent))
    return found


def _group(rng: Random, first: Young, alone: list[Young], size: int) -> list[Young]:
    group = [first]
    for _ in range(TRIES):
        other = alone[rng.randrange(len(alone))]
        if len(group) < size and other.family is None and all(_may_be_siblings(other, child) for child in group):
            group.append(other)
    return group


def _may_be_siblings(one: Young, other: Young) -> bool:
    apart = abs((one.born - other.born).days)
    return one is not other and LEAST_DAYS <= apart <= MOST_DAYS and one.new == other.new


def _family(rng: Random, number: int, group: list[Young], split_percent: int) -> Family:
    together = rng.random() * 100 >= split_percent * SPLIT_ON_PURPOSE
    family = Family(number, sorted(group, key=lambda child: child.number), together, _assessed(rng, together=together))
    for child in family.children:
        child.family = family
    return family


def _assessed(rng: Random, *, together: bool) -> str:
    if rng.random() < NOT_ASSESSED:
        return "not_assessed"
    return "apart" if not together and rng.random() < APART_WHO_COULD_NOT else "together"


def share(
    rng: Random, groups: Iterable[list[Young]], everybody: list[Young], fact: str, may: Callable[[Young, str], bool]
) -> None:
    """Let each group have one value of a fact, by exchanging values with children who have no brother or sister."""
    singles: dict[str, list[Young]] = {}
    for child in shuffled(rng, everybody):
        if child.family is None and not child.unaccompanied:
            singles.setdefault(getattr(child, fact), []).append(child)
    for group in groups:
        value = getattr(group[0], fact)
        for child in group[1:]:
            if getattr(child, fact) != value and may(child, value):
                _exchange(child, value, singles, fact, may)


def _exchange(
    child: Young, value: str, singles: dict[str, list[Young]], fact: str, may: Callable[[Young, str], bool]
) -> None:
    had = getattr(child, fact)
    for other in singles.get(value, []):
        if may(other, had):
            singles[value].remove(other)
            singles.setdefault(had, []).append(other)
            setattr(child, fact, value)
            setattr(other, fact, had)
            return
