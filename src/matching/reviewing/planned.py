"""One plan for all to whom another home may be suggested: solved, put in an order, and each step judged on its day."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import home
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.company import Company
from matching.planning.deadline import Deadline
from matching.planning.groups import group_of
from matching.planning.judging import Judging
from matching.planning.numbers import Numbers
from matching.planning.parts import parts_of
from matching.planning.settling import Panel, plans_settled
from matching.reviewing.aims import AIMS
from matching.reviewing.asked import Asks
from matching.reviewing.families import families_of
from matching.reviewing.freed import Freed, freed
from matching.reviewing.here import Sought
from matching.reviewing.looked import Looked
from matching.reviewing.measures import duties_on
from matching.reviewing.moves import Moves, Moving
from matching.reviewing.numbers import Laid
from matching.reviewing.order import Going, Placed, in_order
from matching.reviewing.replay import Replay, Stepped
from matching.reviewing.residents import Residents
from matching.reviewing.rounds import Rounds
from matching.rules.rulebook import rulebook_on
from matching.scoring.weighing import Scale
from matching.solving.problem import Forbidden, Solved

MOST_ROUNDS = 100
"""Each round forbids steps of which no order was found, or one that is not lawful on its day: there are seldom two."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A step of the plan: the option, the earliest day on which it could begin, and the steps that come before."""

    option: int
    on: date
    after: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Planned:
    """A plan for a review in numbers, with what the numbers stand for; `steps` in the order of their days."""

    asks: Asks
    freed: Freed
    judging: Judging
    numbers: Numbers
    moves: tuple[Moves, ...]
    moving: Moving
    company: Company
    solved: Solved
    steps: tuple[Dated, ...]
    cut_short: frozenset[str]
    undone: frozenset[int] = frozenset()

    @property
    def proven(self) -> bool:
        """Whether no plan is better in any aim, the earlier before the later."""
        return self.solved.proven and not self.cut_short and not self.undone

    @property
    def bound(self) -> str | None:
        """What is not shown; None where all is."""
        if self.undone:
            return "for some steps no order was found: they are not suggested, and nothing in their place"
        if self.cut_short:
            return f"at {', '.join(sorted(self.cut_short))} not every household was tried: there may be a better plan"
        reached = zip(AIMS, self.solved.reached, self.solved.best_possible, strict=True)
        open_still = next((aim for aim, best, most in reached if best != most), None)
        return open_still and f"{open_still}: it is not shown that no plan reaches more"


@dataclass(frozen=True, eq=False)
class Planning:
    """Makes the plan: `looked` is what was found of each child by herself."""

    asks: Asks
    register: Register
    scale: Scale
    looked: Mapping[str, Looked]
    sought: Sought

    def plan(self, children: Sequence[Child]) -> Planned | None:
        """The best plan for these; None where there is nobody to plan for."""
        families = families_of(children, self.asks)
        if not families:
            return None
        homes = freed(self.asks.case, self.register, families, self.asks.figures["own_bedroom_from_age"])
        asks = Asks(homes.case, self.asks.figures, self.asks.children_hash, self.asks.policy)
        return self._settled(asks, homes, families)

    def _settled(self, asks: Asks, homes: Freed, families: Sequence[Sequence[Child]]) -> Planned:
        judging = Judging(homes.register, self.scale)
        laid, moving = self._laid(asks, homes, families, judging)
        numbers = laid.numbers(rulebook_on(asks.case.as_of))
        company = Company(numbers, homes.register, rulebook_on(asks.case.as_of))
        panel = Panel(numbers, company, Deadline())
        solved = plans_settled(panel, 1)[0]
        steps, wrong = self._stepped(numbers, laid.moves, homes, solved)
        for _ in range(MOST_ROUNDS):
            if not (wrong.never or wrong.limits):
                break
            panel.forbid(wrong)
            solved = plans_settled(panel, 1)[0]
            steps, wrong = self._stepped(numbers, laid.moves, homes, solved)
        cut = frozenset(panel.forbidding.cut_short)
        undone = frozenset(option for options in wrong.never for option in options)
        kept = self._that_can_be_done(steps, undone, numbers, homes) if undone else steps
        return Planned(asks, homes, judging, numbers, laid.moves, moving, company, solved, kept, cut, undone)

    def _laid(
        self, asks: Asks, homes: Freed, families: Sequence[Sequence[Child]], judging: Judging
    ) -> tuple[Laid, Moving]:
        """Every part of every family in every home where it may live."""
        groups = tuple(group_of([asks.stay(family)]) for family in families)
        duties = duties_on(asks.case.as_of)
        here = {c: of.served.measures(duties) for c, of in self.looked.items() if of.served is not None}
        moving = Moving(homes, self.looked, here, self.sought)
        parts = [part for number, group in enumerate(groups) for part in parts_of(number, group)]
        questions = [_question(families[part.group], part.places, asks) for part in parts]
        found = judging.each(questions)
        moves = tuple(moving.of(p, groups[p.group], f) for p, f in zip(parts, found, strict=True))
        planned = {child.id for family in families for child in family}
        stay = Residents(asks, homes, self.scale).of(moves, planned, len(groups))
        groups, moves = (*groups, *(r.group for r in stay)), (*moves, *(r.moves for r in stay))
        looked = {child: self.looked[child] for child in planned}
        return Laid(groups, moves, homes, looked, self.sought.credit, self.asks.policy.beds_kept_free), moving

    def _stepped(
        self, numbers: Numbers, moves: Sequence[Moves], homes: Freed, solved: Solved
    ) -> tuple[tuple[Dated, ...], Forbidden]:
        """The steps of a plan with their days, and what forbids those that cannot be done so.

        Where they go round in full homes, not only they are forbidden but every going round in these.
        """
        stays = np.concatenate([m.stays for m in moves])
        chosen = [option for option in solved.options if not stays[option]]
        coming = Counter(numbers.home_of(option) for option in chosen)
        goings = [_going(o, numbers, homes, stays, beside=coming[numbers.home_of(o)] > 1) for o in chosen]
        placed, stuck = in_order(goings, _beds(homes))
        steps = dated(placed, self.asks)
        if stuck:
            rounds = Rounds(numbers, homes, stays)
            limits = tuple(limit for of in stuck if of.full for limit in rounds.limits(of.full))
            return steps, Forbidden(never=tuple(of.options for of in stuck), limits=limits)
        return steps, Forbidden(never=tuple(self._unlawful_on_their_day(steps, numbers, homes)))

    def _that_can_be_done(
        self, steps: Sequence[Dated], undone: Collection[int], numbers: Numbers, homes: Freed
    ) -> tuple[Dated, ...]:
        """The steps that are left without those undone, whoever waits for them and whoever is of their families.

        They are replayed again, without these, until all of them are lawful on their day.
        """
        families = {numbers.part_of(option).group for option in undone}
        open_still = (s for s in steps if not {s.option, *_before(s, steps)} & {*undone})
        kept = tuple(s for s in open_still if numbers.part_of(s.option).group not in families)
        wrong = self._unlawful_on_their_day(kept, numbers, homes)
        if len(kept) == len(steps) and not wrong:
            return kept
        return self._that_can_be_done(kept, {o for options in wrong for o in options}, numbers, homes)

    def _unlawful_on_their_day(self, steps: Sequence[Dated], numbers: Numbers, homes: Freed) -> list[tuple[int, ...]]:
        """Each step that is found not to be lawful when its day comes, with all that come before it."""
        each = [_as_step(step, numbers, homes) for step in steps]
        replay = Replay(self.asks, self.register, rulebook_on(self.asks.case.as_of))
        wrong = dict.fromkeys(number for number, _ in replay.faults(each))
        return [tuple(sorted({steps[k].option, *_before(steps[k], steps)})) for k in wrong]


def _question(family: Sequence[Child], places: Sequence[int], asks: Asks) -> Question:
    """What is asked about some of a family, the others elsewhere."""
    chosen = [family[place] for place in places]
    rest = [child.id for child in family if child not in chosen]
    return asks.stay(family).about(tuple(chosen), rest)


def _going(option: int, numbers: Numbers, homes: Freed, stays: np.ndarray, *, beside: bool = False) -> Going:
    """Who goes where by an option, and who must have left before."""
    problem, row = numbers.problem, numbers.home_of(option)
    part = int(problem.options.part[option])
    same = np.flatnonzero((problem.options.part == part) & ~stays).tolist()
    there = [o for o in same if homes.base[numbers.home_of(o)] == homes.base[row]]
    needs = {homes.left[numbers.home_of(o)] for o in there} & _parts_of(homes.left[row])
    children = numbers.children_of(numbers.part_of(option))
    question = numbers.groups[numbers.part_of(option).group].questions[0]
    at = {c.id: homes.register.row_of.get(c.current_home or "", -1) for c in question.children}
    leaves = {child: at[child] for child in children if at[child] != homes.base[row]}
    return Going(
        option=option,
        children=children,
        home=homes.base[row],
        beds=int(problem.options.takes[option]),
        leaves=leaves,
        needs=tuple(sorted(needs, key=lambda needed: (len(needed), sorted(needed)))),
        beside=beside,
    )


def _parts_of(leaving: frozenset[str]) -> set[frozenset[str]]:
    """Every set of some of these, or none, or all."""
    sizes = range(len(leaving) + 1)
    return {frozenset(some) for size in sizes for some in combinations(sorted(leaving), size)}


def _beds(homes: Freed) -> dict[int, int]:
    """The beds that are free today in each entry."""
    vacant = homes.register.frame[home.vacant_beds.name].fill_null(0).to_list()
    return {row: int(vacant[row]) for row in range(homes.today)}


def dated(placed: Sequence[Placed], asks: Asks) -> tuple[Dated, ...]:
    """Steps with the earliest day of each: a step that another makes room for comes so many days after it."""
    between = timedelta(days=asks.policy.days_between)
    days: dict[int, Dated] = {}
    for step in placed:
        on = max([asks.start, *(days[before].on + between for before in step.after)])
        days[step.going.option] = Dated(step.going.option, on, step.after)
    return tuple(sorted(days.values(), key=lambda step: step.on))


def _as_step(step: Dated, numbers: Numbers, homes: Freed) -> Stepped:
    home_id = homes.home_of(numbers.home_of(step.option)).id
    return Stepped(numbers.children_of(numbers.part_of(step.option)), home_id, step.on)


def _before(step: Dated, steps: Sequence[Dated]) -> set[int]:
    """The steps that come before one, and before these."""
    of = {each.option: each for each in steps}
    found: set[int] = set()
    left = list(step.after)
    while left:
        option = left.pop()
        if option not in found:
            found.add(option)
            left += of[option].after if option in of else ()
    return found
