"""Local rules on placing: a bed and a bedroom for the stay, an offer, what the referral cannot do without."""

from datetime import date

from matching.domain.codes import Approver, HomeKind, RunBy
from matching.facts.catalogue import child, home, household, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import Confidence, local_policy
from matching.rules.reach import NOT_FOSTERING, has_a_valid_offer, is_fostering
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

SINCE = date(2011, 4, 1)
WITH_A_PARENT: Line = does_not_apply("with a parent: not a bed in a register", when=home.kind == HomeKind.PARENT)
RUN_BY_OTHERS = (RunBy.AGENCY, RunBy.PRIVATE, RunBy.VOLUNTARY)


@rule(
    "POL-VACANCY",
    title="A bed for every arriving child, for the whole stay",
    about=HOUSEHOLD,
    cites=local_policy("placement search: a vacancy on the day and for the stay"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def a_bed_for_the_whole_stay() -> Table:
    """There is a bed for every arriving child from the first day to the last."""
    beds = "{home.vacant_beds} free, {household.beds_needed} needed"
    return decide(
        WITH_A_PARENT,
        met("whoever arrives already lives there", when=household.beds_needed <= 0),
        prohibited(beds, when=household.beds_needed > home.vacant_beds),
        prohibited("free only from {home.vacant_from}", when=home.vacant_from > referral.start),
        prohibited(
            "free only until {home.vacant_until}",
            when=home.vacancy_ends & (home.vacant_until < referral.expected_end),
        ),
        otherwise=met(beds),
    )


@rule(
    "POL-OFFER",
    title="An offer for this referral",
    about=PAIRING,
    cites=local_policy("commissioning: a home that others run is an option once it has made an offer"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def an_offer_for_this_referral() -> Table:
    """A home run by an agency, a company or a charity is an option once it has made an offer that is still valid."""
    expired = "the offer was valid until {home.offer_valid_until}"
    return decide(
        does_not_apply("not run by an agency, a company or a charity", when=~home.run_by.one_of(*RUN_BY_OTHERS)),
        met("the child already lives there", when=pair.lives_there),
        met("offered for this referral", when=has_a_valid_offer),
        needs(Approver.FOSTERING_SERVICE, expired, when=pair.offered & is_fostering, by=referral.start),
        needs(Approver.REGISTERED_MANAGER, expired, when=pair.offered, by=referral.start),
        otherwise=cannot_tell("no offer for this referral is recorded", asks=(pair.offered,)),
    )


@rule(
    "POL-EMERGENCY-BED",
    title="The emergency bed is for short stays",
    about=PAIRING,
    cites=local_policy("strategy 2021 to 2024, action plan section 6: the third home's short-period bed"),
    confidence=Confidence.LOCAL,
    from_day=date(2021, 4, 1),
)
def emergency_bed_for_short_stays() -> Table:
    """The emergency bed takes a child for no longer than its limit."""
    return decide(
        does_not_apply("not the emergency bed", when=~home.emergency_bed),
        WITH_A_PARENT,
        met(
            "{child.days_there_by_end} by the end, within the limit of {home.longest_stay}",
            when=pair.lives_there & (child.days_there_by_end <= home.longest_stay),
        ),
        prohibited(
            "{child.days_there_by_end} by the end, over the limit of {home.longest_stay}",
            when=pair.lives_there & (child.days_there_by_end > home.longest_stay),
        ),
        met("{referral.days}, within the limit of {home.longest_stay}", when=referral.days <= home.longest_stay),
        otherwise=prohibited("{referral.days}, over the limit of {home.longest_stay}"),
    )


@rule(
    "POL-IN-HOUSE-FIRST",
    title="The council's own carers before others",
    about=PAIRING,
    cites=local_policy("strategy 2021 to 2024, summary section 2"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def in_house_first() -> Table:
    """The council's own carers come before independent fostering and residential care; a reason is owed otherwise."""
    own: Condition = is_fostering & ((home.run_by == RunBy.OWN) | pair.own_approved)
    return decide(
        met("the council's own carers", when=own),
        otherwise=met("not the council's own carers: a reason is owed where one of them could care for the child"),
    )


@rule(
    "POL-BEDROOM",
    title="Bedrooms",
    about=HOUSEHOLD,
    cites=local_policy("fostering national minimum standard 10.6"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def a_bedroom_of_their_own() -> Table:
    """Fostered children from the age of three have a bedroom of their own, or a recorded assessment that they share."""
    rooms = "{household.bedrooms_needed} of those who arrive need a bedroom, {home.bedrooms_free} free"
    return decide(
        NOT_FOSTERING,
        met("nobody who arrives needs a bedroom that is not there", when=household.bedrooms_needed <= 0),
        met(rooms, when=household.bedrooms_needed <= home.bedrooms_free),
        otherwise=needs(
            Approver.FOSTERING_SERVICE, f"{rooms}: the service assesses whether they may share", by=referral.start
        ),
    )


@rule(
    "POL-REQUIRED",
    title="What the referral cannot do without",
    about=HOUSEHOLD,
    cites=local_policy("referral: its non-negotiables"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def what_the_referral_requires() -> Table:
    """A home meets everything that the referral says it cannot do without."""
    return decide(
        cannot_tell(
            "residential care is recorded as needed: people decide whether a foster home will do",
            when=referral.residential_need_recorded & home.fosters,
        ),
        prohibited("does not meet all that is required: {referral.required}", when=~household.requirements_met),
        otherwise=met("meets all that is required"),
    )
