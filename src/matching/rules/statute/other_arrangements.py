"""Care Planning Regulations 2010, regulations 27, 27A and 27C: who may live in 'other arrangements', and in which."""

from datetime import date

from matching.domain.codes import HomeKind, RegistrationStatus, Setting
from matching.facts.catalogue import child, figure, home, pair
from matching.rules.citation import SI_2010_959, Confidence
from matching.rules.reach import NOT_OTHER_ARRANGEMENTS
from matching.rules.rule import PAIRING, Table, cannot_tell, decide, does_not_apply, met, prohibited, rule

LISTED_IN_27A = (
    Setting.CARE_HOME,
    Setting.HOSPITAL,
    Setting.FAMILY_CENTRE,
    Setting.SCHOOL,
    Setting.HOLIDAY_SCHEME,
)
LISTED_IN_27C = (*LISTED_IN_27A, Setting.FE_INSTITUTION, Setting.ACADEMY_16_19)
"""Care homes, further education and 16 to 19 academies are confirmed; the other settings are from memory."""


@rule(
    "CPPCR-27A",
    title="Under 16 only in a listed setting",
    about=PAIRING,
    cites=SI_2010_959("reg 27A", "regulation/27A"),
    confidence=Confidence.PRIMARY,
    from_day=date(2021, 9, 9),
)
def under_16_only_in_a_listed_setting() -> Table:
    """A child under 16 may live in 'other arrangements' only in a setting that the regulation lists."""
    return decide(
        NOT_OTHER_ARRANGEMENTS,
        met("a {home.setting}, which the regulation lists", when=home.setting.one_of(*LISTED_IN_27A)),
        cannot_tell("the child's age is disputed: it must be settled first", when=child.age_disputed),
        met(
            "the child will be {child.age_at_start} at the start",
            when=child.age_at_start >= figure.other_arrangements_from_age,
        ),
        otherwise=prohibited("the child will be {child.age_at_start} at the start, and the setting is not listed"),
    )


@rule(
    "CPPCR-27C",
    title="At 16 and 17 only in registered supported accommodation or an excepted setting",
    about=PAIRING,
    cites=SI_2010_959("reg 27C", "regulation/27C"),
    confidence=Confidence.MEMORY,
    from_day=date(2023, 10, 28),
)
def at_16_only_registered_or_excepted() -> Table:
    """At 16 and 17 'other arrangements' are registered supported accommodation or an excepted setting, nothing else."""
    return decide(
        NOT_OTHER_ARRANGEMENTS,
        does_not_apply(
            "under 16 for the whole stay: regulation 27A judges that",
            when=child.age_at_end < figure.other_arrangements_from_age,
        ),
        met("a {home.setting}, which the regulation excepts", when=home.setting.one_of(*LISTED_IN_27C)),
        prohibited(
            "neither supported accommodation nor an excepted setting",
            when=home.kind != HomeKind.SUPPORTED_ACCOMMODATION,
        ),
        met("registered supported accommodation", when=home.registration_status == RegistrationStatus.REGISTERED),
        otherwise=prohibited("supported accommodation that is {home.registration_status}"),
    )


@rule(
    "CPPCR-27",
    title="Before other arrangements",
    about=PAIRING,
    cites=SI_2010_959("reg 27", "regulation/27"),
    confidence=Confidence.PRIMARY,
    from_day=date(2011, 4, 1),
)
def before_other_arrangements() -> Table:
    """Other arrangements are found suitable, visited by the child, and told to the reviewing officer, beforehand."""
    return decide(
        NOT_OTHER_ARRANGEMENTS,
        does_not_apply("the child already lives there", when=pair.lives_there),
        met(
            "found suitable, visited or why not, and the reviewing officer informed",
            when=pair.found_suitable & pair.visited & pair.officer_informed,
        ),
        otherwise=cannot_tell(
            "first it is to be found suitable, visited by the child, and told to the reviewing officer",
            asks=(pair.found_suitable, pair.visited, pair.officer_informed),
        ),
    )
