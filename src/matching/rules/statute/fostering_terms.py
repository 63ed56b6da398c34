"""Care Planning Regulations 2010, regulations 22 and 23: which foster carers may take a child, and on what terms."""

from datetime import date

from matching.domain.codes import ApprovalStatus, Approver, HomeKind, Sex, SexTaken
from matching.facts.catalogue import child, home, household, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import SI_2010_959, Confidence
from matching.rules.reach import LIVES_THERE, NOT_FOSTERING, NOT_YET_APPROVED, has_a_valid_offer
from matching.rules.rule import (
    HOUSEHOLD,
    PAIRING,
    Line,
    Table,
    cannot_tell,
    decide,
    does_not_apply,
    met,
    needs,
    prohibited,
    rule,
)

IN_FORCE = date(2011, 4, 1)
ADOPTERS_FROM = date(2013, 7, 1)
"""Since regulation 25A is in force."""

REGULATION_22 = SI_2010_959("reg 22", "regulation/22")
REGULATION_23 = SI_2010_959("regs 22 and 23", "regulation/23")


def _in_an_emergency(outside: str) -> Line:
    """Regulation 23: approved carers may take a child outside their terms for six working days."""
    return needs(
        Approver.FOSTERING_SERVICE,
        f"{outside}; in an emergency until {{referral.emergency_stop}}, then only if the terms are amended",
        when=referral.emergency,
        by=referral.emergency_stop,
    )


@rule(
    "CPPCR-22-APPROVED",
    title="The carers are approved",
    about=PAIRING,
    cites=REGULATION_22,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def carers_are_approved() -> Table:
    """A child may be fostered only by carers whose approval is active."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        does_not_apply(
            "adopters not yet approved to foster: regulation 25A judges that",
            when=(home.kind == HomeKind.FOSTER_FOR_ADOPTION)
            & home.approval_status.one_of(ApprovalStatus.NONE, ApprovalStatus.TEMPORARY)
            & (referral.asked_on >= ADOPTERS_FROM),
        ),
        met("the carers' approval is active", when=home.approval_status == ApprovalStatus.ACTIVE),
        cannot_tell(
            "the carers are on hold, and the child lives there: people decide whether the child stays",
            when=(home.approval_status == ApprovalStatus.ON_HOLD) & pair.lives_there,
        ),
        otherwise=prohibited("the carers' approval is {home.approval_status}"),
    )


@rule(
    "CPPCR-22-AGREEMENT",
    title="The foster care agreement is signed",
    about=PAIRING,
    cites=REGULATION_22,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def foster_care_agreement_is_signed() -> Table:
    """A child may be fostered only by carers who have signed the foster care agreement."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met("signed on {home.agreement_signed}", when=home.agreement_signed <= referral.asked_on),
        otherwise=prohibited("the foster care agreement is not signed"),
    )


@rule(
    "CPPCR-22-AGE",
    title="Age within the terms of approval for the whole stay",
    about=PAIRING,
    cites=REGULATION_23,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def age_within_terms_for_the_whole_stay() -> Table:
    """The terms of approval hold from the first day of the stay to the last; outside them only for an emergency."""
    ages = "aged {child.age_at_start} at the start and {child.age_at_end} at the end"
    outside = f"{ages}, outside terms of {{home.terms_age_min}} to {{home.terms_age_max}}"
    within: Condition = (
        (child.age_at_start >= home.terms_age_min)
        & (child.age_at_start <= home.terms_age_max)
        & (child.age_at_end <= home.terms_age_max)
    )
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met(f"{ages}, within terms of {{home.terms_age_min}} to {{home.terms_age_max}}", when=within),
        _in_an_emergency(outside),
        otherwise=prohibited(outside),
    )


@rule(
    "CPPCR-22-NUMBER",
    title="Number of children within the terms of approval",
    about=HOUSEHOLD,
    cites=REGULATION_23,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def number_within_terms() -> Table:
    """Carers foster no more children than their terms of approval say; outside them only for an emergency."""
    would_be = "{household.fostered} would be fostered, the terms are for {home.terms_max_children}"
    too_many = "{household.fostered} would be fostered, more than the terms, which are for {home.terms_max_children}"
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met(would_be, when=household.fostered <= home.terms_max_children),
        _in_an_emergency(too_many),
        otherwise=prohibited(too_many),
    )


@rule(
    "CPPCR-22-SEX",
    title="Sex within the terms of approval",
    about=PAIRING,
    cites=REGULATION_23,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def sex_within_terms() -> Table:
    """Carers approved for boys or for girls only take no other child, except in an emergency."""
    fits: Condition = ((home.terms_sex == SexTaken.M) & (child.sex == Sex.M)) | (
        (home.terms_sex == SexTaken.F) & (child.sex == Sex.F)
    )
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met("the terms are for any child", when=home.terms_sex == SexTaken.ANY),
        met("the terms are for {home.terms_sex}", when=fits),
        _in_an_emergency("the terms are for {home.terms_sex} only"),
        otherwise=prohibited("the terms are for {home.terms_sex} only"),
    )


@rule(
    "CPPCR-22-KIND",
    title="Kind of placement within the terms of approval",
    about=PAIRING,
    cites=REGULATION_23,
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def kind_within_terms() -> Table:
    """Carers take only the kinds of placement that their terms of approval list, except in an emergency."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met("the terms allow {referral.kind} placements", when=pair.kind_within_terms),
        _in_an_emergency("the terms do not list {referral.kind} placements"),
        otherwise=prohibited("the terms do not list {referral.kind} placements"),
    )


@rule(
    "CPPCR-22-NAMED",
    title="Terms of approval that name children",
    about=PAIRING,
    cites=SI_2010_959("reg 22, with the Fostering Services Regulations 2011 reg 27", "regulation/22"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def named_children_only() -> Table:
    """Carers approved for named children take no other."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        met("the terms of approval name no child", when=~home.terms_name_children),
        met("the terms of approval name the child", when=pair.named_in_terms),
        otherwise=prohibited("the terms of approval name other children only"),
    )


@rule(
    "CPPCR-22-CONSENT",
    title="The carers' own service consents",
    about=PAIRING,
    cites=SI_2010_959("reg 22(3)", "regulation/22"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def own_service_consents() -> Table:
    """Carers approved by another service take a child only with that service's consent; a valid offer is consent."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        LIVES_THERE,
        does_not_apply("approved by the responsible authority itself", when=pair.own_approved),
        met("the service that approved the carers consents", when=pair.service_consents),
        met("an offer for this referral is the service's consent", when=has_a_valid_offer),
        otherwise=needs(
            Approver.FOSTERING_SERVICE, "the service that approved the carers has not consented", by=referral.start
        ),
    )


@rule(
    "CPPCR-22-OTHERS",
    title="Other placing authorities consent",
    about=HOUSEHOLD,
    cites=SI_2010_959("reg 22(3)", "regulation/22"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def other_placing_authorities_consent() -> Table:
    """Where another service approved the carers, every other authority with a child placed there must consent."""
    return decide(
        NOT_FOSTERING,
        NOT_YET_APPROVED,
        does_not_apply(
            "whoever arrives already lives there: this is asked before a placement", when=household.beds_needed <= 0
        ),
        does_not_apply(
            "approved by the responsible authority itself", when=home.approved_by == referral.responsible_authority
        ),
        met("no other placing authority has still to consent", when=household.authorities_to_consent <= 0),
        otherwise=needs(
            Approver.OTHER_PLACING_AUTHORITY,
            "other placing authorities still to consent: {household.authorities_to_consent}",
            by=referral.start,
        ),
    )
