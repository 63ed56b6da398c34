"""A case with changes asked again: of one home alone while a change is sought, of all the homes once it is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.explaining.found import Found, find_stacked
from matching.facts.everybody import entries_of, with_everybody
from matching.facts.question import Question, ask
from matching.facts.register import Register
from matching.scoring.ordering import ID_BITS
from matching.scoring.weighing import Scale

AT_ONCE = 24
"""So many changed cases are laid out under each other at once."""


@dataclass(frozen=True)
class Trying:
    """One referral of a case, which can be asked again with changes; `register` is of the case as it stands."""

    case: Case
    asked: Question
    register: Register
    scale: Scale

    def question(self, case: Case) -> Question:
        """The question as a changed case puts it; the children's fingerprint is that of the case as it stands."""
        return ask(case, self.asked.referral.id, self.asked.figures, self.asked.everyone_hash)

    def whole(self, cases: Sequence[Case]) -> list[Found]:
        """What is found of every home in each of these."""
        return list(self._found([(case, case) for case in cases]))

    def alone(self, cases: Sequence[Case], home: str) -> list["Alone"]:
        """What is found of one home in each of these: of other homes only those entries that are the same home."""
        return self.each_alone([(case, home) for case in cases])

    def each_alone(self, asked: Sequence[tuple[Case, str]]) -> list["Alone"]:
        """The same, of a home of its own in each case."""
        of_size: dict[int, list[int]] = {}
        for k, (_, home) in enumerate(asked):
            of_size.setdefault(len(self._entries(home)), []).append(k)
        found: dict[int, Alone] = {}
        for those in of_size.values():
            only = [(asked[k][0], _only(asked[k][0], self._entries(asked[k][1]))) for k in those]
            found.update((k, Alone(of, asked[k][1])) for k, of in zip(those, self._found(only), strict=True))
        return [found[k] for k in range(len(asked))]

    def is_shared(self, home: str) -> bool:
        """Whether the home has other entries: what changes of one may change them."""
        return home in self._same_home

    def with_same_homes(self, cases: Sequence[Case]) -> list[Found]:
        """What is found of every home in each of these, which change nothing but the children and the referral."""
        questions = [self.question(case) for case in cases]
        some = (questions[at : at + AT_ONCE] for at in range(0, len(questions), AT_ONCE))
        return [found for few in some for found in find_stacked(few, [self.register] * len(few), self.scale)]

    def _found(self, cases: Sequence[tuple[Case, Case]]) -> Iterator[Found]:
        for at in range(0, len(cases), AT_ONCE):
            some = cases[at : at + AT_ONCE]
            questions = [self.question(case) for case, _ in some]
            homes = [with_everybody(of) for _, of in some]
            yield from find_stacked(questions, Register.several(homes, self.register.directory), self.scale)

    def _entries(self, home: str) -> frozenset[str]:
        return self._same_home.get(home, frozenset([home]))

    @cached_property
    def _same_home(self) -> dict[str, frozenset[str]]:
        """The entries of the home that an entry is part of, where there are several."""
        homes = self.case.homes
        return {homes[row].id: frozenset(homes[k].id for k in rows) for row, rows in entries_of(homes).items()}


def _only(case: Case, ids: frozenset[str]) -> Case:
    """The case with these homes alone, and those who live there by their own record."""
    homes = tuple(home for home in case.homes if home.id in ids)
    return case.model_copy(
        update={"homes": homes, "children": tuple(c for c in case.children if c.current_home in ids)}
    )


Place = tuple[int, str]
"""Where a home stands in the panel's order: what made the order, then its id; the smaller, the further in front."""


@dataclass(frozen=True)
class Alone:
    """What was found of one home in a changed case, beside which the other homes are as they were."""

    found: Found
    home: str

    @cached_property
    def row(self) -> int:
        """Its row in what was found."""
        return self.found.layout.register.row_of[self.home]

    @property
    def standing(self) -> Outcome:
        """The worst that a rule found of it."""
        return Outcome(int(self.found.standing[self.row]))

    @property
    def is_lawful(self) -> bool:
        """Whether no rule forbids it."""
        return self.standing is not Outcome.PROHIBITED

    @cached_property
    def forbidding(self) -> tuple[str, ...]:
        """The rules that forbid it."""
        lines = np.logical_or.reduce([j.outcomes[:, self.row] == Outcome.PROHIBITED for j in self.found.judged])
        return tuple(rule.id for rule, speaks in zip(self.found.rulebook.rules, lines, strict=True) if speaks)

    @cached_property
    def among(self) -> int:
        """Its position among the lawful homes; it must be one."""
        return int(np.flatnonzero(self.found.lawful == self.row)[0])

    @cached_property
    def place(self) -> Place:
        """Where it would stand among all homes; it must be lawful."""
        return place_of(self.found, int(np.flatnonzero(self.found.ordered.at == self.among)[0]))

    @property
    def group(self) -> int:
        """The group of the panel's order that it is in; it must be lawful."""
        return int(self.found.placing.place_in(self.found.scale.policy)[self.among])


def place_of(found: Found, at: int) -> Place:
    """Where the home at a place of the order stands, whatever other homes there are."""
    row = int(found.lawful[found.ordered.at[at]])
    return int(found.ordered.key[at]) >> ID_BITS, found.layout.register.homes[row].id
