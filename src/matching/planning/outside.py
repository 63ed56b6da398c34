"""Brothers and sisters who are not planned for: they live in a home of the register, and a child may join them."""

from collections.abc import Sequence

import numpy as np

from matching.domain.child import Child
from matching.explaining.found import Found
from matching.facts.decided import overlaps
from matching.facts.of_siblings import lives_surely, siblings_to_be_with
from matching.planning.groups import Group
from matching.planning.parts import Part
from matching.solving.problem import Flags, Ints

Outside = list[tuple[str, str, Flags]]
"""A child of a part, a brother or sister outside the group to live with her, and in which homes the latter lives."""


def outside_of(group: Group, each: Sequence[Found]) -> Outside:
    """The brothers and sisters of a part who should live with it, are not planned for, and live in some home."""
    found = (
        (child.id, sibling, lives_surely(sibling, f.layout.question, f.layout.register) | _agreed(sibling, child, f))
        for f in each
        for child in f.layout.question.children
        for sibling in sorted(siblings_to_be_with(child, f.layout.question) - set(group.children))
    )
    return [(child, sibling, lives) for child, sibling, lives in found if lives.any()]


def _agreed(sibling: str, child: Child, found: Found) -> Flags:
    """The homes that are agreed for her in the time that is asked for a child, whoever is recorded to live there."""
    question, register = found.layout.question.about((child,)), found.layout.register
    flags = np.zeros(register.size, dtype=bool)
    for decided in (d for d in question.decided if d.child == sibling and d.home in register.row_of):
        row = register.row_of[decided.home or ""]
        flags[list(register.entries.get(row, (row,)))] |= overlaps(decided, question)
    return flags


def joined_with(outside: Outside, part: Part, group: Group, rows: Ints) -> tuple[Ints, Flags]:
    """How many pairs each home would bring together with those outside, and where the whole group would be with all."""
    none = np.zeros(len(rows), dtype=np.int64)
    pairs = np.sum([none, *(lives[rows] for _, _, lives in outside)], axis=0).astype(np.int64)
    whole = bool(outside) and len(part.places) == len(group.children)
    return pairs, np.logical_and.reduce([np.full(len(rows), whole), *(lives[rows] for _, _, lives in outside)])
