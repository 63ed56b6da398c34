"""Facts of the child: the same for every home."""

from datetime import date

from matching.domain.codes import LegalStatus, Sex
from matching.facts.catalogue.asked import Referral
from matching.facts.catalogue.words import code, days, lasting, minutes
from matching.facts.fact import Facts, count, fact, yes_no
from matching.geography.authorities import name_of


class Child(Facts):
    """What is known of the child: the same for every home."""

    about = "child"
    born = fact(date, "the child's date of birth")
    age_disputed = yes_no("whether the child's age is disputed")
    sex = fact(Sex, "the child's sex", show=code)
    legal_status = fact(LegalStatus, "the child's legal status")
    responsible_authority = fact(str, "the responsible authority", show=name_of)
    age_at_start = fact(int, "the child's age at the start of the stay", born, Referral.start)
    age_at_end = count("the child's age at the end of the stay", born, Referral.expected_end)
    home_postcode = fact(str, "the child's home postcode")
    has_home = yes_no("whether the child has a home in this country", home_postcode)
    home_easting = fact(int, "the position of the child's home postcode", home_postcode)
    home_northing = fact(int, "the position of the child's home postcode", home_postcode)
    school_postcode = fact(str, "the school's postcode")
    school_easting = fact(int, "the position of the school's postcode", school_postcode)
    school_northing = fact(int, "the position of the school's postcode", school_postcode)
    school_urn = fact(str, "the child's school")
    year_group = fact(int, "the child's year group")
    key_stage = fact(int, "the child's key stage", year_group)
    registered_pupil = yes_no("whether the child is a registered pupil")
    longest_school_journey = fact(int, "the longest journey to school at the child's age", year_group, show=minutes)
    current_home = fact(str, "where the child lives now")
    is_moving = yes_no("whether the child already lives in a placement", current_home)
    reviewed_on = fact(date, "the day of the review before the move")
    deprivation_of_liberty = yes_no("whether the child is, or is to be, deprived of liberty")
    keep_away_from = yes_no("the places that the child is to keep away from")
    access_needs = yes_no("the access that the child cannot do without")
    near_home_counts = yes_no("whether the plan is to live near home")
    needs = fact(int, "the child's needs")
    wishes = fact(date, "the child's wishes")
    risks = yes_no("the child's risks")
    expected_end = fact(date, "the day on which the child's stay is expected to end", Referral.expected_end)
    current_since = fact(date, "the day on which the child came to live where she lives now")
    days_there_by_end = fact(
        int, "the days there by the end of the stay", current_since, Referral.expected_end, show=days
    )
    reviewed = yes_no("whether the case was reviewed before this move", reviewed_on, current_since)
    family_explored = yes_no("what came of asking the family")
    adoption_recorded = yes_no("whether it is all recorded if adoption is considered")
    early_permanence = yes_no("whether adoption is considered")
    siblings_to_be_with = yes_no("whether the child has brothers or sisters to live with")
    needs_access = yes_no("whether there is access that the child cannot do without", access_needs)
    languages = yes_no("the child's languages")
    religion = yes_no("the child's religion")
    contact_order_runs = yes_no("whether a court order about contact, or against somebody, runs when the stay starts")
    nobody_responsible = yes_no("whether nobody has parental responsibility")
    agreed_under_20 = yes_no("whether somebody with parental responsibility has agreed under section 20")
    objection_under_20 = yes_no("whether somebody with parental responsibility objects under section 20")
    vulnerable_to = yes_no("what the child is vulnerable to")
    needs_care = yes_no("whether the child has needs", needs)
    amount_of_need = fact(int, "how much need the child has", needs)
    siblings = fact(int, "the number of brothers and sisters to live with")
    wishes_told = fact(int, "what the child wishes for and does not want", wishes)
    has_wishes = yes_no("whether there are wishes of the child's to heed", wishes)
    family_time = yes_no("what family time is planned")
    family_places = yes_no("where the family time is", family_time)
    family_times = yes_no("how often the family time is", family_time)
    days_there = fact(int, "the days that the child has lived there", current_since, Referral.start, show=lasting)
    long_term_match = yes_no("whether the child is matched for the long term where she lives")
    to_adulthood = yes_no("whether the plan is for the rest of childhood")
    days_intended = fact(int, "the length of the stay that the plan is for", expected_end, show=lasting)
