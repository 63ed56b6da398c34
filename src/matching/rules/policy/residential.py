"""Local rules on children's homes: the inspection grade, and residential care only where it is needed."""

from datetime import date

from matching.domain.codes import Approver, HomeKind
from matching.facts.catalogue import home, options, referral
from matching.rules.citation import Confidence, local_policy
from matching.rules.reach import NOT_A_CHILDRENS_HOME
from matching.rules.rule import OPTIONS, PAIRING, Table, cannot_tell, decide, does_not_apply, met, needs, rule

SINCE = date(2011, 4, 1)
RESIDENTIAL = (HomeKind.CHILDRENS_HOME, HomeKind.RESIDENTIAL_SCHOOL)


@rule(
    "POL-GRADE",
    title="Inspection grade",
    about=PAIRING,
    cites=local_policy("inspection grade: an inadequate home is used only on the director's say"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def inspection_grade() -> Table:
    """A children's home that inspectors judged inadequate is used only if the director approves."""
    return decide(
        NOT_A_CHILDRENS_HOME,
        met("judged {home.judgement}", when=home.judgement.one_of("outstanding", "good")),
        met("judged to require improvement: the panel should know", when=home.judgement == "requires_improvement"),
        needs(Approver.DIRECTOR, "judged inadequate", when=home.judgement == "inadequate", by=referral.start),
        otherwise=cannot_tell("judged {home.judgement}, which is none of the four grades", asks=(home.judgement,)),
    )


@rule(
    "POL-RESIDENTIAL-NEED",
    title="Residential care only where it is needed",
    about=OPTIONS,
    cites=local_policy("strategy 2021 to 2024, summary section 4"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def residential_only_where_needed() -> Table:
    """While a lawful family home is open to the child, residential care needs the panel's recorded reason."""
    return decide(
        does_not_apply("not residential care", when=~home.kind.one_of(*RESIDENTIAL)),
        met("the need for residential care is recorded", when=referral.residential_need_recorded),
        met("no family home is open to the child", when=~options.lawful_family_home),
        otherwise=needs(
            Approver.RESOURCE_PANEL,
            "a family home is open to the child, and no need for residential care is recorded",
            by=referral.start,
        ),
    )
