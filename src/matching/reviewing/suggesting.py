"""A home that the plan suggests for a child, with what it would be for her, what it asks for and what it waits for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.domain.made import made
from matching.domain.ranking import Option
from matching.domain.review import AlsoSuits, Because, Chain, DutyCompared, Step, Suggested
from matching.explaining.before_deciding import before_deciding
from matching.explaining.found import Found
from matching.explaining.ranking import option_of
from matching.facts.catalogue import pair
from matching.facts.question import Question
from matching.planning.parts import questions_of
from matching.planning.telling import outstanding
from matching.reviewing.gaining import GAINED, LOST
from matching.reviewing.looked import Looked
from matching.reviewing.numbers import own_beds, own_carers
from matching.reviewing.planned import Dated, Planned
from matching.solving.problem import Flags

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
        return tuple(self._chain(number, steps) for number, steps in enumerate(self._linked, start=1))

    @cached_property
    def _linked(self) -> list[list[Dated]]:
        """The sets of steps of which one waits for another."""
        return [of for of in _together(self.planned.steps) if len(of) > 1]

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

    @cached_property
    def _by_option(self) -> Mapping[int, tuple[str, ...]]:
        """Of each step the children who do not live there."""
        return {step.option: self._found_going(step.option) for step in self.planned.steps}

    def _going(self, option: int) -> tuple[str, ...]:
        """The children of a step's option who do not live there."""
        return self._by_option[option]

    def _found_going(self, option: int) -> tuple[str, ...]:
        numbers, there = self.planned.numbers, self._home(option)
        children = numbers.children_of(numbers.part_of(option))
        return tuple(child for child in children if self.looked[child].home != there)

    def _home(self, option: int) -> str:
        return self.planned.freed.home_of(self.planned.numbers.home_of(option)).id

    @cached_property
    def all(self) -> Mapping[str, Suggested]:
        """What is suggested, by child."""
        asked = [self._asked(step.option) for step in self.planned.steps]
        each = zip(self.planned.steps, self.planned.judging.each(asked), strict=True)
        return dict(one for step, found in each for one in self._of(step, found))

    def _of(self, step: Dated, found: Found) -> Iterator[tuple[str, Suggested]]:
        option = option_of(found, self.planned.numbers.home_of(step.option))
        for child in self._going(step.option):
            yield child, self._one(child, step, found, option)

    @cached_property
    def _shared(self) -> Mapping[int, tuple[int, ...]]:
        """The options that share a home in the plan."""
        return self.planned.company.shared(self.planned.solved.options)

    def _asked(self, option: int) -> Question:
        """The question about a part in its home, with all others in whom the plan suggests to come there."""
        planned = self.planned
        together = self._shared.get(planned.company.household_of(option), (option,))
        part = planned.numbers.part_of(option)
        question, rest = next(questions_of(planned.numbers.groups[part.group], part.places))
        return planned.company.question_in_company(question, rest, option, together)

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
            before=tuple(
                made(Because, id=gap.id, words=gap.because)
                for gap in before_deciding(found.layout.question, self.planned.freed.register)
                if gap.child in {None, child}
            ),
            together_with=self._with(child, step.option),
            earliest=step.on,
            waits_for=self._waits_for(step),
            chain=self._chain_of.get(step.option),
            stability_today=looked.stability,
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
        return {step.option: number for number, steps in enumerate(self._linked, start=1) for step in steps}

    @cached_property
    def mended(self) -> frozenset[str]:
        """Children whose home a rule forbids today, and would not once others live elsewhere as the plan suggests."""
        numbers, planned = self.planned.numbers, self.planned
        stays = (o for o in planned.solved.options if self._stays_lawfully(o))
        children = (c for o in stays for c in numbers.children_of(numbers.part_of(o)))
        return frozenset(c for c in children if c in self.looked and self.looked[c].unlawful)

    def _stays_lawfully(self, option: int) -> bool:
        """Whether a part stays, in a home that no rule forbids any of it by then."""
        numbers = self.planned.numbers
        part = int(numbers.problem.options.part[option])
        at = option - int(numbers.first_option[part])
        moves = self.planned.moves[part]
        return bool(moves.stays[at]) and int(moves.lawful[at]) == len(moves.found.part.places)

    def others(self, child: str) -> tuple[AlsoSuits, ...]:
        """The first of the further homes that would serve a child better, and who would have their beds."""
        if child not in self._part_of:
            return ()
        moves, shown = self.planned.moves[self._part_of[child]], dict[str, int]()
        rows = moves.found.rows[~moves.stays][np.argsort(moves.found.order[~moves.stays], kind="stable")]
        for row in rows.tolist():
            at = self.planned.freed.home_of(row).id
            if child not in self._coming.get(at, ()):
                shown.setdefault(at, row)
            if len(shown) == MOST_OTHERS:
                break
        return tuple(self._also(row) for row in shown.values())

    @cached_property
    def _part_of(self) -> Mapping[str, int]:
        """For each child the part that she is by herself."""
        numbers = self.planned.numbers
        alone = ((numbers.children_of(f.part), k) for k, f in enumerate(numbers.parts) if len(f.part.places) == 1)
        return {children[0]: k for children, k in alone}

    @cached_property
    def _coming(self) -> Mapping[str, tuple[str, ...]]:
        """Who would come to each home."""
        found: dict[str, tuple[str, ...]] = {}
        for step in self.planned.steps:
            found[self._home(step.option)] = (*found.get(self._home(step.option), ()), *self._going(step.option))
        return found

    @cached_property
    def _own(self) -> Flags:
        return own_carers(self.planned.freed.register)

    def _also(self, row: int) -> AlsoSuits:
        at = self.planned.freed.home_of(row)
        taken_by = self._coming.get(at.id, ())
        own = bool(self._own[row]) and not self.planned.freed.left[row]
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
