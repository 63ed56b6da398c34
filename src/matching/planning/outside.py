"""Brothers and sisters who are not planned for: they live in a home of the register, and a child may join them."""

from collections.abc import Sequence

import numpy as np

from matching.explaining.found import Found
from matching.facts.of_siblings import lives_surely, siblings_to_be_with
from matching.planning.groups import Group
from matching.planning.parts import Part
from matching.solving.problem import Flags, Ints

Outside = list[tuple[str, str, Flags]]
"""A child of a part, a brother or sister outside the group to live with her, and in which homes the latter lives."""


def outside_of(group: Group, each: Sequence[Found]) -> Outside:
    """The brothers and sisters of a part who should live with it, are not planned for, and live in some home."""
    found = (
        (child.id, sibling, lives_surely(sibling, f.layout.question, f.layout.register))
        for f in each
        for child in f.layout.question.children
        for sibling in sorted(siblings_to_be_with(child, f.layout.question) - set(group.children))
    )
    return [(child, sibling, lives) for child, sibling, lives in found if lives.any()]


def joined_with(outside: Outside, part: Part, group: Group, rows: Ints) -> tuple[Ints, Flags]:
    """How many pairs each home would bring together with those outside, and where the whole group would be with all."""
    none = np.zeros(len(rows), dtype=np.int64)
    pairs = np.sum([none, *(lives[rows] for _, _, lives in outside)], axis=0).astype(np.int64)
    whole = bool(outside) and len(part.places) == len(group.children)
    return pairs, np.logical_and.reduce([np.full(len(rows), whole), *(lives[rows] for _, _, lives in outside)])
