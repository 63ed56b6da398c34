"""`matching rank FILE --all --top K --out FOLDER`: the first options of every referral, into one Parquet file.

It is made for a country's case: homes that cannot be among the first are never looked at, several processes take
parts in turn, and a run that was ended goes on with the parts that are missing.
"""

import gc
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import polars as pl

from matching.batch import workers_for
from matching.cli.opening import opened
from matching.cli.page import Page
from matching.cli.progress import followed_in_parts
from matching.cli.run.folder import MADE_BY, README, SUMMARY, TOP, check_place, to_the_disk, whole_folder
from matching.cli.run.parts import Parts
from matching.cli.run.summary import NO_ORDER, PEOPLE_DECIDE
from matching.cli.run.top_readme import top_readme
from matching.cli.run.top_rows import Columns, as_rows, top_columns
from matching.cli.streams import write_json
from matching.domain.referral import Referral
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.explaining.ranking import policy_used
from matching.explaining.versions import versions
from matching.explaining.words import STANDINGS, count
from matching.facts.fingerprint import fingerprint
from matching.facts.question import Question
from matching.foremost.first_options import Foremost
from matching.in_parts import Work, each_part, elsewhere
from matching.rules.rulebook import rulebook_on

REFERRALS_A_PART = 512
"""A part takes some seconds: what is lost where a run is ended."""


LARGE = 50_000_000
"""Bytes: reading takes about nine times as many."""

NO_REFERRAL = Fault("", "referrals", "", "", "none", "at least one", "Add the referral that asks for a home.")


@dataclass(frozen=True)
class AskedTop:
    """What is asked of a run: where to, how many options of each referral, by how many processes."""

    out: Path
    top: int
    workers: int | None


def rank_top(file: Path, asked: AskedTop, *, as_json: bool) -> None:
    """Write the first options of every referral; what an earlier run has done already is not done again."""
    check_place(asked.out.resolve())
    engine = elsewhere(partial(read_light, file)) if _is_large(file) else read_light(file)
    if not engine.case.referrals:
        raise InvalidInput([NO_REFERRAL])
    record = run_record(engine, asked.top)
    said = _finished(asked.out, record)
    if said is None:
        said = _run(engine, file, asked, record)
        told = f"The first {asked.top:,} options of {count(said['referrals'], 'referral')} ranked into {asked.out}."
    else:
        told = f"{asked.out} holds this run already, and nothing was done: the same facts give the same file."
    if as_json:
        write_json(said)
    else:
        Page().paragraph(f"{told} {README} there says what it holds.")


def _is_large(file: Path) -> bool:
    """Whether reading takes so much memory that it is better done by a process that is gone afterwards."""
    return file.is_file() and file.stat().st_size > LARGE


def read_light(file: Path) -> Engine:
    """The engine for a file, as small as it can be."""
    return opened(file).engine.light


def run_record(engine: Engine, top: int) -> dict[str, Any]:
    """What a run is of: with the same record every part is the same."""
    case = engine.case
    said = (case.as_of, sorted(engine.figures.items()), REFERRALS_A_PART)
    about = fingerprint([case.authority, engine.policy, *case.referrals, *case.decided, *case.approvals])
    known = hashlib.sha256(repr((said, about, engine.children_hash, engine.register.hash)).encode()).hexdigest()
    return {"made_by": f"{MADE_BY} --top", "top": top, "facts_hash": known, "versions": versions()}


def _finished(out: Path, record: dict[str, Any]) -> dict[str, Any] | None:
    """What the summary of a run says that stands there whole already; None where there is none of this record."""
    try:
        said: dict[str, Any] = json.loads((out / SUMMARY).read_bytes())
        same = said["run"] == record and (out / TOP).is_file()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return said if same else None


def _run(engine: Engine, file: Path, asked: AskedTop, record: dict[str, Any]) -> dict[str, Any]:
    parts = Parts.beside(asked.out, len(engine.case.referrals), REFERRALS_A_PART, record)
    try:
        _do(engine, asked, parts)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(
            f"Stopped before it was done. What was done is kept in {parts.folder}: the same command goes on from there."
        ) from None
    with whole_folder(asked.out) as folder:
        parts.put_together(folder / TOP)
        said = _summary(engine, file, record, folder / TOP)
        (folder / SUMMARY).write_bytes(orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n")
        (folder / README).write_text(top_readme(said), encoding="utf-8", newline="\n")
        for name in (TOP, SUMMARY, README):
            to_the_disk(folder / name)
    parts.remove()
    return said


def _do(engine: Engine, asked: AskedTop, parts: Parts) -> None:
    """Do the parts that are missing."""
    missing = parts.missing
    if not missing:
        return
    prepare = partial(ready, parts=parts, top=asked.top)
    done = each_part(engine, missing, prepare, workers=asked.workers or workers_for(len(engine.case.referrals)))
    with closing(done):
        followed_in_parts(done, parts.number - len(missing), parts.number, parts.each)


def ready(engine: Engine, *, parts: Parts, top: int) -> Work:
    """What a process does with the number of a part, once it holds the case."""
    gc.freeze()  # the case stays to the end, and need not be looked through again
    foremost, referrals = Foremost(engine.register, engine.scale, top), engine.case.referrals

    def work(number: int) -> None:
        those = referrals[number * parts.each : (number + 1) * parts.each]
        with _collecting_afterwards():
            parts.keep(number, _part(engine, foremost, those, top))

    return work


@contextmanager
def _collecting_afterwards() -> Iterator[None]:
    """Look for what is no longer needed once at the end: hardly anything goes round in a circle meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


def _part(engine: Engine, foremost: Foremost, referrals: Sequence[Referral], top: int) -> pl.DataFrame:
    """The rows of some referrals, in their order; they are asked beside those that are like them."""
    columns = dict[str, Columns]()
    for question, found in foremost.of_all(sorted(engine.questions(referrals), key=_alike)):
        columns[question.referral.id] = top_columns(found, top)
    return as_rows([columns[r.id] for r in referrals])


def _alike(question: Question) -> tuple[int, str, str]:
    """Questions near each other by this have many homes in common."""
    first = question.children[0]
    return len(question.children), question.authority_of(first), first.home_postcode or ""


def _summary(engine: Engine, file: Path, record: dict[str, Any], rows: Path) -> dict[str, Any]:
    first = pl.scan_parquet(rows).filter(pl.col("rank") == 1).group_by("standing").len().collect()
    standings = dict(zip(first["standing"].to_list(), first["len"].to_list(), strict=True))
    referrals, options = len(engine.case.referrals), pl.scan_parquet(rows).select(pl.len()).collect().item()
    return {
        "made_by": MADE_BY,
        "people_decide": f"{PEOPLE_DECIDE} {NO_ORDER}",
        "file": file.name,
        "made_up": bool(engine.case.made_up),
        "top": record["top"],
        "as_of": engine.case.as_of.isoformat(),
        "rulebook_day": rulebook_on(engine.case.as_of).day.isoformat(),
        "policy": policy_used(engine.policy).model_dump(mode="json"),
        "versions": record["versions"],
        "facts_hash": record["facts_hash"],
        "children": len({child for r in engine.case.referrals for child in r.children}),
        "homes": engine.register.size,
        "referrals": referrals,
        "first_option": {name: standings.get(name, 0) for name in STANDINGS if name != "prohibited"},
        "no_home": referrals - sum(standings.values()),
        "rows": {TOP: options},
        "run": record,
    }
