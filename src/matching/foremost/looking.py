"""Which homes may be among a referral's first options: how good each can be, and how many must still be judged."""

from dataclasses import dataclass, field

import numpy as np

from matching.domain.codes import Outcome
from matching.explaining.found import Found
from matching.facts.catalogue import child as of_child
from matching.facts.catalogue import options
from matching.facts.links import Flags, Rows
from matching.facts.of_child import Values
from matching.facts.question import Question
from matching.facts.strangers import knowing
from matching.foremost.at_best import numbers_at_best
from matching.foremost.prospects import Prospects, values_of
from matching.rules.rule import OPTIONS
from matching.scoring.ordering import ABOVE_SUITABILITY, Ints
from matching.scoring.weighing import Scale

NO_LAST = int(np.iinfo(np.int64).max)
FIRST_LOOK, FURTHER = 2.4, 4
"""How many times as many homes as options are judged first, and how many times as many in each further round."""

NOWHERE = np.empty(0, dtype=np.int64)


@dataclass(eq=False)
class Looking:
    """One question, asked until it is enough.

    `possible` are the prospects that no rule surely prohibits, with the `group` of each (its tier, and residential care
    after fostering), `nearest` those of the groups that were looked into so far, the best first, with the `least`
    number that each can have in the order. The first `judged` of them, those that know the children and `families`
    are what is to be judged.
    """

    question: Question
    top: int
    prospects: Prospects
    values: list[Values]
    scale: Scale
    knowing: Rows
    possible: Rows
    group: Ints
    into: int = -1
    nearest: Rows = field(default_factory=lambda: NOWHERE)
    least: Ints = field(default_factory=lambda: NOWHERE)
    judged: int = 0
    families: Rows = field(default_factory=lambda: NOWHERE)

    @classmethod
    def of(cls, question: Question, prospects: Prospects, top: int, scale: Scale) -> "Looking":
        """Ready for its first round."""
        register = prospects.register
        values = [values_of(question, c, register) for c in question.children]
        by = scale.heeding(of[of_child.key_stage.name] for of in values)
        known = knowing(question, register)
        possible = np.flatnonzero(_without(prospects.possible(values), known, prospects.rows))
        group = prospects.groups(values, scale.policy)[possible].astype(np.int64)
        looking = cls(question, top, prospects, values, by, known, possible, group)
        looking._further(int(FIRST_LOOK * top))
        return looking

    @property
    def rows(self) -> Rows:
        """The rows of the register that are to be judged, in no order; one may come twice."""
        those = self.prospects.rows[self.nearest[: self.judged]]
        return np.concatenate((self.knowing, those, self.families))

    def is_enough(self, found: Found) -> bool:
        """Whether what was found of those rows settles the first options; if not, more rows are to be judged."""
        before = self.judged, len(self.families)
        last = int(found.ordered.key[self.top - 1]) if len(found.ordered.key) >= self.top else NO_LAST
        self._look_into(last >> ABOVE_SUITABILITY)
        may_be_before = int(np.searchsorted(self.least, last, side="right"))
        if may_be_before > self.judged:
            self.judged = min(may_be_before, self.judged * FURTHER)
        elif not _settled(found, last):
            self.families = self._families()
        return (self.judged, len(self.families)) == before

    def _further(self, number: int) -> None:
        """Look into the first groups, until so many homes may be judged."""
        for group in np.unique(self.group).tolist():
            if len(self.nearest) < number:
                self._look_into(group)
        self.judged = min(number, len(self.nearest))

    def _look_into(self, group: int) -> None:
        """Look at all homes of the groups up to one: how good they can be at best."""
        new = self.possible[(self.group > self.into) & (self.group <= group)]
        self.into = max(self.into, group)
        if len(new):
            least = numbers_at_best(self.question, self.values, self.prospects, new, self.scale)
            at = np.argsort(least)
            self.nearest, self.least = np.append(self.nearest, new[at]), np.append(self.least, least[at])

    def _families(self) -> Rows:
        """The family homes that may be open to the children."""
        rows = self.prospects.rows[self.possible]
        families: Rows = rows[self.prospects.register.families[rows]]
        return families


def _without(possible: Flags, known: Rows, rows: Rows) -> Flags:
    """Without the homes that know the children: they are judged anyway."""
    at = np.searchsorted(rows, known)
    there = at < len(rows)
    there[there] = rows[at[there]] == known[there]
    left = possible.copy()
    left[at[there]] = False
    return left


def _settled(found: Found, last: int) -> bool:
    """Whether it is settled what the rules about all homes find of the options up to the last.

    A family home that is surely open to the child settles it. Where none was found it does not matter as long as no
    such rule leaves an option open that may be one of the first.
    """
    open_to_her = found.layout.asked[options.lawful_family_home.name]
    if open_to_her is True:
        return True
    near = found.lawful[found.ordered.at[found.ordered.key >> ABOVE_SUITABILITY <= last >> ABOVE_SUITABILITY]]
    lines = [k for k, rule in enumerate(found.rulebook.rules) if rule.about is OPTIONS]
    left_open = [j.outcomes[lines][:, near] == Outcome.CANNOT_TELL for j in found.judged]
    return open_to_her is None and not np.any(left_open)
