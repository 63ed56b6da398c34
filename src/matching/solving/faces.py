"""One component solved, aim after aim, by faces.

For each aim in turn the linear relaxation gives prices, the prices a bound that is exact (`prices`), and the bound
rounded down becomes the aim's floor: what could not be in a plan that reaches it is dropped for good. After the last
aim one solve in whole numbers tells whether there is a plan that reaches every floor; then every aim is at its bound,
and that is the proof. If not, the first aim whose floor no plan reaches is solved in whole numbers, and the later
aims follow by faces again.
"""

from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from matching.errors import SearchIncomplete
from matching.solving.broken import broken
from matching.solving.columns import WITHOUT, Chosen, Columns
from matching.solving.greedy import first_plan
from matching.solving.limits import Rows
from matching.solving.prices import Bound, Goal, Live, Prices, bound
from matching.solving.problem import Ints
from matching.solving.relaxation import Relaxation
from matching.solving.whole import best_whole

ENTERING = 3
"""Choices of a part that enter the relaxation at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What an aim left: its floor, what is live beneath it, and the bound on it with what was live before."""

    floor: int
    before: Live
    live: Live
    prices: Prices


ROUNDING = 1e-6
"""How far the linear solver's value of its own fractions may be off."""


class NoPlan(Exception):
    """There is no plan: the rows exclude every one."""


@dataclass(slots=True, eq=False)
class Answer:
    """A component's plan and what it reaches, the bounds on its aims as far as they were found, and how.

    A bound is good for every plan that reaches the bounds before it. `stepped_back` lists the aims that had to be
    solved in whole numbers because no plan reached the floor that their relaxation gave.
    """

    plan: Chosen | None
    reached: tuple[int, ...]
    bounds: tuple[int, ...] = ()
    stepped_back: list[int] = field(default_factory=list)

    @property
    def found(self) -> Chosen:
        """The plan. NoPlan where there is none."""
        if self.plan is None:
            raise NoPlan
        return self.plan

    def reaches(self, floors: tuple[int, ...]) -> bool:
        """Whether the plan is as good as these floors, aim by aim."""
        return self.plan is not None and all(a >= b for a, b in zip(self.reached, floors, strict=False))


def solve_component(columns: Columns, rows: Rows, deadline: float) -> Answer:
    """The best plan that keeps these rows; when the deadline passes the best found so far, with the bounds found.

    NoPlan where the rows exclude every plan.
    """
    if len(columns.held) == 1:
        return _only_child(columns, rows)
    descent = _Descent(columns, rows, deadline)
    with suppress(SearchIncomplete):
        descent.run()
    return descent.answer


def _only_child(columns: Columns, rows: Rows) -> Answer:
    """One child by itself: the best choice that is open is the best plan."""
    plan = first_plan(columns, rows)
    if plan is None:
        raise NoPlan
    reached = columns.value(plan)
    return Answer(plan, reached, reached)


class _Descent:
    """The way down: the faces so far, of which the first `proven` are reached by a plan, and the best plan so far."""

    def __init__(self, columns: Columns, rows: Rows, deadline: float) -> None:
        self.columns, self.rows, self.deadline = columns, rows, deadline
        self.all = Live(np.arange(len(columns.part)), np.arange(len(columns.division)))
        self.faces: list[Face] = []
        self.proven = 0
        self.answer = Answer(None, ())
        self._note(first_plan(columns, rows))
        self.relaxation: Relaxation | None = None

    def run(self) -> None:
        """Go down aim after aim, back where a floor is not reached, until a plan reaches every floor."""
        while self.proven < self.columns.aims:
            while len(self.faces) < self.columns.aims:
                self.faces.append(self._face(len(self.faces)))
                self.answer.bounds = self._floors
            if self._reach(self.columns.aims - 1):
                self.proven = self.columns.aims
            else:
                self._step_back()
            self.answer.bounds = self._floors

    @property
    def _floors(self) -> tuple[int, ...]:
        return tuple(face.floor for face in self.faces)

    def _goal(self, aim: int) -> Goal:
        return Goal(aim, self._floors[:aim])

    def _live(self, aim: int) -> Live:
        return self.faces[aim - 1].live if aim else self.all

    def _face(self, aim: int) -> Face:
        """Solve the relaxation of an aim as far as its bound can still fall to another whole number."""
        live, goal = self._live(aim), self._goal(aim)
        relaxation = self._relaxation(live)
        relaxation.aim_at(goal)
        cut_at: int | None = None
        while True:
            solved = relaxation.solve()
            prices = relaxation.prices(goal) if solved else Prices(np.zeros(0), np.zeros(aim))
            at_most = bound(self.columns, live, self.rows, goal, prices)
            if solved and at_most.whole > relaxation.value() + ROUNDING:
                grown = relaxation.hold(self._entering(relaxation, live, goal, prices, at_most))
            elif solved and at_most.whole != cut_at:
                grown, cut_at = self._cut(relaxation), at_most.whole
            else:
                grown = not solved and relaxation.hold(live)
            if not grown or self.answer.reaches((*goal.floors, at_most.whole)):
                self._note(relaxation.plan() if solved and not grown else None)
                return Face(at_most.whole, live, at_most.kept(live, at_most.whole), prices)

    def _cut(self, relaxation: Relaxation) -> bool:
        """Add the rows that the relaxation breaks; whether there were any."""
        missed = broken(self.columns, *relaxation.fractions()[0])
        relaxation.add_rows(missed)
        self.rows = self.rows + missed
        return missed.size > 0

    def _relaxation(self, live: Live) -> Relaxation:
        if self.relaxation is None:
            self.relaxation = Relaxation(self.columns, self.deadline)
            self.relaxation.add_rows(self.rows)
            without = live.choices[self.columns.home[live.choices] == WITHOUT]
            plan = self.answer.plan
            self.relaxation.hold(Live(without, live.divisions) if plan is None else Live(without, plan.divisions))
            if plan is not None:
                self.relaxation.hold(Live(plan.choices, plan.divisions))
        self.relaxation.keep(live)
        return self.relaxation

    def _entering(self, relaxation: Relaxation, live: Live, goal: Goal, prices: Prices, at_most: Bound) -> Live:
        """What the relaxation would gain most by: of each part and group the best few that it does not hold."""
        columns = self.columns
        gain = at_most.groups - bound(columns, relaxation.among(live), self.rows, goal, prices).groups
        group = columns.group[columns.part[live.choices]]
        choices = np.flatnonzero((at_most.choices < gain[group]) & ~relaxation.held[live.choices])
        of_group = columns.division_group[live.divisions]
        divisions = np.flatnonzero((at_most.divisions < gain[of_group]) & ~relaxation.held_divisions[live.divisions])
        choices = choices[np.argsort(-columns.taste(live.choices[choices]), kind="stable")]
        return Live(
            live.choices[_best_few(choices, at_most.choices, columns.part[live.choices])],
            live.divisions[_best_few(divisions, at_most.divisions, of_group)],
        )

    def _reach(self, aim: int) -> bool:
        """Whether some plan reaches the floors up to this aim: first among the choices held, then among all live."""
        live, floors = self.faces[aim].live, self._floors[: aim + 1]
        if self.answer.reaches(floors):
            return True
        held = np.zeros(len(self.columns.part), dtype=bool) if self.relaxation is None else self.relaxation.held
        for choices in (live.choices[held[live.choices]], live.choices):
            self._note(self._best_whole(Live(choices, live.divisions), aim))
            if self.answer.reaches(floors):
                return True
        return False

    def _best_whole(self, live: Live, aim: int) -> Chosen | None:
        plan, self.rows = best_whole(self.columns, live, self.rows, self._goal(aim), self.deadline)
        return plan

    def _note(self, plan: Chosen | None) -> None:
        reached = () if plan is None else self.columns.value(plan)
        if reached > self.answer.reached:
            self.answer.plan, self.answer.reached = plan, reached

    def _step_back(self) -> None:
        """Find the first aim whose floor no plan reaches, and what a plan reaches in it; the rest is to do again."""
        first = len(self.faces) - 1
        while first > self.proven and not self._reach(first - 1):
            first -= 1
        face = self.faces[first]
        reached, kept = self._in_whole_numbers(first)
        self.faces[first:] = [Face(reached, face.before, kept, face.prices)]
        self.proven = first + 1
        self.answer.stepped_back.append(first)
        self.relaxation = None

    def _in_whole_numbers(self, aim: int) -> tuple[int, Live]:
        """The most that a plan reaches in an aim below its floor, and what such plans are made of.

        Only what the bound allows in a plan worth so much is looked through; a plan worth that much is the best. What
        is looked through doubles until it is.
        """
        face = self.faces[aim]
        at_most = bound(self.columns, face.before, self.rows, self._goal(aim), face.prices)
        count = 2 * len(face.live.choices)
        target = min(face.floor - 1, at_most.whole_among(count))
        while True:
            among = at_most.kept(face.before, target)
            plan = self._best_whole(among, aim)
            if plan is None and among.size == face.before.size:
                raise NoPlan
            self._note(plan)
            reached = None if plan is None else self.columns.value(plan)[aim]
            if reached is not None and reached >= target:
                return reached, at_most.kept(face.before, reached)
            count *= 2
            wider = min(target - 1, at_most.whole_among(count))
            target = wider if reached is None else max(wider, reached)


def _best_few(at: Ints, below: Ints, key: Ints) -> Ints:
    """Of these, the few of each key that stay least below the bound; of equals those that come first."""
    at = at[np.lexsort((below[at], key[at]))]
    sorted_keys = key[at]
    return at[np.arange(len(at)) - np.searchsorted(sorted_keys, sorted_keys) < ENTERING]
