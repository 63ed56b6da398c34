"""Whether those whom a plan would put into one home may live there together: each judged with all the others in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from matching.domain.codes import Outcome
from matching.explaining.many import outcomes_of_many
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.numbers import Numbers
from matching.planning.parts import agreed, questions_of
from matching.rules.rulebook import Rulebook, Standings

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
            found.setdefault(self.household_of(option), []).append(option)
        return {home: tuple(options) for home, options in found.items() if len(options) > 1}

    def household_of(self, option: int) -> int:
        """The row of an option's home; of one with several entries the first."""
        return self._rows(option)[0]

    def _rows(self, option: int) -> tuple[int, ...]:
        row = self.numbers.home_of(option)
        return self.register.entries.get(row, (row,))

    def unlawful(self, chosen: Sequence[int]) -> list[Options]:
        """The smallest sets of chosen options that may not be chosen together, as the rules find them."""
        shared = [*self.shared(chosen).values()]
        self._judge(shared)
        return [options for together in shared for options in self._smallest(together)]

    def _smallest(self, together: Options) -> list[Options]:
        """Of those in one home, the smallest sets that may not live together; none where all may."""
        if self.may_live_together(together):
            return []
        sizes = range(2, len(together) + 1)
        by_size = ([s for s in combinations(together, size) if not self.may_live_together(s)] for size in sizes)
        return next(wrong for wrong in by_size if wrong)

    def may_live_together(self, options: Options) -> bool:
        """Whether no rule forbids it of anybody, and the rules about the household can tell."""
        self._judge([options])
        return self._known[options]

    def _judge(self, households: Sequence[Options]) -> None:
        """Judge those households that were not yet, all at once: each part in its home with all the others there."""
        new = [options for options in households if options not in self._known]
        if not new:
            return
        asked = [(options, option, q) for options in new for option in options for q in self._asked(option, options)]
        self._known.update((options, True) for options in new)
        for (options, _, _), may in zip(asked, self._allowed([(option, q) for _, option, q in asked]), strict=True):
            self._known[options] &= may

    def _asked(self, option: int, options: Options) -> Iterator[Question]:
        """What is asked about one part there: nothing where the others live there already, and are no new company."""
        if any(self.numbers.problem.options.takes[o] for o in options if o != option):
            part = self.numbers.part_of(option)
            for question, rest in questions_of(self.numbers.groups[part.group], part.places):
                yield self.question_in_company(question, rest, option, options)

    def _allowed(self, asked: Sequence[tuple[int, Question]]) -> list[bool]:
        """Whether the rules allow each. Only their homes are laid out: rules that look at all others ask less."""
        homes = sorted({row for option, _ in asked for row in self._rows(option)})
        register = Register.of([self.register.homes[row] for row in homes], self.register.directory)
        found = outcomes_of_many([question for _, question in asked], register, self.rulebook)
        at = (homes.index(self.numbers.home_of(option)) for option, _ in asked)
        return [self._allows(outcomes[..., row]) for outcomes, row in zip(found, at, strict=True)]

    def _allows(self, outcomes: Standings) -> bool:
        """Whether no rule forbids it of any child, and those about the household can tell."""
        of_household = outcomes[0][list(self.rulebook.lines_of_household)]
        return bool(outcomes.min() != Outcome.PROHIBITED and of_household.min() >= Outcome.NEEDS_APPROVAL)

    def question_in_company(self, question: Question, rest: Iterable[str], option: int, options: Options) -> Question:
        """The question about a part in a home, where the rest of it and all the other parts are agreed for theirs."""
        others = [d for o in options if o != option for d in agreed(self._children(o), self._home(o))]
        return question.with_agreed([*others, *agreed(rest, self._home(option))])

    def _children(self, option: int) -> tuple[str, ...]:
        return self.numbers.children_of(self.numbers.part_of(option))

    def _home(self, option: int) -> str:
        return self.register.homes[self.numbers.home_of(option)].id
