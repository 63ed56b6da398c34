"""Reviewing the placements of a file: as a page or JSON at once, or as a run in a folder that goes on and replays."""

from dataclasses import dataclass
from pathlib import Path

import typer

from matching.cli.days import day_said
from matching.cli.gathering import Gathering
from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.progress import staged_on_stderr
from matching.cli.reading_reviews import read_review
from matching.cli.review_text import write_review
from matching.cli.streams import write_json, write_line
from matching.errors import Fault, InvalidInput
from matching.explaining.words import count
from matching.review import AskedReview, review
from matching.review_runs import question_of, work_of
from matching.runs.question import Question
from matching.runs.refusing import RESULTS, refuse_what_is_not_a_run
from matching.runs.run import Run
from matching.runs.run import opened as run_in


@dataclass(frozen=True)
class Wanted:
    """What is asked of a file: who is due by which day, since which review, and into which folder."""

    due: str | None = None
    everyone: bool = False
    last: Path | None = None
    out: Path | None = None
    afresh: bool = False


def review_file(file: Path, wanted: Wanted, *, as_json: bool = False) -> None:
    """Review the placements of a file; InvalidInput with every fault before anything is worked out or written."""
    case, asked = _read(file, wanted)
    if wanted.out is not None:
        with naming(file):
            _into(wanted.out, question_of(case.engine, asked), afresh=wanted.afresh, as_json=as_json)
        return
    with naming(file), staged_on_stderr() as done:
        answer = review(case.engine, asked, done=done)
    if as_json:
        write_line(answer.model_dump_json().encode())
    else:
        write_review(Page(), answer)


def _read(file: Path, wanted: Wanted) -> tuple[Opened, AskedReview]:
    """All that is given, with the faults of all of it at once."""
    gathering = Gathering()
    with gathering:
        _put_rightly(wanted)
    with gathering:
        due = day_said("--due", wanted.due) if wanted.due is not None else None
    with gathering:
        last = read_review(wanted.last) if wanted.last is not None else None
    with gathering:
        case = opened(file)
    gathering.refuse()
    return case, AskedReview(due_by=due, everyone=wanted.everyone, last=last)


def _put_rightly(wanted: Wanted) -> None:
    if wanted.out is not None:
        refuse_what_is_not_a_run(wanted.out.absolute(), afresh=wanted.afresh)
    elif wanted.afresh:
        remedy = "Add --out FOLDER, or leave it out."
        raise InvalidInput([Fault("", "command", "", "--afresh", "no --out", "--out with it", remedy)])


def _into(out: Path, question: Question, *, afresh: bool, as_json: bool) -> None:
    """Carry the run out in its folder, or go on with it, or find it done; and say which."""
    with run_in(out.absolute(), question, afresh=afresh, say=_noted) as run:
        with staged_on_stderr() as done:
            worked_out = run.carry_out(work_of(question, done))
        if as_json:
            told = run.record.model_dump(mode="json")
            write_json(told | {"folder": str(out), "worked_out": worked_out, "parts_found": run.parts.found})
        else:
            Page().paragraph(_said(out, run, worked_out=worked_out))


def _said(out: Path, run: Run, *, worked_out: bool) -> str:
    where = f"{out / RESULTS} holds {count(len(run.record.results), 'file')}"
    if not worked_out:
        return f"This review was done already, and nothing is worked out again: {where}."
    found = f", {count(run.parts.found, 'part')} of it before" if run.parts.found else ""
    return f"The review is done{found}: {where}."


def _noted(words: str) -> None:
    typer.echo(words, err=True)
