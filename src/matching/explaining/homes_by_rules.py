"""Homes grouped by the rules that speak against them, so that a long register does not make a long answer."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matching.domain.ranking import HomesByRules

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


def homes_by_rules(against: Flags, rows: Rows, rules: Sequence[str], homes: Sequence[str]) -> tuple[HomesByRules, ...]:
    """A group for each set of rules: the homes at these rows, in this order; the fewest rules first.

    `against` has a row a home of the register and a column a rule; `homes` are the ids of the register.
    """
    if not len(rows):
        return ()
    sets, member = np.unique(np.packbits(against[rows], axis=1), axis=0, return_inverse=True)
    groups: list[list[str]] = [[] for _ in sets]
    for row, group in zip(rows.tolist(), member.reshape(-1).tolist(), strict=True):
        groups[group].append(homes[row])
    flags = np.unpackbits(sets, axis=1, count=len(rules)).astype(np.bool_)
    named = [tuple(r for r, speaks in zip(rules, line, strict=True) if speaks) for line in flags.tolist()]
    found = [HomesByRules(rules=r, homes=tuple(h)) for r, h in zip(named, groups, strict=True)]
    return tuple(sorted(found, key=lambda g: (len(g.rules), g.rules)))


def smallest(groups: Sequence[HomesByRules]) -> tuple[HomesByRules, ...]:
    """The groups whose rules hold no other group's: the smallest sets of reasons."""
    sets = [frozenset(g.rules) for g in groups]
    return tuple(g for g, mine in zip(groups, sets, strict=True) if not any(other < mine for other in sets))
