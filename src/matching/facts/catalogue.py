"""Every fact that a rule, a criterion or a sentence may speak of.

A name is the column's name. The facts in brackets after the words are those it is worked out from: where it is unknown,
the engine follows them to what nobody has recorded.
"""

from datetime import date

from matching.domain.codes import (
    ApprovalStatus,
    CostBasis,
    HomeKind,
    LegalStatus,
    ReferralKind,
    RegistrationStatus,
    RunBy,
    Setting,
    Sex,
    SexTaken,
)
from matching.facts.fact import Facts, count, fact, units, yes_no
from matching.geography.authorities import name_of

children = units("child", "children")
beds = units("bed", "beds")
miles = units("mile", "miles")
minutes = units("minute", "minutes")
days = units("day", "days")
years = units("year", "years")
pounds = "£{:,.2f}".format
NO_LIMIT = 1_000_000
SEXES = {"M": "boys", "F": "girls", "any": "any child"}


def limit(value: int) -> str:
    """A limit in words."""
    return "no limit" if value >= NO_LIMIT else str(value)


def limited_to(value: int) -> str:
    """A number of children in words."""
    return "no limit" if value >= NO_LIMIT else children(value)


def sexes(value: str) -> str:
    """Which children, by sex, in words."""
    return SEXES[value]


class Figure(Facts):
    """Figures of the law and of local policy on the day."""

    about = "figure"
    usual_fostering_limit = fact(int, "the usual fostering limit", show=children)
    other_arrangements_from_age = fact(int, "the age from which other arrangements are open")
    emergency_working_days = fact(int, "the working days that an emergency outside the terms of approval may last")
    longest_school_journey = fact(int, "the longest journey to school", show=minutes)
    longest_school_journey_primary = fact(int, "the longest journey to school in primary years", show=minutes)


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
    asks_more = yes_no("whether the referral has further requirements")


class Child(Facts):
    """What is known of the child: the same for every home."""

    about = "child"
    born = fact(date, "the child's date of birth")
    age_disputed = yes_no("whether the child's age is disputed")
    sex = fact(Sex, "the child's sex")
    legal_status = fact(LegalStatus, "the child's legal status")
    responsible_authority = fact(str, "the responsible authority", show=name_of)
    age_at_start = fact(int, "the child's age at the start of the stay", born, Referral.start)
    age_at_end = count("the child's age at the end of the stay", born, Referral.expected_end)
    home_postcode = fact(str, "the child's home postcode")
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
    has_risks = yes_no("the child's risks")
    needs = fact(int, "the child's needs")
    wishes = fact(date, "the child's wishes")


class Home(Facts):
    """What is known of the home: the same for every child."""

    about = "home"
    kind = fact(HomeKind, "the kind of home")
    run_by = fact(RunBy, "who runs the home")
    postcode = fact(str, "the home's postcode")
    easting = fact(int, "the position of the home's postcode", postcode)
    northing = fact(int, "the position of the home's postcode", postcode)
    authority = fact(str, "the authority that the home is in", postcode, show=name_of)
    abroad = yes_no("whether the home is outside the United Kingdom", postcode)
    outside_england_and_wales = yes_no("whether the home is outside England and Wales", postcode)
    fosters = yes_no("whether it is a foster home", kind)
    setting = fact(Setting, "the setting")
    approval_status = fact(ApprovalStatus, "the state of the carers' approval")
    approved_by = fact(str, "the service that approved the carers", show=name_of)
    agreement_signed = fact(date, "the day on which the foster care agreement was signed")
    terms = yes_no("the terms of approval")
    terms_age_min = fact(int, "the lowest age within the terms of approval", terms)
    terms_age_max = fact(int, "the highest age within the terms of approval", terms, show=limit)
    terms_sex = fact(SexTaken, "the sex within the terms of approval", terms, show=sexes)
    terms_max_children = fact(int, "the number of children within the terms of approval", terms, show=limited_to)
    terms_name_children = yes_no("whether the terms of approval name children", terms)
    registration_status = fact(RegistrationStatus, "the state of the registration")
    registration = yes_no("the registration")
    restricted = yes_no("whether new admissions are restricted")
    registered_places = fact(int, "the number of registered places", registration, show=limit)
    purpose_age_min = fact(int, "the lowest age in the statement of purpose", registration)
    purpose_age_max = fact(int, "the highest age in the statement of purpose", registration, show=limit)
    purpose_sex = fact(SexTaken, "the sex in the statement of purpose", registration, show=sexes)
    judgement = fact(str, "the inspection judgement")
    household = yes_no("who lives in the home")
    vacant_beds = fact(int, "the number of vacant beds", show=beds)
    vacant_from = fact(date, "the day from which the bed is free")
    vacancy_ends = yes_no("whether the vacancy has an end")
    vacant_until = fact(date, "the day until which the bed is free")
    bedrooms_free = fact(int, "the number of free bedrooms")
    emergency_bed = yes_no("whether this is the emergency bed")
    longest_stay = fact(int, "the longest stay", show=days)
    access = yes_no("the access that the home has")
    connected_to = yes_no("to whom the carers are connected")
    takes_all = yes_no("whether the carers take children with any risk")
    offer_valid_until = fact(date, "the day until which the offer is valid")
    skills = yes_no("the carers' skills")
    years_fostering = fact(int, "the carers' years of fostering", show=years)
    weekly_cost = fact(float, "the marginal weekly cost", show=pounds)
    full_weekly_cost = fact(float, "the full weekly cost", show=pounds)
    cost_basis = fact(CostBasis, "the basis of the cost")


class Pair(Facts):
    """What is true of this child in this home."""

    about = "pair"
    connected = yes_no("whether the carers are connected to the child", Home.connected_to)
    lives_there = yes_no("whether the child already lives there", Child.current_home)
    in_area = yes_no(
        "whether the home is in the responsible authority's area", Home.authority, Child.responsible_authority
    )
    in_adjoining_area = yes_no("whether the home is in the area of an adjoining authority", Home.authority)
    own_approved = yes_no(
        "whether the responsible authority itself approved the carers", Home.approved_by, Child.responsible_authority
    )
    miles_from_home = fact(float, "the distance from home", Child.home_easting, Home.easting, show=miles)
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
    impact_accepted = yes_no("whether the home's assessment of the impact on those there accepts the child")
    impact_rejected = yes_no("whether the home's assessment of the impact on those there rejects the child")
    siblings_together = yes_no("whether the siblings who should be together would be")
    school_kept = yes_no("whether the child can stay at the same school", keeps_school, minutes_to_school)
    wishes_met = yes_no("whether all that the child wishes for would be met", Child.wishes)


class Household(Facts):
    """What is true of the home with everybody who would live there once the arriving children are in."""

    about = "household"
    arriving = fact(int, "the number of children arriving", show=children)
    beds_needed = count("the beds that the arriving children need", Child.current_home, show=beds)
    all_connected = yes_no("whether the carers are connected to every arriving child", Home.connected_to)
    fostered = count("the number of fostered children once the arriving children are in", Home.household, show=children)
    fostered_are_siblings = yes_no("whether all fostered children would be siblings of each other", Home.household)
    exemption_names_all = yes_no("whether an exemption names all fostered children", Home.authority)
    residents = count("the number of residents once the arriving children are in", Home.household)
    other_children = count("the other children who live there", Home.household, show=children)
    authorities_to_consent = count("the other placing authorities that have not consented", Home.household)
    someone_to_keep_apart = yes_no(
        "whether somebody would live there with whom an arriving child must not live", Home.household
    )


figure, referral, child, home, pair, household = Figure(), Referral(), Child(), Home(), Pair(), Household()
