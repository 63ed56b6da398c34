"""How a command ends: the exit statuses of the contract, and what is said where a command cannot go on."""

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import NoReturn

import typer

from matching.cli.streams import forgiving, keep_for_ourselves, say_no_more, write_json
from matching.errors import InvalidInput, MatchingError, SearchIncomplete

DONE, UNMET, WRONG_INPUT, NO_ANSWER = 0, 1, 2, 3
UNEXPECTED, STOPPED, NOBODY_READS = 70, 130, 141
CANNOT_WRITE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
NOTHING_KEPT = "Stopped before it was done; nothing was kept."
WRITE_ELSEWHERE = "What is there of it is not whole. Write it where there is room, then run the same command again."
DEBUG = "MATCHING_DEBUG"
REPORT = (
    f"Run the same command again with {DEBUG}=1 set, and give what it prints to whoever looks after this program; "
    "read it first, as it may hold a fact about a child."
)


@contextmanager
def ending(*, as_json: bool = False, stopped: str = NOTHING_KEPT) -> Iterator[None]:
    """Run a command so that it ends with a status of the contract and in words, never with a traceback.

    `stopped` is what is said where Ctrl-C ends it.
    """
    if sys.stdout is None:  # it was closed before this program began
        _end(WRONG_INPUT, "The output could not be written: it is closed. Leave it open, then run it again.")
    try:
        keep_for_ourselves()
        forgiving(sys.stdout, sys.stderr)
        with _told(as_json=as_json, stopped=stopped):
            yield
            sys.stdout.flush()
    except BrokenPipeError:
        say_no_more(sys.stdout)
        raise typer.Exit(NOBODY_READS) from None
    except OSError as error:
        say_no_more(sys.stdout)
        _end(WRONG_INPUT, f"The output could not be written: {error.strerror}. {WRITE_ELSEWHERE}")


@contextmanager
def _told(*, as_json: bool, stopped: str) -> Iterator[None]:
    """Tell what goes wrong; that the output cannot be written is left to whoever ends the command."""
    try:
        yield
    except MatchingError as error:
        _refuse(error, as_json=as_json)
    except KeyboardInterrupt as interrupted:
        _end(STOPPED, str(interrupted) or stopped)
    except (typer.Exit, typer.Abort, BrokenPipeError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in CANNOT_WRITE:
            raise
        _unexpected(error, as_json=as_json)


def status_of(error: MatchingError) -> int:
    """The exit status that says what went wrong."""
    if isinstance(error, InvalidInput):
        return WRONG_INPUT
    return NO_ANSWER if isinstance(error, SearchIncomplete) else UNEXPECTED


def lines_of(error: MatchingError) -> list[str]:
    """What is said about an error: each fault on a line, then how many there are."""
    told = [str(fault) for fault in error.faults] if isinstance(error, InvalidInput) else []
    more = error.more if isinstance(error, InvalidInput) else 0
    if more:
        told.append(f"and {more:,} more like these")
    return [*told, f"{error.message[:1].upper()}{error.message[1:]}. {error.remedy}"]


def as_data(error: MatchingError) -> dict[str, object]:
    """An error as data, for `--json`."""
    faults = [asdict(fault) for fault in error.faults] if isinstance(error, InvalidInput) else []
    more = error.more if isinstance(error, InvalidInput) else 0
    return {"error": error.message, "remedy": error.remedy, "faults": faults, "more": more}


def _refuse(error: MatchingError, *, as_json: bool) -> NoReturn:
    if as_json:
        write_json(as_data(error))
    _end(status_of(error), *lines_of(error))


def _unexpected(error: Exception, *, as_json: bool) -> NoReturn:
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(error)
        raise typer.Exit(UNEXPECTED)
    what = f"Something went wrong that this program did not expect ({type(error).__name__})."
    if as_json:
        write_json({"error": what, "remedy": REPORT, "faults": [], "more": 0})
    _end(UNEXPECTED, f"{what} {REPORT}")


def _end(status: int, *lines: str) -> NoReturn:
    try:
        for line in lines:
            typer.echo(line, err=True)
    except OSError:  # nobody can be told; the status still says it
        say_no_more(sys.stderr)
    raise typer.Exit(status)
