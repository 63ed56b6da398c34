"""A file as text: its bytes can be read, and hold TOML or JSON."""

import codecs
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from matching.data.repeats import repeated_keys
from matching.data.trouble import Trouble, unreadable
from matching.errors import InvalidInput

Kind = Literal["json", "toml"]
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
EMPTY_TEXT = re.compile(rb':\s*""')
"""In JSON only a key whose value is empty can look so: a quotation mark inside text has a backslash before it."""

WIDEST, MOST_TABLES, MOST_AGAIN = 1_000, 1_000_000, 1_000
"""The most fields of one table, tables of one file, and keys given twice: beyond, reading takes gigabytes."""

LETTERS_A_TABLE = 100
"""A file so long that its tables would each have so many letters may hold more: a whole country's case does."""

AS_UTF_8 = "Save the file as UTF-8: in Notepad or Excel choose Save As, and UTF-8 for its encoding."
MANY_DIGITS = "a number of thousands of digits"


@dataclass(frozen=True)
class Document:
    """A file's name and what it says, as JSON; an empty text is null there, which is unknown."""

    name: str
    json: bytes
    troubles: tuple[Trouble, ...] = ()

    @cached_property
    def raw(self) -> dict[str, Any]:
        """What it says as plain tables; none where it is no table."""
        said = json.loads(self.json)
        return said if isinstance(said, dict) else {}


def document(data: bytes, *, name: str, kind: Kind, what: str = "a case file") -> Document:
    """The bytes of a file as JSON, whichever form they have; what cannot be read is refused. `what` it should hold."""
    text = text_of(data, name, what)
    try:
        return _of_toml(text, name) if kind == "toml" else _of_json(text, data, name)
    except RecursionError:
        raise unreadable(name, "", "hundreds of tables or lists inside each other", what) from None


def of_tables(tables: dict[str, Any], name: str) -> Document:
    """Plain tables, as TOML gives them, as a document."""
    try:
        data = json.dumps(tables, default=str, ensure_ascii=False).encode()
    except ValueError:
        raise unreadable(name, "", MANY_DIGITS, "a number of a few digits") from None
    return Document(name, _unknown(data))


def text_of(data: bytes, name: str, what: str = "a case file") -> str:
    """The text of a file in UTF-8, with or without its mark; `what` it should hold."""
    if data.startswith(UTF_16) or b"\0" in data[:4]:
        raise unreadable(name, "", "text in UTF-16", "text in UTF-8", AS_UTF_8)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        where = _line_and_column(data[: error.start].decode())
        raise unreadable(name, where, f"the byte {data[error.start]:#04x}", "text in UTF-8", AS_UTF_8) from None
    if not text.strip():
        raise unreadable(name, "", "an empty file", what, f"Give the file that holds {what.removesuffix(' file')}.")
    return text


def _tables(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        raise unreadable(name, where.rstrip(")"), what, "TOML") from None
    except ValueError:
        raise unreadable(name, "", MANY_DIGITS, "a number of a few digits") from None


def _of_toml(text: str, name: str) -> Document:
    said = of_tables(_tables(text, name), name)
    _given_again(said.json.decode(), name)
    return said


def _of_json(text: str, data: bytes, name: str) -> Document:
    try:
        troubles = repeated_keys(text) if _given_again(text, name) else ()
    except json.JSONDecodeError as error:
        raise unreadable(name, f"line {error.lineno}, column {error.colno}", error.msg, "JSON") from None
    except ValueError:
        raise unreadable(name, "", MANY_DIGITS, "a number of a few digits") from None
    return Document(name, _unknown(data.removeprefix(codecs.BOM_UTF8)), troubles)


def _given_again(text: str, name: str) -> int:
    """How many keys of JSON are given twice; what no case has as many of is refused before it takes room."""
    again = 0
    most = max(MOST_TABLES, len(text) // LETTERS_A_TABLE)
    if text.count("{") > most:
        raise _too_many(name, f"{most:,} tables")

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal again
        again += len(pairs) - len(dict(pairs))
        if again > MOST_AGAIN:
            raise _too_many(name, f"{MOST_AGAIN:,} keys that are given twice")
        if len(pairs) > WIDEST:
            raise _too_many(name, f"{WIDEST:,} fields in one table")

    json.loads(text, object_pairs_hook=look)
    return again


def _too_many(name: str, most: str) -> InvalidInput:
    return unreadable(
        name, "", f"more than {most}", "a case file", "Look at what wrote the file; take out what is no case."
    )


def _unknown(data: bytes) -> bytes:
    return EMPTY_TEXT.sub(b":null", data) if b'""' in data else data


def _line_and_column(before: str) -> str:
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"
