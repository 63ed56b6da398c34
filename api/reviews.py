"""The reviews of a service: one is worked at at a time, all are kept in a folder, and what was begun goes on."""

import shutil
import weakref
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from threading import Lock

from api.private_folder import private_folder, sweep_private_folders
from api.work_apart import Progress, WorkApart
from matching.errors import MatchingError
from matching.review_runs import is_asked
from matching.runs.question import Question
from matching.runs.record import Record, State
from matching.runs.shelf import Shelf

SOON = 10
"""Seconds within which a process that was ended has gone."""

LOST = "The process that worked at it ended before it was done. Ask for the review again: it goes on where it was."
NO_INPUTS = "What it was asked about was not kept whole. Ask for the review again."


class Going(StrEnum):
    """How far a review is, as the service knows it."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class NotNow(Exception):
    """Something cannot be done while a review is as it is; its words say of which, and how it is."""


class Damaged(MatchingError):
    """What a review says of itself cannot be read, or is not what a review says."""

    def __init__(self, review: str) -> None:
        remedy = f"DELETE /v1/reviews/{review} takes it away with all that it holds; then POST the question again."
        super().__init__(f"what the review {review} says of itself (run.json) is damaged", remedy)


class Reviews:
    """The reviews that are kept in a folder, or in a private one that goes when the service ends."""

    def __init__(self, folder: Path | None) -> None:
        self.survive = folder is not None
        self._folder = folder
        self._shelf: Shelf | None = None
        self._opening = Lock()
        self._changing = Lock()
        self._working: WorkApart | None = None
        self._waiting = deque[str]()
        self._closing = False
        self._holds = ExitStack()

    @property
    def shelf(self) -> Shelf:
        """Where they are kept."""
        with self._opening:
            if self._shelf is None:
                self._shelf = Shelf(self._folder or self._private())
            return self._shelf

    def _private(self) -> Path:
        folder = private_folder(self._holds)
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return folder

    def go_on(self) -> None:
        """Hold the folder, and go on with what was begun; InvalidInput where another service holds it.

        Private folders of services that were killed are taken away.
        """
        sweep_private_folders()
        if not self.survive:
            return
        self._holds.enter_context(self.shelf.held())
        self._waiting.extend(record.id for record in self.records() if record.state is State.BEGUN)
        with self._changing:
            self._next()

    def ask(self, question: Question) -> Record:
        """The review of a question: begun, gone on with, or found; NotNow where that would be a second at a time.

        Of the one that is running its record is given as it is: the process that works at it holds its folder.
        """
        with self._changing:
            if self._working is not None and self._working.run != question.id:
                raise NotNow(f"The review {self._working.run} is running.")
            found = self.record(question.id)
            if self._working is not None and found is not None:
                return found
            record = self.shelf.put(question)
            if self._working is None and not self.shelf.is_whole(question.id):
                self._start(question.id)
            return record

    def records(self) -> Iterator[Record]:
        """Every review that there is, but those that are damaged."""
        return (record for record in self.shelf.records() if is_asked(record.kind, record.asked))

    def record(self, review: str) -> Record | None:
        """One review; None where there is none of that id, Damaged where it cannot be told what it is."""
        record = self.shelf.record(review)
        if self.shelf.is_damaged(review) or (record is not None and not is_asked(record.kind, record.asked)):
            raise Damaged(review)
        return record

    def going(self, record: Record) -> tuple[Going, Progress]:
        """How far a review is."""
        working = self._working
        if working is not None and working.run == record.id:
            return Going.RUNNING, working.progress
        return Going.WAITING if record.state is State.BEGUN else Going(record.state.value), Progress()

    def cancel(self, review: str) -> None:
        """End a review that is running or waiting, and wait until it has ended; what is done of it stays."""
        with self._changing:
            working = self._working
            if working is not None and working.run == review:
                working.cancelled = True
                working.end()
            elif review in self._waiting:
                self._waiting.remove(review)
                self.shelf.end(review, State.CANCELLED)
        if working is not None and working.run == review:
            working.gone.wait(SOON)

    def remove(self, review: str) -> None:
        """Take a review away with all that is kept of it; NotNow while it is running."""
        with self._changing:
            if self._working is not None and self._working.run == review:
                raise NotNow(f"The review {review} is running.")
            if review in self._waiting:
                self._waiting.remove(review)
            self.shelf.remove(review)

    def close(self) -> None:
        """End what is running, which goes on when the service is started again, and let go of the folder."""
        with self._changing:
            self._closing, working = True, self._working
        if working is not None:
            working.end()
            working.gone.wait(SOON)
        self._holds.close()

    def _start(self, review: str) -> None:
        if review in self._waiting:
            self._waiting.remove(review)
        self._working = WorkApart(self.shelf.folder, review, self._ended)

    def _ended(self, working: WorkApart) -> None:
        """Say why a review ended that is not done, and begin the next that waits."""
        with self._changing:
            self._working = None
            record = self.shelf.record(working.run)
            if record is not None and record.state is State.BEGUN and not self._closing:
                state, words = (State.CANCELLED, "") if working.cancelled else (State.FAILED, LOST)
                self.shelf.end(working.run, state, words)
            self._next()

    def _next(self) -> None:
        while self._waiting and not self._closing and self._working is None:
            review = self._waiting.popleft()
            if self.shelf.question(review) is not None:
                self._start(review)
            else:
                self.shelf.end(review, State.FAILED, NO_INPUTS)
