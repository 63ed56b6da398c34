"""The steps of a review done one after another, on paper: each judged anew on its day, as the homes are by then.

It knows nothing of how the steps were found: it takes the case as it was given, and lets one child after another leave
and come. Who comes is judged with all who live there by then; and so is everybody who lives there, once all is done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.home import Home, Member, Vacancies
from matching.explaining.many import outcomes_of_many
from matching.facts.everybody import as_member, with_everybody
from matching.facts.question import Question
from matching.facts.register import Register
from matching.reviewing.asked import Asks
from matching.reviewing.today import MANUAL_LANE
from matching.rules.rule import OPTIONS
from matching.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step to be replayed: who would go to which home, on which day."""

    children: tuple[str, ...]
    home: str
    on: date


@dataclass(frozen=True, eq=False)
class Replay:
    """Replays steps over a case; `register` lays its homes out as they are today, with everybody in them."""

    asks: Asks
    register: Register
    rulebook: Rulebook

    def faults(self, steps: Sequence[Stepped]) -> Iterator[tuple[int, str]]:
        """What is wrong with each step, by its place, in words; the steps are in the order of their days."""
        case = self.asks.case
        for number, step in enumerate(steps):
            yield from ((number, words) for words in self._step(case, step))
            case = _done(case, step)
        yield from ((len(steps) - 1, words) for words in self._afterwards(case, steps))

    def _step(self, case: Case, step: Stepped) -> Iterator[str]:
        """Whether those of one step may go to their home on its day."""
        children = [child for child in case.children if child.id in step.children]
        homeless = [child.id for child in children if not child.current_home]
        yield from (f"{child} has no home to leave" for child in homeless)
        entries, rules = self._entries(case, step.home), self._rules(OPTIONS)
        asks = Asks(case, self.asks.figures, self.asks.children_hash, self.asks.policy)
        outcomes = self._outcomes(asks.stay(children, step.on), entries)
        row = [home.id for home in entries].index(step.home)
        for line in rules:
            if outcomes[:, line, row].min() < Outcome.NEEDS_APPROVAL:
                yield f"{self.rulebook.rules[line].id} does not let {', '.join(step.children)} go to {step.home}"

    def _afterwards(self, case: Case, steps: Sequence[Stepped]) -> Iterator[str]:
        """Whether everybody who lives where somebody came may live there still, if they could before."""
        came = {child for step in steps for child in step.children}
        for home in dict.fromkeys(step.home for step in steps):
            for child in (c for c in self.asks.case.children if c.current_home == home and c.id not in came):
                worse = self._against(case, child, home) - self._against(self.asks.case, child, home)
                yield from (f"{rule} forbids {child.id} to stay in {home}" for rule in sorted(worse))

    def _against(self, case: Case, child: Child, home: str) -> set[str]:
        """The rules that forbid a child the home where she lives, as a case is."""
        asks = Asks(case, self.asks.figures, self.asks.children_hash, self.asks.policy)
        entries = self._entries(case, home)
        outcomes = self._outcomes(asks.today(child), entries)[0]
        row = [entry.id for entry in entries].index(home)
        return {self.rulebook.rules[k].id for k in self._rules(OPTIONS) if outcomes[k, row] == Outcome.PROHIBITED}

    def _rules(self, but_for: object) -> list[int]:
        """The lines of the rules that judge a home by itself."""
        each = enumerate(self.rulebook.rules)
        return [k for k, rule in each if rule.about is not but_for and rule.id != MANUAL_LANE]

    def _outcomes(self, question: Question, homes: Sequence[Home]) -> np.ndarray:
        register = Register.of(homes, self.register.directory)
        return outcomes_of_many([question], register, self.rulebook)[0]

    def _entries(self, case: Case, home: str) -> tuple[Home, ...]:
        """The entries of a home, with everybody who lives there as a case is."""
        row = self.register.row_of[home]
        ids = {self.register.homes[entry].id for entry in self.register.entries.get(row, (row,))}
        there = tuple(child for child in case.children if child.current_home in ids)
        homes = tuple(h for h in case.homes if h.id in ids)
        return with_everybody(case.model_copy(update={"homes": homes, "children": there}))


def _done(case: Case, step: Stepped) -> Case:
    """The case once those of a step live in their home, since its day, and no longer where they did."""
    leaving = {child.id: child.current_home for child in case.children if child.id in step.children}
    moved = {"current_home": step.home, "current_since": step.on}
    children = tuple(c.model_copy(update=moved) if c.id in leaving else c for c in case.children)
    arriving = [child for child in children if child.id in leaving]
    homes = tuple(_changed(home, leaving, arriving, case, step) for home in case.homes)
    return case.model_copy(update={"children": children, "homes": homes})


def _changed(
    home: Home, leaving: Mapping[str, str | bool | None], arriving: Sequence[Child], case: Case, step: Stepped
) -> Home:
    """A home without those who leave it, and with those who come."""
    household = home.household
    if household is not None:
        household = tuple(member for member in household if member.id not in leaving)
        if home.id == step.home:
            household = (*household, *(as_member(child, case.authority) for child in arriving))
    coming = [child.id for child in arriving if home.id == step.home]
    going = [child for child, lived in leaving.items() if lived == home.id]
    beds = _with_beds(home.vacancies, len(going) - len(coming), step.on)
    rooms = home.bedrooms_free and max(0, home.bedrooms_free - len(coming))
    if home.bedrooms_free is not None and household is not None:
        rooms = max(0, home.bedrooms_free + _alone(going, household, case) - len(coming))
    return home.model_copy(update={"household": household, "vacancies": beds, "bedrooms_free": rooms})


def _alone(going: Sequence[str], staying: Sequence[Member], case: Case) -> int:
    """How many of those who leave surely had a room that nobody of their family keeps."""
    ids = {member.id for member in staying}
    leaving = (child for child in case.children if child.id in going)
    return sum(ids.isdisjoint(s.child for s in child.siblings or ()) for child in leaving) if going else 0


def _with_beds(vacancies: Vacancies | None, free: int, day: date) -> Vacancies | None:
    """The vacancies with so many beds more, or fewer; where it is not recorded how many there are, it stays so."""
    if vacancies is None or vacancies.beds is None or not free:
        return vacancies
    if not vacancies.beds:
        return Vacancies.model_validate({"beds": max(0, free), "from": day})
    return vacancies.model_copy(update={"beds": max(0, vacancies.beds + free)})
