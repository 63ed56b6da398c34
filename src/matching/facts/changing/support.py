"""Support that could be put in: transport to the present school, help for those who would care for the child."""

from matching.domain.codes import HomeKind
from matching.facts.catalogue import pair
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home
from matching.facts.home_columns import SUPPORT

FARTHEST, FARTHEST_PRIMARY, LAST_PRIMARY = 75, 45, 6
"""Minutes by road, one way: the longest journeys that statutory guidance on travel to school takes as reasonable at
secondary and at primary age, to year 6 (from memory). No taxi is offered beyond."""

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
    years = [child.school.year_group for child in pupils if child.school]
    young = any(year is None or year <= LAST_PRIMARY for year in years)
    if keeps is not None and new and minutes is not None and minutes <= (FARTHEST_PRIMARY if young else FARTHEST):
        words = f"there was a taxi to the present school, about {minutes} minutes each way, its cost not counted"
        yield words, of_home(of, {"can_keep": [*keeps, *new]})


def support_for_carers(of: Situation) -> Proposed:
    """More kinds of support for foster carers, the fewest more first."""
    yield from _more(of) if of.fosters else ()


def support_in_a_home(of: Situation) -> Proposed:
    """More kinds of support in a home where staff care for the child, the fewest more first."""
    yield from () if of.fosters or of.home.kind is HomeKind.PARENT else _more(of)


def _more(of: Situation) -> Proposed:
    has = of.home.support
    if has is None:
        return
    new = [kind for kind in OFFERED if kind not in has][: max(0, ENOUGH - len(SUPPORT & set(has)))]
    for number in range(1, len(new) + 1):
        added = new[:number]
        said = ", ".join(kind.replace("_", " ") for kind in added)
        yield f"the carers had more support: {said}", of_home(of, {"support": [*has, *added]})
