"""Brothers and sisters in several homes, in short: how many ways there are, who is where, and how many beds lack."""

from collections.abc import Sequence

from matching.cli.answer import Answer
from matching.domain.codes import PARTED
from matching.domain.ranking import Option, TierOptions
from matching.explaining.words import count

BEDS_FREE, BEDS_NEEDED = "home.vacant_beds", "household.beds_needed"


def ways(answer: Answer) -> str:
    """How many ways there are to divide them: `14 ways to part them`; nothing where there is none."""
    several = [tier for tier in answer.ranking.tiers if any(option.parts for option in tier.options)]
    return " and ".join(_of_tier(tier) for tier in several)


def _of_tier(tier: TierOptions) -> str:
    return f"{count(tier.count, 'way')} {'to part them' if tier.tier == PARTED else 'in several homes'}"


def who_is_where(way: Option) -> str:
    """The children of each home, in short: `amy, bea: oak; cy: elm`."""
    return "; ".join(f"{', '.join(part.children)}: {part.home}" for part in way.parts)


def beds_lacking(home: str, ruled_out: Sequence[Option]) -> str:
    """How many beds lack in a home that all of them cannot have: ` (2 of 3 beds are free: 1 lacks)`; else nothing."""
    facts = next((option.facts for option in ruled_out if option.home == home), {})
    free, needed = facts.get(BEDS_FREE), facts.get(BEDS_NEEDED)
    if not isinstance(free, int) or not isinstance(needed, int) or free >= needed:
        return ""
    lacks = needed - free
    return f" ({free} of {count(needed, 'bed')} {'is' if free == 1 else 'are'} free: {lacks} {_lack(lacks)})"


def _lack(beds: int) -> str:
    return "lacks" if beds == 1 else "lack"
