"""`referrals.csv`: a row for each referral."""

from collections import Counter

from matching.cli.ruled_out import homes_in
from matching.cli.run.cells import levels, levels_of, made_up
from matching.cli.run.option_rows import not_recorded
from matching.domain.codes import PARTED
from matching.domain.ranking import HomesByRules, Option, Ranking
from matching.explaining.words import TIERS, count
from matching.reporting.cells import Row, several

HEADER = (
    "referral",
    "children",
    "in_the_order",
    *(f"in_{tier}" for tier in TIERS),
    "can_go_ahead",
    "needs_approval_in_full",
    "cannot_tell_in_full",
    "further_with_rules_to_settle",
    "ruled_out",
    "first_home",
    "first_name",
    *levels_of("first_suitability"),
    "first_standing",
    "first_is_a_close_call",
    "first_facts_missing",
    "cannot_place_because",
    "people_decide",
    "facts_hash",
    "made_up",
)


def referral_row(ranking: Ranking) -> Row:
    """What came out of a referral, in a row; what is said of the first option is empty where there is none."""
    in_tier = {group.tier: group.count for group in ranking.tiers}
    first = first_of(ranking)
    return (
        ranking.referral,
        several(ranking.children),
        sum(number for tier, number in in_tier.items() if tier != PARTED),
        *(in_tier.get(tier, 0) for tier in TIERS),
        *_by_standing(ranking),
        homes_in(ranking.ruled_out),
        *(_of_the_first(ranking, first) if first is not None else (None,) * 8),
        " | ".join(_in_words(ranking, group) for group in ranking.cannot_place_because),
        several(ranking.people_decide),
        ranking.facts_hash,
        made_up(ranking),
    )


def first_of(ranking: Ranking) -> Option | None:
    """The first option of the panel's order."""
    return next((option for group in ranking.tiers for option in group.options), None)


def _by_standing(ranking: Ranking) -> tuple[int, int, int, int]:
    """How many stand in which way; of those beyond the limit only the rules are known, not what each found."""
    in_full = Counter(option.standing for group in ranking.tiers for option in group.options if not option.parts)
    further_free = homes_in(group for group in ranking.beyond if not group.rules)
    further = homes_in(ranking.beyond) - further_free
    return in_full["met"] + further_free, in_full["needs_approval"], in_full["cannot_tell"], further


def _of_the_first(ranking: Ranking, first: Option) -> Row:
    return (
        first.home,
        first.name,
        *levels(first.suitability),
        first.standing,
        bool(first.close_call_with),
        len(not_recorded(ranking, first)),
    )


def _in_words(ranking: Ranking, group: HomesByRules) -> str:
    """How many homes are ruled out by which rules."""
    titles = {rule.id: rule.title for rule in ranking.rules}
    return f"{count(len(group.homes), 'home')}: {several(titles[rule] for rule in group.rules)}"
