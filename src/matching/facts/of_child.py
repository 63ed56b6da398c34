"""Facts that are the same for every home: of the child, the referral and the figures. A value each."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from matching.domain.ages import eighteenth_birthday, years_on
from matching.domain.child import Child
from matching.domain.codes import RiskLevel, Sex
from matching.domain.referral import Referral, end_of_stay
from matching.facts.catalogue import child, figure, household, referral
from matching.facts.fact import AT_LEAST, AT_MOST
from matching.facts.home_columns import never_if_false
from matching.facts.question import Question
from matching.geography.postcodes import Place, PostcodeDirectory

RESIDENTIAL_CARE = "residential_care"
LAST_PRIMARY_YEAR = 6
LAST_AGE_IN_CHILDHOOD = 17
Values = dict[str, Any]


@cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    """Not a Saturday, a Sunday, or a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays()


def working_days_after(day: date, days: int) -> date:
    """The last of so many working days that follow a day."""
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def last_age(born: date, end: date) -> int:
    """The age on the last day of a stay: care ends with childhood, so at most the age on the eve of 18."""
    return years_on(born, min(end, eighteenth_birthday(born) - timedelta(days=1)))


def key_stage(year_group: int | None) -> int | None:
    """The key stage of a year group: 0 before year 1, 5 after year 11."""
    if year_group is None:
        return None
    return next((stage for stage, last in ((0, 0), (1, 2), (2, 6), (3, 9), (4, 11)) if year_group <= last), 5)


def question_values(question: Question) -> Values:
    """The facts of the referral, the household that arrives, and the figures."""
    asked = question.referral
    authorities = {question.authority_of(c) for c in question.children}
    end = _latest_end(question)
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
        referral.asks_more.name: None if asked.required is None else bool(set(asked.required) - {RESIDENTIAL_CARE}),
        household.arriving.name: len(question.children),
    }


def _latest_end(question: Question) -> date | None:
    """The last day of the longest stay; unknown where one of them is."""
    ends = [end_of_stay(question.referral, c.born) for c in question.children]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


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
        child.age_at_start.name: years_on(of.born, start),
        **_age_at_end(of.born, start, end),
        child.current_home.name: of.current_home or None,
        child.is_moving.name: None if of.current_home is None else of.current_home is not False,
        child.reviewed_on.name: never_if_false(of.reviewed_on),
        child.deprivation_of_liberty.name: of.deprivation_of_liberty,
        child.keep_away_from.name: None if of.keep_away_from is None else True,
        child.access_needs.name: None if of.access_needs is None else True,
        child.near_home_counts.name: None if of.away_for_safety is None else not of.away_for_safety,
        child.has_risks.name: _has_risks(of),
        child.needs.name: None if of.needs is None else sum(1 for level in of.needs.values() if level),
        child.wishes.name: of.wishes.ascertained_on or None if of.wishes else None,
        **_school_values(of, question.figures),
        **_position("home", of.home_postcode, directory.find(of.home_postcode)),
        **_position("school", *_school_place(of, directory)),
    }


def _age_at_end(born: date, start: date, end: date | None) -> Values:
    """The age on the last day; where that is not known, from the age at the start to the last age in childhood."""
    least = years_on(born, start) if end is None else last_age(born, end)
    most = max(least, LAST_AGE_IN_CHILDHOOD) if end is None else least
    name = child.age_at_end.name
    return {name: None if end is None else least, name + AT_LEAST: least, name + AT_MOST: most}


def _has_risks(of: Child) -> bool | None:
    if of.risks is None or any(r.level is None for r in of.risks):
        return True if of.risks else None
    return any(r.level is not RiskLevel.NONE for r in of.risks)


def _school_values(of: Child, figures: Any) -> Values:
    year = of.school.year_group if of.school else None
    primary = year is not None and year <= LAST_PRIMARY_YEAR
    longest = figure.longest_school_journey_primary if primary else figure.longest_school_journey
    return {
        child.school_urn.name: of.school.urn if of.school else None,
        child.year_group.name: year,
        child.key_stage.name: key_stage(year),
        child.registered_pupil.name: of.school.registered if of.school else None,
        child.longest_school_journey.name: None if year is None else figures[longest.name.partition(".")[2]],
    }


def _school_place(of: Child, directory: PostcodeDirectory) -> tuple[str | None, Place | None]:
    postcode = of.school.postcode if of.school else None
    return postcode, directory.find(postcode)


def _position(what: str, postcode: str | None, place: Place | None) -> Values:
    return {
        f"child.{what}_postcode": postcode,
        f"child.{what}_easting": place.easting if place else None,
        f"child.{what}_northing": place.northing if place else None,
    }
