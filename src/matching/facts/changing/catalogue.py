"""Which facts somebody could change, and who; which nobody is ever offered to change, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from matching.domain.codes import ApprovalStatus, NeedDomain, RegistrationStatus
from matching.facts.catalogue import child, home, household, options, pair, referral
from matching.facts.changing import approval, record, registration, room, stay, support, terms
from matching.facts.changing.step import Changeable
from matching.facts.changing.who import Who
from matching.facts.fact import Fact

Values = frozenset[Any]


@dataclass(frozen=True, eq=False)
class Never:
    """A fact that nobody is offered to change, why, and of which values that is so: of any, where none is named."""

    fact: Fact[Any]
    because: str
    values: Values

    def holds(self, value: object) -> bool:
        """Whether it is so of a value."""
        return not self.values or value in self.values


SKILLS = tuple(
    Changeable(home.skills, Who.SUPERVISOR, partial(record.skill_in, domain), recorded=True) for domain in NeedDomain
)

CHANGEABLE: tuple[Changeable, ...] = (
    Changeable(home.vacant_beds, Who.HOME, room.more_beds),
    Changeable(home.vacant_from, Who.HOME, room.free_from_the_start),
    Changeable(home.vacant_until, Who.HOME, room.free_to_the_end),
    Changeable(referral.start, Who.SOCIAL_WORKER, room.later_start, apart=True),
    Changeable(home.terms_age_min, Who.DECISION_MAKER, terms.younger),
    Changeable(home.terms_age_max, Who.DECISION_MAKER, terms.older),
    Changeable(home.terms_sex, Who.DECISION_MAKER, terms.any_sex),
    Changeable(home.terms_max_children, Who.DECISION_MAKER, terms.more_children),
    Changeable(pair.kind_within_terms, Who.DECISION_MAKER, terms.this_kind),
    Changeable(pair.approved_long_term, Who.DECISION_MAKER, terms.long_term),
    Changeable(pair.named_in_terms, Who.DECISION_MAKER, terms.named_too),
    Changeable(home.approval_status, Who.IN_FULL, approval.approved_in_full),
    Changeable(home.agreement_signed, Who.FOSTERING_SERVICE, approval.agreement_signed),
    Changeable(home.temporary_from, Who.NOMINATED_OFFICER, approval.temporary_from_the_start),
    Changeable(home.extended, Who.NOMINATED_OFFICER, approval.extended_once),
    Changeable(home.registered_places, Who.HOME_AND_OFSTED, registration.more_places),
    Changeable(home.purpose_age_min, Who.HOME_AND_PURPOSE, registration.younger),
    Changeable(home.purpose_age_max, Who.HOME_AND_PURPOSE, registration.older),
    Changeable(home.purpose_sex, Who.HOME_AND_PURPOSE, registration.any_sex),
    Changeable(home.access, Who.ADAPTATION, registration.access_made),
    Changeable(pair.family_outcome, Who.FAMILY, stay.family_asked_again),
    Changeable(pair.keeps_school, Who.TRANSPORT, support.taxi_to_school),
    Changeable(home.support_kinds, Who.FOSTERING_SERVICE, support.support_for_carers),
    Changeable(home.support_kinds, Who.REGISTERED_MANAGER, support.support_in_a_home),
    Changeable(home.skills, Who.SUPERVISOR, record.all_skills, recorded=True),
    *SKILLS,
    Changeable(home.years_fostering, Who.PLACEMENTS, record.years, recorded=True),
    Changeable(home.support_kinds, Who.PLACEMENTS, record.support, recorded=True),
    Changeable(pair.keeps_school, Who.PLACEMENTS, record.keeps_school, recorded=True),
    Changeable(home.pets, Who.PLACEMENTS, record.pets, recorded=True),
    Changeable(home.connected_to, Who.SOCIAL_WORKER, record.connected, recorded=True),
    Changeable(pair.impact_accepted, Who.REGISTERED_MANAGER, record.impact_accepted, recorded=True),
)
"""In the order in which steps are named."""

IS_SO: Values = frozenset({True})
IS_NOT_SO: Values = frozenset({False})
EVER: Values = frozenset()

NEVER: tuple[Never, ...] = (
    Never(household.someone_to_keep_apart, "it keeps apart people who must not live together", IS_SO),
    Never(pair.near_a_place_to_avoid, "it keeps the child away from a place that is not safe", IS_SO),
    Never(pair.risk_not_taken, "it is for the carers to say from which risks they can keep everybody safe", IS_SO),
    Never(child.deprivation_of_liberty, "it is for a court and for people, not for a list", IS_SO),
    Never(pair.impact_rejected, "the home found that it would not be right for all who live there", IS_SO),
    Never(home.restricted, "inspectors restricted admissions to protect children", IS_SO),
    Never(
        home.approval_status,
        "an approval on hold, or ended, protects children until people have looked into it",
        frozenset({ApprovalStatus.ON_HOLD, ApprovalStatus.ENDED}),
    ),
    Never(
        home.registration_status,
        "nobody may live there while it is not registered",
        frozenset(RegistrationStatus) - {RegistrationStatus.REGISTERED},
    ),
    Never(
        pair.family_outcome,
        "what the family said, and what was found of the child's welfare, stands",
        frozenset({"ruled_out_welfare", "declined"}),
    ),
    Never(household.requirements_met, "the referral says that the child cannot do without it", IS_NOT_SO),
    Never(pair.access_met, "it is what the child cannot do without", IS_NOT_SO),
    Never(child.age_disputed, "the child's age must be settled first", IS_SO),
    Never(child.legal_status, "it is for a court and for people, not for a list", EVER),
    Never(child.risks, "what is recorded of risks protects the child and others", EVER),
    Never(home.does_not_take, "it is for the carers to say from which risks they can keep everybody safe", EVER),
    Never(child.keep_away_from, "it keeps the child away from a place that is not safe", EVER),
    Never(child.needs, "it is what the child needs", EVER),
    Never(child.access_needs, "it is what the child cannot do without", EVER),
    Never(child.wishes, "it is what the child says", EVER),
    Never(child.religion, "it is who the child is", EVER),
    Never(child.languages, "it is who the child is", EVER),
    Never(home.religion, "it is who the carers are", EVER),
    Never(child.sex, "it is who the child is", EVER),
    Never(child.born, "the child is as old as that", EVER),
)
"""What nobody is ever offered to change: it protects a child, or says who somebody is. The first that holds is told."""

FIXED: tuple[Never, ...] = (
    Never(home.emergency_bed, "the bed is kept for short stays", IS_SO),
    Never(home.longest_stay, "stays there end after so many days", EVER),
    Never(pair.connected, "the carers are not connected to the child", IS_NOT_SO),
    Never(home.setting, "it is the kind of place that it is", EVER),
    Never(home.kind, "it is the kind of home that it is", EVER),
)
"""What is as it is: it protects nobody by itself, and nobody can change it."""

NOT_OFFERED: Mapping[str, tuple[Fact[Any], ...]] = {
    "what is asked for, and how the child lives, is as it is recorded": (
        *(referral.asked_on, referral.kind, referral.emergency, referral.emergency_because, referral.required),
        *(referral.responsible_authority, referral.residential_need_recorded, child.responsible_authority),
        *(child.home_postcode, child.school_postcode, child.school_urn, child.year_group, child.registered_pupil),
        *(child.current_home, child.current_since, child.near_home_counts, child.long_term_match, child.family_time),
        *(child.family_explored, child.siblings, child.siblings_to_be_with, child.vulnerable_to, child.to_adulthood),
        *(child.adoption_recorded, child.early_permanence, pair.siblings_together, household.arriving),
    ),
    "it is for a court, or for those with parental responsibility": (
        *(child.contact_order_runs, child.nobody_responsible, child.agreed_under_20, child.objection_under_20),
    ),
    "it rules no home out, and earns no points: the ranking says whom to ask, and by when": (
        *(child.reviewed_on, home.offer_valid_until, pair.offered, pair.service_consents, home.bedrooms_free),
        *(home.judgement, home.takes_emergencies, home.checks, home.panel_view_on, home.officer_informed_on),
        *(home.suitability_assessed_on, home.adults_checked_on, home.full_assessment_started_on),
        *(home.parent_assessed_on, home.parent_plan_on, home.officer_consulted_on, home.adopter_approved_on),
        *(home.temporary_until, home.extended_until, home.review_pending, home.vacancy_ends),
        *(options.lawful_family_home, home.languages),
    ),
    "it is who runs the home, where it is, who lives there, and what it is for": (
        *(home.run_by, home.postcode, home.approved_by, home.household, home.terms, home.registration),
    ),
    "no stay is shortened to meet a rule": (referral.expected_end,),
    "nobody is offered a lower price": (
        *(
            home.full_weekly_cost,
            home.weekly_cost,
            home.cost_basis,
            home.block_bed,
            home.counted_cost_least,
            home.full_cost_at_least,
        ),
    ),
}
"""The other facts that are recorded, and why no change of them is offered. A test holds that none is left out."""
