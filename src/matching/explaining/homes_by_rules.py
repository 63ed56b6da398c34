"""Homes grouped by the rules that speak against them, so that a long register does not make a long answer."""

from collections.abc import Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from matching.domain.ranking import HomesByRules

Flags = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.object_]
BITS = 64


def homes_by_rules(against: Flags, rules: Sequence[str], homes: Ids) -> tuple[HomesByRules, ...]:
    """A group for each set of rules: the homes in this order; the groups with the fewest rules first.

    `against` has a line a rule and a column a home.
    """
    if not len(homes):
        return ()
    keys = _keys(against)
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]]))
    groups = np.split(homes[order], starts[1:])
    named = [tuple(compress(rules, speaks)) for speaks in against[:, order[starts]].T.tolist()]
    found = [HomesByRules(rules=r, homes=tuple(g.tolist())) for r, g in zip(named, groups, strict=True)]
    return tuple(sorted(found, key=lambda g: (len(g.rules), g.rules)))


def _keys(against: Flags) -> npt.NDArray[np.uint64]:
    """A number for each set of rules, one bit a rule; two sets never share one."""
    if len(against) > BITS:
        raise ValueError(f"{len(against)} rules do not fit into {BITS} bits: widen the key")
    bits = np.uint64(1) << np.arange(len(against), dtype=np.uint64)
    keys: npt.NDArray[np.uint64] = (against * bits[:, None]).sum(axis=0, dtype=np.uint64)
    return keys


def smallest(groups: Sequence[HomesByRules]) -> tuple[HomesByRules, ...]:
    """The groups whose rules hold no other group's: the smallest sets of reasons."""
    sets = [frozenset(g.rules) for g in groups]
    return tuple(g for g, mine in zip(groups, sets, strict=True) if not any(other < mine for other in sets))
