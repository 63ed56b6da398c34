"""Whether the child is settled there already."""

from matching.facts.catalogue import child, pair
from matching.facts.links import Flags
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import exactly, rising
from matching.scoring.points import FULL, Points
from matching.scoring.rows import Rows

TWO_YEARS = 730
"""Days with the same carers: from then the national indicator counts a placement as stable."""


def _may_be_matched(rows: Rows) -> Flags:
    """Whether the child may be matched for the long term though nobody recorded it."""
    return rows.unknown(child.long_term_match)


@criterion(
    "settled",
    head=Head.STABILITY,
    question="Is the child settled there already?",
    serves="DfE, looked after children with the same carer for two years; Sebba et al. 2015 (from memory), each move",
)
def settled() -> Points:
    """None for a move; where the child lives now half from the first day, full from two years or a long-term match."""
    staying = rising(child.days_there, none_at=-TWO_YEARS, full_at=TWO_YEARS).at_least(FULL // 2)
    matched = staying.where(child.long_term_match, exactly(FULL)).perhaps_full(
        lambda rows: rows.unknown(child.long_term_match)
    )
    points = matched.only_where(pair.stays_in_home)
    return (
        points.asked_where(child.is_moving, "the child has no home that another would end")
        .saying("the child has lived here for {child.days_there}")
        .saying_where(pair.stays_in_home, "the child would move", holds=False)
    )
