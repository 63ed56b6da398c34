"""The table at the head of a ranking: a line for each home, or that there is none and why."""

from rich.cells import cell_len, set_cell_size

from matching.cli.answer import Answer
from matching.cli.asked import order
from matching.cli.option_text import as_known, points
from matching.cli.page import Page
from matching.cli.reasons_text import MARKS
from matching.cli.ruled_out import homes_in, write_groups
from matching.cli.ways_text import ways, who_is_where
from matching.domain.ranking import Option
from matching.explaining.words import STANDINGS, TIERS, count, name_and_id

WIDTHS = (15, -11, -9, -8, -4)
"""Of the columns beside a home's place and name: standing, suitability, and the three heads."""

HEADINGS = ("", "", "suitability", "stability", "distance", "cost")


def write_at_a_glance(page: Page, answer: Answer) -> None:
    """Write the table."""
    page.heading("At a glance", _how_many(answer))
    if answer.ranking.tiers:
        _table(page, answer)
    else:
        page.paragraph(_no_option(answer))
        if not answer.ranking.people_decide:
            write_groups(page, answer, answer.ranking.cannot_place_because)


def _how_many(answer: Answer) -> str:
    """How many homes can take all of them, and how many ways there are to divide them."""
    lawful = sum(t.count for t in answer.tiers if not any(option.parts for option in t.options))
    out, divided = homes_in(answer.ranking.ruled_out), ways(answer)
    if divided and not lawful:
        return f"{divided}; no home takes all of them"
    homes = f"{count(lawful + out, 'home')}: {lawful:,} in the order, {out:,} ruled out"
    return f"{homes}; {divided}" if divided else homes


def _no_option(answer: Answer) -> str:
    """That nothing is left; of a child of whom people decide, that nothing was looked for."""
    if answer.ranking.people_decide:
        return "No home is ranked: people decide."
    return "No home in this file is an option. The smallest sets of reasons:"


def _table(page: Page, answer: Answer) -> None:
    place = max(3, *(len(str(option.rank)) for tier in answer.ranking.tiers for option in tier.options))
    room = page.width - place - sum(abs(width) + 1 for width in WIDTHS) - 1
    page.line(" " * place + " " + page.columns(HEADINGS, (room, *WIDTHS)), "dim")
    for tier in answer.ranking.tiers:
        page.line(TIERS[tier.tier])
        for option in tier.options:
            _option(page, option, place, room)
    page.paragraph(
        f"100 points are best (for cost: cheapest). Suitability is at least–as known–at most; the others are as known, "
        f"? where nothing is. In a bar below {page.levels[0]} is at least, "
        f"{page.levels[1]} as known, {page.levels[2]} at most; {MARKS}.",
        style="dim",
    )
    page.line()
    page.paragraph(order(answer))


def _option(page: Page, option: Option, place: int, room: int) -> None:
    """Write a line for an option; more where its id alone, or who would be where, would not fit into one."""
    heads = (as_known(head) for head in (option.stability, option.distance, option.cost))
    points_of = (STANDINGS[option.standing], points(option.suitability), *heads)
    number, name = str(option.rank).rjust(place), _name(option, room)
    if cell_len(name) > room:
        page.beside(number, name, indent=0, at=place + 1)
        number, name = " " * place, ""
    page.line(f"{number} " + page.columns((name, *points_of), (room, *WIDTHS)))


def _name(option: Option, room: int) -> str:
    return who_is_where(option) if option.parts else cut_to(option.name, option.home, room)


def cut_to(name: str | None, home: str, room: int) -> str:
    """A home's name and id, the name cut where there is no room for both: the id is what one asks by."""
    whole = name_and_id(name, home)
    left = room - cell_len(home) - len("... ()")
    if name is None or cell_len(whole) <= room:
        return whole
    return f"{set_cell_size(name, left).rstrip()}... ({home})" if left > 0 else home
