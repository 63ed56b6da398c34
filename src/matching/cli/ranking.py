"""Ranking the referrals of a file, one after another, as text or as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.cli.answer import Answer
from matching.cli.home_text import write_homes
from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.progress import shown_on_stderr
from matching.cli.rank_text import write_ranking
from matching.cli.rest import write_go_on
from matching.cli.streams import write_line
from matching.domain.ranking import Option, Ranking
from matching.errors import Fault, InvalidInput

RULED_OUT_IN_FULL = 20
"""How many homes that are ruled out are told with every reason; those beyond are grouped by rules."""


@dataclass(frozen=True)
class Wanted:
    """What is asked of a file: one referral or each, how many options in full, and homes by id."""

    referral: str | None
    limit: int
    homes: tuple[str, ...]


def rank_file(file: Path, wanted: Wanted, *, as_json: bool) -> None:
    """Rank one referral of a file, or each, and write the answers; InvalidInput before anything is written."""
    case = opened(file)
    write = _write_json if as_json else _write_text
    with naming(file):
        referrals = _referrals(case, wanted)
        _check_homes(case, wanted.homes)
        write(case, file, referrals, wanted)


def _referrals(case: Opened, wanted: Wanted) -> Sequence[str]:
    if wanted.referral is not None:
        return (wanted.referral,)
    referrals = tuple(r.id for r in case.loaded.case.referrals)
    if not referrals:
        raise InvalidInput([_fault("referrals", "", "none", "at least one", "Add the referral that asks for a home.")])
    return referrals


def _check_homes(case: Opened, homes: Iterable[str]) -> None:
    known = case.engine.register.row_of
    expected, remedy = "the id of a home in the file", "Ask for a home that the file holds."
    if faults := [_fault("homes", home, home, expected, remedy) for home in homes if home not in known]:
        raise InvalidInput(faults)


def _fault(table: str, at: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("", table, at, "id" if at else "", found, expected, remedy)


def _write_json(case: Opened, _: Path, referrals: Sequence[str], wanted: Wanted) -> None:
    for referral in shown_on_stderr(referrals):
        write_line(_ranked(case, referral, wanted).model_dump_json().encode())


def _write_text(case: Opened, file: Path, referrals: Sequence[str], wanted: Wanted) -> None:
    page = Page()
    for number, referral in enumerate(shown_on_stderr(referrals)):
        if number:
            page.between()
        ranking = _ranked(case, referral, wanted)
        answer = Answer(ranking, case.loaded.case, case.engine.policy, case.loaded.filled_from_ordinary)
        if wanted.homes:
            write_homes(page, answer)
        else:
            write_ranking(page, answer, _ruled_out(case, ranking))
    write_go_on(page, file, referrals)


def _ranked(case: Opened, referral: str, wanted: Wanted) -> Ranking:
    return case.engine.rank(referral, limit=wanted.limit, in_full=wanted.homes)


def _ruled_out(case: Opened, ranking: Ranking) -> tuple[Option, ...]:
    """The first homes that are ruled out, in full: those with the fewest rules against them."""
    homes = [home for group in ranking.ruled_out for home in group.homes][:RULED_OUT_IN_FULL]
    if not homes:
        return ()
    return case.engine.rank(ranking.referral, limit=1, in_full=homes).in_full
