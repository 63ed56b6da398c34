"""Solved until every household that is proposed is lawful, as the rules find it with everybody in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from matching.errors import SearchIncomplete
from matching.planning.company import Company, Options
from matching.planning.deadline import Deadline
from matching.planning.forbidding import Forbidding, TriedEnough
from matching.planning.numbers import Numbers
from matching.solving.next_best import next_best
from matching.solving.others import costs, without
from matching.solving.problem import Forbidden, Problem, Solved
from matching.solving.restated import Given, faults
from matching.solving.solver import solve

T = TypeVar("T")

COSTS = "it was worked out what choices cost the others"

MOST_ROUNDS = 200
"""Each round forbids at least one household that the solver did not meet on its way: there are seldom more than two."""


@dataclass(frozen=True, slots=True)
class CostOfChoice:
    """What the rest of the panel reaches if one group takes these options, and what it would without the group."""

    group: int
    options: Options
    planned: bool
    without: Solved
    given: Solved


class Panel:
    """A panel that is being solved: its problem, with every household that was found unlawful so far forbidden."""

    def __init__(self, numbers: Numbers, company: Company, deadline: Deadline) -> None:
        self.numbers, self.deadline = numbers, deadline
        self.forbidding = Forbidding(numbers, company)
        self.problem: Problem = replace(numbers.problem, further=self.forbidden)

    def settled(self, answer: Callable[[Problem], T], households: Callable[[T], Iterable[Sequence[int]]]) -> T:
        """What is answered once nothing that was not known before forbids a household in it.

        The solver asks this of the plans that it meets on its way; here it is asked of them once more, whole.
        """
        for _ in range(MOST_ROUNDS):
            try:
                found, known = answer(self.problem), self._known
                for chosen in households(found):
                    self.forbidden(tuple(chosen))
            except TriedEnough as enough:
                self.forbid(enough.instead)
                continue
            if self._known == known:
                return found
        raise SearchIncomplete(
            "too many households of possible plans are unlawful", "Plan for fewer referrals at once: --referral."
        )

    @property
    def _known(self) -> tuple[int, int]:
        return len(self.problem.apart), len(self.problem.never)

    def forbidden(self, options: Options, still_open: Options = ()) -> Forbidden:
        """What forbids that these options are chosen together, beside what is known; from now on it is.

        Where they meet at a risk, others who may still meet at one are told of too: they are many, and not kept.
        """
        found = self.forbidding.of(options)
        self.forbid(found)
        more = self.forbidding.likely(still_open) if found.apart else Forbidden()
        return Forbidden((*found.apart, *more.apart), (*found.never, *more.never), (*found.limits, *more.limits))

    def forbid(self, found: Forbidden) -> None:
        """Forbid this from now on."""
        of = self.problem
        self.problem = replace(
            of,
            apart=(*of.apart, *found.apart),
            never=(*of.never, *found.never),
            limits=(*of.limits, *found.limits),
        )


def plans_settled(panel: Panel, count: int) -> tuple[Solved, ...]:
    """The best plan and those that come after it, in order."""

    def plans(problem: Problem) -> tuple[Solved, ...]:
        first = solve(problem, deadline=panel.deadline.at)
        return (first, *(next_best(problem, first, count - 1, deadline=panel.deadline.at) if count > 1 else ()))

    first = panel.settled(lambda problem: (solve(problem, deadline=panel.deadline.at),), _options)
    return panel.settled(plans, _options) if count > 1 else first


def _options(plans: Iterable[Solved]) -> Iterator[tuple[int, ...]]:
    yield from (plan.options for plan in plans)


@dataclass(frozen=True, slots=True)
class CostsFound:
    """What choices cost the others, and of how many groups it was worked out; of the others nothing is said."""

    choices: tuple[CostOfChoice, ...] = ()
    groups: int = 0


def costs_settled(panel: Panel, plans: Sequence[Solved]) -> CostsFound:
    """What each choice of each group costs the others, group by group as long as the time allowed lasts."""
    found: list[CostOfChoice] = []
    done = 0
    try:
        for group in range(len(panel.numbers.groups)):
            found += _costs_of(panel, group, plans[0])
            done += 1
    except SearchIncomplete:
        if not panel.deadline.passed:
            raise
    return CostsFound(tuple(found), done)


def _costs_of(panel: Panel, group: int, plan: Solved) -> tuple[CostOfChoice, ...]:
    planned = tuple(o for o in plan.options if panel.numbers.part_of(o).group == group)
    choices = tuple(dict.fromkeys((*((planned,) if planned else ()), *_whole(panel.numbers, group))))

    def answer(problem: Problem) -> tuple[CostOfChoice, ...]:
        panel.deadline.check(COSTS)
        rest = without(problem, group, deadline=panel.deadline.at)
        found = costs(problem, group, choices, deadline=panel.deadline.at)
        panel.deadline.check(COSTS)
        kept = _Kept.of(problem, group, plan)
        rest = kept.if_as_good(rest, ())
        return tuple(
            CostOfChoice(group, options, options == planned, rest, kept.if_as_good(given, options))
            for options, given in zip(choices, found, strict=True)
        )

    return panel.settled(answer, _chosen_in)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The others where the plan has them: of answers that are as good it is the one that moves nobody."""

    problem: Problem
    group: int
    others: Solved

    @classmethod
    def of(cls, problem: Problem, group: int, plan: Solved) -> "_Kept":
        """A plan without one group."""
        part = problem.options.part
        options = tuple(o for o in plan.options if problem.group_of[part[o]] != group)
        divisions = tuple(d for d in plan.divisions if problem.divisions.group[d] != group)
        value = problem.value(options, divisions)
        return cls(problem, group, Solved(options, divisions, value, value))

    def if_as_good(self, found: Solved, chosen: Options) -> Solved:
        """They, if that is as good as what was found beside a choice of the group, and can be beside it."""
        if self.others.reached != found.reached or self.others.options == found.options:
            return found
        return found if faults(self.problem, self.others, Given(self.group, chosen)) else self.others


def _chosen_in(found: Iterable[CostOfChoice]) -> Iterator[tuple[int, ...]]:
    for cost in found:
        yield cost.without.options
        yield (*cost.options, *cost.given.options)


def _whole(numbers: Numbers, group: int) -> Iterator[Options]:
    """Each home in which all of a group could live."""
    size = len(numbers.groups[group].children)
    for number, found in enumerate(numbers.parts):
        if found.part.group == group and len(found.part.places) == size:
            first = int(numbers.first_option[number])
            yield from ((option,) for option in range(first, first + len(found.rows)))
