"""Which reasons an option owes because a tier before its own has a lawful one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.domain.made import made
from matching.domain.policy import Policy
from matching.domain.ranking import ReasonOwed
from matching.explaining.found import Found
from matching.explaining.own_home import own_homes

RULE_OF = {
    Tier.PARENTS: "CA89-22C-2",
    Tier.FAMILY_AND_FRIENDS: "CA89-22C-7A",
    Tier.IN_HOUSE: "POL-IN-HOUSE-FIRST",
}
"""Whose reason is owed where a tier is passed over: a statute's for the first two, the council's for the third."""

WORDS = {
    Tier.PARENTS: "a parent",
    Tier.FAMILY_AND_FRIENDS: "family or friends",
    Tier.IN_HOUSE: "the council's own carers",
}
IN_HOUSE_FIRST, MOVES = RULE_OF[Tier.IN_HOUSE], "CPPCR-14"
MAY_GO_ON = "lives in a home that may go on: the reason for a move is to be recorded"
EARLY_PERMANENCE = "CA89-22C-9A"
COULD = "could care for the child: why not is to be recorded"
MAY_YET = "may yet be able to care for the child: settle that, or record why not"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Passed:
    """The lawful options of each group that may be passed over, by the group's place in the order."""

    place: int
    rule: str
    because: str
    homes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReasonsOwed:
    """The groups with a lawful option, first to last, and the place of every lawful row's own group."""

    passed: tuple[Passed, ...]
    places: np.ndarray
    found: Found
    own: Mapping[str, int]

    @classmethod
    def of(cls, found: Found, policy: Policy) -> "ReasonsOwed":
        """Find the options of each tier, and of fostering for adoption where that is a step of its own."""
        places = found.placing.place_in(policy)
        return cls(tuple(_passed(found, policy, places)), places, found, own_homes(found))

    def for_option(self, at: int) -> tuple[ReasonOwed, ...]:
        """The reasons that the option at a place among the lawful rows owes: for passing others over, and for a move.

        To stay owes no reason under the council's own order of tiers: that order is for finding a home.
        """
        row = int(self.found.lawful[at])
        stays = row in self.own.values()
        before = (p for p in self.passed if p.place < self.places[at] and not (stays and p.rule == IN_HOUSE_FIRST))
        passed_over = [made(ReasonOwed, rule=p.rule, because=p.because, homes=p.homes) for p in before]
        return (*passed_over, *self._of_moves(row))

    def _of_moves(self, row: int) -> Iterator[ReasonOwed]:
        """The reason for each child who would leave a home that may go on."""
        for child, own in self.own.items():
            if row != own and self.found.standing[own] >= Outcome.NEEDS_APPROVAL:
                home = self.found.layout.register.homes[own].id
                yield made(ReasonOwed, rule=MOVES, because=f"{child} {MAY_GO_ON}", homes=(home,))


def _passed(found: Found, policy: Policy, places: np.ndarray) -> Iterator[Passed]:
    """Each group that may be passed over: with a lawful option, or by statute with one that nobody can tell yet."""
    early, standing = found.placing.adoption_considered, found.standing[found.lawful]
    for place in sorted(set(places.tolist())):
        rows = found.ordered.at[places[found.ordered.at] == place]
        tier = None if found.placing.early[rows[0]] else policy.tiers[place // 2]
        rule, words = _whose(tier, early=early)
        lawful = rows[standing[rows] >= Outcome.NEEDS_APPROVAL]
        may = lawful if len(lawful) or tier is Tier.IN_HOUSE else rows
        if rule and len(may):
            said = COULD if len(lawful) else MAY_YET
            ids = tuple(found.layout.register.homes[row].id for row in found.lawful[may[:MOST_NAMED]])
            yield Passed(place, rule, f"{words} {said}", ids)


def _whose(tier: Tier | None, *, early: bool) -> tuple[str, str]:
    """The rule by which a reason is owed where a group is passed over, and the group in words."""
    if tier is None:
        return EARLY_PERMANENCE, "carers who may also adopt"
    if tier is Tier.FAMILY_AND_FRIENDS and early:
        return EARLY_PERMANENCE, WORDS[tier]
    return RULE_OF.get(tier, ""), WORDS.get(tier, "")
