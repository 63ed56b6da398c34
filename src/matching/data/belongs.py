"""When a fact belongs to an entry: elsewhere its absence says nothing, and nobody need record it."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from matching.domain.approval import Approval, Terms
from matching.domain.child import Child, CourtOrder, FamilyExplored, Risk, School, Section20, Wishes
from matching.domain.codes import (
    FOSTERING,
    REGISTERED,
    ApprovalStatus,
    CostBasis,
    HomeKind,
    LegalStatus,
    ReferralKind,
    Relation,
    RiskLevel,
    RunBy,
)
from matching.domain.home import Check, Cost, Home, Member, Registration, Vacancies
from matching.domain.referral import Referral

Field = tuple[type[BaseModel], str]
Belongs = Callable[[Any, Any], bool]
"""Asked of the entry and of the noun inside it that has the field."""

SOLD = frozenset({RunBy.AGENCY, RunBy.PRIVATE, RunBy.VOLUNTARY})
OTHER_ARRANGEMENTS = (REGISTERED - {HomeKind.CHILDRENS_HOME, HomeKind.SECURE}) | {HomeKind.OTHER_ARRANGEMENTS}
ACCOMMODATED = frozenset({LegalStatus.V2, LegalStatus.V3, LegalStatus.V4})
NOT_YET_APPROVED = frozenset({ApprovalStatus.NONE, ApprovalStatus.TEMPORARY})
FOSTERED = frozenset({Relation.LOOKED_AFTER, Relation.PRIVATELY_FOSTERED})
LIVES_WITH_OTHERS = FOSTERED | {Relation.RESIDENT}

ABSENCE_SPEAKS: frozenset[Field] = frozenset(
    {
        (Child, "responsible_authority"),
        (Child, "s19_consent"),
        (Section20, "consent_by"),
        (Section20, "on"),
        (CourtOrder, "until"),
        (FamilyExplored, "home"),
        (Home, "name"),
        (Home, "consents"),
        (Home, "impact_assessments"),
        (Home, "same_home_as"),
        (Vacancies, "until"),
        (Approval, "exemption"),
        (Approval, "extended_until"),
        *((Terms, limit) for limit in Terms.model_fields),
        *((Registration, limit) for limit in ("capacity", "age_min", "age_max", "sex", "needs")),
    }
)
"""What the contract reads as none, no limit, no end or not given where it is left out."""


def _kind(*kinds: HomeKind) -> Belongs:
    return lambda home, _: home.kind in kinds


def _asked(_: Any, wishes: Wishes) -> bool:
    return wishes.ascertained_on is not False


def _lives_somewhere(child: Child, _: Any) -> bool:
    return child.current_home is not False


def _adoption(child: Child, _: Any) -> bool:
    return bool(child.considering_adoption or child.ought_to_be_placed)


def _extended(_: Any, approval: Approval) -> bool:
    return isinstance(approval.extended_until, date)


def _approved(_: Any, approval: Approval) -> bool:
    return approval.status not in NOT_YET_APPROVED


def _temporary(_: Any, approval: Approval) -> bool:
    return approval.status is ApprovalStatus.TEMPORARY


def _provisional(home: Home, approval: Approval) -> bool:
    return home.kind is HomeKind.CONNECTED_FOSTER and approval.status in NOT_YET_APPROVED


def _taught(_: Any, school: School) -> bool:
    return school.registered is not False


def _not_costed_in_full(_: Any, cost: Cost) -> bool:
    return cost.full_weekly is None


def _may_harm_others(_: Any, member: Member) -> bool:
    return member.relation in LIVES_WITH_OTHERS


def _each(noun: type[BaseModel], *fields: str, when: Belongs) -> dict[Field, Belongs]:
    return {(noun, field): when for field in fields}


BELONGS: Mapping[Field, Belongs] = MappingProxyType(
    _each(Child, "s20", when=lambda child, _: child.legal_status in ACCOMMODATED)
    | _each(Child, "current_since", "reviewed_on", when=_lives_somewhere)
    | _each(Child, "placement_order", "placement_order_refused", when=_adoption)
    | _each(School, "urn", "postcode", "year_group", when=_taught)
    | _each(Wishes, "words", "wants", "does_not_want", when=_asked)
    | _each(Wishes, "not_ascertained_because", when=lambda _, wishes: wishes.ascertained_on is False)
    | _each(CourtOrder, "against", when=lambda _, order: order.kind == "no_contact")
    | _each(Risk, "to", "last", when=lambda _, risk: risk.level is not RiskLevel.NONE)
    | _each(Referral, "expected_end", when=lambda referral, _: referral.kind is not ReferralKind.LONG_TERM)
    | _each(Referral, "emergency_because", when=lambda referral, _: referral.emergency is True)
    | _each(Home, "authority", when=lambda home, _: home.postcode is None)
    | _each(Home, "connected_to", when=_kind(HomeKind.PARENT, HomeKind.CONNECTED_FOSTER))
    | _each(Home, "approval", "years_fostering", "carers", "bedrooms_free", when=_kind(*FOSTERING))
    | _each(Home, "registration", when=_kind(*REGISTERED))
    | _each(Home, "setting", when=_kind(HomeKind.OTHER_ARRANGEMENTS))
    | _each(Home, "parent_assessment", when=_kind(HomeKind.PARENT))
    | _each(Home, "checks", when=_kind(*OTHER_ARRANGEMENTS))
    | _each(Home, "longest_stay_days", when=lambda home, _: home.emergency_bed is True)
    | _each(Home, "block_contract", when=lambda home, _: home.cost and home.cost.basis is CostBasis.BLOCK)
    | _each(Home, "offer", when=lambda home, _: home.run_by in SOLD)
    | _each(Approval, "terms", "agreement_signed", when=_approved)
    | _each(Approval, "temporary_from", "temporary_until", when=_temporary)
    | _each(Approval, "panel_view_on", "iro_informed_on", "review_pending", when=_extended)
    | _each(Approval, "reg24", when=_provisional)
    | _each(Approval, "adopter_approved_on", when=_kind(HomeKind.FOSTER_FOR_ADOPTION))
    | _each(Member, "placed_by", when=lambda _, member: member.relation is Relation.LOOKED_AFTER)
    | _each(Member, "sibling_of", when=lambda _, member: member.relation in FOSTERED)
    | _each(Member, "risks", "vulnerable_to", when=_may_harm_others)
    | _each(Cost, "education", "health", "transport", when=_not_costed_in_full)
    | _each(Check, "visit_not_practicable_because", when=lambda _, check: check.visited_on is False)
)
"""Facts that only some entries have; all others belong to every entry."""


def is_unknown(entry: BaseModel, noun: BaseModel, field: str) -> bool:
    """Whether a field that is not there is one that somebody should know."""
    at = (type(noun), field)
    return at not in ABSENCE_SPEAKS and (at not in BELONGS or BELONGS[at](entry, noun))
