"""Whether those whom a plan would put into one home may live there together: each judged with all the others in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product

import numpy as np

from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.facts.company import recorded_risk_between
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.numbers import Numbers
from matching.planning.parts import agreed, questions_of
from matching.rules.judging import judge
from matching.rules.rulebook import Rulebook

Options = tuple[int, ...]


class Company:
    """Judges parts in one home, each with all the others there. What was judged once is kept."""

    def __init__(self, numbers: Numbers, register: Register, rulebook: Rulebook) -> None:
        self.numbers, self.register, self.rulebook = numbers, register, rulebook
        self._known: dict[Options, bool] = {}

    def shared(self, chosen: Sequence[int]) -> Mapping[int, Options]:
        """The chosen options by the home in which they are, where there are several in one; its entries are one."""
        found: dict[int, list[int]] = {}
        for option in chosen:
            row = self.numbers.home_of(option)
            found.setdefault(self.register.entries.get(row, (row,))[0], []).append(option)
        return {home: tuple(options) for home, options in found.items() if len(options) > 1}

    def unlawful(self, chosen: Sequence[int]) -> list[Options]:
        """The smallest sets of chosen options that may not be chosen together, as the rules find them."""
        return [options for together in self.shared(chosen).values() for options in self._smallest(together)]

    def _smallest(self, together: Options) -> list[Options]:
        """Of those in one home, the smallest sets that may not live together; none where all may."""
        if self.may_live_together(together):
            return []
        sizes = range(2, len(together) + 1)
        by_size = ([s for s in combinations(together, size) if not self.may_live_together(s)] for size in sizes)
        return next(wrong for wrong in by_size if wrong)

    def may_live_together(self, options: Options) -> bool:
        """Whether no rule forbids it of anybody, and the rules about the household can tell."""
        if options not in self._known:
            self._known[options] = all(self._may(option, options) for option in options)
        return self._known[options]

    def at_risk(self, chosen: Sequence[int]) -> set[tuple[int, int]]:
        """Children, by their numbers, whom the chosen options bring together although a recorded risk is to be weighed.

        Those who both live in the home already are left as they are.
        """
        pairs = (pair for those in self.shared(chosen).values() for pair in combinations(those, 2))
        return {found for one, other in pairs if self._arrive(one, other) for found in self._risks(one, other)}

    def _arrive(self, one: int, other: int) -> bool:
        return bool(self.numbers.problem.options.takes[[one, other]].any())

    def _risks(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        for (a, child), (b, another) in product(self._records(one), self._records(other)):
            if recorded_risk_between(child, another):
                yield min(a, b), max(a, b)

    def _records(self, option: int) -> list[tuple[int, Child]]:
        """The children of an option, each with her number."""
        problem, part = self.numbers.problem, self.numbers.part_of(option)
        by_id = {child.id: child for q in self.numbers.groups[part.group].questions for child in q.children}
        ids = self.numbers.children_of(part)
        return [(n, by_id[i]) for n, i in zip(problem.members[int(problem.options.part[option])], ids, strict=True)]

    def question_in_company(self, question: Question, rest: Iterable[str], option: int, options: Options) -> Question:
        """The question about a part in a home, where the rest of it and all the other parts are agreed for theirs."""
        others = [d for o in options if o != option for d in agreed(self._children(o), self._home(o))]
        return question.with_agreed([*others, *agreed(rest, self._home(option))])

    def _may(self, option: int, options: Options) -> bool:
        """Whether one part may live there with the others: those who live there already are no new company."""
        if not any(self.numbers.problem.options.takes[o] for o in options if o != option):
            return True
        part = self.numbers.part_of(option)
        asked = questions_of(self.numbers.groups[part.group], part.places)
        return all(
            self._allows(self.question_in_company(question, rest, option, options), self._home(option))
            for question, rest in asked
        )

    def _children(self, option: int) -> tuple[str, ...]:
        return self.numbers.children_of(self.numbers.part_of(option))

    def _home(self, option: int) -> str:
        return self.register.homes[self.numbers.home_of(option)].id

    @cached_property
    def _few(self) -> Register:
        """The homes that may have more than one part in them, laid out by themselves."""
        options = self.numbers.problem.options
        open_ones = (options.most > options.takes) | (options.takes == 0)
        rows = set(np.unique(options.home[open_ones]).tolist()) | set(self.register.entries)
        return Register.of([self.register.homes[row] for row in sorted(rows)], self.register.directory)

    def _allows(self, question: Question, home: str) -> bool:
        register = with_decided(self._few, question)
        _, judged, _ = judge(lay_out(question, register), self.rulebook)
        row = register.row_of[home]
        outcomes = [found.outcomes[:, row] for found in judged]
        of_household = outcomes[0][list(self.rulebook.lines_of_household)]
        return bool(np.min(outcomes) != Outcome.PROHIBITED and of_household.min() >= Outcome.NEEDS_APPROVAL)
