"""Facts of where a child learns, as they will be when the stay starts."""

from collections.abc import Mapping
from datetime import date

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.facts.catalogue import child, figure
from matching.facts.question import Question

LAST_PRIMARY_YEAR = 6
RECEPTION_AGE = 4
FIRST_MONTH = 9
"""A school year starts in September, and everybody is then a year on."""


def key_stage(year_group: int | None) -> int | None:
    """The key stage of a year group: 0 before year 1, 5 after year 11."""
    if year_group is None:
        return None
    return next((stage for stage, last in ((0, 0), (1, 2), (2, 6), (3, 9), (4, 11)) if year_group <= last), 5)


def school_year(day: date) -> int:
    """The calendar year in which the school year of a day began."""
    return day.year - (day.month < FIRST_MONTH)


def year_group_at_start(of: Child, question: Question) -> int | None:
    """The year group on the first day of the stay: as recorded on the day, and a year on for each September between."""
    if of.school is None or of.school.year_group is None:
        return None
    return of.school.year_group + max(0, school_year(question.referral.start) - school_year(question.day))


def _registered(of: Child, question: Question) -> bool | None:
    """Whether the child is a registered pupil; one too young for a reception class, with no school recorded, is not."""
    if of.school is None and years_on(of.born, question.referral.start) < RECEPTION_AGE:
        return False
    return of.school.registered if of.school else None


def school_values(of: Child, question: Question) -> Mapping[str, object]:
    """The school, the year group, and how long a journey to it may be."""
    year = year_group_at_start(of, question)
    primary = year is not None and year <= LAST_PRIMARY_YEAR
    longest = figure.longest_school_journey_primary if primary else figure.longest_school_journey
    figures: Mapping[str, int] = question.figures
    return {
        child.school_urn.name: of.school.urn if of.school else None,
        child.year_group.name: year,
        child.key_stage.name: key_stage(year),
        child.registered_pupil.name: _registered(of, question),
        child.longest_school_journey.name: None if year is None else figures[longest.name.partition(".")[2]],
    }
