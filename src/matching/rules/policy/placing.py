"""Local rules on placing: a bed for the stay, an offer, the emergency bed's limit."""

from datetime import date

from matching.domain.codes import Approver, RunBy
from matching.facts.catalogue import home, household, pair, referral
from matching.rules.citation import Confidence, local_policy
from matching.rules.reach import has_a_valid_offer, is_fostering
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

SINCE = date(2011, 4, 1)
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
        needs(Approver.FOSTERING_SERVICE, expired, when=pair.offered & is_fostering),
        needs(Approver.REGISTERED_MANAGER, expired, when=pair.offered),
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
        cannot_tell("the child is there already: count from the day of arrival", when=pair.lives_there),
        met("{referral.days}, within the limit of {home.longest_stay}", when=referral.days <= home.longest_stay),
        otherwise=prohibited("{referral.days}, over the limit of {home.longest_stay}"),
    )
