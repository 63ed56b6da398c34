"""Every referral of a case answered by several processes at once, and given in the case's order.

Context: a ranking takes tens of milliseconds and Python runs one at a time, so a file of hundreds wants every core.
Decision: processes that are spawned, each of which lays the case out for itself (a second, at once in all of them).
Given up: forking once the case is laid out, which would share its memory. Polars has started its threads by then, and
a forked child inherits their locks but not the threads: it may wait for ever. A spawned one cannot, on any system.
The case goes to them as it was read, so that a file that changes meanwhile, or a pipe, still gives one answer.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children, connection, get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, Generic, TypeVar

from matching.domain.case import Case
from matching.engine import Engine
from matching.errors import EngineDefect, MatchingError

T = TypeVar("T")
Work = Callable[[Engine, str], T]
"""What is made of one referral. It goes to other processes by its name, as does what it gives."""

MOST_WORKERS = 8
WORTH_A_WORKER = 40
"""So many referrals take about as long as a further process needs to begin."""

AHEAD = 4
"""How many referrals a worker may be ahead of what was given: answers are large, and are not to pile up."""

ONE_THREAD = {"POLARS_MAX_THREADS": "1"}
"""One process a core is enough: more threads would only take turns."""


class WorkersLost(MatchingError):
    """A process was ended from outside before its work was done."""


@dataclass(frozen=True)
class _Failed:
    """Why a referral has no answer. Errors themselves do not travel between processes."""

    why: str
    remedy: str


@dataclass(frozen=True)
class _Worker(Generic[T]):
    """An engine and what it is to do with each referral."""

    engine: Engine
    work: Work[T]

    def answer(self, referral: str) -> T | _Failed:
        """What is made of a referral, or why nothing is."""
        try:
            return self.work(self.engine, referral)
        except MatchingError as error:
            return _Failed(f": {error.message}", error.remedy)
        except Exception as error:  # whatever it is, the run ends with the referral's name
            return _Failed(f" ({type(error).__name__})", f"Rank it alone to see more: --referral {referral}.")


def workers_for(referrals: int) -> int:
    """How many processes are worth their while: one a core, at most eight, and fewer for few referrals."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS, referrals // WORTH_A_WORKER))


def each_referral(
    engine: Engine, referrals: Sequence[str], work: Work[T], *, workers: int, beside: Path | None = None
) -> Generator[T, None, None]:
    """What `work` makes of each referral, in the order asked; the same whatever the number of workers.

    EngineDefect, with the referral's id, for the first that cannot be ranked. `beside` is as for `Engine.of`.
    """
    if min(workers, len(referrals)) <= 1:
        here = _Worker(engine, work)
        yield from (_told(referral, here.answer(referral)) for referral in referrals)
        return
    with _pool(engine.case, beside, work, min(workers, len(referrals))) as (pool, ahead):
        try:
            yield from map(_told, referrals, _in_order(pool, referrals, ahead))
        except BrokenProcessPool:
            remedy = "Ask for fewer processes: --workers 1 needs the least memory."
            raise WorkersLost("a process was ended before its work was done", remedy) from None


def _told(referral: str, answer: T | _Failed) -> T:
    if isinstance(answer, _Failed):
        raise EngineDefect(f"referral {referral} could not be ranked{answer.why}", answer.remedy)
    return answer


@contextmanager
def _pool(case: Case, beside: Path | None, work: Work[T], workers: int) -> Iterator[tuple[ProcessPoolExecutor, int]]:
    """Processes that know the case, and how many referrals may be under way; none is left behind."""
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (case, beside, work))
    try:
        yield pool, workers * AHEAD
    except BaseException:
        for process in active_children():  # one that writes to a pipe nobody reads would be waited for without end
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, referrals: Sequence[str], ahead: int) -> Iterator[Any]:
    left = iter(referrals)
    with quiet_children():
        under_way: deque[Future[Any]] = deque(pool.submit(_answer, r) for r in islice(left, ahead))
    while under_way:
        done = under_way.popleft().result()
        under_way.extend(pool.submit(_answer, r) for r in islice(left, 1))
        yield done


@contextmanager
def quiet_children() -> Iterator[None]:
    """Processes begun here have one thread for columns, and leave Ctrl-C to the one that began them."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ.update({name: value} if value is not None else {})
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


_here: list[_Worker[Any]] = []
"""In a spawned process: its engine, once it has begun."""


def _begin(case: Case, beside: Path | None, work: Work[Any]) -> None:
    """Make this process ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()
    _here.append(_Worker(Engine.of(case, beside=beside), work))


def _answer(referral: str) -> Any:
    return _here[0].answer(referral)


def end_with_parent() -> None:
    """End this process when the one that began it is gone, however that ended: nobody would read the answer."""
    if (parent := parent_process()) is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
