"""Yes, no and nobody knows, in plain Python: None stands for the last, and is never taken for a no."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from typing import Literal, TypeGuard

from matching.domain.codes import Outcome

Known = bool | None
Possible = frozenset[Outcome]
NO_LIMIT = float("inf")

PROHIBITED, CANNOT_TELL = frozenset({Outcome.PROHIBITED}), frozenset({Outcome.CANNOT_TELL})
NEEDS_APPROVAL, MET = frozenset({Outcome.NEEDS_APPROVAL}), frozenset({Outcome.MET})


def asked(question: Known, yes: Possible, no: Possible) -> Possible:
    """What is possible once a question is asked: both answers where nobody knows."""
    if question is None:
        return yes | no
    return yes if question else no


def first_of(*lines: tuple[Known, Possible], otherwise: Possible) -> Possible:
    """What is possible where lines are asked top down: all that are not surely out, up to the first that surely holds.

    Each line is a question and what it gives where the answer is yes.
    """
    possible = otherwise
    for question, outcome in reversed(lines):
        possible = asked(question, outcome, possible)
    return possible


@cache
def outcome_of(possible: Possible) -> Outcome:
    """The only possible outcome; where several are possible nobody can tell."""
    return next(iter(possible)) if len(possible) == 1 else Outcome.CANNOT_TELL


def every(*said: Known) -> Known:
    """Whether all of these are so."""
    return False if False in said else (None if None in said else True)


def some(said: Iterable[Known]) -> Known:
    """Whether any of these is so."""
    heard: Known = False
    for one in said:
        if one:
            return True
        heard = None if one is None else heard
    return heard


def opposite(said: Known) -> Known:
    """Whether this is not so."""
    return None if said is None else not said


def same(one: object | None, other: object | None) -> Known:
    """Whether two facts are the same."""
    return None if one is None or other is None else one == other


def either_record(one: Known, other: Known) -> Known:
    """What two records say of one thing: yes if either does, no if either is known and neither says yes."""
    return True if True in (one, other) else (False if False in (one, other) else None)


def at_most(value: float | None, limit: float | None) -> Known:
    """Whether a number is within a limit; where there is no limit, every number is."""
    if limit == NO_LIMIT:
        return True
    return None if value is None or limit is None else value <= limit


def at_least(value: float | None, limit: float | None) -> Known:
    """Whether a number is no lower than a limit."""
    return None if value is None or limit is None else value >= limit


def by_day(happened: date | Literal[False] | None, day: date | None) -> Known:
    """Whether something had happened by a day; False where it is known not to have."""
    if happened is False:
        return False
    return None if happened is None or day is None else happened <= day


def known_in(value: object | None, listed: Collection[object]) -> Known:
    """Whether a fact is one of these."""
    return None if value is None else value in listed


def is_day(said: date | Literal[False] | None) -> TypeGuard[date]:
    """Whether a day is recorded; what is absent or False is none."""
    return isinstance(said, date)


def bounded(least: float, most: float, limit: float | None) -> Known:
    """Whether a number known only within bounds is within a limit."""
    if limit is None:
        return None
    return True if most <= limit else (False if least > limit else None)


class Count:
    """How many there are, of whom of some it is not known whether they count: at least, and at most."""

    def __init__(self, counted: Iterable[Known], *, unlisted: bool = False) -> None:
        said = list(counted)
        self.least = sum(c is True for c in said)
        self.most = NO_LIMIT if unlisted else self.least + sum(c is None for c in said)

    def within(self, limit: float | None) -> Known:
        """Whether they are no more than a limit."""
        return bounded(self.least, self.most, limit)
