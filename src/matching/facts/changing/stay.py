"""Dates and plans of the stay itself that the child's social worker could change, and asking the family again."""

from collections.abc import Iterator
from datetime import date, timedelta

from matching.domain.ages import birthday
from matching.domain.codes import FamilyOutcome, ReferralKind
from matching.domain.laying import as_tables
from matching.facts.catalogue import home
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_child, of_referral
from matching.facts.fact import show_plain

A_DAY = timedelta(days=1)


def shorter_stay(of: Situation) -> Proposed:
    """The stay ended sooner, at a day that the home can keep the child to; never one that is for the long term."""
    end, start = of.referral.expected_end, of.referral.start
    if end is None or of.referral.kind is ReferralKind.LONG_TERM:
        return
    for day in sorted({day for day in _ends(of) if start < day < end}, reverse=True):
        words = f"the stay ended on {show_plain(day)} (not on {show_plain(end)})"
        yield words, of_referral(of, {"expected_end": day.isoformat()})


def _ends(of: Situation) -> Iterator[date]:
    """The last days to which something about the home allows a stay."""
    vacancies, approval, known = of.home.vacancies, of.home.approval, of.home.registration
    if vacancies and vacancies.until:
        yield vacancies.until
    if of.home.longest_stay_days is not None:
        yield of.referral.start + timedelta(days=of.home.longest_stay_days)
    if (last := of.rows[0][home.temporary_last.name]) is not None:
        yield last
    yield from (begins - A_DAY for decided in of.agreed if (begins := decided.start or decided.on))
    limits = [approval.terms.age_max if approval and approval.terms else None, known.age_max if known else None]
    for age in (limit for limit in limits if limit is not None):
        yield min(birthday(child.born, age + 1) for child in of.children) - A_DAY


def family_asked_again(of: Situation) -> Proposed:
    """The family asked again, where living there was found not practicable; a no, and a welfare finding, stay."""
    for child in of.children:
        asked = child.family_explored or ()
        if any(one.home == of.home.id and one.outcome is FamilyOutcome.NOT_PRACTICABLE for one in asked):
            again = [as_tables(one) | ({"outcome": "proposed"} if one.home == of.home.id else {}) for one in asked]
            yield "living there was found practicable after all", of_child(child.id, {"family_explored": again})
