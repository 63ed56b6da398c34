"""Nothing fits: the smallest sets of rules that together forbid every home, and the single changes that open most."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.domain.codes import Outcome
from matching.domain.made import made
from matching.domain.nothing_fits import NothingFits, OpensHomes, ReasonsTogether
from matching.explaining.found import Found
from matching.explaining.steps import situation_of
from matching.explaining.trying import Trying
from matching.facts.changing.catalogue import CHANGEABLE
from matching.facts.changing.step import Changeable, Changes, Step, changed_case, together
from matching.facts.fact import facts_behind

MOST_SETS, MOST_RULES, MOST_CHANGES = 5, 6, 8
"""So many sets of rules are given, of so many rules at most, and so many single changes."""

MOST_DAYS = 40
"""So many ways of changing the referral are tried."""

Pattern = frozenset[str]


@dataclass(frozen=True)
class Register:
    """Every home of a register for children whom none of them may take."""

    trying: Trying
    base: Found
    proposed: dict[str, dict[Changeable, tuple[Step, ...]]] = field(default_factory=dict)

    @cached_property
    def ids(self) -> list[str]:
        """The homes, in the register's order."""
        return [home.id for home in self.base.layout.register.homes]

    @cached_property
    def forbidding(self) -> list[Pattern]:
        """For each home the rules that forbid it."""
        names = np.array([rule.id for rule in self.base.rulebook.rules], dtype=np.object_)
        return [frozenset(names[column].tolist()) for column in self._against.T]

    @property
    def _against(self) -> npt.NDArray[np.bool_]:
        against: npt.NDArray[np.bool_] = np.logical_or.reduce([j.against(Outcome.PROHIBITED) for j in self.base.judged])
        return against

    def steps(self, changeable: Changeable, home: str) -> tuple[Step, ...]:
        """What somebody could change of a home."""
        of_home = self.proposed.setdefault(home, {})
        if changeable not in of_home:
            of_home[changeable] = tuple(changeable.steps(situation_of(self.trying.case, self.base, home)))
        return of_home[changeable]


def nothing_fits(trying: Trying, base: Found) -> NothingFits | None:
    """Why no home is lawful, and the single changes that would open most; None where a home is."""
    if len(base.lawful):
        return None
    register = Register(trying, base)
    question = base.layout.question
    opens = sorted((of for of in _opening(register) if of.homes), key=lambda of: (-len(of.homes), of.fact, of.words))
    return made(
        NothingFits,
        referral=question.referral.id,
        children=question.referral.children,
        homes=register.base.layout.register.size,
        together=tuple(_together(register.forbidding)),
        opens=tuple(opens[:MOST_CHANGES]),
    )


def _together(forbidding: Sequence[Pattern]) -> Iterator[ReasonsTogether]:
    """The smallest sets of rules of which every home meets one."""
    for rules in smallest_hitting(set(forbidding))[:MOST_SETS]:
        counts = {rule: sum(rule in pattern for pattern in forbidding) for rule in rules}
        ordered = sorted(counts, key=lambda rule: (-counts[rule], rule))
        yield made(ReasonsTogether, rules=tuple(ordered), forbids=tuple(counts[rule] for rule in ordered))


def smallest_hitting(patterns: Collection[Pattern]) -> list[tuple[str, ...]]:
    """The sets of fewest rules that have one in common with every pattern, in order."""
    if not patterns:
        return []
    smallest = sorted(_without_larger(patterns), key=lambda pattern: (len(pattern), sorted(pattern)))
    frontier: set[Pattern] = {frozenset()}
    for _ in range(MOST_RULES):
        larger = {chosen | {rule} for chosen in frontier for rule in next(p for p in smallest if not p & chosen)}
        if hit := [chosen for chosen in larger if all(pattern & chosen for pattern in smallest)]:
            return sorted(tuple(sorted(chosen)) for chosen in hit)
        frontier = larger
    return []


def _without_larger(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The patterns that hold no other: whoever meets those meets all."""
    found = list(dict.fromkeys(patterns))
    return [pattern for pattern in found if not any(other < pattern for other in found)]


def _opening(register: Register) -> Iterator[OpensHomes]:
    """The single changes that open homes."""
    behind = {rule.id: facts_behind(rule.facts) for rule in register.base.rulebook.rules}
    for changeable in CHANGEABLE:
        hopeful = [
            home
            for home, rules in zip(register.ids, register.forbidding, strict=True)
            if all(changeable.fact.name in behind[rule] for rule in rules)
        ]
        steps = [(home, step) for home in hopeful for step in register.steps(changeable, home)]
        of_homes = {home: step for home, step in steps if step.most.keys() == {"homes"}}
        if of_homes:
            yield _of_each(register, changeable, of_homes)
        yield from _at_once(register, changeable, [step for home, step in steps if home not in of_homes])


def _of_each(register: Register, changeable: Changeable, steps: Mapping[str, Step]) -> OpensHomes:
    """What one change opens of each home: all are changed at once, since no home's rules look at another home."""
    case = changed_case(register.trying.case, together(step.most for step in steps.values()))
    (found,) = register.trying.whole([case])
    lawful = {found.layout.register.homes[row].id for row in found.lawful}
    opened = [home for home in steps if home in lawful]
    first = steps[opened[0]] if opened else next(iter(steps.values()))
    return _opens(changeable, first.words[-1], opened, first.most, at_once=False)


def _at_once(register: Register, changeable: Changeable, steps: Sequence[Step]) -> Iterator[OpensHomes]:
    """What changes of the referral or the child open, each of all homes at once."""
    changes = {
        str(change): (words, change) for step in steps for words, change in zip(step.words, step.changes, strict=True)
    }
    tried = list(changes.values())[:MOST_DAYS]
    cases = [changed_case(register.trying.case, change) for _, change in tried]
    for (words, change), found in zip(tried, register.trying.with_same_homes(cases), strict=True):
        opened = sorted(found.layout.register.homes[row].id for row in found.lawful)
        yield _opens(changeable, words, opened, change, at_once=True)


def _opens(changeable: Changeable, words: str, homes: Sequence[str], change: Changes, *, at_once: bool) -> OpensHomes:
    return made(
        OpensHomes,
        fact=changeable.fact.name,
        words=words,
        by=str(changeable.by),
        homes=tuple(homes),
        at_once=at_once,
        change=dict(change),
    )
