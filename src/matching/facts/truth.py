"""Yes, no and unknown as whole numbers, so that arrays of them follow Kleene: and is the least, or is the greatest."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

NO, UNKNOWN, YES = 0, 1, 2
Truths = npt.NDArray[np.int8]


def truths(size: int, all_are: int = NO) -> Truths:
    """So many answers, all alike."""
    return np.full(size, all_are, dtype=np.int8)


def either_record(one: Truths, other: Truths) -> Truths:
    """What two records say of the same: yes if either does, no if either is known and neither does."""
    said: Truths = np.where(np.maximum(one, other) == YES, YES, np.minimum(one, other))
    return said.astype(np.int8)


def some(answers: Truths, of: npt.NDArray[np.int64], size: int) -> Truths:
    """For each of `size` things, whether any of the answers about it is yes; no where there are none."""
    found = truths(size, NO)
    np.maximum.at(found, of, answers)
    return found


def every(answers: Truths, of: npt.NDArray[np.int64], size: int) -> Truths:
    """For each of `size` things, whether all of the answers about it are yes; yes where there are none."""
    found = truths(size, YES)
    np.minimum.at(found, of, answers)
    return found


def negated(answers: Truths) -> Truths:
    """Not: yes for no, no for yes."""
    return (YES - answers).astype(np.int8)


def truth(answer: bool | None) -> int:
    """One answer as its number."""
    return UNKNOWN if answer is None else (YES if answer else NO)


def any_of(answers: Iterable[int]) -> int:
    """Whether any of these is yes; no where there are none."""
    return max(answers, default=NO)


def all_of(answers: Iterable[int]) -> int:
    """Whether all of these are yes; yes where there are none."""
    return min(answers, default=YES)
