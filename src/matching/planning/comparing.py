"""Two plans compared: who would live elsewhere, and what is lost of which aim."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from matching.domain.codes import AimId, Urgency
from matching.domain.made import made
from matching.domain.plan import AimReached, Change, Lost
from matching.planning.groups import Group
from matching.solving.aims import AIMS
from matching.solving.problem import Solved


def changes(children: Sequence[str], before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Who lives elsewhere in the second plan: those who move from and to the same homes named together."""
    moved: dict[tuple[str | None, str | None], list[str]] = {}
    for child in children:
        if before.get(child) != after.get(child):
            moved.setdefault((before.get(child), after.get(child)), []).append(child)
    return tuple(made(Change, children=tuple(c), home=home, instead=instead) for (home, instead), c in moved.items())


def lost(aims: Sequence[AimId], before: Sequence[int], after: Sequence[int]) -> Iterator[Lost]:
    """What the second plan reaches less of each aim than the first; less than nothing where it reaches more."""
    for aim, was, is_now in zip(aims, before, after, strict=True):
        if was != is_now:
            yield made(Lost, aim=aim.value, by=AIMS[aim].said(was - is_now))


def aims_reached(aims: Sequence[AimId], plan: Solved, groups: Sequence[Group] = ()) -> tuple[AimReached, ...]:
    """Each aim in words, with what the plan reaches of it and the best possible, and how many these groups ask for."""
    asked = how_many(groups)
    return tuple(
        made(
            AimReached,
            aim=aim.value,
            means=AIMS[aim].means,
            unit=AIMS[aim].unit,
            reached=AIMS[aim].said(reached),
            best_possible=AIMS[aim].said(best),
            fewest=AIMS[aim].fewest,
            asked=asked.get(aim),
        )
        for aim, reached, best in zip(aims, plan.reached, plan.best_possible, strict=True)
    )


def how_many(groups: Sequence[Group]) -> Mapping[AimId, int]:
    """How many there are of what an aim counts, for those of which that is a plain number."""
    urgencies = Counter(urgency for group in groups for urgency in group.urgency_of.values())
    children = sum(urgencies.values())
    return {
        AimId.HOME_SAME_DAY: urgencies[Urgency.SAME_DAY],
        AimId.HOME_WITHIN_72_HOURS: urgencies[Urgency.WITHIN_72_HOURS],
        AimId.HOME: children,
        AimId.HOME_IF_SETTLED: children,
        AimId.SIBLINGS_TOGETHER: sum(bool(group.together) for group in groups),
    }


def bound(aims: Sequence[AimId], plan: Solved) -> str | None:
    """The first aim of which it is not shown that no plan reaches more; None where there is none."""
    for reached in aims_reached(aims, plan):
        if reached.reached != reached.best_possible:
            return (
                f"{reached.aim}: {reached.reached:,} reached, and it is not shown that no plan reaches "
                f"{reached.best_possible:,}; nor is it of the aims after it"
            )
    return None
