"""Asks the parts of a review by themselves: where a child lives, what is asked for her, and what is found of it."""

from datetime import date
from typing import Any

from matching.domain.case import Case
from matching.domain.home import Home
from matching.domain.policy import ReviewPolicy
from matching.domain.ranking import Interval
from matching.domain.review import Suggested
from matching.engine import Engine
from matching.explaining.found import Found, find
from matching.reviewing.asked import Asks
from matching.reviewing.living import Living, living_of
from tests.builders import a_case, a_child, a_home

POLICY = ReviewPolicy()
AYLESBURY, OXFORDSHIRE, SHROPSHIRE = "HP20 2NF", "OX12 8FD", "SY2 6BU"
"""In the area, in one that adjoins it, and in one that does not."""


def living_in(*homes: Home, **child: Any) -> Living:
    """Amy where she lives by her record: in `oak`, which is in Shropshire unless homes are given."""
    there = homes or (a_home(postcode=SHROPSHIRE),)
    return the_living(a_case(children=(a_child(**({"current_home": "oak"} | child)),), referrals=(), homes=there))


def the_living(case: Case) -> Living:
    """The one child of a case where she lives."""
    (living,) = living_of(case, Engine.of(case).register)
    return living


def asks_of(case: Case) -> Asks:
    """The questions that a review puts about a case."""
    engine = Engine.of(case)
    return Asks(case, engine.figures, engine.children_hash, engine.policy.review)


def suggested(home: str, *, inside: bool | None = None) -> Suggested:
    """A suggestion of a home, of which nothing else matters."""
    points = Interval(low=1, central=2, high=3)
    return Suggested(
        home=home,
        name=None,
        kind="foster",
        tier="in_house",
        standing="met",
        suitability=points,
        today=points,
        credit=10,
        miles=None,
        inside=inside,
        distant=None,
        duties=(),
        gains=(),
        loses=(),
        approvals=(),
        together_with=(),
        earliest=date(2027, 1, 1),
    )


def found_for(case: Case, child: str = "amy", start: date | None = None) -> Found:
    """What is found of every home of a case for a stay of one child, as a review asks for it."""
    engine = Engine.of(case)
    (of,) = (c for c in case.children if c.id == child)
    return find(asks_of(case).stay([of], start), engine.register, engine.scale)
