"""The steps of a review done one after another, on paper: each judged anew on its day, as the homes are by then.

It knows nothing of how the steps were found: it takes the case as it was given, and lets one child after another leave
and come. Who comes is judged with all who live there by then; and so is everybody who lives there, once all is done.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.home import Home, Member, Vacancies
from matching.explaining.many import outcomes_in
from matching.facts.everybody import as_member, with_everybody
from matching.facts.question import Question
from matching.facts.register import Register
from matching.reviewing.asked import Asks
from matching.reviewing.today import MANUAL_LANE
from matching.rules.rule import OPTIONS
from matching.rules.rulebook import Rulebook, Standings


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step to be replayed: who would go to which home, on which day."""

    children: tuple[str, ...]
    home: str
    on: date


@dataclass(frozen=True, slots=True)
class _Put:
    """Something to be judged: whether somebody may live in a home, with its entries as they are by then."""

    step: int
    question: Question
    homes: tuple[Home, ...]
    home: str


@dataclass(frozen=True, eq=False)
class Replay:
    """Replays steps over a case; `register` lays its homes out as they are today, with everybody in them."""

    asks: Asks
    register: Register
    rulebook: Rulebook

    def faults(self, steps: Sequence[Stepped]) -> Iterator[tuple[int, str]]:
        """What is wrong with each step, by its place, in words; the steps are in the order of their days."""
        state, going = _State.of(self.asks.case), list[_Put]()
        for number, step in enumerate(steps):
            if homeless := [child for child in step.children if not state.children[child].current_home]:
                yield number, f"{', '.join(homeless)} has no home to leave"
            going.append(self._going(number, step, state))
            state.do(step)
        yield from self._not_lawful(going, steps)
        yield from self._made_worse(steps, state)

    def _going(self, number: int, step: Stepped, state: "_State") -> _Put:
        """Whether those of one step may go to their home on its day."""
        children = [state.children[child] for child in step.children]
        question = self._asks(state).stay(children, step.on)
        return _Put(number, question, self._entries(state, step.home), step.home)

    def _not_lawful(self, going: Sequence[_Put], steps: Sequence[Stepped]) -> Iterator[tuple[int, str]]:
        """The steps that a rule forbids, or of which nobody can tell."""
        for put, outcomes in zip(going, self._outcomes(going), strict=True):
            for line in np.flatnonzero(outcomes.min(axis=0) < Outcome.NEEDS_APPROVAL).tolist():
                who = ", ".join(steps[put.step].children)
                yield put.step, f"{self.rulebook.rules[line].id} does not let {who} go to {put.home}"

    def _made_worse(self, steps: Sequence[Stepped], state: "_State") -> Iterator[tuple[int, str]]:
        """Those who live where somebody came, and may not live there any more, though they could before."""
        last = {step.home: number for number, step in enumerate(steps)}
        before, after = (
            list(self._staying(last, _State.of(self.asks.case), state)),
            list(self._staying(last, state, state)),
        )
        each = zip(before, self._outcomes(before), self._outcomes(after), strict=True)
        for put, was, is_now in each:
            worse = (is_now[0] == Outcome.PROHIBITED) & (was[0] != Outcome.PROHIBITED)
            for line in np.flatnonzero(worse).tolist():
                child = put.question.children[0].id
                yield put.step, f"{self.rulebook.rules[line].id} forbids {child} to stay in {put.home}"

    def _staying(self, homes: dict[str, int], state: "_State", end: "_State") -> Iterator[_Put]:
        """Each who lives in one of these homes today and in the end: whether she may, as a state has it."""
        asks = self._asks(state)
        for child in self.asks.case.children:
            if child.current_home in homes and end.children[child.id].current_home == child.current_home:
                home = str(child.current_home)
                yield _Put(homes[home], asks.staying(state.children[child.id]), self._entries(state, home), home)

    def _asks(self, state: "_State") -> Asks:
        case = self.asks.case.model_copy(update={"children": tuple(state.children.values())})
        return Asks(case, self.asks.figures, self.asks.children_hash, self.asks.policy)

    def _outcomes(self, puts: Sequence[_Put]) -> list[Standings]:
        """What the rules that judge a home by itself find of each: children by rules, the other rules met."""
        kept = np.array([r.about is not OPTIONS and r.id != MANUAL_LANE for r in self.rulebook.rules], dtype=bool)
        asked = [(put.question, put.homes) for put in puts]
        found = outcomes_in(asked, self.register.directory, self.rulebook)
        rows = ([home.id for home in put.homes].index(put.home) for put in puts)
        each = (outcomes[:, :, row] for outcomes, row in zip(found, rows, strict=True))
        return [np.where(kept, outcomes, Outcome.MET) for outcomes in each]

    def _entries(self, state: "_State", home: str) -> tuple[Home, ...]:
        """The entries of a home, with everybody who lives there by then."""
        row = self.register.row_of[home]
        ids = [self.register.homes[entry].id for entry in self.register.entries.get(row, (row,))]
        there = tuple(child for i in ids for child in state.living[i])
        homes = tuple(state.homes[i] for i in ids)
        return with_everybody(self.asks.case.model_copy(update={"homes": homes, "children": there}))


class _State:
    """Who lives where by then, and how many beds each home has free."""

    def __init__(self, case: Case, children: dict[str, Child], homes: dict[str, Home]) -> None:
        self.case, self.children, self.homes = case, children, homes
        self.living: dict[str, list[Child]] = defaultdict(list)
        for child in children.values():
            self.living[str(child.current_home)].append(child)
        self.listing: dict[str, set[str]] = defaultdict(set)
        for home in homes.values():
            for member in home.household or ():
                self.listing[str(member.id)].add(home.id)

    @classmethod
    def of(cls, case: Case) -> "_State":
        """As a case says."""
        return cls(case, {child.id: child for child in case.children}, {home.id: home for home in case.homes})

    def do(self, step: Stepped) -> None:
        """Let those of a step live in their home since its day, and no longer where they did."""
        for child in (self.children[i] for i in step.children):
            if child.current_home != step.home:
                self._leave(child)
                self._come(child.model_copy(update={"current_home": step.home, "current_since": step.on}), step.on)

    def _leave(self, child: Child) -> None:
        """Take a child out of her home, whose bed is free from then on, and out of every household that lists her."""
        left = str(child.current_home)
        self.living[left] = [other for other in self.living[left] if other.id != child.id]
        for home in {left, *self.listing.pop(child.id, ())} & self.homes.keys():
            of = self.homes[home]
            household = None if of.household is None else tuple(m for m in of.household if m.id != child.id)
            rooms = _rooms(of, _alone(child, household or ()) if home == left else 0)
            beds = _with_beds(of.vacancies, int(home == left), self.case.as_of)
            changes = {"household": household, "vacancies": beds, "bedrooms_free": rooms}
            self.homes[home] = of.model_copy(update=changes)

    def _come(self, child: Child, day: date) -> None:
        """Put a child into her home, where she takes a bed."""
        home = str(child.current_home)
        self.children[child.id] = child
        self.living[home].append(child)
        of = self.homes[home]
        household = None if of.household is None else (*of.household, as_member(child, self.case.authority))
        self.listing[child.id].add(home)
        changes = {
            "household": household,
            "vacancies": _with_beds(of.vacancies, -1, day),
            "bedrooms_free": _rooms(of, -1),
        }
        self.homes[home] = of.model_copy(update=changes)


def _rooms(home: Home, more: int) -> int | None:
    """The free bedrooms with so many more, or fewer; where it is not recorded how many there are, it stays so."""
    return None if home.bedrooms_free is None or home.household is None else max(0, home.bedrooms_free + more)


def _alone(child: Child, staying: Sequence[Member]) -> int:
    """1 where a child who leaves surely had a room that nobody of her family keeps, else 0."""
    return int({member.id for member in staying}.isdisjoint(s.child for s in child.siblings or ()))


def _with_beds(vacancies: Vacancies | None, more: int, day: date) -> Vacancies | None:
    """The vacancies with so many beds more, or fewer; where it is not recorded how many there are, it stays so."""
    if vacancies is None or vacancies.beds is None or not more:
        return vacancies
    if not vacancies.beds:
        ends = vacancies.until if vacancies.until and vacancies.until >= day else None
        return Vacancies.model_validate({"beds": max(0, more), "from": day, "until": ends})
    return vacancies.model_copy(update={"beds": max(0, vacancies.beds + more)})
