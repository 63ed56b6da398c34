"""Work over a case that is done in parts, which several processes take in turn; each part is kept when it is done.

Context: a country's case takes minutes and gigabytes. Decision: this process does its share, and further ones are
spawned (why not forked: `batch.py`), so that two cores hold the case twice and not three times. They are sent the homes
laid out. Given up: parts come in no order; what is made of each must stand by itself.
"""

import gc
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

from matching.batch import WorkersLost, end_with_parent, quiet_children
from matching.engine import Engine
from matching.errors import EngineDefect, Fault, InvalidInput, MatchingError

T = TypeVar("T")
Work = Callable[[int], None]
Prepare = Callable[[Engine], Work]
"""What makes a process ready for its parts. It goes to other processes by its name."""

LOOK_AGAIN = 0.5
"""Seconds after which it is looked how far the others are."""

LOST = "Ask for fewer processes: --workers 1 needs the least memory. What is done already is kept."


def elsewhere(read: Callable[[], T]) -> T:
    """What another process reads, which is gone with all that it took once it has: only what was made of it is here.

    Raises InvalidInput with the faults that it finds there.
    """
    spawned = get_context("spawn")
    ours, theirs = spawned.Pipe(duplex=False)
    with quiet_children():
        reader = spawned.Process(target=_read, args=(read, theirs))
        reader.start()
    theirs.close()
    try:
        found = ours.recv()
    except EOFError:
        raise WorkersLost("the process that read the case was ended", "Make room in memory, then try again.") from None
    finally:
        reader.terminate()
        reader.join()
    if isinstance(found, _Refused):
        raise InvalidInput(found.faults, found.more) if found.faults else MatchingError(found.why, found.remedy)
    made: T = found
    return made


@dataclass(frozen=True)
class _Refused:
    """Why nothing could be read: errors themselves do not travel between processes."""

    why: str
    remedy: str
    faults: tuple[Fault, ...] = ()
    more: int = 0


def _read(read: Callable[[], Any], into: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()
    gc.disable()  # this process is gone before anything has gone round in a circle for long
    try:
        into.send(read())
    except InvalidInput as error:
        into.send(_Refused(error.message, error.remedy, tuple(error.faults), error.more))
    except MatchingError as error:
        into.send(_Refused(error.message, error.remedy))


@dataclass(frozen=True)
class _Turns:
    """Which part is next, and how many are done, in all processes together; `failed` says why one could not go on."""

    numbers: tuple[int, ...]
    taken: Any
    done: Any
    failed: Any

    @classmethod
    def of(cls, numbers: Sequence[int]) -> "_Turns":
        spawned = get_context("spawn")
        return cls(tuple(numbers), spawned.Value("l", 0), spawned.Value("l", 0), spawned.SimpleQueue())

    def next(self) -> int | None:
        """The part that is now this process's to do; none where all are taken."""
        with self.taken.get_lock():
            if self.taken.value >= len(self.numbers):
                return None
            taken = int(self.taken.value)
            self.taken.value = taken + 1
        return self.numbers[taken]

    def finish(self) -> None:
        """Count a part as done."""
        with self.done.get_lock():
            self.done.value += 1


def each_part(engine: Engine, numbers: Sequence[int], prepare: Prepare, *, workers: int) -> Generator[int, None, None]:
    """Do every part once, by so many processes, this one among them; how many are done by now, again and again.

    EngineDefect where a part cannot be done, WorkersLost where a process was ended from outside.
    """
    turns = _Turns.of(numbers)
    with _others(engine, prepare, turns, min(workers, len(numbers)) - 1) as others:
        work = prepare(engine)
        while (number := turns.next()) is not None:
            work(number)
            turns.finish()
            yield _counted(turns)
        while turns.done.value < len(numbers) and (alive := [p.sentinel for p in others if p.is_alive()]):
            connection.wait(alive, LOOK_AGAIN)
            yield _counted(turns)
        yield _counted(turns)
    if turns.done.value < len(numbers):
        raise WorkersLost("a process was ended before its work was done", LOST)


def _counted(turns: _Turns) -> int:
    if not turns.failed.empty():
        why, remedy = turns.failed.get()
        raise EngineDefect(f"a part could not be ranked{why}", remedy)
    return int(turns.done.value)


@contextmanager
def _others(engine: Engine, prepare: Prepare, turns: _Turns, number: int) -> Iterator[list[BaseProcess]]:
    """Further processes that take parts too; none is left behind."""
    others = list[BaseProcess]()
    try:
        with quiet_children():
            for _ in range(number):
                others.append(get_context("spawn").Process(target=_take, args=(engine, prepare, turns)))
                others[-1].start()
        yield others
    finally:
        for process in others:
            if turns.done.value < len(turns.numbers):
                process.terminate()
            process.join()


def _take(engine: Engine, prepare: Prepare, turns: _Turns) -> None:
    """In a spawned process: do parts until none is left, or this process's parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()
    try:
        work = prepare(engine)
        while (number := turns.next()) is not None:
            work(number)
            turns.finish()
    except MatchingError as error:
        turns.failed.put((f": {error.message}", error.remedy))
    except Exception as error:  # whatever it is, the run ends with its kind
        turns.failed.put((f" ({type(error).__name__})", "Run it again with --workers 1 to see more."))
