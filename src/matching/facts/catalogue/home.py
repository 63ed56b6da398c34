"""Facts of the home: the same for every child."""

from datetime import date

from matching.domain.codes import (
    ApprovalStatus,
    CostBasis,
    HomeKind,
    RegistrationStatus,
    RunBy,
    Setting,
    SexTaken,
)
from matching.facts.catalogue.words import beds, code, days, limit, limited_to, pounds, sexes, years
from matching.facts.fact import Facts, fact, yes_no
from matching.geography.authorities import name_of


class Home(Facts):
    """What is known of the home: the same for every child."""

    about = "home"
    kind = fact(HomeKind, "the kind of home", show=code)
    run_by = fact(RunBy, "who runs the home", show=code)
    postcode = fact(str, "the home's postcode")
    easting = fact(int, "the position of the home's postcode", postcode)
    northing = fact(int, "the position of the home's postcode", postcode)
    authority = fact(str, "the authority that the home is in", postcode, show=name_of)
    abroad = yes_no("whether the home is outside the United Kingdom", postcode)
    outside_england_and_wales = yes_no("whether the home is outside England and Wales", postcode)
    fosters = yes_no("whether it is a foster home", kind)
    setting = fact(Setting, "the setting", show=code)
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
    offer_valid_until = fact(date, "the day until which the offer is valid")
    skills = yes_no("the carers' skills")
    years_fostering = fact(int, "the carers' years of fostering", show=years)
    weekly_cost = fact(float, "the marginal weekly cost", show=pounds)
    full_weekly_cost = fact(float, "the full weekly cost", show=pounds)
    cost_basis = fact(CostBasis, "the basis of the cost")
    temporary_from = fact(date, "the day from which the carers are temporarily approved")
    temporary_until = fact(date, "the day until which the carers are temporarily approved")
    temporary_last = fact(date, "the last day of the temporary approval", temporary_from, temporary_until)
    extended = yes_no("whether the temporary approval was extended")
    extended_until = fact(date, "the day until which the temporary approval was extended")
    extended_last = fact(date, "the last day of the extension", temporary_from, extended_until)
    panel_view_on = fact(date, "the day on which the fostering panel's view was sought")
    officer_informed_on = fact(date, "the day on which the reviewing officer was informed of the extension")
    review_pending = yes_no("whether a review of the refusal to approve the carers is pending")
    suitability_assessed_on = fact(date, "the day on which the carers' suitability was first assessed")
    adults_checked_on = fact(date, "the day on which every adult in the household was checked")
    full_assessment_started_on = fact(date, "the day on which the full assessment of the carers was started")
    adopter_approved_on = fact(date, "the day on which the carers were approved as adopters")
    takes_emergencies = yes_no("whether the statement of purpose is for emergencies too")
    parent_assessed_on = fact(date, "the day of the assessment of the parent under Schedule 3")
    parent_plan_on = fact(date, "the day on which the placement plan with the parent was ready")
    officer_consulted_on = fact(date, "the day on which the reviewing officer was consulted about the parent")
    languages = yes_no("the languages spoken in the home")
    religion = yes_no("the carers' religion")
    does_not_take = yes_no("the risks that the carers do not take")
    purpose_needs = yes_no("the needs in the statement of purpose", registration)
    checks = yes_no("what was checked before other arrangements")
    household_risks = yes_no("the risks and vulnerabilities of those who live there", household)
    pets = yes_no("whether there are pets")
    support_kinds = fact(int, "the support that the carers have")
    block_bed = yes_no("whether the bed is part of a block that is paid for")
    counted_weekly_cost = fact(
        float, "the weekly cost that this placement is counted to add", full_weekly_cost, show=pounds
    )
    counted_cost_least = fact(float, "the weekly cost that the placement surely adds", show=pounds)
    full_cost_at_least = fact(float, "what is known of the full weekly cost", show=pounds)
