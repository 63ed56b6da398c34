"""The facts of a home that are read off its record, a column each."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from matching.domain.approval import Approval, Reg24, Terms
from matching.domain.codes import FOSTERING, HomeKind, Relation, Setting, SexTaken
from matching.domain.home import Cost, Home, ParentAssessment, Registration, Vacancies
from matching.facts.catalogue import NO_LIMIT, home
from matching.facts.fact import NEVER, Fact, column_type
from matching.facts.prices import counted_at_least, counted_weekly, full_at_least, full_weekly, is_block

IMPLIED_SETTING = {
    HomeKind.RESIDENTIAL_SCHOOL: Setting.SCHOOL,
    HomeKind.FAMILY_CENTRE: Setting.FAMILY_CENTRE,
    HomeKind.SUPPORTED_ACCOMMODATION: Setting.NONE,
}
SUPPORT = frozenset(
    {
        *("supervising_social_worker", "training", "support_group", "respite", "out_of_hours", "mockingbird_hub"),
        *("therapist", "therapy", "therapeutic", "clinical_supervision", "education_on_site", "key_worker"),
    }
)
"""Words for support that counts; any other word may say anything, and so counts for nothing."""

Read = Callable[[Any], Any]


def column(fact: Fact[Any], values: Sequence[Any]) -> pl.Series:
    """A fact's column from plain values, None where unknown."""
    return pl.Series(fact.name, values, dtype=column_type(fact.of), strict=True)


def never_if_false(day: Any) -> Any:
    """The day on which it happened; the last of all days where it is known not to have."""
    return NEVER if day is False else day


def _or_no_limit(value: Any) -> Any:
    return NO_LIMIT if value is None else value


def _pounds(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _recorded(value: Any) -> bool | None:
    return None if value is None else True


def _household_risks(h: Home) -> bool | None:
    """Whether the risks and vulnerabilities of all who live there are recorded; else nobody can tell."""
    children = (m for m in h.household or () if m.relation is not Relation.ADULT)
    told = h.household is not None and all(m.risks is not None and m.vulnerable_to is not None for m in children)
    return True if told else None


OF_HOME: tuple[tuple[Fact[Any], Callable[[Home], Any]], ...] = (
    (home.kind, lambda h: h.kind),
    (home.fosters, lambda h: h.kind in FOSTERING),
    (home.run_by, lambda h: h.run_by),
    (home.postcode, lambda h: h.postcode),
    (home.setting, lambda h: IMPLIED_SETTING.get(h.kind, h.setting)),
    (home.household, lambda h: _recorded(h.household)),
    (home.registration, lambda h: _recorded(h.registration)),
    (home.bedrooms_free, lambda h: h.bedrooms_free),
    (home.emergency_bed, lambda h: h.emergency_bed),
    (home.longest_stay, lambda h: h.longest_stay_days),
    (home.access, lambda h: _recorded(h.access)),
    (home.connected_to, lambda h: _recorded(h.connected_to)),
    (home.does_not_take, lambda h: _recorded(h.does_not_take)),
    (home.languages, lambda h: _recorded(h.languages)),
    (home.religion, lambda h: _recorded(h.religion)),
    (home.checks, lambda h: _recorded(h.checks)),
    (home.skills, lambda h: _recorded(h.skills)),
    (home.years_fostering, lambda h: h.years_fostering),
    (home.offer_valid_until, lambda h: h.offer.valid_until if h.offer else None),
    (home.pets, lambda h: h.pets),
    (home.support_kinds, lambda h: None if h.support is None else len(SUPPORT & set(h.support))),
    (home.household_risks, _household_risks),
    (home.block_bed, is_block),
    (home.full_weekly_cost, lambda h: _pounds(full_weekly(h))),
    (home.full_cost_at_least, lambda h: _pounds(full_at_least(h))),
    (home.counted_weekly_cost, lambda h: _pounds(counted_weekly(h))),
    (home.counted_cost_least, lambda h: _pounds(counted_at_least(h))),
)

OF_APPROVAL: tuple[tuple[Fact[Any], Callable[[Approval], Any]], ...] = (
    (home.approval_status, lambda a: a.status),
    (home.approved_by, lambda a: a.approved_by),
    (home.agreement_signed, lambda a: never_if_false(a.agreement_signed)),
    (home.terms, lambda a: _recorded(a.terms)),
    (home.temporary_from, lambda a: never_if_false(a.temporary_from)),
    (home.temporary_until, lambda a: never_if_false(a.temporary_until)),
    (home.extended, lambda a: isinstance(a.extended_until, date)),
    (home.extended_until, lambda a: a.extended_until or NEVER),
    (home.panel_view_on, lambda a: never_if_false(a.panel_view_on)),
    (home.officer_informed_on, lambda a: never_if_false(a.iro_informed_on)),
    (home.review_pending, lambda a: a.review_pending),
    (home.adopter_approved_on, lambda a: never_if_false(a.adopter_approved_on)),
)

OF_REGULATION_24: tuple[tuple[Fact[Any], Callable[[Reg24], Any]], ...] = (
    (home.suitability_assessed_on, lambda r: never_if_false(r.assessed_on)),
    (home.adults_checked_on, lambda r: never_if_false(r.adults_checked_on)),
    (home.full_assessment_started_on, lambda r: never_if_false(r.full_assessment_started_on)),
)

OF_PARENT: tuple[tuple[Fact[Any], Callable[[ParentAssessment], Any]], ...] = (
    (home.parent_assessed_on, lambda p: never_if_false(p.sch3_on)),
    (home.parent_plan_on, lambda p: never_if_false(p.plan_on)),
    (home.officer_consulted_on, lambda p: never_if_false(p.iro_consulted_on)),
)

OF_TERMS: tuple[tuple[Fact[Any], Callable[[Terms], Any]], ...] = (
    (home.terms_age_min, lambda t: t.age_min or 0),
    (home.terms_age_max, lambda t: _or_no_limit(t.age_max)),
    (home.terms_sex, lambda t: t.sex or SexTaken.ANY),
    (home.terms_max_children, lambda t: _or_no_limit(t.max_children)),
    (home.terms_name_children, lambda t: bool(t.children)),
)

OF_REGISTRATION: tuple[tuple[Fact[Any], Callable[[Registration], Any]], ...] = (
    (home.registration_status, lambda r: r.status),
    (home.restricted, lambda r: r.restricted),
    (home.registered_places, lambda r: _or_no_limit(r.capacity)),
    (home.purpose_age_min, lambda r: r.age_min or 0),
    (home.purpose_age_max, lambda r: _or_no_limit(r.age_max)),
    (home.purpose_sex, lambda r: r.sex or SexTaken.ANY),
    (home.judgement, lambda r: r.judgement),
    (home.takes_emergencies, lambda r: r.takes_emergencies),
    (home.purpose_needs, lambda _: True),
)

OF_VACANCIES: tuple[tuple[Fact[Any], Callable[[Vacancies], Any]], ...] = (
    (home.vacant_beds, lambda v: v.beds),
    (home.vacant_from, lambda v: v.from_),
    (home.vacancy_ends, lambda v: v.until is not None),
    (home.vacant_until, lambda v: v.until or NEVER),
)

OF_COST: tuple[tuple[Fact[Any], Callable[[Cost], Any]], ...] = (
    (home.weekly_cost, lambda c: _pounds(c.weekly)),
    (home.cost_basis, lambda c: c.basis),
)


def read_columns(homes: Sequence[Home]) -> list[pl.Series]:
    """Every fact that is read off the homes' own records."""
    approvals = [h.approval for h in homes]
    return [
        *_columns(OF_HOME, homes),
        *_columns(OF_APPROVAL, approvals),
        *_columns(OF_TERMS, [a.terms if a else None for a in approvals]),
        *_columns(OF_REGULATION_24, [a.reg24 if a else None for a in approvals]),
        *_columns(OF_PARENT, [h.parent_assessment for h in homes]),
        *_columns(OF_REGISTRATION, [h.registration for h in homes]),
        *_columns(OF_VACANCIES, [h.vacancies for h in homes]),
        *_columns(OF_COST, [h.cost for h in homes]),
    ]


def _columns(table: Sequence[tuple[Fact[Any], Read]], records: Sequence[Any]) -> list[pl.Series]:
    """A column for each fact of a table; unknown where the record itself is."""
    return [column(fact, [None if r is None else read(r) for r in records]) for fact, read in table]
