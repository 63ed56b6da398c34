"""The rule register as the page that counsel marks up."""

from collections.abc import Iterator, Sequence

from matching.cli.rules_text import (
    NO_SCENARIO,
    READING,
    UNCONFIRMED,
    Sheet,
    fact_said,
    figure_said,
    heading,
    of_deadline,
    of_duty,
    of_rule,
)
from matching.rules.entry import Sourced
from matching.rules.register import CONFIRMED, RuleRegister

COUNSEL = ("", "Counsel:", "")


def document(said: RuleRegister) -> str:
    """The register as the page in Markdown that counsel marks up."""
    parts = [
        *_opening(said),
        *_part("Rules", "", map(of_rule, said.rules)),
        *_part("Duties", "Measured and shown; never a prohibition.", map(of_duty, said.duties)),
        *_part(
            "Deadlines, and what a decision waits for", "What is to be done by when.", map(of_deadline, said.deadlines)
        ),
        *_heading_of(
            "Figures", "Numbers that rules name. Local policy may be changed by the council, the law's may not."
        ),
        *(f"- {figure_said(figure)}" for figure in said.figures),
        *COUNSEL,
    ]
    return "\n".join(parts)


def _opening(said: RuleRegister) -> Iterator[str]:
    yield "# The rule register"
    yield ""
    yield (
        "What this engine judges by, in words that counsel can mark up: every rule in every version, the duties that "
        "are measured, the deadlines, and the figures. It is written from the rules themselves, and the project's "
        "tests compare the two. What counsel writes after “Counsel:” is left as it is. "
        f"{UNCONFIRMED} The engine proposes; people decide."
    )
    yield from _heading_of("How to read it", "")
    yield from (f"- {sentence}" for sentence in READING)
    yield from _heading_of("How far the sources were checked", "")
    yield from _checked(said)


def _checked(said: RuleRegister) -> Iterator[str]:
    """How many rest on which confidence, then which: first those that counsel should read first."""
    kinds: tuple[Sequence[Sourced], ...] = (said.rules, said.duties, said.deadlines)
    yield "| confidence | means | rules | duties | deadlines |"
    yield "|---|---|---|---|---|"
    for mark, means in CONFIRMED.items():
        numbers = (str(sum(e.confidence == mark for e in entries)) for entries in kinds)
        yield f"| {mark} | {means} | {' | '.join(numbers)} |"
    for mark in CONFIRMED:
        yield from ("", f"**{mark[:1].upper()}{mark[1:]}:**", "")
        yield from (f"- {heading(entry)}" for entries in kinds for entry in entries if entry.confidence == mark)


def _heading_of(title: str, about: str) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if about:
        yield from (about, "")


def _part(title: str, about: str, sheets: Iterator[Sheet]) -> Iterator[str]:
    yield from ("", f"## {title}")
    if about:
        yield from ("", about)
    for sheet in sheets:
        yield from _marked_up(sheet)


def _marked_up(sheet: Sheet) -> Iterator[str]:
    yield from ("", f"### {sheet.heading}", "", sheet.means, "")
    yield from (f"- {label}: {_linked(text)}" for label, text in sheet.fields)
    if sheet.lines:
        yield ""
        yield from (f"{n}. **{answer}** {rest}" for n, (answer, rest) in enumerate(sheet.lines, start=1))
        yield from ("", "It rests on:", "")
        yield from (f"- {fact_said(fact)} (`{fact.fact}`)" for fact in sheet.facts)
    if sheet.told is not None:
        yield from ("", "Scenarios that expect a finding of it:", "")
        yield from [f"- [{title}](../scenarios/{file})" for title, file in sheet.told] or [f"- {NO_SCENARIO}"]
    yield from COUNSEL[:-1]


def _linked(text: str) -> str:
    return f"<{text}>" if text.startswith("https://") else text
