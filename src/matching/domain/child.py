"""A child, with what is known of her life, her needs and her wishes."""

from typing import Annotated

from pydantic import Field

from matching.domain.codes import (
    Assessment,
    CarePlan,
    Ethnicity,
    FamilyOutcome,
    LegalStatus,
    RiskKind,
    RiskLevel,
    RiskTo,
    Sex,
)
from matching.domain.noun import (
    Count,
    Day,
    Flag,
    Grades,
    Happened,
    Id,
    IdOrFalse,
    Ids,
    Lean,
    Miles,
    Name,
    Names,
    Noun,
    OnsCode,
    PostcodeOrFalse,
    Times,
    UkPostcode,
    Word,
    WordList,
    Words,
)


class Section20(Noun):
    """A parent's agreement under section 20 that the child be accommodated."""

    consent_by: Name | None = None
    on: Happened | None = None
    objection: Flag | None = None


class CourtOrder(Noun):
    """An order of a court about the child; without `until` it has no end."""

    kind: Word | None = None
    against: Id | None = None
    until: Day | None = None


class Sibling(Noun):
    """A brother or sister, and whether the two should live together."""

    child: Id | None = None
    assessment: Assessment | None = None


class Risk(Lean):
    """One risk as it is recorded of somebody."""

    kind: RiskKind | None = None
    level: RiskLevel | None = None
    to: RiskTo | None = None
    last: Happened | None = None


class School(Noun):
    """Where the child learns."""

    urn: Id | None = None
    postcode: UkPostcode | None = None
    year_group: Annotated[int, Field(strict=True, ge=-1, le=14)] | None = None
    registered: Flag | None = None


class FamilyTime(Noun):
    """Time that the child spends with somebody of the family."""

    with_: Annotated[Name | None, Field(alias="with")] = None
    postcode: UkPostcode | None = None
    times_a_month: Times | None = None


class KeepAway(Noun):
    """A place that the child must be kept away from, by so many miles."""

    postcode: UkPostcode | None = None
    miles: Miles | None = None
    why: Words | None = None


class Wishes(Noun):
    """What somebody wishes for, in their own words, or why it could not be asked."""

    ascertained_on: Happened | None = None
    words: Words | None = None
    wants: WordList | None = None
    does_not_want: WordList | None = None
    not_ascertained_because: Words | None = None


class FamilyExplored(Noun):
    """One of the family who was asked about; an outcome other than proposed rules the home out."""

    person: Name | None = None
    relation: Word | None = None
    home: Id | None = None
    outcome: FamilyOutcome | None = None
    because: Words | None = None
    on: Happened | None = None


class Child(Noun):
    """A child or young person who needs a home, or who has one that is to be looked at again."""

    id: Id
    born: Day
    age_disputed: Flag | None = None
    sex: Sex | None = None
    legal_status: LegalStatus | None = None
    responsible_authority: OnsCode | None = None
    home_postcode: PostcodeOrFalse | None = None
    became_looked_after: Happened | None = None
    parental_responsibility: Names | None = None
    s20: Section20 | None = None
    court_orders: Annotated[tuple[CourtOrder, ...], Field(max_length=100)] | None = None
    siblings: Annotated[tuple[Sibling, ...], Field(max_length=100)] | None = None
    needs: Grades | None = None
    risks: Annotated[tuple[Risk, ...], Field(max_length=100)] | None = None
    vulnerable_to: Annotated[tuple[RiskKind, ...], Field(max_length=100)] | None = None
    must_not_live_with: Ids | None = None
    access_needs: WordList | None = None
    school: School | None = None
    family_time: Annotated[tuple[FamilyTime, ...], Field(max_length=100)] | None = None
    keep_away_from: Annotated[tuple[KeepAway, ...], Field(max_length=100)] | None = None
    away_for_safety: Flag | None = None
    languages: Names | None = None
    religion: Name | None = None
    ethnicity: Ethnicity | None = None
    wishes: Wishes | None = None
    parents_wishes: Wishes | None = None
    current_home: IdOrFalse | None = None
    current_since: Happened | None = None
    reviewed_on: Happened | None = None
    last_considered_on: Happened | None = None
    last_review_on: Happened | None = None
    last_visit_on: Happened | None = None
    moves_in_12_months: Count | None = None
    long_term_match: Flag | None = None
    therapy_until: Happened | None = None
    permanence_plan: Annotated[tuple[CarePlan, ...], Field(max_length=20)] | None = None
    considering_adoption: Flag | None = None
    ought_to_be_placed: Flag | None = None
    s19_consent: Flag | None = None
    placement_order: Flag | None = None
    placement_order_refused: Flag | None = None
    deprivation_of_liberty: Flag | None = None
    family_explored: Annotated[tuple[FamilyExplored, ...], Field(max_length=100)] | None = None
