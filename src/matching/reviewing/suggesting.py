"""A home that the plan suggests for a child, with what it would be for her, what it asks for and what it waits for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.domain.made import made
from matching.domain.ranking import Option
from matching.domain.review import AlsoSuits, Chain, DutyCompared, Step, Suggested
from matching.explaining.found import Found
from matching.explaining.ranking import option_of
from matching.facts.catalogue import pair
from matching.planning.parts import questions_of
from matching.planning.telling import outstanding
from matching.reviewing.gaining import GAINED, LOST
from matching.reviewing.looked import Looked
from matching.reviewing.numbers import own_beds, own_carers
from matching.reviewing.planned import Dated, Planned

MOST_OTHERS = 5
WHERE = [pair.miles_from_home.name, pair.in_area.name, pair.in_adjoining_area.name]


@dataclass(frozen=True, eq=False)
class Suggesting:
    """Says what a plan suggests to each child; `looked` is what was found of each by herself."""

    planned: Planned
    looked: Mapping[str, Looked]

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The steps that hang together because one waits for a bed that another would leave."""
        sets = [of for of in _together(self.planned.steps) if len(of) > 1]
        return tuple(self._chain(number, steps) for number, steps in enumerate(sets, start=1))

    def _chain(self, number: int, steps: Sequence[Dated]) -> Chain:
        place = {step.option: k for k, step in enumerate(steps, start=1)}
        return made(Chain, number=number, steps=tuple(self._step(k, step, place) for k, step in enumerate(steps, 1)))

    def _step(self, number: int, step: Dated, place: Mapping[int, int]) -> Step:
        going = self._going(step.option)
        return made(
            Step,
            number=number,
            children=going,
            leaves=tuple(dict.fromkeys(self.looked[child].home or "" for child in going)),
            home=self._home(step.option),
            earliest=step.on,
            after=tuple(place[before] for before in step.after),
        )

    def _going(self, option: int) -> tuple[str, ...]:
        """The children of an option who do not live there."""
        numbers, there = self.planned.numbers, self._home(option)
        children = numbers.children_of(numbers.part_of(option))
        return tuple(child for child in children if self.looked[child].home != there)

    def _home(self, option: int) -> str:
        return self.planned.freed.home_of(self.planned.numbers.home_of(option)).id

    @cached_property
    def all(self) -> Mapping[str, Suggested]:
        """What is suggested, by child."""
        return dict(one for step in self.planned.steps for one in self._of(step))

    def _of(self, step: Dated) -> Iterator[tuple[str, Suggested]]:
        found, row = self._found(step.option), self.planned.numbers.home_of(step.option)
        option = option_of(found, row)
        for child in self._going(step.option):
            yield child, self._one(child, step, found, option)

    def _found(self, option: int) -> Found:
        """What is found of a part in its home, with all others in whom the plan suggests to come there."""
        planned = self.planned
        together = planned.company.shared(planned.solved.options).get(planned.company.household_of(option), (option,))
        part = planned.numbers.part_of(option)
        question, rest = next(questions_of(planned.numbers.groups[part.group], part.places))
        return planned.judging.found(planned.company.question_in_company(question, rest, option, together))

    def _one(self, child: str, step: Dated, found: Found, option: Option) -> Suggested:
        row, looked = self.planned.numbers.home_of(step.option), self.looked[child]
        k = [c.id for c in found.layout.question.children].index(child)
        duties = tuple(self._compared(found, k, row))
        facts = found.layout.frames[k][[row], WHERE].row(0)
        at = self.planned.freed.home_of(row)
        return made(
            Suggested,
            home=at.id,
            name=at.name,
            kind=option.kind,
            tier=option.tier,
            standing=option.standing,
            suitability=option.suitability,
            today=None if looked.unlawful else looked.suitability,
            credit=0 if looked.unlawful else self.planned.asks.policy.continuity_credit,
            miles=facts[0],
            inside=facts[1],
            distant=None if facts[1] is None or facts[2] is None else not (facts[1] or facts[2]),
            duties=duties,
            gains=tuple(d.title for d in duties if d.change == GAINED),
            loses=tuple(d.title for d in duties if d.change == LOST),
            approvals=tuple(a for a in outstanding(option) if a.child in (None, child)),
            together_with=self._with(child, step.option),
            earliest=step.on,
            waits_for=self._waits_for(step),
            chain=self._chain_of.get(step.option),
            stability_today=None if looked.unlawful else looked.stability,
            stability=option.stability,
        )

    def _compared(self, found: Found, k: int, row: int) -> Iterator[DutyCompared]:
        yield from self.planned.moving.gaining(found, k, np.array([row])).compared(0)

    def _with(self, child: str, option: int) -> tuple[str, ...]:
        """The brothers and sisters who would live with her there."""
        numbers = self.planned.numbers
        return tuple(other for other in numbers.children_of(numbers.part_of(option)) if other != child)

    def _waits_for(self, step: Dated) -> tuple[str, ...]:
        return tuple(child for before in step.after for child in self._going(before))

    @cached_property
    def _chain_of(self) -> Mapping[int, int]:
        sets = [of for of in _together(self.planned.steps) if len(of) > 1]
        return {step.option: number for number, steps in enumerate(sets, start=1) for step in steps}

    def others(self, child: str) -> Iterator[AlsoSuits]:
        """The first of the further homes that would serve a child better, and who would have their beds."""
        numbers, planned = self.planned.numbers, self.planned
        chosen = {self._home(step.option) for step in planned.steps if child in self._going(step.option)}
        alone = (k for k, f in enumerate(numbers.parts) if numbers.children_of(f.part) == (child,))
        shown = dict[str, AlsoSuits]()
        for k in alone:
            moves = planned.moves[k]
            rows = moves.found.rows[~moves.stays][np.argsort(moves.found.order[~moves.stays], kind="stable")]
            for row in rows.tolist():
                at = planned.freed.home_of(row)
                if at.id not in chosen and at.id not in shown:
                    shown[at.id] = self._also(row)
        yield from list(shown.values())[:MOST_OTHERS]

    def _also(self, row: int) -> AlsoSuits:
        at, register = self.planned.freed.home_of(row), self.planned.freed.register
        taken_by = tuple(c for s in self.planned.steps for c in self._going(s.option) if self._home(s.option) == at.id)
        own = bool(own_carers(register)[row]) and not self.planned.freed.left[row]
        return made(
            AlsoSuits,
            home=at.id,
            name=at.name,
            taken_by=taken_by,
            waits_for=tuple(sorted(self.planned.freed.left[row])),
            kept_free=own and not taken_by and self._none_left,
        )

    @cached_property
    def _none_left(self) -> bool:
        """Whether all beds of the council's own carers are used but for those that are kept."""
        freed, numbers = self.planned.freed, self.planned.numbers
        beds = own_beds(freed.register, freed.today)
        used = sum(
            max(0, int(numbers.problem.options.takes[s.option]) - len(freed.left[numbers.home_of(s.option)]))
            for s in self.planned.steps
            if beds[freed.base[numbers.home_of(s.option)]]
        )
        return used >= max(0, int(beds.sum()) - self.planned.asks.policy.beds_kept_free)


def _together(steps: Sequence[Dated]) -> list[list[Dated]]:
    """The steps in sets of which one waits for another, each in its order."""
    of = {step.option: {step.option} for step in steps}
    for step in steps:
        for before in step.after:
            joined = of[step.option] | of[before]
            of.update(dict.fromkeys(joined, joined))
    sets = dict.fromkeys(frozenset(of[step.option]) for step in steps)
    return [[step for step in steps if step.option in together] for together in sets]
