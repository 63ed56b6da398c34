"""`matching rank FILE --all --out FOLDER`: every referral of a file, into a folder."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

import orjson

from matching.batch import each_referral, workers_for
from matching.cli.opening import Opened
from matching.cli.page import Page
from matching.cli.progress import followed
from matching.cli.run import criterion_rows, option_rows, referral_rows
from matching.cli.run.folder import (
    CRITERIA,
    OPTIONS,
    RANKINGS,
    README,
    REFERRALS,
    SUMMARY,
    check_place,
    to_the_disk,
    whole_folder,
)
from matching.cli.run.readme import readme
from matching.cli.run.summary import Tally, Totals, summary
from matching.cli.streams import write_json
from matching.engine import Engine
from matching.explaining.words import count
from matching.reporting.cells import MARK, table
from matching.scoring.criterion import Criterion

TABLES = (RANKINGS, OPTIONS, CRITERIA, REFERRALS)
THE_SAME_IN_ALL = ("as_of", "rulebook_day", "policy", "versions")


@dataclass(frozen=True)
class Asked:
    """What is asked of a run: where to, how many options in full, by how many processes."""

    out: Path
    limit: int
    workers: int | None


@dataclass(frozen=True)
class Written:
    """One referral's share of each file, ready to be written, and what is counted of it."""

    parts: dict[str, bytes]
    tally: Tally
    made_by: dict[str, Any]


def rank_all(case: Opened, file: Path, referrals: tuple[str, ...], asked: Asked, *, as_json: bool) -> None:
    """Rank every referral and write the folder; nothing is there unless all of it is."""
    check_place(asked.out.resolve())
    workers = asked.workers or workers_for(len(referrals))
    answers = each_referral(
        case.engine, referrals, partial(one_referral, limit=asked.limit), workers=workers, beside=file.parent
    )
    with closing(answers), whole_folder(asked.out) as folder:
        said = _write(folder, case, file, followed(answers, len(referrals)), asked.limit)
    if as_json:
        write_json(said)
    else:
        ranked = count(len(referrals), "referral")
        Page().paragraph(f"{ranked} ranked into {asked.out}. {README} there says what it holds.")


def one_referral(engine: Engine, referral: str, *, limit: int) -> Written:
    """One referral's rows and its whole ranking. This is what a worker does."""
    ranking = engine.rank(referral, limit=limit)
    parts = {
        RANKINGS: ranking.model_dump_json().encode() + b"\n",
        OPTIONS: table(option_rows.option_rows(ranking)),
        CRITERIA: table(criterion_rows.criterion_rows(ranking)),
        REFERRALS: table([referral_rows.referral_row(ranking)]),
    }
    made_by = ranking.model_dump(mode="json", include=set(THE_SAME_IN_ALL))
    return Written(parts, Tally.of(ranking), made_by)


def _write(folder: Path, case: Opened, file: Path, answers: Iterator[Written], limit: int) -> dict[str, Any]:
    """Write the files as the answers come, one at a time; the summary of all of them."""
    totals, made_by = Totals(), {}
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / name).open("wb")) for name in TABLES}
        _begin(files, case.engine.scale.criteria)
        for written in answers:
            for name, part in written.parts.items():
                files[name].write(part)
            totals.add(written.tally)
            made_by = written.made_by
    said = summary(of_the_run(case, file, limit) | made_by, totals)
    (folder / SUMMARY).write_bytes(orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n")
    (folder / README).write_text(readme(said), encoding="utf-8", newline="\n")
    for name in (*files, SUMMARY, README):
        to_the_disk(folder / name)
    return said


def of_the_run(case: Opened, file: Path, limit: int) -> dict[str, Any]:
    """What was asked, of whom, over which homes."""
    asked_for = {child for referral in case.loaded.case.referrals for child in referral.children}
    return {
        "file": file.name,
        "made_up": bool(case.loaded.case.made_up),
        "limit": limit,
        "children": len(asked_for),
        "homes": len(case.engine.register.homes),
    }


def _begin(files: Mapping[str, IO[bytes]], criteria: tuple[Criterion, ...]) -> None:
    """Write the names of the columns."""
    headers = {OPTIONS: option_rows.header(criteria), CRITERIA: criterion_rows.HEADER, REFERRALS: referral_rows.HEADER}
    for name, header in headers.items():
        files[name].write(MARK + table([header]))
