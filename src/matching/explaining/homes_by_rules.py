"""Homes grouped by the rules that speak against them, so that a long register does not make a long answer."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from matching.domain.made import made
from matching.domain.ranking import HomesByRules

Flags = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.object_]
Rows = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
BITS = 64


def homes_by_rules(against: Flags, rows: Rows, rules: Sequence[str], homes: Ids) -> tuple[HomesByRules, ...]:
    """A group for each set of rules: the homes at these rows, in this order; the groups with the fewest rules first.

    `against` has a line a rule and a column a home of the register; `homes` are the register's ids.
    """
    if not len(rows):
        return ()
    if 2 * len(rows) < against.shape[1]:  # a few of many
        against, homes, rows = against[:, rows], homes[rows], np.arange(len(rows))
    keys = _keys(against)[rows]
    order = np.argsort(keys, kind="stable")
    in_turn, rows = keys[order], rows[order]
    ends = np.append(np.flatnonzero(in_turn[1:] != in_turn[:-1]) + 1, len(rows))
    sorted_ids, named = homes[rows].tolist(), _named(against[:, rows[ends - 1]], rules)
    groups = zip(named, pairwise((0, *ends.tolist())), strict=True)
    found = [(r, tuple(sorted_ids[start:end])) for r, (start, end) in groups]
    found.sort(key=lambda group: (len(group[0]), group[0]))
    return tuple(made(HomesByRules, rules=r, homes=h) for r, h in found)


def _named(against: Flags, rules: Sequence[str]) -> list[tuple[str, ...]]:
    """For each column, the rules that speak there."""
    column, line = np.nonzero(against.T)
    named = np.array(rules, dtype=np.object_)[line].tolist()
    ends = np.searchsorted(column, np.arange(against.shape[1]), side="right").tolist()
    return [tuple(named[start:end]) for start, end in pairwise((0, *ends))]


def _keys(against: Flags) -> Keys:
    """A number for each set of rules, one bit a rule; two sets never share one."""
    if len(against) > BITS:
        raise ValueError(f"{len(against)} rules do not fit into {BITS} bits: widen the key")
    keys = np.zeros((BITS // 8, against.shape[1]), dtype=np.uint8)
    for k, speaks in enumerate(against.view(np.uint8)):
        keys[k // 8] |= speaks << k % 8
    return np.ascontiguousarray(keys.T).view(np.uint64).ravel()


def smallest(groups: Sequence[HomesByRules]) -> tuple[HomesByRules, ...]:
    """The groups whose rules hold no other group's: the smallest sets of reasons."""
    sets = [frozenset(g.rules) for g in groups]
    return tuple(g for g, mine in zip(groups, sets, strict=True) if not any(other < mine for other in sets))
