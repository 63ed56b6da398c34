"""How somebody who lives in a home belongs to it, and what follows."""

from collections.abc import Callable

from matching.domain.codes import Relation
from matching.domain.home import Member
from matching.facts.truth import UNKNOWN, truth

FOSTERED = frozenset({Relation.LOOKED_AFTER, Relation.PRIVATELY_FOSTERED})
LIVES_IN_CARE = frozenset({Relation.LOOKED_AFTER, Relation.RESIDENT})


def related(member: Member, holds: Callable[[Relation], bool]) -> int:
    """Whether a person's relation to the home is such."""
    return UNKNOWN if member.relation is None else truth(holds(member.relation))
