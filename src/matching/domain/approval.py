"""A foster carer's approval, its terms, and what stands beside it."""

from matching.domain.codes import ApprovalStatus, ReferralKind, SexTaken
from matching.domain.noun import Age, Count, Flag, Happened, Id, Ids, Lean


class Terms(Lean):
    """What a carer is approved for; a limit that is left out is no limit."""

    age_min: Age | None = None
    age_max: Age | None = None
    sex: SexTaken | None = None
    max_children: Count | None = None
    kinds: tuple[ReferralKind, ...] | None = None
    children: Ids | None = None


class Exemption(Lean):
    """Leave to foster more than the usual limit, for named children."""

    by: Id | None = None
    children: Ids | None = None


class Reg24(Lean):
    """What regulation 24 asks before a connected person may care without full approval."""

    assessed_on: Happened | None = None
    adults_checked_on: Happened | None = None
    full_assessment_started_on: Happened | None = None


class Approval(Lean):
    """Who approved a carer, for what, and whether it still stands."""

    status: ApprovalStatus | None = None
    approved_by: Id | None = None
    terms: Terms | None = None
    agreement_signed: Happened | None = None
    temporary_from: Happened | None = None
    temporary_until: Happened | None = None
    extended_until: Happened | None = None
    panel_view_on: Happened | None = None
    iro_informed_on: Happened | None = None
    review_pending: Flag | None = None
    reg24: Reg24 | None = None
    adopter_approved_on: Happened | None = None
    exemption: Exemption | None = None
