"""What the command line writes to: text that any terminal can show, and JSON that is always UTF-8."""

import codecs
import os
import sys
import unicodedata
from io import TextIOWrapper
from pathlib import Path
from shlex import quote
from typing import IO

OUTPUT, ERRORS = 1, 2
DISTRIBUTION, PROGRAM = "placement-matching", "matching"
PLAIN = "matching-plain"
"""How text is written where the encoding lacks a letter: with the nearest that it has."""

NEAREST = {
    "█": "#",
    "▓": "=",
    "▒": "-",
    "·": "-",
    "–": "-",
    "—": "-",
    "─": "-",
    "═": "=",
    "…": "...",
    "£": "GBP ",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
}


def nearest(text: str) -> str:
    """The text in ASCII: a letter without its accent, a line as hyphens, else a question mark."""
    return "".join(NEAREST.get(c) or _bare(c) for c in text)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"


def _write_plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return nearest(error.object[error.start : error.end]), error.end


codecs.register_error(PLAIN, _write_plainly)


def forgiving(*streams: IO[str]) -> None:
    """Let these streams write every text, whatever their encoding."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=PLAIN)


def keep_for_ourselves() -> None:
    """Keep the output for this program: what libraries print there of their own goes to where errors go."""
    ours = sys.stdout
    if not isinstance(ours, TextIOWrapper) or ours is not sys.__stdout__ or ours.fileno() != OUTPUT:
        return
    ours.flush()
    beside = os.fdopen(os.dup(OUTPUT), "wb")
    os.dup2(ERRORS, OUTPUT)
    sys.stdout = TextIOWrapper(beside, ours.encoding, ours.errors, line_buffering=ours.line_buffering)


def this_program() -> str:
    """How a reader in this folder runs this program again."""
    ran = Path(sys.argv[0]).absolute()
    if ran.stem == PROGRAM and ran.is_relative_to(Path.cwd()):
        return quote(str(ran.relative_to(Path.cwd())))
    return PROGRAM


def say_no_more(stream: IO[str]) -> None:
    """Nobody reads a stream, or it is full: let nothing more be written, nor complained of when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())


def write_json(data: object) -> None:
    """Write a line of JSON, in UTF-8 whatever the terminal's encoding."""
    import orjson  # noqa: PLC0415 - so that --help is quick

    write_line(orjson.dumps(data))


def write_line(json: bytes) -> None:
    """Write a line of JSON that is ready."""
    write_bytes(json + b"\n")


def write_bytes(ready: bytes) -> None:
    """Write what is ready; an unbuffered stream may take it in several parts."""
    sys.stdout.flush()
    left = memoryview(ready)
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()
