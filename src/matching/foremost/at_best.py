"""The best place in the order that a home may have for children whom it does not know, by the engine's own criteria.

All that the criteria read is worked out as it is, but for how the child would fit in with who lives there: that is
taken at its best, save for how many unrelated children there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.facts.catalogue import pair
from matching.facts.fact import AT_LEAST, AT_MOST
from matching.facts.frames import constants
from matching.facts.ground import SomeGround
from matching.facts.kleene import Column, answered, known_where, with_columns
from matching.facts.links import Rows as HomeRows
from matching.facts.of_child import Values
from matching.facts.of_family_time import family_time_columns
from matching.facts.of_pair import distances, keeps_school, skills_columns
from matching.facts.of_siblings import siblings_number, siblings_to_be_with
from matching.facts.of_stay import days_open
from matching.facts.of_wishes import answered_by, wishes_asked, wishes_heeded
from matching.facts.question import Question
from matching.facts.stays import NOT_KNOWN
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths
from matching.foremost.prospects import Decimals, Prospects
from matching.scoring.criterion import Head
from matching.scoring.ordering import Ints, numbered, placed
from matching.scoring.rows import Rows
from matching.scoring.weighing import Scale, Weighed, mean_of

NOT_SAID = np.array(np.nan)
NONE_THERE = np.array(0.0)
COMPANY = (pair.own_near_in_age, pair.risks_to_weigh, pair.risks_now)
ON_THE_PAGE = (pair.minutes_to_school.name, pair.miles_from_home.name)
"""What wishes are held against, beside the home's own facts and whether the school is kept."""


def numbers_at_best(question: Question, values: Sequence[Values], of: Prospects, at: HomeRows, scale: Scale) -> Ints:
    """The least number that each of these prospects can have in the order; `at` are places among them.

    `values` are those of each child who arrives, and the scale is theirs.
    """
    ground = SomeGround.of(of.ground, at)
    each = [_OfAChild(question, c, v, of, at, ground) for c, v in zip(question.children, values, strict=True)]
    weighed = mean_of(tuple(one.weighed(scale) for one in each), scale)
    standing = np.full(len(at), Outcome.MET, dtype=np.int64)
    placing = placed([one.places() for one in each], standing, of.by_id[at])
    suitability, cost = weighed.suitability.central, weighed.heads[Head.COST].central
    return numbered(placing, suitability, cost, scale.policy)


@dataclass(frozen=True, eq=False)
class _OfAChild:
    """What the criteria and the order read of one child in some homes that do not know her."""

    question: Question
    child: Child
    values: Values
    of: Prospects
    at: HomeRows
    ground: SomeGround

    @cached_property
    def columns(self) -> dict[str, Column]:
        """What is worked out of lists and places, by name."""
        return {c.name: c for c in self._columns(self.ground)}

    def _columns(self, ground: SomeGround) -> list[Column]:
        nobody = truths(len(self.at), NO)
        days = days_open(self.question, self.child, nobody, ground)
        return [
            *distances(self.child, ground),
            *family_time_columns(self.child, ground),
            *skills_columns(self.child, ground),
            known_where(pair.days_open, np.maximum(days, 0), days != NOT_KNOWN),
            answered(pair.approved_long_term, self.of.approved_long_term[self.at]),
            answered(pair.keeps_school, keeps_school(self.child, self.of.register, self.of.rows[self.at])),
        ]

    def weighed(self, scale: Scale) -> Weighed:
        """The points that the homes have at best."""
        return scale.as_known(Rows(self._numbers(scale)), len(self.at))

    def _numbers(self, scale: Scale) -> dict[str, Decimals]:
        """Every column that the criteria read, as decimals; a value that is the same everywhere once."""
        homes = {**self.of.numbers(_own(scale)), **self.of.areas(self.values)}
        values = {name: _decimal(self.values.get(name)) for name in scale.needs if name.startswith("child.")}
        return values | {name: of[self.at] for name, of in homes.items()} | self._pairs(scale)

    def _pairs(self, scale: Scale) -> dict[str, Decimals]:
        return {
            **{c.name: _decimals(c) for c in self.columns.values() if c.name in scale.needs},
            **self._company(),
            **self._siblings(),
            **self._wishes(),
            pair.stays_in_home.name: NONE_THERE,
        }

    def _company(self) -> dict[str, Decimals]:
        """Nobody there of whom it is not sure, but for so many unrelated children."""
        counts = (pair.unrelated_children, *COMPANY)
        nobody = {c.name + bound: NONE_THERE for c in counts for bound in ("", AT_LEAST, AT_MOST)}
        return nobody | {pair.unrelated_children.name + AT_MOST: self.of.unrelated[self.at].astype(np.float64)}

    def _siblings(self) -> dict[str, Decimals]:
        """No brother or sister is there, save those who arrive too."""
        known = siblings_number(self.child, self.question) is not None
        arriving = len(siblings_to_be_with(self.child, self.question) & self.question.arriving)
        return {
            pair.siblings_with.name: np.array(float(arriving)) if known else NOT_SAID,
            pair.siblings_without.name: NONE_THERE if known else NOT_SAID,
        }

    def _wishes(self) -> dict[str, Decimals]:
        names = (pair.wishes_granted.name, pair.wishes_denied.name)
        return {c.name: _decimals(c) for c in self._heeded if c.name in names}

    @property
    def _together(self) -> int:
        """Whether all brothers and sisters would be together, where none lives in the home."""
        named = siblings_to_be_with(self.child, self.question)
        if named - self.question.arriving:
            return NO
        return UNKNOWN if siblings_number(self.child, self.question) is None else YES

    @cached_property
    def _heeded(self) -> list[Column]:
        """How far the child's wishes would be met."""
        asked, size = wishes_asked([self.child]), len(self.at)
        answers = {"with_siblings": truths(size, self._together), "stay": truths(size, NO)}
        alone = {wish: self.of.granting(wish) for wish in asked if wish not in answers}
        answers |= {wish: of[self.at] for wish, of in alone.items() if of is not None}
        answers |= self._told([wish for wish in asked if wish not in answers])
        return wishes_heeded(self.child, answers, size)

    def _told(self, asked: Sequence[str]) -> dict[str, Truths]:
        """Where those wishes would be so that turn on the child and the home."""
        if not asked:
            return {}
        pairs = [self.columns[name] for name in (*ON_THE_PAGE, pair.keeps_school.name)]
        frame = with_columns(pl.DataFrame({"at": self.at}), pairs, constants({n: self.values[n] for n in OF_THE_CHILD}))
        return {c.name: c.to_numpy() for c in frame.select(map(answered_by, asked)).get_columns()}

    def places(self) -> dict[str, Ints]:
        """What each home's place in the order is made of."""
        found = {name: of[self.at].astype(np.int64) for name, of in self.of.places(self.values).items()}
        met = next(c for c in self._heeded if c.name == pair.wishes_met.name)
        sides = {
            pair.siblings_together.name: np.array(self._together == YES),
            pair.school_kept.name: self._kept(),
            pair.wishes_met.name: _decimals(met) == 1,
        }
        at_worst = {f"{name} at worst": np.broadcast_to(of, len(self.at)) for name, of in sides.items()}
        return found | {name: of.astype(np.int64) for name, of in at_worst.items()}

    def _kept(self) -> npt.NDArray[np.bool_]:
        """Where the child can surely stay at the same school."""
        kept = _decimals(self.columns[pair.keeps_school.name]) == 1
        minutes = _decimals(self.columns[pair.minutes_to_school.name])
        near = minutes <= _decimal(self.values["child.longest_school_journey"])
        either: npt.NDArray[np.bool_] = kept | near
        return either


OF_THE_CHILD = ("child.longest_school_journey", "figure.near_home_within")


def _own(scale: Scale) -> tuple[str, ...]:
    """What the criteria read of the homes alone."""
    return tuple(name for name in scale.needs if name.startswith("home."))


def _decimal(value: float | None) -> Decimals:
    return NOT_SAID if value is None else np.array(float(value))


def _decimals(column: Column) -> Decimals:
    """A column as decimals, NaN where it is not known."""
    if column.unknown is True:
        return NOT_SAID
    numbers = np.asarray(column.values).astype(np.float64)
    if column.unknown is not None:
        numbers[column.unknown] = np.nan
    return numbers
