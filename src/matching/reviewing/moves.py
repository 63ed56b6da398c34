"""Where each part of a family may live: where it does, and the homes that would serve each child of it better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from matching.domain.child import Child
from matching.domain.codes import Outcome, Tier
from matching.explaining.found import Found
from matching.facts.living import living_there
from matching.facts.truth import YES, Truths
from matching.planning.finding import PartFound, found_of, household_of
from matching.planning.groups import Group
from matching.planning.parts import Asking, Part
from matching.reviewing.freed import Freed
from matching.reviewing.gaining import Gaining
from matching.reviewing.here import Sought, enough, may_be_used, place_of
from matching.reviewing.looked import Looked
from matching.reviewing.measures import Measures, columns_of, duties_on
from matching.solving.aims import InHomes
from matching.solving.problem import Flags, Ints

LAST_TIER = len(Tier) - 1

T = TypeVar("T", np.int64, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """A part of a family in the rows where it may live: `stays` marks those where all of it does, as things are.

    `lawful` is how many of its children would have a home that no rule forbids: where one is forbidden today, the home
    without some who live there may be in order. `moving` is how many would leave one.
    """

    found: PartFound
    stays: Flags
    lawful: Ints
    moving: Ints


@dataclass(frozen=True, eq=False)
class Moving:
    """Finds where parts may live, by what was found of each child where she lives."""

    freed: Freed
    looked: Mapping[str, Looked]
    here: Mapping[str, Measures]
    sought: Sought

    def of(self, part: Part, group: Group, found: Found) -> Moves:
        """The homes of one part: `found` is what is found of its children together, in every row."""
        children = found.layout.question.children
        lives = self._lives(found, children)
        stays: Flags = np.logical_and.reduce(lives)
        rows = np.flatnonzero(stays | self._may_come(found, children, lives))
        forbidden = found.standing[rows] == Outcome.PROHIBITED
        as_today = np.array([not self.freed.left[row] for row in rows], dtype=bool)
        kept = kept_in(found_of(Asking(part, group, ((None, (found.layout.question,)),)), [found]), found, rows)
        return Moves(
            found=kept,
            stays=stays[rows],
            lawful=np.sum(
                [~lives[k][rows] | (not self._unlawful(c)) | ~(forbidden | as_today) for k, c in enumerate(children)],
                axis=0,
            ),
            moving=(~lives[:, rows]).sum(axis=0),
        )

    def _unlawful(self, child: Child) -> bool:
        return self.looked[child.id].unlawful

    def _lives(self, found: Found, children: Sequence[Child]) -> npt.NDArray[np.bool_]:
        """For each child a line: the rows of the home where she lives, with others there or with some of them gone."""
        there = living_there(found.layout.question, self.freed.register) == YES
        own = np.array([self._own(child) for child in children])
        lives: npt.NDArray[np.bool_] = there & own
        return lives

    def _own(self, child: Child) -> Flags:
        """The rows that are the entry of the home where a child is recorded to live."""
        row = self.freed.register.row_of.get(child.current_home or "", -1)
        own: Flags = self._base == row
        return own

    @cached_property
    def _base(self) -> Ints:
        return np.array(self.freed.base, dtype=np.int64)

    def _may_come(self, found: Found, children: Sequence[Child], lives: npt.NDArray[np.bool_]) -> Flags:
        """The rows to which those of the part who do not live there may be suggested to go, all of them."""
        flags = np.zeros(self.freed.register.size, dtype=bool)
        rows = found.lawful
        able = may_be_used(found.standing[rows]) == YES
        able &= self._suits(found, children, lives[:, rows])
        for child, there in zip(children, lives[:, rows], strict=True):
            able &= there | ~self._in_own_home(child, rows)
        rows = rows[able]
        serves = [there[rows] | self._serves(found, k, rows) for k, there in enumerate(lives)]
        flags[rows] = np.logical_and.reduce(serves)
        return flags

    def _in_own_home(self, child: Child, rows: Ints) -> Flags:
        """Whether rows are the home where a child lives, in whichever entry and whoever has left it."""
        register = self.freed.register
        row = register.row_of.get(child.current_home or "", -1)
        return np.isin(self._base[rows], register.entries.get(row, (row,)))

    def _suits(self, found: Found, children: Sequence[Child], lives: npt.NDArray[np.bool_]) -> Flags:
        """Whether the part would be better off by more than staying is given, in no later tier.

        Of an unlawful home that is not asked.
        """
        if any(self._unlawful(child) for child in children):
            return np.ones(lives.shape[1], dtype=bool)
        places = place_of(found.placing.tier, found.placing.later, found.scale.policy)
        earliest = min(self.looked[child.id].place for child in children)
        today = sum(self.looked[child.id].in_doubt for child in children)
        moving = (~lives).sum(axis=0)
        better = len(children) * found.weighed.suitability.central > today + moving * self.sought.credit
        suits: Flags = better & (places <= earliest)
        return suits

    def _serves(self, found: Found, k: int, rows: Ints) -> Flags:
        """Whether each home surely serves one child better, and loses her nothing; of an unlawful home, any does.

        Whoever should live with one whose home is unlawful may go with her where it loses her nothing.
        """
        children = found.layout.question.children
        if self._unlawful(children[k]):
            return np.ones(len(rows), dtype=bool)
        gaining = self.gaining(found, k, rows)
        with_another = any(self._unlawful(child) for child in children)
        enough_gained = np.full(len(rows), YES) if with_another else enough(gaining.gains, self.sought.gains)
        surely: Truths = np.minimum(enough_gained, gaining.harmless)
        serves: Flags = surely == YES
        return serves

    def gaining(self, found: Found, k: int, rows: Ints) -> Gaining:
        """One child of a question in these rows, beside the home where she lives."""
        duties = duties_on(found.rulebook.day)
        frame = found.layout.frames[k][rows, sorted(columns_of(duties))]
        child = found.layout.question.children[k]
        return Gaining(self.here[child.id], Measures.of(frame, duties), self.sought.margins)


def kept_in(part: PartFound, found: Found, rows: Ints) -> PartFound:
    """What was found of a part in some rows; of those that a rule forbids, where it lives, that it stays there."""
    there = np.isin(rows, part.rows)
    at = np.searchsorted(part.rows, rows[there])

    def of(values: npt.NDArray[T], otherwise: int = 0) -> npt.NDArray[T]:
        kept: npt.NDArray[T] = np.full(len(rows), otherwise, dtype=values.dtype)
        kept[there] = values[at]
        return kept

    each = part.of
    return replace(
        part,
        rows=rows,
        of=InHomes(
            urgencies=each.urgencies,
            standing=of(each.standing),
            tier=of(each.tier, LAST_TIER),
            suitability=of(each.suitability),
            approvals=of(each.approvals),
            stays=of(each.stays),
            whole_stay=of(each.whole_stay),
            pairs_outside=of(each.pairs_outside),
            joins_all=of(each.joins_all),
        ),
        order=of(part.order, found.layout.register.size),
        takes=of(part.takes),
        comes=of(part.comes),
        households=(household_of(found, rows),),
    )
