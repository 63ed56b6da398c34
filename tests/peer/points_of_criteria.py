"""Every criterion's points once more, for one child and one home, from what each says of itself and the nouns alone.

No columns: plain numbers, and fractions, so that nothing is rounded before the end. Points run from 0 to 10,000; what
is not asked has none. Written from the docstrings of `scoring/criteria`, so that a slip in an expression shows.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import inf, pi, sqrt
from typing import NamedTuple

from tests.peer.knowing import Known, opposite, some
from tests.peer.pairing import Pairing
from tests.peer.points_company import own_near_in_age, risks_now, risks_to_weigh, unrelated_children
from tests.peer.points_journeys import half_up
from tests.peer.points_questions import (
    Found,
    approved_long_term,
    days_open,
    days_planned,
    days_there,
    family_hours,
    family_minutes,
    in_area,
    is_pupil,
    keeps_school,
    longest_to_school,
    miles_from_home,
    needs_found,
    siblings_asked,
    siblings_found,
    stays_in_home,
    to_adulthood,
    to_school,
    wishes_asked,
    wishes_found,
)

FULL = 10_000
KINDS_OF_SUPPORT = frozenset(
    [
        "supervising_social_worker",
        "training",
        "support_group",
        "respite",
        "out_of_hours",
        "mockingbird_hub",
        "therapist",
        "therapy",
        "therapeutic",
        "clinical_supervision",
        "education_on_site",
        "key_worker",
    ]
)
Number = Fraction | float | Decimal


class Scored(NamedTuple):
    """Points at least, as things are known, and at most; and whether the criterion asks anything here."""

    low: int
    central: int
    high: int
    asked: bool = True


NOT_ASKED, NOBODY_KNOWS = Scored(0, 0, 0, asked=False), Scored(0, 0, FULL)
Scores = Callable[[Pairing], Scored]


def exactly(points: int) -> Scored:
    return Scored(points, points, points)


def whole(points: Fraction) -> int:
    """Whole hundredths between none and full."""
    return half_up(min(max(points, Fraction(0)), Fraction(FULL)))


def along(value: Number, none_at: int, full_at: int) -> int:
    """Points on the straight line from where there are none to where they are full."""
    if value == inf:
        return 0 if none_at > full_at else FULL
    return whole((Fraction(value) - none_at) * FULL / (full_at - none_at))


def ranged(levels: tuple[Number, Number, Number] | None, none_at: int, full_at: int) -> Scored:
    """The longest gives the low points and the shortest the high ones."""
    if levels is None:
        return NOBODY_KNOWS
    least, about, most = levels
    return Scored(along(most, none_at, full_at), along(about, none_at, full_at), along(least, none_at, full_at))


def shared(found: Found, lost_at_least: float = 1) -> Scored:
    """The share that is so; at most what is not surely otherwise. Where there is nothing, all of it.

    What is lost is whole points before the evidence lessens it at the high.
    """
    if found.of is None:
        return NOBODY_KNOWS
    if not found.of:
        return exactly(FULL)
    low = whole(Fraction(found.so * FULL, found.of))
    lost = FULL - whole(Fraction((found.of - found.not_so) * FULL, found.of))
    return Scored(low, low, whole(FULL - Fraction(lost * lost_at_least)))


def log_odds(r: float) -> float:
    """What an association amounts to, halved."""
    return (2 * r / sqrt(1 - r**2)) * pi / sqrt(3) / 2


WEAKEST_OF_REPORTED = log_odds(0.24) / log_odds(0.29)


def needs_and_skills(pair: Pairing) -> Scored:
    found = needs_found(pair)
    return NOT_ASKED if found.of == 0 else shared(found, WEAKEST_OF_REPORTED)


def siblings(pair: Pairing) -> Scored:
    return NOT_ASKED if siblings_asked(pair) is False else shared(siblings_found(pair))


def wishes(pair: Pairing) -> Scored:
    return NOT_ASKED if wishes_asked(pair) is False else shared(wishes_found(pair))


def education(pair: Pairing) -> Scored:
    if is_pupil(pair) is False:
        return NOT_ASKED
    keeps, found, longest = keeps_school(pair), to_school(pair), longest_to_school(pair)
    if keeps:
        return exactly(FULL)
    if found is None or longest is None:
        return NOBODY_KNOWS
    by_journey = ranged(found.all, longest + 30, longest)
    may_keep = keeps is None and found.least <= longest + 30
    return by_journey._replace(high=FULL) if may_keep else by_journey


def household(pair: Pairing) -> Scored:
    counts = (
        (unrelated_children(pair), 500, 2_000),
        (own_near_in_age(pair), 1_500, 3_000),
        (risks_to_weigh(pair), 1_000, 2_000),
        (risks_now(pair), 1_000, 2_000),
    )
    low = FULL - sum(min(of.most * each, most) for of, each, most in counts)
    high = FULL - sum(min(of.least * each, most) for of, each, most in counts)
    return Scored(int(low), int(low), int(high))


def settled(pair: Pairing) -> Scored:
    if pair.child.current_home is False:
        return NOT_ASKED
    stays_there = stays_in_home(pair)
    if stays_there is False:
        return exactly(0)
    days = days_there(pair)
    stays = FULL // 2 if days is None else whole(Fraction(FULL, 2) + Fraction(FULL, 2) * Fraction(days, 730))
    least, most = (FULL, FULL) if pair.child.long_term_match else (stays, FULL if days is None else stays)
    if pair.child.long_term_match is None:
        most = FULL
    surely = stays_there is True
    return Scored(least if surely else 0, least if surely else 0, most)


def family_time(pair: Pairing) -> Scored:
    return NOT_ASKED if pair.child.family_time == () else ranged(family_hours(pair), 24, 4)


def intended_length(pair: Pairing) -> Scored:
    planned, open_for = days_planned(pair), days_open(pair)
    if planned == 0 or open_for == inf:
        found = exactly(FULL)
    elif planned is None or open_for is None:
        found = NOBODY_KNOWS
    else:
        found = exactly(whole(Fraction(int(open_for), planned) * FULL))
    free = some((opposite(to_adulthood(pair)), approved_long_term(pair)))
    low = found.low if free is True else min(found.low, FULL // 2)
    high = min(found.high, FULL // 2) if free is False else found.high
    return Scored(low, low, high)


def carers_experience(pair: Pairing) -> Scored:
    if not pair.fostering:
        return NOT_ASKED
    years = pair.home.years_fostering
    return NOBODY_KNOWS if years is None else exactly(along(years, 0, 10))


def carers_support(pair: Pairing) -> Scored:
    support = pair.home.support
    return NOBODY_KNOWS if support is None else exactly(along(len(KINDS_OF_SUPPORT & set(support)), 0, 3))


def near_home(pair: Pairing) -> Scored:
    if pair.child.home_postcode is False:
        return NOT_ASKED
    found = miles_from_home(pair)
    if found is None:
        return NOBODY_KNOWS
    return exactly(along(found, 3, 20) if pair.child.away_for_safety else along(found, 40, 3))


def school_journey(pair: Pairing) -> Scored:
    found = to_school(pair)
    return NOT_ASKED if is_pupil(pair) is False else ranged(found.all if found else None, 75, 10)


def family_journey(pair: Pairing) -> Scored:
    return NOT_ASKED if pair.child.family_time == () else ranged(family_minutes(pair), 90, 15)


def within_area(pair: Pairing) -> Scored:
    if pair.child.away_for_safety:
        return NOT_ASKED
    inside = in_area(pair, [pair.asked.authority_of(pair.child)])
    beside = in_area(pair, pair.asked.case.authority.adjoining)
    low, high = _by_area(inside is True, beside is True), _by_area(inside is not False, beside is not False)
    return Scored(low, low, high)


def _by_area(inside: bool, beside: bool) -> int:
    return FULL if inside else (FULL // 2 if beside else 0)


def full_price(pair: Pairing) -> Decimal | None:
    """What the home costs in full: as recorded, else all its parts together, if it is no allowance and no block."""
    cost = pair.home.cost
    if cost is None or cost.full_weekly is not None:
        return cost.full_weekly if cost else None
    parts = (cost.weekly, cost.education, cost.health, cost.transport)
    known = [part for part in parts if part is not None]
    whole_price = len(known) == len(parts) and cost.basis not in {None, "allowance"} and not of_a_block(pair)
    return sum(known, Decimal()) if whole_price else None


def of_a_block(pair: Pairing) -> Known:
    """Whether the bed is paid for already, by its contract or by the basis of its price; None where neither is said."""
    contract, basis = pair.home.block_contract, pair.home.cost.basis if pair.home.cost else None
    if contract or basis == "block":
        return True
    return None if contract is None and basis is None else False


def full_cost(pair: Pairing) -> Scored:
    full, cost = full_price(pair), pair.home.cost
    if full is not None:
        return exactly(along(full, 6_000, 500))
    parts = (cost.weekly, cost.education, cost.health, cost.transport) if cost else ()
    known = [part for part in parts if part is not None]
    return Scored(0, 0, along(sum(known, Decimal()), 6_000, 500) if known else FULL)


def marginal_cost(pair: Pairing) -> Scored:
    full, cost = full_price(pair), pair.home.cost
    block, weekly = of_a_block(pair), cost.weekly if cost else None
    if block is not None:
        added = full if block else weekly
        return NOBODY_KNOWS if added is None else exactly(along(added, 6_000, 500))
    if weekly is None or full is None:
        return NOBODY_KNOWS if weekly is None else Scored(0, 0, along(weekly, 6_000, 500))
    dear, cheap = (along(which(full, weekly), 6_000, 500) for which in (max, min))
    return Scored(dear, dear, cheap)


HEADS: dict[str, dict[str, Scores]] = {
    "stability": {
        "needs-and-skills": needs_and_skills,
        "siblings": siblings,
        "education": education,
        "household": household,
        "wishes": wishes,
        "settled": settled,
        "family-time": family_time,
        "intended-length": intended_length,
        "carers-experience": carers_experience,
        "carers-support": carers_support,
    },
    "distance": {
        "near-home": near_home,
        "school-journey": school_journey,
        "family-journey": family_journey,
        "within-area": within_area,
    },
    "cost": {"full-cost": full_cost, "marginal-cost": marginal_cost},
}
