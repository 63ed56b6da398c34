"""Which facts somebody could change, and who; which nobody is ever offered to change, and why."""

from collections.abc import Mapping
from functools import partial

from matching.domain.codes import NeedDomain
from matching.facts.catalogue import child, home, household, pair, referral
from matching.facts.changing import approval, record, registration, room, stay, support, terms
from matching.facts.changing.step import Changeable
from matching.facts.changing.who import Who

SKILLS = tuple(
    Changeable(home.skills, Who.PLACEMENTS, partial(record.skill_in, domain), recorded=True) for domain in NeedDomain
)

CHANGEABLE: tuple[Changeable, ...] = (
    Changeable(home.vacant_beds, Who.HOME, room.more_beds),
    Changeable(home.vacant_from, Who.HOME, room.free_from_the_start),
    Changeable(home.vacant_until, Who.HOME, room.free_to_the_end),
    Changeable(referral.start, Who.SOCIAL_WORKER, room.later_start),
    Changeable(referral.expected_end, Who.SOCIAL_WORKER, stay.shorter_stay),
    Changeable(home.terms_age_min, Who.DECISION_MAKER, terms.younger),
    Changeable(home.terms_age_max, Who.DECISION_MAKER, terms.older),
    Changeable(home.terms_sex, Who.DECISION_MAKER, terms.any_sex),
    Changeable(home.terms_max_children, Who.DECISION_MAKER, terms.more_children),
    Changeable(pair.kind_within_terms, Who.DECISION_MAKER, terms.this_kind),
    Changeable(pair.approved_long_term, Who.DECISION_MAKER, terms.long_term),
    Changeable(pair.named_in_terms, Who.DECISION_MAKER, terms.named_too),
    Changeable(home.approval_status, Who.DECISION_MAKER, approval.approved_in_full),
    Changeable(home.agreement_signed, Who.FOSTERING_SERVICE, approval.agreement_signed),
    Changeable(home.temporary_from, Who.NOMINATED_OFFICER, approval.temporary_from_the_start),
    Changeable(home.extended_until, Who.NOMINATED_OFFICER, approval.extended_once),
    Changeable(home.registration_status, Who.HOME_AND_OFSTED, registration.registered),
    Changeable(home.registered_places, Who.HOME_AND_OFSTED, registration.more_places),
    Changeable(home.purpose_age_min, Who.HOME_AND_PURPOSE, registration.younger),
    Changeable(home.purpose_age_max, Who.HOME_AND_PURPOSE, registration.older),
    Changeable(home.purpose_sex, Who.HOME_AND_PURPOSE, registration.any_sex),
    Changeable(home.access, Who.HOME, registration.access_made),
    Changeable(pair.family_outcome, Who.FAMILY, stay.family_asked_again),
    Changeable(pair.keeps_school, Who.TRANSPORT, support.taxi_to_school),
    Changeable(home.support_kinds, Who.FOSTERING_SERVICE, support.more_support),
    *SKILLS,
    Changeable(home.years_fostering, Who.PLACEMENTS, record.years, recorded=True),
    Changeable(home.support_kinds, Who.PLACEMENTS, record.support, recorded=True),
    Changeable(pair.keeps_school, Who.PLACEMENTS, record.keeps_school, recorded=True),
    Changeable(home.pets, Who.PLACEMENTS, record.pets, recorded=True),
    Changeable(home.full_weekly_cost, Who.PLACEMENTS, record.full_cost, recorded=True),
    Changeable(home.connected_to, Who.SOCIAL_WORKER, record.connected, recorded=True),
    Changeable(pair.impact_accepted, Who.REGISTERED_MANAGER, record.impact_accepted, recorded=True),
)
"""In the order in which steps are named. A home's own support is its service's to give, whoever runs it."""

NEVER: Mapping[str, str] = {
    household.someone_to_keep_apart.name: "it keeps apart people who must not live together",
    pair.near_a_place_to_avoid.name: "it keeps the child away from a place that is not safe for her or him",
    pair.risk_not_taken.name: "it is for the carers to say which risks they can keep everybody safe from",
    pair.past_risk_not_taken.name: "it is for the carers to say which risks they can keep everybody safe from",
    child.risks.name: "what is recorded of the child's risks protects the child and others",
    home.does_not_take.name: "it is for the carers to say which risks they can keep everybody safe from",
    child.keep_away_from.name: "it keeps the child away from a place that is not safe for her or him",
    child.deprivation_of_liberty.name: "it is for a court and for people, not for a list",
    child.legal_status.name: "it is for a court and for people, not for a list",
    child.born.name: "the child is as old as she or he is",
    child.age_disputed.name: "the child is as old as she or he is",
    child.sex.name: "it is who the child is",
    child.religion.name: "it is who the child is",
    child.languages.name: "it is who the child is",
    home.religion.name: "it is who the carers are",
    child.wishes.name: "it is what the child says",
    child.access_needs.name: "it is what the child cannot do without",
    child.needs.name: "it is what the child needs",
    child.family_explored.name: "what the family said, and what was found of the child's welfare, stands",
    pair.impact_rejected.name: "those who run the home found that it would not be right for all who live there",
    home.restricted.name: "inspectors restricted admissions to protect children",
    household.requirements_met.name: "it is what the referral says the child cannot do without",
    referral.required.name: "it is what the referral says the child cannot do without",
}
"""Facts that protect a child, or say who somebody is. Where one of these rules a home out, nothing is to be changed."""

FIXED: Mapping[str, str] = {
    home.kind.name: "it is the kind of home that it is",
    home.setting.name: "it is the kind of place that it is",
    pair.connected.name: "the carers are connected to other children",
    home.emergency_bed.name: "the bed is kept for short stays",
    home.longest_stay.name: "the bed is kept for short stays",
}
"""Facts that are as they are: nothing protects anybody by them, and nobody can change them."""


def by_fact() -> dict[str, tuple[Changeable, ...]]:
    """What could be changed, by the fact that it changes."""
    found: dict[str, tuple[Changeable, ...]] = {}
    for changeable in CHANGEABLE:
        found[changeable.fact.name] = (*found.get(changeable.fact.name, ()), changeable)
    return found
