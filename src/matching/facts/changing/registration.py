"""Registrations and statements of purpose that those who run a home could have widened; and access made."""

from typing import Any

from matching.domain.codes import REGISTERED, SexTaken
from matching.domain.home import Registration
from matching.facts.catalogue import household
from matching.facts.changing.room import NOBODY_KNOWS
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Changes, Proposed, of_home
from matching.facts.fact import AT_LEAST, AT_MOST


def _registration(of: Situation) -> Registration | None:
    return of.home.registration if of.home.kind in REGISTERED else None


def _change(of: Situation, **values: Any) -> Changes:
    return of_home(of, {"registration": values})


def more_places(of: Situation) -> Proposed:
    """As many registered places as there would be residents."""
    known = _registration(of)
    least, most = of.most(household.residents.name + AT_LEAST), of.most(household.residents.name + AT_MOST)
    if known is None or known.capacity is None or least is None or most is None:
        return
    for number in {least: None, most: None}:
        if known.capacity < number <= NOBODY_KNOWS:
            yield f"there were {number} registered places (now {known.capacity})", _change(of, capacity=number)


def younger(of: Situation) -> Proposed:
    """A statement of purpose for children as young as these."""
    known = _registration(of)
    if known and known.age_min is not None and of.ages[0] < known.age_min:
        words = f"its statement of purpose was from age {of.ages[0]} (now from {known.age_min})"
        yield words, _change(of, age_min=of.ages[0])


def older(of: Situation) -> Proposed:
    """A statement of purpose for children as old as these are, or will be before the stay ends."""
    known = _registration(of)
    for age in of.ages if known and known.age_max is not None else ():
        if known and known.age_max is not None and age > known.age_max:
            yield f"its statement of purpose was to age {age} (now to {known.age_max})", _change(of, age_max=age)


def any_sex(of: Situation) -> Proposed:
    """A statement of purpose for boys and girls."""
    known = _registration(of)
    if known and known.sex in {SexTaken.M, SexTaken.F}:
        yield "its statement of purpose was for boys and girls", _change(of, sex="any")


def access_made(of: Situation) -> Proposed:
    """The access that these children cannot do without, made there."""
    has = of.home.access
    needed = dict.fromkeys(word for child in of.children for word in child.access_needs or ())
    lacking = [word for word in needed if has is not None and word not in has]
    if has is not None and lacking:
        said = ", ".join(word.replace("_", " ") for word in lacking)
        yield f"access was made there: {said}", of_home(of, {"access": [*has, *lacking]})
