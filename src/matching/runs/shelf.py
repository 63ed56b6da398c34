"""Runs side by side in one folder, each by its id; one service at a time holds them."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from matching.runs.files import are_whole, file_in
from matching.runs.lock import alone_in
from matching.runs.parts import Say
from matching.runs.question import DIGITS, Question
from matching.runs.record import Record, State, record_in
from matching.runs.refusing import INPUTS, RESULTS, has_lost_its_record
from matching.runs.run import Run, opened, silent
from matching.runs.writing import UNFINISHED, make_folder, remove, sweep

AN_ID = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


class Shelf:
    """A folder of runs; only its owner reads it. An id that no run has names no file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the shelf, and nobody else meanwhile; it is made where there is none.

        What one that was killed was taking away is taken away.
        """
        make_folder(self.folder)
        with alone_in(self.folder):
            sweep(self.folder)
            yield

    def records(self) -> Iterator[Record]:
        """The record of each run, by id."""
        for folder in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            if (record := self.record(folder.name)) is not None:
                yield record

    def record(self, run: str) -> Record | None:
        """The record of a run; None where there is none of that id."""
        if not AN_ID.fullmatch(run):
            return None
        record = record_in(self.folder / run)
        return record if record is not None and record.id == run else None

    def is_damaged(self, run: str) -> bool:
        """Whether a run of that id is there, but no record of it that can be read."""
        return AN_ID.fullmatch(run) is not None and has_lost_its_record(self.folder / run)

    def put(self, question: Question) -> Record:
        """Put the run of a question there, with its inputs, or find it there."""
        with self.opened(question) as run:
            return run.record

    def opened(self, question: Question, say: Say = silent) -> AbstractContextManager[Run]:
        """The run of a question, in which nobody else works meanwhile."""
        make_folder(self.folder)
        return opened(self.folder / question.id, question, say=say)

    def question(self, run: str) -> Question | None:
        """The question of a run as it was put; None where its inputs are not there as they were."""
        record = self.record(run)
        if record is None:
            return None
        inputs = {name: file_in(self.folder / run / INPUTS, name, record.inputs) for name in record.inputs}
        whole = {name: data for name, data in inputs.items() if data is not None}
        return Question(record.kind, record.asked, whole, record.versions) if len(whole) == len(inputs) else None

    def result(self, run: str, name: str) -> bytes | None:
        """A file of the answer of a run; None where it is not there, or is damaged."""
        record = self.record(run)
        return file_in(self.folder / run / RESULTS, name, record.results) if record else None

    def is_whole(self, run: str) -> bool:
        """Whether a run is done, and every file of its answer is there as it was written."""
        record = self.record(run)
        if record is None or record.state is not State.DONE:
            return False
        return are_whole(self.folder / run / RESULTS, record.results)

    def end(self, run: str, state: State, words: str = "") -> None:
        """Say of a run at which nobody works any more why that is; one that is done stays done."""
        with alone_in(self.folder / run):
            record = self.record(run)
            if record is not None and record.state is not State.DONE:
                Run(self.folder / run, record, silent).end(state, words)

    def begun(self, run: str) -> datetime | None:
        """When the run of that id was first put there."""
        try:
            return datetime.fromtimestamp((self.folder / run / INPUTS).stat().st_mtime, UTC)
        except OSError:
            return None

    def remove(self, run: str) -> None:
        """Take a run away with all that it holds: in one step out of sight, then from the disk."""
        if self.record(run) is not None or self.is_damaged(run):
            gone = self.folder / f"{UNFINISHED}{run}"
            remove(gone)
            (self.folder / run).rename(gone)
            remove(gone)
