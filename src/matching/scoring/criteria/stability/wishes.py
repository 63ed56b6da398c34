"""How much of what the child wishes for would be so."""

from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import share
from matching.scoring.points import Points


@criterion(
    "wishes",
    head=Head.STABILITY,
    question="Would what the child wishes for be so?",
    serves="Children Act 1989 s.22(4) and (5); Sinclair et al. 2003 to 2005 (from memory), the child's wish to stay",
)
def wishes() -> Points:
    """The share of what the child wants that would be so, and of what the child does not want that would not."""
    granted = share(pair.wishes_granted, pair.wishes_denied, of=child.wishes_told)
    return granted.asked_where(
        child.has_wishes, "no wishes that homes can be held against: read the child's own words"
    ).saying("wishes met: {pair.wishes_granted}; not met: {pair.wishes_denied}; nobody can tell: {pair.wishes_untold}")
