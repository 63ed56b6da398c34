"""An option as a block of a page: what it is, how it stands, and its points."""

from collections.abc import Sequence

from rich.text import Text

from matching.cli.answer import Answer, kind, title
from matching.cli.page import AT, INDENT, Page
from matching.cli.remarks import remarks
from matching.cli.words import STANDINGS, STYLES, approvals, count, listed
from matching.domain.ranking import CriterionPoints, Interval, Option

HEADS = ("stability", "distance", "cost")
NUMBERS, LONG_BAR, SHORT_BAR = 12, 20, 10
NOT_RECORDED = "not recorded"
MOST_NAMED = 2
"""How many missing facts the standing names; the rows below it name all of them."""


def write_option(page: Page, answer: Answer, option: Option) -> None:
    """Write a block for one option."""
    write_name(page, option)
    if option.rank is not None:
        write_points(page, answer, option)
    for label, text in remarks(answer, option):
        page.row(label, text)


def write_name(page: Page, option: Option) -> None:
    """Write the place, the name, the kind and the standing of a home."""
    number = "-" if option.rank is None else str(option.rank)
    page.line()
    page.beside(number.rjust(INDENT - 2), Text(title(option), "bold"), indent=0, at=INDENT)
    page.paragraph(kind(option), indent=INDENT)
    for pairing in option.pairings:
        if pairing.facts.get("pair.lives_there"):
            page.paragraph(f"{pairing.child} lives here now", indent=INDENT)
    page.paragraph(Text(standing(option), STYLES[option.standing]), indent=INDENT)


def standing(option: Option) -> str:
    """How an option stands, in words: whose approval it needs, or that nobody can tell yet."""
    if option.standing == "prohibited":
        return STANDINGS[option.standing]
    needed = [f.approver for f in option.findings if f.outcome == "needs_approval"]
    said = [] if option.standing == "needs_approval" else [STANDINGS[option.standing] + _open(option)]
    said += [f"needs {approvals(needed)}"] if needed else []
    said += ["on conditions"] if any(f.approval and f.approval.conditions for f in option.findings) else []
    return "; ".join(said)


def _open(option: Option) -> str:
    """What keeps anybody from telling: what is not recorded, and what only people can judge."""
    unknown = [f for f in option.findings if f.outcome == "cannot_tell"]
    missing = dict.fromkeys(m.words for f in unknown for m in f.missing)
    if missing:
        return f": still open: {listed(missing, MOST_NAMED)}"
    return f": {count(len(unknown), 'rule')} for people to judge" if unknown else ""


def points(of: Interval) -> str:
    """Points at least, as known and at most, in whole points rounded down."""
    return "–".join(str(int(level)) for level in (of.low, of.central, of.high))


def write_points(page: Page, answer: Answer, option: Option) -> None:
    """Write suitability and the three heads as numbers and bars, each head with its reasons."""
    page.row("suitability", f"{points(option.suitability):<{NUMBERS}}{page.bar(option.suitability, LONG_BAR)}")
    for head in HEADS:
        of: Interval = getattr(option, head)
        known = str(int(of.central)) if int(of.low) == int(of.high) else points(of)
        label = f"{head:<{AT - INDENT}}{known:<{NUMBERS}}{page.bar(of, SHORT_BAR)}"
        reasons = "; ".join(because(answer, c) for c in option.criteria if c.head == head and c.weight)
        page.beside(label, reasons, indent=INDENT, at=AT + NUMBERS + SHORT_BAR + 2)


def because(answer: Answer, criterion: CriterionPoints) -> str:
    """Why a criterion gives its points; what it asks, where nobody recorded the answer."""
    if NOT_RECORDED in criterion.because:
        return f"not recorded: {answer.questions[criterion.id]}"
    return said_once(criterion.because, answer.ranking.children)


def said_once(because: str, children: Sequence[str]) -> str:
    """A sentence that is the same for each of several children, once; else as it is."""
    said = because.split("; ")
    if len(said) != len(children) or len(children) == 1:
        return because
    alike = {text.removeprefix(f"{child}: ") for text, child in zip(said, children, strict=True)}
    return f"each: {alike.pop()}" if len(alike) == 1 else because
