"""Deadlines that follow from a placement, or from being looked after: what is to be done, by which day, from where."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from matching.facts.catalogue import child, home, pair, referral
from matching.rules.deadlines import beginning, going_on, of_child
from matching.rules.deadlines.deadline import ChildOnADay, Deadline, Due, Placement

__all__ = ["ASK", "DEADLINES", "ChildOnADay", "Deadline", "Due", "Placement", "following", "of_the_child"]

OF_A_PLACEMENT: tuple[Deadline[Placement], ...] = (
    beginning.placement_plan,
    beginning.planning_meeting,
    beginning.notice,
    beginning.conditions_in_an_emergency,
    beginning.education,
    beginning.offer,
    going_on.visits,
    going_on.emergency_stop,
    going_on.temporary_approval,
    going_on.extension,
    going_on.special_guardianship,
    going_on.out_of_area_review,
    going_on.near_18,
)
OF_A_CHILD: tuple[Deadline[ChildOnADay], ...] = (of_child.protection_ends, of_child.reviews, of_child.comes_of_age)

DEADLINES: tuple[Deadline[Placement] | Deadline[ChildOnADay], ...] = (*OF_A_PLACEMENT, *OF_A_CHILD)
"""In the order in which they are shown."""


ASK = (
    pair.lives_there,
    pair.in_area,
    pair.school_kept,
    child.registered_pupil,
    home.temporary_last,
    home.extended,
    home.extended_last,
    referral.temporary_stop,
)
"""The facts of a pairing that deadlines look at."""


def following(of: Placement) -> Iterator[tuple[Deadline[Placement], Due]]:
    """Every deadline that follows from a placement, by the law of the day."""
    for deadline in _binding(of.day):
        for due in deadline.due(of):
            yield deadline, due


@lru_cache(maxsize=64)
def _binding(day: date) -> tuple[Deadline[Placement], ...]:
    """The deadlines of a placement that are law on a day: asked for every option of an answer."""
    return tuple(deadline for deadline in OF_A_PLACEMENT if deadline.binds_on(day))


def of_the_child(of: ChildOnADay) -> Iterator[tuple[Deadline[ChildOnADay], Due]]:
    """Every deadline that no home changes, by the law of the day."""
    for deadline in OF_A_CHILD:
        if deadline.binds_on(of.day):
            yield from ((deadline, due) for due in deadline.due(of))
