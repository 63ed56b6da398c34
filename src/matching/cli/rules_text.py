"""The rule register in words: as pages for a terminal, and as the document that counsel marks up."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matching.cli.page import INDENT, Page
from matching.cli.streams import this_program
from matching.cli.words import LEGAL_STATUS, in_full
from matching.domain.codes import Approver
from matching.explaining.words import count, day, listed
from matching.rules.entry import DutyEntry, Entry, FactUsed, FigureEntry, LineSaid, Sourced
from matching.rules.register import APPROVERS, CONFIRMED, RuleRegister, register

TITLE_AT = 22
CODE = re.compile(r"\b[A-Z]\d\b")
UNCONFIRMED = "No lawyer has confirmed any of it yet."
NO_SCENARIO = "None expects a finding of it."

READING = (
    "A rule is a table. Its lines are read from the first, and the first that holds answers.",
    "Where a fact is not recorded, a line may hold or not. Then the lines that may answer are compared: where they "
    "agree, that is the answer; where they do not, the finding is “cannot tell”, and it names what to find out.",
    "An approval counts only where the line that answers asks for it, and a refusal then prohibits. An approval never "
    "lifts a prohibition, nor what nobody can tell.",
    "Words in square brackets stand where the answer gives the fact.",
    "The day of what is known not to have happened counts as later than every other day, and a limit that is left out "
    "of the terms of approval or of the registration as higher than every number.",
    "“The day on which everything is judged” is the day that the question gives, and not always today.",
)

Field = tuple[str, str]
"""A label and what it says."""


@dataclass(frozen=True)
class Sheet:
    """A rule, a duty or a deadline, ready to be written: in words throughout."""

    heading: str
    means: str
    fields: tuple[Field, ...]
    lines: tuple[Field, ...] = ()
    facts: tuple[FactUsed, ...] = ()
    told: tuple[Field, ...] | None = None


def sheets_of(said: RuleRegister) -> Iterator[Sheet]:
    """Everything with an id, in the register's order."""
    yield from map(of_rule, said.rules)
    yield from map(of_duty, said.duties)
    yield from map(of_deadline, said.deadlines)


def of_rule(entry: Entry) -> Sheet:
    """One version of a rule."""
    fields = [
        ("class", listed(entry.classes)),
        ("judges", entry.about),
        *_source(entry),
        ("approval by", _approvers(entry) or "nobody"),
        *(("deadline", words) for words in entry.deadlines),
        *_codes(entry),
    ]
    told = tuple((case.title, case.file) for case in entry.scenarios)
    return Sheet(heading(entry), entry.means, tuple(fields), tuple(map(_line, entry.table)), entry.facts, told)


def of_duty(entry: DutyEntry) -> Sheet:
    """A duty that is measured."""
    fields = [("owed when", entry.owed), ("met when", entry.served), ("said", f"“{entry.says}”")]
    fields += [("better by", entry.better_by)] if entry.better_by else []
    return Sheet(heading(entry), entry.means, (*fields, *_source(entry)))


def of_deadline(entry: Sourced) -> Sheet:
    """A deadline that follows from a placement, or from being looked after."""
    return Sheet(heading(entry), entry.means, tuple(_source(entry)))


def _approvers(entry: Entry) -> str:
    """Who may be asked: which of them, the line that answers says."""
    return " or ".join(APPROVERS[Approver(a)] for a in entry.approvers)


def heading(entry: Sourced) -> str:
    """The id and the title."""
    until = f" (until {day(entry.until_day)})" if entry.until_day else ""
    return f"{entry.id}: {entry.title}{until}"


def _source(entry: Sourced) -> Iterator[Field]:
    yield "source", in_full(entry.cites)
    if entry.address:
        yield "read at", entry.address
    yield "confidence", f"{entry.confidence}: {entry.confirmed}"
    yield "in force", days(entry.from_day, entry.until_day)


def days(first: date, last: date | None) -> str:
    """The days on which something binds."""
    return f"from {day(first)}" + (f" to {day(last)}" if last else "")


def _codes(entry: Entry) -> Iterator[Field]:
    """What the codes of the statutory return mean that the table names."""
    named = sorted({code for line in entry.table for code in CODE.findall(line.when) if code in LEGAL_STATUS})
    if named:
        yield "codes", "; ".join(f"{code} {LEGAL_STATUS[code]}" for code in named)


def _line(line: LineSaid) -> Field:
    """What a line answers, and when; what it then says."""
    when = "otherwise" if line.when == "otherwise" else f"when {line.when}"
    said = [f"{when}.", f"Said: “{line.says}”."]
    said += [f"Deadline: {line.by}."] if line.by else []
    said += [f"To find out: {'; '.join(line.asks)}."] if line.asks else []
    return line.outcome[:1].upper() + line.outcome[1:], " ".join(said)


def write_whole(page: Page, rule_id: str, said: RuleRegister) -> None:
    """Write what has an id, in every version, or that none binds on the day that was asked for."""
    sheets = list(sheets_of(said))
    if not sheets:
        page.paragraph(f"{rule_id} does not bind on that day. It binds {_bound(rule_id)}.")
    for number, sheet in enumerate(sheets):
        if number:
            page.between()
        _write_sheet(page, sheet)


def _bound(rule_id: str) -> str:
    of = register().only(rule_id)
    return listed(days(e.from_day, e.until_day) for e in (*of.rules, *of.duties, *of.deadlines))


def _write_sheet(page: Page, sheet: Sheet) -> None:
    page.title(sheet.heading)
    page.paragraph(sheet.means)
    page.line()
    for label, text in sheet.fields:
        page.row(label, text)
    if sheet.lines:
        page.heading("The table: the first line that holds answers")
        for number, (answer, rest) in enumerate(sheet.lines, start=1):
            page.beside(f"{number}.", f"{answer} {rest}", indent=0, at=INDENT)
        page.heading("The facts that it rests on")
        for fact in sheet.facts:
            page.bullet(f"{fact_said(fact)} ({fact.fact})")
    if sheet.told is not None:
        page.heading("The scenarios that expect a finding of it")
        for title, file in sheet.told:
            page.bullet(f"{title} ({file})")
        if not sheet.told:
            page.bullet(NO_SCENARIO)


def fact_said(fact: FactUsed) -> str:
    """A fact by its words."""
    return f"{fact.words}: {fact.set_by}" if fact.set_by else fact.words


def write_register(page: Page, said: RuleRegister) -> None:
    """Write every rule, duty, deadline and figure on a line or two, and how to see one whole."""
    page.title("The rule register")
    page.paragraph(f"{count(len(said.rules), 'rule')}: {_by_confidence(said.rules)}. {UNCONFIRMED}")
    page.heading("Rules", "class · confidence · approval")
    for entry in said.rules:
        _write_row(page, entry, listed(entry.classes), _approvers(entry))
    page.heading("Duties, measured and never a prohibition", "confidence")
    for duty in said.duties:
        _write_row(page, duty)
    page.heading("Deadlines, and what a decision waits for", "confidence")
    for deadline in said.deadlines:
        _write_row(page, deadline)
    page.heading("Figures", "who sets them")
    for figure in said.figures:
        page.bullet(figure_said(figure))
    page.heading("To go on")
    page.line(f"One whole, with its table:  {this_program()} rules CPPCR-27A")
    page.line(f"The law of another day:     {this_program()} rules --on 2013-06-03")


def _write_row(page: Page, entry: Sourced, *more: str) -> None:
    first, *others = (*more, "")
    until = f"until {day(entry.until_day)}" if entry.until_day else ""
    page.beside(entry.id, entry.title, indent=0, at=TITLE_AT)
    page.paragraph(" · ".join(filter(None, [first, entry.confidence, *others, until])), indent=TITLE_AT)


def _by_confidence(entries: Sequence[Sourced]) -> str:
    number = Counter(entry.confidence for entry in entries)
    return listed(f"{number[mark]} {mark}" for mark in CONFIRMED if number[mark])


def figure_said(figure: FigureEntry) -> str:
    """A figure with its value, its source and its days."""
    if figure.from_day is None:
        return f"{figure.words} ({figure.name}): set by local policy"
    return f"{figure.words} ({figure.name}): {figure.value}; {figure.cites}, {days(figure.from_day, figure.until_day)}"
