"""Room that could be made: a bed, from when, until when."""

from datetime import timedelta

from matching.facts.catalogue import household
from matching.facts.catalogue.words import beds
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home, of_referral
from matching.facts.fact import AT_MOST, show_plain

A_DAY = timedelta(days=1)
NOBODY_KNOWS = 100
"""More than these is no number of beds or of children: it says that nobody knows who lives there."""


def more_beds(of: Situation) -> Proposed:
    """As many vacant beds as are needed, the fewest more first, where fewer live there than the home may take.

    Of a full home no bed is offered: no child is to move to make room. Beds agreed for others stay theirs.
    """
    has = of.home.vacancies.beds if of.home.vacancies else None
    needed = of.most(household.beds_needed.name + AT_MOST)
    if has is None or needed is None or needed > NOBODY_KNOWS or not _has_room(of):
        return
    for number in range(has + 1, needed + of.agreed_here + 1):
        beds_vacant = f"there were {beds(number)} vacant" if number > 1 else "there was a bed vacant"
        yield f"{beds_vacant} (now {has})", of_home(of, {"vacancies": {"beds": number}})


def _has_room(of: Situation) -> bool:
    """Whether it is recorded that the home may take as many as would live there."""
    terms = of.home.approval.terms if of.home.approval else None
    known = of.home.registration
    most = terms.max_children if of.fosters and terms else known.capacity if known else None
    there = of.most((household.fostered if of.fosters else household.residents).name + AT_MOST)
    return most is not None and there is not None and there <= most


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
    if not of.can_wait:
        return
    leaving = [decided.until + A_DAY for decided in of.agreed if decided.until]
    for day in sorted({*leaving, *([free] if free else [])}):
        if asked.start < day and (asked.expected_end is None or day < asked.expected_end):
            words = f"everybody stayed where they live until {show_plain(day)}, and moved then"
            yield words, of_referral(of, {"start": day.isoformat()})
