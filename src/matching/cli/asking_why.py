"""Asking of a file why homes are not first and how sure the first is, and writing the answers as text or JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.progress import shown_on_stderr
from matching.cli.streams import write_line
from matching.domain.how_sure import HowSure
from matching.domain.why_not import WhyNot
from matching.engine import no_such_home
from matching.errors import Fault, InvalidInput
from matching.explaining.words import listed, name_and_id

MOST_ASKED = 10
"""Where no home is named, so many of those in front are asked about."""

ASKING = "Asking"
PROPOSES = "The engine proposes; people decide. Every change below was tried, and does what is said."


@dataclass(frozen=True)
class Wanted:
    """For which referral is asked, or for each, and in which words and form."""

    referral: str | None
    to_child: bool = False
    as_json: bool = False


def why_not_of_file(file: Path, homes: Sequence[str], wanted: Wanted) -> None:
    """Write why homes of a file are not first; InvalidInput before anything is written."""
    case = opened(file)
    with naming(file):
        known = case.engine.register.row_of
        if faults := [no_such_home(home, [*known]) for home in homes if home not in known]:
            raise InvalidInput(faults)
        asked = [(r, home) for r in _referrals(case, wanted) for home in homes or _in_front(case, r)]
        if not homes and not asked:
            raise InvalidInput([_fault("homes", "none but the first", "a home to ask about", "Name one.")])
        answers = (case.engine.why_not(referral, home) for referral, home in shown_on_stderr(asked, ASKING))
        _write_why_not(answers, wanted)


def how_sure_of_file(file: Path, wanted: Wanted) -> None:
    """Write how sure the first home of each referral of a file is; InvalidInput before anything is written."""
    case = opened(file)
    with naming(file):
        answers = (case.engine.how_sure(referral) for referral in shown_on_stderr(_referrals(case, wanted), ASKING))
        _write_how_sure(answers, wanted)


def _in_front(case: Opened, referral: str) -> list[str]:
    """The homes in front but for the first; where no home is lawful, the first that are ruled out."""
    ranking = case.engine.rank(referral, limit=MOST_ASKED + 1)
    ranked = sorted((o.rank, o.home) for t in ranking.tiers for o in t.options if o.rank is not None and not o.parts)
    out = [home for group in ranking.ruled_out for home in group.homes]
    return [home for _, home in ranked[1 : MOST_ASKED + 1]] or out[:MOST_ASKED]


def _referrals(case: Opened, wanted: Wanted) -> list[str]:
    known = [referral.id for referral in case.loaded.case.referrals]
    if not known:
        raise InvalidInput([_fault("referrals", "none", "at least one", "Add the referral that asks for a home.")])
    if wanted.referral is not None and wanted.referral not in known:
        expected = f"one of: {listed(known, MOST_ASKED)}"
        raise InvalidInput([_fault("referrals", wanted.referral, expected, "Ask for a referral that the case holds.")])
    return [wanted.referral] if wanted.referral is not None else known


def _fault(table: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("", table, "", "", found, expected, remedy)


def _write_why_not(answers: Iterable[WhyNot], wanted: Wanted) -> None:
    if wanted.as_json:
        for answer in answers:
            write_line(answer.model_dump_json().encode())
        return
    page, last = Page(), ""
    for answer in answers:
        if answer.referral != last:
            _open(page, f"Why not? {listed(answer.children)} ({answer.referral})", wanted, again=bool(last))
            last = answer.referral
        page.heading(f"Why not {name_and_id(answer.name, answer.home)}?")
        _say(page, answer.said_to_child if wanted.to_child else answer.said)


def _write_how_sure(answers: Iterable[HowSure], wanted: Wanted) -> None:
    if wanted.as_json:
        for answer in answers:
            write_line(answer.model_dump_json().encode())
        return
    page = Page()
    for number, answer in enumerate(answers):
        _open(page, f"How sure is it? {listed(answer.children)} ({answer.referral})", wanted, again=bool(number))
        _say(page, answer.said_to_child if wanted.to_child else answer.said)


def _open(page: Page, title: str, wanted: Wanted, *, again: bool) -> None:
    if again:
        page.between()
    page.title(title)
    if not wanted.to_child:
        page.paragraph(PROPOSES)


def _say(page: Page, sentences: Iterable[str]) -> None:
    page.line()
    for sentence in sentences:
        page.bullet(sentence)
