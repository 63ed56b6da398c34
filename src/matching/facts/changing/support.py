"""Support that could be put in: transport to the present school, help for those who would care for the child."""

from matching.facts.catalogue import pair
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home
from matching.facts.home_columns import SUPPORT

FARTHEST = 75
"""Minutes by road, one way: the longest journey that statutory guidance on travel to school takes as reasonable at
secondary age (from memory). No taxi is offered beyond."""

OFFERED = ("training", "respite", "out_of_hours")
"""Support that a service can put in with nearly any carers, in the order in which it is offered."""

ENOUGH = 3
"""Kinds of support that count in full."""


def taxi_to_school(of: Situation) -> Proposed:
    """The present school kept by a taxi, from a home that is not too far for one."""
    keeps = of.home.can_keep
    pupils = [child for child in of.children if child.school and child.school.registered and child.school.urn]
    urns = [child.school.urn for child in pupils if child.school and child.school.urn]
    new = [urn for urn in dict.fromkeys(urns) if keeps is not None and urn not in keeps]
    minutes = of.most(pair.minutes_to_school.name)
    if keeps is not None and new and minutes is not None and minutes <= FARTHEST:
        words = f"there was a taxi to the present school, about {minutes} minutes each way"
        yield words, of_home(of, {"can_keep": [*keeps, *new]})


def more_support(of: Situation) -> Proposed:
    """More kinds of support for those who would care for the child, the fewest more first."""
    has = of.home.support
    if has is None:
        return
    new = [kind for kind in OFFERED if kind not in has][: max(0, ENOUGH - len(SUPPORT & set(has)))]
    for number in range(1, len(new) + 1):
        added = new[:number]
        said = ", ".join(kind.replace("_", " ") for kind in added)
        yield f"the carers had more support: {said}", of_home(of, {"support": [*has, *added]})
