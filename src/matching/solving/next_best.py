"""The plans that come next, in their exact order: those of each component by themselves, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

import numpy as np

from matching.solving.answer import Answer, NoPlan
from matching.solving.columns import WITHOUT, Chosen, Columns
from matching.solving.limits import other_than
from matching.solving.problem import Problem, Solved
from matching.solving.restated import checked
from matching.solving.solver import Component, laid_apart, obvious, together

Ranks = tuple[int, ...]


def next_best(problem: Problem, first: Solved, k: int, *, deadline: float | None = None) -> tuple[Solved, ...]:
    """The k best plans after the first, best first; two plans differ in an option. Fewer if there are no more.

    `deadline` is on the clock of `time.monotonic`, in seconds. When it passes there may be fewer, and a plan that is
    not proven to be the next has bounds above what it reaches. EngineDefect if a plan does not pass its check.
    """
    until = float("inf") if deadline is None else deadline
    lists = [_Plans.of(component, first, until) for component in laid_apart(problem, k + 1)]
    found: list[Solved] = []
    for answers in _in_order(lists):
        if len(found) == k:
            break
        solved = together(problem, [(plans.columns, answer) for plans, answer in zip(lists, answers, strict=True)])
        if solved.options != first.options:
            found.append(checked(problem, _honest(solved, lists)))
    return tuple(found)


def _honest(solved: Solved, lists: Sequence["_Plans"]) -> Solved:
    """The plan with bounds that hold also where a plan that was not found could have come before it."""
    if all(plans.proven for plans in lists):
        return solved
    aims = range(len(solved.reached))
    return replace(solved, best_possible=tuple(sum(obvious(plans.columns, aim) for plans in lists) for aim in aims))


@dataclass(slots=True, eq=False)
class _Plans:
    """The plans of one component, the best first, as far as they were asked for."""

    component: Component
    deadline: float
    found: list[Answer] = field(default_factory=list)
    ended: bool = False
    proven: bool = True

    @classmethod
    def of(cls, component: Component, first: Solved, deadline: float) -> "_Plans":
        """The plans of a component, of which the first is known if it is proven."""
        plans = cls(component, deadline)
        known = _chosen(component.columns, first) if first.proven else None
        if known is not None:
            reached = component.columns.value(known)
            plans.found.append(Answer(known, reached, reached))
        return plans

    @property
    def columns(self) -> Columns:
        """What the component's plans choose from."""
        return self.component.columns

    def at(self, rank: int) -> Answer | None:
        """The plan of this rank from 0; none if there is none, or none was found in time."""
        while len(self.found) <= rank and not self.ended:
            self._find_next()
        return self.found[rank] if rank < len(self.found) else None

    def _find_next(self) -> None:
        others = other_than(answer.found.choices for answer in self.found)
        try:
            answer = self.component.solved(self.deadline, others)
        except NoPlan:
            self.ended = True
            return
        self.proven = self.proven and answer.plan is not None and answer.bounds == answer.reached
        if answer.plan is None:
            self.ended = True
        else:
            self.found.append(answer)


def _chosen(columns: Columns, solved: Solved) -> Chosen | None:
    """What a plan of the whole problem chooses of these columns; none if it chooses what is not among them."""
    divisions = np.flatnonzero(np.isin(columns.division, solved.divisions))
    parts = columns.held[np.isin(columns.held_by, divisions)]
    placed = np.flatnonzero(np.isin(columns.option, solved.options) & (columns.option != WITHOUT))
    left = np.setdiff1d(parts, columns.part[placed])
    without = np.flatnonzero((columns.option == WITHOUT) & np.isin(columns.part, left))
    chosen = np.sort(np.concatenate((placed, without)))
    complete = len(chosen) == len(parts) and len(divisions) == columns.groups
    return Chosen(chosen, divisions) if complete else None


def _in_order(lists: Sequence[_Plans]) -> Iterator[list[Answer]]:
    """A plan of each component, put together in every way, the best whole first."""
    heap = [entry for entry in [_entry(lists, (0,) * len(lists))] if entry]
    while heap:
        _, ranks, answers = heappop(heap)
        yield answers
        last = max((at for at, rank in enumerate(ranks) if rank), default=0)
        for at in range(last, len(ranks)):
            entry = _entry(lists, (*ranks[:at], ranks[at] + 1, *ranks[at + 1 :]))
            if entry:
                heappush(heap, entry)


def _entry(lists: Sequence[_Plans], ranks: Ranks) -> tuple[tuple[int, ...], Ranks, list[Answer]] | None:
    """Plans of these ranks, with what orders them: the larger the worth, the earlier; None if one is missing."""
    answers = [answer for plans, rank in zip(lists, ranks, strict=True) if (answer := plans.at(rank)) is not None]
    if len(answers) < len(ranks):
        return None
    reached = (answer.reached for answer in answers)
    return tuple(-sum(of_aim) for of_aim in zip(*reached, strict=True)), ranks, answers
