"""A ranking as pages that a panel can read on paper: what matters first, and what is true of several homes once."""

from collections.abc import Sequence

from matching.cli.answer import Answer
from matching.cli.asked import write_asked
from matching.cli.at_a_glance import write_at_a_glance
from matching.cli.close_calls_text import write_close_calls
from matching.cli.deadlines_text import write_deadlines
from matching.cli.option_text import write_option
from matching.cli.page import INDENT, Page
from matching.cli.parted_text import write_parted, write_ways
from matching.cli.rest import write_before_deciding, write_notes, write_people_decide, write_rules
from matching.cli.ruled_out import write_beyond, write_ruled_out
from matching.cli.said_once import rows_of, shared, write_said_once
from matching.cli.short_text import write_short
from matching.domain.ranking import Option, TierOptions
from matching.explaining.words import TIERS, count

AT_LENGTH = 3
"""How many options of a tier are told at length; those below them in a few lines each."""


def write_ranking(page: Page, answer: Answer, ruled_out: Sequence[Option], *, full: bool = False) -> None:
    """Write who is asked for, the homes in the panel's order, those ruled out, and what is due.

    `full` says everything of every home, at each.
    """
    write_asked(page, answer)
    write_people_decide(page, answer)
    write_before_deciding(page, answer)
    write_at_a_glance(page, answer)
    write_close_calls(page, answer)
    write_notes(page, answer, full=full)
    for number, tier in enumerate(answer.groups, start=1):
        _tier(page, answer, f"{number} · {TIERS[tier]}", tier, full=full)
    write_parted(page, answer, ruled_out, full=full)
    write_beyond(page, answer, full=full)
    write_ruled_out(page, answer, ruled_out, full=full)
    write_deadlines(page, answer)
    write_rules(page, answer, answer.shown, full=full)


def _tier(page: Page, answer: Answer, heading: str, tier: str, *, full: bool) -> None:
    there = next((t for t in answer.tiers if t.tier == tier), None)
    if there is None:
        page.line()
        page.line(f"{heading}: no home", "bold")
        return
    several = any(option.parts for option in there.options)
    page.heading(heading, count(there.count, "way" if several else "home"))
    if several:
        write_ways(page, answer, there.options, full=full)
    else:
        _options(page, answer, there, full=full)
    if left := there.count - len(there.options):
        page.line()
        page.paragraph(f"{count(left, 'more home')} of this tier: see below.", indent=INDENT)


def _options(page: Page, answer: Answer, tier: TierOptions, *, full: bool) -> None:
    rows = rows_of(answer, tier.options)
    once = [] if full else shared(rows)
    write_said_once(page, rows, tier.options, once)
    for number, option in enumerate(tier.options):
        own = [row for row in rows[option.home] if row not in once]
        if full or number < AT_LENGTH:
            write_option(page, answer, option, own, full=full)
            continue
        if number == AT_LENGTH:
            page.line()
            page.paragraph("In short; --home ID gives one of them whole, and --full all:", indent=2)
            page.line()
        write_short(page, answer, option, own)
