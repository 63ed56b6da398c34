"""Where in a case something stands, in words that a reader of the file can follow."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from matching.domain.noun import Id

Path = tuple[str | int, ...]
ENTRIES = ("children", "referrals", "homes", "decided", "approvals")
TABLES = (*ENTRIES, "policy", "authority", "expect", "what_if")
AN_ID = TypeAdapter(Id)


class Place(NamedTuple):
    """A table, the entry in it, and the field of that."""

    table: str
    id: str
    field: str


def place(path: Path, raw: Mapping[str, Any]) -> Place:
    """The place that a path of keys and positions leads to: `homes`, `oak`, `household[x1].born`."""
    if not path or path[0] not in TABLES:
        return Place("", "", _field(path, raw))
    table, below = str(path[0]), raw.get(str(path[0]))
    if len(path) > 1 and isinstance(path[1], int) and table in ENTRIES:
        return Place(table, id_of(below, path[1]), _field(path[2:], _step(below, path[1])))
    return Place(table, "", _field(path[1:], below))


def id_of(entries: object, position: int) -> str:
    """The id of an entry of a list, else `no. 3`: what is no id is not repeated, as it may be a name."""
    entry = _step(entries, position)
    try:
        return AN_ID.validate_python(entry.get("id") if isinstance(entry, Mapping) else None, strict=True)
    except ValidationError:
        return f"no. {position + 1}"


def _field(path: Path, within: object) -> str:
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{id_of(within, step)}]"
        elif step != "[key]":
            words += f".{step}" if words else step
        within = _step(within, step)
    return words


def _step(within: object, step: str | int) -> Any:
    if isinstance(within, Mapping):
        return within.get(step)
    if isinstance(within, Sequence) and not isinstance(within, str) and isinstance(step, int) and step < len(within):
        return within[step]
    return None
