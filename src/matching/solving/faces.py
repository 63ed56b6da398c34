"""One component solved, aim after aim, by faces.

For each aim in turn the linear relaxation gives prices, the prices a bound that is exact (`prices`), and the bound
rounded down becomes the aim's floor: what could not be in a plan that reaches it is dropped for good. After the last
aim one solve in whole numbers tells whether there is a plan that reaches every floor; then every aim is at its bound,
and that is the proof. If not, the first aim whose floor no plan reaches is solved in whole numbers, and the later
aims follow by faces again.
"""

import numpy as np

from matching.errors import SearchIncomplete
from matching.solving.answer import Answer, NoPlan
from matching.solving.columns import WITHOUT, Chosen, Columns
from matching.solving.face import Face, face_of
from matching.solving.greedy import first_plan
from matching.solving.limits import Missing, Rows, nothing_missing
from matching.solving.prices import Goal, Live, bound, charged
from matching.solving.relaxation import Relaxation
from matching.solving.whole import best_whole


def solve_component(columns: Columns, rows: Rows, deadline: float, missing: Missing = nothing_missing) -> Answer:
    """The best plan that keeps these rows, and those that are `missing` when plans are found.

    When the deadline passes it is the best found so far, with the bounds found.
    NoPlan where the rows exclude every plan.
    """
    if len(columns.held) == 1:
        return _only_child(columns, rows)
    descent = Descent(columns, rows, deadline, missing)
    try:
        descent.run()
    except SearchIncomplete:
        descent.make_up_a_plan()
    return descent.answer


def _only_child(columns: Columns, rows: Rows) -> Answer:
    """One child by itself: the best choice that is open is the best plan."""
    plan = first_plan(columns, rows)
    if plan is None:
        raise NoPlan
    reached = columns.value(plan)
    return Answer(plan, reached, reached)


class Descent:
    """The way down: the faces so far, of which the first `proven` are reached by a plan, and the best plan so far."""

    def __init__(self, columns: Columns, rows: Rows, deadline: float, missing: Missing) -> None:
        self.columns, self.rows, self.deadline, self.missing = columns, rows, deadline, missing
        self.all = Live(np.arange(len(columns.part)), np.arange(len(columns.division)))
        self.faces: list[Face] = []
        self.proven = 0
        self.answer = Answer(None, ())
        self.relaxation: Relaxation | None = None
        self.likely: Chosen | None = None
        self._note_greedily()

    def run(self) -> None:
        """Go down aim after aim, back where a floor is not reached, until a plan reaches every floor."""
        while self.proven < self.columns.aims:
            while len(self.faces) < self.columns.aims:
                self.faces.append(self.face(len(self.faces)))
                self.answer.bounds = self._floors
            if self._reach(self.columns.aims - 1):
                self.proven = self.columns.aims
            else:
                self.step_back()
            self.answer.bounds = self._floors

    def make_up_a_plan(self) -> None:
        """A plan from the last relaxation that was solved: what has most of a share in it, and greedily the rest."""
        if self.faces and self.likely is not None:
            self._note_greedily(self.likely)

    @property
    def _floors(self) -> tuple[int, ...]:
        return tuple(face.floor for face in self.faces)

    def _goal(self, aim: int) -> Goal:
        return Goal(aim, self._floors[:aim])

    def _live(self, aim: int) -> Live:
        return self.faces[aim - 1].live if aim else self.all

    def face(self, aim: int) -> Face:
        """Go down one aim; where its relaxation is whole, that is a plan."""
        live, goal = self._live(aim), self._goal(aim)
        relaxation = self._relaxation(live)
        face = face_of(relaxation, live, goal, lambda floor: self.answer.reaches((*goal.floors, floor)))
        self.rows = relaxation.rows
        if plan := relaxation.plan():
            self._note(plan, face.live)
        self.likely = relaxation.likely() or self.likely
        return face

    def _relaxation(self, live: Live) -> Relaxation:
        if self.relaxation is None:
            self.relaxation = Relaxation(self.columns, self.deadline)
            self.relaxation.add_rows(self.rows)
            without = live.choices[self.columns.home[live.choices] == WITHOUT]
            plan = self.answer.plan
            self.relaxation.hold(Live(without, live.divisions) if plan is None else Live(without, plan.divisions))
            if plan is not None:
                self.relaxation.hold(Live(plan.choices, plan.divisions))
        return self.relaxation

    def _reach(self, aim: int) -> bool:
        """Whether some plan reaches the floors up to this aim: first among the choices held, then among all live."""
        live, floors = self.faces[aim].live, self._floors[: aim + 1]
        if self.answer.reaches(floors):
            return True
        held = np.zeros(len(self.columns.part), dtype=bool) if self.relaxation is None else self.relaxation.held
        for choices in (live.choices[held[live.choices]], live.choices):
            self._best_whole(Live(choices, live.divisions), aim)
            if self.answer.reaches(floors):
                return True
        return False

    def _best_whole(self, live: Live, aim: int) -> Chosen | None:
        """The best plan for an aim of what is live, of which no row is missing; it is kept if it is best."""
        while True:
            plan, self.rows = best_whole(self.columns, live, self.rows, self._goal(aim), self.deadline)
            if plan is None or self._note(plan, live):
                return plan

    def _note_greedily(self, wanted: Chosen | None = None) -> None:
        """A plan at once, beginning with what is wanted: again where a row was missing, until none is."""
        while (plan := first_plan(self.columns, self.rows, wanted)) and not self._note(plan, self.all):
            pass

    def _note(self, plan: Chosen, live: Live) -> bool:
        """Keep a plan if it is the best; False where it breaks rows that were missing, which are kept instead."""
        missed = self.missing(plan, live.choices)
        if not missed.size:
            self.answer.note(plan, self.columns.value(plan))
        self.rows = self.rows + missed
        if self.relaxation is not None:
            self.relaxation.add_rows(missed)
        return not missed.size

    def step_back(self) -> None:
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
        at_most = bound(self.columns, face.before, charged(self.columns, self.rows, self._goal(aim), face.prices))
        count = 2 * len(face.live.choices)
        target = min(face.floor - 1, at_most.whole_among(count))
        while True:
            among = at_most.kept(face.before, target)
            plan = self._best_whole(among, aim)
            everything = among.size == face.before.size
            if plan is None and everything:
                raise NoPlan
            reached = None if plan is None else self.columns.value(plan)[aim]
            if reached is not None and (everything or reached >= target):
                return reached, at_most.kept(face.before, reached)
            count *= 2
            wider = min(target - 1, at_most.whole_among(count))
            target = wider if reached is None else max(wider, reached)
