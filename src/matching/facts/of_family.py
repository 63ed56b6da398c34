"""What came of asking the family, for each home: whether it was ruled out for this child."""

from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.child import Child, FamilyExplored
from matching.domain.codes import FamilyOutcome
from matching.facts.catalogue import pair
from matching.facts.kleene import Column
from matching.facts.register import Register
from matching.facts.truth import NO, Truths

NOT_ASKED = "not_asked"

PARENTS = frozenset({"parent", "mother", "father"})
NO_PARENTS = frozenset(
    {
        *("aunt", "uncle", "cousin", "sibling", "sister", "brother", "friend", "family_friend", "neighbour", "teacher"),
        *("grandparent", "grandmother", "grandfather", "great_aunt", "great_uncle", "great_grandmother"),
        *("godparent", "godmother", "godfather", "former_carer", "great_grandfather"),
    }
)
"""Words for people who are surely no parents; any other word of this open list may mean one."""

RULED_OUT = (FamilyOutcome.RULED_OUT_WELFARE, FamilyOutcome.NOT_PRACTICABLE, FamilyOutcome.DECLINED)


def family_outcome(child: Child, connected: Truths, register: Register, day: date) -> Column:
    """What came of asking whether the child could live in each home; unknown where the record leaves it open."""
    found = pl.Series(pair.family_outcome.name, [NOT_ASKED]).new_from_index(0, register.size)
    said = dict.fromkeys(np.flatnonzero(_may_be_meant(child, connected, register)).tolist())
    for name in {e.home for e in child.family_explored or () if e.home}:
        if (row := register.row_of.get(name)) is not None:
            said[row] = _worst([e for e in child.family_explored or () if e.home == name], day)
    return Column(pair.family_outcome.name, found.scatter(list(said), list(said.values())) if said else found)


def _worst(entries: list[FamilyExplored], day: date) -> str | None:
    """What the entries about one home say together: ruled out if any does, unknown if any leaves it open."""
    ruled_out = [e.outcome for e in entries if e.outcome in RULED_OUT and counts(e, day)]
    if ruled_out:
        return ruled_out[0].value if ruled_out[0] else None
    proposed = all(e.outcome is FamilyOutcome.PROPOSED for e in entries)
    return FamilyOutcome.PROPOSED.value if proposed else None


def counts(entry: FamilyExplored, day: date) -> bool:
    """Whether an entry may be of a day up to this one."""
    return entry.on is None or (entry.on is not False and entry.on <= day)


def _may_be_meant(child: Child, connected: Truths, register: Register) -> npt.NDArray[np.bool_]:
    """Homes of parents, and of people connected to the child, that an entry without a home may be about."""
    of_parents, of_family = register.of_parents, register.of_connected & (connected != NO)
    unnamed = [e for e in child.family_explored or () if e.home is None and e.outcome is not FamilyOutcome.PROPOSED]
    silent = child.family_explored is None
    may_be_parents = silent or any(e.relation is None or e.relation not in NO_PARENTS for e in unnamed)
    may_be_family = silent or any(e.relation is None or e.relation not in PARENTS for e in unnamed)
    meant: npt.NDArray[np.bool_] = (of_parents & may_be_parents) | (of_family & may_be_family)
    return meant
