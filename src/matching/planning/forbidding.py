"""What forbids a plan that numbers could not say beforehand: asked of its shared households, and kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

import numpy as np

from matching.planning.company import Company, Options
from matching.planning.numbers import Numbers, apart_in_entries
from matching.planning.risks import Pair, Risks
from matching.solving.problem import Flags, Forbidden

Met = tuple[Pair, Options]

MOST_TRIED = 30
"""Households of one home that are forbidden one by one, before those who are found there are kept from each other."""

MOST_LOOKED_AT = 5_000
"""Options that are still open, of which every two in one home are looked at: some tenths of a second."""


class TriedEnough(Exception):
    """Too many households of one home were forbidden one by one: `instead` forbids more than the rules ask for."""

    def __init__(self, instead: Forbidden) -> None:
        super().__init__("too many households of one home were tried")
        self.instead = instead


class Forbidding:
    """Judges the households of plans. `cut_short` are the homes where more was forbidden than the rules ask for."""

    def __init__(self, numbers: Numbers, company: Company) -> None:
        self.numbers, self.company, self.risks = numbers, company, Risks(numbers, company.register)
        self.cut_short: set[str] = set()
        self._tried: Counter[int] = Counter()

    def of(self, options: Options) -> Forbidden:
        """What forbids that these options are chosen together; nothing where every household is lawful.

        Risks come first: to look for them takes no judging, and those whom they keep apart are not judged.
        """
        if met := self._met(options):
            return self._by_risk(met)
        return Forbidden((), tuple(self._counted(wrong) for wrong in self.company.unlawful(options)))

    def likely(self, still_open: Options) -> Forbidden:
        """Those at a risk who may still meet, unless they are too many to be looked at."""
        few = len(still_open) <= MOST_LOOKED_AT
        return self._by_risk(self._met(self._in_company(still_open))) if few else Forbidden()

    def _met(self, options: Options) -> list[Met]:
        return list(self.risks.met(self.company.shared(options).values()))

    def _in_company(self, options: Options) -> Options:
        """Those of these options beside which there may be others."""
        at = np.array(options, dtype=np.int64)
        return tuple(at[self._beside[at]].tolist())

    @cached_property
    def _beside(self) -> Flags:
        """Of each option whether there may be others: it allows more beds to be taken, or others live there who do."""
        options = self.numbers.problem.options
        lives = options.takes == 0
        open_home = np.zeros(self.numbers.problem.homes, dtype=bool)
        open_home[options.home[lives & (options.most > 0)]] = True
        beside: Flags = (options.most > options.takes) | lives | open_home[options.home]
        return beside

    def _by_risk(self, met: Sequence[Met]) -> Forbidden:
        """Those who meet at a risk are kept apart wherever it be; those who live together, but for where they do."""
        apart = sorted({pair for pair, _ in met if not self.risks.live_together(pair)})
        homes = sorted(set(self.company.register.entries.values()))
        limits = apart_in_entries(self.numbers.problem, homes, apart)
        moved = sorted({options for pair, options in met if self.risks.live_together(pair)})
        return Forbidden(tuple(apart), tuple(moved), tuple(limits))

    def _counted(self, wrong: Options) -> Options:
        """A set that is forbidden because it is unlawful. TriedEnough where too many of its home were."""
        home = self.company.household_of(wrong[0])
        self._tried[home] += 1
        if self._tried[home] > MOST_TRIED:
            self.cut_short.add(self.company.register.homes[home].id)
            raise TriedEnough(Forbidden((), tuple(self._every_two(wrong, home))))
        return wrong

    def _every_two(self, wrong: Options, home: int) -> Iterator[Options]:
        """Every two of these parts in any entries of the home: that they share it is not looked into any further."""
        options = self.numbers.problem.options
        rows = self.company.register.entries.get(home, (home,))
        there = [np.flatnonzero((options.part == options.part[o]) & np.isin(options.home, rows)) for o in wrong]
        for one, other in combinations(there, 2):
            yield from ((int(a), int(b)) for a in one for b in other)
