"""A run that a process of its own works at: rankings are answered meanwhile, and it can be ended at any moment.

It is started by the service and ends with it, however that ends; what it did is in its folder.
"""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple
from uuid import uuid4

from api.logs import log_defect
from matching.batch import end_with_parent, quiet_children
from matching.errors import EngineDefect, MatchingError
from matching.review_runs import Done, work_of
from matching.runs.lock import InUse
from matching.runs.question import Question
from matching.runs.run import Work
from matching.runs.shelf import Shelf

OFTEN = 0.1
"""Seconds between two words of how far it is."""

LONGEST_WAIT = 20.0
"""Seconds that it waits until the process of a service that was killed has let go of the same run."""

RANKINGS_FIRST = 5
"""How far behind the service it stands where both want the same core."""


class Progress(NamedTuple):
    """How far a run is: so many of all in a stage."""

    stage: str = ""
    done: int = 0
    of: int = 0


class WorkApart:
    """A process that works at one run. `ended` is told once it has gone, whether it was done or not."""

    def __init__(self, shelf: Path, run: str, ended: "Callable[[WorkApart], None]") -> None:
        self.run = run
        self.progress = Progress()
        self.cancelled = False
        self.gone = Event()
        processes = get_context("spawn")
        self._hears, tells = processes.Pipe(duplex=False)
        self._process = processes.Process(target=_work, args=(shelf, run, tells), daemon=True)
        with quiet_children():
            self._process.start()
        tells.close()
        Thread(target=self._follow, args=(ended,), daemon=True).start()

    def end(self) -> None:
        """End it now, wherever it is."""
        self._process.terminate()

    def _follow(self, ended: "Callable[[WorkApart], None]") -> None:
        with suppress(EOFError, OSError):
            while True:
                self.progress = self._hears.recv()
        self._process.join()
        self._hears.close()
        try:
            ended(self)
        except Exception as error:
            log_defect(error, uuid4().hex)
        finally:
            self.gone.set()


def _work(folder: Path, run_id: str, tells: Connection) -> None:
    """What the process does. Why it failed stands in the record; of a defect a line is logged too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(RANKINGS_FIRST)
    Thread(target=end_with_parent, daemon=True).start()
    shelf = Shelf(folder)
    if (question := shelf.question(run_id)) is None:
        return
    try:
        _once_it_is_free(shelf, question, work_of(question, _telling(tells)))
    except Exception as error:
        if isinstance(error, EngineDefect) or not isinstance(error, MatchingError):
            log_defect(error, uuid4().hex)


def _once_it_is_free(shelf: Shelf, question: Question, work: Work) -> None:
    """Carry the run out; a service that was killed may have left a process that has not let go of it yet."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            with shelf.opened(question) as run:
                run.carry_out(work)
                return
        except InUse:
            if time.monotonic() > until:
                raise
            time.sleep(OFTEN)


def _telling(tells: Connection) -> Done:
    """Tells the service how far it is, and not too often."""
    last, stage_told = 0.0, ""

    def done(stage: str, so_many: int, of_all: int) -> None:
        nonlocal last, stage_told
        now = time.monotonic()
        if stage != stage_told or so_many == of_all or now - last >= OFTEN:
            last, stage_told = now, stage
            tells.send(Progress(stage, so_many, of_all))

    return done
