"""An option as a block of a page: what it is, how it stands, and its points."""

from collections.abc import Iterable

from rich.text import Text

from matching.cli.answer import Answer, kind, title
from matching.cli.page import AT, INDENT, Page
from matching.cli.reasons_text import MOST, reasons
from matching.cli.remarks import Remark
from matching.cli.words import STYLES
from matching.domain.ranking import Indicators, Interval, Option
from matching.explaining.words import STANDINGS, approvals, count, listed
from matching.scoring.criterion import Head

HEADS = ("stability", "distance", "cost")
NUMBERS, LONG_BAR, SHORT_BAR = 12, 20, 10
MOST_NAMED = 2
"""How many missing facts the standing names; the rows below it name all of them."""


def write_option(page: Page, answer: Answer, option: Option, said: Iterable[Remark], *, full: bool = False) -> None:
    """Write a block for one option, with what is to be said beside its points; in full with every reason of these."""
    write_name(page, answer, option)
    if option.rank is not None:
        write_points(page, answer, option, full=full)
    for label, text in said:
        page.row(label, text)


def write_name(page: Page, answer: Answer, option: Option) -> None:
    """Write the place, the name, the kind and the standing of a home."""
    number = "-" if option.rank is None else str(option.rank)
    page.line()
    page.beside(number.rjust(INDENT - 2), Text(title(option), "bold"), indent=0, at=INDENT)
    page.paragraph(kind(option), indent=INDENT)
    for pairing in option.pairings:
        if pairing.facts.get("pair.lives_there"):
            page.paragraph(f"{pairing.child} lives here now", indent=INDENT)
    page.paragraph(Text(answer.named(standing(option)), STYLES[option.standing]), indent=INDENT)


def standing(option: Option) -> str:
    """How an option stands, in words: whose approval it needs, or that nobody can tell yet."""
    if option.standing == "prohibited":
        return STANDINGS[option.standing]
    said = [] if option.standing == "needs_approval" else [STANDINGS[option.standing] + _open(option)]
    said += whose_approval(option)
    said += ["on conditions"] if any(f.approval and f.approval.conditions for f in option.findings) else []
    return "; ".join(said)


def whose_approval(option: Option) -> list[str]:
    """Whose approval an option needs, in a phrase; none where it needs none."""
    needed = [f.approver for f in option.findings if f.outcome == "needs_approval"]
    return [f"needs {approvals(needed)}"] if needed else []


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


def as_known(head: Interval) -> str:
    """A head's points as known; a question mark where nothing is."""
    nothing = head.low <= 0 and head.high >= 100
    return "?" if nothing else str(int(head.central))


def write_points(page: Page, answer: Answer, option: Option, *, full: bool) -> None:
    """Write suitability and the three heads as numbers and bars, each head with its reasons: those that count most."""
    page.row("suitability", f"{points(option.suitability):<{NUMBERS}}{page.bar(option.suitability, LONG_BAR)}")
    for head in HEADS:
        of: Interval = getattr(option, head)
        known = str(int(of.central)) if int(of.low) == int(of.high) else points(of)
        page.row(head, f"{known:<{NUMBERS}}{page.bar(of, SHORT_BAR)}")
        if head == Head.STABILITY:
            page.paragraph(indicated(option.indicators), indent=AT)
        for mark, reason in reasons(answer, option, head, most=None if full else MOST):
            page.beside(mark, reason, indent=AT, at=AT + 2 if mark else AT)


def indicated(by: Indicators) -> str:
    """How many criteria of stability speak for a home, against it, neither way, and are not known: never a chance."""
    told = ((by.speak_for, "for"), (by.speak_against, "against"), (by.between, "between"), (by.unknown, "not known"))
    return f"indicators: {', '.join(f'{len(ids)} {word}' for ids, word in told if ids)}"
