"""A home, with those who live there, what it may take and what it offers."""

from typing import Annotated

from pydantic import Field

from matching.domain.approval import Approval
from matching.domain.child import Risk
from matching.domain.codes import (
    CostBasis,
    HomeKind,
    ImpactOutcome,
    NeedDomain,
    RegistrationStatus,
    Relation,
    RiskKind,
    RunBy,
    Setting,
    Sex,
    SexTaken,
)
from matching.domain.noun import (
    Age,
    AnyPostcode,
    Count,
    Day,
    Flag,
    Grades,
    Happened,
    Id,
    Ids,
    Lean,
    Money,
    Name,
    NameOrFalse,
    Names,
    OnsCode,
    Word,
    WordList,
    Words,
)


class Registration(Lean):
    """What a home is registered for; a limit that is left out is no limit."""

    urn: Id | None = None
    status: RegistrationStatus | None = None
    capacity: Count | None = None
    restricted: Flag | None = None
    age_min: Age | None = None
    age_max: Age | None = None
    sex: SexTaken | None = None
    needs: tuple[NeedDomain, ...] | None = None
    takes_emergencies: Flag | None = None
    judgement: Word | None = None
    judged_on: Happened | None = None


class ParentAssessment(Lean):
    """What regulations 17 to 19 ask before a child in care lives with a parent."""

    sch3_on: Happened | None = None
    plan_on: Happened | None = None
    iro_consulted_on: Happened | None = None


class Check(Lean):
    """What regulation 27 asks about one child before other arrangements are used."""

    child: Id | None = None
    suitable_on: Happened | None = None
    visited_on: Happened | None = None
    visit_not_practicable_because: Words | None = None
    iro_informed_on: Happened | None = None


class Member(Lean):
    """Somebody who lives in the home."""

    id: Id | None = None
    born: Day | None = None
    sex: Sex | None = None
    relation: Relation | None = None
    placed_by: Id | None = None
    sibling_of: Ids | None = None
    risks: Annotated[tuple[Risk, ...], Field(max_length=100)] | None = None
    vulnerable_to: tuple[RiskKind, ...] | None = None


class Vacancies(Lean):
    """How many beds are free, and from when; without `until` there is no end."""

    beds: Count | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None


class Consent(Lean):
    """Agreement of a service or an authority to one child's coming."""

    by: Id | None = None
    child: Id | None = None
    on: Happened | None = None


class ImpactAssessment(Lean):
    """What the home concluded about one child's coming and those who live there."""

    child: Id | None = None
    outcome: ImpactOutcome | None = None
    on: Happened | None = None


class Cost(Lean):
    """What the home costs, in pounds a week; `one_off` in pounds."""

    weekly: Money | None = None
    education: Money | None = None
    health: Money | None = None
    transport: Money | None = None
    one_off: Money | None = None
    full_weekly: Money | None = None
    basis: CostBasis | None = None


class Offer(Lean):
    """A provider's offer for one referral."""

    referral: Id | None = None
    valid_until: Day | None = None


class Home(Lean):
    """A place where a child could live."""

    id: Id
    name: Name | None = None
    kind: HomeKind
    run_by: RunBy
    postcode: AnyPostcode | None = None
    authority: OnsCode | None = None
    country: Name | None = None
    connected_to: Ids | None = None
    approval: Approval | None = None
    registration: Registration | None = None
    setting: Setting | None = None
    parent_assessment: ParentAssessment | None = None
    checks: Annotated[tuple[Check, ...], Field(max_length=1_000)] | None = None
    household: Annotated[tuple[Member, ...], Field(max_length=500)] | None = None
    vacancies: Vacancies | None = None
    emergency_bed: Flag | None = None
    same_home_as: Id | None = None
    longest_stay_days: Count | None = None
    block_contract: NameOrFalse | None = None
    consents: Annotated[tuple[Consent, ...], Field(max_length=1_000)] | None = None
    impact_assessments: Annotated[tuple[ImpactAssessment, ...], Field(max_length=1_000)] | None = None
    does_not_take: tuple[RiskKind, ...] | None = None
    skills: Grades | None = None
    years_fostering: Annotated[int, Field(strict=True, ge=0, le=80)] | None = None
    carers: Count | None = None
    support: WordList | None = None
    languages: Names | None = None
    religion: Name | None = None
    access: WordList | None = None
    pets: Flag | None = None
    smoking: Flag | None = None
    bedrooms_free: Count | None = None
    can_keep: Ids | None = None
    cost: Cost | None = None
    offer: Offer | None = None
    checked_on: Happened | None = None
