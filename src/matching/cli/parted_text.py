"""Ways of dividing brothers and sisters, each with who would live where."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from matching.cli.answer import Answer, kind, title
from matching.cli.option_text import HEADS, as_known, points, standing
from matching.cli.page import INDENT, Page
from matching.cli.reasons_text import strongest
from matching.cli.ways_text import beds_lacking
from matching.cli.words import STYLES
from matching.domain.codes import PARTED
from matching.domain.ranking import Option
from matching.explaining.words import STANDINGS, TIERS, count, listed

AT_LENGTH = 3
"""How many ways are told at length; those after them in a line each."""


def write_parted(page: Page, answer: Answer, ruled_out: Sequence[Option], *, full: bool) -> None:
    """Write the ways that part brothers and sisters who should be together, after everything that does not.

    `ruled_out` are homes that cannot take all of them, in full.
    """
    parted = answer.parted
    if parted is not None:
        page.heading(f"{len(answer.groups) + 1} · {TIERS[PARTED]}", count(parted.count, "way"))
        page.paragraph(_owed(parted.options[0]), indent=INDENT)
        write_ways(page, answer, parted.options, full=full)
        if left := parted.count - len(parted.options):
            page.line()
            page.paragraph(f"{count(left, 'more way')} to part them: --limit shows more.", indent=INDENT)
    _write_least(page, answer, ruled_out)


def write_ways(page: Page, answer: Answer, ways: Sequence[Option], *, full: bool) -> None:
    """Write options that are in several homes: the first at length."""
    for number, way in enumerate(ways):
        if number == AT_LENGTH and not full:
            page.line()
            page.paragraph("In short; --full says everything of each:", indent=2)
        _write_way(page, answer, way, at_length=full or number < AT_LENGTH)


def _owed(way: Option) -> str:
    if not way.reasons_owed:
        return "No home can take all of them as things are."
    owed = way.reasons_owed[0]
    return f"A reason is owed: {owed.because}, such as {listed(owed.homes)} [{owed.rule}]."


def _write_way(page: Page, answer: Answer, way: Option, *, at_length: bool) -> None:
    page.line()
    who = "; ".join(f"{listed(part.children)} at {title(part)}" for part in way.parts)
    page.beside(str(way.rank).rjust(INDENT - 2), Text(who, "bold"), indent=0, at=INDENT)
    of_all = f"{STANDINGS[way.standing]}; suitability {points(way.suitability)} ({_heads(way)})"
    page.paragraph(Text(of_all, STYLES[way.standing]), indent=INDENT)
    for part in way.parts if at_length else ():
        for line in _of_part(answer, part):
            page.beside("-", line, indent=INDENT, at=INDENT + 2)


def _of_part(answer: Answer, part: Option) -> Iterator[str]:
    """What is said of some of the children in one of the homes."""
    yield f"{listed(part.children)}: {title(part)}, {kind(part)}: {standing(part)}"
    yield f"suitability {points(part.suitability)} ({_heads(part)}); {strongest(answer, part)}"


def _heads(option: Option) -> str:
    return ", ".join(f"{head} {as_known(getattr(option, head))}" for head in HEADS)


def _write_least(page: Page, answer: Answer, ruled_out: Sequence[Option]) -> None:
    """Where no home can take all of them, the least that would change it."""
    for stuck in answer.ranking.cannot_stay_together:
        page.heading("No home can take all of them", "")
        if not stuck.least:
            page.paragraph("Nothing that a council could change by itself would open a home to all of them.", indent=2)
        for home in stuck.least:
            name = f"{home.name} ({home.home})" if home.name else home.home
            needs = f"{listed(home.needs)}{beds_lacking(home.home, ruled_out)}"
            page.bullet(f"{name} could with {needs} [{', '.join(home.rules)}]")
