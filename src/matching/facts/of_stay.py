"""How long each home can keep the child, beside how long the plan is for."""

from datetime import date
from typing import Any

import numpy as np

from matching.domain.ages import birthday, eighteenth_birthday
from matching.domain.child import Child
from matching.domain.codes import CarePlan, ReferralKind
from matching.domain.referral import Referral, end_of_stay
from matching.facts.catalogue import NO_LIMIT, child, home, pair
from matching.facts.ground import Ground
from matching.facts.kleene import Column, answered, known_where
from matching.facts.living import listed
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.stays import NOT_KNOWN, Days
from matching.facts.truth import NO, UNKNOWN, YES, Truths, any_of, truth

TO_ADULTHOOD = frozenset({CarePlan.LTFOST18, CarePlan.LTRELFR})
"""Plans for the rest of childhood with carers."""

LAST_AGE = 17


def to_adulthood(of: Child, referral: Referral) -> bool | None:
    """Whether the plan is for the rest of childhood: as the referral asks, or as the care plan says."""
    asked = None if referral.kind is None else referral.kind is ReferralKind.LONG_TERM
    planned = None if of.permanence_plan is None else bool(TO_ADULTHOOD & set(of.permanence_plan))
    found = any_of((truth(asked), truth(planned)))
    return None if found == UNKNOWN else found == YES


def stay_values(of: Child, question: Question) -> dict[str, Any]:
    """What is planned, and how long the child has lived where she lives now."""
    referral = question.referral
    end = eighteenth_birthday(of.born) if to_adulthood(of, referral) else end_of_stay(referral, of.born)
    return {
        child.to_adulthood.name: to_adulthood(of, referral),
        child.days_intended.name: None if end is None else max(0, (end - referral.start).days),
        child.days_there.name: days_lived(of, question),
        child.long_term_match.name: of.long_term_match,
    }


def days_lived(of: Child, question: Question) -> int | None:
    """How many days the child has lived where she lives now, when the stay starts."""
    since = of.current_since
    if not isinstance(since, date) or since < of.born:
        return None
    return max(0, (question.referral.start - since).days)


def stay_columns(question: Question, of: Child, there: Truths, register: Register) -> list[Column]:
    """How many days each home can keep the child, and whether its carers are approved for long-term stays."""
    days = days_open(question, of, there, register)
    return [
        known_where(pair.days_open, np.maximum(days, 0).astype(np.int32), days != NOT_KNOWN),
        answered(pair.approved_long_term, approved_long_term(register)),
    ]


def days_open(question: Question, of: Child, there: Truths, register: Ground) -> Days:
    """The least of what limits the stay, in days; who lives there holds her bed, and the longest stay runs already."""
    start, limits = question.referral.start.toordinal(), register.stays
    vacant = np.where(there == YES, NO_LIMIT, _from(limits.vacant_until, start))
    longest = np.where(there == YES, _left_of(limits.longest, days_lived(of, question)), limits.longest)
    parts = (vacant, longest, _until_too_old(of, start, limits.last_age))
    least: Days = np.minimum.reduce([np.where(p == NOT_KNOWN, NO_LIMIT, p) for p in parts])
    return np.where(np.logical_or.reduce([p == NOT_KNOWN for p in parts]), NOT_KNOWN, least)


def _left_of(longest: Days, lived: int | None) -> Days:
    """What is left of the longest stay to who has lived there so many days; unknown where that is not recorded."""
    limited = (longest != NO_LIMIT) & (longest != NOT_KNOWN)
    return np.where(limited, NOT_KNOWN if lived is None else np.maximum(0, longest - (lived or 0)), longest)


def _from(ordinals: Days, start: int) -> Days:
    """Days from the start to these days; what has no limit, or is not known, stays so."""
    limited = (ordinals != NO_LIMIT) & (ordinals != NOT_KNOWN)
    return np.where(limited, np.maximum(0, ordinals - start + 1), ordinals)


def _until_too_old(of: Child, start: int, last_age: Days) -> Days:
    """The days until the child is older than a home may keep her; one who may stay to 17 may stay."""
    found = np.where(last_age == NOT_KNOWN, NOT_KNOWN, NO_LIMIT)
    for age in np.unique(last_age[(last_age != NOT_KNOWN) & (last_age < LAST_AGE)]).tolist():
        too_old = birthday(of.born, age + 1).toordinal()
        found[last_age == age] = max(0, too_old - start)
    return found


def approved_long_term(register: Register) -> Truths:
    """Whether the terms of approval hold long-term stays; of other homes only a family centre is not for them."""
    lists = register.lists
    within = listed(lists.any_kind | lists.kinds[ReferralKind.LONG_TERM.value], register, home.terms.name)
    others = np.where(register.stays.passing, NO, YES)
    return np.where(register.fosters, within, others).astype(np.int8)
