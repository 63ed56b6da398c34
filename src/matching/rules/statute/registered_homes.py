"""Care Standards Act 2000 and Children's Homes Regulations 2015: registration, places, statement of purpose."""

from datetime import date

from matching.domain.codes import Approver, HomeKind, RegistrationStatus, Sex, SexTaken
from matching.facts.catalogue import child, home, household, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import CARE_STANDARDS_ACT_2000, SI_2015_541, Confidence
from matching.rules.reach import NOT_A_CHILDRENS_HOME, is_fostering
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

IN_FORCE = date(2002, 4, 1)
REGISTERED_UNDER_THE_ACT = (HomeKind.CHILDRENS_HOME, HomeKind.FAMILY_CENTRE)
REGISTERED_OTHERWISE = (HomeKind.RESIDENTIAL_SCHOOL, HomeKind.SUPPORTED_ACCOMMODATION)
WITH_REGISTERED_PLACES = (*REGISTERED_UNDER_THE_ACT, *REGISTERED_OTHERWISE)


@rule(
    "CSA-11",
    title="The home is registered, and open to admissions",
    about=PAIRING,
    cites=CARE_STANDARDS_ACT_2000("ss.11 and 22B", "section/11"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def home_is_registered() -> Table:
    """A children's home, school or family centre is registered, and takes nobody new while it is restricted."""
    return decide(
        prohibited(
            "the school is {home.registration_status}",
            when=(home.kind == HomeKind.RESIDENTIAL_SCHOOL)
            & (home.registration_status != RegistrationStatus.REGISTERED),
        ),
        cannot_tell(
            "new admissions are restricted: find out what that means for this child",
            when=home.kind.one_of(*REGISTERED_OTHERWISE) & home.restricted & ~pair.lives_there,
        ),
        does_not_apply("not a children's home or family centre", when=~home.kind.one_of(*REGISTERED_UNDER_THE_ACT)),
        prohibited(
            "the home is {home.registration_status}", when=home.registration_status != RegistrationStatus.REGISTERED
        ),
        met("registered, and the child already lives there", when=pair.lives_there),
        prohibited("registered, but new admissions are restricted", when=home.restricted),
        otherwise=met("registered, and open to admissions"),
    )


@rule(
    "CSA-CAPACITY",
    title="No more residents than registered places",
    about=HOUSEHOLD,
    cites=CARE_STANDARDS_ACT_2000("s.13, conditions of registration", "section/13"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
)
def within_registered_places() -> Table:
    """A registered home has no more children living in it than its registration says."""
    would_be = "{household.residents} would live there, {home.registered_places} registered"
    return decide(
        does_not_apply("not a home with registered places", when=~home.kind.one_of(*WITH_REGISTERED_PLACES)),
        met(would_be, when=household.residents <= home.registered_places),
        otherwise=prohibited(
            "{household.residents} would live there, more than the {home.registered_places} registered"
        ),
    )


@rule(
    "CHR-16-RANGE",
    title="Age and sex within the statement of purpose",
    about=PAIRING,
    cites=SI_2015_541("reg 16 and Sch 1", "regulation/16"),
    confidence=Confidence.PRIMARY,
    from_day=date(2015, 4, 1),
)
def within_the_statement_of_purpose() -> Table:
    """A children's home takes only children of the age and sex in its statement of purpose, for the whole stay."""
    too_old: Condition = (child.age_at_start > home.purpose_age_max) | (child.age_at_end > home.purpose_age_max)
    other_sex: Condition = ((home.purpose_sex == SexTaken.M) & (child.sex != Sex.M)) | (
        (home.purpose_sex == SexTaken.F) & (child.sex != Sex.F)
    )
    ages = "the statement of purpose is for {home.purpose_age_min} to {home.purpose_age_max}"
    return decide(
        NOT_A_CHILDRENS_HOME,
        prohibited(f"{{child.age_at_start}} at the start, {ages}", when=child.age_at_start < home.purpose_age_min),
        prohibited(f"{{child.age_at_start}} at the start and {{child.age_at_end}} at the end, {ages}", when=too_old),
        prohibited("the statement of purpose is for {home.purpose_sex} only", when=other_sex),
        otherwise=met("within the ages and sex of the statement of purpose"),
    )


@rule(
    "CHR-16-NEEDS",
    title="Needs and emergencies within the statement of purpose",
    about=PAIRING,
    cites=SI_2015_541("reg 16", "regulation/16"),
    confidence=Confidence.PRIMARY,
    from_day=date(2015, 4, 1),
)
def needs_within_the_statement_of_purpose() -> Table:
    """A children's home takes the needs, and the emergencies, that its statement of purpose is for."""
    return decide(
        NOT_A_CHILDRENS_HOME,
        needs(
            Approver.REGISTERED_MANAGER,
            "the child has a need that the statement of purpose does not list",
            when=~pair.needs_in_purpose,
            by=referral.start,
        ),
        needs(
            Approver.REGISTERED_MANAGER,
            "the statement of purpose is not for emergencies",
            when=referral.emergency & ~home.takes_emergencies & ~pair.lives_there,
            by=referral.start,
        ),
        otherwise=met("within the needs, and the emergencies, of the statement of purpose"),
    )


@rule(
    "CHR-12-IMPACT",
    title="Impact on those who live there",
    about=PAIRING,
    cites=SI_2015_541("regs 12 and 14; for fostering national minimum standard 15", "regulation/12"),
    confidence=Confidence.MEMORY,
    from_day=date(2015, 4, 1),
)
def impact_on_those_there() -> Table:
    """The home's manager weighs what the child's coming means for those who live there, and for the child."""
    return decide(
        prohibited(
            "the home's own assessment is that living together would not be right for all",
            when=pair.impact_rejected,
        ),
        does_not_apply("foster carers: to be weighed with their service before a decision", when=is_fostering),
        NOT_A_CHILDRENS_HOME,
        does_not_apply("the child already lives there", when=pair.lives_there),
        met("the manager's assessment accepts the child", when=pair.impact_accepted),
        otherwise=needs(
            Approver.REGISTERED_MANAGER,
            "no assessment by its manager within the last {figure.impact_assessment_holds} accepts the child",
            by=referral.start,
        ),
    )
