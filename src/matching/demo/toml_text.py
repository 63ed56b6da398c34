"""Records as TOML, read by people: a table each, what is inside a field on one line."""

import json
from datetime import date
from typing import Any

from matching.demo.words import Record


def table(name: str, record: Record) -> str:
    """One record of a table of records."""
    return f"[[{name}]]\n" + fields(record) + "\n"


def fields(record: Record) -> str:
    """The fields of a record, a line each."""
    return "".join(f"{key} = {value(entry)}\n" for key, entry in record.items())


def value(entry: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(entry, bool):
        return "true" if entry else "false"
    if isinstance(entry, dict):
        return "{ " + ", ".join(f"{key} = {value(below)}" for key, below in entry.items()) + " }" if entry else "{}"
    if isinstance(entry, list):
        return "[" + ", ".join(value(below) for below in entry) + "]"
    return entry.isoformat() if isinstance(entry, date) else json.dumps(entry, ensure_ascii=False)
