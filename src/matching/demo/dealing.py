"""Dealing shares out whole: every share holds to the nearest person, whatever the seed and however few there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


def apportioned(counts: Mapping[str, float], total: int) -> dict[str, int]:
    """`total` in the proportions of `counts`, by the largest remainder; of equal remainders the first listed wins."""
    whole = sum(counts.values())
    if not whole:
        return dict.fromkeys(counts, 0)
    exact = {name: total * count / whole for name, count in counts.items()}
    dealt = {name: int(share) for name, share in exact.items()}
    by_remainder = sorted(exact, key=lambda name: dealt[name] - exact[name])
    for name in by_remainder[: total - sum(dealt.values())]:
        dealt[name] += 1
    return dealt


def shuffled(rng: Random, things: Iterable[Thing]) -> list[Thing]:
    """The same things in a random order."""
    return sorted_by(rng, things, lambda _: 1.0)


def sorted_by(rng: Random, things: Iterable[Thing], weight: Callable[[Thing], float]) -> list[Thing]:
    """Things in a random order in which a greater weight comes earlier; those of weight 0 come last."""
    keyed = [(_key(rng.random(), weight(thing)), number, thing) for number, thing in enumerate(things)]
    return [thing for _, _, thing in sorted(keyed, key=lambda key: key[:2])]


def deal(
    rng: Random, counts: Mapping[str, int], people: Sequence[Thing], weight: Callable[[str, Thing], float]
) -> dict[int, str]:
    """A value for each of these people by their number in the list, each value so often as `counts` says.

    Values are given in the order of `counts`, so the most particular come first and the last takes whoever is left.
    """
    left, dealt = list(range(len(people))), dict[int, str]()
    for value, count in counts.items():
        order = sorted_by(rng, left, lambda n, value=value: weight(value, people[n]))  # type: ignore[misc]
        dealt |= dict.fromkeys(order[:count], value)
        left = sorted(order[count:])
    return dealt


def _key(draw: float, weight: float) -> float:
    return 2.0 + draw if weight <= 0 else -(draw ** (1 / weight))
