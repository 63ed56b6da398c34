"""Room that could be made: a bed, from when, until when."""

from datetime import timedelta

from matching.domain.codes import Urgency
from matching.facts.catalogue import household
from matching.facts.catalogue.words import beds
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home, of_referral
from matching.facts.fact import AT_MOST, show_plain

A_DAY = timedelta(days=1)
NOBODY_KNOWS = 100
"""More than these is no number of beds or of children: it says that nobody knows who lives there."""


def more_beds(of: Situation) -> Proposed:
    """As many vacant beds as are needed, the fewest more first; those that are agreed for others stay theirs."""
    has = of.home.vacancies.beds if of.home.vacancies else None
    needed = of.most(household.beds_needed.name + AT_MOST)
    if has is None or needed is None or needed > NOBODY_KNOWS:
        return
    for number in range(has + 1, needed + of.agreed_here + 1):
        yield (
            f"there were {beds(number)} vacant (now {has})" if number > 1 else f"there was a bed vacant (now {has})",
            of_home(of, {"vacancies": {"beds": number}}),
        )


def free_from_the_start(of: Situation) -> Proposed:
    """The bed free from the first day of the stay."""
    free = of.home.vacancies.from_ if of.home.vacancies else None
    if free is not None and free > of.referral.start:
        day = of.referral.start
        words = f"the bed was free from {show_plain(day)} (now from {show_plain(free)})"
        yield words, of_home(of, {"vacancies": {"from": day.isoformat()}})


def free_to_the_end(of: Situation) -> Proposed:
    """The bed free to the last day of the stay, or without an end where the stay has none that is known."""
    until = of.home.vacancies.until if of.home.vacancies else None
    if until is None:
        return
    end = of.question.last_day
    if end is None:
        yield (
            f"the bed was free without an end (now until {show_plain(until)})",
            of_home(of, {"vacancies": {"until": ""}}),
        )
    elif end > until:
        words = f"the bed was free until {show_plain(end)} (now until {show_plain(until)})"
        yield words, of_home(of, {"vacancies": {"until": end.isoformat()}})


def later_start(of: Situation) -> Proposed:
    """The stay begun when the bed is free, or whoever has it by agreement has left, where the referral can wait."""
    free, asked = of.home.vacancies.from_ if of.home.vacancies else None, of.referral
    if asked.emergency is True or asked.urgency not in {None, Urgency.PLANNED}:
        return
    leaving = [decided.until + A_DAY for decided in of.agreed if decided.until]
    for day in sorted({*leaving, *([free] if free else [])}):
        if asked.start < day and (asked.expected_end is None or day < asked.expected_end):
            words = f"the stay began on {show_plain(day)} (not on {show_plain(asked.start)})"
            yield words, of_referral(of, {"start": day.isoformat()})
