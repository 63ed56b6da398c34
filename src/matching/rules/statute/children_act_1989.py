"""Children Act 1989: the usual fostering limit, agreement under section 20, and what this engine never ranks."""

from datetime import date

from matching.domain.codes import Approver, HomeKind, LegalStatus
from matching.facts.catalogue import child, figure, home, household, referral
from matching.rules.citation import CHILDREN_ACT_1989, Confidence
from matching.rules.reach import NOT_FOSTERING
from matching.rules.rule import (
    HOUSEHOLD,
    PAIRING,
    Table,
    cannot_tell,
    decide,
    does_not_apply,
    met,
    needs,
    prohibited,
    rule,
)

IN_FORCE = date(1991, 10, 14)


@rule(
    "CA89-SCH7",
    title="Usual fostering limit",
    about=HOUSEHOLD,
    cites=CHILDREN_ACT_1989("Sch 7", "schedule/7"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
)
def usual_fostering_limit() -> Table:
    """No more than three are fostered, unless all are siblings of each other or the carers' authority exempts them."""
    return decide(
        NOT_FOSTERING,
        met(
            "{household.fostered} would be fostered, the usual limit is {figure.usual_fostering_limit}",
            when=household.fostered <= figure.usual_fostering_limit,
        ),
        met("all fostered children would be siblings of each other", when=household.fostered_are_siblings),
        met("an exemption by the carers' own authority names them all", when=household.exemption_names_all),
        otherwise=needs(
            Approver.AUTHORITY_OF_RESIDENCE,
            "{household.fostered} would be fostered, not all siblings of each other, and no exemption names them all",
            by=referral.start,
        ),
    )


@rule(
    "CA89-25",
    title="Secure accommodation and deprivation of liberty are for people, not for a list",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.25", "section/25"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def never_ranked() -> Table:
    """Secure accommodation is never an option here, and a child who is or may be deprived of liberty is not ranked."""
    return decide(
        prohibited("secure accommodation is not ranked", when=home.kind == HomeKind.SECURE),
        prohibited(
            "the child is, or is to be, deprived of liberty: people decide this, not the list",
            when=child.deprivation_of_liberty,
        ),
        otherwise=met("neither secure accommodation nor a deprivation of liberty"),
    )


@rule(
    "CA89-20",
    title="Agreement under section 20",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.20(7) and (8)", "section/20"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
)
def agreement_under_section_20() -> Table:
    """A child who is not in care is accommodated while nobody with parental responsibility objects."""
    return decide(
        does_not_apply("not accommodated under section 20", when=child.legal_status != LegalStatus.V2),
        does_not_apply("with a parent: that would end the accommodation", when=home.kind == HomeKind.PARENT),
        met("nobody has parental responsibility for the child", when=child.nobody_responsible),
        needs(
            Approver.DIRECTOR,
            "somebody with parental responsibility objects",
            when=child.objection_under_20,
            by=referral.start,
        ),
        met("agreed, and nobody objects", when=child.agreed_under_20 & ~child.objection_under_20),
        otherwise=cannot_tell(
            "no agreement of anybody with parental responsibility is recorded", asks=(child.agreed_under_20,)
        ),
    )
