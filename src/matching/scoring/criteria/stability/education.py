"""Whether the child can stay at school, which counts for more in the years of examinations."""

from matching.facts.catalogue import child, pair
from matching.facts.fact import Fact
from matching.facts.links import Flags
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import exactly, falling
from matching.scoring.points import FULL, Amount, Points, amount
from matching.scoring.rows import Rows

FURTHER = 30
"""Minutes beyond the longest journey by which a school is no longer kept at all."""


def _beyond(minutes: Fact[int]) -> Amount:
    """By how many minutes a journey is longer than the longest that keeps a school."""
    of, longest = amount(minutes), amount(child.longest_school_journey)
    return Amount(lambda rows: of.series(rows) - longest.series(rows), of.facts | longest.facts)


def _may_keep(rows: Rows) -> Flags:
    """Whether the school may be kept though nobody recorded it: not from further away than a journey goes."""
    shortest = _beyond(pair.minutes_to_school_least).series(rows)
    return rows.unknown(pair.keeps_school) & ~(shortest > FURTHER)


@criterion(
    "education",
    head=Head.STABILITY,
    question="Can the child stay at the same school?",
    serves="Children Act 1989 s.22C(8)(b); Sebba et al. 2015 (from memory), a move of school in years 10 and 11",
)
def education() -> Points:
    """Full points where the carers can keep the school or the journey is short enough, none 30 minutes beyond that.

    Where nobody recorded which schools the carers can keep, the journey counts; they may keep it all the same.
    """
    beyond = falling(
        _beyond(pair.minutes_to_school),
        full_at=0,
        none_at=FURTHER,
        least=_beyond(pair.minutes_to_school_least),
        most=_beyond(pair.minutes_to_school_most),
    )
    kept = beyond.where(pair.keeps_school, exactly(FULL)).perhaps_full(_may_keep)
    return (
        kept.asked_where(child.registered_pupil, "not a registered pupil")
        .saying("about {pair.minutes_to_school} to the present school, kept up to {child.longest_school_journey}")
        .saying_where(pair.keeps_school, "the carers can keep the present school")
    )
