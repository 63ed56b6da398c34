"""Care Planning Regulations 2010, regulations 12, 14 and 16 to 19: moving, living with a parent, living abroad."""

from datetime import date

from matching.domain.codes import Approver, EmergencyBecause, HomeKind, LegalStatus
from matching.facts.catalogue import child, home, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import SI_2010_959, Confidence
from matching.rules.reach import GOING_HOME, IN_CARE
from matching.rules.rule import PAIRING, Table, cannot_tell, decide, does_not_apply, met, needs, prohibited, rule

IN_FORCE = date(2011, 4, 1)
LIFTED_BY = (EmergencyBecause.IMMEDIATE_RISK, EmergencyBecause.PROTECT_OTHERS)


@rule(
    "CPPCR-12",
    title="Outside England and Wales",
    about=PAIRING,
    cites=SI_2010_959("reg 12, with the Children Act 1989 Sch 2 para 19", "regulation/12"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
)
def outside_england_and_wales() -> Table:
    """A home outside England and Wales needs the court for a child in care, else all with parental responsibility."""
    return decide(
        does_not_apply("in England or Wales", when=~home.outside_england_and_wales),
        GOING_HOME,
        needs(
            Approver.COURT,
            "outside England and Wales, and the child is in care",
            when=child.legal_status.one_of(*IN_CARE),
            by=referral.start,
        ),
        needs(
            Approver.ALL_WITH_PR,
            "outside England and Wales, and the child is accommodated under section 20",
            when=child.legal_status == LegalStatus.V2,
            by=referral.start,
        ),
        otherwise=cannot_tell(
            "outside England and Wales: at legal status {child.legal_status} people find out who may approve that"
        ),
    )


@rule(
    "CPPCR-14",
    title="A review before a move",
    about=PAIRING,
    cites=SI_2010_959("reg 14", "regulation/14"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
)
def review_before_a_move() -> Table:
    """A placement is ended only after a review of the case, save at immediate risk or to protect others."""
    urgent: Condition = referral.emergency & referral.emergency_because.one_of(*LIFTED_BY)
    return decide(
        does_not_apply("not a change of placement", when=~child.is_moving | pair.lives_there),
        met("reviewed on {child.reviewed_on}", when=child.reviewed),
        does_not_apply("an emergency: {referral.emergency_because}", when=urgent),
        otherwise=cannot_tell("first the case is to be reviewed", asks=(child.reviewed_on,)),
    )


@rule(
    "CPPCR-17",
    title="Living with a parent",
    about=PAIRING,
    cites=SI_2010_959("regs 16 to 19", "regulation/17"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
)
def with_a_parent() -> Table:
    """A child in care lives with a parent only once that is assessed, planned, consulted about and approved."""
    ready: Condition = (
        (home.parent_assessed_on <= referral.asked_on)
        & (home.parent_plan_on <= referral.asked_on)
        & (home.officer_consulted_on <= referral.asked_on)
    )
    return decide(
        does_not_apply("not with a parent", when=home.kind != HomeKind.PARENT),
        prohibited("not this child's parents, and not foster carers", when=~pair.connected),
        cannot_tell(
            "a court order runs that may keep the child from this parent: people find out whether it does",
            when=child.contact_order_runs,
        ),
        GOING_HOME,
        cannot_tell(
            "at legal status {child.legal_status} people find out whether the child may live with a parent",
            when=~child.legal_status.one_of(*IN_CARE),
        ),
        cannot_tell(
            "first the assessment under Schedule 3, the placement plan, and the reviewing officer consulted",
            when=~ready,
            asks=(home.parent_assessed_on, home.parent_plan_on, home.officer_consulted_on),
        ),
        otherwise=needs(Approver.NOMINATED_OFFICER, "with a parent of a child in care", by=referral.start),
    )
