"""Facts of one child in one home."""

from matching.facts.catalogue.asked import Referral
from matching.facts.catalogue.child import Child
from matching.facts.catalogue.home import Home
from matching.facts.catalogue.words import family_outcome, hours, miles, minutes, stay
from matching.facts.fact import Facts, count, fact, yes_no


class Pair(Facts):
    """What is true of this child in this home."""

    about = "pair"
    connected = yes_no("whether the carers are connected to the child", Home.connected_to)
    lives_there = yes_no("whether the child already lives there", Child.current_home)
    stays_in_home = yes_no("whether the child already lives in the home, in this bed or another", Child.current_home)
    in_area = yes_no(
        "whether the home is in the responsible authority's area", Home.authority, Child.responsible_authority
    )
    in_adjoining_area = yes_no("whether the home is in the area of an adjoining authority", Home.authority)
    own_approved = yes_no(
        "whether the responsible authority itself approved the carers", Home.approved_by, Child.responsible_authority
    )
    miles_from_home = fact(float, "the distance from home", Child.home_easting, Home.easting, show=miles)
    minutes_from_home = fact(int, "the journey from home", miles_from_home, show=minutes)
    near_a_place_to_avoid = yes_no(
        "whether the home is near a place that the child is to keep away from", Child.keep_away_from, Home.easting
    )
    miles_to_school = fact(float, "the distance to school", Child.school_easting, Home.easting, show=miles)
    minutes_to_school = fact(int, "the journey to school", miles_to_school, show=minutes)
    minutes_to_school_least = fact(int, "the shortest likely journey to school", miles_to_school)
    minutes_to_school_most = fact(int, "the longest likely journey to school", miles_to_school)
    keeps_school = yes_no("whether the home lists the child's school as one it can keep", Child.school_urn)
    kind_within_terms = yes_no(
        "whether the kind of placement is within the terms of approval", Home.terms, Referral.kind
    )
    named_in_terms = yes_no("whether the terms of approval name the child", Home.terms)
    offered = yes_no("whether there is an offer for this referral")
    service_consents = yes_no("whether the carers' own service has consented")
    access_met = yes_no("whether the home has the access that the child needs", Child.access_needs, Home.access)
    needs_met = fact(int, "the needs that the carers' skills meet", Child.needs, Home.skills)
    needs_untold = fact(int, "the needs for which no skill is recorded", Child.needs, Home.skills)
    needs_unmet = fact(int, "the needs that the carers' skills do not meet", Child.needs, Home.skills)
    need_covered = fact(int, "how much of the child's needs the carers' skills cover", Child.needs, Home.skills)
    need_not_covered = fact(int, "how much of the child's needs the carers' skills leave", Child.needs, Home.skills)
    impact_accepted = yes_no("whether the home's assessment of the impact on those there accepts the child")
    impact_rejected = yes_no("whether the home's assessment of the impact on those there rejects the child")
    siblings_together = yes_no("whether the siblings who should be together would be")
    school_kept = yes_no("whether the child can stay at the same school", keeps_school, minutes_to_school)
    wishes_met = yes_no("whether all that the child wishes for would be met", Child.wishes)
    family_outcome = fact(
        str, "what came of asking whether the child could live there", Child.family_explored, show=family_outcome
    )
    needs_in_purpose = yes_no(
        "whether the statement of purpose is for all that the child needs", Child.needs, Home.purpose_needs
    )
    risk_not_taken = yes_no(
        "whether the child has a risk now that the carers do not take", Child.risks, Home.does_not_take
    )
    past_risk_not_taken = yes_no(
        "whether the child once had a risk that the carers do not take", Child.risks, Home.does_not_take
    )
    found_suitable = yes_no("whether the accommodation was found suitable for the child", Home.checks)
    visited = yes_no("whether the child has visited, or it is recorded why not", Home.checks)
    language_shared = yes_no("whether a language of the child's is spoken there", Child.languages, Home.languages)
    religion_shared = yes_no("whether the carers are of the child's religion", Child.religion, Home.religion)
    officer_informed = yes_no("whether the reviewing officer was informed before the move", Home.checks)
    siblings_with = fact(int, "the brothers and sisters who would be there", Child.siblings, Home.household)
    siblings_without = fact(int, "the brothers and sisters who would not be there", Child.siblings, Home.household)
    wishes_granted = fact(int, "the wishes that would be met", Child.wishes_told)
    wishes_denied = fact(int, "the wishes that would not be met", Child.wishes_told)
    wishes_untold = fact(int, "the wishes of which nobody can tell", Child.wishes_told)
    unrelated_children = count("the children there who are not the child's brothers and sisters", Home.household)
    own_near_in_age = count("the carers' own children near to the child in age", Home.household)
    risks_to_weigh = count(
        "the people there with whom a risk meets a vulnerability that nobody has weighed",
        Child.risks,
        Child.vulnerable_to,
        Home.household,
        Home.household_risks,
    )
    risks_now = count(
        "the people there with whom a risk of today meets a vulnerability that nobody has weighed",
        Child.risks,
        Child.vulnerable_to,
        Home.household,
        Home.household_risks,
    )
    minutes_to_family = fact(
        int,
        "the usual journey to family time",
        Child.family_time,
        Child.family_places,
        Child.family_times,
        Home.easting,
        show=minutes,
    )
    miles_to_family = fact(
        float, "the usual distance to family time", Child.family_time, Child.family_places, Home.easting, show=miles
    )
    minutes_to_family_least = fact(int, "the shortest likely journey to family time", minutes_to_family)
    minutes_to_family_most = fact(int, "the longest likely journey to family time", minutes_to_family)
    family_hours = fact(
        float,
        "the hours a month on the road for family time",
        Child.family_time,
        Child.family_places,
        Child.family_times,
        Home.easting,
        show=hours,
    )
    family_hours_least = fact(float, "the fewest likely hours on the road for family time", family_hours)
    family_hours_most = fact(float, "the most likely hours on the road for family time", family_hours)
    days_open = fact(int, "how long the home can keep the child", Home.vacant_until, Home.terms, show=stay)
    approved_long_term = yes_no("whether the carers are approved for long-term stays", Home.terms)
