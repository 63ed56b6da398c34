"""Rules of which only the reach is built. Where one could bind, it answers that it cannot tell: never that all is well.

Each is replaced by the whole rule as it is written; nothing else then moves.
"""

from datetime import date

from matching.domain.codes import ApprovalStatus, HomeKind, LegalStatus
from matching.facts.catalogue import child, home, household, pair, referral
from matching.rules.citation import CHILDREN_ACT_1989, SI_2010_959, SI_2015_541, Confidence, local_policy
from matching.rules.reach import (
    NOT_A_CHILDRENS_HOME,
    NOT_FOSTERING,
    NOT_OTHER_ARRANGEMENTS,
    is_childrens_home,
    judged_by_regulation_24,
)
from matching.rules.rule import HOUSEHOLD, PAIRING, Line, Table, cannot_tell, decide, does_not_apply, met, rule

IN_FORCE = date(2011, 4, 1)
NOT_JUDGED: Line = cannot_tell("this version does not judge this rule yet: people must")


@rule(
    "CPPCR-12",
    title="Outside England and Wales",
    about=PAIRING,
    cites=SI_2010_959("reg 12", "regulation/12"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
    waiting=True,
)
def outside_england_and_wales() -> Table:
    """A home outside England and Wales needs the court, or all with parental responsibility."""
    return decide(does_not_apply("in England or Wales", when=~home.outside_england_and_wales), otherwise=NOT_JUDGED)


@rule(
    "CPPCR-14",
    title="A review before a move",
    about=PAIRING,
    cites=SI_2010_959("reg 14", "regulation/14"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
    waiting=True,
)
def review_before_a_move() -> Table:
    """A placement is ended only after a review of the child's case."""
    return decide(
        does_not_apply("not a change of placement", when=~child.is_moving | pair.lives_there),
        met("reviewed on {child.reviewed_on}", when=child.reviewed_on <= referral.asked_on),
        otherwise=NOT_JUDGED,
    )


@rule(
    "CPPCR-17",
    title="Living with a parent",
    about=PAIRING,
    cites=SI_2010_959("regs 16 to 19", "regulation/17"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
    waiting=True,
)
def with_a_parent() -> Table:
    """A child in care lives with a parent only after the assessment and approval of regulations 17 to 19."""
    return decide(does_not_apply("not with a parent", when=home.kind != HomeKind.PARENT), otherwise=NOT_JUDGED)


@rule(
    "CPPCR-24",
    title="Connected carers not yet approved",
    about=PAIRING,
    cites=SI_2010_959("regs 24 and 25", "regulation/24"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
    waiting=True,
)
def connected_carers_not_yet_approved() -> Table:
    """Connected carers not yet approved may care for up to sixteen weeks once assessed."""
    return decide(
        does_not_apply("not connected carers whose approval is awaited", when=~judged_by_regulation_24),
        otherwise=NOT_JUDGED,
    )


@rule(
    "CPPCR-25A",
    title="Fostering for adoption",
    about=PAIRING,
    cites=SI_2010_959("reg 25A", "regulation/25A"),
    confidence=Confidence.PRIMARY,
    from_day=date(2013, 7, 1),
    waiting=True,
)
def fostering_for_adoption() -> Table:
    """An approved prospective adopter may be approved as foster carer of one named child."""
    return decide(
        does_not_apply("not fostering for adoption", when=home.kind != HomeKind.FOSTER_FOR_ADOPTION),
        met("the carers' approval is active", when=home.approval_status == ApprovalStatus.ACTIVE),
        otherwise=NOT_JUDGED,
    )


@rule(
    "CPPCR-27",
    title="Before other arrangements",
    about=PAIRING,
    cites=SI_2010_959("reg 27", "regulation/27"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
    waiting=True,
)
def before_other_arrangements() -> Table:
    """Other arrangements are seen to be suitable, visited by the child, and told to the reviewing officer."""
    return decide(NOT_OTHER_ARRANGEMENTS, otherwise=NOT_JUDGED)


@rule(
    "CHR-12-IMPACT",
    title="Impact on those who live there",
    about=PAIRING,
    cites=SI_2015_541("regs 12 and 14", "regulation/12"),
    confidence=Confidence.MEMORY,
    from_day=date(2015, 4, 1),
    waiting=True,
)
def impact_on_those_there() -> Table:
    """The home's manager weighs what the child's coming means for those who live there."""
    return decide(
        does_not_apply("neither a children's home nor rejected", when=~is_childrens_home & ~pair.impact_rejected),
        met("the manager's assessment accepts the child", when=pair.impact_accepted & ~pair.impact_rejected),
        otherwise=NOT_JUDGED,
    )


@rule(
    "CHR-16-NEEDS",
    title="Needs and emergencies within the statement of purpose",
    about=PAIRING,
    cites=SI_2015_541("reg 16", "regulation/16"),
    confidence=Confidence.PRIMARY,
    from_day=date(2015, 4, 1),
    waiting=True,
)
def needs_within_the_statement_of_purpose() -> Table:
    """A children's home takes the needs, and the emergencies, that its statement of purpose is for."""
    return decide(NOT_A_CHILDRENS_HOME, otherwise=NOT_JUDGED)


@rule(
    "POL-GRADE",
    title="Inspection grade",
    about=PAIRING,
    cites=local_policy("inspection grade, to be settled by the council"),
    confidence=Confidence.LOCAL,
    from_day=IN_FORCE,
    waiting=True,
)
def inspection_grade() -> Table:
    """A home that inspectors found wanting is used only on the say of somebody senior."""
    return decide(
        NOT_A_CHILDRENS_HOME,
        met("judged {home.judgement}", when=home.judgement.one_of("good", "outstanding")),
        otherwise=NOT_JUDGED,
    )


@rule(
    "POL-RESIDENTIAL-NEED",
    title="Residential care only where it is needed",
    about=PAIRING,
    cites=local_policy("strategy 2021 to 2024, summary section 4"),
    confidence=Confidence.LOCAL,
    from_day=IN_FORCE,
    waiting=True,
)
def residential_only_where_needed() -> Table:
    """A children's home is for needs that other kinds of home cannot meet."""
    return decide(
        does_not_apply("not a children's home", when=~is_childrens_home),
        met("the need for residential care is recorded", when=referral.residential_need_recorded),
        otherwise=NOT_JUDGED,
    )


@rule(
    "POL-DOES-NOT-TAKE",
    title="What the carers do not take",
    about=PAIRING,
    cites=local_policy("matching: risks that the carers have said they do not take"),
    confidence=Confidence.LOCAL,
    from_day=IN_FORCE,
    waiting=True,
)
def what_the_carers_do_not_take() -> Table:
    """A child with a risk that the carers do not take is not placed with them."""
    return decide(
        does_not_apply("the carers exclude no risk", when=home.takes_all),
        does_not_apply("no risk is recorded for the child", when=~child.has_risks),
        otherwise=NOT_JUDGED,
    )


@rule(
    "POL-REQUIRED",
    title="What the referral cannot do without",
    about=PAIRING,
    cites=local_policy("referral: its non-negotiables"),
    confidence=Confidence.LOCAL,
    from_day=IN_FORCE,
    waiting=True,
)
def what_the_referral_requires() -> Table:
    """A home meets everything that the referral says it cannot do without."""
    return decide(
        cannot_tell(
            "residential care is recorded as needed: people decide whether a foster home will do",
            when=referral.residential_need_recorded & home.fosters,
        ),
        does_not_apply("the referral asks for nothing that a home could lack", when=~referral.asks_more),
        otherwise=NOT_JUDGED,
    )


@rule(
    "POL-BEDROOM",
    title="Bedrooms",
    about=HOUSEHOLD,
    cites=local_policy("fostering national minimum standard 10.6"),
    confidence=Confidence.LOCAL,
    from_day=IN_FORCE,
    waiting=True,
)
def bedrooms() -> Table:
    """Children from the age of three have a bedroom of their own, or a recorded assessment that they may share."""
    return decide(
        NOT_FOSTERING,
        met("a free bedroom for each arriving child", when=household.beds_needed <= home.bedrooms_free),
        otherwise=NOT_JUDGED,
    )


@rule(
    "CA89-20",
    title="Agreement under section 20",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.20", "section/20"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
    waiting=True,
)
def agreement_under_section_20() -> Table:
    """A child who is not in care is accommodated with the agreement of those with parental responsibility."""
    return decide(
        does_not_apply("not accommodated under section 20", when=child.legal_status != LegalStatus.V2),
        otherwise=NOT_JUDGED,
    )
