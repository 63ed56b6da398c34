"""A ranking as pages that a panel can read on paper."""

from collections.abc import Sequence

from matching.cli.answer import Answer
from matching.cli.asked import write_asked
from matching.cli.at_a_glance import write_at_a_glance
from matching.cli.deadlines_text import write_deadlines
from matching.cli.option_text import write_option
from matching.cli.page import INDENT, Page
from matching.cli.rest import write_before_deciding, write_notes, write_people_decide, write_rules
from matching.cli.ruled_out import write_beyond, write_ruled_out
from matching.cli.words import TIERS, count
from matching.domain.ranking import Option


def write_ranking(page: Page, answer: Answer, ruled_out: Sequence[Option]) -> None:
    """Write who is asked for, the homes in the panel's order, those ruled out, and what is due."""
    write_asked(page, answer)
    write_people_decide(page, answer)
    write_notes(page, answer)
    write_before_deciding(page, answer)
    write_at_a_glance(page, answer)
    for number, tier in enumerate(answer.groups, start=1):
        _tier(page, answer, f"{number} · {TIERS[tier]}", tier)
    write_beyond(page, answer)
    write_ruled_out(page, answer, ruled_out)
    write_deadlines(page, answer)
    write_rules(page, answer, answer.shown)


def _tier(page: Page, answer: Answer, heading: str, tier: str) -> None:
    there = next((t for t in answer.ranking.tiers if t.tier == tier), None)
    if there is None:
        page.line()
        page.line(f"{heading}: no home", "bold")
        return
    page.heading(heading, count(there.count, "home"))
    for option in there.options:
        write_option(page, answer, option)
    if left := there.count - len(there.options):
        page.line()
        page.paragraph(f"{count(left, 'more home')} of this tier: see below.", indent=INDENT)
