"""Days and limits in a case: what begins does not end before it, and nothing was recorded before it happened."""

from collections.abc import Iterator
from datetime import date

from matching.data.place import Path
from matching.data.trouble import Trouble
from matching.domain.approval import Terms
from matching.domain.case import Case
from matching.domain.home import Registration

ONE_OF_TWO = "Correct one of the two."


def nothing_ends_before_it_begins(case: Case) -> Iterator[Trouble]:
    """No stay, vacancy or approval ends before it begins."""
    for path, begins, ends, beginning in _spans(case):
        if _later(begins, ends):
            yield Trouble(path, ends, f"a day not before {beginning}", ONE_OF_TWO)


def ages_run_upwards(case: Case) -> Iterator[Trouble]:
    """No lower limit of age lies above its upper limit."""
    for n, home in enumerate(case.homes):
        if home.approval and home.approval.terms:
            yield from _ages(("homes", n, "approval", "terms"), home.approval.terms)
        if home.registration:
            yield from _ages(("homes", n, "registration"), home.registration)


def people_are_born(case: Case) -> Iterator[Trouble]:
    """Nobody in the file is born after the day on which it is judged."""
    for n, child in enumerate(case.children):
        if _later(child.born, case.as_of):
            yield _too_late(("children", n, "born"), child.born)
    for n, home in enumerate(case.homes):
        for position, member in enumerate(home.household or ()):
            if _later(member.born, case.as_of):
                yield _too_late(("homes", n, "household", position, "born"), member.born)


def approvals_were_given(case: Case) -> Iterator[Trouble]:
    """No approval is dated after the day on which the case is judged."""
    for n, given in enumerate(case.approvals):
        if _later(given.on, case.as_of):
            yield _too_late(("approvals", n, "on"), given.on)


def _ages(path: Path, limits: Terms | Registration) -> Iterator[Trouble]:
    if limits.age_min is not None and limits.age_max is not None and limits.age_min > limits.age_max:
        yield Trouble((*path, "age_max"), limits.age_max, "no less than age_min", ONE_OF_TWO)


def _spans(case: Case) -> Iterator[tuple[Path, date | None, date | None, str]]:
    for n, referral in enumerate(case.referrals):
        yield ("referrals", n, "expected_end"), referral.start, referral.expected_end, "start"
    for n, home in enumerate(case.homes):
        if home.vacancies:
            yield ("homes", n, "vacancies", "until"), home.vacancies.from_, home.vacancies.until, "from"
    for n, decided in enumerate(case.decided):
        yield ("decided", n, "until"), decided.start or decided.on, decided.until, "start"
    for n, given in enumerate(case.approvals):
        yield ("approvals", n, "until"), given.on, given.until, "on"


def _too_late(path: Path, found: object) -> Trouble:
    return Trouble(path, found, "a day not after as_of", "Correct the day, or the as_of of the file.")


def _later(day: date | None, than: date | None) -> bool:
    return day is not None and than is not None and day > than
