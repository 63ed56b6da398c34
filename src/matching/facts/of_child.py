"""Facts that are the same for every home: of the child, the referral and the figures. A value each."""

from datetime import date, timedelta
from typing import Any

from matching.domain.ages import eighteenth_birthday, years_on
from matching.domain.child import Child
from matching.domain.codes import Sex
from matching.domain.referral import Referral, end_of_stay
from matching.facts.catalogue import child, household, referral
from matching.facts.fact import AT_LEAST, AT_MOST
from matching.facts.home_columns import never_if_false
from matching.facts.of_care import agreement, contact_order_runs, days_there, early_permanence, reviewed
from matching.facts.of_family_time import visits
from matching.facts.of_school import school_values
from matching.facts.of_siblings import has_siblings_to_be_with, siblings_number
from matching.facts.of_stay import stay_values
from matching.facts.of_wishes import wish_values
from matching.facts.question import Question
from matching.facts.working_days import working_days_after
from matching.geography.postcodes import Place, PostcodeDirectory

HALVES = 2
"""Need is counted in halves of a level: a skill one level short covers half of it."""

RESIDENTIAL_CARE = "residential_care"
LAST_AGE_IN_CHILDHOOD = 17
Values = dict[str, Any]


def last_age(born: date, end: date) -> int:
    """The age on the last day of a stay: care ends with childhood, so at most the age on the eve of 18."""
    return years_on(born, min(end, eighteenth_birthday(born) - timedelta(days=1)))


def question_values(question: Question) -> Values:
    """The facts of the referral, the household that arrives, and the figures."""
    asked = question.referral
    authorities = {question.authority_of(c) for c in question.children}
    end = question.last_day
    return {
        **{f"figure.{name}": value for name, value in question.figures.items()},
        referral.asked_on.name: question.day,
        referral.start.name: asked.start,
        referral.expected_end.name: end,
        referral.days.name: (end - asked.start).days if end else None,
        referral.kind.name: asked.kind,
        referral.emergency.name: asked.emergency,
        referral.emergency_stop.name: working_days_after(asked.start, question.figures["emergency_working_days"]),
        referral.responsible_authority.name: authorities.pop() if len(authorities) == 1 else None,
        referral.residential_need_recorded.name: _requires(asked, RESIDENTIAL_CARE),
        referral.emergency_because.name: asked.emergency_because,
        referral.required.name: None if asked.required is None else ", ".join(asked.required),
        referral.temporary_stop.name: asked.start + timedelta(days=question.figures["temporary_approval_days"]),
        household.arriving.name: len(question.children),
    }


def _requires(asked: Referral, word: str) -> bool | None:
    return None if asked.required is None else word in asked.required


def child_values(question: Question, of: Child, directory: PostcodeDirectory) -> Values:
    """The facts of one arriving child."""
    start, end = question.referral.start, end_of_stay(question.referral, of.born)
    return {
        child.born.name: of.born,
        child.age_disputed.name: of.age_disputed,
        child.sex.name: None if of.sex is Sex.U else of.sex,
        child.legal_status.name: of.legal_status,
        child.responsible_authority.name: question.authority_of(of),
        child.expected_end.name: end,
        child.age_at_start.name: years_on(of.born, start),
        **_age_at_end(of.born, start, end),
        child.current_home.name: of.current_home or None,
        child.is_moving.name: None if of.current_home is None else of.current_home is not False,
        child.reviewed_on.name: never_if_false(of.reviewed_on),
        child.deprivation_of_liberty.name: of.deprivation_of_liberty,
        child.keep_away_from.name: None if of.keep_away_from is None else True,
        child.access_needs.name: None if of.access_needs is None else True,
        child.near_home_counts.name: None if of.away_for_safety is None else not of.away_for_safety,
        child.risks.name: None if of.risks is None else True,
        child.family_explored.name: None if of.family_explored is None else True,
        child.siblings_to_be_with.name: has_siblings_to_be_with(of, question),
        child.needs_access.name: None if of.access_needs is None else bool(of.access_needs),
        child.languages.name: None if of.languages is None else True,
        child.religion.name: None if of.religion is None else True,
        child.contact_order_runs.name: contact_order_runs(of, start),
        child.adoption_recorded.name: early_permanence(of) is not None,
        child.early_permanence.name: early_permanence(of),
        child.current_since.name: never_if_false(of.current_since),
        child.days_there_by_end.name: days_there(of, end),
        child.reviewed.name: reviewed(of, question.day),
        **agreement(of, question.day),
        child.needs.name: None if of.needs is None else sum(1 for level in of.needs.values() if level),
        child.wishes.name: of.wishes.ascertained_on or None if of.wishes else None,
        child.needs_care.name: None if of.needs is None else any(of.needs.values()),
        child.amount_of_need.name: None if of.needs is None else HALVES * sum(of.needs.values()),
        child.vulnerable_to.name: None if of.vulnerable_to is None else True,
        child.siblings.name: siblings_number(of, question),
        **wish_values(of),
        **_family_time(of, directory),
        **stay_values(of, question),
        **school_values(of, question),
        child.has_home.name: None if of.home_postcode is None else of.home_postcode is not False,
        **_position("home", of.home_postcode or None, directory.find(of.home_postcode or None)),
        **_position("school", *_school_place(of, directory)),
    }


def _family_time(of: Child, directory: PostcodeDirectory) -> Values:
    """Whether family time is planned, and whether it is known where, and how often."""
    planned = visits(of.family_time or (), directory)
    recorded = of.family_time is not None
    return {
        child.family_time.name: bool(of.family_time) if recorded else None,
        child.family_places.name: True if recorded and planned.placed else None,
        child.family_times.name: True if recorded and planned.counted else None,
    }


def _age_at_end(born: date, start: date, end: date | None) -> Values:
    """The age on the last day; where that is not known, from the age at the start to the last age in childhood."""
    least = years_on(born, start) if end is None else last_age(born, end)
    most = max(least, LAST_AGE_IN_CHILDHOOD) if end is None else least
    name = child.age_at_end.name
    return {name: None if end is None else least, name + AT_LEAST: least, name + AT_MOST: most}


def _school_place(of: Child, directory: PostcodeDirectory) -> tuple[str | None, Place | None]:
    postcode = of.school.postcode if of.school else None
    return postcode, directory.find(postcode)


def _position(what: str, postcode: str | None, place: Place | None) -> Values:
    return {
        f"child.{what}_postcode": postcode,
        f"child.{what}_easting": place.easting if place else None,
        f"child.{what}_northing": place.northing if place else None,
    }
