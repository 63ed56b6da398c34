"""Whom a review leaves alone: no other home is suggested, for a reason that is shown.

Source: the council's practice for placements outside the area ("where safe and appropriate"), as set out for this
engine: matched for the long term, key stage 4, wants to stay, away for safety, came lately, another plan under way,
therapy under way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from matching.domain.ages import eighteenth_birthday, months_after, years_on
from matching.domain.child import Child
from matching.domain.codes import Assessment, CarePlan
from matching.domain.made import made
from matching.domain.policy import ReviewPolicy
from matching.domain.review import Because
from matching.explaining.words import day as in_full
from matching.facts.of_school import school_year

EXAM_YEARS = (10, 11)
EXAM_AGES = range(13, 17)
"""Ages at which somebody may be in years 10 and 11: of others it need not be recorded in which year they are."""

GOING_HOME = frozenset({CarePlan.RETURN1M, CarePlan.RETURN6M})
NEARLY_GROWN = 12
"""So many months before somebody is 18 no other home is suggested: practice, beside the council's own list."""

GUARDIANSHIP = "special_guardianship"


@dataclass(frozen=True, slots=True)
class When:
    """The day of the review, the first on which anybody could leave, the policy, and for how many days wishes hold."""

    day: date
    start: date
    policy: ReviewPolicy
    wishes_hold: int = 28


Said = tuple[bool | None, str]
"""Whether a reason holds, None where that is not recorded, and in words."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """The reasons that surely hold for a child, and those of which nobody can tell."""

    surely: tuple[Because, ...]
    perhaps: tuple[Because, ...]


def left_alone(child: Child, when: When) -> LeftAlone:
    """The reasons for which no other home is suggested to a child, and what is not recorded of them."""
    said = [(reason, *check(child, when)) for reason, check in REASONS.items()]
    surely = (made(Because, id=i, words=words) for i, holds, words in said if holds)
    perhaps = (made(Because, id=i, words=words) for i, holds, words in said if holds is None)
    return LeftAlone(tuple(surely), tuple(perhaps))


def _matched(child: Child, _: When) -> Said:
    if child.long_term_match is None:
        return None, "it is not recorded whether the child is matched with these carers for the long term"
    return child.long_term_match, "matched with these carers for the long term"


def _exams(child: Child, when: When) -> Said:
    year = child.school.year_group if child.school else None
    if year is None:
        may_be = years_on(child.born, when.start) in EXAM_AGES
        return (None if may_be else False), "it is not recorded in which school year the child is"
    years = range(year, year + 1 + school_year(when.start) - school_year(when.day))
    return any(y in EXAM_YEARS for y in years), "in key stage 4, or in it when another home could begin"


def _wants_to_stay(child: Child, when: When) -> Said:
    wishes = child.wishes
    if wishes is not None and "stay" in (wishes.wants or ()):
        return True, "the child wants to stay"
    if wishes is not None and wishes.words and not wishes.wants and not wishes.does_not_want:
        return None, "the child's own words are recorded, nobody coded what they ask for: read them, and ask the child"
    if wishes is not None and wishes.not_ascertained_because and not wishes.ascertained_on:
        return False, ""
    if wishes is None or wishes.wants is None:
        return None, "it is not recorded what the child wishes for: ask the child"
    return _asked_lately(wishes.ascertained_on, when)


def _asked_lately(on: date | bool | None, when: When) -> Said:
    """Whether the child was asked lately enough: what she says of staying may be another today."""
    if not isinstance(on, date) or on > when.day:
        return None, "it is not recorded when the child was asked about wishes: ask the child"
    if on < when.day - timedelta(days=when.wishes_hold):
        return None, f"the child was last asked on {in_full(on)}, over {when.wishes_hold} days ago: ask the child again"
    return False, ""


def _nearly_grown(child: Child, when: When) -> Said:
    of_age = eighteenth_birthday(child.born)
    soon = of_age <= months_after(when.day, NEARLY_GROWN)
    return soon, f"is 18 on {in_full(of_age)}: no other home is suggested so near to it; look at the pathway plan"


def _away_for_safety(child: Child, _: When) -> Said:
    if child.away_for_safety is None:
        return None, "it is not recorded whether the child is away for safety"
    return child.away_for_safety, "away from home for safety"


def _came_lately(child: Child, when: When) -> Said:
    since = child.current_since
    if not isinstance(since, date):
        return None, "it is not recorded since when the child lives there"
    lately = months_after(since, when.policy.settling_months) > when.day
    return lately, f"came on {in_full(since)}: left to settle for {when.policy.settling_months} months"


def _adoption(child: Child, _: When) -> Said:
    planned = None if child.permanence_plan is None else CarePlan.ADOPTION in child.permanence_plan
    others = (child.considering_adoption, child.ought_to_be_placed, child.s19_consent, child.placement_order)
    if planned or any(others):
        return True, "a plan for adoption is under way"
    return (None if planned is None else False), "it is not recorded what the plan for permanence is"


def _guardianship(child: Child, when: When) -> Said:
    """An order of a kind that nobody recorded may be about that."""
    kinds = [o.kind for o in child.court_orders or () if o.until is None or o.until >= when.day]
    if any(GUARDIANSHIP in kind for kind in kinds if kind is not None):
        return True, "special guardianship is before a court"
    known = child.court_orders is not None and None not in kinds
    return (False if known else None), "it is not recorded whether special guardianship is before a court"


def _going_home(child: Child, _: When) -> Said:
    """Of a plan that is not recorded, the reason about adoption says so already."""
    return bool(GOING_HOME & set(child.permanence_plan or ())), "a return home within six months is planned"


def _family(child: Child, _: When) -> Said:
    """Not a reason in itself: whom she should live with must be known before anything is suggested."""
    unnamed = child.siblings is None or any(
        sibling.child is None and sibling.assessment is not Assessment.APART for sibling in child.siblings
    )
    return (None if unnamed else False), "it is not recorded who the child's brothers and sisters are"


def _therapy(child: Child, when: When) -> Said:
    until = child.therapy_until
    if until is None:
        return None, "it is not recorded whether therapy is under way"
    if isinstance(until, date):
        return until >= when.day, f"therapy is under way until {in_full(until)}"
    return False, ""


REASONS: dict[str, Callable[[Child, When], Said]] = {
    "matched_long_term": _matched,
    "key_stage_4": _exams,
    "wants_to_stay": _wants_to_stay,
    "away_for_safety": _away_for_safety,
    "came_lately": _came_lately,
    "adoption": _adoption,
    "special_guardianship": _guardianship,
    "going_home": _going_home,
    "therapy": _therapy,
    "nearly_grown": _nearly_grown,
    "brothers_and_sisters": _family,
}
"""Each reason by its id."""
