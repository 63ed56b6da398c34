"""The smallest sets of steps that flip an answer: none of them can be left out, and no smaller set does.

A home that rules forbid is freed by the tree of hitting sets: a set of steps that leaves a rule forbidding must be
joined by one that touches that rule, so every smallest set is met on the way and no other need be tried. To bring a
home to the front, sets are tried by size; one that could not gain enough, by more than all its steps add, is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from matching.explaining.steps import Chosen, Steps
from matching.explaining.trying import Alone
from matching.rules.rule import Rule

MOST_STEPS = 4
"""Sets of more steps than these are not sought: nobody takes so many at once."""

MOST_TRIED = 400
"""So many sets are tried at most for one home."""

OF_ROOM = frozenset({"POL-VACANCY", "CPPCR-22-NUMBER", "CSA-CAPACITY"})
"""The rules for which a stay may begin later: there is room then, and not before."""

Flips = Callable[[Alone], bool]
Hopeful = Callable[[Sequence[Chosen]], list[Chosen]]
Strengths = dict[int, int]


def freeing(steps: Steps, rules: Mapping[str, Rule], start: Alone) -> list[Chosen]:
    """The smallest sets of steps after which no rule forbids the home; none where no few steps do."""
    frontier: list[tuple[Chosen, tuple[str, ...]]] = [(frozenset(), start.forbidding)]
    for _ in range(MOST_STEPS):
        sets = list(dict.fromkeys(_further(steps, rules, frontier)))[: MOST_TRIED - len(steps.tried)]
        tried = list(zip(sets, steps.try_all(sets), strict=True))
        if freed := [chosen for chosen, alone in tried if alone.is_lawful and _waits_for_room(steps, chosen)]:
            return freed
        frontier = [(chosen, alone.forbidding) for chosen, alone in tried if not alone.is_lawful]
    return []


def _waits_for_room(steps: Steps, chosen: Chosen) -> bool:
    """Whether a stay that would begin later does so for room alone: nobody is made to wait so that a rule is met."""
    without = chosen - {k for k in chosen if "referrals" in steps.all[k].most}
    return without == chosen or set(steps.try_all([without])[0].forbidding) <= OF_ROOM


def _further(
    steps: Steps, rules: Mapping[str, Rule], frontier: Sequence[tuple[Chosen, tuple[str, ...]]]
) -> Iterator[Chosen]:
    """Each of these sets with one step more: one that touches the rule that fewest touch."""
    for chosen, forbidding in frontier:
        fewest = min((steps.touching(rules[rule]) for rule in forbidding), key=len)
        larger = (chosen | {k} for k in fewest if k not in chosen)
        yield from (of for of in larger if steps.go_together(of))


def leading(steps: Steps, hopeful: Hopeful, flips: Flips) -> list[Chosen]:
    """The smallest sets of steps that flip; of each size only those that are hopeful are tried.

    What changes the stay or the child changes the other homes too, and brings none to the front by itself.
    """
    of_home = [k for k, step in enumerate(steps.all) if step.most.keys() == {"homes"}]
    for size in range(1, MOST_STEPS + 1):
        sets = [of for of in map(frozenset, combinations(of_home, size)) if steps.go_together(of)]
        tried = hopeful(sets)[: MOST_TRIED - len(steps.tried)]
        if found := [of for of, alone in zip(tried, steps.try_all(tried), strict=True) if flips(alone)]:
            return found
    return []


def weakest(steps: Steps, chosen: Chosen, flips: Flips) -> Strengths:
    """The steps of a set that flips, each no further than it must go, one after another."""
    strengths = {k: len(steps.all[k].changes) - 1 for k in sorted(chosen)}
    for k, most in list(strengths.items()):
        weaker = [strengths | {k: strength} for strength in range(most)]
        enough = (of for of, alone in zip(weaker, steps.try_at(weaker), strict=True) if flips(alone))
        strengths = next(enough, strengths)
    return strengths
