"""A plan that was read, told once more from its case: what it says of its homes and children should be the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import orjson

from matching.domain.made import changed
from matching.domain.plan import AimReached, Plan
from matching.facts.question import Question
from matching.planning.answering import Answering
from matching.planning.company import Company
from matching.planning.groups import Agenda, agenda
from matching.planning.judging import Judging
from matching.planning.looking import looked_into
from matching.planning.numbers import Numbers
from matching.planning.telling import Teller
from matching.rules.rulebook import rulebook_on
from matching.solving.problem import Solved

Told = dict[str, Any]

NOT_TOLD_AGAIN = frozenset({"aims", "proven", "bound", "next_best", "costs_others", "costs_incomplete", "differs"})
"""What only solving tells, and what is looked at elsewhere: the aims are counted, the next plans told by themselves."""
WORDS = {"weekly": "cost", "option": "reasons", "with_them": "company"}


@dataclass(frozen=True, eq=False)
class Again:
    """Tells plans of a case once more."""

    questions: Sequence[Question]
    judging: Judging

    def faults(self, plans: Sequence[Plan]) -> Iterator[str]:
        """What a plan and those that come next say otherwise than it is found."""
        unknown = [fault for plan in plans for fault in self._unknown(plan)]
        yield from unknown
        if not unknown:
            found = self._answering.answer([self._solved(plan) for plan in plans])
            yield from _otherwise(plans[0], found, sorted(set(Plan.model_fields) - NOT_TOLD_AGAIN))
            for number, (read, told) in enumerate(zip(plans[1:], found.next_best, strict=True), start=2):
                fields = sorted((set(Plan.model_fields) - NOT_TOLD_AGAIN) | {"differs"})
                yield from (f"plan {number}: {fault}" for fault in _otherwise(read, told, fields))

    def _unknown(self, plan: Plan) -> Iterator[str]:
        """Parts of which nothing was found in their home."""
        for group, home, places in self._parts(plan):
            if self._option(group, home, places) is None:
                children = ", ".join(self._numbers.groups[group].children[place] for place in places)
                yield f"homes: {home} is not among those that are found for {children}"

    @cached_property
    def _agenda(self) -> Agenda:
        return agenda(self.questions)

    @cached_property
    def _numbers(self) -> Numbers:
        return looked_into(self._agenda.groups, self.judging)

    @cached_property
    def _answering(self) -> Answering:
        company = Company(self._numbers, self.judging.register, rulebook_on(self.questions[0].day))
        return Answering(self.questions, self._agenda, Teller(self._numbers, self.judging, company))

    def _solved(self, plan: Plan) -> Solved:
        """The plan in numbers; that it reaches the best possible is taken from it, and not told."""
        parts = list(self._parts(plan))
        options = tuple(sorted(o for part in parts if (o := self._option(*part)) is not None))
        divisions = tuple(self._division(group, parts) for group in range(len(self._numbers.groups)))
        value = self._numbers.problem.value(options, divisions)
        return Solved(options, tuple(sorted(divisions)), value, value)

    def _parts(self, plan: Plan) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        """Those of each group who would live in one home, by their places in it."""
        home_of = {child: assignment.home for assignment in plan.assignments for child in assignment.children}
        for number, group in enumerate(self._numbers.groups):
            homes = [home_of.get(child) for child in group.children]
            for home in dict.fromkeys(home for home in homes if home is not None):
                yield number, home, tuple(place for place, of in enumerate(homes) if of == home)

    def _option(self, group: int, home: str, places: tuple[int, ...]) -> int | None:
        """The option of these children in a home; None where there is none."""
        numbers, number = self._numbers, self._part_number.get((group, places))
        if number is None:
            return None
        at = np.flatnonzero(numbers.parts[number].rows == self.judging.register.row_of[home])
        return int(numbers.first_option[number] + at[0]) if len(at) else None

    @cached_property
    def _part_number(self) -> dict[tuple[int, tuple[int, ...]], int]:
        return {(found.part.group, found.part.places): number for number, found in enumerate(self._numbers.parts)}

    def _division(self, group: int, parts: Sequence[tuple[int, str, tuple[int, ...]]]) -> int:
        """The way in which a group is divided: those without a home are each alone."""
        together = [places for of, _, places in parts if of == group]
        placed = {place for places in together for place in places}
        alone = [(place,) for place in range(len(self._numbers.groups[group].children)) if place not in placed]
        wanted = {self._part_number[group, places] for places in (*together, *alone)}
        divisions = self._numbers.problem.divisions
        return next(d for d in np.flatnonzero(divisions.group == group).tolist() if set(divisions.parts[d]) == wanted)


def _words(aim: AimReached) -> AimReached:
    """What an aim says beside what is reached."""
    return changed(aim, reached=0, best_possible=0)


def _otherwise(read: Plan, told: Plan, fields: Sequence[str]) -> Iterator[str]:
    """What a plan says otherwise than it is told again: both as a file holds them."""
    one, other = (orjson.loads(plan.model_dump_json(warnings=False)) for plan in (read, told))
    if [_words(aim) for aim in read.aims] != [_words(aim) for aim in told.aims]:
        yield "aims: told otherwise than it is found"
    for field in fields:
        if field == "assignments":
            yield from _of_homes(one[field], other[field])
        elif one[field] != other[field]:
            yield f"{field}: told otherwise than it is found"


def _of_homes(read: Sequence[Told], told: Sequence[Told]) -> Iterator[str]:
    """What a plan says of who would live where, and is not so."""
    if [of["children"] for of in read] != [of["children"] for of in told]:
        yield "assignments: not in the order of the referrals, or not one for each of them"
        return
    for one, other in zip(read, told, strict=True):
        if wrong := [WORDS.get(field, field.replace("_", " ")) for field in one if one[field] != other[field]]:
            whose = f"{one['home']} for {', '.join(one['children'])}"
            yield f"homes: told of {whose} otherwise than it is found: {', '.join(wrong)}"
