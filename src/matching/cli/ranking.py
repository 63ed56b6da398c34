"""Ranking the referrals of a file: one after another as text, JSON or rows, or all of them into a folder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.cli.answer import Answer
from matching.cli.home_text import write_homes
from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.progress import shown_on_stderr
from matching.cli.rank_text import write_ranking
from matching.cli.rest import write_go_on
from matching.cli.run.every import Asked, rank_all
from matching.cli.run.option_rows import header, option_rows
from matching.cli.run.top import NO_REFERRAL, AskedTop, rank_top
from matching.cli.streams import write_bytes, write_line
from matching.domain.ranking import Option, Ranking
from matching.errors import Fault, InvalidInput
from matching.reporting.cells import MARK, table

RULED_OUT_IN_FULL = 20
"""How many homes that are ruled out are told with every reason; those beyond are grouped by rules."""


@dataclass(frozen=True)
class Wanted:
    """What is asked of a file: one referral or each, how many options in full, homes by id, and why not others."""

    referral: str | None
    limit: int
    homes: tuple[str, ...]
    why: bool = False


@dataclass(frozen=True)
class Form:
    """In which form the answers are asked for, and where to."""

    full: bool = False
    as_json: bool = False
    as_csv: bool = False
    every: bool = False
    out: Path | None = None
    workers: int | None = None
    top: int | None = None


def rank_file(file: Path, wanted: Wanted, form: Form) -> None:
    """Rank one referral of a file, or each, and write the answers; InvalidInput before anything is written."""
    _check_asked(wanted, form)
    if form.top is not None and form.out is not None:
        with naming(file):
            rank_top(file, AskedTop(form.out, form.top, form.workers), as_json=form.as_json)
        return
    case = opened(file)
    with naming(file):
        referrals = _referrals(case, wanted)
        _check_homes(case, wanted.homes)
        _write(case, file, referrals, wanted, form)


def _write(case: Opened, file: Path, referrals: tuple[str, ...], wanted: Wanted, form: Form) -> None:
    if form.every and form.out is not None:
        rank_all(case, file, referrals, Asked(form.out, wanted.limit, form.workers), as_json=form.as_json)
    elif form.as_json:
        _write_json(case, referrals, wanted)
    elif form.as_csv:
        _write_csv(case, referrals, wanted)
    else:
        _write_text(case, file, referrals, wanted, full=form.full)


def _check_asked(wanted: Wanted, form: Form) -> None:
    """Refuse options that do not go together, all of them at once."""
    if faults := [*_with_all(wanted, form), *_with_csv(wanted, form)]:
        raise InvalidInput(faults)


def _with_all(wanted: Wanted, form: Form) -> Iterator[Fault]:
    if form.every and form.out is None:
        yield _put_wrongly("--all", "no folder", "--out FOLDER with it", "Say where to: --all --out FOLDER.")
    for option, given in {"--out": form.out, "--workers": form.workers, "--top": form.top}.items():
        if given is not None and not form.every:
            yield _put_wrongly(option, str(given), "--all with it", "Add --all, or leave it out.")
    alone = {"--referral": wanted.referral, "--home": wanted.homes, "--full": form.full, "--csv": form.as_csv}
    alone["--why"] = wanted.why
    for option in (option for option, given in alone.items() if given and form.every):
        yield _put_wrongly(option, "--all with it", "every referral, whole", f"Leave {option} or --all out.")


def _with_csv(wanted: Wanted, form: Form) -> Iterator[Fault]:
    others = {"--json": form.as_json, "--home": wanted.homes, "--full": form.full}
    for option in (option for option, given in others.items() if given and form.as_csv):
        yield _put_wrongly(option, "--csv with it", "one form alone", f"Leave {option} or --csv out.")


def _put_wrongly(option: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("", "command", "", option, found, expected, remedy)


def _referrals(case: Opened, wanted: Wanted) -> tuple[str, ...]:
    if wanted.referral is not None:
        return (wanted.referral,)
    referrals = tuple(r.id for r in case.loaded.case.referrals)
    if not referrals:
        raise InvalidInput([NO_REFERRAL])
    return referrals


def _check_homes(case: Opened, homes: Iterable[str]) -> None:
    known = case.engine.register.row_of
    expected, remedy = "the id of a home in the file", "Ask for a home that the file holds."
    if faults := [_fault("homes", home, home, expected, remedy) for home in homes if home not in known]:
        raise InvalidInput(faults)


def _fault(table: str, at: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("", table, at, "id" if at else "", found, expected, remedy)


def _write_json(case: Opened, referrals: Sequence[str], wanted: Wanted) -> None:
    for referral in shown_on_stderr(referrals):
        write_line(_ranked(case, referral, wanted).model_dump_json().encode())


def _write_csv(case: Opened, referrals: Sequence[str], wanted: Wanted) -> None:
    """The rows of `options.csv`, as `--all` writes them."""
    write_bytes(MARK + table([header(case.engine.scale.criteria)]))
    for referral in shown_on_stderr(referrals):
        write_bytes(table(option_rows(_ranked(case, referral, wanted))))


def _write_text(case: Opened, file: Path, referrals: Sequence[str], wanted: Wanted, *, full: bool) -> None:
    page = Page()
    for number, referral in enumerate(shown_on_stderr(referrals)):
        if number:
            page.between()
        ranking = _ranked(case, referral, wanted)
        answer = Answer(ranking, case.loaded.case, case.engine.policy, case.loaded.filled_from_ordinary)
        if wanted.homes:
            write_homes(page, answer)
        else:
            write_ranking(page, answer, _ruled_out(case, ranking, why=wanted.why), full=full)
    write_go_on(page, file, referrals)


def _ranked(case: Opened, referral: str, wanted: Wanted) -> Ranking:
    return case.engine.rank(referral, limit=wanted.limit, in_full=wanted.homes, why=wanted.why)


def _ruled_out(case: Opened, ranking: Ranking, *, why: bool) -> tuple[Option, ...]:
    """The first homes that are ruled out, in full: those with the fewest rules against them."""
    homes = [home for group in ranking.ruled_out for home in group.homes][:RULED_OUT_IN_FULL]
    if not homes:
        return ()
    return case.engine.rank(ranking.referral, limit=1, in_full=homes, why=why).in_full
