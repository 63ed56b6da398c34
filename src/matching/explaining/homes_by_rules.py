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
    sorted_ids, ends = homes[order].tolist(), [*starts[1:].tolist(), len(homes)]
    named = [tuple(compress(rules, speaks)) for speaks in against[:, order[starts]].T.tolist()]
    groups = zip(named, starts.tolist(), ends, strict=True)
    found = [HomesByRules(rules=r, homes=tuple(sorted_ids[start:end])) for r, start, end in groups]
    return tuple(sorted(found, key=lambda g: (len(g.rules), g.rules)))


def _keys(against: Flags) -> npt.NDArray[np.uint64]:
    """A number for each set of rules, one bit a rule; two sets never share one."""
    if len(against) > BITS:
        raise ValueError(f"{len(against)} rules do not fit into {BITS} bits: widen the key")
    bits = np.packbits(against, axis=0)
    keys = np.zeros((against.shape[1], BITS // 8), dtype=np.uint8)
    keys[:, : len(bits)] = bits.T
    return keys.view(np.uint64).ravel()


def smallest(groups: Sequence[HomesByRules]) -> tuple[HomesByRules, ...]:
    """The groups whose rules hold no other group's: the smallest sets of reasons."""
    sets = [frozenset(g.rules) for g in groups]
    return tuple(g for g, mine in zip(groups, sets, strict=True) if not any(other < mine for other in sets))
