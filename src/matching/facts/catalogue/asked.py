"""Facts of the question: the figures of the day, and what is asked for. The same for every home."""

from datetime import date

from matching.domain.codes import EmergencyBecause, ReferralKind
from matching.facts.catalogue.words import children, days, miles, minutes
from matching.facts.fact import Facts, fact, yes_no
from matching.geography.authorities import name_of


class Figure(Facts):
    """Figures of the law and of local policy on the day."""

    about = "figure"
    usual_fostering_limit = fact(int, "the usual fostering limit", show=children)
    other_arrangements_from_age = fact(int, "the age from which other arrangements are open")
    emergency_working_days = fact(int, "the working days that an emergency outside the terms of approval may last")
    longest_school_journey = fact(int, "the longest journey to school", show=minutes)
    longest_school_journey_primary = fact(int, "the longest journey to school in primary years", show=minutes)
    temporary_approval_days = fact(int, "the days that a temporary approval may last", show=days)
    extension_days = fact(int, "the days by which a temporary approval may be extended", show=days)
    impact_assessment_holds = fact(int, "the days for which an assessment of impact holds", show=days)
    own_bedroom_from_age = fact(int, "the age from which a child has a bedroom of her own")
    wishes_hold = fact(int, "the days for which recorded wishes are taken as current", show=days)
    near_home_within = fact(float, "the distance that counts as near home", show=miles)
    nearer_by = fact(float, "the distance by which another home counts as nearer", show=miles)


class Referral(Facts):
    """What is asked for: the same for every home."""

    about = "referral"
    asked_on = fact(date, "the day on which everything is judged")
    start = fact(date, "the day on which the placement starts")
    expected_end = fact(date, "the day on which the placement is expected to end")
    days = fact(int, "the length of the stay", start, expected_end, show=days)
    kind = fact(ReferralKind, "the kind of placement asked for")
    emergency = yes_no("whether it is an emergency")
    emergency_stop = fact(date, "the last working day that an emergency outside the terms of approval may last", start)
    responsible_authority = fact(str, "the responsible authority of all who arrive", show=name_of)
    residential_need_recorded = yes_no("whether residential care is needed")
    emergency_because = fact(EmergencyBecause, "what makes it an emergency")
    required = fact(str, "what the referral cannot do without")
    temporary_stop = fact(date, "the day on which a temporary approval from the start would end", start)
